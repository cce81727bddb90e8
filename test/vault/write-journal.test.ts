// What was changed can be taken back, in open and closed notes; once, in order, and never over what was written since.
import { afterEach, describe, expect, test } from 'vitest';
import { edited } from '../../src/core/text/edit-result';
import type { NoteEdit, Undo } from '../../src/vault/note-access';
import { WriteJournal } from '../../src/vault/write-journal';
import { type Form, inMemory, inObsidian, type World } from './both-forms';

const NOTE = '# Garden\n- [ ] water\n- [ ] weed\n';
const both = (text: string): string => `\uFEFF${text.replace(/\n/g, '\r\n')}`;

/** Puts a word behind the heading. */
const add = (word: string): NoteEdit => (text) => {
  const at = text.search(/\r?\n/);
  return edited({ from: at, to: at, insert: ` ${word}` });
};
const withWords = (...words: string[]): string => NOTE.replace('Garden', ['Garden', ...words].join(' '));

const saying = (text: string): string => expect.stringContaining(text) as string;

let world: World;
let journal: WriteJournal;
afterEach(() => world.close());

async function start(form: Form, files: Readonly<Record<string, string>>): Promise<void> {
  world = await form(files);
  journal = new WriteJournal(world.notes);
}

async function undoOf(path: string, word: string): Promise<Undo> {
  const outcome = await journal.edit(path, add(word), `Add ${word}`);
  if (!outcome.ok || !outcome.undo) throw new Error('There is nothing to undo.');
  return outcome.undo;
}

const forms: readonly [string, Form][] = [['in memory', inMemory], ['in Obsidian', inObsidian]];

