// Owns: how the bench shows what it found.
import { cpus, loadavg, release, totalmem, type } from 'node:os';
import { short } from './rows/row-line.mjs';

const COLUMNS = [
  { title: 'row', of: ({ id }) => id },
  { title: 'what | compared with', of: ({ what }) => what },
  { title: 'ours', of: ({ ours }) => ours, alignsRight: true },
  { title: 'peer or limit', of: ({ other = '' }) => other, alignsRight: true },
  { title: 'ratio', of: ({ ratio }) => (ratio === undefined ? '' : `${short(ratio)}×`), alignsRight: true },
  { title: 'goal', of: ({ goal = '' }) => goal },
  { title: 'reached', of: ({ reached }) => (reached === undefined ? '' : reached ? 'yes' : 'NO') },
];

/** Prints the lines of one or more rows below one header. */
export function printTable(lines) {
  const cells = [COLUMNS.map(({ title }) => title), ...lines.map((line) => COLUMNS.map(({ of }) => of(line)))];
  const widths = COLUMNS.map((_column, at) => Math.max(...cells.map((row) => row[at].length)));
  const padded = (row) => row.map((cell, at) => (COLUMNS[at].alignsRight ? cell.padStart(widths[at]) : cell.padEnd(widths[at]))).join('  ').trimEnd();
  const [header, ...rows] = cells.map(padded);
  console.log([header, '-'.repeat(header.length), ...rows].join('\n'));
  const held = lines.filter(({ reached }) => reached !== undefined);
  console.log(`\n${held.filter(({ reached }) => reached).length} of ${held.length} goals reached.`);
}

/** What the figures were measured on. */
export function machineLine() {
  const [first] = cpus();
  return `Machine: ${cpus().length} × ${first?.model.trim() ?? 'unknown processor'}, ${Math.round(totalmem() / 2 ** 30)} GB, ${type()} ${release()}, Node ${process.versions.node}.`;
}

/** A warning when other programs compete for the processors, or null. */
export function loadWarning() {
  const [load] = loadavg();
  return load > cpus().length ? `The machine is busy (load ${load.toFixed(1)}): times are too long, and ratios less certain.` : null;
}
