import assert from 'node:assert/strict';
import { test } from './suite.mjs';
import { TODAY } from './journey.mjs';

const OLD = { 'Old/a.md': '---\nplan-id: PLAN-041\nowner: Ann\n---\n', 'Old/b.md': '---\nplan-id: PLAN-007\nowners: [Ann, Bo]\n---\n', 'Specs/Login.md': 'Login\n' };
const NOTE = '---\r\n# kept\r\nissues: [ "#1",  b ]   # mine\r\nowner: me\r\n---\r\nAbove.\r\n\r\nBelow';

test('plan form: filled in and sent by the keyboard alone, with ids, owners and notes of the vault', { vault: OLD }, async (journey) => {
  await journey.command('Create spec plan note');
  await journey.field('Title').waitFor();
  await journey.type('Auth plan');
  await journey.press('Tab');
  assert.equal(await journey.field('Plan ID').inputValue(), 'PLAN-042');
  await journey.press('Tab');
  await journey.type('log');
  await journey.press('ArrowDown', 'Enter');
  assert.equal(await journey.field('Related Spec(s)').inputValue(), '[[Login]], ');
  await journey.tabTo(journey.field('Owner'));
  await journey.press('ArrowDown', 'ArrowDown', 'Enter');
  await journey.page.locator('.plan-rollup-preview mark', { hasText: 'Bo' }).first().waitFor();
  await journey.press('Enter');
  const path = 'Plans/Auth plan.md';
  await journey.isOpen(path);
  const text = await journey.vault.text(path);
  assert.ok(text.startsWith(`---\ntype: plan\nstatus: Draft\nplan-template: spec-plan\ncreated: ${TODAY}\nupdated: ${TODAY}\nplan-id: PLAN-042\nrelated-specs:\n  - "[[Login]]"\n`), text.slice(0, 300));
  assert.ok(text.includes('\n# Implementation Plan: Auth\n\nPlan ID: PLAN-042  \nRelated Spec(s): [[Login]]'), text);
  assert.ok(text.includes('\nowner: Bo\n') && text.includes('Owner: Bo  \n') && text.includes(`Date: ${TODAY}`));
  await journey.onlyChanged(path);
});

