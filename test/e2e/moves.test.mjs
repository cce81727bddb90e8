import assert from 'node:assert/strict';
import { test } from './suite.mjs';
import { TODAY } from './journey.mjs';

const PLAN = `---
type: plan
status: In Progress
updated: 2025-12-01
---
# Pumps plan

**Status:** In Progress

## Success criteria

- **Automated**:
  - [x] Unit tests pass
  - [ ] Types are checked
- **Manual**:
  - [ ] Looks right on a tablet

## Change Log

| Date       | Author | Change |
|------------|--------|--------|
| 2025-12-01 | Ops    | First  |
`;

const OVERRIDE = 'despite 2 open verification items (override: Pilot waits)';

/** The plan after one move. */
function moved(to, { note = '', text = PLAN, from = 'In Progress' } = {}) {
  const change = `Status: ${from} → ${to}${note === '' ? '' : ` — ${note}`}`;
  return `${text.replaceAll(from, to).replace('updated: 2025-12-01', `updated: ${TODAY}`)}| ${TODAY} |        | ${change} |\n`;
}

const VAULT = { 'Pumps.md': PLAN, 'Other.md': 'Other\n', 'Plans/Valves.md': '---\ntype: plan\nstatus: Draft\n---\n# Valves plan\n\n- [ ] a\n' };
const DRAFT = PLAN.replaceAll('In Progress', 'Draft').replaceAll('[ ]', '[x]');

const dialogOf = (journey, name) => journey.page.getByRole('dialog', { name });

test('moves: Completed with open items asks, by keyboard alone; the reason stands in the row; one undo gives the bytes back', { vault: VAULT }, async (journey) => {
  await journey.openNote('Pumps.md');
  await journey.command('Set plan status to Completed');
  const dialog = dialogOf(journey, 'In Progress → Completed');
  await dialog.getByText('2 verification items are not ticked, 1 to be done by hand').waitFor();
  const apply = dialog.getByRole('button', { name: 'Apply' });
  assert.ok(await apply.isDisabled());
  await journey.press('Control+Enter');
  await journey.staysUntouched();
  await journey.type('Pilot waits');
  await dialog.locator('ins', { hasText: OVERRIDE }).waitFor();
  await journey.staysUntouched(0);
  await journey.press('Control+Enter');
  await journey.fileSays('Pumps.md', moved('Completed', { note: OVERRIDE }));
  await dialog.waitFor({ state: 'detached' });
  await journey.onlyChanged('Pumps.md');
  await journey.press('Control+z');
  await journey.fileSays('Pumps.md', PLAN);
});

test('moves: Tab goes from the culprits to the fields, the lines and the buttons; Escape writes nothing', { vault: VAULT }, async (journey) => {
  await journey.openNote('Pumps.md');
  await journey.command('Advance plan status');
  const dialog = dialogOf(journey, 'In Progress → Completed');
  await dialog.waitFor();
  assert.ok(await journey.hasFocus(dialog.getByRole('textbox', { name: 'Reason' })));
  await journey.type('x');
  const stops = [];
  const name = () => journey.page.evaluate(() => document.activeElement.getAttribute('aria-label') ?? document.activeElement.textContent);
  for (let step = 0; step < 9; step++) {
    await journey.press('Tab');
    stops.push(await name());
  }
  const start = stops.indexOf('Close');
  assert.deepEqual([...stops.slice(start), ...stops.slice(0, start)], ['Close', 'Go to line 16: Looks right on a tablet', 'Go to line 14: Types are checked', '8 checks hold', 'Reason', 'Note', 'What will be written', 'Cancel', 'Apply']);
  await journey.press('Escape');
  await dialog.waitFor({ state: 'detached' });
  await journey.staysUntouched();
  assert.ok(await journey.page.evaluate(() => document.activeElement.closest('.cm-editor') !== null));
});

const MANY = `${PLAN.replace('## Change Log', `## Phase 1\n\n${Array.from({ length: 12 }, (_, at) => `- [ ] Part ${at + 1} of the work`).join('\n')}\n\n## Change Log`).replace('- **Manual**:\n', `- **Manual**:\n${Array.from({ length: 8 }, (_, at) => `  - [ ] Looks right on tablet ${at + 1} in the warehouse, in both orientations\n`).join('')}`)}`;

