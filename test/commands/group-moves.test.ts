// Several plans at once: what is shown before, what is written, what is said of each after.
import { Menu } from 'obsidian';
import { afterEach, expect, test } from 'vitest';
import { choose, clickButton, fillIn, find, findAll, notices, press } from '../support/at-the-keyboard';
import { applyButton, closeDialogs, dialog, input, isAsked, OPEN_CHECKS } from './move-plans';
import { closePlugin, openPlugin, type PluginHost, TODAY } from './open-plugin';

const TICKED = OPEN_CHECKS.replaceAll('[ ]', '[x]');
const FILES = { 'open.md': OPEN_CHECKS.replace('Sync', 'Open'), 'ready.md': TICKED.replace('Sync', 'Ready'), 'there.md': TICKED.replaceAll('In Progress', 'Completed').replace('Sync', 'There'), 'broken.md': TICKED.replace('updated:', 'updated: [').replace('Sync', 'Broken') };

let host: PluginHost;
afterEach(async () => {
  closeDialogs(host);
  await closePlugin(host);
});

async function ask(status: string, files: Readonly<Record<string, string>> = FILES): Promise<void> {
  host = await openPlugin(files);
  const menu = new Menu();
  const chosen = Object.keys(files).map((path) => host.app.vault.getAbstractFileByPath(path));
  (host.app.workspace as unknown as { trigger(name: string, ...args: unknown[]): void }).trigger('files-menu', menu, chosen);
  menu.showAtPosition({ x: 0, y: 0 });
  find('.menu-item').click();
  await host.settle();
  choose(status);
  await host.settle();
}

const rows = (): string[] => findAll('.plan-rollup-group-row', dialog()).map((row) => Array.from(row.querySelectorAll('.plan-rollup-group-row-title, .plan-rollup-group-row-move, .plan-rollup-suggestion-note, .plan-rollup-group-row-result'), ({ textContent }) => textContent).filter((text) => text !== '').join(' | '));
const logRow = (path: string): string => host.disk.get(path)?.trimEnd().split('\n').at(-1) ?? '';

test('it shows each note with its move and what stands in the way, and writes nothing yet', async () => {
  await ask('Completed');
  expect(find('.modal-title').textContent).toBe('1 note will change');
  expect(rows()).toEqual([
    'Open plan | In Progress → Completed | 2 verification items are not ticked, 1 to be done by hand',
    'Ready plan | In Progress → Completed',
    'There plan | Completed → Completed | It is there already',
    expect.stringMatching(/^Broken plan \| In Progress → Completed \| .*frontmatter/),
  ]);
  expect(Object.fromEntries(host.disk)).toMatchObject(FILES);
});

test('those that can be moved are moved; each says what became of it', async () => {
  await ask('Completed');
  clickButton('Move 1 note', dialog());
  await host.settle();
  expect(logRow('ready.md')).toBe(`| ${TODAY} | Ops | Status: In Progress → Completed |`);
  expect(host.disk.get('open.md')).toBe(FILES['open.md']);
  expect([find('.modal-title').textContent, rows()[1]]).toEqual(['1 note changed', 'Ready plan | In Progress → Completed | Done']);
  expect(notices()).toEqual(['1 note is Completed now.']);
  clickButton('Close', dialog());
  expect(isAsked()).toBe(false);
});

test('a reason moves the blocked ones as well, and stands in their logs', async () => {
  await ask('Completed');
  fillIn(input('Reason'), 'Pilot waits');
  expect(find('.modal-title').textContent).toBe('2 notes will change');
  press('Enter', { ctrlKey: true });
  await host.settle();
  expect(logRow('open.md')).toContain('despite 2 open verification items (override: Pilot waits)');
  expect(logRow('ready.md')).not.toContain('despite');
  expect(notices()).toEqual(['2 notes are Completed now.']);
});

test('a note that changes meanwhile is refused with the reason, the others are moved', async () => {
  await ask('Completed', { 'a.md': TICKED, 'b.md': TICKED });
  host.writeExternally('a.md', OPEN_CHECKS);
  await host.settle();
  clickButton('Move 2 notes', dialog());
  await host.settle();
  expect([host.disk.get('a.md'), logRow('b.md')]).toEqual([OPEN_CHECKS, expect.stringContaining('→ Completed')]);
  expect(rows()[0]).toMatch(/changed meanwhile: 2 verification items/);
  expect(find('.modal-title').textContent).toBe('1 note changed');
  expect(dialog().textContent).toContain('1 note could not be moved');
});

test('Cancelled asks why, for all of them', async () => {
  await ask('Cancelled', { 'a.md': TICKED, 'b.md': OPEN_CHECKS });
  expect(applyButton().disabled).toBe(true);
  fillIn(input('Reason'), 'No budget');
  clickButton('Move 2 notes', dialog());
  await host.settle();
  expect([logRow('a.md'), logRow('b.md')]).toEqual([expect.stringContaining('— No budget'), expect.stringContaining('— No budget')]);
});

test('Escape writes nothing, and neither do two clicks write twice', async () => {
  await ask('Completed');
  press('Escape');
  await host.settle();
  expect(Object.fromEntries(host.disk)).toMatchObject(FILES);
  await closePlugin(host);
  await ask('Completed');
  const button = applyButton();
  button.click();
  button.click();
  await host.settle();
  expect(host.disk.get('ready.md')?.match(/→ Completed/g)).toHaveLength(1);
});

test('Superseded links each of them to the successor, which itself stays', async () => {
  await ask('Superseded', { 'a.md': TICKED, 'b.md': TICKED.replace('Sync', 'New') });
  fillIn(input('Successor'), 'b');
  clickButton('Move 2 notes', dialog());
  await host.settle();
  expect(logRow('a.md')).toContain('→ Superseded — by [[b]]');
  expect(host.disk.get('b.md')).toMatch(/\nstatus: In Progress\n[\s\S]*supersedes:[\s\S]*\[\[a\]\]/);
  expect(rows()[1]).toContain('It is the plan that takes the place of the others.');
  expect(notices()).toEqual(['1 note is Superseded now. Linked from “b”.']);
});
