// Creating a plan note: a template, a title, a new note with the caret on its first placeholder; never over another note.
import { afterEach, describe, expect, test, vi } from 'vitest';
import { choose, clickButton, dialogField, dialogIsOpen, field, fillIn, find, findAll, notices, pick, press } from '../support/at-the-keyboard';
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
  fillIn(dialogField(), 'Sync rework');
  expect(find('.modal').textContent).toContain('“Plans/Sync rework.md”');
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

describe('a title that is taken', () => {
  const TAKEN = [['plans/SYNC.md', 'Sync'], ['Plans/Pru\u0308fung.md', 'Prüfung'], ['Plans/Sync.md', 'Sync.md']] as const;

  test.each(TAKEN)('%s, asked for as %s: it can be kept beside the new one', async (path, title) => {
    await askForTitle({ [path]: 'mine\n' });
    fillIn(dialogField(), title);
    expect(find('.plan-rollup-form-remark').textContent).toMatch(/^“Plans\/.+\.md” exists already: you will be asked\.$/);
    await answer(title);
    expect(find('.plan-rollup-collision').textContent).toContain(path);
    (document.activeElement as HTMLElement).click();
    await host.settle();
    const name = title.replace('.md', '');
    const made = [...host.disk.keys()].find((each) => each !== path) ?? '';
    expect([host.disk.size, made.normalize('NFC').endsWith(`/${name} 2.md`), host.disk.get(path), host.app.workspace.getActiveFile()?.path]).toEqual([2, true, 'mine\n', made]);
    expect(dialogIsOpen()).toBe(false);
  });

  test('the first number that is free', async () => {
    await askForTitle({ 'Plans/Sync.md': '', 'Plans/sync 2.md': '' });
    await answer('Sync');
    expect(findAll('.plan-rollup-collision button').map(({ textContent }) => textContent)).toContain('Keep both: “Sync 3”');
    press('Escape');
    await host.settle();
    press('Escape');
  });

  test('the note that is there can be opened instead', async () => {
    await askForTitle({ 'plans/SYNC.md': 'mine\n' });
    await answer('Sync');
    clickButton('Open the existing note');
    await host.settle();
    expect([[...host.disk], host.app.workspace.getActiveFile()?.path, dialogIsOpen()]).toEqual([[['plans/SYNC.md', 'mine\n']], 'plans/SYNC.md', false]);
  });

  test('cancelled, the form is still there with what was typed', async () => {
    await askForTitle({ 'plans/SYNC.md': 'mine\n' });
    await answer('Sync');
    press('Escape');
    await host.settle();
    expect([[...host.disk], dialogField().value, find('.modal [role="alert"]').textContent?.includes('plans/SYNC.md')]).toEqual([[['plans/SYNC.md', 'mine\n']], 'Sync', true]);
  });
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

test('a folder in which plans would be taken for templates is refused in the dialog', async () => {
  await askForTitle({}, { data: { planFolder: 'Forms/Plans', templateFolder: 'Forms' } });
  await answer('Sync');
  expect([find('[role="alert"]').textContent?.includes('“Forms” is the template folder'), host.disk.size]).toEqual([true, 0]);
});

test('a key that is still held from what opened the form sends nothing', async () => {
  await askForTitle();
  fillIn(dialogField(), 'Sync');
  press('Enter', { repeat: true });
  await host.settle();
  expect([dialogIsOpen(), host.disk.size]).toEqual([true, 0]);
});

test('a folder that is a file is refused with a message', async () => {
  await askForTitle({ Plans: 'a file' });
  await answer('Sync');
  expect([...host.disk.keys(), find('.modal [role="alert"]').textContent?.includes('“Plans” is a file')]).toEqual(['Plans', true]);
});

test('a write that fails is said in the form, which stays, and no note opens', async () => {
  await askForTitle();
  vi.spyOn(host.adapter, 'write').mockRejectedValue(new Error('disk full'));
  await answer('Sync');
  expect([find('.modal [role="alert"]').textContent?.includes('disk full'), dialogField().value]).toEqual([true, 'Sync']);
  expect(host.app.workspace.getActiveFile()).toBeNull();
});

test('placeholders in a title are text, and nothing of it is expanded again', async () => {
  await askForTitle();
  await answer('[Task Name] $& {{title}}');
  expect(host.disk.get('Plans/Task Name $& {{title}}.md')).toContain('# [Task Name] $& {{title}}');
});

describe('the form', () => {
  async function openForm(id: string, files: Record<string, string> = {}, options: { data?: unknown } = {}): Promise<void> {
    host = await openPlugin(files, options);
    await run(host, id);
  }
  const preview = (): string => find('.plan-rollup-preview').textContent ?? '';
  const marked = (): string[] => findAll('.plan-rollup-preview mark').map(({ textContent }) => textContent ?? '');

  test('asks for the header of the template with the right controls, and Enter in the title creates right away', async () => {
    await openForm('create-spec-plan', { 'Old.md': '---\nplan-id: PLAN-041\nowner: Ann\n---\n' });
    expect(findAll('.plan-rollup-field').map((row) => `${find('input, select', row).getAttribute('aria-label') ?? ''}: ${find('input, select', row).getAttribute('type') ?? ''}`)).toEqual([
      'Title: text', 'Plan ID: text', 'Related Spec(s): text', 'Related Overview Spec: text', 'Branch: text', 'Issue(s): text', 'Date: date', 'Owner: text', 'Id in .specify/specs/[id]/spec.md: text',
    ]);
    expect([field('Plan ID').value, field('Date').value, field('Owner').placeholder]).toEqual(['PLAN-042', TODAY, '[ENGINEER / TEAM]']);
    expect([find('.plan-rollup-form-fields p').textContent, findAll('.plan-rollup-optional').map(({ parentElement }) => parentElement?.textContent)]).toEqual(['All fields but the title are optional: one left empty keeps its placeholder in the note.', ['Titlerequired']]);
    expect(findAll('[aria-required]').map((el) => el.getAttribute('aria-label'))).toEqual(['Title']);
    fillIn(field('Title'), 'Sync');
    press('Enter');
    await host.settle();
    expect(host.disk.get('Plans/Sync.md')).toMatch(/^---\ntype: plan\nstatus: Draft\nplan-template: spec-plan\n(?:.+\n)*plan-id: PLAN-042\n/);
    expect(host.disk.get('Plans/Sync.md')).toContain('Plan ID: PLAN-042  \nRelated Spec(s): [S-001, UC-003, etc.]  \n');
  });

  test('same-named placeholders fill together, lists become lists, and the preview follows the field', async () => {
    await openForm('create-spec-plan');
    fillIn(field('Title'), 'Sync');
    expect([marked(), preview().includes('# Implementation Plan: Sync\n')]).toEqual([['Sync'], true]);
    field('Owner').focus();
    fillIn(field('Owner'), 'Ann: "A"');
    expect(marked()).toEqual(['Ann: \\"A\\"', 'Ann: "A"']);
    fillIn(field('Issue(s)'), '#4, #5');
    const shown = preview();
    press('Enter', { ctrlKey: true });
    await host.settle();
    expect(host.disk.get('Plans/Sync.md')).toBe(shown);
    expect(host.disk.get('Plans/Sync.md')).toContain('issues:\n  - "#4"\n  - "#5"\nowner: "Ann: \\"A\\""\n---\n');
    expect(host.disk.get('Plans/Sync.md')).toContain('Issue(s): #4, #5  \n');
  });

  test('a choice and a date that are left in place stay as they are', async () => {
    await openForm('create-phased-plan');
    fillIn(field('Title'), 'Sync');
    pick('Status', '');
    fillIn(field('Date'), '');
    fillIn(field('Author'), '');
    expect(preview()).toContain('**Date:** YYYY-MM-DD\n**Author:** [Name]\n**Status:** Draft | In Review');
    pick('Status', 'Approved');
    fillIn(field('Date'), '2026-04-01');
    press('Enter');
    await host.settle();
    expect(host.disk.get('Plans/Sync.md')).toContain('**Date:** 2026-04-01\n**Author:** [Name]\n**Status:** Approved\n');
    expect(host.disk.get('Plans/Sync.md')).toContain('status: Approved\n');
    expect(host.disk.get('Plans/Sync.md')).toContain('| 2026-04-01 | [Name] | Initial draft |');
  });

  test('values of other notes are suggested; an arrow selects, Enter takes it, Escape closes only the list', async () => {
    await openForm('create-spec-plan', { 'a.md': '---\nowner: Ann\n---\n', 'b.md': '---\nowners: [Bo, Ann]\n---\n', 'c.md': '---\nowner: "[Owner]"\n---\n', 'Specs/Login.md': 'x' });
    const suggested = (): string[] => findAll('.plan-rollup-suggestion').filter((el) => el.parentElement?.isShown()).map(({ textContent }) => textContent ?? '');
    field('Owner').focus();
    press('ArrowDown');
    expect(suggested()).toEqual(['Ann', 'Bo']);
    press('Escape');
    expect([suggested(), dialogIsOpen()]).toEqual([[], true]);
    press('ArrowDown');
    press('ArrowDown');
    press('Enter');
    expect([field('Owner').value, dialogIsOpen(), host.disk.size]).toEqual(['Bo', true, 4]);
    field('Related Spec(s)').focus();
    fillIn(field('Related Spec(s)'), 'S-1, log');
    press('ArrowDown');
    press('Enter');
    expect(field('Related Spec(s)').value).toBe('S-1, [[Login]], ');
    fillIn(field('Title'), 'Sync');
    field('Title').focus();
    press('Enter');
    await host.settle();
    expect(host.disk.get('Plans/Sync.md')).toContain('related-specs:\n  - S-1\n  - "[[Login]]"\n');
  });

  test('the name follows the pattern of the settings', async () => {
    await openForm('create-design-plan', {}, { data: { planFolder: 'Work', noteName: '{{date}} {{feature-id}} {{title}}' } });
    fillIn(field('Feature ID'), 'F-7');
    fillIn(field('Title'), 'Sync: A');
    expect(find('.plan-rollup-form-remark').textContent).toContain(`Work/${TODAY} F-7 Sync - A.md`);
    press('Enter');
    await host.settle();
    expect([...host.disk.keys()]).toEqual([`Work/${TODAY} F-7 Sync - A.md`]);
  });

  test('a title that says “plan” does not say it twice', async () => {
    await openForm('create-remediation-plan');
    fillIn(field('Title'), 'Auth Plan');
    press('Enter');
    await host.settle();
    expect(host.disk.get('Plans/Auth Plan.md')).toContain('\n# Auth: Implementation Plan\n');
  });

  test('warnings come as callouts where the settings say so', async () => {
    await openForm('create-feature-plan', {}, { data: { planFolder: '', hasCallouts: true } });
    fillIn(field('Title'), 'Sync');
    press('Enter');
    await host.settle();
    const text = host.disk.get('Sync.md') ?? '';
    expect([text.includes('\n> [!warning] **CRITICAL WARNING**\n> [Name what'), text.includes('critical_warning')]).toEqual([true, false]);
  });
});
