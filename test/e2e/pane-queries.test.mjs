// The search box, the filter builder, saved views, and pictures, with mouse and keyboard.
import assert from 'node:assert/strict';
import { test } from './suite.mjs';

const plan = (title, status, rows = '') => `---\ntype: plan\nstatus: ${status}\n---\n# ${title}\n\n## Priorities\n\n| Item | Priority | Effort |\n|---|---|---|\n${rows}\n## Verification\n\n- [x] ${title} builds\n- [ ] ${title} runs\n\n## Change Log\n\n| Date | Change |\n|---|---|\n| 2026-01-05 | Status: Draft → In Review |\n| 2026-02-01 | Status: In Review → Completed |\n`;
const VAULT = {
  'Plans/Pumps.md': plan('Pumps plan', 'In Progress', '| seal | P1 | 2h |\n| motor | P0 | 3 days |\n'),
  'Plans/Valves.md': plan('Valves plan', 'Draft', '| spring | P2 | 1h |\n'),
};
const VIEWS = 'Plan views.md';
const NEW_VIEWS = '---\nplan: false\n---\n# Plan views\n\nEach heading with a code block below is a view of the rollup pane. Edit, reorder or delete them as you like.\n';
const MINE = `${NEW_VIEWS}\n## Pump work\n\n\`\`\`plan-rollup\nlens: priorities\nquery: status:"In Progress"\ngroup: plan\n\`\`\`\n`;

test('query: keys and the vault’s values are completed by keyboard, and Enter alone takes nothing', { vault: VAULT }, async (journey) => {
  await journey.counts('3 open of 3');
  await journey.filter.click();
  await journey.type('sta');
  const options = journey.page.getByRole('listbox', { name: 'Completions' }).getByRole('option');
  await options.first().waitFor();
  await journey.press('Enter');
  assert.equal(await journey.filter.inputValue(), 'sta');
  await journey.press('ArrowDown', 'Enter');
  assert.equal(await journey.filter.inputValue(), 'status:');
  await options.getByText('status:"In Progress"').waitFor();
  await journey.type('in');
  await journey.press('ArrowDown', 'Tab');
  assert.equal(await journey.filter.inputValue(), 'status:"In Progress" ');
  await journey.counts('2 shown of 3');
  await journey.type('pri');
  await options.first().waitFor();
  await journey.press('Escape');
  await options.first().waitFor({ state: 'hidden' });
  assert.equal(await journey.filter.inputValue(), 'status:"In Progress" pri');
  await journey.staysUntouched();
});

test('query: a mistake is named, and its word is selected by a click', { vault: VAULT }, async (journey) => {
  await journey.filter.fill('seal nokey:x (spring');
  const alert = journey.page.locator('.plan-rollup-filter [role=alert]');
  await alert.getByText('There is no “nokey:”').waitFor();
  await alert.getByText('This bracket is never closed').waitFor();
  await alert.getByRole('button', { name: 'Select “nokey:x” in the filter' }).click();
  assert.deepEqual(await journey.filter.evaluate((box) => box.value.slice(box.selectionStart, box.selectionEnd)), 'nokey:x');
});

test('query: the builder writes the same filter, and reads what is typed', { vault: VAULT }, async (journey) => {
  const { page } = journey;
  await page.getByRole('button', { name: 'Build the filter' }).click();
  await page.getByLabel('Condition 1: property').selectOption('priority');
  await page.getByLabel('Condition 1: operator').selectOption('>=');
  await page.getByLabel('Condition 1: value').fill('P1');
  await journey.counts('2 shown of 3');
  assert.equal(await journey.filter.inputValue(), 'priority:>=P1');
  await page.getByRole('button', { name: 'Add a condition' }).click();
  await page.getByLabel('Condition 2: value').fill('Draft');
  await page.getByLabel('How the conditions count').selectOption('any');
  await journey.counts('3 shown of 3');
  assert.equal(await journey.filter.inputValue(), 'priority:>=P1 OR status:Draft');
  await page.getByLabel('How the conditions count').selectOption('none');
  await journey.counts('0 shown of 3');
  await page.getByRole('button', { name: 'Remove condition 2' }).click();
  await journey.counts('1 shown of 3');
  await journey.filter.fill('-class:manual');
  assert.deepEqual([await page.getByLabel('Condition 1: property').inputValue(), await page.getByLabel('Condition 1: operator').inputValue()], ['class', 'not']);
  await journey.filter.fill('a (b OR c)');
  await page.getByText('This filter has brackets').waitFor();
});

