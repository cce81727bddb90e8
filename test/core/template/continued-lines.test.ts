// Values of several lines stay in the block that their slot is in.
import { describe, expect, test } from 'vitest';
import { fillNote } from '../../../src/core/template/fill-note';
import { noteFields } from '../../../src/core/template/form-fields';
import { applyChanges } from '../../../src/core/text/text-change';

const SLOT = '[Describe what has to be true before anybody begins]';

function filled(text: string, value: string): string {
  const result = fillNote(text, new Map(noteFields(text).map(({ id }) => [id, value])));
  return result.ok ? applyChanges(text, result.changes) : `<${result.refusal.message}>`;
}

describe('further lines stay where the first is', () => {
  test.each([
    ['a paragraph', `Goal: ${SLOT}\n`, 'Goal: one\ntwo\n\nthree\n'],
    ['a list item', `- Goal: ${SLOT}\n- next\n`, '- Goal: one\n  two\n\n  three\n- next\n'],
    ['a task', `1. [ ] ${SLOT}\n`, '1. [ ] one\n   two\n\n   three\n'],
    ['a quote', `> **Goal:** ${SLOT}\n> more\n`, '> **Goal:** one\n> two\n>\n> three\n> more\n'],
    ['a list in a quote', `> - ${SLOT}\n`, '> - one\n>   two\n>\n>   three\n'],
    ['a line of an item', `- a\n  ${SLOT}\n`, '- a\n  one\n  two\n\n  three\n'],
    ['a heading', `## ${SLOT}\n`, '## one two three\n'],
    ['a cell', `| a |\n| - |\n| ${SLOT} |\n`, '| a |\n| - |\n| one two three |\n'],
    ['a note with CRLF', `- ${SLOT}\r\n`, '- one\r\n  two\r\n\r\n  three\r\n'],
  ])('%s', (_name, text, after) => {
    expect(filled(text, 'one\ntwo\n\nthree')).toBe(after);
  });
});

test('a request as long as a sentence gets a field of several lines in running text alone', () => {
  const control = (text: string): string | undefined => noteFields(text)[0]?.control;
  expect([`Goal: ${SLOT}\n`, `- ${SLOT}\n`, `> ${SLOT}\n`].map(control)).toEqual(['lines', 'lines', 'lines']);
  expect([`## ${SLOT}\n`, `| a |\n| - |\n| ${SLOT} |\n`, `---\ngoal: "${SLOT}"\n---\n`, 'Goal: [Name]\n'].map(control)).toEqual(['text', 'text', 'text', 'text']);
});
