// Owns: the set of CodeMirror extensions of a note's editor.
import { defaultKeymap, history, historyKeymap, indentWithTab } from '@codemirror/commands';
import { markdown, markdownLanguage } from '@codemirror/lang-markdown';
import { bracketMatching, indentUnit } from '@codemirror/language';
import { search, searchKeymap } from '@codemirror/search';
import { Annotation, EditorState, Prec, type Extension } from '@codemirror/state';
import { EditorView, drawSelection, highlightActiveLine, keymap, type ViewUpdate } from '@codemirror/view';
import { lineFlash } from './line-flash';
import { sourceLook } from './source-look';

/** Marks a change that came from the disk or from another view of the same note: it is no typing. */
export const fromOutside = Annotation.define<boolean>();

/** `pluginExtensions` come before the host's keys; `onUpdate` is told of every change. */
export function createEditorState(text: string, pluginExtensions: Extension, onUpdate: (update: ViewUpdate) => void): EditorState {
  return EditorState.create({
    doc: text,
    extensions: [
      EditorState.lineSeparator.of('\n'),
      EditorState.allowMultipleSelections.of(true),
      EditorState.tabSize.of(4),
      EditorView.lineWrapping,
      EditorView.clipboardInputFilter.of((pasted) => pasted.replace(/\r\n?/g, '\n')),
      EditorView.contentAttributes.of({ 'aria-label': 'Note', spellcheck: 'false', tabindex: '0' }),
      indentUnit.of('\t'),
      history(),
      search({ top: true }),
      drawSelection(),
      bracketMatching(),
      highlightActiveLine(),
      markdown({ base: markdownLanguage }),
      sourceLook,
      lineFlash,
      pluginExtensions,
      Prec.low(keymap.of([...searchKeymap, ...historyKeymap, ...defaultKeymap, indentWithTab])),
      EditorView.updateListener.of(onUpdate),
    ],
  });
}
