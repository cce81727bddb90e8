// What everyone who reads or writes a note may rely on, whichever form of NoteAccess they got.
import { afterEach, describe, expect, test } from 'vitest';
import { edited, refused } from '../../src/core/text/edit-result';
import type { NoteEdit } from '../../src/vault/note-access';
import { type Form, inMemory, inObsidian, type World } from './both-forms';

/** Ticks the task “water”, wherever it stands. */
const tick: NoteEdit = (text) => {
  const at = text.indexOf('[ ] water');
  return at < 0 ? refused('line-gone', 'No such task.') : edited({ from: at + 1, to: at + 2, insert: 'x' });
};

/** Puts a line below the heading. */
const addLine = (line: string): NoteEdit => (text) => {
  const at = text.indexOf('\n') + 1;
  return edited({ from: at, to: at, insert: `${line}${text.includes('\r\n') ? '\r\n' : '\n'}` });
};

const NOTE = '# Garden\n- [ ] water\n- [ ] weed\n';
const DONE = '# Garden\n- [x] water\n- [ ] weed\n';
const crlf = (text: string): string => text.replace(/\n/g, '\r\n');

let world: World;
afterEach(() => world.close());

const forms: readonly [string, Form][] = [['in memory', inMemory], ['in Obsidian', inObsidian]];

