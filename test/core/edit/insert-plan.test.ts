import { expect, test } from 'vitest';
import { insertPlan, type InsertPlace } from '../../../src/core/edit/insert-plan';
import { applyChanges } from '../../../src/core/text/text-change';

const body = '# P\n\nText\n';
const properties = [{ key: 'type', value: 'plan' }];

/** The note with the body put in at `|`, and where the body then stands. */
function insert(marked: string, added = properties): string {
  const at = marked.indexOf('|');
  const text = marked.replace('|', '');
  const result = insertPlan(text, { at, body, properties: added });
  if (!result.ok) return `<${result.refusal.code}>`;
  const after = applyChanges(text, result.changes);
  expect(after.slice(result.bodyFrom, result.bodyFrom + result.bodyLength).replace(/\r/g, '')).toBe('# P\n\nText');
  return after;
}

const cases: readonly (readonly [name: string, before: string, after: string, added?: typeof properties])[] = [
  ['an empty note', '|', '---\ntype: plan\n---\n\n# P\n\nText\n'],
  ['an empty note, no properties', '|', '# P\n\nText\n', []],
  ['behind text', 'a|', 'a\n\n# P\n\nText\n', []],
  ['behind a line', 'a\n|', 'a\n\n# P\n\nText\n', []],
  ['behind a blank line', 'a\n\n|', 'a\n\n# P\n\nText\n', []],
  ['before text', '|a', '# P\n\nText\n\na', []],
  ['before a blank line', 'a\n|\n\nb', 'a\n\n# P\n\nText\n\nb', []],
  ['at the end of a line above a blank line', 'a|\n\nb', 'a\n\n# P\n\nText\n\nb', []],
  ['above more blank lines, which stay', 'a\n|\n\n\nb', 'a\n\n# P\n\nText\n\n\nb', []],
  ['above a line of blanks', 'a\n|  \n \nb', 'a\n\n# P\n\nText  \n \nb', []],
  ['before blanks at the end', 'a|\n\n', 'a\n\n# P\n\nText\n\n', []],
  ['in the middle of a paragraph: below it', 'a|b\nc\n\nd', 'ab\nc\n\n# P\n\nText\n\nd', []],
  ['between two lines of a paragraph: below it', 'a|\nb', 'a\nb\n\n# P\n\nText\n', []],
  ['in a note of blanks alone', '    |', '    \n# P\n\nText\n', []],
  ['below a fence that is never closed', '```\na\n|', '<place-hidden>'],
  ['in the frontmatter: below it', '---\na|: 1\n---\nb', '---\na: 1\ntype: plan\n---\n\n# P\n\nText\n\nb'],
  ['below a frontmatter without a line end', '---\na: 1\n---|', '---\na: 1\ntype: plan\n---\n\n# P\n\nText\n'],
  ['nothing missing', '---\ntype: x\n---\n|b', '---\ntype: x\n---\n\n# P\n\nText\n\nb'],
  ['CRLF', 'a\r\n\r\n|b', '---\r\ntype: plan\r\n---\r\na\r\n\r\n# P\r\n\r\nText\r\n\r\nb'],
  ['a byte order mark', '|\uFEFFa', '\uFEFF---\ntype: plan\n---\n\n# P\n\nText\n\na'],
  ['broken frontmatter', '---\na: b: c\n---\n|', '<frontmatter-broken>'],
];

test.each(cases.map(([name, before, after, added = properties]) => ({ name, before, after, added })))('$name', ({ before, after, added }) => {
  expect(insert(before, added)).toBe(after);
});

test.each([-1, 2])('refused: offset %i in a note of one character', (at) => {
  expect(insertPlan('a', { at, body, properties })).toMatchObject({ ok: false, refusal: { code: 'note-changed' } });
});

const places: readonly (readonly [at: InsertPlace, before: string, after: string])[] = [
  ['below properties', 'a\n', '---\ntype: plan\n---\n\n# P\n\nText\n\na\n'],
  ['below properties', '---\nb: 1\n---\n\na\n', '---\nb: 1\ntype: plan\n---\n\n# P\n\nText\n\na\n'],
  ['bottom', '---\nb: 1\n---\na', '---\nb: 1\ntype: plan\n---\na\n\n# P\n\nText\n'],
  ['bottom', 'a\r\n\r\n', '---\r\ntype: plan\r\n---\r\na\r\n\r\n# P\r\n\r\nText\r\n'],
  ['replace', 'a\n\nb', '---\ntype: plan\n---\n\n# P\n\nText\n'],
  ['replace', '---\ntype: x # mine\n---\na\n\nb\n', '---\ntype: x # mine\n---\n\n# P\n\nText\n'],
  ['replace', '\uFEFFa', '\uFEFF---\ntype: plan\n---\n\n# P\n\nText\n'],
];

test.each(places)('%s: %j', (at, text, after) => {
  const result = insertPlan(text, { at, body, properties });
  expect(result.ok && applyChanges(text, result.changes)).toBe(after);
  expect(result.ok && after.slice(result.bodyFrom, result.bodyFrom + result.bodyLength).replace(/\r/g, '')).toBe('# P\n\nText');
});
