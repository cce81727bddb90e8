import assert from 'node:assert/strict';
import { test } from './suite.mjs';

const PLAN = '# Pumps plan\n\n## Phase 1: Motor\n\n### Success criteria\n\n- [ ] turns\n- [ ] stops\n\n## Phase 2: Case\n\n### Success criteria\n\n- [ ] closes\n\n## Priorities\n\n| Item | Priority |\n|---|---|\n| seal | P1 |\n| motor | P0 |\n';
const VAULT = { 'Plans/Pumps.md': PLAN, 'Other.md': 'Other\n' };

/** Text of the line that the list calls its current one. */
function currentLine(journey) {
  return journey.grid.evaluate((list) => {
    const line = document.getElementById(list.getAttribute('aria-activedescendant') ?? '');
    return line?.querySelector('.plan-rollup-group-name, .plan-rollup-item-title, .plan-rollup-item-text')?.textContent ?? '';
  });
}

async function goTo(journey, text) {
  await journey.press('Home');
  await journey.until(text, async () => {
    if ((await currentLine(journey)) === text) return true;
    await journey.press('ArrowDown');
    return false;
  });
}

test('keyboard: tabs by arrows, then filter, then list, by Tab alone', { vault: VAULT }, async (journey) => {
  await journey.openNote('Other.md');
  await journey.command('Open the pane');
  const tab = (name) => journey.page.getByRole('tab', { name, exact: true });
  const [priorities, verification] = [tab('Priorities'), tab('Verification')];
  await journey.tabTo(priorities);
  assert.equal(await priorities.getAttribute('aria-selected'), 'true');
  await journey.press('ArrowRight');
  await journey.until('the next tab focused', () => journey.hasFocus(verification));
  await journey.row('turns').waitFor();
  assert.equal(await verification.getAttribute('aria-selected'), 'true');
  await journey.press('ArrowLeft');
  await journey.press('ArrowLeft');
  await journey.until('the first', () => journey.hasFocus(tab('Plans')));
  await journey.press('ArrowLeft');
  await journey.until('round to the last', () => journey.hasFocus(journey.tabs.last()));
  for (let steps = 0; steps < 3; steps++) await journey.press('ArrowRight');
  await journey.until('round to the first and on', () => journey.hasFocus(verification));
  await journey.press('Tab');
  assert.ok(await journey.hasFocus(journey.filter));
  await journey.type('stops');
  await journey.counts('1 shown of 3');
  await journey.tabTo(journey.grid);
  for (let steps = 0; steps < 12 && !(await journey.hasFocus(journey.filter)); steps++) await journey.press('Shift+Tab');
  await journey.press('Control+a', 'Delete');
  await journey.counts('3 open of 3');
  await journey.staysUntouched();
});

test('keyboard: arrows move, Space ticks, and the place in the list is kept', { vault: VAULT }, async (journey) => {
  await journey.lens('Verification');
  await journey.openNote('Other.md');
  await journey.focusList();
  await goTo(journey, 'turns');
  await journey.press('Space');
  await journey.fileSays('Plans/Pumps.md', PLAN.replace('[ ] turns', '[x] turns'));
  await journey.counts('2 open of 3');
  assert.ok(await journey.hasFocus(journey.grid), 'the list keeps the focus');
  assert.equal(await currentLine(journey), 'turns', 'it stays, to be taken back');
  await journey.press('ArrowDown');
  assert.equal(await currentLine(journey), 'stops');
  await journey.press('Space');
  await journey.fileSays('Plans/Pumps.md', PLAN.replace('[ ] turns', '[x] turns').replace('[ ] stops', '[x] stops'));
  await journey.counts('1 open of 3');
  await journey.press('End', 'Home', 'PageDown', 'PageUp', 'ArrowUp');
  assert.notEqual(await currentLine(journey), '');
  await journey.onlyChanged('Plans/Pumps.md');
});

test('keyboard: Enter opens the note at the line, Control+Enter in a new tab', { vault: VAULT }, async (journey) => {
  await journey.openNote('Other.md');
  await journey.focusList();
  await goTo(journey, 'seal');
  await journey.press('Enter');
  await journey.isOpen('Plans/Pumps.md');
  assert.equal((await journey.caret()).line, PLAN.split('\n').indexOf('| seal | P1 |'));
  const noteTabs = journey.page.locator('.workspace-tab-header[data-type=markdown]');
  assert.equal(await noteTabs.count(), 1);
  await journey.focusList();
  await goTo(journey, 'motor');
  await journey.press('Control+Enter');
  await journey.until('a second tab', async () => (await noteTabs.count()) === 2);
  await journey.until('the caret at the row', async () => (await journey.caret()).line === PLAN.split('\n').indexOf('| motor | P0 |'));
  await journey.staysUntouched();
});

test('keyboard: left and right collapse and open a plan and a section', { vault: VAULT }, async (journey) => {
  await journey.lens('Verification');
  await journey.focusList();
  const all = await journey.lines();
  await journey.press('Home', 'ArrowLeft');
  await journey.showsLines(all.slice(0, 1));
  assert.equal(await journey.group('Pumps').getAttribute('aria-expanded'), 'false');
  await journey.press('ArrowRight');
  await journey.showsLines(all);
  await journey.press('ArrowDown', 'ArrowLeft');
  await journey.showsLines(all.filter((line) => !['turns', 'stops'].includes(line)));
  await journey.press('Enter');
  await journey.showsLines(all);
  await journey.press('Space');
  await journey.showsLines(all.filter((line) => !['turns', 'stops'].includes(line)));
  await journey.staysUntouched();
});

test('keyboard: jumping between placeholders goes round the note, and says when there are none', { vault: { 'Slots.md': '# [Name] plan\n\nBy {OWNER} on [Date]\n\n- [ ] a task, no slot\n', 'None.md': '# None\n' } }, async (journey) => {
  await journey.openNote('Slots.md');
  const slots = [];
  for (let step = 0; step < 4; step++) {
    await journey.command('Go to next placeholder');
    await journey.until('a slot selected', async () => (await journey.selection()) !== '' && (await journey.selection()) !== slots.at(-1));
    slots.push(await journey.selection());
  }
  assert.deepEqual(slots, ['[Name]', '{OWNER}', '[Date]', '[Name]']);
  await journey.command('Go to previous placeholder');
  await journey.until('round to the last', async () => (await journey.selection()) === '[Date]');
  await journey.command('Go to previous placeholder');
  await journey.until('the one before', async () => (await journey.selection()) === '{OWNER}');
  await journey.type('Ops');
  await journey.fileSays('Slots.md', '# [Name] plan\n\nBy Ops on [Date]\n\n- [ ] a task, no slot\n');
  await journey.openNote('None.md');
  await journey.command('Go to next placeholder');
  await journey.notice('No placeholders are left');
});

test('keyboard: / reaches the filter and ? the list of keys from the tabs of the pane too; in the filter they are typed', { vault: VAULT }, async (journey) => {
  await journey.page.getByRole('tab', { name: 'Priorities' }).focus();
  await journey.press('/');
  await journey.until('the filter', () => journey.hasFocus(journey.filter));
  await journey.type('a/b?');
  assert.equal(await journey.filter.inputValue(), 'a/b?');
  await journey.page.getByRole('tab', { name: 'Priorities' }).focus();
  await journey.press('?');
  await journey.page.getByRole('dialog').waitFor();
});
