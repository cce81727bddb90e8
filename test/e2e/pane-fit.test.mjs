// What has to fit: the plan's name in a row of the pane, the table of a block in its note; and a row that stays takes keys.
import assert from 'node:assert/strict';
import { test } from './suite.mjs';

const NAME = 'Implementation Plan: Report PDF service';
const URL = `https://example.org/${'a-very-long-path-without-a-blank/'.repeat(12).replaceAll('-', '')}`;
const PLAN = `---\ntype: plan\nstatus: In Progress\n---\n# ${NAME}\n\n## Risks\n\n| Risk | Likelihood | Impact | Mitigation |\n|---|---|---|---|\n| Fonts | Medium | Medium | measure first, then decide whether the server or the tablet draws the letters of all pages |\n\n## Verification\n\n- [ ] ${URL} answers\n- [ ] Second check\n\n## Open questions\n\n- Who?\n`;
const VAULT = { 'Plan.md': PLAN, 'Board.md': `# Board\n\n\`\`\`plan-rollup\nlens: verification\n\`\`\`\n\n\`\`\`plan-rollup\nlens: verification\ngroup: class\n\`\`\`\n` };

for (const viewport of [{ width: 1280, height: 800 }, { width: 390, height: 844 }]) {
  test(`pane: the name of a risk’s plan can be read, and the selects too, at ${viewport.width} pixels`, { vault: VAULT, viewport }, async (journey) => {
    if (viewport.width < 600) await journey.command('Open the pane');
    await journey.lens('Risks');
    const name = journey.grid.locator('.plan-rollup-plan').first();
    await name.waitFor();
    const { shown, row } = await name.evaluate((el) => ({ shown: el.clientWidth, row: el.parentElement.clientWidth }));
    assert.ok(shown >= row / 2, `${shown} of ${row} pixels`);
    const select = journey.page.getByLabel('Group by');
    assert.ok((await select.evaluate((el) => el.clientWidth)) >= 95);
  });

  test(`pane: a block’s table is no wider than its note, at ${viewport.width} pixels`, { vault: VAULT, viewport }, async (journey) => {
    await journey.openNote('Board.md');
    await journey.press('Control+e');
    const table = journey.page.locator('.plan-rollup-block table');
    await table.nth(1).waitFor();
    const over = await table.evaluateAll((tables) => tables.map((each) => each.offsetWidth - each.closest('.plan-rollup-block').parentElement.clientWidth));
    assert.ok(over.every((more) => more <= 0), String(over));
    assert.equal(await journey.page.locator('.plan-rollup-block th', { hasText: 'Plan' }).count() > 0, true);
  });
}

test('pane: a row that stays struck through takes the key for the status', { vault: VAULT }, async (journey) => {
  await journey.lens('Verification');
  await journey.focusList();
  await journey.press('ArrowDown', 'ArrowDown', 'Space');
  await journey.grid.locator('.is-kept.is-done').waitFor();
  await journey.press('s');
  await journey.page.locator('.prompt [role=option]', { hasText: 'Completed' }).first().waitFor();
});
