import assert from 'node:assert/strict';
import { AxeBuilder } from '@axe-core/playwright';
import { test } from './suite.mjs';
import { TODAY } from './journey.mjs';

const LOG = '## Change Log\n\n| Date | Author | Change |\n|------|--------|--------|\n';
const both = (text) => `\uFEFF${text.replaceAll('\n', '\r\n')}`;
const DONE = '---\ntype: plan\nstatus: Completed # really\n---\n# Done plan\n\n## Verification\n\n- [x] One\n- [ ] Two\n';
const GAP = `---\ntype: plan\nstatus: Approved\n---\n# Gap plan\n\nText.\n\n${LOG}| 2026-01-01 | QA | Status: Draft → In Review |\n`;
const TWO = `---\ntype: plan\nstatus: Draft\n---\n# Two plan\n\n**Status:** In Review\n\nText.\n\n${LOG}| 2026-01-01 | QA | Status: Draft → In Review |\n`;
const WELL = '---\ntype: plan\nstatus: Draft\n---\n# Well plan\n\nText.\n';
const VAULT = { 'Plans/Done.md': both(DONE), 'Plans/Gap.md': both(GAP), 'Plans/Two.md': TWO, 'Plans/Well.md': WELL };

const ROWS = ['The status is “Completed”, but 1 verification item is not ticked', 'The note says “Draft” in one place and “In Review” in another', 'The status is “Approved”, but the change log ends in “In Review”'];
const driftRow = (journey, plan) => journey.page.locator('.plan-rollup-item.is-drift', { hasText: plan });
const click = (journey, plan, name) => driftRow(journey, plan).getByRole('button', { name }).click();
const undo = (journey) => journey.page.locator('.notice').getByRole('button', { name: 'Undo' }).last().click();

test('drift: the lens lists what contradicts itself, the worst first; looking writes nothing', { vault: VAULT }, async (journey) => {
  await journey.command('Check all plans');
  await journey.showsLines(ROWS);
  await journey.counts('3 open of 3');
  const [tab, list] = await Promise.all([journey.page.getByRole('tab', { name: 'Drift' }), journey.page.getByRole('tablist', { name: 'Lenses' })].map((each) => each.boundingBox()));
  assert.ok(tab && list && tab.x >= list.x && tab.x + tab.width <= list.x + list.width + 1, 'the tab is in sight');
  await journey.filter.fill('severity:warning');
  await journey.showsLines([ROWS[2]]);
  await journey.filter.fill('');
  await journey.page.getByLabel('Group by').selectOption('plan');
  await journey.showsLines(['Done plan 1', ROWS[0], 'Gap plan 1', ROWS[2], 'Two plan 1', ROWS[1]]);
  await driftRow(journey, ROWS[2]).click();
  await journey.isOpen('Plans/Gap.md');
  assert.equal((await journey.caret()).line, 12);
  await journey.staysUntouched();
});

test('drift: a missing log row is added by one click and taken back by one, to the byte, CRLF and BOM too', { vault: VAULT }, async (journey) => {
  await journey.lens('Drift');
  await click(journey, 'Gap plan', 'Add log row');
  await journey.fileSays('Plans/Gap.md', both(`${GAP}| ${TODAY} |  | Status: In Review → Approved |\n`));
  await journey.showsLines(ROWS.slice(0, 2));
  await undo(journey);
  await journey.fileSays('Plans/Gap.md', both(GAP));
  await journey.showsLines(ROWS);
  await journey.onlyChanged();
});

test('drift: of two statuses one is chosen by keyboard alone, in an open note, as one undo step', { vault: VAULT }, async (journey) => {
  await journey.openNote('Plans/Two.md');
  await journey.command('Check all plans');
  await journey.tabTo(journey.grid);
  await journey.press('Home', 'ArrowDown', 'm');
  await journey.page.getByRole('menuitem', { name: 'In Review everywhere, as the log says' }).waitFor();
  await journey.staysUntouched(300);
  await journey.press('ArrowDown', 'Enter');
  await journey.fileSays('Plans/Two.md', TWO.replace('status: Draft', 'status: In Review'));
  await journey.showsLines([ROWS[0], ROWS[2]]);
  await undo(journey);
  await journey.fileSays('Plans/Two.md', TWO);
  await journey.onlyChanged();
});

