// What only Obsidian's form of NoteAccess has to deal with: several panes, and a note that is opened while its edit waits.
import type { Plugin } from 'obsidian';
import { afterEach, expect, test, vi } from 'vitest';
import { setTaskMark } from '../../src/core/edit/edit-checklist';
import { edited } from '../../src/core/text/edit-result';
import { targetLine } from '../../src/core/text/line-target';
import { ObsidianNotes } from '../../src/vault/obsidian-notes';
import { openHost, type OpenHost } from '../support/open-host';

const NOTE = '# Garden\n- [ ] water\n';
const DONE = '# Garden\n- [x] water\n';
const tick = (text: string): ReturnType<typeof edited> => edited({ from: text.indexOf('[ ]') + 1, to: text.indexOf('[ ]') + 2, insert: 'x' });

let host: OpenHost<Plugin>;
afterEach(() => host.close());

test('a note that is opened and typed into while its edit waits for its turn is edited in its editor', async () => {
  host = await openHost({ files: { 'a.md': NOTE } });
  const process = host.app.vault.process.bind(host.app.vault);
  vi.spyOn(host.app.vault, 'process').mockImplementationOnce(async (file, change) => {
    const view = await host.open('a.md');
    view.editor.transaction({ changes: [{ from: { line: 0, ch: 8 }, text: '!' }] });
    return process(file, change);
  });
  expect(await new ObsidianNotes(host.app).edit('a.md', tick)).toEqual({ ok: true, isChanged: true });
  expect(host.editor().getValue()).toBe(DONE.replace('Garden', 'Garden!'));
  host.editor().undo();
  expect(host.editor().getValue()).toBe(NOTE.replace('Garden', 'Garden!'));
});

test('with a note in an editor and in reading view the editor is used, whichever is in front', async () => {
  host = await openHost({ files: { 'a.md': NOTE } });
  const editor = (await host.open('a.md')).editor;
  const reading = await host.open('a.md', true);
  await reading.setState({ mode: 'preview' }, { history: false });
  await new ObsidianNotes(host.app).edit('a.md', tick);
  expect(host.disk.get('a.md')).toBe(DONE);
  editor.undo();
  expect(editor.getValue()).toBe(NOTE);
});

test('of two editors the one in front gets the selection', async () => {
  host = await openHost({ files: { 'a.md': NOTE } });
  const behind = (await host.open('a.md')).editor;
  const front = (await host.open('a.md', true)).editor;
  await new ObsidianNotes(host.app).edit('a.md', () => ({ ...edited(), select: { from: 2, to: 8 } }));
  expect([front.getSelection(), behind.getSelection()]).toEqual(['Garden', '']);
});

test('a selection alone does not save the note', async () => {
  host = await openHost({ files: { 'a.md': NOTE } });
  await host.open('a.md');
  const write = vi.spyOn(host.adapter, 'write');
  await new ObsidianNotes(host.app).edit('a.md', () => ({ ...edited(), select: { from: 0, to: 0 } }));
  await host.settle();
  expect(write).not.toHaveBeenCalled();
});

test('a note that can’t be read reads as null', async () => {
  host = await openHost({ files: { 'a.md': NOTE } });
  vi.spyOn(host.adapter, 'read').mockRejectedValue(new Error('EIO'));
  expect(await new ObsidianNotes(host.app).read('a.md')).toBeNull();
});

test('an edit of an open note waits until the editor has what another program wrote a moment ago', async () => {
  host = await openHost({ files: { 'a.md': NOTE } });
  await host.open('a.md');
  const target = targetLine(NOTE, 1);
  host.writeExternally('a.md', '# Garden\nnew line\n- [ ] water\n');
  const outcome = await new ObsidianNotes(host.app).edit('a.md', (text) => setTaskMark(text, target, 'x'));
  await host.settle();
  expect(outcome).toEqual({ ok: true, isChanged: true });
  expect(host.disk.get('a.md')).toBe('# Garden\nnew line\n- [x] water\n');
  expect(host.editor().getValue()).toBe(host.disk.get('a.md'));
});

test('an edit of an open note is refused while the editor never catches up with its file', { timeout: 20_000 }, async () => {
  host = await openHost({ files: { 'a.md': NOTE } });
  await host.open('a.md');
  host.disk.set('a.md', '# Garden\n- [x] something else\n');
  const outcome = await new ObsidianNotes(host.app).edit('a.md', tick);
  expect(outcome).toMatchObject({ ok: false, refusal: { code: 'note-changed' } });
  expect(host.disk.get('a.md')).toBe('# Garden\n- [x] something else\n');
  expect(host.editor().getValue()).toBe(NOTE);
});

test('what another program writes between reading and writing a closed note stays', async () => {
  host = await openHost({ files: { 'a.md': NOTE } });
  const { adapter } = host;
  const replace = adapter.replace.bind(adapter);
  vi.spyOn(adapter, 'replace').mockImplementationOnce((...args) => {
    host.disk.set('a.md', `${NOTE}- [ ] weed\n`);
    return replace(...args);
  });
  expect(await new ObsidianNotes(host.app).edit('a.md', tick)).toEqual({ ok: true, isChanged: true });
  expect(host.disk.get('a.md')).toBe(`${DONE}- [ ] weed\n`);
});

test('a file that is gone before Obsidian has noticed is told of as gone; another failure without the place on the disk', async () => {
  host = await openHost({ files: { 'a.md': NOTE } });
  const fails = (message: string): void => { vi.spyOn(host.app.vault, 'process').mockRejectedValueOnce(new Error(message)); };
  fails("EACCES: permission denied, open '/home/me/vault/a.md'");
  expect(await new ObsidianNotes(host.app).edit('a.md', tick)).toMatchObject({ refusal: { code: 'write-failed', message: '“a.md” could not be written: EACCES: permission denied. Nothing was lost; try again.' } });
  fails("ENOENT: no such file or directory, open '/home/me/vault/a.md'");
  host.disk.delete('a.md');
  expect(await new ObsidianNotes(host.app).edit('a.md', tick)).toMatchObject({ refusal: { code: 'note-gone', message: 'The note “a.md” is not there any more. Nothing was written.' } });
});
