// P5: what stays in memory.
import { overRounds } from '../measure/interleave.mjs';
import { kilobytes, within } from './row-line.mjs';

const FLAGS = ['--expose-gc'];

export const id = 'P5';
export const rounds = ({ isQuick }) => (isQuick ? 1 : 3);

export function contenders() {
  return [
    { id: 'ours', file: 'ours.mjs', name: 'heapPerNote', options: { count: 10_000 }, flags: FLAGS },
    { id: 'large', file: 'ours.mjs', name: 'heapOfLargeNotes', flags: FLAGS },
    { id: 'datacore', file: 'datacore.mjs', name: 'heapOfPages', options: { count: 2000 }, flags: FLAGS },
  ];
}

export function report(measured) {
  const of = (who) => overRounds(measured, (round) => round[who].bytes);
  const ratio = overRounds(measured, ({ ours, datacore }) => datacore.bytes / ours.bytes);
  return [
    { what: 'heap a note | Datacore, its page objects alone', ours: kilobytes(of('ours')), other: kilobytes(of('datacore')), ratio, ...within([[of('ours'), 3 * 1024]], '3 KB') },
    { what: 'twenty 1 MB notes with one item each', ours: kilobytes(of('large')), ...within([[of('large'), 2 << 20]], '2 MB') },
  ];
}
