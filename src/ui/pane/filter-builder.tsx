/** The filter as rows of property, operator and value. It writes the query of the search box, and reads what is typed there. */
import type { ComponentChild } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { type Condition, type ConditionMode, type Conditions, MODES, operatorsOf, readConditions, writeConditions } from '../../core/indexing/build-query';
import { QUERY_KEYS, type QueryKey } from '../../core/indexing/query-language';

export interface FilterBuilderProps {
  readonly query: string;
  readonly onQuery: (query: string) => void;
  readonly valuesOf: (key: QueryKey) => readonly string[];
}

const MODE_NAMES: Readonly<Record<ConditionMode, string>> = { all: 'All of these hold', any: 'Any of these holds', none: 'None of these holds' };
const SIGNS: Readonly<Record<string, string>> = { '>': 'more than', '>=': 'at least', '<': 'less than', '<=': 'at most' };
const NEW: Condition = { key: 'status', operator: null, isNegated: false, value: '' };

/** What is being built, and the query it was written as: another query in the box is read anew. */
interface Built extends Conditions {
  readonly query: string;
}

export function FilterBuilder({ query, onQuery, valuesOf }: FilterBuilderProps): ComponentChild {
  const [held, setHeld] = useState<Built | null>(null);
  const rows = useRef<HTMLDivElement>(null);
  const read = held?.query === query ? held : readConditions(query);
  if (!read) return <p class="plan-rollup-builder-note">This filter has brackets or a mistake, which rows can’t show. Change it in the box above, or empty that.</p>;
  const conditions = read.conditions.length > 0 ? read.conditions : [NEW];
  const set = (next: Conditions): void => {
    const written = writeConditions(next);
    setHeld({ ...next, query: written });
    onQuery(written);
  };
  const change = (at: number, part: Partial<Condition>): void => {
    set({ ...read, conditions: conditions.map((each, index) => (index === at ? { ...each, ...part } : each)) });
  };
  const remove = (at: number): void => {
    set({ ...read, conditions: conditions.filter((_each, index) => index !== at) });
    // The focus goes to the row that takes the place, or the last one.
    const fields = rows.current?.querySelectorAll<HTMLElement>('.plan-rollup-condition select:first-child') ?? [];
    fields[Math.min(at + 1, fields.length - 1)]?.focus();
  };
  return (
    <div class="plan-rollup-builder" role="group" aria-label="Filter builder" ref={rows}>
      <select class="dropdown" aria-label="How the conditions count" value={read.mode} onChange={(event) => { set({ ...read, conditions, mode: MODES.find((mode) => mode === event.currentTarget.value) ?? 'all' }); }}>
        {MODES.map((mode) => <option key={mode} value={mode}>{MODE_NAMES[mode]}</option>)}
      </select>
      {conditions.map((condition, at) => <ConditionRow key={at} at={at} condition={condition} valuesOf={valuesOf} onChange={(part) => { change(at, part); }} onRemove={() => { remove(at); }} />)}
      <button type="button" onClick={() => { setHeld({ ...read, conditions: [...conditions, NEW], query }); }}>Add a condition</button>
    </div>
  );
}

interface RowProps {
  readonly at: number;
  readonly condition: Condition;
  readonly valuesOf: (key: QueryKey) => readonly string[];
  readonly onChange: (part: Partial<Condition>) => void;
  readonly onRemove: () => void;
}

function ConditionRow({ at, condition: { key, operator, isNegated, value }, valuesOf, onChange, onRemove }: RowProps): ComponentChild {
  const list = `plan-rollup-values-${at}`;
  const name = `Condition ${at + 1}`;
  const sign = operator ?? (isNegated ? 'not' : '');
  return (
    <div class="plan-rollup-condition">
      <select class="dropdown" aria-label={`${name}: property`} value={key ?? ''} onChange={(event) => { onChange({ key: keyOf(event.currentTarget.value), operator: null }); }}>
        <option value="">text</option>
        {Object.keys(QUERY_KEYS).map((each) => <option key={each} value={each}>{each}</option>)}
      </select>
      <select class="dropdown" aria-label={`${name}: operator`} value={sign} onChange={(event) => { onChange(signOf(event.currentTarget.value, key)); }}>
        <option value="">{key === null ? 'holds' : 'is'}</option>
        <option value="not">{key === null ? 'does not hold' : 'is not'}</option>
        {operatorsOf(key).map((each) => <option key={each} value={each}>{SIGNS[each]}</option>)}
      </select>
      <input type="text" aria-label={`${name}: value`} list={list} autocomplete="off" value={value} onInput={(event) => { onChange({ value: event.currentTarget.value }); }} />
      <datalist id={list}>{key !== null && valuesOf(key).slice(0, 50).map((each) => <option key={each} value={each.replace(/^[<>=]+/, '')} />)}</datalist>
      <button type="button" class="clickable-icon" aria-label={`Remove condition ${at + 1}`} onClick={onRemove}>×</button>
    </div>
  );
}

function keyOf(name: string): QueryKey | null {
  return (Object.keys(QUERY_KEYS) as QueryKey[]).find((each) => each === name) ?? null;
}

function signOf(sign: string, key: QueryKey | null): Pick<Condition, 'operator' | 'isNegated'> {
  return { operator: operatorsOf(key).find((each) => each === sign) ?? null, isNegated: sign === 'not' };
}