test('drift: a plan that says done with open boxes is moved back by the picker', { vault: VAULT }, async (journey) => {
  await journey.lens('Drift');
  await click(journey, 'Done plan', 'Move back…');
  await journey.choose('In Progress');
  const text = await journey.changedText('Plans/Done.md');
  assert.match(text, /\r\nstatus: In Progress # really\r\n/);
  await journey.showsLines(ROWS.slice(1));
  await undo(journey);
  await journey.fileSays('Plans/Done.md', both(DONE));
});

test('drift: ignoring a kind names it in the plan; it is counted, shown when asked for, and undone', { vault: VAULT }, async (journey) => {
  await journey.lens('Drift');
  await click(journey, 'Done plan', 'Ignore');
  await journey.fileSays('Plans/Done.md', both(DONE.replace('# really\n', '# really\nplan-ignore:\n  - open-items\n')));
  await journey.showsLines(ROWS.slice(1));
  await journey.page.getByRole('button', { name: '1 ignored: show them' }).click();
  await journey.showsLines(ROWS);
  await journey.counts('3 shown of 3');
  assert.equal(await driftRow(journey, 'Done plan').getByRole('button').count(), 0);
  await undo(journey);
  await journey.fileSays('Plans/Done.md', both(DONE));
  await journey.onlyChanged();
});

test('drift: a plan is checked by a command, Enter goes to the line; a well one has no contradictions', { vault: VAULT }, async (journey) => {
  await journey.openNote('Plans/Done.md');
  await journey.page.locator('.plan-rollup-header').getByRole('button', { name: '1 contradiction' }).waitFor();
  await journey.command('Check plan for contradictions');
  await journey.page.locator('.prompt').getByText('Line 10: Two').waitFor();
  await journey.press('Enter');
  await journey.isOpen('Plans/Done.md');
  assert.equal((await journey.caret()).line, 9);
  await journey.openNote('Plans/Well.md');
  await journey.command('Check plan for contradictions');
  await journey.notice('No contradictions.');
  await journey.staysUntouched(0);
});

for (const theme of ['light', 'dark']) {
  test(`drift: lens, list and header have no serious problem of accessibility, in ${theme}`, { vault: VAULT, theme }, async (journey) => {
    await journey.openNote('Plans/Done.md');
    await journey.command('Check all plans');
    await journey.showsLines(ROWS);
    await journey.page.locator('.plan-rollup-header').getByRole('button', { name: '1 contradiction' }).click();
    for (const open of [() => undefined, () => journey.command('Check plan for contradictions')]) {
      await open();
      const { violations } = await new AxeBuilder({ page: journey.page }).include('.plan-rollup-pane').include('.plan-rollup-header').analyze();
      assert.deepEqual(violations.filter(({ impact }) => impact === 'serious' || impact === 'critical').map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`), []);
    }
  });
}

test('drift: on a phone the buttons of a row are large enough for the thumb and stay inside', { vault: VAULT, viewport: { width: 390, height: 844 } }, async (journey) => {
  await journey.command('Check all plans');
  await driftRow(journey, 'Gap plan').waitFor();
  for (const button of await journey.page.locator('.plan-rollup-drift-button').all()) {
    const box = await button.boundingBox();
    const row = await button.locator('xpath=ancestor::div[contains(@class, "plan-rollup-line")]').boundingBox();
    assert.ok(box && row && box.height >= 44 && box.y >= row.y && box.y + box.height <= row.y + row.height + 1 && box.x + box.width <= 390, JSON.stringify({ box, row }));
  }
});
