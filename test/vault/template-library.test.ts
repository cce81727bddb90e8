// Templates from the user's folder: listed beside the built-in ones, left out of the rollup, and never in each other's way.
import { afterEach, describe, expect, test, vi } from 'vitest';
import { BUILT_IN_TEMPLATES } from '../../src/core/template/builtin';
import { TemplateLibrary } from '../../src/vault/template-library';
import { ALL } from '../core/template/own-templates';
import { closePlugin, openPlugin, type PluginHost, run } from '../commands/open-plugin';
import { choose, clickButton, dialogField, fillIn, find, findAll, notices, offered, press } from '../support/at-the-keyboard';

const FOLDER = 'Templates/Plans';
const DATA = { version: 1, planFolder: 'Plans', author: 'Ops', templateFolder: FOLDER };

let host: PluginHost;
afterEach(() => closePlugin(host));

async function open(files: Record<string, string>, data: unknown = DATA): Promise<void> {
  host = await openPlugin(files, { data });
}

async function list(templateFolder = FOLDER): ReturnType<TemplateLibrary['list']> {
  return new TemplateLibrary(host.app, { current: { templateFolder } }).list();
}

function setting(name: string): HTMLInputElement {
  host.app.setting.openTabById('plan-rollup');
  const row = findAll('.setting-item').find((item) => item.querySelector('.setting-item-name')?.textContent === name);
  return find('input', row) as HTMLInputElement;
}

/** The titles of the plans that the pane lists. */
async function planned(): Promise<string[]> {
  await run(host, 'open-rollup');
  await host.settle();
  findAll('[role=tab]').find(({ textContent }) => textContent?.startsWith('Verification'))?.click();
  await host.settle();
  return findAll('.plan-rollup-group-name').map(({ textContent }) => textContent ?? '').filter((name) => name.endsWith('plan')).sort();
}

describe('the list', () => {
  test('has the built-in ones first, then the user’s by name, from folders below too', async () => {
    await open({ [`${FOLDER}/b.md`]: 'Text\n', [`${FOLDER}/deep/a.md`]: '---\nname: Alpha\n---\nText\n', [`${FOLDER}/picture.png`]: 'x', 'Templates/other.md': 'Text\n', 'templates/plans2/x.md': 'Text\n' });
    const { templates, refusals } = await list();
    expect(templates.map(({ name }) => name)).toEqual([...BUILT_IN_TEMPLATES.map(({ name }) => name), 'Alpha', 'b']);
    expect(refusals).toEqual([]);
  });

  test.each(['', '  ', '/'])('the folder %j is none', async (folder) => {
    await open({ 'a.md': 'Text\n' });
    expect((await list(folder.trim())).templates).toHaveLength(5);
  });

  test('the folder is found in another case and with a slash at its end', async () => {
    await open({ [`${FOLDER}/a.md`]: 'Text\n' });
    expect((await list('templates/PLANS/')).templates).toHaveLength(6);
  });

  test('files that are no templates are named, and the others are there', async () => {
    await open({ [`${FOLDER}/Broken.md`]: '---\na: [\n---\nText\n', [`${FOLDER}/Empty.md`]: '', [`${FOLDER}/Huge.md`]: 'x'.repeat(1_048_576), [`${FOLDER}/Picture.md`]: '\u0089PNG\0\0', [`${FOLDER}/Sound.md`]: 'Text\n' });
    const read = vi.spyOn(host.app.vault, 'cachedRead');
    const { templates, refusals } = await list();
    expect(templates.map(({ name }) => name).slice(5)).toEqual(['Sound']);
    expect(refusals.map(({ message }) => /“(.*?)” (\S+ \S+)/.exec(message)?.slice(1))).toEqual(expect.arrayContaining([[`${FOLDER}/Broken.md`, 'has broken'], [`${FOLDER}/Empty.md`, 'is empty.'], [`${FOLDER}/Huge.md`, 'is too'], [`${FOLDER}/Picture.md`, 'is no']]));
    expect(read.mock.calls.map(([file]) => file.name)).not.toContain('Huge.md');
  });

  test('a file that can’t be read is named too', async () => {
    await open({ [`${FOLDER}/a.md`]: 'Text\n' });
    vi.spyOn(host.app.vault, 'cachedRead').mockRejectedValue(new Error('EIO'));
    expect((await list()).refusals[0]?.message).toContain(`${FOLDER}/a.md`);
  });
});

