// Plans edited in the pane: ticks and cells, with their undo; new rows; the padlock; menus and keys.
import assert from 'node:assert/strict';
import { test } from './suite.mjs';

const PLAN = '---\ntype: plan\nstatus: In Progress\n---\n# Pumps\n\n## Verification\n\n- [ ] First check\n- [ ] Second check\n';
const GAPS = '# Gaps\n\n| Task | Priority | Effort | Impact | When |\n| --- | --- | --- | --- | --- |\n| Backups | Low | S | Low |  |\n| Login | Critical | 4h | High | now |\n\nEnd\n';
const VAULT = { 'Pumps.md': PLAN, 'Gaps.md': GAPS };
const PHONE = { width: 390, height: 800 };

const undoButton = (journey, text) => journey.page.getByRole('button', { name: `Undo: ${text}`, exact: true });
const padlock = (journey) => journey.page.getByRole('button', { name: /^Read-only/ });
const cellField = (journey) => journey.page.locator('.plan-rollup-cell-edit input');

test('pane: a ticked row stays with Undo, which restores the bytes; else it goes after five seconds', { vault: VAULT }, async (journey) => {
  await journey.lens('Verification');
  await journey.tick('First check');
  await journey.fileSays('Pumps.md', PLAN.replace('[ ] First', '[x] First'));
  const row = journey.row('First check');
  await journey.until('the row struck through', async () => (await row.locator('.plan-rollup-item-text').evaluate((el) => window.getComputedStyle(el).textDecorationLine)) === 'line-through');
  await undoButton(journey, 'First check').click();
  await journey.fileSays('Pumps.md', PLAN);
  await journey.tick('First check');
  await undoButton(journey, 'First check').waitFor();
  await row.waitFor({ state: 'detached' });
  await journey.fileSays('Pumps.md', PLAN.replace('[ ] First', '[x] First'));
  await journey.onlyChanged('Pumps.md');
});

test('pane: undo is refused where the note has changed since', { vault: VAULT }, async (journey) => {
  await journey.lens('Verification');
  await journey.tick('First check');
  await undoButton(journey, 'First check').waitFor();
  const changed = `${PLAN.replace('[ ] First', '[x] First')}\nMore\n`;
  await journey.vault.write('Pumps.md', changed);
  await undoButton(journey, 'First check').click();
  await journey.notice('has changed since');
  await journey.keepsSaying('Pumps.md', changed);
});

const TABLES = {
  'escaped pipes': ['| Task | Priority | Effort |\n|---|---|---|\n| Log \\| in | Critical \\| now | 4h |\n', 'Log | in'],
  'wikilinks': ['| Task | Effort | Priority |\n|---|---|---|\n| [[Pumps\\|Login]] | 4h | Critical |\n', 'Login'],
  'wide characters, padded': ['| 任务 | Priority | Effort |\n|------|----------|--------|\n| 登录 | Critical | 4h     |\n', '登录'],
  'a callout with a ragged row': ['> [!todo] Gaps\n> | Task | Priority | Effort |\n> |---|---|---|\n> | Other | Low |\n> | Login | Critical | 4h |\n', 'Login'],
  'no outer pipes, CRLF': ['Task | Priority | Effort\r\n--- | --- | ---\r\nLogin | Critical | 4h\r\n', 'Login'],
};

for (const [what, [table, title]] of Object.entries(TABLES)) {
  test(`pane: a cell changes, and nothing else: ${what}`, { vault: { 'Gaps.md': `# Gaps\n\n${table}\nEnd  ` } }, async (journey) => {
    await journey.lens('Priorities');
    const before = await journey.vault.text('Gaps.md');
    await journey.row(title).getByText('4h').dblclick();
    await cellField(journey).fill('8h');
    await journey.press('Enter');
    await journey.fileSays('Gaps.md', before.replace('4h', '8h'));
    await journey.row(title).getByText('8h').waitFor();
  });
}

test('pane: cells by keyboard: arrows, F2, a value from the list, Tab, Escape', { vault: VAULT }, async (journey) => {
  await journey.lens('Priorities');
  await journey.focusList();
  await journey.press('Home', 'F2', 'ArrowDown', 'Enter', 'Tab');
  await journey.until('the next cell', async () => (await cellField(journey).inputValue()) === '4h');
  await journey.type('8h');
  await journey.press('Tab');
  await journey.until('the next cell', async () => (await cellField(journey).inputValue()) === 'High');
  await journey.type('thrown away');
  await journey.press('Escape', 'Escape');
  const after = await journey.changedText('Gaps.md');
  assert.equal(after, GAPS.replace('Critical | 4h', 'Low | 8h'));
  assert.equal(await journey.hasFocus(journey.grid), true);
});

