import assert from 'node:assert/strict';
import { AxeBuilder } from '@axe-core/playwright';
import { test } from './suite.mjs';

const DATA = '.obsidian/plugins/plan-rollup/data.json';
const PLAN = '---\ntype: plan\nstatus: In Progress\n---\n# Pumps plan\n';
/** Somebody's vault: the settings are kept in it. */
const VAULT = { 'Plans/Pumps.md': PLAN, '.obsidian/app.json': '{}' };
const PHONE = { width: 390, height: 844 };

/** The dialog in front. */
const front = (journey) => journey.page.getByRole('dialog').last();
const control = (journey, name) => front(journey).locator(`[aria-label="${name}"]`);

async function openSettings(journey) {
  await journey.press('Control+,');
  await journey.page.getByRole('dialog').getByText('Plan Rollup', { exact: true }).first().click();
}

/** Presses Tab until the control has the focus: a person without a mouse. */
async function reach(journey, name) {
  const isThere = () => journey.page.evaluate((label) => document.activeElement?.getAttribute('aria-label') === label || document.activeElement?.textContent === label, name);
  await journey.until(`${name} focused`, async () => {
    if (await isThere()) return true;
    await journey.press('Tab');
    return false;
  });
}

async function stored(journey, isThere) {
  return journey.until(DATA, async () => {
    const text = await journey.vault.text(DATA);
    if (text === null) return null;
    const data = JSON.parse(text);
    return isThere(data) ? data : null;
  });
}

test('settings: a status is added by the keyboard alone, a gate is set, data.json has both, and plans know it', { vault: { ...VAULT, 'Plans/Held.md': '---\ntype: plan\nstatus: blocked\n---\n# Held plan\n' }, keepsDataInVault: true }, async (journey) => {
  await journey.press('Control+,');
  await reach(journey, 'Plan Rollup');
  await journey.press('Enter');
  await reach(journey, 'Edit Plans');
  await journey.press('Enter');
  await reach(journey, 'Add status');
  await journey.press('Enter');
  await journey.type('Blocked');
  await journey.press('Tab');
  await journey.type('After In P');
  await reach(journey, 'Color');
  await journey.type('Or');
  await journey.press('Control+Enter');
  await reach(journey, 'Edit Blocked');
  // Two places up and down again, the focus staying on it.
  await journey.press('Alt+ArrowUp', 'Alt+ArrowDown');
  const inOrder = 'Draft, In Review, Approved, In Progress, Blocked, Completed, Superseded, Cancelled';
  const { workflows } = await stored(journey, (data) => data.workflows?.[0].statuses.map(({ name }) => name).join(', ') === inOrder);
  assert.deepEqual(workflows[0].statuses[4], { id: 'blocked', name: 'Blocked', aliases: [], group: 'doing', next: ['completed'], color: 'orange' });
  await journey.until('the gates in focus', async () => {
    await journey.press('Tab');
    return journey.page.evaluate(() => document.activeElement?.textContent?.startsWith('Gates'));
  });
  await journey.press('Enter');
  await reach(journey, 'Questions, Blocked');
  await journey.type('Wa');
  const changed = await stored(journey, (data) => data.workflows?.[0].gates.some(({ to }) => to === 'blocked'));
  assert.deepEqual(changed.workflows[0].gates.at(-1), { from: '*', to: 'blocked', levels: { questions: 'warn' } });
  await journey.press('Escape');
  await journey.until('the row in focus again', () => journey.page.evaluate(() => document.activeElement?.getAttribute('aria-label') === 'Edit Plans'));
  await journey.press('Escape');
  await journey.onlyChanged(DATA);
  await journey.openNote('Plans/Held.md');
  await journey.command('Set plan status…');
  const picker = journey.page.getByRole('dialog', { name: 'Status is blocked. Move to' });
  await picker.getByRole('option').first().waitFor();
  assert.deepEqual((await picker.getByRole('option').allInnerTexts()).map((name) => name.replace(/\s+/g, ' ').trim()).slice(0, 1), ['Completed Next']);
});

