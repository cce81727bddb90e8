// Owns: keys bound to functions, in a chain of scopes, as Obsidian's `Scope` and `Keymap`.
// Invariant: the innermost scope that knows a key gets it; a handler that returns false keeps the browser from handling it too.
import { Platform } from './platform';

export type Modifier = 'Mod' | 'Ctrl' | 'Meta' | 'Shift' | 'Alt';
export type PaneType = 'tab' | 'split' | 'window';
export interface KeyContext {
  readonly modifiers: string | null;
  readonly key: string | null;
  readonly vkey: string;
}
export type KeyListener = (event: KeyboardEvent, context: KeyContext) => unknown;
export interface KeyBinding {
  readonly scope: Scope;
  readonly modifiers: string | null;
  readonly key: string | null;
  readonly func: KeyListener;
}

export class Scope {
  private bindings: KeyBinding[] = [];

  constructor(private readonly parent?: Scope) {}

  /** `modifiers` null: any; `key` null: any key. */
  register(modifiers: Modifier[] | null, key: string | null, func: KeyListener): KeyBinding {
    const binding: KeyBinding = { scope: this, modifiers: modifiers && [...modifiers].sort().join(','), key, func };
    this.bindings.push(binding);
    return binding;
  }

  unregister(binding: KeyBinding): void {
    this.bindings = this.bindings.filter((other) => other !== binding);
  }

  /** Whether some binding, here or in a parent, took the key. */
  handleKey(event: KeyboardEvent): boolean {
    const context = { modifiers: null, key: event.key, vkey: event.key };
    for (const binding of this.bindings) {
      if (!isMatch(binding, event)) continue;
      if (binding.func(event, { ...context, modifiers: binding.modifiers }) !== false) continue;
      event.preventDefault();
      event.stopPropagation();
      return true;
    }
    return this.parent?.handleKey(event) ?? false;
  }
}

export class Keymap {
  private readonly scopes: Scope[] = [];
  private readonly listener = (event: KeyboardEvent): void => {
    if (!event.isComposing) (this.scopes.at(-1) ?? this.findScope()).handleKey(event);
  };

  /** `findScope` says which scope is in charge while no modal, menu or popover has pushed its own. */
  constructor(private readonly findScope: () => Scope) {
    window.addEventListener('keydown', this.listener, true);
  }

  pushScope(scope: Scope): void {
    this.scopes.push(scope);
  }

  popScope(scope: Scope): void {
    const at = this.scopes.lastIndexOf(scope);
    if (at >= 0) this.scopes.splice(at, 1);
  }

  stop(): void {
    window.removeEventListener('keydown', this.listener, true);
  }

  static isModifier(event: MouseEvent | TouchEvent | KeyboardEvent, modifier: Modifier): boolean {
    switch (modifier === 'Mod' ? (Platform.isMacOS ? 'Meta' : 'Ctrl') : modifier) {
      case 'Ctrl':
        return event.ctrlKey;
      case 'Meta':
        return event.metaKey;
      case 'Shift':
        return event.shiftKey;
      default:
        return event.altKey;
    }
  }

  /** Mod or middle click: 'tab'; Mod+Alt: 'split'; Mod+Alt+Shift: 'window'; otherwise false. */
  static isModEvent(event?: MouseEvent | TouchEvent | KeyboardEvent | null): PaneType | boolean {
    if (!event) return false;
    if (!Keymap.isModifier(event, 'Mod')) return event instanceof MouseEvent && event.button === 1 ? 'tab' : false;
    if (!Keymap.isModifier(event, 'Alt')) return 'tab';
    return Keymap.isModifier(event, 'Shift') ? 'window' : 'split';
  }
}

function isMatch(binding: KeyBinding, event: KeyboardEvent): boolean {
  if (binding.key !== null && binding.key.toLowerCase() !== event.key.toLowerCase()) return false;
  if (binding.modifiers === null) return true;
  const wanted = new Set(binding.modifiers.split(',').map((name) => (name === 'Mod' ? (Platform.isMacOS ? 'Meta' : 'Ctrl') : name)));
  return (
    wanted.has('Ctrl') === event.ctrlKey &&
    wanted.has('Meta') === event.metaKey &&
    wanted.has('Alt') === event.altKey &&
    wanted.has('Shift') === event.shiftKey
  );
}
