// A form that is closed without being sent keeps what was typed, for the same note and template, until it is sent.
import { afterEach, expect, test } from 'vitest';
import { clickButton, dialogIsOpen, field, fillIn, find, findAll, pick, press } from '../support/at-the-keyboard';
import { closePlugin, openPlugin, type PluginHost, run } from './open-plugin';

const NOTE = '# [Feature Name] plan\n\n**Owner:** [Owner]\n';
const OTHER = '# [Feature Name] other\n\n**Owner:** [Owner]\n';

let host: PluginHost;
afterEach(() => closePlugin(host));

const restored = (): boolean => findAll('.plan-rollup-form-restored').length > 0;

async function openForm(path: string, id = 'fill-placeholders'): Promise<void> {
  await host.open(path);
  await run(host, id);
}

async function leave(how: 'Escape' | 'Cancel' | 'beside' = 'Escape'): Promise<void> {
  if (how === 'Escape') press('Escape');
  else if (how === 'Cancel') clickButton('Cancel');
  else find('.modal-bg').click();
  await host.settle();
  expect(dialogIsOpen()).toBe(false);
}

test.each(['Escape', 'Cancel', 'beside'] as const)('left by %s, it is there again, in the preview too, and nothing was written', async (how) => {
  host = await openPlugin({ 'a.md': NOTE, 'b.md': OTHER });
  await openForm('a.md');
  expect(restored()).toBe(false);
  fillIn(field('Owner'), 'Ann');
  await leave(how);
  await openForm('a.md');
  expect([restored(), field('Owner').value, field('Feature Name').value, find('.plan-rollup-preview').textContent.includes('**Owner:** Ann')]).toEqual([true, 'Ann', '', true]);
  expect([host.disk.get('a.md'), document.activeElement]).toEqual([NOTE, field('Feature Name')]);
});

test('another note and another command know nothing of it; a renamed note does', async () => {
  host = await openPlugin({ 'a.md': NOTE, 'b.md': OTHER });
  await openForm('a.md');
  fillIn(field('Owner'), 'Ann');
  await leave();
  await openForm('b.md');
  expect([restored(), field('Owner').value]).toEqual([false, '']);
  await leave();
  await openForm('a.md', 'insert-spec-plan');
  expect([restored(), field('Owner').value]).toEqual([false, '']);
  await leave();
  const file = host.app.vault.getFileByPath('a.md');
  if (file) await host.app.vault.rename(file, 'z.md');
  await openForm('z.md');
  expect(field('Owner').value).toBe('Ann');
});

test('“Start over” empties it, for the next time too', async () => {
  host = await openPlugin({ 'a.md': NOTE });
  await openForm('a.md');
  fillIn(field('Owner'), 'Ann');
  await leave();
  await openForm('a.md');
  clickButton('Start over');
  expect([restored(), field('Owner').value, find('.plan-rollup-preview').textContent, document.activeElement]).toEqual([false, '', NOTE, field('Feature Name')]);
  await leave();
  await openForm('a.md');
  expect([restored(), field('Owner').value]).toEqual([false, '']);
});

test('once it is sent, the next one begins afresh', async () => {
  host = await openPlugin({ 'a.md': 'Text\n' });
  await openForm('a.md', 'insert-phased-plan');
  fillIn(field('Author'), 'Ann');
  pick('Status', 'Approved');
  pick('Where', 'At the bottom');
  await leave();
  await openForm('a.md', 'insert-phased-plan');
  expect([field('Author').value, field('Status').value, field('Where').value]).toEqual(['Ann', 'Approved', 'At the bottom']);
  press('Enter', { ctrlKey: true });
  await host.settle();
  expect(host.disk.get('a.md')).toContain('Text\n\n# Implementation Plan: [Brief Description]\n');
  await openForm('a.md', 'insert-phased-plan');
  expect([restored(), field('Where').value]).toEqual([false, 'At the cursor']);
});

test('a form for a new note keeps its own; what it fills in by itself is asked for again', async () => {
  host = await openPlugin({ 'Old.md': '---\nplan-id: PLAN-041\n---\n' });
  await run(host, 'create-spec-plan');
  fillIn(field('Title'), 'Sync');
  await leave();
  host.writeExternally('Old.md', '---\nplan-id: PLAN-050\n---\n');
  await host.settle();
  await run(host, 'create-spec-plan');
  expect([field('Title').value, field('Plan ID').value]).toEqual(['Sync', 'PLAN-051']);
});
