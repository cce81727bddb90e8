// What only Obsidian's form of NoteAccess has to deal with: several panes, and a note that is opened while its edit waits.
import type { Plugin } from 'obsidian';
import { afterEach, expect, test, vi } from 'vitest';
import { edited } from '../../src/core/text/edit-result';
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
