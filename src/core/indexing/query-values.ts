/** The values that the vault has under each key of the query language, for completions and the filter builder. */
import { compareTitles } from '../text/compare-titles';
import { textsOf } from './item-values';
import { itemsOf, type Lens } from './lens';
import type { PlanIndex } from './plan-index';
import { CLOSED_LISTS, type QueryKey } from './query-keys';

/** So many different values are kept of a key: nobody reads on. */
const MOST = 1000;

const FIXED: Readonly<Partial<Record<QueryKey, readonly string[]>>> = {
  ...CLOSED_LISTS,
  age: ['>7', '>30', '>90'],
  progress: ['<50', '>=80', '100'],
  score: ['>=6', '>=9'],
};

/** Looks each key up once for each state of the index. */
export class QueryValues {
  private readonly known = new Map<string, readonly string[]>();
  private revision = -1;

  constructor(private readonly index: PlanIndex) {}

  /** In the order of people, each once; '' is none. */
  of(key: QueryKey, lens: Lens): readonly string[] {
    const fixed = FIXED[key];
    if (fixed) return fixed;
    if (this.revision !== this.index.revision) {
      this.known.clear();
      this.revision = this.index.revision;
    }
    const name = `${lens} ${key}`;
    const values = this.known.get(name) ?? valuesIn(this.index, key, lens);
    this.known.set(name, values);
    return values;
  }
}

function valuesIn(index: PlanIndex, key: QueryKey, lens: Lens): readonly string[] {
  const values = new Map<string, string>();
  const add = (value: string | null | undefined): void => {
    if (typeof value === 'string' && value.trim() !== '' && !values.has(value.toLowerCase())) values.set(value.toLowerCase(), value);
  };
  for (const note of index.inPathOrder()) {
    if (values.size >= MOST) break;
    if (key === 'status') add(note.isPlan ? (note.statusName ?? note.statusText) : null);
    else for (const item of itemsOf(note, lens)) for (const text of textsOf(note, item, { lens, key })) add(text);
  }
  return [...values.values()].slice(0, MOST).sort(compareTitles);
}
