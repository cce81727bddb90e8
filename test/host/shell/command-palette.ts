// Owns: the command palette. The commands used last come first.
import type { FuzzyMatch } from 'obsidian';
import { Platform } from '../base/platform';
import type { Command, Hotkey } from '../plugin/commands';
import { FuzzySuggestModal } from '../ui/fuzzy-suggest-modal';
import type { App } from './app';

const recent: string[] = [];

export class CommandPalette extends FuzzySuggestModal<Command> {
  private readonly commands: Command[];

  constructor(app: App) {
    super(app);
    this.commands = app.commands.listCommands();
    this.setPlaceholder('Select a command...');
    this.setInstructions([
      { command: '↑↓', purpose: 'to navigate' },
      { command: '↵', purpose: 'to use' },
      { command: 'esc', purpose: 'to dismiss' },
    ]);
  }

  getItems(): Command[] {
    const rank = ({ id }: Command): number => (recent.includes(id) ? recent.indexOf(id) : recent.length);
    return [...this.commands].sort((a, b) => rank(a) - rank(b));
  }

  getItemText(command: Command): string {
    return command.name;
  }

  override renderSuggestion(match: FuzzyMatch<Command>, el: HTMLElement): void {
    el.addClass('mod-complex');
    super.renderSuggestion(match, el.createDiv('suggestion-content').createDiv('suggestion-title'));
    const hotkey = match.item.hotkeys?.[0];
    if (hotkey) el.createDiv('suggestion-aux').createEl('kbd', { cls: 'suggestion-hotkey', text: hotkeyText(hotkey) });
  }

  onChooseItem(command: Command): void {
    if (recent.includes(command.id)) recent.splice(recent.indexOf(command.id), 1);
    recent.unshift(command.id);
    this.app.commands.executeCommandById(command.id);
  }
}

function hotkeyText({ modifiers, key }: Hotkey): string {
  const mod = Platform.isMacOS ? '⌘' : 'Ctrl';
  return [...modifiers.map((modifier) => (modifier === 'Mod' ? mod : modifier)), key.length === 1 ? key.toUpperCase() : key].join(' + ');
}
