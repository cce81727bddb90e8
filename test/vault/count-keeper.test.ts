// Counts in properties: only where the settings ask for it, only when a number changes, never while the note is being typed in.
import { Plugin } from 'obsidian';
import { afterEach, expect, test, vi } from 'vitest';
import { setTaskMark } from '../../src/core/edit/edit-checklist';
import { PlanIndex } from '../../src/core/indexing/plan-index';
import { targetLine } from '../../src/core/text/line-target';
import { outsideUndo } from '../../src/editor/outside-undo';
import { CountKeeper } from '../../src/vault/count-keeper';
import { IndexFeeder } from '../../src/vault/index-feeder';
import { ObsidianNotes, UNASKED_ORIGIN } from '../../src/vault/obsidian-notes';
import { WriteJournal } from '../../src/vault/write-journal';
import { openHost, type OpenHost } from '../support/open-host';

const PAUSE = 120;
const PLAN = '---\ntype: plan\nstatus: Draft # ours\n---\n# Sync\n\n## Verification\n\n- **Automated**:\n  - [x] a\n  - [ ] b\n- **Manual**:\n  - [ ] c\n  - [-] d\n';
const counted = (text: string, ...[progress, open, manual]: number[]): string => text.replace('# ours\n', `# ours\nplan-progress: ${progress}\nplan-open: ${open}\nplan-open-manual: ${manual}\n`);

class Undoable extends Plugin {
  override onload(): void {
    this.registerEditorExtension(outsideUndo(UNASKED_ORIGIN));
  }
}

let host: OpenHost<Plugin>;
let journal: WriteJournal;
let parts: { feeder: IndexFeeder; keeper: CountKeeper };
afterEach(() => {
  parts.keeper.unload();
  parts.feeder.unload();
  return host.close();
});

async function open(files: Readonly<Record<string, string>>, { isOn = true, pause = PAUSE } = {}): Promise<void> {
  host = await openHost({ files, plugin: Undoable });
  const feeder = new IndexFeeder(host.app, new PlanIndex());
  journal = new WriteJournal(new ObsidianNotes(host.app));
  const keeper = new CountKeeper({ app: host.app, write: (path, edit) => journal.follow(path, edit), feeder, settings: { current: { countsInProperties: isOn }, reading: {} } }, pause);
  parts = { feeder, keeper };
  feeder.load();
  keeper.load();
  await host.settle();
}

async function change(path: string, text: string): Promise<void> {
  host.writeExternally(path, text);
  await host.settle();
}

const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

test('nothing is written at start-up; a plan that changes gets its counts, and the rest of it stays', async () => {
  await open({ 'a.md': PLAN, 'b.md': PLAN });
  expect([host.disk.get('a.md'), host.disk.get('b.md')]).toEqual([PLAN, PLAN]);
  const ticked = PLAN.replace('[ ] b', '[x] b');
  await change('a.md', ticked);
  expect([host.disk.get('a.md'), host.disk.get('b.md')]).toEqual([counted(ticked, 67, 1, 1), PLAN]);
});

test('a change that changes no number writes nothing', async () => {
  await open({ 'a.md': counted(PLAN, 33, 2, 1) });
  const write = vi.spyOn(host.adapter, 'write');
  const reworded = counted(PLAN, 33, 2, 1).replace('# Sync', '# Sync again');
  await change('a.md', reworded);
  await wait(PAUSE * 2);
  await host.settle();
  expect([host.disk.get('a.md'), write.mock.calls]).toEqual([reworded, []]);
});

test.each([['off', PLAN, false], ['a note that is no plan', '# Shopping\n\n- [ ] milk\n', true], ['a plan without checks', '---\ntype: plan\n---\n# Sync\n', true], ['broken frontmatter', PLAN.replace('type: plan', 'type: [plan'), true]])('nothing is written: %s', async (_what, text, isOn) => {
  await open({ 'a.md': text }, { isOn });
  await change('a.md', `${text}\nMore.\n`);
  await wait(PAUSE * 2);
  await host.settle();
  expect(host.disk.get('a.md')).toBe(`${text}\nMore.\n`);
});

test('while the note is being typed in, its counts wait', async () => {
  await open({ 'a.md': PLAN }, { pause: 700 });
  await host.open('a.md');
  const editor = host.editor();
  const type = (text: string): void => { editor.replaceRange(text, { line: editor.lastLine(), ch: 0 }); };
  editor.setValue(PLAN.replace('[ ] b', '[x] b'));
  await host.settle();
  await wait(450);
  type('y');
  await wait(450);
  expect(editor.getValue()).not.toContain('plan-open');
  await host.settle();
  await wait(800);
  await host.settle();
  expect(editor.getValue()).toContain('plan-progress: 67\nplan-open: 1\nplan-open-manual: 1\n');
});

test('a note that is renamed meanwhile is counted where it is', async () => {
  await open({ 'a.md': PLAN });
  const ticked = PLAN.replace('[ ] b', '[x] b');
  host.writeExternally('a.md', ticked);
  await wait(PAUSE / 3);
  const file = host.app.vault.getFileByPath('a.md');
  if (file) await host.app.vault.rename(file, 'b.md');
  await host.settle();
  await wait(PAUSE * 2);
  await host.settle();
  expect(host.disk.get('b.md')).toBe(counted(ticked, 67, 1, 1));
});

test('undo takes a change back with the counts that followed from it', async () => {
  await open({ 'a.md': PLAN });
  await journal.edit('a.md', (text) => setTaskMark(text, targetLine(text, 10), 'x'), 'Tick b');
  await host.settle();
  await wait(PAUSE * 2);
  await host.settle();
  expect(host.disk.get('a.md')).toBe(counted(PLAN.replace('[ ] b', '[x] b'), 67, 1, 1));
  const undone = await journal.undoLast();
  expect([undone.ok && undone.label, host.disk.get('a.md')]).toEqual(['Tick b', PLAN]);
});

const rest = async (): Promise<void> => {
  await host.settle();
  await wait(PAUSE * 2);
  await host.settle();
};

test('the undo of the editor takes back what the user typed, and the counts follow', async () => {
  await open({ 'a.md': PLAN });
  await host.open('a.md');
  const editor = host.editor();
  editor.replaceRange('  - [ ] zz\n', { line: editor.lastLine(), ch: 0 });
  await rest();
  expect(editor.getValue()).toBe(counted(`${PLAN}  - [ ] zz\n`, 25, 3, 2));
  editor.undo();
  expect(editor.getValue()).toBe(counted(PLAN, 25, 3, 2));
  await rest();
  expect(editor.getValue()).toBe(counted(PLAN, 33, 2, 1));
  editor.redo();
  expect(editor.getValue()).toContain('zz');
});

test('counts that were taken back although the numbers stand come again, once', async () => {
  await open({ 'a.md': PLAN });
  const ticked = PLAN.replace('[ ] b', '[x] b');
  await change('a.md', ticked);
  await rest();
  const right = counted(ticked, 67, 1, 1);
  expect(host.disk.get('a.md')).toBe(right);
  for (const after of [right, ticked]) {
    await change('a.md', ticked);
    await rest();
    expect(host.disk.get('a.md')).toBe(after);
  }
});

test('two devices that count in different ways do not answer each other', async () => {
  await open({ 'a.md': PLAN });
  await change('a.md', PLAN.replace('[ ] b', '[x] b'));
  const theirs = (host.disk.get('a.md') ?? '').replace('plan-progress: 67', 'plan-progress: 50');
  await change('a.md', theirs);
  await wait(PAUSE * 2);
  await host.settle();
  expect(host.disk.get('a.md')).toBe(theirs);
});
