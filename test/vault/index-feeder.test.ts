// The index follows the vault: what it shows is what is in the notes, whatever happened and in which order.
import { readdirSync, readFileSync } from 'node:fs';
import type { Plugin } from 'obsidian';
import { afterEach, expect, test, vi } from 'vitest';
import { PlanIndex } from '../../src/core/indexing/plan-index';
import { IndexFeeder } from '../../src/vault/index-feeder';
import { contentsFromScratch, contentsOf, rowTexts } from '../support/index-contents';
import { openHost, type OpenHost } from '../support/open-host';

const checks = (...items: string[]): string => `# Sync plan\n\n## Verification\n\n${items.map((item) => `- [ ] ${item}\n`).join('')}`;

let host: OpenHost<Plugin>;
let index: PlanIndex;
let feeder: IndexFeeder;
let heard: number[];

async function start(files: Record<string, string>, ready = true, before: (opened: OpenHost<Plugin>) => void = () => undefined): Promise<void> {
  host = await openHost({ files });
  before(host);
  index = new PlanIndex();
  feeder = new IndexFeeder(host.app, index);
  heard = [];
  feeder.subscribe(() => heard.push(feeder.remaining));
  feeder.load();
  if (ready) await host.settle();
}

function openChecks(): string[] {
  return rowTexts(index, '', 'verification');
}

/** The notes on disk now, as the index would be built from them. */
function scratch(): unknown {
  return contentsFromScratch([...host.disk].filter(([path]) => path.endsWith('.md')));
}

async function rename(from: string, to: string): Promise<void> {
  const file = host.app.vault.getAbstractFileByPath(from);
  if (file) await host.app.vault.rename(file, to);
  await host.settle();
}

afterEach(async () => {
  feeder.unload();
  await host.close();
});

test('at the start every note with something to show is read, and nothing is written', async () => {
  await start({ 'a.md': checks('one'), 'Plans/b.md': checks('two'), 'Notes/plain.md': 'Milk and bread.\n', 'c.txt': checks('no note') });
  expect(openChecks()).toEqual(['two', 'one']);
  expect(contentsOf(index)).toEqual(scratch());
  expect(feeder.remaining).toBe(0);
});

test('reading can be stopped: what changes is read all the same, and the rest when it is asked for', async () => {
  await start(Object.fromEntries(Array.from({ length: 200 }, (_none, at) => [`n${at}.md`, checks(`item ${at}`)])), false, ({ app }) => {
    const { vault } = app;
    const cachedRead = vault.cachedRead.bind(vault);
    vi.spyOn(vault, 'cachedRead').mockImplementation(async (file) => {
      await new Promise((resolve) => setTimeout(resolve, 5));
      return cachedRead(file);
    });
  });
  await vi.waitFor(() => { expect(openChecks().length).toBeGreaterThan(0); }, { interval: 1 });
  feeder.stopReading();
  await host.settle();
  const known = openChecks().length;
  expect([known < 200, feeder.isPartial, feeder.remaining]).toEqual([true, true, 0]);
  host.writeExternally('new.md', checks('new'));
  await host.settle();
  expect(openChecks()).toContain('new');
  feeder.readAgain();
  await host.settle();
  expect([openChecks().length, feeder.isPartial]).toEqual([201, false]);
});

test('a note that can have nothing to show is not even read', async () => {
  const read: string[] = [];
  const watch = ({ app }: OpenHost<Plugin>): void => {
    const { vault } = app;
    const cachedRead = vault.cachedRead.bind(vault);
    vi.spyOn(vault, 'cachedRead').mockImplementation((file) => {
      read.push(file.path);
      return cachedRead(file);
    });
  };
  await start({ 'a.md': checks('one'), 'diary.md': '---\ntags: [rain]\n---\n# Monday\n\n- rain\n- more\n  - rain\n\n> wet\n\n> [!note] Rain\n> More of it.\n', 'Notes/bread.md': '# Bread\n\n## Ingredients\n\n- flour\n' }, true, watch);
  expect(read).toEqual(['a.md']);
});

test.each([
  ['a heading and a status line', 'Plans/a.md', '# Design\n\n**Status:** Draft\n'],
  ['a status line alone', 'Plans/plan.md', 'Status: Draft\n'],
  ['frontmatter only', 'a.md', '---\ntype: plan\n---\n'],
  ['a table in a callout', 'a.md', '> [!note]\n> | Task | Priority |\n> | --- | --- |\n> | Ship | High |\n'],
  ['a table in a list', 'a.md', '- item\n\n  | Task | Priority |\n  | --- | --- |\n  | Ship | High |\n'],
  ['a table that ends the note', 'a.md', 'Text\n\n| Task | Priority |\n| --- | --- |\n| Ship | High |'],
])('a note is found at the start as well as after a change: %s', async (_what, path, text) => {
  await start({ [path]: text });
  expect(contentsOf(index)).toEqual(scratch());
});

