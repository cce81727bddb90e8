// Owns: going to a place in an open note: a line, a range, a heading or block named in a link.
import { EditorSelection } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import { flashLine } from '../editor/line-flash';
import { resolveSubpath } from '../metadata/subpath';
import type { MarkdownView } from './markdown-view';

interface Place {
  line?: number;
  subpath?: string;
  startLoc?: { line: number };
  cursor?: { from: { line: number; ch: number }; to: { line: number; ch: number } };
  scroll?: number;
  focus?: boolean;
}

/** `{line}` (from 0) moves the caret to the line's start, brings it to the middle and marks it for a moment. */
export function applyEphemeralState(view: MarkdownView, state: unknown): void {
  const place: Place = typeof state === 'object' && state !== null ? state : {};
  if (place.cursor) view.editor.setSelection(place.cursor.from, place.cursor.to);
  const line = place.line ?? place.startLoc?.line ?? lineOfSubpath(view, place.subpath);
  if (line !== undefined) goToLine(view, line);
  else if (place.scroll !== undefined) goToLine(view, place.scroll, false);
  if (place.focus) view.focusInside();
}

function goToLine(view: MarkdownView, line: number, isFlashing = true): void {
  if (view.getMode() === 'preview') {
    view.previewMode.scrollToLine(line, isFlashing);
    return;
  }
  const { cm } = view.editor;
  const { from } = cm.state.doc.line(Math.max(1, Math.min(line + 1, cm.state.doc.lines)));
  cm.dispatch({ selection: EditorSelection.cursor(from), effects: EditorView.scrollIntoView(from, { y: 'center' }) });
  if (isFlashing) flashLine(cm, from);
}

function lineOfSubpath(view: MarkdownView, subpath: string | undefined): number | undefined {
  const cache = view.file && view.app.metadataCache.getFileCache(view.file);
  return cache && subpath ? resolveSubpath(cache, subpath)?.start.line : undefined;
}