test('views: saved into a note that reads as a page of rollups, shown, replaced, removed; other text stays', { vault: { ...VAULT } }, async (journey) => {
  const { page } = journey;
  const menu = async (name) => {
    await page.getByRole('button', { name: 'Saved views' }).click();
    await page.locator('.menu').getByText(name, { exact: true }).click();
  };
  const save = async (name) => {
    await menu('Save this view…');
    await page.getByRole('dialog').getByLabel('Name').fill(name);
    await journey.press('Enter');
  };
  await page.getByLabel('Group by').selectOption('plan');
  await journey.filter.fill('status:"In Progress"');
  await save('Pump work');
  await journey.fileSays(VIEWS, MINE);
  await journey.filter.fill('');
  await journey.lens('Plans');
  await menu('Pump work');
  await journey.counts('2 shown of 3');
  assert.deepEqual([await journey.filter.inputValue(), await page.getByLabel('Group by').inputValue()], ['status:"In Progress"', 'plan']);
  await journey.filter.fill('motor');
  await save('Pump work');
  await journey.fileSays(VIEWS, MINE.replace('status:"In Progress"', 'motor'));
  await page.locator('.notice', { hasText: 'Replaced' }).getByRole('button', { name: 'Undo' }).click();
  await journey.fileSays(VIEWS, MINE);
  await journey.vault.write(VIEWS, MINE.replace('\n## Pump', '\nFor Mondays.\n\n## Pump'));
  await journey.openNote(VIEWS);
  await menu('Remove “Pump work”');
  await journey.fileSays(VIEWS, `${NEW_VIEWS}\nFor Mondays.\n\n`);
});

test('pictures: each lens has its own, with the figures as text, and can be saved as SVG', { vault: VAULT }, async (journey) => {
  const { page } = journey;
  await page.getByRole('button', { name: 'Pictures' }).click();
  await page.getByRole('img', { name: 'Priority by effort: 3 rows, 1 of them Critical' }).waitFor();
  await journey.lens('Plans');
  await page.getByRole('img', { name: 'Plans by status: Draft 1, In Progress 1' }).waitFor();
  await page.getByRole('img', { name: 'Checks by plan: 2 of 4 checks are ticked in 2 plans' }).waitFor();
  await journey.lens('Activity');
  await page.getByRole('img', { name: 'Moves over time: 4 moves from 2026-01-05 to 2026-02-01, 2 of them to a status that is done' }).waitFor();
  await page.getByText('Figures', { exact: true }).click();
  assert.deepEqual(await page.locator('.plan-rollup-chart tbody tr').allInnerTexts(), ['2026-01-05\t2\t0', '2026-02-01\t4\t2']);
  await page.getByRole('button', { name: 'Save “Moves over time” as SVG' }).click();
  await journey.notice('Wrote “Moves over time');
  const [name] = await journey.vault.changed();
  const svg = await journey.vault.text(name);
  assert.match(name, /^Moves over time \d{4}-\d\d-\d\d\.svg$/);
  assert.match(svg, /^<svg [^>]*xmlns="http:\/\/www\.w3\.org\/2000\/svg" width="320"/);
  assert.match(svg, /stroke="rgb\(/);
  assert.doesNotMatch(svg, /var\(|class=/);
});

test('snapshot: what the pane shows is written to a note with the day in its name, by command; a second one gets a number', { vault: VAULT }, async (journey) => {
  await journey.filter.fill('seal');
  await journey.counts('1 shown of 3');
  await journey.command('Write a snapshot note of the pane');
  await journey.notice('Wrote “Priorities');
  await journey.command('Write a snapshot note of the pane');
  await journey.until('two notes', async () => (await journey.vault.changed()).length === 2);
  const [name, second] = await journey.vault.changed();
  assert.match(`${name}|${second}`, /^Priorities (\d{4}-\d\d-\d\d) 2\.md\|Priorities \1\.md$/);
  assert.match(await journey.vault.text(second), /^---\nplan: false\n---\n# Priorities on [^]*Filter: `seal`\. 1 of 3\.\n\n\| Priority \| Task \|[^]*\| P1 \| seal \|/);
});

test('state: lens, filter, group, sort and padlock are as they were after a restart', { vault: VAULT }, async (journey) => {
  const { page } = journey;
  await journey.lens('Verification');
  await journey.filter.fill('builds OR runs');
  await page.getByLabel('Group by').selectOption('status');
  await page.getByLabel('Sort by').selectOption('text');
  await page.getByRole('button', { name: /read-only|lock/i }).click();
  await journey.until('the layout to be kept', async () => page.evaluate(() => Object.values(globalThis.localStorage).some((kept) => kept.includes('builds OR runs') && kept.includes('"isLocked":true'))));
  await page.reload();
  await page.waitForFunction(() => globalThis.hostReady === true);
  await page.getByRole('tab', { name: 'Verification', selected: true }).waitFor();
  assert.deepEqual([await journey.filter.inputValue(), await page.getByLabel('Group by').inputValue(), await page.getByLabel('Sort by').inputValue()], ['builds OR runs', 'status', 'text']);
  await journey.row('Pumps plan runs').getByRole('checkbox', { disabled: true }).waitFor();
  await journey.staysUntouched();
});
