import assert from 'node:assert/strict';
import { test } from './suite.mjs';

function plan(title, tasks) {
  return `---\ntype: plan\n---\n# ${title}\n\n## Verification\n\n${tasks.map((task) => `- [ ] ${task}\n`).join('')}`;
}

const header = '| Item | Priority | Effort |\n|------|----------|--------|\n';

test('pane: rows of every priority table in the vault, in the order of their priority', {
  vault: {
    'Plans/A.md': `# A plan\n\n## Priorities\n\n${header}| a-low | Low | 1h |\n| a-critical | Critical | 2d |\n| a-medium | Medium | 1d |\n`,
    'Plans/B.md': `# B plan\n\n## Priorities\n\n${header}| b-p1 | P1 | S |\n| b-p0 | **P0** | M |\n| b-none | ? | M |\n| b-p3 | P3 | L |\n\n| Gap | Impact | Effort |\n|---|---|---|\n| b-impact | High | S |\n`,
    'Deep/down/C.md': `# C plan\r\n\r\n> | Priority | Item |\r\n> |---|---|\r\n> | 🔴 Critical | c-quoted |\r\n> | 🟡 Medium | c-yellow |\r\n`,
    'Fruit.md': '# Fruit\n\n| Fruit | Colour |\n|---|---|\n| apple | red |\n',
  },
}, async (journey) => {
  await journey.counts('10 open of 10');
  const lines = await journey.lines();
  const rank = { 'a-critical': 0, 'b-p0': 0, 'c-quoted': 0, 'b-p1': 1, 'b-impact': 1, 'a-medium': 2, 'c-yellow': 2, 'a-low': 3, 'b-p3': 3, 'b-none': 9 };
  assert.deepEqual([...lines].sort(), Object.keys(rank).sort());
  const ranks = lines.map((line) => rank[line]);
  assert.deepEqual(ranks, [...ranks].sort((a, b) => a - b), lines.join(', '));
});

test('pane: unchecked items by plan and section, with counts, and a filter', {
  vault: {
    'Plans/Alpha.md': '# Alpha plan\n\n## Phase 1: Start\n\n### Success criteria\n\n- [x] a one\n- [ ] a two\n\n## Phase 2: End\n\n### Success criteria\n\n- [ ] a three\n- [-] a dropped\n',
    'Plans/Beta.md': '# Beta plan\n\n## Verification\n\n- [ ] b one\n',
    'Notes/Shopping.md': '# Shopping\n\n- [ ] milk\n',
  },
}, async (journey) => {
  await journey.lens('Verification');
  await journey.counts('3 open of 5');
  const lines = await journey.lines();
  assert.deepEqual(lines.filter((line) => /^[ab] /.test(line)), ['a two', 'a three', 'b one']);
  assert.ok(lines.some((line) => /^Alpha plan [12]\/[34]$/.test(line)), lines.join(' | '));
  await journey.filter.fill('three');
  await journey.counts('1 shown of 5');
  assert.deepEqual((await journey.lines()).at(-1), 'a three');
  await journey.filter.fill('nothing has this');
  await journey.page.getByText('None of 5 rows match the filter').waitFor();
  await journey.filter.fill('"');
  await journey.page.locator('.plan-rollup-summary').waitFor();
  await journey.filter.fill('');
  await journey.counts('3 open of 5');
});

test('pane: a click opens the note with the caret at the line', {
  vault: { 'Plans/Long.md': `# Long plan\n\n${'Text\n\n'.repeat(200)}## Verification\n\n- [ ] far down\n\n## Priorities\n\n${header}| urgent thing | P0 | S |\n`, 'Other.md': 'Other\n' },
}, async (journey) => {
  await journey.openNote('Other.md');
  await journey.row('urgent thing').click();
  await journey.isOpen('Plans/Long.md');
  assert.deepEqual(await journey.caret(), { line: 410, ch: 0 });
  await journey.page.locator('.cm-line', { hasText: 'urgent thing' }).waitFor();
  await journey.lens('Verification');
  await journey.page.getByRole('gridcell', { name: 'far down' }).last().click();
  await journey.until('the caret at the task', async () => (await journey.caret()).line === 404);
  await journey.staysUntouched();
});

const VAULT = { 'Plans/One.md': plan('One plan', ['first', 'second']), 'Plans/Two.md': plan('Two plan', ['third']), 'Plans/sub/Three.md': plan('Three plan', ['fourth']) };

