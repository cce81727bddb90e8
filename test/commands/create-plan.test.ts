// Creating a plan note: a template, a title, a new note with the caret on its first placeholder; never over another note.
import { afterEach, expect, test, vi } from 'vitest';
import { choose, clickButton, dialogField, dialogIsOpen, fillIn, find, notices, press } from '../support/at-the-keyboard';
import { closePlugin, openPlugin, type PluginHost, run, TODAY } from './open-plugin';

let host: PluginHost;
afterEach(() => closePlugin(host));

/** Chooses the template and stands before the question for the title. */
async function askForTitle(files: Record<string, string> = {}, options: { data?: unknown } = {}): Promise<void> {
  host = await openPlugin(files, options);
  await run(host, 'create-plan');
  choose('Remediation plan');
  await host.settle();
}

async function answer(title: string): Promise<void> {
  fillIn(dialogField(), title);
  press('Enter');
  await host.settle();
}

test('the note lies in the folder of the settings, has the title, and is open with the first placeholder selected', async () => {
  await askForTitle();
  expect(find('.modal').textContent).toContain('Plans');
  await answer('Sync rework');
  expect([...host.disk.keys()]).toEqual(['Plans/Sync rework.md']);
  const text = host.disk.get('Plans/Sync rework.md') ?? '';
  expect(text).toMatch(new RegExp(`^---\ntype: plan\nstatus: Draft\nplan-template: remediation-plan\ncreated: ${TODAY}\nupdated: ${TODAY}\n---\n\n# Sync rework`));
  expect(host.app.workspace.getActiveFile()?.path).toBe('Plans/Sync rework.md');
  expect(host.editor().getSelection()).toMatch(/^[[{].+[\]}]$/);
  expect([dialogIsOpen(), notices()]).toEqual([false, []]);
});

test('a title that no file could carry becomes one that it can', async () => {
  await askForTitle();
  await answer('Sync: A/B "test"?');
  expect([...host.disk.keys()]).toEqual(['Plans/Sync - A-B test.md']);
});

test('an empty title is asked for again, with a reason below the field', async () => {
  await askForTitle();
  await answer('   ');
  expect(find('[role="alert"]').textContent).toContain('title');
  expect([dialogIsOpen(), host.disk.size]).toEqual([true, 0]);
  await answer('Now');
  expect([...host.disk.keys()]).toEqual(['Plans/Now.md']);
});

test.each(['Escape', 'Cancel'])('%s at the title creates nothing', async (how) => {
  await askForTitle();
  fillIn(dialogField(), 'Half a ti');
  if (how === 'Escape') press('Escape');
  else clickButton('Cancel');
  await host.settle();
  expect([dialogIsOpen(), host.disk.size, notices()]).toEqual([false, 0, []]);
});

test('a title that is taken, in whatever case, is refused with a message, and the note there stays', async () => {
  await askForTitle({ 'plans/SYNC.md': 'mine\n' });
  await answer('Sync');
  expect([...host.disk]).toEqual([['plans/SYNC.md', 'mine\n']]);
  expect(notices().join()).toContain('plans/SYNC.md');
});

test('a title with a backslash or dots stays inside the vault', async () => {
  await askForTitle();
  await answer('..\\..\\escape');
  expect([...host.disk.keys()].every((path) => path.startsWith('Plans/') && !path.includes('\\') && !path.includes('..'))).toBe(true);
});

test('a folder in the settings that leaves the vault is refused in the dialog', async () => {
  await askForTitle({}, { data: { planFolder: '../outside' } });
  await answer('Sync');
  expect(find('[role="alert"]').textContent).toContain('../outside');
  expect(host.disk.size).toBe(0);
});

test('a folder that is a file is refused with a message', async () => {
  await askForTitle({ Plans: 'a file' });
  await answer('Sync');
  expect([...host.disk.keys(), notices().length]).toEqual(['Plans', 1]);
});

test('a write that fails is said, and no note opens', async () => {
  await askForTitle();
  vi.spyOn(host.adapter, 'write').mockRejectedValue(new Error('disk full'));
  await answer('Sync');
  expect(notices().join()).toContain('disk full');
  expect(host.app.workspace.getActiveFile()).toBeNull();
});

test('placeholders in a title are text, and nothing of it is expanded again', async () => {
  await askForTitle();
  await answer('[Task Name] $& {{title}}');
  expect(host.disk.get('Plans/Task Name $& {{title}}.md')).toContain('# [Task Name] $& {{title}}');
});
