// P7: from the layout's being ready to a complete index, in a browser, with the host's reads.
import { overRounds } from '../measure/interleave.mjs';
import { ms, within } from './row-line.mjs';

const COUNT = 10_000;

export const id = 'P7';
export const needsBrowser = true;
export const rounds = ({ isQuick }) => (isQuick ? 1 : 2);

export function contenders() {
  return [{ id: 'start', file: 'pane.mjs', name: 'startUp', options: { count: COUNT } }];
}

export function report(measured) {
  const of = (how, key) => overRounds(measured, ({ start }) => start[how][key]);
  const notes = COUNT.toLocaleString('en');
  const complete = (how, what) => ({ what: `${notes} notes, index complete, ${what}`, ours: ms(of(how, 'complete')), ...within([[of(how, 'complete'), 500]], ms(500)) });
  const longest = (how, what) => ({ what: `${notes} notes, longest task, ${what}`, ours: ms(of(how, 'longest')), ...within([[of(how, 'longest'), 8]], ms(8)) });
  return [
    { what: 'onload', ours: ms(of('alone', 'onload')), ...within([[of('alone', 'onload'), 5], [of('alone', 'readsInOnload'), 0]], '5 ms, no reads') },
    { what: `notes read of ${notes}`, ours: String(of('alone', 'reads')) },
    complete('alone', 'no pane'),
    longest('alone', 'no pane'),
    complete('withPane', 'pane open'),
    longest('withPane', 'pane open'),
  ];
}
