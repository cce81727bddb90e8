// Owns: suggestions at the caret of a note, as Obsidian's EditorSuggest.
import type { EditorPosition, EditorSuggestTriggerInfo } from 'obsidian';
import type { Editor } from '../editor/editor';
import type { App } from '../shell/app';
import type { TFile } from '../vault/file';
import type { MarkdownView } from '../workspace/markdown-view';
import { PopoverSuggest } from './popover-suggest';
import type { SuggestionList } from './suggestion-list';

export interface SuggestContext extends EditorSuggestTriggerInfo {
  editor: Editor;
  file: TFile;
}

export abstract class EditorSuggest<T> extends PopoverSuggest<T> {
  context: SuggestContext | null = null;
  protected readonly list: SuggestionList<T>;

  constructor(app: App) {
    super(app);
    this.list = this.createList(createDiv());
  }

  setInstructions(): void {
    // the popover shows none
  }

  abstract onTrigger(cursor: EditorPosition, editor: Editor, file: TFile | null): EditorSuggestTriggerInfo | null;
  abstract getSuggestions(context: SuggestContext): T[] | Promise<T[]>;

  override close(): void {
    super.close();
    this.context = null;
  }

  /** To be called after typing. Whether this suggest took the place. */
  async trigger(view: MarkdownView): Promise<boolean> {
    const { editor, file } = view;
    const info = file && this.onTrigger(editor.getCursor(), editor, file);
    if (!info) {
      this.close();
      return false;
    }
    const context = { ...info, editor, file };
    this.context = context;
    const values = await this.getSuggestions(context);
    const caret = editor.cm.coordsAtPos(editor.posToOffset(info.start));
    this.showBelow(caret ?? { left: 0, bottom: 0 }, values);
    this.context = values.length > 0 ? context : null;
    return values.length > 0;
  }
}
