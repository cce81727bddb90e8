// P4: a query over 100,000 checks and its first fifty rows.
import { overRounds } from '../measure/interleave.mjs';
import { ms, within } from './row-line.mjs';

const ITEMS = 100_000;

export const id = 'P4';
export const rounds = ({ isQuick }) => (isQuick ? 1 : 3);

export function contenders() {
  const flags = ['--expose-gc'];
  return [
    { id: 'ours', file: 'rollup.mjs', name: 'rollup', options: { items: ITEMS, edits: 20 }, flags },
    { id: 'datacore', file: 'datacore.mjs', name: 'arrayRollup', options: { items: ITEMS, edits: 9 }, flags },
  ];
}

export function report(measured) {
  const of = (who, key) => overRounds(measured, (round) => round[who][key]);
  const line = (what, key, limit) => ({
    what: `100,000 checks, ${what} | Datacore's arrays`, ours: ms(of('ours', key)), other: ms(of('datacore', key)),
    ratio: overRounds(measured, ({ ours, datacore }) => datacore[key] / ours[key]), ...within([[of('ours', key), limit]], ms(limit)),
  });
  return [line('from scratch', 'scratch', 8), line('after one edit', 'edit', 0.1), line('per key in the filter', 'key', 8)];
}
