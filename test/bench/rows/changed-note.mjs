// P3: one note has changed.
import { overRounds } from '../measure/interleave.mjs';
import { atMostTimes, ms, percentiles, within } from './row-line.mjs';

export const id = 'P3';
export const rounds = ({ isQuick }) => (isQuick ? 2 : 3);

export function contenders({ sizes, isQuick }) {
  const flags = ['--expose-gc'];
  const edits = isQuick ? 1000 : 4000;
  const note = (size, count) => ({ id: size, file: 'ours.mjs', name: 'changedNote', options: { count, edits }, flags });
  const parser = (name) => ({ id: name, file: 'parsers.mjs', name: 'parseLongNote', options: { parser: name, edits: 400 }, flags });
  const plan = { id: 'plan', file: 'ours.mjs', name: 'changedLongPlan', options: { lines: 3000, edits: isQuick ? 100 : 400 }, flags };
  return [note('small', 1000), note('large', sizes.at(-1)), plan, parser('lezer'), parser('markdown-it')];
}

export function report(measured, { sizes }) {
  const of = (who) => ({ p50: overRounds(measured, (round) => round[who].p50), p99: overRounds(measured, (round) => round[who].p99) });
  const small = of('small');
  const large = of('large');
  const plan = of('plan');
  const against = (a, b) => overRounds(measured, (round) => round[a].p50 / round[b].p50);
  const many = sizes.at(-1).toLocaleString('en');
  return [
    { what: '9 KB note changed, 1,000 notes, p50 / p99', ours: percentiles(small), ...within([[small.p50, 0.05], [small.p99, 0.2]], '0.05 / 0.2 ms') },
    { what: `9 KB note changed, ${many} notes | 1,000 notes`, ours: percentiles(large), other: percentiles(small), ...atMostTimes(against('large', 'small'), 2) },
    { what: '9 KB note changed | @lezer/markdown, blocks', ours: percentiles(small), other: percentiles(of('lezer')), ratio: against('lezer', 'small'), goal: '× under' },
    { what: '9 KB note changed | markdown-it, blocks', ours: percentiles(small), other: percentiles(of('markdown-it')), ratio: against('markdown-it', 'small'), goal: '× under' },
    { what: '3,000-line plan while typing, p50 / p99', ours: percentiles(plan), ...within([[plan.p50, 2]], `${ms(2)} (p50)`) },
  ];
}
