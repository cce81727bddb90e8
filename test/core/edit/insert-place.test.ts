// Where a plan can stand when the cursor is somewhere: the bar becomes "¦" at the place that is found.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { placeBetweenBlocks } from '../../../src/core/edit/insert-place';
import { insertPlan } from '../../../src/core/edit/insert-plan';
import { BlockKind, Leaf } from '../../../src/core/markdown/blocks';
import { scanBlocks } from '../../../src/core/markdown/scan-blocks';
import { applyChanges } from '../../../src/core/text/text-change';
import { planNotes } from '../../laws/arbitrary-note';
import { runs } from '../../laws/runs';

/** The note with the place in it, and what the cursor is said to be in. */
function placed(marked: string): string {
  const offset = marked.indexOf('|');
  const text = marked.slice(0, offset) + marked.slice(offset + 1);
  const place = placeBetweenBlocks(text, offset);
  if (!place.ok) return `<${place.refusal.code}> ${place.refusal.message}`;
  return `${text.slice(0, place.at)}¦${text.slice(place.at)}${place.below === null ? '' : ` (${place.below})`}`;
}

describe('between blocks the plan goes exactly where the cursor is', () => {
  test.each(['|', 'a\n|\nb', 'a\n\n|\n\nb', 'a\n \n|\n', '|a\n\nb', 'a|\n\nb', 'a\n\n|# b', '- a\n- b|\n\nc', '- a\n\n|c', '- a\n\n|* b', '> a\n|\n> b', '```\nx\n```\n|a', '%% x %%|\n', '\uFEFF|a', '---\na: 1\n---\n|a', '| a |\n| - |\n|', '<!-- a -->\n|'])('%j', (marked) => {
    const at = marked.lastIndexOf('|');
    const text = marked.slice(0, at) + marked.slice(at + 1);
    expect(placeBetweenBlocks(text, at)).toEqual({ ok: true, at, below: null });
  });
});

describe('inside a block it goes below it', () => {
  test.each([
    ['a p|lan\nof two lines\n\nb', 'a plan\nof two lines¦\n\nb (paragraph)'],
    ['# Ti|tle\nb', '# Title¦\nb (heading)'],
    ['Title\n=|==\nb', 'Title\n===¦\nb (heading)'],
    ['```js\n\nx|\n\n```\nb', '```js\n\nx\n\n```¦\nb (code block)'],
    ['    x\n|\n    y\n\nb', '    x\n\n    y¦\n\nb (code block)'],
    ['%%\na|\n\nb\n%%\nc', '%%\na\n\nb\n%%¦\nc (comment)'],
    ['<!-- a\n\n|b -->\nc', '<!-- a\n\nb -->¦\nc (comment)'],
    ['<div>\n|a\n</div>\n\nc', '<div>\na\n</div>¦\n\nc (HTML block)'],
    ['$$\n|x\n$$\nc', '$$\nx\n$$¦\nc (formula)'],
    ['> [!note] a\n>\n> |b\n\nc', '> [!note] a\n>\n> b¦\n\nc (callout)'],
    ['> a\n>|\n> - b\nlazy\n\nc', '> a\n>\n> - b\nlazy¦\n\nc (quote)'],
    ['> ```\n> |x\n\nc', '> ```\n> x¦\n\nc (quote)'],
    ['- a\n|- b\n  - c\n\n  d\n\ne', '- a\n- b\n  - c\n\n  d¦\n\ne (list)'],
    ['1. a\n\n|\n2. b\n\ne', '1. a\n\n\n2. b¦\n\ne (list)'],
    ['- a\n  > |b\n- c\n\ne', '- a\n  > b\n- c¦\n\ne (list)'],
    ['---\na: |1\n---\nb', '---\na: 1\n---¦\nb (properties)'],
    ['a |b\r\nc\r\n\r\nd', 'a b\r\nc¦\r\n\r\nd (paragraph)'],
    ['a\n\n  |b\n', 'a\n\n¦  b\n'],
    ['a|  \n\nb\n', 'a  ¦\n\nb\n'],
  ])('%j', (marked, expected) => {
    expect(placed(marked)).toBe(expected);
  });

  test('a table, with its label', () => {
    const text = 'x\n\n| a | b |\n| - | - |\n| 1 | 2 |\n| 3 | 4 |\n\ny';
    expect(placeBetweenBlocks(text, text.indexOf('1'))).toEqual({ ok: true, at: text.indexOf('\n\ny'), below: 'table' });
    expect(placeBetweenBlocks(text, text.indexOf('| a'))).toEqual({ ok: true, at: text.indexOf('| a'), below: null });
    const labelled = text.replace('x\n\n', 'x:\n');
    expect(placeBetweenBlocks(labelled, 1)).toEqual({ ok: true, at: labelled.indexOf('\n\ny'), below: 'table' });
  });
});

test.each([
  ['a\n\n```js\nb|', '“```js” is never closed, so it would hide the plan. Close it with a line “```”'],
  ['~~~~\n\n|', 'with a line “~~~~”'],
  ['%% a\n\n|b', 'The comment that begins with “%% a” is never closed'],
  ['<!-- a\n\nb|', 'with “-->”'],
  ['<pre>\n\nb|', 'with its end tag'],
])('refused where what is never closed would hide the plan: %j', (marked, message) => {
  expect(placed(marked)).toMatch(/^<place-hidden>/);
  expect(placed(marked)).toContain(message);
});

test.each(['|```\na', '> ```\n> a\n|', '- ```\n  a\n|', '<div>\n\n|', '<!-- a -->|'])('not where it ends by itself, nor above it: %j', (marked) => {
  expect(placed(marked)).not.toContain('place-hidden');
  expect(placed(marked).endsWith(')')).toBe(false);
});

test('wherever the cursor is, every block of the note is still one, and those of the plan stand between two of them', () => {
  const body = '# Inserted plan\n\nInserted text\n';
  fc.assert(fc.property(planNotes, fc.nat(), (text, cursor) => {
    const result = insertPlan(text, { at: cursor % (text.length + 1), body, properties: [] });
    fc.pre(result.ok);
    if (!result.ok) return;
    const now = visibleBlocks(applyChanges(text, result.changes));
    const at = now.findIndex((block) => block.endsWith('# Inserted plan'));
    expect(now.splice(at, 2)).toEqual([`${BlockKind.heading} # Inserted plan`, `${BlockKind.paragraph} Inserted text`]);
    expect(now).toEqual(visibleBlocks(text));
  }), runs(2000));
});

function visibleBlocks(text: string): string[] {
  const { leaves } = scanBlocks(text);
  const found: string[] = [];
  for (let leaf = 0; leaf < leaves.length; leaf++) {
    const kind = leaves.get(leaf, Leaf.kind);
    if (kind !== BlockKind.blank) found.push(`${kind} ${text.slice(leaves.get(leaf, Leaf.from), leaves.get(leaf, Leaf.to)).trimEnd()}`);
  }
  return found;
}
