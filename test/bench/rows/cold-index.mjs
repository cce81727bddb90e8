// P1: texts in memory → queryable. CPU time a note, so that parsers measured on fewer notes compare.
import { overRounds } from '../measure/interleave.mjs';
import { atMostTimes, micros, short, underBy } from './row-line.mjs';

const FLAGS = ['--expose-gc'];
const perNote = ({ cpu, count }) => (cpu * 1000) / count;

export const id = 'P1';
export const rounds = ({ isQuick }) => (isQuick ? 2 : 3);

export function contenders({ sizes: [few, many], isQuick }) {
  const ours = (count) => ({ id: `ours ${count}`, file: 'ours.mjs', name: 'coldIndex', options: { count }, flags: FLAGS });
  const pass = (count) => ({ id: `pass ${count}`, file: 'limits.mjs', name: 'onePass', options: { count }, flags: FLAGS });
  const parser = (name, count) => ({ id: name, file: 'parsers.mjs', name: 'parseVault', options: { parser: name, count }, flags: FLAGS });
  const datacore = { id: 'datacore', file: 'datacore.mjs', name: 'pageObjects', options: { count: Math.min(few, 10_000) }, flags: FLAGS };
  const peers = isQuick ? 1000 : 10_000;
  return [ours(few), pass(few), ours(many), pass(many), parser('lezer', peers), parser('markdown-it', peers), parser('micromark', 1000), datacore];
}

export function report(measured, { sizes }) {
  const [few, many] = sizes;
  const ours = (count) => overRounds(measured, (round) => perNote(round[`ours ${count}`]));
  const cost = (who) => overRounds(measured, (round) => perNote(round[who]));
  const against = (who, count) => overRounds(measured, (round) => perNote(round[`ours ${count}`]) / perNote(round[who]));
  const under = (who) => overRounds(measured, (round) => perNote(round[who]) / perNote(round[`ours ${few}`]));
  const speed = (count) => short(overRounds(measured, (round) => (count / round[`ours ${count}`].wall) * 1000));
  const size = (count) => `${count.toLocaleString('en')} notes`;
  const passes = [[few, 3], [many, 2]].map(([count, most]) => ({
    what: `cold index of ${size(count)}, ${speed(count)} a second | one pass`, ours: micros(ours(count)), other: micros(cost(`pass ${count}`)), ...atMostTimes(against(`pass ${count}`, count), most),
  }));
  const peer = (who, what, goal) => ({ what, ours: micros(ours(few)), other: micros(cost(who)), ...goal(under(who)) });
  const noGoal = (ratio) => ({ ratio, goal: '× under' });
  return [
    ...passes,
    peer('lezer', 'cold index | @lezer/markdown, blocks', (ratio) => underBy(ratio, 12)),
    peer('markdown-it', 'cold index | markdown-it, blocks', noGoal),
    peer('micromark', 'cold index | micromark, of 1,000 notes', noGoal),
    peer('datacore', 'cold index | Datacore, its page objects alone', noGoal),
  ];
}
