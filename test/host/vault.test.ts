// What a plugin notices of the vault: atomic changes, events and their order, files that change outside.
import { TFile, type Plugin, type TAbstractFile } from 'obsidian';
import { afterEach, expect, test, vi } from 'vitest';
import { openHost, type OpenHost } from '../support/open-host';

let host: OpenHost<Plugin>;

async function open(files: Record<string, string>): Promise<OpenHost<Plugin>> {
  host = await openHost({ files });
  return host;
}

function fileAt(path: string): TFile {
  const file = host.app.vault.getFileByPath(path);
  if (!file) throw new Error(`There is no ${path}.`);
  return file;
}

/** `event path` for everything that happens from now on. */
function record(): string[] {
  const events: string[] = [];
  const { vault, metadataCache } = host.app;
  vault.on('create', (file) => void events.push(`create ${file.path}`));
  vault.on('modify', (file) => void events.push(`modify ${file.path}`));
  vault.on('delete', (file) => void events.push(`delete ${file.path}`));
  vault.on('rename', (file, oldPath) => void events.push(`rename ${oldPath} > ${file.path}`));
  metadataCache.on('changed', (file) => void events.push(`changed ${file.path}`));
  return events;
}

afterEach(async () => {
  vi.restoreAllMocks();
  await host.close();
});

test('two changes of one file asked for at once both happen', async () => {
  await open({ 'a.md': '0' });
  const file = fileAt('a.md');
  await Promise.all(Array.from({ length: 20 }, (_, i) => host.app.vault.process(file, (text) => `${text} ${i + 1}`)));
  expect(host.disk.get('a.md')).toBe(Array.from({ length: 21 }, (_, i) => i).join(' '));
});

test('a change that leaves the text as it is writes nothing and fires nothing', async () => {
  await open({ 'a.md': 'same' });
  const events = record();
  const write = vi.spyOn(host.adapter, 'write');
  const { mtime } = fileAt('a.md').stat;
  expect(await host.app.vault.process(fileAt('a.md'), (text) => text)).toBe('same');
  await host.settle();
  expect(write).not.toHaveBeenCalled();
  expect(events).toEqual([]);
  expect(fileAt('a.md').stat.mtime).toBe(mtime);
});

test("'modify' comes before the promise resolves, 'changed' in a later turn with the new text and cache", async () => {
  await open({ 'a.md': 'old' });
  const events = record();
  let handed: unknown = null;
  host.app.metadataCache.on('changed', (_file, data, cache) => (handed = { data, headings: cache.headings?.map(({ heading }) => heading) }));
  await host.app.vault.process(fileAt('a.md'), () => '# New');
  expect(events).toEqual(['modify a.md']);
  expect(host.app.metadataCache.getFileCache(fileAt('a.md'))?.headings).toBeUndefined();
  await host.settle();
  expect(events).toEqual(['modify a.md', 'changed a.md']);
  expect(handed).toEqual({ data: '# New', headings: ['New'] });
});

test('a rename fires no change, and the cache follows', async () => {
  await open({ 'a.md': '# A' });
  const events = record();
  await host.app.vault.rename(fileAt('a.md'), 'b.md');
  await host.settle();
  expect(events).toEqual(['rename a.md > b.md']);
  expect(host.app.metadataCache.getCache('b.md')?.headings?.[0]?.heading).toBe('A');
  expect(host.app.metadataCache.getCache('a.md')).toBeNull();
});

test('renaming and deleting a folder fires for the folder and for what it holds', async () => {
  await open({ 'f/a.md': 'a', 'f/g/b.md': 'b' });
  const events = record();
  const folder = host.app.vault.getFolderByPath('f');
  if (!folder) throw new Error('no folder');
  await host.app.vault.rename(folder, 'x');
  expect(events.splice(0).sort()).toEqual(['rename f > x', 'rename f/a.md > x/a.md', 'rename f/g > x/g', 'rename f/g/b.md > x/g/b.md']);
  expect([...host.disk.keys()]).toEqual(['x/a.md', 'x/g/b.md']);
  await host.app.vault.delete(folder, true);
  expect(events.sort()).toEqual(['delete x', 'delete x/a.md', 'delete x/g', 'delete x/g/b.md']);
  expect(host.disk.size).toBe(0);
});

test('making a file that exists, or below a missing folder, fails; a backslash is a slash', async () => {
  await open({ 'f/a.md': 'a' });
  await expect(host.app.vault.create('f/a.md', 'x')).rejects.toThrow('File already exists.');
  await expect(host.app.vault.create('missing/a.md', 'x')).rejects.toThrow('ENOENT');
  await expect(host.app.vault.create('..\\out.md', 'x')).rejects.toThrow('outside the vault');
  expect((await host.app.vault.create('f\\b.md', 'b')).path).toBe('f/b.md');
  expect(host.disk.get('f/a.md')).toBe('a');
});

