/**
 * A click on the status that a plan states in its own text. The click moves the caret as ever; only when it was a plain
 * single one on the word itself, and nothing follows it, whoever handed `open` in is told. Nothing here changes the text.
 */
import type { EditorState, Extension, Text } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import { editorInfoField } from 'obsidian';
import { type ParseOptions, readPlan } from '../core/plan/parse-plan';
import type { Workflow } from '../core/status/workflow';

/** A second click that comes so soon, in milliseconds, makes a double click. */
const DOUBLE = 250;
/** Characters from which on a note is not read for a click. */
const TOO_LARGE = 2_000_000;

export interface ClickedStatus {
  readonly path: string;
  readonly workflow: Workflow;
  /** As written. */
  readonly current: string;
  /** Below the word, in CSS pixels of its window. */
  readonly x: number;
  readonly y: number;
  readonly doc: Document;
}

interface StatusPlaces {
  readonly path: string;
  readonly of: ParseOptions;
  readonly workflow: Workflow;
  readonly places: readonly { readonly from: number; readonly to: number; readonly raw: string }[];
}

export function statusClick(reading: () => ParseOptions, open: (clicked: ClickedStatus) => void): Extension {
  let timer = 0;
  const known = new WeakMap<Text, StatusPlaces>();
  const placesIn = (state: EditorState): StatusPlaces | null => {
    const path = state.field(editorInfoField, false)?.file?.path;
    if (path === undefined || state.doc.length > TOO_LARGE) return null;
    const of = reading();
    const last = known.get(state.doc);
    if (last?.path === path && last.of === of) return last;
    const { isPlan, workflow, statusSources } = readPlan(state.doc.toString(), { ...of, path });
    const places = { path, of, workflow, places: isPlan ? statusSources.filter(({ isChosen, raw }) => isChosen && raw !== '') : [] };
    known.set(state.doc, places);
    return places;
  };
  const cancel = (): void => { window.clearTimeout(timer); };
  return [
    EditorView.domEventHandlers({
      mousedown: cancel,
      keydown: cancel,
      click(event, view) {
        cancel();
        if (!isPlain(event) || !view.state.selection.main.empty) return;
        const at = view.posAtCoords({ x: event.clientX, y: event.clientY });
        const found = at === null ? null : placesIn(view.state);
        const place = found?.places.find(({ from, to }) => at !== null && from <= at && at <= to);
        if (!found || !place || !isOver(view, place, event)) return;
        const { doc } = view.state;
        timer = window.setTimeout(() => {
          const coords = view.state.doc === doc ? view.coordsAtPos(place.from) : null;
          if (coords && view.state.selection.main.empty) open({ path: found.path, workflow: found.workflow, current: place.raw, x: coords.left, y: coords.bottom, doc: view.dom.ownerDocument });
        }, DOUBLE);
      },
    }),
    EditorView.updateListener.of(({ docChanged }) => {
      if (docChanged) cancel();
    }),
  ];
}

function isPlain({ button, detail, shiftKey, ctrlKey, metaKey, altKey }: MouseEvent): boolean {
  return button === 0 && detail < 2 && !shiftKey && !ctrlKey && !metaKey && !altKey;
}

/** Whether the pointer is on the word, and not in the empty space that belongs to it. */
function isOver(view: EditorView, { from, to }: { readonly from: number; readonly to: number }, { clientX, clientY }: MouseEvent): boolean {
  const start = view.coordsAtPos(from, 1);
  const end = view.coordsAtPos(to, -1);
  if (!start || !end || clientY < start.top || clientY > end.bottom) return false;
  return start.top !== end.top || (clientX >= start.left && clientX <= end.right);
}
