// P8: the file that is loaded when the app starts. The goal of a sixth of Dataview's time is not judged: its main.js, eight
// times as large as the library measured here, is not on npm.
import path from 'node:path';
import { overRounds } from '../measure/interleave.mjs';
import { BENCH, PLUGIN } from '../places.mjs';
import { kilobytes, ms, within } from './row-line.mjs';

const FILES = {
  ours: path.join(PLUGIN, 'main.js'),
  dataview: path.join(BENCH, 'node_modules/obsidian-dataview/lib/index.js'),
  datacore: path.join(BENCH, 'node_modules/@blacksmithgu/datacore/build/library/index.js'),
};

export const id = 'P8';
export const rounds = ({ isQuick }) => (isQuick ? 5 : 15);

export function contenders() {
  return Object.entries(FILES).map(([who, file]) => ({ id: who, file: 'evaluation.mjs', name: 'evaluation', options: { file } }));
}

export function report(measured) {
  const time = (who) => overRounds(measured, (round) => round[who].wall);
  const bytes = (who) => measured[0][who].bytes;
  const under = (who) => overRounds(measured, (round) => round[who].wall / round.ours.wall);
  const name = { dataview: 'Dataview', datacore: 'Datacore' };
  const library = (who) => ({ what: `main.js evaluated | ${name[who]}'s library, ${kilobytes(bytes(who))}`, ours: ms(time('ours')), other: ms(time(who)), ratio: under(who), goal: '× under' });
  return [
    { what: 'main.js, size', ours: kilobytes(bytes('ours')), ...within([[bytes('ours'), 220 * 1024]], '220 KB') },
    { what: 'main.js evaluated, cold', ours: ms(time('ours')), ...within([[time('ours'), 10]], '10 ms') },
    library('dataview'),
    library('datacore'),
  ];
}
