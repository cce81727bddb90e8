import assert from 'node:assert/strict';
import { test } from './suite.mjs';
import { onlyDifference } from './vault-copy.mjs';

const PLAN = '---\ntype: plan\nstatus: In Progress\n---\n# Pumps\n\n## Verification\n\n- [ ] First check\n- [ ] Second check\n- [x] Third check\n';
const OTHER = '# Other\n\nNothing to see. - [ ] not a task\n';

/** The text with the mark set of the first task that says `task`, code marks aside. */
function ticked(text, task) {
  const lines = text.split('\n');
  const wanted = lines.findIndex((line) => line.includes('[ ]') && line.slice(line.indexOf('[ ]') + 3).replaceAll('`', '').trim() === task);
  return lines.map((line, at) => (at === wanted ? line.replace('[ ]', '[x]') : line)).join('\n');
}

async function verification(journey) {
  await journey.lens('Verification');
  await journey.grid.waitFor();
}

/** Ticks in the pane and checks that one byte of the vault is another: the mark of the right task. */
async function tickIsOneByte(journey, path, task) {
  const before = await journey.vault.text(path);
  await journey.tick(task);
  await journey.fileSays(path, ticked(before, task));
  const { was, is } = onlyDifference(before, await journey.vault.text(path));
  assert.deepEqual([was, is], [' ', 'x']);
  await journey.onlyChanged(path);
  // The rows below move up when it goes: the next click waits for that, as a person does.
  await journey.until('the row to go', async () => !(await journey.lines()).includes(task));
}

const CONTAINERS = {
  'a nested list': '# P plan\n\n## Verification\n\n- **Automated**:\n  - [ ] outer\n    1. [ ] inner one\n       - [ ] innermost\n',
  'a quote': '# P plan\n\n## Verification\n\n> - [ ] quoted\n>   - [ ] quoted deeper\n',
  'a callout': '# P plan\n\n## Verification\n\n> [!todo]- Before release\n> * [ ] in the callout\n>> 1) [ ] in the callout of the callout\n',
  'odd spacing': '# P plan\n\n## Verification\n\n-   [ ]   spaced  \n+\t[ ] tabbed [ ] twice\n10. [ ] numbered `[ ]`\n',
  'CRLF': '# P plan\r\n\r\n## Verification\r\n\r\n- [ ] first windows\r\n- [ ] last windows\r\n',
  'a note with BOM': '\uFEFF# P plan\n\n## Verification\n\n- [ ] behind the mark\n',
  'CRLF and BOM': '\uFEFF---\r\nstatus: Draft\r\n---\r\n# P plan\r\n\r\n## Verification\r\n\r\n- [ ] both\r\n- [ ] both again',
};

for (const [where, text] of Object.entries(CONTAINERS)) {
  test(`tick: in ${where} changes one character, note closed, open or being read`, { vault: { 'Plans/P.md': text, 'Other.md': OTHER } }, async (journey) => {
    await verification(journey);
    const tasks = (await journey.lines()).slice(2);
    assert.ok(tasks.length > 0);
    const [first = '', second = '', third = ''] = tasks;
    await tickIsOneByte(journey, 'Plans/P.md', first);
    if (second === '') return;
    await journey.openNote('Plans/P.md');
    await tickIsOneByte(journey, 'Plans/P.md', second);
    if (third === '') return;
    await journey.openNote('Plans/P.md');
    await journey.press('Control+e');
    await journey.page.locator('.markdown-reading-view').waitFor();
    await tickIsOneByte(journey, 'Plans/P.md', third);
  });
}

const VAULT = { 'Pumps.md': PLAN, 'Other.md': OTHER };

test('tick: the counts, the bar and the row follow at once', { vault: VAULT }, async (journey) => {
  await verification(journey);
  await journey.counts('2 open of 3');
  await journey.showsLines(['Pumps 1/3', 'Verification 1/3', 'First check', 'Second check']);
  const bar = journey.page.getByRole('progressbar').first();
  assert.equal(await bar.getAttribute('aria-valuetext'), '1 of 3');
  await journey.tick('Second check');
  await journey.showsLines(['Pumps 2/3', 'Verification 2/3', 'First check']);
  await journey.counts('1 open of 3');
  assert.equal(await bar.getAttribute('aria-valuetext'), '2 of 3');
  await journey.tick('First check');
  await journey.page.getByText('All 3 are done').waitFor();
  await journey.filter.fill('is:any');
  await journey.showsLines(['Pumps 3/3', 'Verification 3/3', 'First check', 'Second check', 'Third check']);
  await journey.tick('Third check');
  await journey.fileSays('Pumps.md', ticked(ticked(PLAN, 'First check'), 'Second check').replace('[x] Third', '[ ] Third'));
});