test('of all forms of plan notes none is missed at the start', async () => {
  const folder = 'test/golden/plan/';
  const notes = readdirSync(folder).filter((name) => name.endsWith('.md')).map((name) => {
    const path = /^read as (.+)/.exec(readFileSync(folder + name.replace(/md$/, 'txt'), 'utf8'))?.[1] ?? name;
    return [`${name.slice(0, -3)}/${path}`, readFileSync(folder + name, 'utf8')] as const;
  });
  await start(Object.fromEntries(notes));
  expect(notes.length).toBeGreaterThan(50);
  expect(contentsOf(index)).toEqual(scratch());
});

test('the newest notes are read first, and the pane hears how many are left', async () => {
  const files = Object.fromEntries(Array.from({ length: 40 }, (_none, at) => [`n${at}.md`, checks(`item ${at}`)]));
  await start(files, false);
  const order: string[] = [];
  const put = index.put.bind(index);
  vi.spyOn(index, 'put').mockImplementation((path, text) => {
    order.push(path);
    put(path, text);
  });
  let now = 0;
  vi.spyOn(performance, 'now').mockImplementation(() => (now += 5));
  feeder.unload();
  feeder = new IndexFeeder(host.app, index);
  feeder.subscribe(() => heard.push(feeder.remaining));
  feeder.load();
  for (let turn = 0; turn < 60; turn++) await new Promise((resolve) => setTimeout(resolve));
  vi.restoreAllMocks();
  expect(order.slice(0, 3)).toEqual(['n39.md', 'n38.md', 'n37.md']);
  expect(order).toHaveLength(40);
  expect(heard.length).toBeGreaterThan(5);
  expect([...heard].sort((a, b) => b - a)).toEqual(heard);
  expect(heard.at(-1)).toBe(0);
});

test('a change, a new note and a deletion show at once', async () => {
  await start({ 'a.md': checks('one', 'two') });
  host.writeExternally('a.md', checks('one').replace('[ ]', '[x]'));
  host.writeExternally('b.md', checks('three'));
  await host.settle();
  expect(openChecks()).toEqual(['three']);
  host.removeExternally('b.md');
  await host.settle();
  expect([openChecks(), contentsOf(index)]).toEqual([[], scratch()]);
});

test('a note that has no items any more disappears', async () => {
  await start({ 'a.md': checks('one') });
  host.writeExternally('a.md', 'Nothing to do.\n');
  await host.settle();
  expect([openChecks(), index.size]).toEqual([[], 0]);
});

test('an external edit that keeps an older time is seen', async () => {
  await start({ 'a.md': checks('one') });
  await host.adapter.write('a.md', checks('older'), { mtime: 1 });
  host.adapter.writeExternally('a.md', checks('older'));
  await host.settle();
  expect(openChecks()).toEqual(['older']);
});

test('a renamed note and the notes of a renamed folder show under their new paths', async () => {
  await start({ 'Plans/a.md': checks('one'), 'Plans/deep/b.md': checks('two'), 'Plansmith.md': checks('three') });
  await rename('Plans', 'Archive');
  expect(index.inPathOrder().map(({ path }) => path)).toEqual(['Archive/a.md', 'Archive/deep/b.md', 'Plansmith.md']);
  await rename('Archive/a.md', 'z.md');
  expect(contentsOf(index)).toEqual(scratch());
});

test('a note moved into a folder for plans is judged anew, and again when it leaves', async () => {
  const text = '# Sync design\n\n- [ ] write it\n';
  await start({ 'Notes/sync.md': text, 'Plans/other.md': checks('one') });
  expect(rowTexts(index, '', 'plans')).toEqual(['Sync plan']);
  await rename('Notes/sync.md', 'Plans/sync.md');
  expect(rowTexts(index, '', 'plans')).toEqual(['Sync plan', 'Sync design']);
  await rename('Plans/sync.md', 'Notes/sync.md');
  expect([rowTexts(index, '', 'plans'), contentsOf(index)]).toEqual([['Sync plan'], scratch()]);
});

test('a plan whose first heading is its file name keeps that title when the file is renamed', async () => {
  await start({ 'Plans/Roadmap.md': '# Roadmap\n\n## Verification\n\n- [ ] one\n' });
  await rename('Plans/Roadmap.md', 'Plans/2026.md');
  expect(contentsOf(index)).toEqual(scratch());
});

test('a note that is renamed to something that is no note disappears, and comes back', async () => {
  await start({ 'a.md': checks('one') });
  await rename('a.md', 'a.txt');
  expect([openChecks(), index.size]).toEqual([[], 0]);
  await rename('a.txt', 'a.md');
  expect(openChecks()).toEqual(['one']);
});

test('two notes that swap names swap their rows', async () => {
  await start({ 'a.md': checks('one'), 'b.md': checks('two') });
  for (const [from, to] of [['a.md', 'c.md'], ['b.md', 'a.md'], ['c.md', 'b.md']] as const) {
    const file = host.app.vault.getAbstractFileByPath(from);
    if (file) await host.app.vault.rename(file, to);
  }
  await host.settle();
  expect(contentsOf(index)).toEqual(scratch());
});

