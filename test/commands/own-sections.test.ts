// Plans made from the user's own templates grow by them: sections, comparison, and which template is meant.
import { afterEach, describe, expect, test } from 'vitest';
import { choose, clickButton, dialogIsOpen, find, findAll, notices, offered, press } from '../support/at-the-keyboard';
import { closePlugin, openPlugin, type PluginHost, run, TODAY } from './open-plugin';

const OURS = ['---', 'name: Our sprint (two weeks)', 'team: Core', '---', '# Sprint: [Sprint Name]', '', '## 1. Aim', '', '[Describe the aim]', '', '## 2. Calendar of {{title}}', '', 'From {{date:DD.MM.YYYY}}, status Draft | In Review', '', '## 3. Hazards', '', '<critical_warning>', '> **CRITICAL WARNING:** [What may go wrong]', '</critical_warning>', ''].join('\r\n');
const NOTE = '---\nplan-template: sprint\n---\n# Sprint: May\n\n## 1. Aim\n\nDry cellars.\n';

let host: PluginHost;
afterEach(() => closePlugin(host));

async function open(text: string, id: string, more: { files?: Record<string, string>; data?: Record<string, unknown> } = {}): Promise<void> {
  host = await openPlugin({ 'a.md': text, 'Forms/Sprint.md': OURS, ...more.files }, { data: { version: 1, templateFolder: 'Forms', ...more.data } });
  await host.open('a.md');
  await run(host, id);
}

const said = (): string => host.disk.get('a.md') ?? '';

describe('the template that the note names', () => {
  test('lists its sections; the chosen one comes with dates and the note’s name filled in', async () => {
    await open(NOTE, 'insert-section');
    expect([offered(), notices()]).toEqual([['Aim', 'Calendar of a', 'Hazards'], []]);
    choose('Calendar of a');
    await host.settle();
    const [year, month, day] = TODAY.split('-');
    expect(said()).toBe(`${NOTE}\n## 2. Calendar of a\n\nFrom ${day}.${month}.${year}, status Draft | In Review\n`);
  });

  test('warnings come as callouts where the settings say so', async () => {
    await open(NOTE, 'insert-section', { data: { hasCallouts: true } });
    choose('Hazards');
    await host.settle();
    expect(said()).toBe(`${NOTE}\n## 2. Hazards\n\n> [!warning] **CRITICAL WARNING**\n> [What may go wrong]\n`);
  });

  test('is compared with; what is put in is not missing any more, and a second time there is nothing to do', async () => {
    await open(NOTE, 'compare-with-template');
    expect(find('.modal-title').textContent).toBe('Compare with “Our sprint”');
    for (const box of findAll('.plan-rollup-compare input')) box.click();
    await host.settle();
    clickButton('Insert 2 sections');
    await host.settle();
    const once = said();
    expect(once).toMatch(/## 2\. Calendar of a\n[^]*\n## 3\. Hazards\n/);
    press('Escape');
    await run(host, 'compare-with-template');
    expect([find('.modal').textContent?.includes('Nothing is missing'), said()]).toEqual([true, once]);
  });

  test('a changed copy of a built-in one is what counts', async () => {
    await open('---\nplan-template: phased-plan\n---\n', 'insert-section', { files: { 'Forms/Phased plan.md': '# [Name]\n\n## Only this\n' } });
    expect(offered()).toEqual(['Only this']);
  });
});

describe('where the note names none that is there', () => {
  test.each(['---\nplan-template: gone\n---\n# Sync\n', '# Sync\n'])('all templates are offered: %j', async (text) => {
    await open(text, 'compare-with-template', { files: { 'Forms/Bad.md': '---\na: [\n---\nx\n' } });
    expect([offered().length, offered().at(-1)]).toEqual([6, 'Our sprint (two weeks)']);
    expect(notices().join()).toContain('Forms/Bad.md');
    choose('Our sprint');
    await host.settle();
    expect(findAll('.plan-rollup-compare input')).toHaveLength(3);
    press('Escape');
    await host.settle();
    expect([dialogIsOpen(), said()]).toEqual([false, text]);
  });

  test('a template without sections says so', async () => {
    await open('---\nplan-template: flat\n---\n', 'insert-section', { files: { 'Forms/Flat.md': '# [Name]\n\nText\n' } });
    expect([dialogIsOpen(), notices()]).toEqual([false, ['The template “Flat” has no sections.']]);
  });
});

describe('when the note is renamed while the dialog is open', () => {
  async function rename(): Promise<void> {
    const file = host.app.vault.getFileByPath('a.md');
    if (file) await host.app.vault.rename(file, 'z.md');
    await host.settle();
  }

  test('the section goes into it under its new name', async () => {
    await open(NOTE, 'insert-section');
    await rename();
    choose('Hazards');
    await host.settle();
    expect([[...host.disk.keys()].includes('a.md'), host.disk.get('z.md')?.includes('## 2. Hazards'), notices()]).toEqual([false, true, []]);
  });

  test('the comparison goes on with it', async () => {
    await open(NOTE, 'compare-with-template');
    await rename();
    findAll('.plan-rollup-compare input')[1]?.click();
    await host.settle();
    clickButton('Insert 1 section');
    await host.settle();
    expect(host.disk.get('z.md')).toContain('## 2. Hazards');
  });

  test('deleted, it does not come back', async () => {
    await open(NOTE, 'compare-with-template');
    host.removeExternally('a.md');
    await host.settle();
    findAll('.plan-rollup-compare input')[1]?.click();
    await host.settle();
    expect([host.disk.has('a.md'), find('.plan-rollup-compare-preview').textContent]).toEqual([false, 'There is no note “a.md” any more.']);
  });
});