describe('the picker', () => {
  test('marks the user’s ones, also beside a built-in one of the same name', async () => {
    await open({ 'a.md': '', [`${FOLDER}/phased-plan.md`]: '---\nname: Phased plan (success criteria and change log)\ndescription: As we like it.\n---\nOurs\n', [`${FOLDER}/Plain.md`]: 'Text\n' });
    await host.open('a.md');
    await run(host, 'insert-plan');
    expect(offered()).toHaveLength(7);
    expect(findAll('.suggestion-item').map((item) => item.querySelector('.plan-rollup-suggestion-mark')?.textContent ?? '')).toEqual(['', '', '', '', '', 'yours', 'yours']);
    expect(findAll('.plan-rollup-suggestion-note').slice(5).map(({ textContent }) => textContent)).toEqual(['yoursAs we like it.', `yours${FOLDER}/Plain.md`]);
    findAll('.suggestion-item')[5]?.click();
    await host.settle();
    expect([document.activeElement?.textContent, find('.plan-rollup-preview').textContent?.endsWith('\nOurs\n')]).toEqual(['Insert', true]);
    clickButton('Insert');
    await host.settle();
    expect(host.disk.get('a.md')).toMatch(/plan-template: phased-plan\n[^]*---\n\nOurs\n$/);
  });

  test('shows two hundred of them, and finds one by its name', async () => {
    await open({ 'a.md': '', ...Object.fromEntries(Array.from({ length: 200 }, (_, n) => [`${FOLDER}/Form ${n}.md`, `# Form ${n}\n`])) });
    await host.open('a.md');
    await run(host, 'insert-plan');
    expect(offered()).toHaveLength(205);
    fillIn(dialogField(), 'form 187');
    await host.settle();
    press('Enter');
    await host.settle();
    clickButton('Insert');
    await host.settle();
    expect(host.disk.get('a.md')).toMatch(/---\n\n# Form 187\n$/);
  });

  test('tells of files that are no templates: three by name, the rest as a number', async () => {
    await open({ 'a.md': '', ...Object.fromEntries(Array.from({ length: 9 }, (_, n) => [`${FOLDER}/Empty ${n}.md`, ''])) });
    await host.open('a.md');
    await run(host, 'insert-plan');
    expect(offered()).toHaveLength(5);
    expect(notices()).toHaveLength(4);
    expect([notices()[0], notices()[3]]).toEqual([expect.stringContaining(`“${FOLDER}/Empty 0.md” is empty`), expect.stringContaining('6 more files')]);
  });
});

test.each(Object.entries(ALL))('%s, dropped into the folder, is inserted byte for byte outside what is filled', async (name, text) => {
  await open({ 'My note.md': 'Above\r\n', [`${FOLDER}/${name}.md`]: text });
  const view = await host.open('My note.md');
  view.editor.setCursor(1, 0);
  await run(host, 'insert-plan');
  choose(name);
  await host.settle();
  clickButton('Insert');
  await host.settle();
  // Where the name is that of the author, the form has it from the settings.
  const authored = text.includes('**Author:** [Name]') ? text.replaceAll('[Name]', 'Ops') : text;
  const expected = authored.replace(/\r\n/g, '\n').replace(/YYYY-MM-DD|\[DATE\]|\{DATE\}/g, '2026-03-14').replace('Draft | In Review | Approved | In Progress | Completed', 'Draft').replace('{{title}}', 'My note').replace(/\n$/, '');
  expect(host.disk.get('My note.md')).toMatch(/---\r\nAbove\r\n\r\n/);
  expect(host.disk.get('My note.md')?.endsWith(`Above\r\n\r\n${expected.replace(/\n/g, '\r\n')}\r\n`)).toBe(true);
  expect([host.disk.get(`${FOLDER}/${name}.md`), notices()]).toEqual([text, []]);
});

test('a note made from one lies in the template’s folder, is named by its pattern, and has its title', async () => {
  await open({ [`${FOLDER}/Sprint.md`]: '---\nfolder: Work/Sprints\nname-pattern: "{{date:YYYY-[W]WW}} {{title}}"\nteam: Core\n---\n# Sprint: [Sprint Name]\n\n{{title}} at {{time}}\n' });
  await run(host, 'create-plan');
  choose('Sprint');
  await host.settle();
  fillIn(dialogField(), ' ');
  press('Enter');
  await host.settle();
  expect(find('[role="alert"]').textContent).toContain('title');
  fillIn(dialogField(), 'Tablets');
  press('Enter');
  await host.settle();
  expect(host.disk.get('Work/Sprints/2026-W11 Tablets.md')).toMatch(/plan-template: sprint\n[^]*team: Core\n---\n\n# Sprint: Tablets\n\nTablets at 12:00\n$/);
});

describe('the rollup', () => {
  const plan = '---\ntype: plan\nstatus: Draft\n---\n# Real plan\n\n## Verification\n\n- [ ] Seen\n';
  const template = plan.replace('Real plan', 'Form plan');

  test('does not show templates, whatever they look like: at the start, when changed, made, renamed in and out', async () => {
    await open({ 'Plans/a.md': plan, [`${FOLDER}/form.md`]: template });
    expect(await planned()).toEqual(['Real plan']);
    host.writeExternally(`${FOLDER}/form.md`, template.replace('Form', 'Changed'));
    host.writeExternally(`${FOLDER}/deep/new.md`, template.replace('Form', 'New'));
    await host.settle();
    expect(await planned()).toEqual(['Real plan']);
    const move = async (from: string, to: string): Promise<void> => {
      const file = host.app.vault.getFileByPath(from);
      if (file) await host.app.vault.rename(file, to);
      await host.settle();
    };
    await move('Plans/a.md', `${FOLDER}/a.md`);
    expect(await planned()).toEqual([]);
    await move(`${FOLDER}/form.md`, 'Plans/form.md');
    expect(await planned()).toEqual(['Changed plan']);
  });

  test('follows the setting at once', async () => {
    await open({ 'Plans/a.md': plan, [`${FOLDER}/form.md`]: template }, { ...DATA, templateFolder: '' });
    expect(await planned()).toEqual(['Form plan', 'Real plan']);
    fillIn(setting('Template folder'), FOLDER);
    await host.settle();
    host.app.setting.close();
    expect(await planned()).toEqual(['Real plan']);
    fillIn(setting('Template folder'), '');
    await host.settle();
    host.app.setting.close();
    expect(await planned()).toEqual(['Form plan', 'Real plan']);
  });
});

test.each([['../out', '../out'], ['/', 'whole vault'], ['Plans', 'Plans'], ['Work', 'Work/Plans']])('the setting refuses %j', async (folder, why) => {
  await open({}, { ...DATA, planFolder: folder === 'Work' ? 'Work/Plans' : 'Plans', templateFolder: '' });
  fillIn(setting('Template folder'), folder);
  await host.settle();
  expect(document.body.textContent).toContain(why);
  host.app.setting.close();
  await run(host, 'create-plan');
  expect(offered()).toHaveLength(5);
});
