// P9: from the keypress to the text that is written, without the host's part.
import { overRounds } from '../measure/interleave.mjs';
import { percentiles, within } from './row-line.mjs';

const EDITS = { setTaskMark: 'tick', setCell: 'cell', transition: 'transition' };

export const id = 'P9';
export const rounds = ({ isQuick }) => (isQuick ? 1 : 3);

export function contenders({ isQuick }) {
  return [{ id: 'ours', file: 'edits.mjs', name: 'editLongPlan', options: { lines: 3000, edits: isQuick ? 40 : 100 } }];
}

export function report(measured) {
  return Object.entries(EDITS).map(([edit, name]) => {
    const cost = { p50: overRounds(measured, ({ ours }) => ours[edit].p50), p99: overRounds(measured, ({ ours }) => ours[edit].p99) };
    return { what: `${name} in a 3,000-line plan, p50 / p99`, ours: percentiles(cost), ...within([[cost.p50, 5]], '5 ms (p50)') };
  });
}
