/**
 * The options of a choice slot, in a small list at the slot while it is selected. The focus stays in the text:
 * arrow keys and Enter work in the list, any other key in the note. Choosing replaces this one slot.
 */
import { type EditorState, type Extension, Prec, StateEffect, StateField, type Transaction } from '@codemirror/state';
import { EditorView, keymap, showTooltip, type Tooltip } from '@codemirror/view';
import { selectedSlot } from './slots-of';

interface OptionList {
  readonly from: number;
  readonly to: number;
  readonly options: readonly string[];
  /** Number of the option that Enter takes. */
  readonly current: number;
  readonly tooltip: Tooltip;
}

const LIST_ID = 'plan-rollup-options';

const close = StateEffect.define();
const moveTo = StateEffect.define<number>();

const openList = StateField.define<OptionList | null>({
  create: () => null,
  update(list, tr) {
    if (tr.effects.some((effect) => effect.is(close))) return null;
    if (tr.docChanged || tr.selection) return listAt(tr);
    return tr.effects.reduce((moved, effect) => (moved && effect.is(moveTo) ? { ...moved, current: effect.value } : moved), list);
  },
  provide: (field) => [showTooltip.from(field, (list) => list?.tooltip ?? null), EditorView.contentAttributes.from(field, attributes)],
});

/** The list of the choice slot that is selected now; a selection drawn with the mouse opens none. */
function listAt(tr: Transaction): OptionList | null {
  const slot = tr.isUserEvent('select.pointer') ? null : selectedSlot(tr.state);
  if (!slot?.options) return null;
  const { from, to, options } = slot;
  return { from, to, options, current: 0, tooltip: { pos: from, create: (view) => renderList(view, options) } };
}

/** For a screen reader: the text has the focus, and which option is the current one. */
function attributes(list: OptionList | null): Record<string, string> {
  return list === null ? {} : { 'aria-controls': LIST_ID, 'aria-activedescendant': `${LIST_ID}-${list.current}` };
}

function renderList(view: EditorView, options: readonly string[]): ReturnType<Tooltip['create']> {
  const dom = createEl('ul', { cls: 'plan-rollup-options', attr: { id: LIST_ID, role: 'listbox', 'aria-label': 'Options' } });
  const items = options.map((option, number) => dom.appendChild(renderOption(view, option, number)));
  const show = (state: EditorState): void => {
    const current = state.field(openList, false)?.current ?? 0;
    items.forEach((item, number) => { item.setAttribute('aria-selected', String(number === current)); });
    items[current]?.scrollIntoView({ block: 'nearest' });
  };
  return { dom, mount: () => { show(view.state); }, update: ({ state }) => { show(state); } };
}

function renderOption(view: EditorView, option: string, number: number): HTMLElement {
  const item = createEl('li', { text: option, attr: { id: `${LIST_ID}-${number}`, role: 'option' } });
  // The text keeps the focus.
  item.addEventListener('mousedown', (event) => { event.preventDefault(); });
  item.addEventListener('click', () => { choose(view, number); });
  return item;
}

function choose(view: EditorView, number: number): boolean {
  const list = view.state.field(openList, false);
  const insert = list?.options[number];
  if (!list || insert === undefined || view.state.readOnly) return false;
  view.dispatch({ changes: { from: list.from, to: list.to, insert }, selection: { anchor: list.from + insert.length }, userEvent: 'input.complete', scrollIntoView: true });
  return true;
}

/** Runs `act` with the open list; without one the key is the editor's. */
function inList(act: (view: EditorView, list: OptionList) => boolean): (view: EditorView) => boolean {
  return (view) => {
    const list = view.state.field(openList, false);
    return !!list && !view.composing && act(view, list);
  };
}

function move(by: 1 | -1): (view: EditorView) => boolean {
  return inList((view, { current, options }) => {
    view.dispatch({ effects: moveTo.of((current + by + options.length) % options.length) });
    return true;
  });
}

export const optionList: Extension = [
  openList,
  EditorView.focusChangeEffect.of((state, isFocusing) => (isFocusing || !state.field(openList, false) ? null : close.of(null))),
  Prec.highest(
    keymap.of([
      { key: 'ArrowDown', run: move(1) },
      { key: 'ArrowUp', run: move(-1) },
      { key: 'Enter', run: inList((view, { current }) => choose(view, current)) },
      {
        key: 'Escape',
        run: inList((view) => {
          view.dispatch({ effects: close.of(null) });
          return true;
        }),
      },
    ]),
  ),
];