for (const viewport of [{ width: 390, height: 800 }, { width: 1280, height: 480 }]) {
  test(`moves: what blocks is in sight when the dialog opens, and the reason has the focus, at ${viewport.width} × ${viewport.height}`, { vault: { 'Pumps.md': MANY }, viewport }, async (journey) => {
    await journey.openNote('Pumps.md');
    await journey.command('Advance plan status');
    const dialog = dialogOf(journey, 'In Progress → Completed');
    const main = dialog.locator('.plan-rollup-move-main');
    await dialog.getByText('12 other boxes are not ticked').waitFor({ state: 'attached' });
    assert.ok(await journey.hasFocus(dialog.getByRole('textbox', { name: 'Reason' })));
    const { scrolled, hidden } = await main.evaluate((el) => ({ scrolled: el.scrollTop, hidden: el.scrollHeight - el.clientHeight }));
    assert.ok(hidden > 0, 'there is nothing to scroll');
    assert.equal(scrolled, 0);
    const blocks = await dialog.getByText('Blocks').first().boundingBox();
    assert.ok(blocks.y > 0 && blocks.y < viewport.height, `“Blocks” stands at ${blocks.y}`);
    await journey.press('Escape');
    await journey.staysUntouched();
  });
}

test('moves: a culprit leads to its line, in the editor and in reading view', { vault: { ...VAULT, 'Pumps.md': PLAN.replace('## Success', `${'Text\n\n'.repeat(80)}## Success`) } }, async (journey) => {
  await journey.openNote('Pumps.md');
  for (const mode of ['source', 'reading']) {
    if (mode === 'reading') await journey.press('Control+e');
    await journey.command('Advance plan status');
    await journey.page.getByRole('button', { name: /^Go to line \d+: Types are checked/ }).click();
    await dialogOf(journey, 'In Progress → Completed').waitFor({ state: 'detached' });
    const line = journey.page.locator(mode === 'source' ? '.cm-line' : '.markdown-reading-view li', { hasText: 'Types are checked' }).last();
    await journey.until('the line in sight', () => line.isVisible().then(async (isVisible) => isVisible && (await line.boundingBox()).y < 800));
  }
  await journey.staysUntouched();
});

test('moves: the note changes under the open dialog: it is shown again before it is written', { vault: VAULT }, async (journey) => {
  await journey.openNote('Pumps.md');
  await journey.command('Advance plan status');
  const dialog = dialogOf(journey, 'In Progress → Completed');
  await dialog.waitFor();
  await journey.type('Pilot waits');
  const theirs = PLAN.replace('[x]', '[ ]');
  await journey.vault.write('Pumps.md', theirs);
  await journey.until('the editor to follow', async () => (await journey.editorText()) === theirs);
  await journey.press('Control+Enter');
  await dialog.getByRole('alert').filter({ hasText: 'changed meanwhile' }).waitFor();
  await dialog.getByText('3 verification items are not ticked').waitFor();
  await journey.keepsSaying('Pumps.md', theirs);
  await journey.press('Control+Enter');
  await journey.fileSays('Pumps.md', moved('Completed', { note: OVERRIDE.replace('2', '3'), text: theirs }));
});

test('moves: what only warns is moved at once, and the message says what is left', { vault: { 'Pumps.md': DRAFT.replace('# Pumps plan', '# Pumps plan\n\nOwner: [Name]\n\nTeam: {TEAM}') } }, async (journey) => {
  await journey.openNote('Pumps.md');
  await journey.command('Advance plan status');
  await journey.notice('Status is In Review now. 2 placeholders are left.');
  assert.match(await journey.changedText('Pumps.md'), /status: In Review/);
});