describe.each(forms)('%s', (_name, form) => {
  test.each([['closed', NOTE], ['open', NOTE], ['closed, CRLF and BOM', both(NOTE)], ['open, CRLF and BOM', both(NOTE)]])('a change of a note that is %s is taken back to the byte, once', async (how, text) => {
    await start(form, { 'a.md': text, 'b.md': text });
    const pane = how.startsWith('open') ? await world.open('a.md') : null;
    const undo = await undoOf('a.md', 'rose');
    expect(await undo()).toEqual({ ok: true, isChanged: true });
    expect([world.onDisk('a.md'), world.onDisk('b.md'), pane?.text() ?? NOTE, journal.canUndo]).toEqual([text, text, NOTE, false]);
    expect(await undo()).toMatchObject({ ok: false, refusal: { code: 'nothing-to-undo', message: saying('“Add rose”') } });
    expect(world.onDisk('a.md')).toBe(text);
  });

  test('a note that was closed when it was changed and is open now is undone in its editor, as one step', async () => {
    await start(form, { 'a.md': both(NOTE) });
    const undo = await undoOf('a.md', 'rose');
    const pane = await world.open('a.md');
    await undo();
    expect([world.onDisk('a.md'), pane.text()]).toEqual([both(NOTE), NOTE]);
    pane.undo();
    expect(pane.text()).toBe(withWords('rose'));
  });

  test('the last change is the newest, of whatever note; then the one before it', async () => {
    await start(form, { 'a.md': NOTE, 'b.md': NOTE });
    await undoOf('a.md', 'one');
    await undoOf('b.md', 'two');
    await undoOf('a.md', 'three');
    expect(await journal.undoLast()).toEqual({ ok: true, label: 'Add three', paths: ['a.md'] });
    expect(await journal.undoLast()).toEqual({ ok: true, label: 'Add two', paths: ['b.md'] });
    expect([world.onDisk('a.md'), world.onDisk('b.md')]).toEqual([withWords('one'), NOTE]);
    expect(await journal.undoLast()).toMatchObject({ ok: true, label: 'Add one' });
    expect(await journal.undoLast()).toMatchObject({ ok: false, refusal: { code: 'nothing-to-undo' } });
    expect(world.onDisk('a.md')).toBe(NOTE);
  });

  test('asked for twice at once, two changes are taken back, each once', async () => {
    await start(form, { 'a.md': NOTE });
    const first = await undoOf('a.md', 'one');
    await undoOf('a.md', 'two');
    const outcomes = await Promise.all([journal.undoLast(), journal.undoLast(), first(), first()]);
    expect([outcomes.map(({ ok }) => ok), world.onDisk('a.md')]).toEqual([[true, true, false, false], NOTE]);
  });

  test.each(['closed', 'open'])('what was written since stays: the undo is refused (%s)', async (how) => {
    await start(form, { 'a.md': NOTE, 'b.md': NOTE });
    const pane = how === 'open' ? await world.open('a.md') : null;
    await undoOf('b.md', 'before');
    const undo = await undoOf('a.md', 'rose');
    if (pane) pane.type(pane.text().length, 'typed');
    else await world.writeExternally('a.md', `${withWords('rose')}typed`);
    await world.settle();
    expect(await undo()).toMatchObject({ ok: false, refusal: { code: 'note-changed', message: saying('“a.md” has changed since “Add rose”') } });
    expect(await journal.undoLast()).toMatchObject({ ok: false, refusal: { code: 'note-changed' } });
    expect(world.onDisk('a.md')).toBe(`${withWords('rose')}typed`);
    // The command turns to the change before it.
    expect(await journal.undoLast()).toMatchObject({ ok: true, label: 'Add before' });
  });

  test('a refused undo works once the note reads as it did', async () => {
    await start(form, { 'a.md': NOTE });
    const undo = await undoOf('a.md', 'rose');
    await undoOf('a.md', 'oak');
    expect(await undo()).toMatchObject({ ok: false });
    await journal.undoLast();
    expect([await undo(), world.onDisk('a.md')]).toEqual([{ ok: true, isChanged: true }, NOTE]);
  });

  test('what the user has undone in the editor already is said to be so, and left', async () => {
    await start(form, { 'a.md': NOTE, 'b.md': NOTE });
    const pane = await world.open('a.md');
    await undoOf('b.md', 'before');
    await undoOf('a.md', 'rose');
    pane.undo();
    expect(await journal.undoLast()).toMatchObject({ ok: false, refusal: { code: 'nothing-to-undo', message: '“Add rose” has been undone already.' } });
    expect([pane.text(), world.onDisk('b.md')]).toEqual([NOTE, withWords('before')]);
    expect(await journal.undoLast()).toMatchObject({ ok: true, label: 'Add before' });
  });

  test('a note that is gone is not brought back', async () => {
    await start(form, { 'a.md': NOTE, 'b.md': NOTE });
    const undo = await undoOf('a.md', 'rose');
    await world.removeExternally('a.md');
    expect([await undo(), world.paths()]).toMatchObject([{ ok: false, refusal: { code: 'note-gone' } }, ['b.md']]);
  });

  test('an undo that could not be written can be tried again', async () => {
    await start(form, { 'a.md': NOTE });
    await undoOf('a.md', 'rose');
    world.failWrites('disk full');
    expect(await journal.undoLast()).toMatchObject({ ok: false, refusal: { code: 'write-failed', message: saying('disk full') } });
    world.failWrites(null);
    expect([await journal.undoLast(), world.onDisk('a.md')]).toMatchObject([{ ok: true }, NOTE]);
  });

  test('an edit that changed nothing, or was refused, is no change', async () => {
    await start(form, { 'a.md': NOTE });
    expect(await journal.edit('a.md', () => edited())).toEqual({ ok: true, isChanged: false });
    await journal.edit('gone.md', add('x'));
    expect(journal.canUndo).toBe(false);
  });

  test('a new path of the note, or of a folder around it, is followed', async () => {
    await start(form, { 'Plans/a.md': NOTE, 'Plans 2/a.md': NOTE });
    await undoOf('Plans/a.md', 'rose');
    await undoOf('Plans 2/a.md', 'oak');
    journal.moved('Plans', 'Archive/Old');
    await world.removeExternally('Plans/a.md');
    await world.writeExternally('Archive/Old/a.md', withWords('rose'));
    expect(await journal.undoLast()).toMatchObject({ ok: true, paths: ['Plans 2/a.md'] });
    expect(await journal.undoLast()).toMatchObject({ ok: true, paths: ['Archive/Old/a.md'] });
    expect(world.onDisk('Archive/Old/a.md')).toBe(NOTE);
  });
});

