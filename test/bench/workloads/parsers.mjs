// Peers: Markdown parsers, blocks only where they can be told so, with GFM tables as in Obsidian.
import { pathToFileURL } from 'node:url';
import { parser as commonMark, Table, TaskList } from '@lezer/markdown';
import MarkdownIt from 'markdown-it';
import { parse, postprocess, preprocess } from 'micromark';
import { frontmatter } from 'micromark-extension-frontmatter';
import { gfmTable } from 'micromark-extension-gfm-table';
import { gfmTaskListItem } from 'micromark-extension-gfm-task-list-item';
import { asRead, timeOnce, timeWarm } from '../measure/stopwatch.mjs';
import { median, quantile } from '../measure/statistics.mjs';
import { OURS } from '../places.mjs';
import { readVault } from '../vault/packed-vault.mjs';
import { planOfLength } from '../vault/special-notes.mjs';

/** Lezer without any inline parser, so that it reads blocks alone. */
const INLINE = ['Escape', 'Entity', 'InlineCode', 'HTMLTag', 'Emphasis', 'HardBreak', 'Link', 'Image', 'LinkEnd'];
const lezerParser = commonMark.configure([Table, TaskList, { remove: INLINE }]);
const lezerBlocks = (text) => lezerParser.parse(text).length;

const markdownIt = new MarkdownIt();
markdownIt.core.ruler.enableOnly(['normalize', 'block']);
const markdownItBlocks = (text) => markdownIt.parse(text, {}).length;

const extensions = { extensions: [frontmatter(), gfmTable(), gfmTaskListItem()] };
/** All of its events: it can't be stopped before the inline ones. */
const micromarkEvents = (text) => postprocess(parse(extensions).document().write(preprocess()(text, undefined, true))).length;

const PARSERS = { lezer: lezerBlocks, 'markdown-it': markdownItBlocks, micromark: micromarkEvents };

/** The vault read once, in a cold process. */
export function parseVault({ parser, count }) {
  const notes = readVault(count);
  const read = PARSERS[parser];
  globalThis.gc();
  const { wall, cpu, result } = timeOnce(() => notes.reduce((sum, { text }) => sum + read(text), 0));
  return { wall, cpu, count, events: result };
}

/** A plan of 9 KB read again and again, as after each key. */
export async function parseLongNote({ parser, edits }) {
  const { BUILT_IN_TEMPLATES } = await import(pathToFileURL(OURS));
  const text = planOfLength(BUILT_IN_TEMPLATES.find(({ id }) => id === 'phased-plan').body, 9000);
  const samples = timeWarm({ count: edits, warmUp: 50 }, (n) => asRead(`${text}\ntyped ${n}`), PARSERS[parser]);
  return { p50: median(samples), p99: quantile(samples, 0.99) };
}
