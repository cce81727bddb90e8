// Templates of one's own from inside Obsidian: a plan saved as one, a built-in one copied to be changed.
import { afterEach, describe, expect, test, vi } from 'vitest';
import { BUILT_IN_TEMPLATES } from '../../src/core/template/builtin';
import { choose, clickButton, dialogField, dialogIsOpen, fillIn, find, findAll, notices, offered, press } from '../support/at-the-keyboard';
import { closePlugin, openPlugin, type PluginHost, run } from './open-plugin';

const FOLDER = 'Templates/Plans';
const SETTINGS = '.obsidian/plugins/plan-rollup/data.json';
const PLAN = '---\nstatus: In Progress\nplan-template: phased-plan\nowner: Core\n---\n# Implementation Plan: Sync rework\n\n**Date:** 2026-03-01\n**Author:** Ops\n**Status:** In Progress\n\n## Verification\n\n- [x] Tests pass\n';
const FORM = '---\nowner: "[Owner]"\n---\n# Implementation Plan: [Brief Description]\n\n**Date:** YYYY-MM-DD\n**Author:** [Name]\n**Status:** Draft | In Review | Approved | In Progress | Completed\n\n## Verification\n\n- [ ] Tests pass\n';

let host: PluginHost;
afterEach(() => closePlugin(host));

async function openWith(files: Record<string, string>, templateFolder = FOLDER): Promise<void> {
  host = await openPlugin({ ...files, [SETTINGS]: JSON.stringify({ version: 1, planFolder: 'Plans', author: 'Ops', templateFolder }) }, { withObsidianFolder: true, data: undefined });
}

async function save(files: Record<string, string> = {}, templateFolder = FOLDER): Promise<void> {
  await openWith({ 'Plans/Sync.md': PLAN, ...files }, templateFolder);
  await host.open('Plans/Sync.md');
  await run(host, 'save-as-template');
}

async function answer(text: string): Promise<void> {
  fillIn(dialogField(), text);
  press('Enter');
  await host.settle();
}

function files(): string[] {
  return [...host.disk.keys()].filter((path) => !path.startsWith('.obsidian')).sort();
}

function storedFolder(): unknown {
  return (JSON.parse(host.disk.get(SETTINGS) ?? '{}') as Record<string, unknown>)['templateFolder'];
}

/** The replacement whose text before is this. */
function replacement(was: string): HTMLElement {
  const found = findAll('.plan-rollup-replacement').find((label) => find('del', label).textContent === was);
  if (!found) throw new Error(`“${was}” is not listed.`);
  return found;
}