describe('a change of several notes', () => {
  const FILES = { 'a.md': NOTE, 'b.md': NOTE, 'c.md': NOTE };
  const texts = (): (string | undefined)[] => ['a.md', 'b.md', 'c.md'].map((path) => world.onDisk(path));

  async function addToAll(): Promise<Undo> {
    const { result, undo } = await journal.group('Move 3 plans', (notes) => Promise.all(Object.keys(FILES).map((path) => notes.edit(path, add('rose')))));
    expect(result.map(({ ok }) => ok)).toEqual([true, true, true]);
    if (!undo) throw new Error('There is nothing to undo.');
    return undo;
  }

  test('is taken back as one', async () => {
    await start(inMemory, FILES);
    await addToAll();
    expect(await journal.undoLast()).toEqual({ ok: true, label: 'Move 3 plans', paths: ['a.md', 'b.md', 'c.md'] });
    expect([texts(), journal.canUndo]).toEqual([[NOTE, NOTE, NOTE], false]);
  });

  test('several edits of one note among them, too', async () => {
    await start(inMemory, FILES);
    const { undo } = await journal.group('Move', async (notes) => {
      for (const word of ['one', 'two', 'three']) await notes.edit('a.md', add(word));
    });
    expect([await undo?.(), texts()]).toEqual([{ ok: true, isChanged: true }, [NOTE, NOTE, NOTE]]);
  });

  test('where one has changed since, the others are taken back, and that one is named', async () => {
    await start(inMemory, FILES);
    const undo = await addToAll();
    await world.writeExternally('b.md', 'Mine now.\n');
    const outcome = await undo();
    expect(outcome).toMatchObject({ ok: false, refusal: { code: 'note-changed', message: '“Move 3 plans” was not undone in 1 of 3 notes: “b.md” has changed or gone since.' } });
    expect(texts()).toEqual([NOTE, 'Mine now.\n', NOTE]);
    // Once more touches nothing.
    await undo();
    expect(texts()).toEqual([NOTE, 'Mine now.\n', NOTE]);
  });

  test('where one has been undone by hand, the others follow, and all is done', async () => {
    await start(inMemory, FILES);
    const undo = await addToAll();
    await world.writeExternally('b.md', NOTE);
    expect([await undo(), texts(), journal.canUndo]).toEqual([{ ok: true, isChanged: true }, [NOTE, NOTE, NOTE], false]);
  });

  test('where a write fails, what is left can be tried again', async () => {
    await start(inMemory, FILES);
    await addToAll();
    world.failWrites('disk full');
    expect(await journal.undoLast()).toMatchObject({ ok: false, refusal: { message: saying('3 of 3 notes') } });
    world.failWrites(null);
    expect([await journal.undoLast(), texts()]).toMatchObject([{ ok: true }, [NOTE, NOTE, NOTE]]);
  });

  test('that broke off is taken back as far as it went', async () => {
    await start(inMemory, FILES);
    await expect(journal.group('Move', async (notes) => {
      await notes.edit('a.md', add('rose'));
      throw new Error('a bug');
    })).rejects.toThrow('a bug');
    expect([await journal.undoLast(), texts()]).toMatchObject([{ ok: true }, [NOTE, NOTE, NOTE]]);
  });

  test('that changed nothing is none', async () => {
    await start(inMemory, FILES);
    expect(await journal.group('Move', () => Promise.resolve('done'))).toEqual({ result: 'done' });
    expect(journal.canUndo).toBe(false);
  });

  test('a note that is renamed before all of them are changed is followed', async () => {
    await start(inMemory, FILES);
    const { undo } = await journal.group('Move', async (notes) => {
      await notes.edit('a.md', add('rose'));
      await world.removeExternally('a.md');
      await world.writeExternally('z.md', withWords('rose'));
      journal.moved('a.md', 'z.md');
      await notes.edit('b.md', add('rose'));
    });
    expect([await undo?.(), world.onDisk('z.md'), world.onDisk('b.md')]).toEqual([{ ok: true, isChanged: true }, NOTE, NOTE]);
  });
});

test('fifty changes are remembered, and no more characters than fit', async () => {
  await start(inMemory, { 'a.md': NOTE, 'b.md': NOTE, 'huge.md': `# Huge\n${'x'.repeat(6_000_000)}` });
  const first = await undoOf('b.md', 'first');
  for (let at = 0; at < 50; at++) await undoOf('a.md', `w${at}`);
  let count = 0;
  while ((await journal.undoLast()).ok) count++;
  expect([count, world.onDisk('a.md'), world.onDisk('b.md')]).toEqual([50, NOTE, withWords('first')]);
  // Its own button still takes it back.
  expect(await first()).toMatchObject({ ok: true });
  await undoOf('a.md', 'small');
  await undoOf('huge.md', 'one');
  await undoOf('huge.md', 'two');
  expect(await journal.undoLast()).toMatchObject({ ok: true, label: 'Add two' });
  expect(await journal.undoLast()).toMatchObject({ ok: false });
});
