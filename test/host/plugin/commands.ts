// Owns: the commands: which exist, which can run now, and their default hotkeys.
import type { Modifier, Scope } from '../base/scope';
import type { Editor } from '../editor/editor';
import type { MarkdownView } from '../workspace/markdown-view';

export interface Hotkey {
  modifiers: Modifier[];
  key: string;
}

export interface Command {
  id: string;
  name: string;
  icon?: string;
  mobileOnly?: boolean;
  repeatable?: boolean;
  callback?: () => unknown;
  checkCallback?: (checking: boolean) => boolean | void;
  editorCallback?: (editor: Editor, view: MarkdownView) => unknown;
  editorCheckCallback?: (checking: boolean, editor: Editor, view: MarkdownView) => boolean | void;
  hotkeys?: Hotkey[];
}

export class Commands {
  private readonly commands = new Map<string, { command: Command; remove: () => void }>();

  constructor(
    private readonly scope: Scope,
    private readonly findEditor: () => MarkdownView | null,
  ) {}

  addCommand(command: Command): void {
    this.removeCommand(command.id);
    const bindings = (command.hotkeys ?? []).map(({ modifiers, key }) =>
      this.scope.register(modifiers, key, () => (this.executeCommandById(command.id) ? false : undefined)),
    );
    this.commands.set(command.id, { command, remove: () => bindings.forEach((binding) => this.scope.unregister(binding)) });
  }

  removeCommand(id: string): void {
    this.commands.get(id)?.remove();
    this.commands.delete(id);
  }

  findCommand(id: string): Command | undefined {
    return this.commands.get(id)?.command;
  }

  /** Those that can run now. */
  listCommands(): Command[] {
    return [...this.commands.values()].map(({ command }) => command).filter((command) => this.run(command, true));
  }

  /** All, whether they can run now or not. */
  allCommands(): Command[] {
    return [...this.commands.values()].map(({ command }) => command);
  }

  /** Whether the command exists and could run. */
  executeCommandById(id: string): boolean {
    const command = this.findCommand(id);
    if (!command || !this.run(command, true)) return false;
    this.run(command, false);
    return true;
  }

  private run(command: Command, checking: boolean): boolean {
    if (command.editorCheckCallback || command.editorCallback) {
      const view = this.findEditor();
      if (view?.getMode() !== 'source') return false;
      if (command.editorCheckCallback) return command.editorCheckCallback(checking, view.editor, view) ?? !checking;
      if (!checking) command.editorCallback?.(view.editor, view);
      return true;
    }
    if (command.checkCallback) return command.checkCallback(checking) ?? !checking;
    if (!checking) command.callback?.();
    return true;
  }
}