test('tick: a double click ticks once', { vault: VAULT }, async (journey) => {
  await verification(journey);
  await journey.row('First check').getByRole('checkbox').dblclick();
  await journey.fileSays('Pumps.md', ticked(PLAN, 'First check'));
  await journey.counts('1 open of 3');
  await journey.keepsSaying('Pumps.md', ticked(PLAN, 'First check'));
});

test('tick: typing that is not saved yet is not lost', { vault: VAULT }, async (journey) => {
  await verification(journey);
  await journey.openNote('Pumps.md');
  await journey.moveCaret(5, 0);
  await journey.type('\nTyped just now');
  await journey.tick('Second check');
  await journey.fileSays('Pumps.md', ticked(PLAN, 'Second check').replace('# Pumps\n', '# Pumps\n\nTyped just now'));
  await journey.openNote('Pumps.md');
  await journey.press('Control+z');
  await journey.fileSays('Pumps.md', PLAN.replace('# Pumps\n', '# Pumps\n\nTyped just now'));
});

test('tick: in a note in reading view, with typing that is not saved yet', { vault: VAULT }, async (journey) => {
  await verification(journey);
  await journey.openNote('Pumps.md');
  await journey.moveCaret(5, 0);
  await journey.type('\nTyped');
  await journey.press('Control+e');
  await journey.tick('First check');
  await journey.fileSays('Pumps.md', ticked(PLAN, 'First check').replace('# Pumps\n', '# Pumps\n\nTyped'));
  await journey.page.locator('.markdown-reading-view input[type=checkbox]:checked').nth(1).waitFor();
});

test('tick: lines added above by another program: the right line, wherever it is now', { vault: VAULT }, async (journey) => {
  await verification(journey);
  const edited = PLAN.replace('# Pumps\n', '# Pumps\n\nNew above\n- [ ] and a task\n');
  await journey.vault.write('Pumps.md', edited);
  // At once, before the pane can have heard of it.
  await journey.tick('Second check');
  await journey.fileSays('Pumps.md', ticked(edited, 'Second check'));
});

test('tick: a line doubled by another program: the right one or a message, never both', { vault: VAULT }, async (journey) => {
  await verification(journey);
  const edited = PLAN.replace('- [ ] Second check\n', '- [ ] Second check\n- [ ] Second check\n');
  await journey.vault.write('Pumps.md', edited);
  await journey.row('Second check').first().getByRole('checkbox').click();
  const isRight = async () => (await journey.vault.text('Pumps.md')) === ticked(edited, 'Second check');
  const isRefused = async () => (await journey.page.locator('.notice').count()) > 0;
  await journey.until('a tick or a message', async () => (await isRight()) || (await isRefused()));
  const expected = (await isRefused()) ? edited : ticked(edited, 'Second check');
  await journey.fileSays('Pumps.md', expected);
  await journey.counts(expected === edited ? '3 open of 4' : '2 open of 4');
});

test('tick: of twins in one note, the one that was clicked', { vault: { 'Pumps.md': PLAN.replace('- [ ] Second check\n', '- [ ] Same\n- [ ] Same\n\n### Again\n\n- [ ] Same\n') } }, async (journey) => {
  await verification(journey);
  const before = journey.vault.before('Pumps.md');
  const places = [...before.matchAll(/\[ \] Same/g)].map((match) => match.index + 1);
  await journey.row('Same').nth(1).getByRole('checkbox').click();
  const after = await journey.changedText('Pumps.md');
  assert.equal(onlyDifference(before, after).at, places[1]);
});

test('tick: a line that another program took away gives a message, or its row is gone already; nothing changes', { vault: VAULT }, async (journey) => {
  await verification(journey);
  const edited = PLAN.replace('- [ ] Second check\n', '');
  const row = journey.row('Second check');
  await journey.vault.write('Pumps.md', edited);
  // As fast as a click can be: mostly before the pane has heard of it.
  await row.getByRole('checkbox').evaluate((box) => box.click(), null, { timeout: 500 }).catch(() => undefined);
  await journey.until('a message, or no such row', async () => (await journey.page.locator('.notice').count()) > 0 || (await row.count()) === 0);
  await journey.counts('1 open of 2');
  await journey.keepsSaying('Pumps.md', edited);
});
