// The pane in a tab, where it is wide: a table whose columns are dragged, sorted by their headers, and edited where they stand.
import assert from 'node:assert/strict';
import { AxeBuilder } from '@axe-core/playwright';
import { test } from './suite.mjs';

const GAPS = '---\ntype: plan\nstatus: Draft\n---\n# Gaps\n\n| Task | Priority | Effort | Impact | When |\n| --- | --- | --- | --- | --- |\n| Backups | Low | S | Low |  |\n| Login | Critical | 4h | High | now |\n\n## Verification\n\n- [ ] First check\n- [ ] Second check\n';
const MANY = `# Many\n\n## Verification\n\n${Array.from({ length: 200 }, (_none, at) => `- [ ] Check ${at}`).join('\n')}\n`;
const VAULT = { 'Gaps.md': GAPS };
const LENSES = ['Plans', 'Priorities', 'Verification', 'Questions', 'Risks', 'Requirements', 'Drift', 'Activity'];
const VIEWPORT = { width: 1400, height: 800 };

const pane = (journey) => journey.page.locator('.mod-root .plan-rollup-pane');
const handle = (journey, name) => pane(journey).getByRole('separator', { name: `Width of ${name}`, exact: true });
const header = (journey, name) => pane(journey).getByRole('columnheader', { name, exact: true });
const rows = (journey) => pane(journey).locator('.plan-rollup-item .plan-rollup-item-title, .plan-rollup-item .plan-rollup-item-text').allTextContents();

async function openTab(journey, lens) {
  await journey.page.evaluate(() => window.app.workspace.rightSplit.collapse());
  await journey.command('Open rollup in a tab');
  await pane(journey).getByRole('tab', { name: lens }).click();
  await header(journey, 'Plan').or(pane(journey).getByRole('columnheader')).first().waitFor();
}

async function middle(locator) {
  const { x, y, width, height } = await locator.boundingBox();
  return { x: x + width / 2, y: y + height / 2 };
}

/** Drags the border; answers where it was, in the middle of the way and at the end. */
async function drag(journey, name, by) {
  const { mouse } = journey.page;
  const { x, y } = await middle(handle(journey, name));
  await mouse.move(x, y);
  await mouse.down();
  await mouse.move(x + by / 2, y, { steps: 3 });
  const half = (await middle(handle(journey, name))).x - x;
  await mouse.move(x + by, y, { steps: 3 });
  await mouse.up();
  return [half, (await middle(handle(journey, name))).x - x].map(Math.round);
}

const widthOf = async (journey, name) => Math.round((await header(journey, name).boundingBox()).width);

for (const direction of ['ltr', 'rtl']) {
  test(`wide pane: a border stays under the pointer that drags it, and the width is kept, ${direction}`, { vault: VAULT, viewport: VIEWPORT }, async (journey) => {
    await journey.page.evaluate((dir) => { document.documentElement.dir = dir; }, direction);
    await openTab(journey, 'Priorities');
    const wider = direction === 'ltr' ? 1 : -1;
    assert.deepEqual(await drag(journey, 'Effort', -60 * wider), [-30 * wider, -60 * wider]);
    assert.deepEqual(await drag(journey, 'Priority', 40 * wider), [20 * wider, 40 * wider]);
    assert.deepEqual([await widthOf(journey, 'Effort'), await widthOf(journey, 'Priority')], [150, 165]);
    const edges = await pane(journey).locator('.plan-rollup-item').first().getByRole('gridcell').evaluateAll((cells) => cells.map((cell) => Math.round(cell.getBoundingClientRect().left)));
    const heads = await pane(journey).getByRole('columnheader').evaluateAll((cells) => cells.map((cell) => Math.round(cell.getBoundingClientRect().left)));
    assert.deepEqual(edges, heads);
    await pane(journey).getByRole('tab', { name: 'Risks' }).click();
    await pane(journey).getByRole('tab', { name: 'Priorities' }).click();
    await journey.page.reload();
    await journey.isReady();
    await header(journey, 'Effort').waitFor();
    assert.deepEqual([await widthOf(journey, 'Effort'), await widthOf(journey, 'Priority')], [150, 165]);
    await handle(journey, 'Effort').dblclick();
    await journey.until('its own width', async () => (await widthOf(journey, 'Effort')) === 90);
    await journey.onlyChanged();
  });
}

