import { describe, expect, test } from 'vitest';
import { fingerprint } from '../../../src/core/text/fingerprint';
import { afterLineBreak, endOfLine, LineIndex, lineBreakNear, startOfLine } from '../../../src/core/text/line-index';
import { findLine, targetLine } from '../../../src/core/text/line-target';
import { applyChanges, invertChanges, isNoChange } from '../../../src/core/text/text-change';

describe('changes', () => {
  test('in any order, insertions at one place in list order', () => {
    expect(applyChanges('abc', [{ from: 2, to: 3, insert: 'C' }, { from: 0, to: 0, insert: '1' }, { from: 0, to: 0, insert: '2' }])).toBe('12abC');
  });

  test('an insertion at the end of a replaced range comes behind it, wherever it is listed', () => {
    expect(applyChanges('abcd', [{ from: 3, to: 3, insert: '!' }, { from: 1, to: 3, insert: 'X' }])).toBe('aX!d');
  });

  test.each([
    ['overlap', [{ from: 0, to: 2, insert: '' }, { from: 1, to: 3, insert: '' }]],
    ['beyond the text', [{ from: 0, to: 4, insert: '' }]],
    ['backwards', [{ from: 2, to: 1, insert: '' }]],
  ])('a programmer’s error throws: %s', (_name, changes) => {
    expect(() => applyChanges('abc', changes)).toThrow(RangeError);
  });

  test('the inverse, and no change', () => {
    const changes = [{ from: 1, to: 2, insert: 'xyz' }, { from: 3, to: 3, insert: '!' }];
    expect(invertChanges('abc', changes)).toEqual([{ from: 1, to: 4, insert: 'b' }, { from: 5, to: 6, insert: '' }]);
    expect(isNoChange('abc', changes)).toBe(false);
    expect(isNoChange('abc', [{ from: 1, to: 2, insert: 'b' }])).toBe(true);
  });
});

describe('lines', () => {
  const text = 'one\r\ntwo\rthree\nfo\u2028ur\n';
  const index = new LineIndex(text);

  test('every kind of line break, and an empty last line', () => {
    expect(Array.from({ length: index.count }, (_none, line) => index.source(line))).toEqual(['one', 'two', 'three', 'fo\u2028ur', '']);
    expect(index.source(5)).toBeUndefined();
    expect([index.start(1), index.start(9)]).toEqual([5, undefined]);
  });

  test.each([[0, 0], [4, 0], [5, 1], [8, 1], [9, 2], [text.length, 4], [999, 4]])('offset %i is on line %i', (offset, line) => {
    expect(index.lineAt(offset)).toBe(line);
  });

  test('where a line starts and ends', () => {
    expect([startOfLine(text, 7), startOfLine(text, 3), startOfLine(text, 7, 6)]).toEqual([5, 0, 6]);
    expect([endOfLine(text, 0), endOfLine(text, 15), endOfLine('ab', 0)]).toEqual([3, 20, 2]);
    expect([afterLineBreak(text, 3), afterLineBreak(text, 8)]).toEqual([5, 9]);
  });

  test.each([
    ['a\r\nb\n', 0, '\r\n'],
    ['a\nb', 2, '\n'],
    ['a\r\nb', 3, '\r\n'],
    ['a\r\n\r\nb', 4, '\r\n'],
    ['a\rb', 2, '\r'],
    ['a', 0, '\n'],
  ])('a new line in %j at %i uses %j', (source, offset, lineBreak) => {
    expect(lineBreakNear(source, offset)).toBe(lineBreak);
  });
});

test('the fingerprint ignores byte order mark and kind of line break, and nothing else', () => {
  const same = ['\uFEFFa\nb\n', 'a\nb\n', 'a\r\nb\r\n', 'a\rb\r'];
  expect(new Set(same.map((text) => fingerprint(text))).size).toBe(1);
  const others = ['a\nb', 'b\na\n', 'a\n\nb\n', 'A\nb\n', '', 'a\u2028b\n'];
  expect(new Set([...same, ...others].map((text) => fingerprint(text))).size).toBe(others.length + 1);
  expect(fingerprint('xaby', 1, 3)).toBe(fingerprint('ab'));
  expect(fingerprint('a\r\n', 0, 2)).toBe(fingerprint('a\r'));
  expect(fingerprint('plan')).toBe(fingerprint('plan'));
});

describe('targets', () => {
  test('a line of its own, wherever it has gone', () => {
    const target = targetLine('a\nb\nc', 1);
    expect(target).toMatchObject({ line: 1, source: 'b', twins: 1 });
    expect(findLine('x\r\n\r\nb', target)).toEqual({ ok: true, line: 2, from: 5, to: 6 });
  });

  test.each([
    ['gone', 'a\nc', 'line-gone'],
    ['twice now', 'b\nb', 'line-ambiguous'],
    ['empty note', '', 'line-gone'],
  ])('refused: %s', (_name, now, code) => {
    expect(findLine(now, targetLine('a\nb', 1))).toMatchObject({ ok: false, refusal: { code } });
  });

  test('twins: only in a note that is as it was', () => {
    const target = targetLine('b\nb', 1);
    expect(findLine('\uFEFFb\r\nb', target)).toMatchObject({ ok: true, line: 1 });
    expect(findLine('b', target)).toMatchObject({ ok: false, refusal: { code: 'line-ambiguous' } });
    expect(findLine('x\nb\nb', target)).toMatchObject({ ok: false, refusal: { code: 'line-ambiguous' } });
  });

  test('a long line is quoted in part', () => {
    const found = findLine('', targetLine('x'.repeat(200), 0));
    expect(found.ok ? '' : found.refusal.message).toContain(`“${'x'.repeat(79)}…”`);
  });

  test('the byte order mark is no part of the first line', () => {
    expect(targetLine('\uFEFFa', 0).source).toBe('a');
  });

  test.each([-1, 2, 0.5, NaN])('no line %d', (line) => {
    expect(() => targetLine('a\nb', line)).toThrow(RangeError);
  });
});
