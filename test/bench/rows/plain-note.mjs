// P2: a note with nothing to show costs little more than looking at it.
import { overRounds } from '../measure/interleave.mjs';
import { atMostTimes, micros } from './row-line.mjs';

export const id = 'P2';
export const rounds = ({ isQuick }) => (isQuick ? 2 : 3);

export function contenders() {
  return [{ id: 'both', file: 'plain-notes.mjs', name: 'plainNotes', options: { count: 1000, rounds: 9 } }];
}

export function report(measured) {
  const of = (key) => overRounds(measured, ({ both }) => both[key]);
  return [{ what: 'a note with nothing to show | one pass', ours: micros(of('ours')), other: micros(of('pass')), ...atMostTimes(of('ratio'), 1.5) }];
}
