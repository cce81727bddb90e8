// Two commands for each of the user's own templates, for as long as the template is there.
import { afterEach, expect, test } from 'vitest';
import { dialogField, dialogIsOpen, fillIn, find, notices, press } from '../support/at-the-keyboard';
import { closePlugin, openPlugin, type PluginHost, run } from './open-plugin';

const SPRINT = '---\nname: Our sprint (two weeks)\n---\n# Sprint: [Sprint Name]\n\n[Describe the aim]\n';

let host: PluginHost;
afterEach(() => closePlugin(host));

async function open(files: Record<string, string>, templateFolder = 'T'): Promise<void> {
  host = await openPlugin({ 'a.md': '', ...files }, { data: { version: 1, planFolder: 'Plans', templateFolder } });
  await host.settle();
}

/** Names of the commands for templates of the user's. */
const own = (): string[] => host.host.commands.allCommands().filter(({ id }) => id.includes('-own-')).map(({ name }) => name.replace('Plan Rollup: ', ''));

test('insert and create: named by the template, with its form, and its text as it is then', async () => {
  await open({ 'T/Sprint.md': SPRINT, 'T/Bad.md': '---\na: [\n---\nx\n' });
  expect([own(), notices()]).toEqual([['Insert “Our sprint”', 'Create “Our sprint” note'], []]);
  await host.open('a.md');
  host.writeExternally('T/Sprint.md', SPRINT.replace('# Sprint', '# Run'));
  await host.settle();
  await run(host, 'insert-own-sprint');
  expect(find('.modal-title').textContent).toBe('Insert “Our sprint”');
  press('Enter');
  await host.settle();
  expect(host.disk.get('a.md')).toMatch(/plan-template: sprint\n[^]*\n# Run: \[Sprint Name\]\n\n\[Describe the aim\]\n$/);
  await run(host, 'create-own-sprint');
  fillIn(dialogField(), 'May');
  press('Enter');
  await host.settle();
  expect(host.disk.get('Plans/May.md')).toContain('\n# Run: May\n');
});

test('they come, change and go with the files and with the folder of the settings', async () => {
  await open({ 'Other/Form.md': '# [Name]\n' });
  expect(own()).toEqual([]);
  host.writeExternally('T/Sprint.md', SPRINT);
  await host.settle();
  expect(own()).toEqual(['Insert “Our sprint”', 'Create “Our sprint” note']);
  host.writeExternally('T/Sprint.md', SPRINT.replace('Our sprint', 'Weekly'));
  await host.settle();
  expect(own()[0]).toBe('Insert “Weekly”');
  const file = host.app.vault.getFileByPath('T/Sprint.md');
  if (file) await host.app.vault.rename(file, 'Sprint.md');
  await host.settle();
  expect(own()).toEqual([]);
  const folder = host.app.vault.getAbstractFileByPath('Other');
  if (folder) await host.app.vault.rename(folder, 'T/More');
  await host.settle();
  expect(own()).toEqual(['Insert “Form”', 'Create “Form” note']);
  await host.host.pluginData.write('plan-rollup', JSON.stringify({ version: 1, templateFolder: '' }));
  host.plugin.onExternalSettingsChange();
  await host.settle();
  expect(own()).toEqual([]);
});

test('a changed copy of a built-in template has that one’s commands', async () => {
  await open({ 'T/Phased plan.md': '# Ours: [Name]\n' });
  expect(own()).toEqual([]);
  await host.open('a.md');
  await run(host, 'insert-phased-plan');
  press('Enter');
  await host.settle();
  expect(host.disk.get('a.md')).toMatch(/plan-template: phased-plan\n[^]*\n# Ours: \[Name\]\n$/);
});

test('a template that is gone a moment ago is a message', async () => {
  await open({ 'T/Sprint.md': SPRINT });
  host.adapter.read = () => Promise.reject(new Error('gone'));
  host.host.vault.cachedRead = () => Promise.reject(new Error('gone'));
  await run(host, 'create-own-sprint');
  expect([dialogIsOpen(), notices()]).toEqual([false, ['The template “Our sprint” can’t be read any more.']]);
});
