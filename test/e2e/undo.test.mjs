import assert from 'node:assert/strict';
import { test } from './suite.mjs';

const PLAN = '---\ntype: plan\nstatus: Draft # by hand\n---\n# Pumps plan\n\n## Verification\n\n- [ ] First check\n\n## Change Log\n\n| Date | Author | Change |\n|------|--------|--------|\n| 2025-12-01 | Ops | First |\n';
const both = (text) => `\uFEFF${text.replaceAll('\n', '\r\n')}`;
const VAULT = { 'Plans/Pumps.md': both(PLAN), 'Other.md': 'Other\n' };

async function offersUndo(journey) {
  await journey.press('Control+p');
  await journey.page.locator('.prompt').waitFor();
  await journey.page.keyboard.insertText('Undo last plan');
  const names = await journey.page.locator('.prompt').getByRole('option').allInnerTexts();
  await journey.press('Escape');
  return names.some((name) => name.includes('Undo last plan change'));
}

test('undo: a move of a note that is closed now is undone to the byte, CRLF and BOM too, by keyboard', { vault: VAULT }, async (journey) => {
  assert.equal(await offersUndo(journey), false);
  await journey.openNote('Plans/Pumps.md');
  await journey.command('Advance plan status');
  await journey.until('the move', async () => (await journey.vault.text('Plans/Pumps.md')).includes('In Review'));
  await journey.openNote('Other.md');
  await journey.command('Undo last plan change');
  await journey.fileSays('Plans/Pumps.md', journey.vault.before('Plans/Pumps.md'));
  await journey.notice('Undone in “Plans/Pumps.md”');
  assert.equal(await offersUndo(journey), false);
  await journey.onlyChanged();
});

test('undo: a tick of a closed note, undone when the note is open', { vault: VAULT }, async (journey) => {
  await journey.lens('Verification');
  await journey.tick('First check');
  await journey.changedText('Plans/Pumps.md');
  await journey.openNote('Plans/Pumps.md');
  await journey.command('Undo last plan change');
  await journey.fileSays('Plans/Pumps.md', journey.vault.before('Plans/Pumps.md'));
  await journey.showsLines(['Pumps plan 0/1', 'Verification 0/1', 'First check']);
});

test('undo: what was written since stays, and the reason is shown', { vault: VAULT }, async (journey) => {
  await journey.openNote('Plans/Pumps.md');
  await journey.command('Advance plan status');
  await journey.until('the move', async () => (await journey.vault.text('Plans/Pumps.md')).includes('In Review'));
  await journey.openNote('Other.md');
  const theirs = `${await journey.vault.text('Plans/Pumps.md')}| 2026-03-08 | QA | Theirs |\r\n`;
  await journey.vault.write('Plans/Pumps.md', theirs);
  await journey.until('the host to know', () => journey.page.evaluate(async () => (await window.app.vault.cachedRead(window.app.vault.getFileByPath('Plans/Pumps.md'))).includes('Theirs')));
  await journey.command('Undo last plan change');
  await journey.notice('has changed since');
  assert.equal(await journey.vault.text('Plans/Pumps.md'), theirs);
});