test('a file made, and one made outside, arrive once', async () => {
  await open({});
  const events = record();
  await host.app.vault.create('a.md', '# A');
  await host.settle();
  host.writeExternally('f/b.md', '# B');
  await host.settle();
  expect(events).toEqual(['create a.md', 'changed a.md', 'create f', 'create f/b.md', 'changed f/b.md']);
});

test('changes outside are followed; the same text again is no change', async () => {
  await open({ 'a.md': '1', 'b.md': '1' });
  const events = record();
  host.writeExternally('a.md', '2');
  host.writeExternally('b.md', '1');
  await host.settle();
  expect(events).toEqual(['modify a.md', 'changed a.md']);
  expect(await host.app.vault.cachedRead(fileAt('a.md'))).toBe('2');
  events.length = 0;
  host.renameExternally('a.md', 'c.md');
  host.removeExternally('b.md');
  await host.settle();
  expect(events.sort()).toEqual(['changed c.md', 'create c.md', 'delete a.md', 'delete b.md']);
});

test('BOM and CRLF are read and written as they are', async () => {
  const text = '\uFEFFone\r\ntwo\n';
  await open({ 'a.md': text });
  expect(await host.app.vault.read(fileAt('a.md'))).toBe(text);
  await host.app.vault.process(fileAt('a.md'), (data) => `${data}three\r\n`);
  expect(host.disk.get('a.md')).toBe(`${text}three\r\n`);
});

test('a write that fails rejects, changes nothing, and does not block the next', async () => {
  await open({ 'a.md': 'old' });
  const events = record();
  vi.spyOn(host.adapter, 'write').mockRejectedValueOnce(new Error('disk full'));
  await expect(host.app.vault.process(fileAt('a.md'), () => 'lost')).rejects.toThrow('disk full');
  expect(events).toEqual([]);
  expect(await host.app.vault.cachedRead(fileAt('a.md'))).toBe('old');
  await host.app.vault.process(fileAt('a.md'), (text) => `${text}!`);
  expect(host.disk.get('a.md')).toBe('old!');
});

test('a write that takes its time holds up the next change of that file only', async () => {
  await open({ 'a.md': 'a', 'b.md': 'b' });
  let release = (): void => undefined;
  const write = host.adapter.write.bind(host.adapter);
  vi.spyOn(host.adapter, 'write').mockImplementation(async (path, text) => {
    if (path === 'a.md') await new Promise<void>((resolve) => (release = resolve));
    await write(path, text);
  });
  const slow = host.app.vault.process(fileAt('a.md'), (text) => `${text}1`);
  await host.app.vault.process(fileAt('b.md'), (text) => `${text}1`);
  expect([host.disk.get('a.md'), host.disk.get('b.md')]).toEqual(['a', 'b1']);
  release();
  await slow;
  expect(host.disk.get('a.md')).toBe('a1');
});

test('files in hidden folders are on disk, but not in the tree', async () => {
  await open({ '.obsidian/app.json': '{}', 'a.md': 'a' });
  expect(host.app.vault.getFiles().map((file: TAbstractFile) => file.path)).toEqual(['a.md']);
  expect(await host.app.vault.adapter.read('.obsidian/app.json')).toBe('{}');
  expect(fileAt('a.md')).toBeInstanceOf(TFile);
});

test('a deleted file can no longer be written', async () => {
  await open({ 'a.md': 'a' });
  const file = fileAt('a.md');
  await host.app.fileManager.trashFile(file);
  await expect(host.app.vault.process(file, () => 'again')).rejects.toThrow('ENOENT');
  expect(host.disk.has('a.md')).toBe(false);
  expect(host.disk.get('.trash/a.md')).toBe('a');
});

test('processFrontMatter changes properties and keeps the body', async () => {
  await open({ 'a.md': '---\nstatus: Draft\n---\nBody\n', 'b.md': 'Body\n' });
  const setDone = (frontmatter: Record<string, unknown>): void => void (frontmatter['status'] = 'Done');
  await host.app.fileManager.processFrontMatter(fileAt('a.md'), setDone);
  await host.app.fileManager.processFrontMatter(fileAt('b.md'), setDone);
  expect([host.disk.get('a.md'), host.disk.get('b.md')]).toEqual(['---\nstatus: Done\n---\nBody\n', '---\nstatus: Done\n---\nBody\n']);
});
