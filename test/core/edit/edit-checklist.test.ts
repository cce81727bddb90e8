import { expect, test } from 'vitest';
import { setTaskMark } from '../../../src/core/edit/edit-checklist';
import { targetLine } from '../../../src/core/text/line-target';
import { applyChanges } from '../../../src/core/text/text-change';

/** The note after the task on `line` got `mark`, or the refusal's code. */
function tick(text: string, line: number, mark = 'x'): string {
  const result = setTaskMark(text, targetLine(text, line), mark);
  return result.ok ? applyChanges(text, result.changes) : `<${result.refusal.code}>`;
}

test.each([
  ['plain', '- [ ] a', '- [x] a'],
  ['numbered', '1. [ ] a', '1. [x] a'],
  ['brackets in the text', '- [ ] a [ ] b', '- [x] a [ ] b'],
  ['a mark outside the basic plane', '- [🔥] a', '- [x] a'],
  ['in a quote', '> - [ ] a', '> - [x] a'],
  ['nested on one line', '- - [ ] a', '- - [x] a'],
  ['the text on the next line', '- [ ]\n  a', '- [x]\n  a'],
  ['many blanks', '-    [ ]    a   ', '-    [x]    a   '],
  ['done already', '- [x] a', '- [x] a'],
  ['byte order mark', '\uFEFF- [ ] a', '\uFEFF- [x] a'],
])('%s', (_name, before, after) => {
  expect(tick(before, 0)).toBe(after);
});

test('one of two identical lines, in a note that has not changed', () => {
  expect(tick('- [ ] a\r\n- [ ] a\r\n', 1)).toBe('- [ ] a\r\n- [x] a\r\n');
});

test.each(['', 'xx', ']', '\n', '\r', '\t'])('refused: the mark %j', (mark) => {
  expect(tick('- [ ] a', 0, mark)).toBe('<mark-invalid>');
});

test('refused: a pipe that would turn the task into a table', () => {
  expect(tick('- [ ] a\n  -|-', 0, '|')).toBe('<mark-invalid>');
  expect(tick('- [ ] a', 0, '|')).toBe('- [|] a');
});

test.each([
  ['no task', '- a', 0],
  ['text', 'a', 0],
  ['in a fence', '```\n- [ ] a\n```', 1],
  ['in a comment', '%%\n- [ ] a\n%%', 1],
  ['without text', '- [ ]', 0],
])('refused: %s', (_name, text, line) => {
  expect(tick(text, line)).toBe('<not-a-task>');
});