test('wide pane: a click on a header sorts, the next one turns it round, Shift adds a key', { vault: VAULT, viewport: VIEWPORT }, async (journey) => {
  await openTab(journey, 'Priorities');
  assert.deepEqual(await rows(journey), ['Login', 'Backups']);
  await header(journey, 'Task').click();
  await journey.until('sorted by text', async () => (await rows(journey)).join() === 'Backups,Login');
  assert.equal(await header(journey, 'Task').getAttribute('aria-sort'), 'ascending');
  await journey.press('Enter');
  await journey.until('turned round', async () => (await rows(journey)).join() === 'Login,Backups');
  assert.equal(await header(journey, 'Task').getAttribute('aria-sort'), 'descending');
  await header(journey, 'Effort').click({ modifiers: ['Shift'] });
  await journey.until('a second key', async () => (await header(journey, 'Effort').getAttribute('aria-sort')) === 'ascending');
  assert.equal(await header(journey, 'Task').getAttribute('aria-sort'), 'descending');
  await handle(journey, 'Effort').click();
  assert.equal(await header(journey, 'Effort').getAttribute('aria-sort'), 'ascending');
});

test('wide pane: a tick and a cell change exactly their own bytes; a row opens beside the pane', { vault: VAULT, viewport: VIEWPORT }, async (journey) => {
  await openTab(journey, 'Verification');
  await pane(journey).getByRole('checkbox', { name: 'Tick: First check' }).click();
  const ticked = GAPS.replace('[ ] First', '[x] First');
  await journey.fileSays('Gaps.md', ticked);
  await pane(journey).getByRole('button', { name: 'Undo: First check' }).click();
  await journey.fileSays('Gaps.md', GAPS);
  await pane(journey).getByRole('tab', { name: 'Priorities' }).click();
  await pane(journey).getByTitle('4h', { exact: true }).dblclick();
  const field = pane(journey).locator('.plan-rollup-cell-edit input');
  await field.fill('6h');
  await journey.press('Enter');
  await journey.fileSays('Gaps.md', GAPS.replace('4h', '6h'));
  await pane(journey).getByRole('treegrid').focus();
  await journey.press('Home', 'ArrowDown', 'ArrowRight', 'ArrowRight', 'ArrowRight', 'ArrowRight', 'F2');
  await field.fill('later');
  await journey.press('Enter');
  await journey.fileSays('Gaps.md', GAPS.replace('4h', '6h').replace('| Low |  |', '| Low | later |'));
  await pane(journey).locator('.plan-rollup-item', { hasText: 'Login' }).locator('.plan-rollup-item-title').click();
  await journey.isOpen('Gaps.md');
  assert.equal(await journey.page.evaluate(() => window.app.workspace.getLeavesOfType('plan-rollup').length), 2);
  await journey.onlyChanged('Gaps.md');
});

test('wide pane: becoming narrow and wide again, the current line stays in sight and current', { vault: { 'Many.md': MANY }, viewport: VIEWPORT }, async (journey) => {
  const { page } = journey;
  await openTab(journey, 'Verification');
  const list = pane(journey).getByRole('treegrid');
  await list.focus();
  for (let step = 0; step < 4; step++) await journey.press('PageDown');
  const current = pane(journey).locator('.is-current .plan-rollup-item-text');
  const text = await current.textContent();
  const isInSight = async () => {
    const [{ y, height }, frame] = [await current.boundingBox(), await list.boundingBox()];
    const head = await pane(journey).locator('.plan-rollup-columns').count() > 0 ? 32 : 0;
    assert.equal(await current.textContent(), text);
    assert.ok(y >= frame.y + head && y + height <= frame.y + frame.height, `${text} at ${y} in ${frame.y}, ${frame.height}`);
  };
  await isInSight();
  for (const [width, headers] of [[700, 0], [1400, 1]]) {
    await page.setViewportSize({ width, height: 800 });
    await journey.until('the other look', async () => (await pane(journey).locator('.plan-rollup-columns').count()) === headers);
    await isInSight();
  }
  await list.evaluate((el) => { el.scrollTop = 2000; });
  const head = await pane(journey).locator('.plan-rollup-columns').boundingBox();
  assert.ok(Math.abs(head.y - (await list.boundingBox()).y) <= 1, 'the header stays in sight');
});

for (const theme of ['light', 'dark']) {
  test(`wide pane: every lens without a serious problem of accessibility, in ${theme}; no row is higher than a line`, { vault: 'demo', theme, viewport: VIEWPORT }, async (journey) => {
    await openTab(journey, 'Plans');
    for (const lens of LENSES) {
      await pane(journey).getByRole('tab', { name: lens }).click();
      await pane(journey).locator('.plan-rollup-item.is-table').first().waitFor();
      const { violations } = await new AxeBuilder({ page: journey.page }).setLegacyMode(true).include('.mod-root .plan-rollup').analyze();
      const bad = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
      assert.deepEqual(bad.map(({ id, nodes }) => ({ id, nodes: nodes.slice(0, 3).map(({ html, failureSummary }) => `${html}\n${failureSummary}`) })), [], lens);
      const over = await pane(journey).locator('.plan-rollup-table-cell').evaluateAll((cells) => cells.filter((cell) => cell.scrollHeight > 32).map((cell) => cell.textContent));
      assert.deepEqual(over, [], lens);
    }
    await journey.staysUntouched(0);
  });
}