test('a deleted folder takes its notes with it, and not those of a folder with a longer name', async () => {
  await start({ 'Plans/a.md': checks('one'), 'Plans/deep/b.md': checks('two'), 'Plans 2/c.md': checks('three') });
  const folder = host.app.vault.getFolderByPath('Plans');
  if (folder) await host.app.vault.delete(folder, true);
  await host.settle();
  expect(openChecks()).toEqual(['three']);
});

test('a late word of a note that is gone brings nothing back', async () => {
  await start({ 'a.md': checks('one') });
  const file = host.app.vault.getFileByPath('a.md');
  if (!file) throw new Error('no note');
  host.removeExternally('a.md');
  await host.settle();
  host.app.vault.trigger('delete', file);
  host.app.metadataCache.trigger('changed', file, checks('one'), {});
  expect(index.size).toBe(0);
});

test('a note that changes while the start reads it shows as it is, not as it was', async () => {
  await start({ 'a.md': checks('old'), 'b.md': checks('other') }, false);
  host.writeExternally('a.md', checks('new'));
  await rename('b.md', 'c.md');
  expect(openChecks()).toEqual(['new', 'other']);
});

/** The next read waits until the result is called; it gives what the note said when it was asked for. */
function holdNextRead(): () => void {
  const cachedRead = host.app.vault.cachedRead.bind(host.app.vault);
  let resume = (): void => undefined;
  vi.spyOn(host.app.vault, 'cachedRead').mockImplementationOnce(async (file) => {
    const text = await cachedRead(file);
    await new Promise<void>((resolve) => { resume = resolve; });
    return text;
  });
  return () => { resume(); };
}

test.each([
  ['changed', () => { host.writeExternally('a.md', checks('new')); }, ['new']],
  ['deleted', () => { host.removeExternally('a.md'); }, []],
  ['renamed', () => void rename('a.md', 'z.md'), ['old']],
  ['made something else', () => void rename('a.md', 'a.txt'), []],
])('a slow read of a note that has been %s meanwhile brings nothing old back', async (_what, happen, expected) => {
  await start({ 'a.md': checks('old') });
  feeder.unload();
  const resume = holdNextRead();
  index = new PlanIndex();
  feeder = new IndexFeeder(host.app, index);
  feeder.load();
  await host.settle();
  happen();
  await host.settle();
  resume();
  await host.settle();
  expect(openChecks()).toEqual(expected);
  expect(contentsOf(index)).toEqual(scratch());
});

test('a note that can’t be read hides no other', async () => {
  await start({ 'a.md': checks('one'), 'b.md': checks('two'), 'c.md': checks('three') }, false);
  const cachedRead = host.app.vault.cachedRead.bind(host.app.vault);
  vi.spyOn(host.app.vault, 'cachedRead').mockImplementation((file) => (file.path === 'b.md' ? Promise.reject(new Error('EIO')) : cachedRead(file)));
  await host.settle();
  expect([openChecks(), feeder.remaining]).toEqual([['one', 'three'], 0]);
});

test('a malformed note hides no other', async () => {
  await start({ 'a.md': `---\nstatus: [\n: }\n---\n${checks('one')}`, 'b.md': `---\nnever closed\n${checks('two')}`, 'c.md': `\u0000\uFFFD|||\n---\n- [`, 'd.md': checks('three') });
  expect(openChecks()).toContain('three');
  expect(contentsOf(index)).toEqual(scratch());
});

test('unloading while the start is under way leaves nothing behind', async () => {
  const files = Object.fromEntries(Array.from({ length: 30 }, (_none, at) => [`n${at}.md`, checks(`item ${at}`)]));
  host = await openHost({ files });
  const listeners = (): number[] => [host.host.vault.listenerCount, host.host.metadataCache.listenerCount, host.host.workspace.listenerCount];
  const before = listeners();
  index = new PlanIndex();
  feeder = new IndexFeeder(host.app, index);
  const news = vi.fn();
  feeder.load();
  feeder.subscribe(news);
  feeder.unload();
  const { revision } = index;
  host.writeExternally('n1.md', checks('changed'));
  await host.settle();
  expect([listeners(), index.revision, news.mock.calls.length]).toEqual([before, revision, 0]);
});

test('a feeder unloaded before the layout is ready never starts', async () => {
  host = await openHost({ files: { 'a.md': checks('one') } });
  index = new PlanIndex();
  feeder = new IndexFeeder(host.app, index);
  let ready = (): unknown => undefined;
  vi.spyOn(host.app.workspace, 'onLayoutReady').mockImplementationOnce((callback) => { ready = callback as () => unknown; });
  feeder.load();
  feeder.unload();
  const before = host.host.vault.listenerCount;
  ready();
  await host.settle();
  expect([index.size, host.host.vault.listenerCount]).toEqual([0, before]);
});
