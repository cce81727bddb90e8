// Inserting a template into the open note: what the person chose goes where they stood, and nothing else happens.
import type { MarkdownView } from 'obsidian';
import { afterEach, expect, test } from 'vitest';
import { findPlaceholders } from '../../src/core/template/placeholder';
import { choose, dialogIsOpen, fillIn, dialogField, find, notices, offered, press } from '../support/at-the-keyboard';
import { closePlugin, openPlugin, type PluginHost, run, TODAY } from './open-plugin';

let host: PluginHost;
afterEach(() => closePlugin(host));

/** Opens the note with the caret at the bar and the template picker in front. */
async function pickAt(marked: string, more: Record<string, string> = {}): Promise<MarkdownView> {
  const at = marked.indexOf('¦');
  host = await openPlugin({ 'a.md': marked.replace('¦', ''), ...more });
  const view = await host.open('a.md');
  view.editor.setCursor(view.editor.offsetToPos(Math.max(0, at)));
  await run(host, 'insert-plan');
  return view;
}

/** Chooses the template and sends its form as it is. */
async function take(name: string): Promise<void> {
  choose(name);
  await host.settle();
  press('Enter');
  await host.settle();
}

test('the picker offers the five plans with a sentence each; choosing one inserts it below the caret’s paragraph', async () => {
  await pickAt('Before.¦\n\nAfter.\n');
  expect(offered()).toHaveLength(5);
  await take('Remediation plan');
  const text = host.disk.get('a.md') ?? '';
  expect(text).toMatch(/^---\ntype: plan\nstatus: Draft\nplan-template: remediation-plan\n/);
  expect(text).toContain(`created: ${TODAY}\nupdated: ${TODAY}\n---\n`);
  expect(text.indexOf('Before.')).toBeLessThan(text.indexOf('# [Project/Feature]: Implementation Plan'));
  expect(text.trimEnd().endsWith('After.')).toBe(true);
  expect([dialogIsOpen(), notices()]).toEqual([false, []]);
});

