/** The field in which one cell of a table is edited, where the cell stands. */
import type { ComponentChild } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { FieldSuggestions } from '../modals/field-suggestions';
import type { CellEdit, CellEnd } from './use-cells';

export interface CellInputProps {
  readonly edit: CellEdit;
  /** Values to choose from. */
  readonly values: () => readonly string[];
  readonly onEnd: (how: CellEnd) => void;
}

export function CellInput({ edit, values, onEnd }: CellInputProps): ComponentChild {
  const field = useRef<HTMLInputElement>(null);
  const end = useRef(onEnd);
  end.current = onEnd;
  useLayoutEffect(() => (field.current ? listen(field.current, edit, { values, onEnd: (how) => { end.current(how); } }) : undefined), []);
  const stop = (event: Event): void => { event.stopPropagation(); };
  return (
    <span class="plan-rollup-cell-edit" role="gridcell" onClick={stop} onMouseDown={stop} onDblClick={stop}>
      <input type="text" ref={field} aria-label={`${edit.role} of ${edit.row.text}`} defaultValue={edit.draft.text} spellcheck={false} onInput={(event) => { edit.draft.text = event.currentTarget.value; }} />
    </span>
  );
}

/** Puts the caret there and follows the keys; answers how to stop. */
function listen(field: HTMLInputElement, { before, draft }: CellEdit, { values, onEnd }: Pick<CellInputProps, 'values' | 'onEnd'>): () => void {
  const list = field.closest<HTMLElement>('.plan-rollup-list');
  const all = values();
  const suggestions = new FieldSuggestions(field, (typed) => (typed === before ? all : all.filter((value) => value.toLowerCase().includes(typed.toLowerCase()))), (value) => {
    field.value = value;
    draft.text = value;
  });
  const onKey = (event: KeyboardEvent): void => {
    event.stopPropagation();
    if (event.isComposing || event.defaultPrevented) return;
    const how = event.key === 'Enter' ? 'keep' : event.key === 'Escape' ? 'cancel' : event.key === 'Tab' ? (event.shiftKey ? 'previous' : 'next') : null;
    if (how === null) return;
    event.preventDefault();
    suggestions.hide();
    list?.focus();
    onEnd(how);
  };
  const onBlur = (): void => {
    // A line that is moved loses the focus for a moment, and a window that goes behind another one keeps it.
    field.win.setTimeout(() => {
      const { activeElement, body } = field.doc;
      if (!field.isConnected || !field.doc.hasFocus() || activeElement === field) return;
      if (activeElement === null || activeElement === body) field.focus();
      else onEnd('keep');
    });
  };
  field.addEventListener('keydown', onKey);
  field.addEventListener('blur', onBlur);
  field.focus();
  field.select();
  field.click();
  return () => {
    field.removeEventListener('keydown', onKey);
    field.removeEventListener('blur', onBlur);
  };
}
