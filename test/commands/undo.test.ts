// "Undo last plan change": offered when there is something, for notes that are open, closed, or have been opened or closed since.
import { afterEach, expect, test } from 'vitest';
import { choose, clickButton, notices } from '../support/at-the-keyboard';
import { closePlugin, openPlugin, type PluginHost, run } from './open-plugin';

const NOTE = '---\nstatus: Draft\n---\n# Sync plan\n\n## Verification\n\n- [ ] builds\n\n## Change Log\n\n| Date | Author | Change |\n| --- | --- | --- |\n| 2026-01-01 | QA | Created |\n';
const both = (text: string): string => `\uFEFF${text.replace(/\n/g, '\r\n')}`;

let host: PluginHost;
afterEach(() => closePlugin(host));

/** A plan that was moved in an open tab; then the tab shows another note. */
async function moveAndLeave(text: string): Promise<void> {
  host = await openPlugin({ 'Plans/a.md': text, 'b.md': 'B\n' });
  await host.open('Plans/a.md');
  await run(host, 'advance-status');
  expect(host.disk.get('Plans/a.md')).toContain('In Review');
  await host.open('b.md');
}

test('it is not offered before anything was changed, and not after all was undone', async () => {
  await moveAndLeave(NOTE);
  await run(host, 'undo-last-change');
  expect([host.disk.get('Plans/a.md'), host.runCommand('undo-last-change')]).toEqual([NOTE, false]);
  await closePlugin(host);
  host = await openPlugin({ 'Plans/a.md': NOTE });
  expect(host.runCommand('undo-last-change')).toBe(false);
});

test.each([['LF', NOTE], ['CRLF and BOM', both(NOTE)]])('a move of a plan that is closed now is undone to the byte, and the user is told where (%s)', async (_what, text) => {
  await moveAndLeave(text);
  await run(host, 'undo-last-change');
  expect(host.disk.get('Plans/a.md')).toBe(text);
  expect(notices().at(-1)).toMatch(/^Undone in “Plans\/a\.md”: /);
});

test('a plan that was renamed, and its folder too, is followed', async () => {
  await moveAndLeave(both(NOTE));
  for (const [from, to] of [['Plans/a.md', 'Plans/z.md'], ['Plans', 'Archive']] as const) {
    const file = host.app.vault.getAbstractFileByPath(from);
    if (file) await host.app.vault.rename(file, to);
  }
  await run(host, 'undo-last-change');
  expect([...host.disk]).toEqual(expect.arrayContaining([['Archive/z.md', both(NOTE)]]));
});

test('what another program wrote since stays, and the user is told why', async () => {
  await moveAndLeave(NOTE);
  const theirs = `${host.disk.get('Plans/a.md') ?? ''}- theirs\n`;
  host.writeExternally('Plans/a.md', theirs);
  await host.settle();
  await run(host, 'undo-last-change');
  expect([host.disk.get('Plans/a.md'), notices().at(-1)]).toEqual([theirs, expect.stringContaining('has changed since')]);
});

test('what was undone in the editor already is not undone again', async () => {
  host = await openPlugin({ 'Plans/a.md': NOTE });
  const view = await host.open('Plans/a.md');
  await run(host, 'advance-status');
  view.editor.undo();
  await run(host, 'undo-last-change');
  expect([view.editor.getValue(), notices().at(-1)]).toEqual([NOTE, expect.stringContaining('undone already')]);
});

test('it takes back whatever was done: a template that was inserted', async () => {
  host = await openPlugin({ 'a.md': both('Above\n') });
  await host.open('a.md');
  await run(host, 'insert-plan');
  choose('Phased');
  await host.settle();
  clickButton('Insert');
  await host.settle();
  expect(host.disk.get('a.md')).toContain('plan-template');
  await run(host, 'undo-last-change');
  expect([host.disk.get('a.md'), notices().at(-1)]).toEqual([both('Above\n'), 'Undone in “a.md”: Insert phased plan']);
});