test('settings: what won’t do is said at its field, and nothing is written', { vault: VAULT, keepsDataInVault: true }, async (journey) => {
  await openSettings(journey);
  await journey.page.getByRole('button', { name: 'Edit Plans' }).click();
  await journey.page.getByRole('button', { name: 'Add status' }).click();
  await control(journey, 'Name').fill('Done, really');
  await journey.press('Enter');
  await front(journey).getByText('In a note this would not be read as one status.').waitFor();
  assert.ok(await journey.hasFocus(control(journey, 'Name')));
  await control(journey, 'Name').fill('In-Review');
  await journey.press('Enter');
  await front(journey).getByText('There is a status “In Review” already.').waitFor();
  await journey.press('Escape', 'Escape', 'Escape');
  await journey.staysUntouched();
});

test('settings: a renamed status still means what notes say, and no note is changed', { vault: VAULT, keepsDataInVault: true }, async (journey) => {
  await openSettings(journey);
  await journey.page.getByRole('button', { name: 'Edit Plans' }).click();
  await journey.page.getByRole('button', { name: 'Edit In Progress' }).click();
  await control(journey, 'Name').fill('Building');
  await front(journey).getByText('Notes that say “In Progress” are not changed').waitFor();
  await front(journey).getByRole('button', { name: 'Save', exact: true }).click();
  await stored(journey, (data) => data.workflows?.[0].statuses[3].aliases[0] === 'In Progress');
  await journey.press('Escape', 'Escape');
  await journey.onlyChanged(DATA);
  await journey.openNote('Plans/Pumps.md');
  await journey.command('Set plan status…');
  const options = journey.page.locator('.prompt').getByRole('option');
  await options.first().waitFor();
  assert.match((await options.last().innerText()).replace(/\s+/g, ' '), /^Building Current status/);
});

for (const theme of ['light', 'dark'])
  test(`settings: a workflow's dialogs fit a phone in ${theme}, with targets large enough for a thumb and no serious problem for a screen reader`, { vault: VAULT, keepsDataInVault: true, theme, viewport: PHONE }, async (journey) => {
    const check = async (name) => {
      const part = front(journey);
      for (const target of await part.locator('button:visible, select:visible, input[type=text]:visible, textarea:visible, summary:visible, label:visible').all()) {
        const box = await target.boundingBox();
        assert.ok(box && box.height >= 44 && box.x >= 0 && box.x + box.width <= 390, `${name}: ${await target.evaluate((element) => element.outerHTML)} ${JSON.stringify(box)}`);
      }
      const isWide = await part.evaluate((element) => [element, ...element.querySelectorAll('*')].filter((each) => each.scrollWidth > each.clientWidth + 1 && window.getComputedStyle(each).display !== 'inline' && !each.matches('input, select, option, textarea, svg, svg *')).map((each) => each.outerHTML.slice(0, 200)));
      assert.deepEqual(isWide, [], `${name} scrolls sideways`);
      const { violations } = await new AxeBuilder({ page: journey.page }).setLegacyMode(true).include('.plan-rollup-settings').analyze();
      assert.deepEqual(violations.filter(({ impact }) => impact === 'serious' || impact === 'critical').map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`), [], name);
    };
    await openSettings(journey);
    await journey.page.getByRole('button', { name: 'Edit Plans' }).click();
    await control(journey, 'Name').waitFor();
    await front(journey).locator('summary').first().click();
    await front(journey).locator('summary').last().click();
    await check('the workflow');
    await journey.page.getByRole('button', { name: 'Add status' }).click();
    await control(journey, 'Place').waitFor();
    await journey.press('Enter');
    await check('a new status');
    await journey.press('Escape');
    await journey.page.getByRole('button', { name: 'Add toggle' }).click();
    await control(journey, 'Moves to').waitFor();
    await check('a new toggle');
    await journey.press('Escape', 'Escape', 'Escape');
    await journey.staysUntouched(0);
  });
