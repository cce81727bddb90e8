// npm run bench: measures the goals P1 to P10 against peers and limits and prints one table. Options: see USAGE.
import { performance } from 'node:perf_hooks';
import { findBrowser } from '../e2e/browser.mjs';
import { interleave } from './measure/interleave.mjs';
import { printProfile, profile } from './measure/profile.mjs';
import { buildOurs, installPeers, templateBodies } from './prepare.mjs';
import { loadWarning, machineLine, printTable } from './print-table.mjs';
import * as changedNote from './rows/changed-note.mjs';
import * as coldIndex from './rows/cold-index.mjs';
import * as edit from './rows/edit.mjs';
import * as growth from './rows/growth.mjs';
import * as heap from './rows/heap.mjs';
import * as pane from './rows/pane.mjs';
import * as plainNote from './rows/plain-note.mjs';
import * as rollup from './rows/rollup.mjs';
import * as size from './rows/size.mjs';
import * as startUp from './rows/start-up.mjs';
import { writeVault } from './vault/packed-vault.mjs';

const ROWS = [coldIndex, plainNote, changedNote, rollup, heap, pane, startUp, size, edit, growth];
/** Workloads in which our code is what runs. */
const OUR_WORKLOADS = ['ours.mjs', 'rollup.mjs', 'edits.mjs', 'growth.mjs', 'plain-notes.mjs'];
const USAGE = `Usage: npm run bench -- [--quick] [--only P3[,P4…]] [--profile]
  --quick    smaller vaults, fewer rounds, no browser: a look, not a measurement
  --only     these rows alone
  --profile  where our time goes in the rows chosen, instead of the table`;
const LEFT_OUT = [
  "Left out, as npm doesn't have it: Dataview's Markdown import, index and queries (obsidian-dataview on npm is its query grammar);",
  "Datacore's import, index and query engine (its package has the page objects and the arrays; they stand above as the least it spends);",
  'the Tasks plugin. Start-up of 50,000 notes and from stored shards is not measured here.',
].join('\n');

/** Reads the command line; ends the process with a sentence when it can't. */
function readOptions(args) {
  const at = args.indexOf('--only');
  const only = at < 0 ? null : (args[at + 1] ?? '').toUpperCase().split(',');
  const isKnown = args.every((arg, n) => arg === '--quick' || arg === '--profile' || n === at || (at >= 0 && n === at + 1));
  const unknown = only?.find((name) => !ROWS.some(({ id }) => id === name));
  if (!isKnown || unknown !== undefined) {
    console.error(unknown === undefined ? USAGE : `There is no row “${unknown}”: the rows are ${ROWS.map(({ id }) => id).join(', ')}.\n${USAGE}`);
    process.exit(2);
  }
  const isQuick = args.includes('--quick');
  const isChosen = ({ id, needsBrowser = false }) => only?.includes(id) ?? !(needsBrowser && isQuick);
  return { isQuick, isProfile: args.includes('--profile'), sizes: isQuick ? [1000, 10_000] : [10_000, 50_000], rows: ROWS.filter(isChosen) };
}

/** Why the rows that need a browser can't be measured, or null. */
function browserProblem(rows) {
  if (!rows.some(({ needsBrowser = false }) => needsBrowser)) return null;
  try {
    findBrowser();
    return null;
  } catch (error) {
    return error.message;
  }
}

async function measure(rows, options) {
  const lines = [];
  for (const row of rows) {
    const start = performance.now();
    const measured = await interleave(row.contenders(options), row.rounds(options));
    lines.push(...row.report(measured, options).map((line) => ({ id: row.id, ...line })));
    console.error(`${row.id} measured in ${((performance.now() - start) / 1000).toFixed(0)} s`);
  }
  printTable(lines);
}

/** Only what runs our code and in node: the page has a profiler of its own. */
function profileRows(rows, options) {
  const contenders = rows.filter(({ needsBrowser = false }) => !needsBrowser).flatMap((row) => row.contenders(options).map((contender) => ({ row, contender })));
  const ours = contenders.filter(({ contender }) => OUR_WORKLOADS.includes(contender.file));
  for (const { row, contender } of ours) printProfile(`${row.id}, ${contender.name} ${JSON.stringify(contender.options ?? {})}`, profile(contender));
}

async function main() {
  const start = performance.now();
  const options = readOptions(process.argv.slice(2));
  const warning = loadWarning();
  installPeers();
  await buildOurs();
  const bytes = writeVault(Math.max(...options.sizes), await templateBodies());
  console.log(`${machineLine()}\nVault: one note in five a plan, ${(bytes / 1000).toFixed(1)} KB a note. Medians of rounds, a cold process for each contender, ratios within a round.${warning === null ? '' : `\n${warning}`}\n`);
  if (options.isProfile) {
    profileRows(options.rows, options);
    return;
  }
  const problem = browserProblem(options.rows);
  await measure(options.rows.filter(({ needsBrowser = false }) => problem === null || !needsBrowser), options);
  if (problem !== null) console.log(`P6 and P7 are left out: ${problem}`);
  console.log(`${LEFT_OUT}\nThe run took ${((performance.now() - start) / 1000).toFixed(0)} s.`);
}

await main();
