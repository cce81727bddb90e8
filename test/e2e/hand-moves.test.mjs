import assert from 'node:assert/strict';
import { test } from './suite.mjs';
import { TODAY } from './journey.mjs';

const PLAN = '---\ntype: plan\nstatus: Draft\nblocked: false\n---\n# Pumps plan\n\nText.\n\n## Change Log\n\n| Date | Author | Change |\n|------|--------|--------|\n| 2025-12-01 | Ops | First |\n';
const row = (change) => `| ${TODAY} |  | ${change} |\n`;
const both = (text) => `\uFEFF${text.replaceAll('\n', '\r\n')}`;

/** Longer than a status has to stand before anything is said. */
const LONG = 2600;

/** Writes over the value on a line of the open note's properties, key by key. */
async function overwrite(journey, line, key, value) {
  await journey.moveCaret(line, key.length + 2);
  await journey.press('Shift+End');
  await journey.type(value);
}

for (const [what, form] of [['', (text) => text], [', CRLF and BOM', both]]) {
  test(`by hand: a status typed in the note is noticed, one click adds the row, one click takes it back${what}`, { vault: { 'Pumps.md': form(PLAN) } }, async (journey) => {
    const typed = form(PLAN.replace('status: Draft', 'status: In Progress'));
    await journey.openNote('Pumps.md');
    await overwrite(journey, 2, 'status', 'In Progress');
    await journey.notice('the change log has no row for “Status: Draft → In Progress”');
    await journey.fileSays('Pumps.md', typed);
    await journey.page.getByRole('button', { name: 'Add log row' }).click();
    await journey.fileSays('Pumps.md', form(`${PLAN.replace('status: Draft', 'status: In Progress')}${row('Status: Draft → In Progress')}`));
    await journey.page.getByRole('button', { name: 'Undo' }).click();
    await journey.fileSays('Pumps.md', typed);
    await journey.keeps(async () => assert.equal(await journey.page.getByRole('button', { name: 'Add log row' }).count(), 0), LONG);
  });
}

test('by hand: a flag that is ticked becomes a row; typed and taken back, nothing is said', { vault: { 'Pumps.md': PLAN } }, async (journey) => {
  await journey.openNote('Pumps.md');
  await overwrite(journey, 3, 'blocked', 'true');
  await journey.notice('“Pumps plan”: Blocked was ticked.');
  await journey.page.getByRole('button', { name: 'Add log row' }).click();
  await journey.fileSays('Pumps.md', `${PLAN.replace('blocked: false', 'blocked: true')}${row('Blocked')}`);
  await overwrite(journey, 2, 'status', 'Approved');
  await journey.until('the save', async () => (await journey.vault.text('Pumps.md')).includes('Approved'));
  await overwrite(journey, 2, 'status', 'Draft');
  await journey.keeps(async () => assert.equal(await journey.page.getByText('Status: Draft → Approved').count(), 0), LONG);
});

test('by hand: a status that another program writes, into an open note or a closed one, is neither asked about nor logged', { vault: { 'Pumps.md': PLAN, 'Closed.md': PLAN, 'Other.md': 'Other\n' } }, async (journey) => {
  await journey.openNote('Pumps.md');
  await journey.page.evaluate(() => window.app.workspace.getLeaf('tab').openFile(window.app.vault.getFileByPath('Other.md'), { active: true }));
  await journey.isOpen('Other.md');
  await journey.type('Busy here. ');
  const theirs = PLAN.replace('status: Draft', 'status: Completed');
  for (const path of ['Pumps.md', 'Closed.md']) await journey.vault.write(path, theirs);
  await journey.keeps(async () => {
    for (const path of ['Pumps.md', 'Closed.md']) assert.equal(await journey.vault.text(path), theirs);
    assert.equal(await journey.page.locator('.notice').count(), 0);
  }, LONG);
});
