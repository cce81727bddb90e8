import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { notePath } from '../../../src/core/template/note-path';

const pathOf = (folder: string, title: string): string => {
  const result = notePath(folder, title);
  return result.ok ? result.path : result.refusal.code;
};
const bytes = (text: string): number => new TextEncoder().encode(text).length;

describe('a title becomes a file name', () => {
  test.each([
    ['a plain one stays', 'Offline sync', 'Offline sync.md'],
    ['a colon and a slash', 'Plan: sync/merge', 'Plan - sync-merge.md'],
    ['a time', 'Review 10:30', 'Review 10-30.md'],
    ['what links cannot name', '[x] #tag ^b | c', 'x tag b - c.md'],
    ['what Windows cannot hold', 'What? "Why" <now>*', 'What Why now.md'],
    ['a way out of the folder', '../../x', 'x.md'],
    ['dots and spaces at the ends', ' .a. ', 'a.md'],
    ['line breaks and tabs', 'a\n\tb', 'a b.md'],
    ['control characters and turned writing', 'a\u0007b\u202ec\u2066d', 'abcd.md'],
    ['half of a surrogate pair', 'a\ud800b', 'ab.md'],
    ['an emoji of several characters', 'Ship 👩‍🔧', 'Ship 👩‍🔧.md'],
    ['letters and their accents are joined', 'Pru\u0308fung', 'Prüfung.md'],
    ['a device', 'con', 'con (note).md'],
    ['a device with an extension', 'NUL.txt', 'NUL (note).txt.md'],
    ['a name that only starts like a device', 'contract', 'contract.md'],
    ['an extension typed by hand', 'My plan.md', 'My plan.md'],
  ])('%s', (_, title, path) => {
    expect(pathOf('', title)).toBe(path);
  });

  test.each([['letters', 'x'.repeat(300), 255], ['emoji', '😀'.repeat(300), 255], ['a dot at the cut', `${'x'.repeat(251)}. y`, 254]])('300 characters are cut to what a file system holds: %s', (_, title, length) => {
    const path = pathOf('', title);
    expect(bytes(path)).toBe(length);
    expect(path).not.toMatch(/[\ud800-\udbff](?![\udc00-\udfff])/);
  });

  test.each(['', '   ', '...', '???', ':', '\u202e'])('%j is refused with what to do', (title) => {
    const result = notePath('Plans', title);
    expect(result).toMatchObject({ ok: false, refusal: { code: 'path-empty' } });
    expect(!result.ok && result.refusal.message).toContain('Give it a title');
  });
});

describe('a folder is taken as it is or refused', () => {
  test.each([['', 'x.md'], ['/', 'x.md'], ['Plans', 'Plans/x.md'], ['Plans/', 'Plans/x.md'], ['Plans/2026 Q1', 'Plans/2026 Q1/x.md'], ['Pläne', 'Pläne/x.md']])('%j', (folder, path) => {
    expect(pathOf(folder, 'x')).toBe(path);
  });

  test.each(['..', 'a/../b', '.', './a', '.obsidian', 'a/.git', '/etc', '//server', 'C:', 'C:/x', 'c:\\x', 'a\\b', 'a//b', 'con', 'a/Com1.old', 'a\u0000', 'a\u202eb', 'a ', 'a.', ' a', 'a:b', 'a?'])('%j is refused', (folder) => {
    expect(pathOf(folder, 'x')).toBe('path-unsafe');
  });

  test('a part of more than 255 bytes is refused', () => {
    expect(pathOf(`a/${'ä'.repeat(128)}`, 'x')).toBe('path-too-long');
  });
});

test('no folder and title make a path that leaves the vault or that a platform cannot hold', () => {
  const part = fc.oneof(fc.string({ unit: 'binary', maxLength: 40 }), fc.array(fc.constantFrom('..', '/', '\\', 'con', '.', ' ', ':', 'a', '😀', '\u202e', 'C:'), { maxLength: 12 }).map((list) => list.join('')));
  fc.assert(
    fc.property(part, part, (folder, title) => {
      const result = notePath(folder, title);
      if (!result.ok) return;
      for (const segment of result.path.split('/')) {
        expect(segment).not.toMatch(/^\.|^$|[\\:*?"<>|]|[. ]$/);
        expect(segment).not.toMatch(/^(?:con|prn|aux|nul|com\d|lpt\d)\s*(?:\.|$)/i);
        expect(segment).toBe(segment.normalize('NFC'));
        expect(bytes(segment)).toBeLessThanOrEqual(255);
      }
    }),
    { numRuns: 1000 },
  );
});

describe('one more note of a name', () => {
  test.each([['Sync', 2, 'Sync 2.md'], ['con', 3, 'con (note) 3.md'], ['???', 2, 'path-empty']])('%s, %i', (title, number, path) => {
    const result = notePath('', title, number);
    expect(result.ok ? result.path : result.refusal.code).toBe(path);
  });

  test('a cut name keeps its number', () => {
    const result = notePath('', '語'.repeat(300), 12);
    expect(result.ok && result.path.endsWith('語 12.md') && bytes(result.path) <= 255).toBe(true);
  });
});
