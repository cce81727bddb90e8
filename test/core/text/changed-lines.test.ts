import { expect, test } from 'vitest';
import { changedLines } from '../../../src/core/text/changed-lines';

const change = (text: string, what: string, insert: string) => ({ from: text.indexOf(what), to: text.indexOf(what) + what.length, insert });

test('a word that is exchanged shows its line as it was and as it will be', () => {
  const text = 'one\n**Status:** Draft\nthree\n';
  expect(changedLines(text, [change(text, 'Draft', 'Approved')])).toEqual([{ line: 1, removed: ['**Status:** Draft'], added: ['**Status:** Approved'] }]);
});

test('a row put behind another shows that row alone', () => {
  const text = 'a\n| one |\nb\n';
  const at = text.indexOf('\nb');
  expect(changedLines(text, [{ from: at, to: at, insert: '\n| two |' }])).toEqual([{ line: 2, removed: [], added: ['| two |'] }]);
});

test('changes apart are shown apart, changes of one line together, whatever their order', () => {
  const text = 'a b\nc\n\nd\n';
  expect(changedLines(text, [change(text, 'd', 'D'), change(text, 'b', 'B'), change(text, 'a', 'A')])).toEqual([
    { line: 0, removed: ['a b'], added: ['A B'] },
    { line: 3, removed: ['d'], added: ['D'] },
  ]);
});

test('a change that changes nothing is not shown; lines that end in CRLF are lines', () => {
  const text = 'a\r\nb\r\nc\r\n';
  expect(changedLines(text, [change(text, 'a', 'a'), change(text, 'c', 'C')])).toEqual([{ line: 2, removed: ['c'], added: ['C'] }]);
  expect(changedLines(text, [change(text, 'a', 'a')])).toEqual([]);
});

test('text in front of an empty note is all new', () => {
  expect(changedLines('', [{ from: 0, to: 0, insert: '---\nstatus: Draft\n---\n' }])).toEqual([{ line: 0, removed: [], added: ['---', 'status: Draft', '---'] }]);
});