describe.each(forms)('%s: editing', (_name, form) => {
  test('a closed note gets the change, and nothing else of it differs', async () => {
    world = await form({ 'a.md': NOTE, 'b.md': NOTE });
    expect(await world.notes.edit('a.md', tick)).toEqual({ ok: true, isChanged: true });
    expect([world.onDisk('a.md'), world.onDisk('b.md'), world.writes()]).toEqual([DONE, NOTE, 1]);
  });

  test.each([['CRLF', crlf(NOTE), crlf(DONE)], ['a byte order mark', `\uFEFF${NOTE}`, `\uFEFF${DONE}`], ['both', `\uFEFF${crlf(NOTE)}`, `\uFEFF${crlf(DONE)}`]])('a note with %s keeps it, closed', async (_what, before, after) => {
    world = await form({ 'a.md': before });
    await world.notes.edit('a.md', tick);
    expect(world.onDisk('a.md')).toBe(after);
  });

  test.each([['CRLF', crlf(NOTE), crlf(DONE)], ['a byte order mark', `\uFEFF${NOTE}`, `\uFEFF${DONE}`], ['both', `\uFEFF${crlf(NOTE)}`, `\uFEFF${crlf(DONE)}`]])('a note with %s keeps it, open: the editor shows neither', async (_what, before, after) => {
    world = await form({ 'a.md': before });
    const pane = await world.open('a.md');
    expect(await world.notes.edit('a.md', tick)).toEqual({ ok: true, isChanged: true });
    expect([pane.text(), world.onDisk('a.md')]).toEqual([DONE, after]);
  });

  test('an edit of an open note is on disk when it is said to be done, and is one undo step apart from the typing around it', async () => {
    world = await form({ 'a.md': NOTE });
    const pane = await world.open('a.md');
    pane.type(8, ' plot');
    await world.notes.edit('a.md', tick);
    expect(world.onDisk('a.md')).toBe(DONE.replace('Garden', 'Garden plot'));
    pane.type(0, '<');
    pane.undo();
    expect(pane.text()).toBe(DONE.replace('Garden', 'Garden plot'));
    pane.undo();
    expect(pane.text()).toBe(NOTE.replace('Garden', 'Garden plot'));
    pane.undo();
    expect(pane.text()).toBe(NOTE);
  });

  test('an edit right behind what was just typed does not join it', async () => {
    world = await form({ 'a.md': NOTE });
    const pane = await world.open('a.md');
    pane.type(8, ' plot');
    await world.notes.edit('a.md', (text) => edited({ from: text.indexOf('\n'), to: text.indexOf('\n'), insert: '!' }));
    expect(pane.text()).toBe(NOTE.replace('Garden', 'Garden plot!'));
    pane.undo();
    expect(pane.text()).toBe(NOTE.replace('Garden', 'Garden plot'));
  });

  test('several changes of one edit are one undo step', async () => {
    world = await form({ 'a.md': NOTE });
    const pane = await world.open('a.md');
    await world.notes.edit('a.md', () => edited({ from: 2, to: 8, insert: 'Yard' }, { from: 12, to: 13, insert: 'x' }, { from: 24, to: 25, insert: 'x' }));
    expect(world.onDisk('a.md')).toBe('# Yard\n- [x] water\n- [x] weed\n');
    pane.undo();
    expect(pane.text()).toBe(NOTE);
  });

  test('two insertions at one place stand in the order in which they were given, open or closed', async () => {
    world = await form({ 'a.md': NOTE, 'b.md': NOTE });
    await world.open('a.md');
    const insertTwice: NoteEdit = () => edited({ from: 9, to: 9, insert: 'one\n' }, { from: 9, to: 9, insert: 'two\n' });
    for (const path of ['a.md', 'b.md']) await world.notes.edit(path, insertTwice);
    expect([world.onDisk('a.md'), world.onDisk('b.md')]).toEqual(Array(2).fill('# Garden\none\ntwo\n- [ ] water\n- [ ] weed\n'));
  });

  test('two panes of a note both show the edit, and it is one undo step', async () => {
    world = await form({ 'a.md': NOTE });
    const [left, right] = [await world.open('a.md'), await world.open('a.md')];
    await world.notes.edit('a.md', tick);
    expect([left.text(), right.text(), world.onDisk('a.md')]).toEqual([DONE, DONE, DONE]);
    right.undo();
    expect([left.text(), right.text()]).toEqual([NOTE, NOTE]);
  });

  test('a note in reading view keeps the typing that was not saved yet', async () => {
    world = await form({ 'a.md': NOTE });
    const pane = await world.open('a.md', 'preview');
    pane.type(0, 'typed ');
    const seen: string[] = [];
    const look: NoteEdit = (text) => (seen.push(text), tick(text));
    expect(await world.notes.edit('a.md', look)).toEqual({ ok: true, isChanged: true });
    expect(seen).toEqual([`typed ${NOTE}`]);
    await world.settle();
    expect([world.onDisk('a.md'), pane.text()]).toEqual([`typed ${DONE}`, `typed ${DONE}`]);
  });

  test('an edit reads the text that is there when it is made, not the one that was seen', async () => {
    world = await form({ 'a.md': NOTE });
    expect(await world.notes.read('a.md')).toBe(NOTE);
    await world.writeExternally('a.md', `---\nx: 1\n---\n${NOTE}`);
    await world.notes.edit('a.md', tick);
    expect(world.onDisk('a.md')).toBe(`---\nx: 1\n---\n${DONE}`);
  });

  test('edits asked for at once happen one after the other, each on the text of the one before', async () => {
    world = await form({ 'a.md': NOTE });
    const outcomes = await Promise.all(['one', 'two', 'three'].map((line) => world.notes.edit('a.md', addLine(line))));
    expect(outcomes.map(({ ok }) => ok)).toEqual([true, true, true]);
    expect(world.onDisk('a.md')).toBe(`# Garden\nthree\ntwo\none\n${NOTE.slice(9)}`);
  });

  test('the same edit asked for twice at once happens once', async () => {
    world = await form({ 'a.md': NOTE });
    const [first, second] = await Promise.all([world.notes.edit('a.md', tick), world.notes.edit('a.md', tick)]);
    expect([first.ok, second.ok, world.onDisk('a.md')]).toEqual([true, false, DONE]);
  });

  test.each(['closed', 'open'])('an edit that changes nothing writes nothing (%s)', async (how) => {
    world = await form({ 'a.md': crlf(DONE) });
    if (how === 'open') await world.open('a.md');
    expect(await world.notes.edit('a.md', () => edited())).toEqual({ ok: true, isChanged: false });
    expect(await world.notes.edit('a.md', (text) => edited({ from: 2, to: 8, insert: text.slice(2, 8) }))).toEqual({ ok: true, isChanged: false });
    await world.settle();
    expect([world.writes(), world.onDisk('a.md')]).toEqual([0, crlf(DONE)]);
  });

  test.each(['closed', 'open'])('an edit that is refused writes nothing and says why (%s)', async (how) => {
    world = await form({ 'a.md': DONE });
    if (how === 'open') await world.open('a.md');
    expect(await world.notes.edit('a.md', tick)).toEqual(refused('line-gone', 'No such task.'));
    await world.settle();
    expect(world.writes()).toBe(0);
  });

  test('what an edit selects is selected where the note is open, and the text behind it moves along', async () => {
    world = await form({ 'a.md': NOTE });
    const pane = await world.open('a.md');
    await world.notes.edit('a.md', () => ({ ...edited({ from: 0, to: 0, insert: 'new [slot]\n' }), select: { from: 4, to: 10 } }));
    expect(pane.selected()).toBe('[slot]');
    await world.notes.edit('a.md', () => ({ ...edited(), select: { from: 0, to: 3 } }));
    expect([pane.selected(), world.writes()]).toEqual(['new', 1]);
  });
});

