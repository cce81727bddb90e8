// Owns: running contenders against each other: a cold process each, one after the other, the order turned every round.
import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import { BENCH } from '../places.mjs';
import { median } from './statistics.mjs';

const run = promisify(execFile);
const PROCESS = path.join(BENCH, 'measure/contender-process.mjs');

/**
 * @typedef {object} Contender
 * @property {string} id names the samples in a round
 * @property {string} file in workloads/
 * @property {string} name export of that file
 * @property {object} [options] handed to it
 * @property {string[]} [flags] of node
 */

/** Answers the rounds: in each, contender id → what it measured. @param {readonly Contender[]} contenders */
export async function interleave(contenders, rounds) {
  const found = [];
  for (let round = 0; round < rounds; round++) {
    const turned = contenders.map((_contender, at) => contenders[(at + round) % contenders.length]);
    const measured = {};
    for (const { id, file, name, options = {}, flags = [] } of turned) {
      const { stdout } = await run(process.execPath, [...flags, PROCESS, file, name, JSON.stringify(options)], { maxBuffer: 1 << 26 });
      measured[id] = JSON.parse(stdout.trimEnd().split('\n').at(-1));
    }
    found.push(measured);
  }
  return found;
}

/** Median over the rounds of what `valueOf` answers for each, so that a ratio compares measurements of one round. */
export function overRounds(rounds, valueOf) {
  return median(rounds.map(valueOf));
}