test('pane: a cell of a line that changed meanwhile is refused, with a button that opens the note', { vault: VAULT }, async (journey) => {
  await journey.lens('Priorities');
  await journey.row('Login').getByText('4h').dblclick();
  const changed = GAPS.replace('Critical | 4h', 'Critical | 6h');
  await journey.vault.write('Gaps.md', changed);
  await journey.row('Login').waitFor();
  await cellField(journey).fill('8h');
  await journey.press('Enter');
  await journey.notice('| Login | Critical | 4h');
  await journey.page.getByRole('button', { name: 'Open note' }).click();
  await journey.isOpen('Gaps.md');
  await journey.keepsSaying('Gaps.md', changed);
});

test('pane: a new row by the menu', { vault: VAULT }, async (journey) => {
  await journey.lens('Priorities');
  await journey.row('Backups').click({ button: 'right' });
  await journey.page.getByRole('menuitem', { name: 'Add row…' }).or(journey.page.locator('.menu-item', { hasText: 'Add row…' })).first().click();
  const dialog = journey.page.getByRole('dialog');
  await dialog.getByLabel('Task').fill('Logs');
  await dialog.getByLabel('Priority').fill('High');
  await journey.press('Enter');
  await journey.row('Logs').waitFor();
  await journey.fileSays('Gaps.md', GAPS.replace('| now |\n', '| now |\n| Logs | High |  |  |  |\n'));
});

test('pane: on a phone it is read-only until the padlock is opened, and it stays open', { vault: VAULT, viewport: PHONE }, async (journey) => {
  await journey.command('Open the pane');
  await journey.lens('Verification');
  assert.equal(await padlock(journey).getAttribute('aria-pressed'), 'true');
  await journey.page.getByRole('checkbox', { name: 'Tick: First check' }).click({ force: true });
  await journey.notice('read-only');
  await journey.staysUntouched();
  const { height } = await journey.row('First check').boundingBox();
  assert.ok(height >= 44);
  await padlock(journey).click();
  await journey.tick('First check');
  await journey.fileSays('Pumps.md', PLAN.replace('[ ] First', '[x] First'));
});

test('pane: / goes to the filter, ? lists the keys, and a plan’s heading stays in sight', { vault: { ...VAULT, 'Long.md': `# Long\n\n## Verification\n\n${Array.from({ length: 60 }, (_none, at) => `- [ ] Check ${at}\n`).join('')}` } }, async (journey) => {
  await journey.lens('Verification');
  await journey.focusList();
  await journey.press('?');
  await journey.page.getByRole('dialog').getByText('F2').waitFor();
  await journey.press('Escape', 'End', 'ArrowUp');
  await journey.press('Home', 'PageDown', 'PageDown');
  await journey.page.locator('.plan-rollup-sticky').getByText('Long').waitFor();
  await journey.press('/');
  assert.equal(await journey.hasFocus(journey.filter), true);
});

test('pane: several items ticked together after a look, and taken back by one undo', { vault: { ...VAULT, 'Other.md': PLAN.replace('Pumps', 'Other') } }, async (journey) => {
  await journey.lens('Verification');
  await journey.focusList();
  await journey.press('Control+a');
  await journey.page.getByRole('button', { name: 'Tick 4 items…' }).click();
  const dialog = journey.page.getByRole('dialog');
  await dialog.getByText('Second check').first().waitFor();
  await dialog.getByRole('button', { name: 'Tick 4 items' }).click();
  await dialog.waitFor({ state: 'hidden' });
  await journey.fileSays('Pumps.md', PLAN.replaceAll('[ ]', '[x]'));
  await journey.fileSays('Other.md', PLAN.replace('Pumps', 'Other').replaceAll('[ ]', '[x]'));
  await journey.page.locator('.notice').getByRole('button', { name: 'Undo' }).click();
  await journey.fileSays('Pumps.md', PLAN);
  await journey.fileSays('Other.md', PLAN.replace('Pumps', 'Other'));
});
