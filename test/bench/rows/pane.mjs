// P6: the pane with 100,000 rows, in a browser.
import { overRounds } from '../measure/interleave.mjs';
import { ms, within } from './row-line.mjs';

const ITEMS = 100_000;

export const id = 'P6';
export const needsBrowser = true;
export const rounds = ({ isQuick }) => (isQuick ? 1 : 2);

export function contenders() {
  return [{ id: 'pane', file: 'pane.mjs', name: 'paneOfChecks', options: { items: ITEMS } }];
}

export function report(measured) {
  const of = (key) => overRounds(measured, ({ pane }) => pane[key]);
  const line = (what, key, limit, unit = ms) => ({ what, ours: unit(of(key)), ...within([[of(key), limit]], unit(limit)) });
  return [
    line(`pane of ${of('rows').toLocaleString('en')} lines, opened`, 'open', 20),
    line('pane, elements', 'nodes', 400, String),
    line('pane, a step of scrolling, p99', 'stepP99', 6),
    line('pane, worst frame while scrolling', 'scrollWorst', 34),
    line('pane, worst frame with an arrow key held', 'heldWorst', 34),
  ];
}