test('the first placeholder is selected, ready to be typed over', async () => {
  const view = await pickAt('¦');
  await take('Phased plan');
  const body = view.editor.getValue();
  const selected = view.editor.getSelection();
  expect(findPlaceholders(selected)).toHaveLength(1);
  expect(findPlaceholders(body.slice(body.indexOf('\n---\n', 4)))[0]?.name).toBe(findPlaceholders(selected)[0]?.name);
  expect(body.slice(0, view.editor.posToOffset(view.editor.getCursor('from')))).toMatch(/\n---\n\n# $|\n---\n\n# .*$/);
});

test('a note’s own frontmatter keeps every byte and gains the missing keys only', async () => {
  const own = '---\nstatus: "In Review" # as agreed\ntags: [a,   b]\n---\n';
  await pickAt(`${own}Text.¦\n`);
  await take('Feature plan');
  const text = host.disk.get('a.md') ?? '';
  expect(text.startsWith(own.slice(0, -4))).toBe(true);
  expect(text.slice(own.length - 4, text.indexOf('\n---\n', own.length - 5))).toBe(`type: plan\nplan-template: feature-plan\ncreated: ${TODAY}\nupdated: ${TODAY}`);
});

test('one undo takes all of it back', async () => {
  const view = await pickAt('Before.\n¦');
  await take('Spec plan');
  view.editor.undo();
  expect(view.editor.getValue()).toBe('Before.\n');
});

test('the author of the settings stands in a plan that names one', async () => {
  await pickAt('¦');
  await take('Phased plan');
  expect(host.disk.get('a.md')).toContain('author: Ops\n');
});

test('a note with CRLF stays a note with CRLF', async () => {
  await pickAt('One.\r\nTwo.\r\n¦');
  await take('Feature plan');
  expect((host.disk.get('a.md') ?? '').replace(/\r\n/g, '')).not.toMatch(/[\r\n]/);
});

test('Escape in the form writes nothing', async () => {
  const view = await pickAt('Text.¦\n');
  choose('Phased plan');
  await host.settle();
  fillIn(dialogField(), 'Half a ti');
  press('Escape');
  await host.settle();
  expect([dialogIsOpen(), view.editor.getValue(), host.disk.get('a.md'), notices()]).toEqual([false, 'Text.\n', 'Text.\n', []]);
});

test('Escape in the picker writes nothing', async () => {
  const view = await pickAt('Text.¦\n');
  press('Escape');
  await host.settle();
  expect([dialogIsOpen(), view.editor.getValue(), host.disk.get('a.md'), notices()]).toEqual([false, 'Text.\n', 'Text.\n', []]);
});

test('a search that finds nothing and Enter write nothing', async () => {
  const view = await pickAt('Text.¦\n');
  fillIn(dialogField(), 'zzz');
  await host.settle();
  press('Enter');
  press('Escape');
  await host.settle();
  expect(view.editor.getValue()).toBe('Text.\n');
});

test('broken frontmatter is not touched, and the person hears why', async () => {
  const broken = '---\nstatus: [\n---\nText.\n';
  await pickAt(`${broken}¦`);
  choose('Feature plan');
  await host.settle();
  expect(host.disk.get('a.md')).toBe(broken);
  expect(notices().join()).toMatch(/frontmatter/i);
});

test('when the note changes while the picker is open, the plan still goes where the caret stands', async () => {
  await pickAt('One.\n\nTwo.¦\n');
  host.writeExternally('a.md', 'Zero.\n\nOne.\n\nTwo.\n');
  await host.settle();
  await take('Feature plan');
  const text = host.disk.get('a.md') ?? '';
  expect(text).toMatch(/---\nZero\.\n\nOne\.\n\nTwo\.\n\n# /);
});

test.each(['B\n', 'One two three four five.\n'])('when another note has taken the tab meanwhile, neither note is changed, and the person hears why (%j)', async (otherText) => {
  const view = await pickAt('One two three four five.¦\n', { 'b.md': otherText });
  const other = host.app.vault.getFileByPath('b.md');
  if (other) await view.leaf.openFile(other);
  await host.settle();
  choose('Feature plan');
  await host.settle();
  expect([host.disk.get('a.md'), host.disk.get('b.md')]).toEqual(['One two three four five.\n', otherText]);
  expect(notices().join()).toContain('a.md');
});

test('when the tab has been closed and the note has changed meanwhile, nothing is written', async () => {
  const view = await pickAt('One.¦\n');
  view.leaf.detach();
  await host.settle();
  host.writeExternally('a.md', 'A whole new text.\n');
  await host.settle();
  choose('Feature plan');
  await host.settle();
  expect(host.disk.get('a.md')).toBe('A whole new text.\n');
  expect(notices()).toHaveLength(1);
});

test('when the note changes while the form is open, the reason is in the form, and what was typed stays', async () => {
  const view = await pickAt('One.¦\n', { 'b.md': 'B\n' });
  choose('Feature plan');
  await host.settle();
  fillIn(dialogField(), 'Pumps');
  const other = host.app.vault.getFileByPath('b.md');
  if (other) await view.leaf.openFile(other);
  await host.settle();
  dialogField().focus();
  press('Enter');
  await host.settle();
  expect([find('.modal [role="alert"]').textContent?.includes('a.md'), dialogField().value]).toEqual([true, 'Pumps']);
  expect([host.disk.get('a.md'), host.disk.get('b.md')]).toEqual(['One.\n', 'B\n']);
});

test('when the note has been deleted meanwhile, it does not come back', async () => {
  await pickAt('One.¦\n');
  host.removeExternally('a.md');
  await host.settle();
  choose('Feature plan');
  await host.settle();
  expect([[...host.disk.keys()], notices().length]).toEqual([[], 1]);
});

test('when the note has been renamed meanwhile, the plan goes into it under its new name', async () => {
  await pickAt('One.¦\n');
  const file = host.app.vault.getFileByPath('a.md');
  if (file) await host.app.vault.rename(file, 'z.md');
  await take('Feature plan');
  expect([...host.disk.keys()]).toEqual(['z.md']);
  expect(host.disk.get('z.md')).toContain('plan-template: feature-plan');
});

test('in reading view and without a note there is nothing to insert into', async () => {
  host = await openPlugin({ 'a.md': 'Text.\n' });
  expect(host.runCommand('insert-plan')).toBe(false);
  const view = await host.open('a.md');
  await view.setState({ mode: 'preview' }, { history: false });
  expect(host.runCommand('insert-plan')).toBe(false);
});
