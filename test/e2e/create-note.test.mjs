import assert from 'node:assert/strict';
import { test } from './suite.mjs';
import { TODAY } from './journey.mjs';

const TEMPLATE = 'Phased plan (success criteria and change log)';
const VAULT = { 'Plans/Old plan.md': '# Old\n', 'Other.md': 'Other\n' };

/** Opens the title dialog. */
async function askForTitle(journey) {
  await journey.command('Create plan note from a template');
  await journey.choose(TEMPLATE);
  await journey.page.getByRole('textbox', { name: 'Title' }).waitFor();
}

async function create(journey, title) {
  await askForTitle(journey);
  await journey.page.keyboard.insertText(title);
  await journey.press('Enter');
}

test('new note: a title makes a plan in Plans, open with the first placeholder selected', { vault: VAULT }, async (journey) => {
  await create(journey, 'Night shift handover');
  const path = 'Plans/Night shift handover.md';
  await journey.isOpen(path);
  const text = await journey.vault.text(path);
  assert.match(text, new RegExp(`^---\ntype: plan\nstatus: Draft\nplan-template: phased-plan\ncreated: ${TODAY}\nupdated: ${TODAY}\nauthor: "\\[Name\\]"\n---\n\n# Implementation Plan: Night shift handover\n`));
  assert.ok(text.includes(`**Date:** ${TODAY}`) && text.endsWith('\n'));
  await journey.until('the first placeholder selected', async () => /^\[.+\]$/.test(await journey.selection()));
  await journey.type('Jo');
  await journey.until('the typing on disk', async () => (await journey.vault.text(path)).includes('Jo'));
  await journey.onlyChanged(path);
});

test('new note: a name that is taken, also in other case, is asked about, and nothing is overwritten', { vault: VAULT }, async (journey) => {
  for (const title of ['Old plan', 'OLD PLAN', 'Old plan.md', '  old  plan ']) {
    await create(journey, title);
    await journey.page.getByRole('dialog', { name: 'There is a note of that name' }).getByText('Plans/Old plan.md').waitFor();
    await journey.press('Escape');
    await journey.page.getByRole('alert').filter({ hasText: 'Plans/Old plan.md' }).waitFor();
    await journey.press('Escape');
  }
  await journey.staysUntouched();
  await create(journey, 'old plan');
  await journey.page.getByRole('button', { name: 'Open the existing note' }).click();
  await journey.isOpen('Plans/Old plan.md');
  await journey.staysUntouched();
  await create(journey, 'old plan');
  await journey.page.getByRole('button', { name: 'Keep both: “old plan 2”' }).waitFor();
  await journey.press('Enter');
  await journey.isOpen('Plans/old plan 2.md');
  await journey.onlyChanged('Plans/old plan 2.md');
});

test('new note: a title without a name in it is not accepted; the dialog says why and stays', { vault: VAULT }, async (journey) => {
  for (const title of ['', '   ', '..', '/', '???', '\u200b']) {
    await askForTitle(journey);
    await journey.page.keyboard.insertText(title);
    await journey.press('Enter');
    await journey.page.getByRole('alert').filter({ hasText: 'title' }).waitFor();
    await journey.press('Escape');
  }
  await journey.staysUntouched();
});

const HOSTILE = [
  ['../x', 'Plans/x.md'],
  ['..\\..\\y', 'Plans/y.md'],
  ['/etc/passwd', 'Plans/etc-passwd.md'],
  ['con', 'Plans/con (note).md'],
  ['a:b', 'Plans/a-b.md'],
  ['Sync 🚀 und Prüfung 写真', 'Plans/Sync 🚀 und Prüfung 写真.md'],
  ['.hidden', 'Plans/hidden.md'],
  ['What? *Really* #1 [[x]]', 'Plans/What Really 1 x.md'],
];

test('new note: a hostile title becomes a safe name inside Plans', { vault: VAULT }, async (journey) => {
  for (const [title, path] of HOSTILE) {
    await create(journey, title);
    await journey.until(path, async () => (await journey.vault.text(path))?.includes('type: plan'));
    await journey.isOpen(path);
  }
  assert.deepEqual(await journey.vault.changed(), HOSTILE.map(([, path]) => path).sort());
});

test('new note: 300 characters are cut to a name that every disk can hold', { vault: VAULT }, async (journey) => {
  const letters = ['x', '語', '👩🏽‍💻'];
  for (const letter of letters) {
    const known = await journey.vault.changed();
    await create(journey, letter.repeat(300));
    const notices = journey.page.locator('.notice');
    const made = await journey.until('a note', async () => {
      assert.deepEqual(await notices.allInnerTexts(), []);
      return (await journey.vault.changed()).find((path) => !known.includes(path));
    });
    await journey.isOpen(made);
  }
  const made = await journey.vault.changed();
  assert.equal(made.length, letters.length);
  for (const path of made) {
    const name = path.slice('Plans/'.length);
    assert.ok(Buffer.byteLength(name) <= 255 && Buffer.byteLength(name) > 240, name);
    assert.doesNotMatch(name, /\uFFFD/);
  }
});

test('new note: the folder of the settings is made when it is needed, and the author stands in the plan', { vault: { 'Other.md': 'Other\n' } }, async (journey) => {
  await journey.press('Control+,');
  const settings = journey.page.getByRole('dialog');
  await settings.getByRole('button', { name: 'Plan Rollup' }).or(settings.getByRole('tab', { name: 'Plan Rollup' })).first().click();
  await settings.getByPlaceholder('Plans', { exact: true }).fill('Work/Plans 2026');
  await settings.getByPlaceholder('Your name or team').fill('Ops: "L"');
  await journey.press('Escape');
  await settings.waitFor({ state: 'detached' });
  await create(journey, 'Pumps');
  const path = 'Work/Plans 2026/Pumps.md';
  await journey.isOpen(path);
  const text = await journey.vault.text(path);
  assert.match(text, /^author: "Ops: \\"L\\""$/m);
  await journey.onlyChanged(path);
});