describe('saving a plan as a template', () => {
  test('lists what is replaced, and makes a file of the template folder; the note keeps every byte', async () => {
    await save();
    expect(findAll('.plan-rollup-replacement').map((label) => `${find('del', label).textContent} → ${label.querySelector('ins')?.textContent ?? ''}`)).toEqual([
      'status: In Progress → ',
      'plan-template: phased-plan → ',
      '# Implementation Plan: Sync rework → # Implementation Plan: [Brief Description]',
      '**Date:** 2026-03-01 → **Date:** YYYY-MM-DD',
      '**Status:** In Progress → **Status:** Draft | In Review | Approved | In Progress | Completed',
      'owner: Core → owner: "[Owner]"',
      '**Author:** Ops → **Author:** [Name]',
      '- [x] Tests pass → - [ ] Tests pass',
    ]);
    expect(findAll('.modal [role=group]').map((group) => group.getAttribute('aria-label'))).toEqual(['Properties that are left out', 'Title', 'Dates', 'Status', 'People', 'Ticked boxes']);
    await answer('Our form');
    expect(files()).toEqual(['Plans/Sync.md', `${FOLDER}/Our form.md`]);
    expect([host.disk.get(`${FOLDER}/Our form.md`), host.disk.get('Plans/Sync.md')]).toEqual([FORM, PLAN]);
    expect([dialogIsOpen(), notices()]).toEqual([false, [`Saved as template “${FOLDER}/Our form.md”.`]]);
  });

  test('the slots of the user’s own template go before those of a built-in one with its id', async () => {
    await save({ [`${FOLDER}/Phased plan.md`]: '---\nowner: "[Team Name]"\n---\n# Implementation Plan: {what it is about}\n' });
    clickButton('Save');
    await host.settle();
    expect(host.disk.get(`${FOLDER}/Sync.md`)).toBe(FORM.replace('[Owner]', '[Team Name]').replace('[Brief Description]', '{what it is about}'));
  });

  test('what is unticked is kept', async () => {
    await save();
    for (const was of ['**Author:** Ops', '- [x] Tests pass', 'owner: Core']) find('input', replacement(was)).click();
    clickButton('Save');
    await host.settle();
    expect(host.disk.get(`${FOLDER}/Sync.md`)).toBe(FORM.replace('[Name]', 'Ops').replace('- [ ]', '- [x]').replace('"[Owner]"', 'Core'));
  });

  test('the new template is offered at once, and makes the plan’s form', async () => {
    await save();
    await answer('Our form');
    await run(host, 'create-plan');
    choose('Our form');
    await host.settle();
    await answer('Next');
    expect(host.disk.get('Plans/Next.md')).toContain('plan-template: our-form\n');
    expect(host.disk.get('Plans/Next.md')).toContain('# Implementation Plan: Next\n\n**Date:** 2026-03-14\n**Author:** Ops\n**Status:** Draft\n');
  });

  test.each(['Taken', 'TAKEN', 'taken.md'])('a file is never overwritten: %j is asked for again', async (name) => {
    await save({ [`${FOLDER}/Taken.md`]: 'mine\n' });
    await answer(name);
    expect(find('[role="alert"]').textContent).toContain(`${FOLDER}/Taken.md`);
    expect([dialogIsOpen(), host.disk.get(`${FOLDER}/Taken.md`)]).toEqual([true, 'mine\n']);
    await answer('Free');
    expect(files()).toEqual(['Plans/Sync.md', `${FOLDER}/Free.md`, `${FOLDER}/Taken.md`]);
  });

  test('a file that comes to be while the dialog stands is not overwritten either; what was unticked stays so', async () => {
    await save();
    find('input', replacement('- [x] Tests pass')).click();
    vi.spyOn(host.app.vault, 'getFiles').mockReturnValue([]);
    host.writeExternally(`${FOLDER}/Sync.md`, 'mine\n');
    await host.settle();
    clickButton('Save');
    await host.settle();
    expect([host.disk.get(`${FOLDER}/Sync.md`), notices().length, dialogIsOpen()]).toEqual(['mine\n', 1, true]);
    expect((find('input', replacement('- [x] Tests pass')) as HTMLInputElement).checked).toBe(false);
    await answer('Other');
    expect(host.disk.get(`${FOLDER}/Other.md`)).toContain('- [x] Tests pass');
  });

  test.each(['Escape', 'Cancel'])('%s writes nothing', async (how) => {
    await save();
    if (how === 'Escape') press('Escape');
    else clickButton('Cancel');
    await host.settle();
    expect([files(), host.disk.get('Plans/Sync.md'), notices(), dialogIsOpen()]).toEqual([['Plans/Sync.md'], PLAN, [], false]);
  });

  test('a name that no file can have is asked for again', async () => {
    await save();
    await answer(' ');
    expect([find('[role="alert"]').textContent !== '', files()]).toEqual([true, ['Plans/Sync.md']]);
  });

  test('without a folder in the settings it is asked for, and stored once there is a template in it', async () => {
    await save({}, '');
    expect(dialogField().value).toBe(FOLDER);
    await answer('Plans');
    expect(find('[role="alert"]').textContent).toContain('Plans');
    await answer('Forms/');
    expect(storedFolder()).toBe('');
    await answer('Ours');
    expect([files(), storedFolder()]).toEqual([['Forms/Ours.md', 'Plans/Sync.md'], 'Forms']);
  });

  test('cancelled after the folder was named, the settings stay as they were', async () => {
    await save({}, '');
    await answer('Forms');
    press('Escape');
    await host.settle();
    expect([files(), storedFolder()]).toEqual([['Plans/Sync.md'], '']);
  });

  test.each([['---\na: [\n---\nText\n', 'broken frontmatter'], ['', 'is empty']])('a note that can be no template is refused (%j)', async (text, why) => {
    await openWith({ 'a.md': text });
    await host.open('a.md');
    await run(host, 'save-as-template');
    expect([dialogIsOpen(), notices().length, files()]).toEqual([false, 1, ['a.md']]);
    expect(notices()[0]).toContain(`“a.md” ${why === 'is empty' ? why : `has ${why}`}`);
  });

  test('text of the note is shown as text', async () => {
    await openWith({ 'a.md': '# <img src=x onerror=alert(1)> **b**\n' });
    await host.open('a.md');
    await run(host, 'save-as-template');
    expect([find('.modal').querySelector('img'), find('del').textContent]).toEqual([null, '# <img src=x onerror=alert(1)> **b**']);
  });

  test('a write that fails is said', async () => {
    await save();
    vi.spyOn(host.adapter, 'write').mockRejectedValue(new Error('disk full'));
    await answer('Form');
    expect([notices().join(), dialogIsOpen()]).toEqual([expect.stringContaining('disk full'), false]);
  });
});

