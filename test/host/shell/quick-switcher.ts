// Owns: the quick switcher: opens a note by name, or makes one.
import { Keymap } from '../base/scope';
import { prepareFuzzySearch, renderMatches, sortSearchResults } from '../ui/search';
import { SuggestModal } from '../ui/suggest-modal';
import type { TFile } from '../vault/file';
import { normalizePath } from '../vault/path';
import type { App } from './app';

type Choice = { readonly file: TFile; readonly matches: [number, number][] } | { readonly newPath: string };

export class QuickSwitcher extends SuggestModal<Choice> {
  constructor(app: App) {
    super(app);
    this.setPlaceholder('Find or create a note...');
    this.setInstructions([
      { command: '↑↓', purpose: 'to navigate' },
      { command: '↵', purpose: 'to open' },
      { command: 'esc', purpose: 'to dismiss' },
    ]);
  }

  getSuggestions(query: string): Choice[] {
    const notes = this.app.vault.getMarkdownFiles();
    if (query.trim() === '') {
      const recent = this.app.workspace.getLastOpenFiles();
      const rank = ({ path }: TFile): number => (recent.includes(path) ? recent.indexOf(path) : recent.length);
      return [...notes].sort((a, b) => rank(a) - rank(b)).map((file) => ({ file, matches: [] }));
    }
    const match = prepareFuzzySearch(query);
    const found = notes.flatMap((file) => {
      const result = match(textOf(file));
      return result ? [{ file, match: result }] : [];
    });
    sortSearchResults(found);
    const path = normalizePath(`${query.trim()}.md`);
    const choices: Choice[] = found.map(({ file, match: { matches } }) => ({ file, matches }));
    return this.app.vault.getFileByPath(path) ? choices : [...choices.slice(0, this.limit - 1), { newPath: path }];
  }

  renderSuggestion(choice: Choice, el: HTMLElement): void {
    el.addClass('mod-complex');
    const title = el.createDiv('suggestion-content').createDiv('suggestion-title');
    if ('file' in choice) renderMatches(title, textOf(choice.file), choice.matches);
    else {
      title.setText(choice.newPath.replace(/\.md$/, ''));
      el.createDiv('suggestion-aux').createSpan({ cls: 'suggestion-flair', text: 'Enter to create' });
    }
  }

  onChooseSuggestion(choice: Choice, event: MouseEvent | KeyboardEvent): void {
    void this.openChoice(choice, event);
  }

  private async openChoice(choice: Choice, event: MouseEvent | KeyboardEvent): Promise<void> {
    const file = 'file' in choice ? choice.file : await this.app.vault.create(choice.newPath, '');
    await this.app.workspace.getLeaf(Keymap.isModEvent(event)).openFile(file);
  }
}

function textOf(file: TFile): string {
  return file.path.replace(/\.md$/, '');
}