test('moves: Superseded links the two plans, chosen by keyboard', { vault: VAULT }, async (journey) => {
  await journey.openNote('Pumps.md');
  await journey.command('Set plan status to Superseded');
  const dialog = dialogOf(journey, 'In Progress → Superseded');
  await dialog.waitFor();
  await journey.type('valv');
  await dialog.getByRole('option', { name: 'Valves' }).waitFor();
  await journey.press('ArrowDown', 'Enter');
  await dialog.getByText('Also in “Valves”').waitFor();
  await dialog.locator('ins', { hasText: '[[Pumps]]' }).waitFor();
  await journey.press('Control+Enter');
  await journey.notice('Status is Superseded now. Linked from “Valves”.');
  await journey.until('the row', async () => (await journey.vault.text('Pumps.md')).includes('Status: In Progress → Superseded — by [[Valves]] |'));
  await journey.until('the link back', async () => /supersedes:\s+(?:- )?.?"?\[\[Pumps\]\]/.test(await journey.vault.text('Plans/Valves.md')));
  await journey.onlyChanged('Pumps.md', 'Plans/Valves.md');
});

test('moves: the header moves the plan in every mode, and the text does not move', { vault: { 'Pumps.md': DRAFT } }, async (journey) => {
  await journey.openNote('Pumps.md');
  const header = journey.page.getByRole('region', { name: 'Plan status' });
  await header.getByRole('button', { name: 'Advance to In Review' }).dblclick();
  const once = moved('In Review', { text: DRAFT, from: 'Draft' });
  await journey.fileSays('Pumps.md', once);
  await header.getByRole('button', { name: 'Status: In Review' }).waitFor();
  await journey.keepsSaying('Pumps.md', once);
  await journey.press('Control+e');
  await journey.page.locator('.markdown-reading-view h1').waitFor();
  await header.getByRole('button', { name: 'Choose a status' }).click();
  await journey.page.getByRole('menuitem', { name: 'Approved' }).or(journey.page.getByRole('menuitemcheckbox', { name: 'Approved' })).click();
  await journey.fileSays('Pumps.md', moved('Approved', { text: once, from: 'In Review' }).replaceAll('Draft → Approved', 'Draft → In Review'));
  await journey.press('Control+e');
  await header.getByRole('checkbox', { name: 'Blocked' }).click();
  await journey.until('the flag', async () => (await journey.vault.text('Pumps.md')).includes('blocked: true'));
  await journey.until('its box', () => header.getByRole('checkbox', { name: 'Blocked' }).isChecked());
});

test('moves: a header that comes or goes while somebody types leaves text and caret where they are', { vault: { 'Pumps.md': `---\ntype: plan\nplan: false\n---\n# Pumps plan\n\n${'Text\n\n'.repeat(100)}End` } }, async (journey) => {
  await journey.openNote('Pumps.md');
  await journey.moveCaret(206, 3);
  await journey.page.evaluate(() => window.app.workspace.activeEditor.editor.scrollIntoView({ from: { line: 206, ch: 0 }, to: { line: 206, ch: 0 } }, true));
  await journey.page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 100)));
  const place = () => journey.page.locator('.cm-line', { hasText: 'End' }).boundingBox().then(({ y }) => Math.round(y));
  const before = await place();
  const header = journey.page.locator('.plan-rollup-header');
  for (const [said, state] of [['true', 'attached'], ['false', 'detached']]) {
    await journey.page.evaluate((word) => {
      const { editor } = window.app.workspace.activeEditor;
      editor.replaceRange(word, { line: 2, ch: 6 }, { line: 2, ch: editor.getLine(2).length });
    }, said);
    await header.waitFor({ state });
    await journey.until('the text in its place', async () => Math.abs((await place()) - before) <= 1);
    assert.deepEqual(await journey.caret(), { line: 206, ch: 3 });
  }
});

test('moves: a click on the status in the text opens a menu there; drags, double clicks and Escape change nothing', { vault: { 'Pumps.md': DRAFT } }, async (journey) => {
  await journey.openNote('Pumps.md');
  const line = journey.page.locator('.cm-line', { hasText: 'Status:' }).last();
  const { x, y, height } = await line.evaluate((element) => {
    const range = document.createRange();
    const walker = document.createTreeWalker(element, 4);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const at = node.textContent.indexOf('Draft');
      if (at < 0) continue;
      range.setStart(node, at);
      range.setEnd(node, at + 5);
    }
    const box = range.getBoundingClientRect();
    return { x: box.left + box.width / 2, y: box.top + box.height / 2, height: box.height };
  });
  const { mouse } = journey.page;
  const menu = journey.page.getByRole('menu');
  await mouse.dblclick(x, y);
  await journey.keeps(async () => assert.equal(await menu.count(), 0), 500);
  await mouse.click(x + 200, y);
  await journey.keeps(async () => assert.equal(await menu.count(), 0), 400);
  await mouse.move(x - 30, y);
  await mouse.down();
  await mouse.move(x, y);
  await mouse.up();
  await journey.keeps(async () => assert.equal(await menu.count(), 0), 400);
  await mouse.click(x, y);
  await menu.waitFor();
  const box = await menu.boundingBox();
  assert.ok(Math.abs(box.y - (y + height / 2)) < 12, `the menu is at ${box.y}`);
  const caret = await journey.caret();
  await journey.press('Escape');
  await menu.waitFor({ state: 'detached' });
  assert.deepEqual(await journey.caret(), caret);
  assert.equal(caret.line, 7);
  await journey.type('!');
  await journey.press('Backspace');
  await journey.fileSays('Pumps.md', DRAFT);
  await mouse.click(x + 60, y + 60);
  await mouse.click(x, y);
  await journey.page.getByText('In Review', { exact: true }).click();
  await journey.fileSays('Pumps.md', moved('In Review', { text: DRAFT, from: 'Draft' }));
});