test('plan form: each place of the note, lists joined, one undo brings every byte back', { vault: { 'Note.md': NOTE } }, async (journey) => {
  const places = { 'At the cursor': /Above\.\r\n\r\n# [^]*\r\n\r\nBelow$/, 'Below the properties': /---\r\n\r\n# [^]*\r\n\r\nAbove\.\r\n\r\nBelow$/, 'At the bottom': /---\r\nAbove\.\r\n\r\nBelow\r\n\r\n# [^]*\r\n$/, 'Replace the note': /---\r\n\r\n# (?![^]*Above\.)[^]*\r\n$/ };
  for (const [place, expected] of Object.entries(places)) {
    await journey.openNote('Note.md');
    await journey.moveCaret(5, 6);
    await journey.command('Insert spec plan');
    await journey.field('Issue(s)').fill('#2, b');
    assert.equal(await journey.field('Owner').inputValue(), 'me');
    await journey.field('Where').selectOption(place);
    await journey.press('Control+Enter');
    const text = await journey.changedText('Note.md');
    assert.match(text, expected, place);
    assert.ok(text.startsWith('---\r\n# kept\r\nissues: [ "#1",  b, "#2" ]   # mine\r\nowner: me\r\ntype: plan\r\n'), text.slice(0, 200));
    assert.doesNotMatch(text, /(?:\r\n){3}/);
    await journey.press('Control+z');
    await journey.fileSays('Note.md', NOTE);
  }
  await journey.onlyChanged();
});

test('plan form: a date, a choice and a slot left in place, by the keyboard; the preview is what is written', { vault: { 'Empty.md': '---\ntags: [a]\n---\n', 'Full.md': 'Text\n' } }, async (journey) => {
  const { page } = journey;
  await journey.openNote('Full.md');
  await journey.command('Insert phased plan');
  await journey.field('Where').waitFor();
  assert.deepEqual(await journey.field('Where').locator('option').allTextContents(), ['At the cursor', 'Below the properties', 'At the bottom', 'Replace the note']);
  await page.locator('.plan-rollup-form').getByText('your values win; lists are joined; nothing is duplicated').waitFor();
  await journey.press('Escape');
  await journey.openNote('Empty.md');
  await journey.command('Insert phased plan');
  await journey.field('Title').waitFor();
  assert.equal(await journey.field('Where').count(), 0);
  await page.locator('.plan-rollup-form').getByText('All fields are optional').waitFor();
  assert.equal(await page.locator('.plan-rollup-optional').count(), 0);
  assert.equal(await journey.field('Date').getAttribute('type'), 'date');
  await journey.tabTo(journey.field('Date'));
  await journey.type('04152026');
  await journey.tabTo(journey.field('Author'));
  await journey.type('Ann {TEAM}');
  await page.locator('.plan-rollup-preview mark', { hasText: 'Ann {TEAM}' }).nth(1).waitFor();
  await journey.tabTo(journey.field('Status'));
  await journey.type('In Rev');
  await journey.press('Shift+Tab');
  await page.getByRole('button', { name: 'Leave the placeholder of “Author” in place' }).click();
  const preview = await page.locator('.plan-rollup-preview').textContent();
  await journey.press('Enter');
  const text = await journey.changedText('Empty.md');
  assert.equal(text, preview);
  assert.ok(text.startsWith(`---\ntags: [a]\ntype: plan\nstatus: In Review\nplan-template: phased-plan\ncreated: ${TODAY}\nupdated: ${TODAY}\nauthor: "[Name]"\n---\n\n# Implementation Plan: [Brief Description]\n\n**Date:** 2026-04-15\n**Author:** [Name]\n**Status:** In Review\n`), text.slice(0, 400));
  await journey.onlyChanged('Empty.md');
});

test('plan form: what was typed is there again after Escape and a click beside, until it is sent', { vault: { 'Note.md': 'Text\n' } }, async (journey) => {
  const { page } = journey;
  await journey.openNote('Note.md');
  for (const [typed, leave] of [['Pumps', () => journey.press('Escape')], ['Cellars', () => page.mouse.click(4, 4)]]) {
    await journey.command('Insert phased plan');
    await journey.field('Title').waitFor();
    await journey.type(typed);
    await page.locator('.plan-rollup-preview mark', { hasText: typed }).waitFor();
    await leave();
    await journey.until('the form gone', async () => (await page.locator('.plan-rollup-form').count()) === 0);
  }
  await journey.staysUntouched();
  await journey.command('Insert phased plan');
  await page.getByRole('button', { name: 'Start over' }).waitFor();
  assert.equal(await journey.field('Title').inputValue(), 'Cellars');
  await journey.press('Enter');
  await journey.until('the plan', async () => (await journey.vault.text('Note.md')).includes('# Implementation Plan: Cellars\n'));
  await journey.command('Insert phased plan');
  await journey.field('Title').waitFor();
  assert.deepEqual([await journey.field('Title').inputValue(), await page.getByRole('button', { name: 'Start over' }).count()], ['', 0]);
});

test('plan form: a name that differs only in its Unicode form is taken, and asked about', { vault: { 'Plans/Pru\u0308fung.md': 'Mine\n' } }, async (journey) => {
  await journey.command('Create spec plan note');
  await journey.field('Title').fill('Pr\u00fcfung');
  await journey.press('Enter');
  await journey.page.getByRole('button', { name: 'Keep both: “Pr\u00fcfung 2”' }).waitFor();
  await journey.press('Escape', 'Escape');
  await journey.staysUntouched();
});

const MANY = `---\ntype: plan\n---\n# [Feature Name] plan\n\n${Array.from({ length: 3000 }, (_none, at) => `**Field ${at}:** [Describe part ${at}]\n`).join('')}`;

test('plan form: of 3,000 placeholders the first hundred are asked for, the others stay; typing is not held up', { vault: { 'Many.md': MANY } }, async (journey) => {
  await journey.openNote('Many.md');
  await journey.command('Fill placeholders…');
  await journey.page.locator('.plan-rollup-form').getByText('The first 100 fields are shown').waitFor();
  assert.equal(await journey.page.locator('.plan-rollup-field').count(), 100);
  const start = performance.now();
  await journey.type('Pumps of the northern cellars');
  const perKey = (performance.now() - start) / 29;
  console.log(`    a key in the form of 3,000 placeholders: ${perKey.toFixed(0)} ms`);
  assert.ok(perKey < 500, `${perKey} ms`);
  await journey.field('Field 98').focus();
  await journey.type('Last one shown');
  await journey.press('Enter');
  await journey.fileSays('Many.md', MANY.replace('[Feature Name]', 'Pumps of the northern cellars').replace('[Describe part 98]', 'Last one shown'));
});

test('plan form: what is left open in a note is filled as one edit', { vault: { 'Note.md': '---\nowner: "[Owner]"\n---\n# [Feature Name] plan\n\nOwner: [Owner]\nBreaking: [Yes/No]\n' } }, async (journey) => {
  await journey.openNote('Note.md');
  await journey.command('Fill placeholders…');
  await journey.field('Owner').fill('Ann: "A"');
  await journey.field('Breaking').selectOption('No');
  await journey.press('Control+Enter');
  await journey.fileSays('Note.md', '---\nowner: "Ann: \\"A\\""\n---\n# [Feature Name] plan\n\nOwner: Ann: "A"\nBreaking: No\n');
  await journey.press('Control+z');
  await journey.fileSays('Note.md', journey.vault.before('Note.md'));
});

const TAGGED = '---\ntype: plan\n---\n# Tagged\n\n<critical_warning>\n> **CRITICAL WARNING:** Both at once.\n</critical_warning>\n\n<important_note>\n> **IMPORTANT NOTE:** After dark.\n</important_note>\n';

test('plan form: the settings name the note and make warnings callouts, and both forms are read', { vault: { ...OLD, 'Tagged.md': TAGGED } }, async (journey) => {
  await journey.press('Control+,');
  const settings = journey.page.getByRole('dialog');
  await settings.getByText('Plan Rollup', { exact: true }).first().click();
  await settings.getByPlaceholder('{{title}}').fill('{{date}} {{title}}');
  await settings.locator('.setting-item', { hasText: 'Warnings as callouts' }).locator('.checkbox-container, input[type=checkbox], [role=switch]').first().click();
  await journey.press('Escape');
  await journey.command('Create feature plan note');
  await journey.field('Critical warning').fill('Both services must be deployed together.');
  await journey.field('Title').fill('Sync');
  await journey.press('Enter');
  const path = `Plans/${TODAY} Sync.md`;
  await journey.isOpen(path);
  const text = await journey.vault.text(path);
  assert.ok(text.includes('\n> [!warning] **CRITICAL WARNING**\n> Both services must be deployed together.\n'), text);
  assert.doesNotMatch(text, /<critical_warning>|<important_note>/);
  for (const [note, said] of [[path, '3 warnings'], ['Tagged.md', '2 warnings']]) {
    await journey.openNote(note);
    await journey.command('Why is this (not) a plan?');
    await journey.page.getByRole('dialog').getByText(said).waitFor();
    await journey.press('Escape');
  }
  await journey.onlyChanged(path);
});

const PHONES = { 'upright, light': ['light', { width: 390, height: 844 }], 'upright, dark': ['dark', { width: 390, height: 844 }], 'on its side': ['light', { width: 844, height: 390 }], 'with the keyboard shown': ['light', { width: 390, height: 480 }] };
for (const [how, [theme, viewport]] of Object.entries(PHONES)) {
  test(`plan form: on a phone, ${how}, everything is in reach of the thumb`, { vault: OLD, theme, viewport }, async (journey) => {
    await journey.command('Create spec plan note');
    await journey.field('Title').fill('Sync');
    const form = journey.page.locator('.plan-rollup-form');
    const targets = form.locator('input:visible, select:visible, button:visible, .plan-rollup-leave:visible');
    for (const target of await targets.all()) {
      const box = await target.boundingBox();
      assert.ok(box && box.height >= 44 && box.x >= 0 && box.x + box.width <= viewport.width, `${await target.evaluate((element) => element.outerHTML)} ${JSON.stringify(box)}`);
    }
    assert.ok(await form.evaluate((element) => [element, ...element.querySelectorAll('*')].every((part) => part.scrollWidth <= part.clientWidth + 1 || window.getComputedStyle(part).display === 'inline' || part.matches('input, select, option, svg, svg *'))), 'nothing scrolls sideways');
    const button = form.getByRole('button', { name: 'Create' });
    const box = await button.boundingBox();
    assert.ok(box.y + box.height <= viewport.height);
    await button.click();
    await journey.isOpen('Plans/Sync.md');
  });
}