describe('editing a built-in template', () => {
  async function edit(name: string, more: Record<string, string> = {}, templateFolder = FOLDER): Promise<void> {
    await openWith(more, templateFolder);
    await run(host, 'edit-built-in-template');
    choose(name);
    await host.settle();
  }

  test.each(BUILT_IN_TEMPLATES.map((template) => [template.name, template] as const))('%s is copied and opened, and makes the same plans', async (name, { id, body, description }) => {
    await edit(name);
    const path = `${FOLDER}/${name.replace(/ \(.*/, '')}.md`;
    expect([files(), host.app.workspace.getActiveFile()?.path, notices()]).toEqual([[path], path, []]);
    const text = host.disk.get(path) ?? '';
    expect(text.slice(text.indexOf('\n---\n\n') + 6)).toBe(body);
    expect(text).toContain(`name: ${name}\n`);
    expect(text).toContain(description);
    const made: string[] = [];
    await run(host, 'create-plan');
    expect(offered().filter((each) => each === name)).toHaveLength(2);
    for (const at of [0, 1]) {
      if (at === 1) await run(host, 'create-plan');
      findAll('.suggestion-item').filter((item) => item.firstElementChild?.textContent === name)[at]?.click();
      await host.settle();
      await answer(`Plan ${at}`);
      made.push((host.disk.get(`Plans/Plan ${at}.md`) ?? '').replace(`Plan ${at}`, 'Plan'));
    }
    expect(made[1]).toBe(made[0]);
    expect(made[0]).toContain(`plan-template: ${id}\n`);
  });

  test('the folder is asked for when there is none, made, and stored', async () => {
    await edit('Spec plan', {}, '');
    expect([dialogField().value, files()]).toEqual([FOLDER, []]);
    press('Enter');
    await host.settle();
    expect([files(), storedFolder()]).toEqual([[`${FOLDER}/Spec plan.md`], FOLDER]);
  });

  test('a second copy asks for another name and leaves the first alone', async () => {
    await edit('Spec plan', { [`${FOLDER}/spec plan.md`]: 'mine\n' });
    press('Enter');
    await host.settle();
    expect(find('[role="alert"]').textContent).toContain('spec plan.md');
    await answer('Spec plan 2');
    expect([files(), host.disk.get(`${FOLDER}/spec plan.md`)]).toEqual([[`${FOLDER}/Spec plan 2.md`, `${FOLDER}/spec plan.md`], 'mine\n']);
  });

  test.each(['picker', 'folder', 'name'])('cancelled at the %s, nothing is written', async (where) => {
    const taken = { [`${FOLDER}/Spec plan.md`]: 'mine\n' };
    await openWith(where === 'name' ? taken : {}, where === 'folder' ? '' : FOLDER);
    await run(host, 'edit-built-in-template');
    if (where !== 'picker') {
      choose('Spec plan');
      await host.settle();
    }
    press('Escape');
    await host.settle();
    expect([dialogIsOpen(), files().length, storedFolder()]).toEqual([false, where === 'name' ? 1 : 0, where === 'folder' ? '' : FOLDER]);
  });
});
