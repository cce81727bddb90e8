// Typing in two panes, other programs, double clicks, moves, undo and statuses changed by hand, all at once: nothing is lost, no row comes twice.
import { MarkdownView } from 'obsidian';
import { afterEach, expect, test, vi } from 'vitest';
import { appendLogEntry } from '../../src/core/edit/edit-change-log';
import { setTaskMark } from '../../src/core/edit/edit-checklist';
import { movePlan } from '../../src/core/edit/edit-plan';
import { readPlan } from '../../src/core/plan/parse-plan';
import { DEFAULT_WORKFLOW } from '../../src/core/status/workflow';
import { targetLine } from '../../src/core/text/line-target';
import { press } from '../support/at-the-keyboard';
import { Random } from '../support/random';
import { ROW_DATE, WatchedHost } from './watched-host';

const TASKS = Array.from({ length: 20 }, (_none, at) => `- [ ] check ${at}\n`).join('');
const NOTE = `---\ntype: plan\nstatus: Draft\n---\n# Garden plan\n\n## Verification\n\n${TASKS}\n## Notes\n\nFirst.\n\n## Change Log\n\n| Date | Author | Change |\n| --- | --- | --- |\n| 2026-01-01 | QA | Created |\n`;
const STATUSES = DEFAULT_WORKFLOW.statuses.map(({ name }) => name);

let w: WatchedHost;
let random: Random;
afterEach(() => w.close());

/** Lines that people and other programs have written: each must be there at the end, once. */
const written: string[] = [];
/** Entries that were added to the log by their own name; an undo may have taken them back. */
const logged: string[] = [];
const under: Promise<unknown>[] = [];

function newLine(by: string): string {
  written.push(`${by} ${written.length};`);
  return written.at(-1) ?? '';
}

function views(): MarkdownView[] {
  return w.host.app.workspace.getLeavesOfType('markdown').flatMap(({ view }) => (view instanceof MarkdownView && view.file?.path === 'a.md' ? [view] : []));
}

function replaceInEditor(view: MarkdownView, from: string, to: string): void {
  const { editor } = view;
  const at = editor.getValue().indexOf(from);
  press('Shift');
  editor.transaction({ changes: [{ from: editor.offsetToPos(at), to: editor.offsetToPos(at + from.length), text: to }] });
}

function edit(path: string, change: (text: string) => ReturnType<typeof setTaskMark>): void {
  under.push(w.journal.edit(path, change));
}

const HAPPENINGS: readonly (() => void)[] = [
  function typing() {
    const [view] = [...views()].sort(() => random.next() - 0.5);
    if (view) replaceInEditor(view, 'First.', `First.\n${newLine('typed')}`);
  },
  function anotherProgram() {
    const text = w.text() ?? '';
    w.host.writeExternally('a.md', text.replace('\nFirst.', () => `\n${newLine('outside')}\nFirst.`));
  },
  function tickTwice() {
    const text = w.text() ?? '';
    const line = text.split('\n').findIndex((each) => each.endsWith(`check ${random.below(20)}`));
    if (line < 0) return;
    const target = targetLine(text, line);
    for (let click = 0; click < 2; click++) edit('a.md', (now) => setTaskMark(now, target, random.pick([' ', 'x'])));
  },
  function logTwice() {
    const change = `Entry ${logged.length};`;
    logged.push(change);
    for (let click = 0; click < 2; click++) edit('a.md', (text) => appendLogEntry(text, { date: ROW_DATE, author: 'Ops', change }));
  },
  function moveTwice() {
    const to = random.pick(STATUSES);
    for (let click = 0; click < 2; click++) edit('a.md', (text) => movePlan(readPlan(text), { to, date: ROW_DATE, author: 'Ops' }));
  },
  function statusByHand() {
    const [view] = views();
    const status = /\nstatus: .*/.exec(view?.editor.getValue() ?? '')?.[0];
    if (view && status !== undefined) replaceInEditor(view, status, `\nstatus: ${random.pick(STATUSES)}`);
  },
  function undo() {
    under.push(w.journal.undoLast());
  },
  function panes() {
    if (views().length > 1) views()[1]?.leaf.detach();
    else under.push(w.host.app.workspace.getLeaf('tab').openFile(w.host.app.vault.getFileByPath('a.md') ?? (() => { throw new Error('gone'); })()));
  },
  function reading() {
    const view = views()[0];
    if (view) under.push(view.setState({ mode: view.getMode() === 'source' ? 'preview' : 'source' }, { history: false }));
  },
];

function count(text: string, part: string): number {
  return text.split(part).length - 1;
}

test.each([1, 2, 3, 4])('a quarter of 1,000 random edits at once: every line that was written is there once, and no row twice (seed %i)', { timeout: 180_000 }, async (seed) => {
  for (const list of [written, logged, under]) list.length = 0;
  random = new Random(seed);
  const errors = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  w = await WatchedHost.open({ 'a.md': seed === 2 ? `\uFEFF${NOTE.replace(/\n/g, '\r\n')}` : NOTE, 'b.md': NOTE }, 'automatic');
  await w.host.open('a.md');
  for (let done = 0; done < 250; done++) {
    random.pick(HAPPENINGS)();
    if (random.below(4) === 0) await new Promise((resolve) => setTimeout(resolve, random.below(3)));
    if (random.below(10) === 0) await w.host.settle();
  }
  await w.host.settle();
  await Promise.all(under);
  await w.host.settle();
  const text = w.text() ?? '';
  expect(written.filter((line) => count(text, line) !== 1)).toEqual([]);
  expect(logged.filter((entry) => count(text, entry) > 1)).toEqual([]);
  const rows = text.split(/\r?\n/).filter((line) => line.startsWith(`| ${ROW_DATE}`));
  expect(rows.filter((row, at) => row === rows[at - 1])).toEqual([]);
  expect([count(text, '] check'), count(text, '\r') === (seed === 2 ? count(text, '\n') : 0), text.startsWith('\uFEFF')]).toEqual([20, true, seed === 2]);
  for (const view of views()) expect(view.editor.getValue()).toBe(text.replace(/\uFEFF|\r/g, ''));
  expect([w.text('b.md'), errors.mock.calls]).toEqual([NOTE, []]);
  // The test is one: things did happen.
  expect([written.length > 30, count(text, '| Status:') > 5, count(text, 'Entry') > 5]).toEqual([true, true, true]);
});
