// The plan board of a base: columns in the order of the workflow, cards that move plans past their gates.
import assert from 'node:assert/strict';
import { test } from './suite.mjs';

const plan = (title, status, check = '[x]') => `---\ntype: plan\nstatus: ${status}\nowner: Ann\n---\n# ${title}\n\n**Status:** ${status}\n\n## Verification\n\n- ${check} turns\n\n## Change Log\n\n| Date | Change |\n|---|---|\n`;
const VAULT = {
  'Board.base': 'views:\n  - type: plan-board\n    name: Board\n',
  'Other.md': 'no plan\n',
  'Plans/Pumps.md': plan('Pumps', 'Draft'),
  'Plans/Valves.md': plan('Valves', 'In Progress', '[ ]'),
  'Plans/Seals.md': plan('Seals', 'paused'),
};

const columns = (journey) => journey.page.locator('.plan-rollup-board-column').evaluateAll((all) => all.map((column) => column.getAttribute('aria-label')));
const card = (journey, title) => journey.page.locator('.plan-rollup-card', { hasText: title });
const column = (journey, name) => journey.page.locator(`.plan-rollup-board-column[aria-label^="${name}"]`);

async function openBoard(journey) {
  await journey.page.getByRole('treeitem', { name: 'Board' }).click();
  await card(journey, 'Pumps').waitFor();
}

test('board: columns of the workflow, words it does not know behind them, and how many notes are no plans', { vault: VAULT }, async (journey) => {
  await openBoard(journey);
  assert.deepEqual(await columns(journey), ['Draft: 1', 'In Review: 0', 'Approved: 0', 'In Progress: 1', 'Completed: 0', 'paused: 1']);
  await journey.page.getByText('3 plans, 1 other notes are not shown').waitFor();
  assert.match(await card(journey, 'Valves').innerText(), /Valves\s+0\/1\s+turns\s+Ann/);
  await journey.staysUntouched();
});

test('board: a card that is dragged moves its plan, with its row; one undo takes it back', { vault: VAULT }, async (journey) => {
  await openBoard(journey);
  await card(journey, 'Pumps').dragTo(column(journey, 'In Review'));
  const text = await journey.changedText('Plans/Pumps.md');
  assert.match(text, /\nstatus: In Review\n/);
  assert.match(text, /\*\*Status:\*\* In Review\n/);
  assert.match(text, /\| Status: Draft → In Review \|\n$/);
  await column(journey, 'In Review: 1').getByText('Pumps').waitFor();
  await journey.page.locator('.notice').getByRole('button', { name: 'Undo' }).click();
  await journey.fileSays('Plans/Pumps.md', VAULT['Plans/Pumps.md']);
  await column(journey, 'Draft: 1').waitFor();
});

test('board: a gate that blocks asks, and the card stays when the answer is no; a word is no target', { vault: VAULT, viewport: { width: 2200, height: 800 } }, async (journey) => {
  await openBoard(journey);
  await card(journey, 'Valves').dragTo(column(journey, 'Completed'));
  const dialog = journey.page.getByRole('dialog');
  await dialog.getByText('turns').first().waitFor();
  await journey.press('Escape');
  await column(journey, 'In Progress: 1').getByText('Valves').waitFor();
  await card(journey, 'Valves').dragTo(column(journey, 'paused'));
  await journey.staysUntouched();
});

test('board: a card whose note was changed while it was dragged stays, with the reason', { vault: VAULT }, async (journey) => {
  const { page, vault } = journey;
  await openBoard(journey);
  await card(journey, 'Pumps').hover();
  await page.mouse.down();
  const { x, y } = await column(journey, 'In Review').boundingBox();
  await page.mouse.move(x + 20, y + 60, { steps: 4 });
  const changed = VAULT['Plans/Pumps.md'].replaceAll('Draft', 'Approved');
  await vault.write('Plans/Pumps.md', changed);
  await column(journey, 'Approved: 1').waitFor();
  await page.mouse.move(x + 24, y + 64, { steps: 4 });
  await page.mouse.up();
  await page.locator('.notice', { hasText: 'was “Draft” and is “Approved” now' }).waitFor();
  assert.equal(await vault.text('Plans/Pumps.md'), changed);
});

test('board: by keyboard, to the column beside and to any other', { vault: VAULT }, async (journey) => {
  await openBoard(journey);
  await card(journey, 'Pumps').getByRole('button', { name: 'Pumps', exact: true }).focus();
  await journey.press('Control+ArrowRight');
  await column(journey, 'In Review: 1').waitFor();
  await journey.until('the focus to go along', () => journey.hasFocus(card(journey, 'Pumps').getByRole('button', { name: 'Pumps', exact: true })));
  await card(journey, 'Pumps').getByRole('button', { name: 'Set the status of Pumps' }).focus();
  await journey.press('s');
  await journey.page.locator('.prompt [role=option]', { hasText: 'Approved' }).first().waitFor();
  await journey.press('Escape');
  await card(journey, 'Pumps').getByRole('button', { name: 'Pumps', exact: true }).click();
  await journey.isOpen('Plans/Pumps.md');
});