test('pane: follows what other programs do: edit, new note, rename, folder rename, delete', { vault: VAULT }, async (journey) => {
  const { vault } = journey;
  await journey.lens('Verification');
  await journey.counts('4 open of 4');
  await vault.write('Plans/One.md', plan('One plan', ['first, reworded', 'second', 'added']));
  await journey.counts('5 open of 5');
  await journey.row('first, reworded').waitFor();
  await vault.write('New folder/New.md', plan('New plan', ['fifth']));
  await journey.row('fifth').waitFor();
  await journey.counts('6 open of 6');
  await vault.rename('Plans/Two.md', 'Plans/Renamed.md');
  await journey.until('the row to lead to the new name', async () => (await journey.page.locator('[title*="Plans/Renamed.md"]').count()) === 1 && (await journey.page.locator('[title*="Plans/Two.md"]').count()) === 0);
  await vault.rename('Plans/sub', 'Plans/other');
  await journey.page.locator('[title*="Plans/other/Three.md"]').waitFor();
  await journey.counts('6 open of 6');
  await journey.tick('fourth');
  await journey.until('the tick under the new name', async () => (await vault.text('Plans/other/Three.md'))?.includes('[x] fourth'));
  await vault.remove('Plans/One.md');
  await journey.counts('2 open of 3');
  await vault.remove('New folder');
  await journey.counts('1 open of 2');
});

test('pane: follows renames and deletions made in the app', { vault: VAULT }, async (journey) => {
  const { page } = journey;
  await journey.lens('Verification');
  await page.evaluate(() => window.app.fileManager.renameFile(window.app.vault.getFileByPath('Plans/One.md'), 'Plans/Uno.md'));
  await page.locator('[title*="Plans/Uno.md"]').first().waitFor();
  await page.evaluate(() => window.app.fileManager.renameFile(window.app.vault.getAbstractFileByPath('Plans/sub'), 'Moved'));
  await page.locator('[title*="Moved/Three.md"]').waitFor();
  await journey.counts('4 open of 4');
  await page.getByRole('treeitem', { name: 'Two' }).click({ button: 'right' });
  await page.getByRole('menuitem', { name: 'Delete' }).click();
  await journey.counts('3 open of 3');
  assert.equal(await journey.vault.text('Plans/Two.md'), null);
});

test('pane: follows typing in the editor', { vault: VAULT }, async (journey) => {
  await journey.lens('Verification');
  await journey.openNote('Plans/Two.md');
  await journey.moveCaret(7, '- [ ] third'.length);
  // The editor goes on with the list by itself.
  await journey.type('\ntyped here');
  await journey.row('typed here').waitFor();
  await journey.counts('5 open of 5');
  await journey.fileSays('Plans/Two.md', plan('Two plan', ['third', 'typed here']));
});

test('pane: 200 notes changed at once are all there, and nothing is written', { vault: VAULT }, async (journey) => {
  await journey.lens('Verification');
  const numbers = Array.from({ length: 200 }, (_none, at) => at);
  await Promise.all(numbers.map((at) => journey.vault.write(`Many/${at}.md`, plan(`Many ${at} plan`, [`many ${at}`]))));
  await journey.counts('204 open of 204');
  await Promise.all(numbers.map((at) => journey.vault.write(`Many/${at}.md`, plan(`Many ${at} plan`, [`many ${at} again`, 'more']))));
  await journey.counts('404 open of 404');
  await journey.filter.fill('"many 199 again"');
  await journey.counts('1 shown of 404');
  await journey.vault.remember();
  await journey.staysUntouched();
});

const MANY = Object.fromEntries(Array.from({ length: 500 }, (_none, at) => [`Plans/Plan ${at}.md`, plan(`Plan ${at}`, ['one', 'two'])]));

test('pane: 500 notes changed together are drawn at most twice a second, and in the end as they are', { vault: MANY }, async (journey) => {
  const { page } = journey;
  await journey.lens('Verification');
  await journey.counts('1,000 open of 1,000');
  const { draws, took } = await page.evaluate(async () => {
    const { document, app, performance, MutationObserver } = globalThis;
    let count = 0;
    // A drawing changes the page in one go, of which an observer hears once.
    const observer = new MutationObserver(() => { count++; });
    observer.observe(document.querySelector('.plan-rollup-pane'), { subtree: true, childList: true, characterData: true, attributes: true });
    const start = performance.now();
    await Promise.all(app.vault.getMarkdownFiles().map((file) => app.vault.process(file, (text) => text.replace('- [ ] one', '- [x] one'))));
    const shown = () => document.querySelector('.plan-rollup-summary [role=status]').textContent;
    while (!shown().startsWith('500 open of 1,000')) await new Promise((resolve) => globalThis.setTimeout(resolve, 20));
    return { draws: count, took: performance.now() - start };
  });
  const most = 1 + Math.ceil(took / 500);
  assert.ok(draws >= 1 && draws <= most, `${draws} drawings in ${Math.round(took)} ms`);
  assert.equal((await journey.lines()).filter((line) => line === 'one').length, 0);
});