describe.each(forms)('%s: what goes wrong', (_name, form) => {
  test('a note that is not there any more reads as null; its edit is refused and brings nothing back', async () => {
    world = await form({ 'a.md': NOTE, 'b.md': NOTE });
    await world.open('a.md');
    await world.removeExternally('a.md');
    expect(await world.notes.read('a.md')).toBeNull();
    expect(await world.notes.edit('a.md', tick)).toMatchObject({ ok: false, refusal: { code: 'note-gone' } });
    expect(world.paths()).toEqual(['b.md']);
  });

  test('a write that fails is a refusal with the reason; the file is as it was, and the next try works', async () => {
    world = await form({ 'a.md': NOTE });
    world.failWrites('disk full');
    const outcome = await world.notes.edit('a.md', tick);
    expect(outcome).toMatchObject({ ok: false, refusal: { code: 'write-failed' } });
    expect(outcome.ok ? '' : outcome.refusal.message).toContain('disk full');
    expect(world.onDisk('a.md')).toBe(NOTE);
    world.failWrites(null);
    expect(await world.notes.edit('a.md', tick)).toEqual({ ok: true, isChanged: true });
    expect(world.onDisk('a.md')).toBe(DONE);
  });

  test('typing that can not be saved keeps an edit from being made on it; the typing is saved later', async () => {
    world = await form({ 'a.md': NOTE });
    const pane = await world.open('a.md');
    pane.type(0, 'typed ');
    world.failWrites('disk full');
    expect(await world.notes.edit('a.md', tick)).toMatchObject({ ok: false, refusal: { code: 'write-failed' } });
    expect([pane.text(), world.onDisk('a.md')]).toEqual([`typed ${NOTE}`, NOTE]);
    world.failWrites(null);
    pane.type(0, '!');
    await world.settle();
    expect(world.onDisk('a.md')).toBe(`!typed ${NOTE}`);
  });

  test('an edit after one that failed is not held up', async () => {
    world = await form({ 'a.md': NOTE });
    const failing = world.notes.edit('a.md', () => { throw new Error('a bug'); }).catch(() => null);
    expect(await world.notes.edit('a.md', tick)).toEqual({ ok: true, isChanged: true });
    await failing;
  });
});

describe.each(forms)('%s: creating', (_name, form) => {
  test('a new note, with the folders it needs', async () => {
    world = await form({ 'a.md': NOTE });
    expect(await world.notes.create('Plans/2026/New.md', 'text\n')).toEqual({ ok: true, path: 'Plans/2026/New.md' });
    expect([world.onDisk('Plans/2026/New.md'), world.paths()]).toEqual(['text\n', ['Plans/2026/New.md', 'a.md']]);
  });

  test('a folder that is there under another case or Unicode form is used as it is spelled', async () => {
    world = await form({ 'plans/Ärzte/a.md': NOTE });
    expect(await world.notes.create('Plans/A\u0308rzte/New.md', '')).toEqual({ ok: true, path: 'plans/Ärzte/New.md' });
    expect(world.paths()).toEqual(['plans/Ärzte/New.md', 'plans/Ärzte/a.md']);
  });

  test.each([['the same', 'Plans/Ümlaut.md'], ['another case', 'plans/ümlaut.MD'], ['another Unicode form', 'Plans/U\u0308mlaut.md']])('a taken name is refused (%s), and what is there stays', async (_what, path) => {
    world = await form({ 'Plans/Ümlaut.md': NOTE });
    expect(await world.notes.create(path, 'other')).toMatchObject({ ok: false, refusal: { code: 'path-taken' } });
    expect([world.onDisk('Plans/Ümlaut.md'), world.paths(), world.writes()]).toEqual([NOTE, ['Plans/Ümlaut.md'], 0]);
  });

  test('a file in a folder’s place is refused', async () => {
    world = await form({ 'Plans.md': NOTE, Plans: 'a file without extension' });
    expect(await world.notes.create('Plans/New.md', '')).toMatchObject({ ok: false, refusal: { code: 'path-taken' } });
    expect(world.paths()).toEqual(['Plans', 'Plans.md']);
  });

  test.each([['the same', 'New.md'], ['another case', 'new.md'], ['another Unicode form', 'Ne\u0301w.md']])('of two notes created at once under one name one is made (%s)', async (what, second) => {
    world = await form({});
    const first = what === 'another Unicode form' ? 'Néw.md' : 'New.md';
    const outcomes = await Promise.all([world.notes.create(`Plans/${first}`, 'first'), world.notes.create(`Plans/${second}`, 'second')]);
    expect(outcomes.map(({ ok }) => ok)).toEqual([true, false]);
    expect([world.paths(), world.onDisk(`Plans/${first}`)]).toEqual([[`Plans/${first}`], 'first']);
  });

  test('two notes created at once in a folder that is new land in one folder', async () => {
    world = await form({});
    await Promise.all([world.notes.create('Plans/a.md', ''), world.notes.create('plans/b.md', '')]);
    expect(world.paths()).toEqual(['Plans/a.md', 'Plans/b.md']);
  });

  test('a write that fails is refused with the reason', async () => {
    world = await form({});
    world.failWrites('read-only');
    const outcome = await world.notes.create('New.md', 'text');
    expect(outcome).toMatchObject({ ok: false, refusal: { code: 'write-failed' } });
    expect(outcome.ok ? '' : outcome.refusal.message).toContain('read-only');
    expect(world.paths()).toEqual([]);
  });
});
