// Owns: a suggest modal over a fixed list of items, searched fuzzily.
import type { FuzzyMatch } from 'obsidian';
import { prepareFuzzySearch, renderMatches, sortSearchResults } from './search';
import { SuggestModal } from './suggest-modal';

export abstract class FuzzySuggestModal<T> extends SuggestModal<FuzzyMatch<T>> {
  getSuggestions(query: string): FuzzyMatch<T>[] {
    const match = prepareFuzzySearch(query);
    const found = this.getItems().flatMap((item) => {
      const result = match(this.getItemText(item));
      return result ? [{ item, match: result }] : [];
    });
    if (query.trim() !== '') sortSearchResults(found);
    return found;
  }

  renderSuggestion({ item, match }: FuzzyMatch<T>, el: HTMLElement): void {
    renderMatches(el, this.getItemText(item), match.matches);
  }

  onChooseSuggestion({ item }: FuzzyMatch<T>, event: MouseEvent | KeyboardEvent): void {
    this.onChooseItem(item, event);
  }

  abstract getItems(): T[];
  abstract getItemText(item: T): string;
  abstract onChooseItem(item: T, event: MouseEvent | KeyboardEvent): void;
}
