// Workloads: a rollup of 100,000 checks: from scratch, after one edit, and on each key typed into the filter.
import { pathToFileURL } from 'node:url';
import { OURS } from '../places.mjs';
import { asRead, timeEach, timeOnce } from '../measure/stopwatch.mjs';
import { median, quantile } from '../measure/statistics.mjs';
import { planVault } from '../vault/make-vault.mjs';

const { BUILT_IN_TEMPLATES, PlanIndex, runQuery } = await import(pathToFileURL(OURS));
const LENS = { lens: 'verification' };
const SHOWN = 50;

/** Plans whose tasks add up to `items`; nearly all tasks of the templates are checks. */
export function plansOf(items) {
  return planVault(BUILT_IN_TEMPLATES.map(({ body }) => body), items, (text) => text.match(/^\s*- \[.\] /gm)?.length ?? 0);
}

/** Milliseconds of each kind of query, its first fifty rows read. */
export function rollup({ items, edits }) {
  const plans = plansOf(items);
  const warm = indexOf(plans.slice(0, plans.length >> 4));
  for (let round = 0; round < 60; round++) {
    warm.put(plans[0].path, `${plans[0].text}\n- [ ] ${round}`);
    query(warm, ['', 'adapter', 'log'][round % 3]);
  }
  const index = indexOf(plans);
  const scratch = timeOnce(() => query(index, ''));
  const changed = (n) => {
    const { path, text } = plans[(n * 97) % plans.length];
    index.put(path, asRead(text.replace('- [ ] ', `- [ ] ${n} `)));
  };
  const edit = timeEach(edits, changed, () => query(index, ''));
  const keys = timeEach(KEYSTROKES.length, (n) => KEYSTROKES[n], (typed) => query(index, typed));
  return { total: scratch.result, plans: plans.length, scratch: scratch.wall, edit: median(edit), editP99: quantile(edit, 0.99), key: median(keys), keyMax: Math.max(...keys) };
}

/** What the search box holds after each key of two words typed and taken back. */
export const KEYSTROKES = ['adapter', 'storage row'].flatMap((word) => {
  const typed = Array.from(word, (_letter, at) => word.slice(0, at + 1));
  return [...typed, ...typed.slice(0, -1).reverse()];
});

function query(index, typed) {
  const result = runQuery(index, typed, LENS);
  for (let at = 0; at < Math.min(SHOWN, result.length); at++) result.row(at);
  return result.total;
}

function indexOf(plans) {
  const index = new PlanIndex();
  for (const { path, text } of plans) index.put(path, text);
  return index;
}
