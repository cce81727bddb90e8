// Owns: single notes that are measured on their own: a plan of given length, large notes, notes made to be slow to read.
import { isInvolved } from './frontmatter.mjs';
import { plainNote } from './ordinary-notes.mjs';
import { planNote } from './plan-notes.mjs';
import { randomFrom } from './random.mjs';
import { sentence } from './words.mjs';

/** The template filled in, its frontmatter plain lines, the first seed that makes it `length` characters long, give or take a twentieth. */
export function planOfLength(body, length) {
  return planOfSize(body, [length * 0.95, length * 1.05], (text) => text.length);
}

/** The template, its frontmatter plain lines, with its phases and rows repeated until it has `lines` lines, or up to a twentieth more. */
export function planOfLines(body, lines) {
  return planOfSize(body, [lines, lines * 1.05], (text) => text.split('\n').length);
}

function planOfSize(body, [least, most], sizeOf) {
  const made = (seed, scale) => planNote(randomFrom(seed), body, scale);
  let first = 1;
  while (sizeOf(made(0, first)) < least * 0.8) first++;
  for (let seed = 1; seed < 600; seed++) {
    const text = made(seed, Math.ceil(first * (0.5 + (seed % 10) / 10)));
    const size = sizeOf(text);
    if (size >= least && size <= most && !isInvolved(text)) return text;
  }
  throw new Error(`No plan made from this template has a size of ${least} to ${most}.`);
}

/** A note of `bytes` of prose, with one unticked task and one heading for checks. */
export function largeNoteWithOneItem(seed, bytes) {
  return `${plainNote(randomFrom(seed), bytes)}\n## Verification\n\n- [ ] ${sentence(randomFrom(seed))}\n`;
}

/** A plan with prose, tasks and tables throughout, of `bytes` characters. */
export function largePlan(body, bytes) {
  let text = planNote(randomFrom(13), body, 1);
  for (let part = 0; text.length < bytes; part++) text += `\n${planNote(randomFrom(100 + part), body, 2).replace(/^---\n[\s\S]*?\n---\n/, '')}`;
  return text.slice(0, bytes);
}

/** Name → note whose size grows with `n`; each shape has made some Markdown parser slower than linear. */
export const HOSTILE_NOTES = {
  'nested quotes': (n) => `${'> '.repeat(n)}text\n`.repeat(4),
  'quotes of growing depth': (n) => Array.from({ length: Math.round(Math.sqrt(n) * 4) }, (_none, depth) => `${'>'.repeat(depth + 1)} text`).join('\n'),
  'nested lists': (n) => Array.from({ length: Math.round(Math.sqrt(n) * 4) }, (_none, depth) => `${'  '.repeat(depth)}- [ ] item ${depth}`).join('\n'),
  'lists on one line': (n) => `${'- '.repeat(n)}text\n`,
  'blank lines in nested lists': (n) => `- a\n  - b\n    - c\n${'\n'.repeat(n)}    still c\n`,
  'list items with blank lines': (n) => '- a\n\n  - b\n\n\n'.repeat(n),
  'one long line': (n) => `${'word '.repeat(n * 10)}\n`,
  'many brackets': (n) => `- [ ] ${'['.repeat(n * 5)}\n`,
  'brackets between words': (n) => `## Verification\n\n- [ ] ${'x['.repeat(n * 5)}\n- [ ] ${'x|`['.repeat(n * 2)}\n`,
  'many emphasis marks': (n) => `**Status:** ${'*a **b _c '.repeat(n)}\n`,
  'many backticks': (n) => `- [ ] ${Array.from({ length: Math.round(Math.sqrt(n) * 8) }, (_none, at) => '`'.repeat(at)).join(' ')}\n`,
  'table of many rows': (n) => `## Priorities\n\n| Task | Priority |\n| --- | --- |\n${'| a | High |\n'.repeat(n)}`,
  'table of many columns': (n) => `|${' a |'.repeat(n)}\n|${' - |'.repeat(n)}\n|${' b |'.repeat(n)}\n`,
  'pipes without a table': (n) => `${'| a '.repeat(n)}\n${'|-'.repeat(n)}x\n`,
  'identical tasks': (n) => `## Verification\n\n${'- [ ] same\n'.repeat(n)}`,
  'headings': (n) => '# a\n## b\n### c\n'.repeat(n),
  'unclosed fences': (n) => '```\n~~~\n> ```\n'.repeat(n),
  'unclosed comments and math': (n) => '%% a\n$$ b\n<!-- c\n'.repeat(n),
  'link definitions': (n) => '[a]: <b\n'.repeat(n),
  'frontmatter never closed': (n) => `---\n${'key: value\n'.repeat(n)}`,
  'blanks at line ends': (n) => `- [ ] a${' '.repeat(n * 5)}b\n\n${' '.repeat(n * 5)}\n`,
};
