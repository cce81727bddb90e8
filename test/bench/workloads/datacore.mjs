// Peer: what Datacore's package on npm holds of it: its page objects, made from a note that has been parsed already, and
// the arrays that its views query with. Its Markdown import, its index and its query engine are not in the package, so
// these figures are what Datacore spends at the least. Its classes are not exported; a line added to its source exports them.
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { BENCH, OURS } from '../places.mjs';
import { keptBytes } from '../measure/heap.mjs';
import { timeEach, timeOnce } from '../measure/stopwatch.mjs';
import { median } from '../measure/statistics.mjs';
import { openPackedVault } from '../vault/packed-vault.mjs';
import { evaluateFile } from './as-obsidian.mjs';
import { KEYSTROKES, plansOf } from './rollup.mjs';

export const DATACORE = path.join(BENCH, 'node_modules/@blacksmithgu/datacore/build/library/index.js');
const { readPlan } = await import(pathToFileURL(OURS));
const { DataArray, MarkdownPage } = evaluateFile(DATACORE, 'module.exports = { DataArray: src_exports.DataArray, MarkdownPage };');

/** Parsed notes → Datacore's page objects: CPU time and bytes a note. The parsed notes are made outside the clock. */
export function pageObjects({ count }) {
  const vault = openPackedVault(count);
  const parsed = vault.paths.map((notePath, n) => parsedPage(notePath, vault.text(n)));
  const pages = [];
  globalThis.gc();
  const { wall, cpu } = timeOnce(() => parsed.forEach((raw) => pages.push(MarkdownPage.from(raw))));
  return { wall, cpu, count: pages.length };
}

/** Bytes a note of the same, in a process of its own. */
export function heapOfPages({ count }) {
  const vault = openPackedVault(count);
  // Through JSON, as from a worker: else the objects would share the parsed note's strings.
  const parsed = vault.paths.map((notePath, n) => JSON.stringify(parsedPage(notePath, vault.text(n))));
  const pages = [];
  const before = keptBytes();
  for (const raw of parsed) pages.push(MarkdownPage.from(JSON.parse(raw)));
  return { bytes: (keptBytes() - before) / pages.length };
}

/** A rollup with Datacore's arrays: open tasks by page, then the same with a word looked for in their text. */
export function arrayRollup({ items, edits }) {
  const tasks = plansOf(items).flatMap(({ path: notePath, text }) => MarkdownPage.from(parsedPage(notePath, text)).$sections).flatMap(({ $blocks }) => $blocks).flatMap(({ $elements }) => $elements);
  const open = (typed) => DataArray.from(tasks).where((task) => task.$status === ' ' && task.$text.toLowerCase().includes(typed)).groupBy((task) => task.$file);
  const samples = timeEach(edits, () => null, () => open('').slice(0, 50).length);
  const keys = timeEach(KEYSTROKES.length, (n) => KEYSTROKES[n], (typed) => open(typed).slice(0, 50).length);
  return { total: tasks.length, scratch: median(samples), edit: median(samples), key: median(keys) };
}

/** The note in the form in which Datacore's importer hands it to its index: a section a heading, list items within. */
function parsedPage(notePath, text) {
  const { headings, tasks, frontmatter } = readPlan(text);
  const starts = [{ text: notePath, level: 1, line: 0 }, ...headings];
  const ends = [...headings.map(({ line }) => line), text.split('\n').length];
  const $sections = starts.map((heading, at) => section(heading, { ordinal: at, end: ends[at], tasks }));
  const entries = [...(frontmatter?.properties ?? [])].map(([key, { value }]) => [key, { key, value: String(value), raw: String(value) }]);
  return {
    $path: notePath, $frontmatter: Object.fromEntries(entries), $infields: {}, $ctime: 1, $mtime: 2, $extension: 'md',
    $size: text.length, $position: { start: 0, end: ends.at(-1) }, $tags: [], $links: [], $sections,
  };
}

function section({ text, level, line }, { ordinal, end, tasks }) {
  const own = tasks.filter((task) => task.line >= line && task.line < end);
  const common = { $tags: [], $links: [], $infields: {} };
  const $elements = own.map((task) => ({
    ...common, $position: { start: task.line, end: task.line }, $elements: [], $type: 'task', $parentLine: -1, $text: task.text, $symbol: '-', $status: task.mark,
  }));
  const list = { ...common, $ordinal: 0, $type: 'list', $position: { start: line, end }, $elements };
  return { ...common, $ordinal: ordinal, $title: text, $level: level, $position: { start: line, end }, $blocks: own.length > 0 ? [list] : [] };
}