test('moves: the file list moves several plans at once', { vault: { 'A.md': DRAFT, 'B.md': DRAFT.replace('Pumps', 'Valves'), 'C.md': PLAN, 'D.md': 'Other\n' } }, async (journey) => {
  const { page } = journey;
  for (const name of ['A', 'B', 'C', 'D']) await page.getByRole('treeitem', { name, exact: true }).click({ modifiers: ['Alt'] });
  await page.getByRole('treeitem', { name: 'B', exact: true }).click({ button: 'right' });
  await page.getByText('Set status of 3 plans…').click();
  await journey.choose('Completed');
  await dialogOf(journey, '2 notes will change').waitFor();
  await journey.staysUntouched();
  await page.getByRole('button', { name: 'Move 2 notes' }).click();
  await dialogOf(journey, '2 notes changed').waitFor();
  await journey.fileSays('A.md', moved('Completed', { text: DRAFT, from: 'Draft' }));
  await journey.fileSays('B.md', moved('Completed', { text: DRAFT.replace('Pumps', 'Valves'), from: 'Draft' }));
  await journey.onlyChanged('A.md', 'B.md');
});

test('moves: on a phone dialog and header fit, and every target is large enough', { vault: VAULT, viewport: { width: 390, height: 844 } }, async (journey) => {
  await journey.openNote('Pumps.md');
  const small = (part) => journey.page.locator(`${part} :is(button, summary, label, input[type=text])`).evaluateAll((all) => all.filter((each) => each.offsetParent !== null && each.getBoundingClientRect().height < 44).map((each) => each.outerHTML));
  await journey.page.locator('.plan-rollup-header').waitFor();
  assert.deepEqual(await small('.plan-rollup-header'), []);
  await journey.page.getByRole('button', { name: 'Details' }).click();
  assert.deepEqual(await small('.plan-rollup-header'), []);
  await journey.page.getByRole('button', { name: 'Advance to Completed' }).click();
  const dialog = dialogOf(journey, 'In Progress → Completed');
  await dialog.waitFor();
  assert.deepEqual(await small('.plan-rollup-move'), []);
  const { x, width } = await dialog.boundingBox();
  assert.ok(x >= 0 && x + width <= 390);
  assert.equal(await journey.page.evaluate(() => document.documentElement.scrollWidth), 390);
  await dialog.getByRole('textbox', { name: 'Reason' }).fill('Pilot waits');
  await dialog.getByRole('button', { name: 'Apply' }).click();
  await journey.fileSays('Pumps.md', moved('Completed', { note: OVERRIDE }));
});

test('moves: menus of file and editor, the status bar, and the rendered word lead to the same', { vault: { 'Pumps.md': DRAFT } }, async (journey) => {
  const { page } = journey;
  const path = [['Draft', 'In Review'], ['In Review', 'Approved'], ['Approved', 'In Progress'], ['In Progress', 'Completed']];
  let text = DRAFT;
  const isMoved = async () => {
    const [from, to] = path.shift();
    text = text.replace(`status: ${from}`, `status: ${to}`).replace(`**Status:** ${from}`, `**Status:** ${to}`).replace('updated: 2025-12-01', `updated: ${TODAY}`) + `| ${TODAY} |        | Status: ${from} → ${to} |\n`;
    await journey.fileSays('Pumps.md', text);
    // A click that comes sooner would be the second of a double click.
    await page.waitForTimeout(450);
  };
  await journey.openNote('Pumps.md');
  await page.getByRole('treeitem', { name: 'Pumps', exact: true }).click({ button: 'right' });
  await page.getByText('Advance to In Review', { exact: true }).last().click();
  await isMoved();
  await journey.openNote('Pumps.md');
  await page.locator('.cm-line', { hasText: 'Pumps plan' }).click({ button: 'right' });
  await page.locator('.menu').getByText('Advance to Approved').click();
  await isMoved();
  await page.getByRole('button', { name: 'Status: Approved. Set plan status…' }).click();
  await page.locator('.prompt [role=option]', { hasText: 'Next' }).waitFor();
  await journey.press('Enter');
  await isMoved();
  await journey.press('Control+e');
  await page.getByRole('button', { name: 'Status: In Progress. Choose another' }).click();
  await page.locator('.menu').getByText('Completed', { exact: true }).click();
  await isMoved();
});
