// What leaves the pane or stands elsewhere: exports, blocks in notes, counts in properties, previews; and why rows are hidden.
import assert from 'node:assert/strict';
import { test } from './suite.mjs';

const PLAN = '---\ntype: plan\nstatus: Draft\n---\n# Pumps plan\n\n## Priorities\n\n| Item | Priority | Effort |\n|---|---|---|\n| =seal \\| ring | P1 | 2h |\n| motor | P0 | 3 days |\n\n## Verification\n\n- [x] it builds\n- [ ] it runs\n- [ ] it hums\n';
const BOARD = '# Board\n\n```plan-rollup\nlens: verification\nlimit: 5\n```\n\n```plan-rollup\nlens: priorities\nsort: banana\n```\n';
const VAULT = { 'Plans/Pumps.md': PLAN, 'Board.md': BOARD };

test('exports: what is shown is copied as CSV that is no formula, as JSON, and as a Markdown table', { vault: VAULT }, async (journey) => {
  const { page } = journey;
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await journey.counts('2 open of 2');
  const copied = async (format) => {
    await page.getByRole('button', { name: /export/i }).click();
    await page.locator('.menu-item', { hasText: `Copy as ${format}` }).click();
    await page.locator('.notice', { hasText: `Copied 2 rows as ${format}` }).waitFor();
    return page.evaluate(() => globalThis.navigator.clipboard.readText());
  };
  const csv = await copied('CSV');
  assert.match(csv, /^"?Priority"?,"?Task"?,/);
  assert.match(csv, /'=seal \| ring/);
  const rows = JSON.parse(await copied('JSON'));
  assert.deepEqual(rows.map(({ hours }) => hours), [24, 2]);
  assert.match(await copied('Markdown table'), /\| P1 \| =seal \\\| ring \|/);
  await journey.staysUntouched();
});

test('hidden rows: the reason is a button that shows them', { vault: VAULT }, async (journey) => {
  await journey.lens('Verification');
  await journey.counts('2 open of 3');
  await journey.page.getByRole('button', { name: '1 done: show them' }).click();
  await journey.counts('3 shown of 3');
  await journey.row('it builds').waitFor();
});

test('block: rows in a note that is read, boxes that tick one character, mistakes in their place', { vault: VAULT }, async (journey) => {
  await journey.openNote('Board.md');
  await journey.press('Control+e');
  const [checks, priorities] = [0, 1].map((at) => journey.page.locator('.plan-rollup-block').nth(at));
  await checks.getByText('it hums').waitFor();
  await priorities.getByText('motor').waitFor();
  await priorities.getByRole('alert').getByText('banana').waitFor();
  await checks.getByRole('checkbox', { name: 'Tick: it runs' }).click();
  await journey.fileSays('Plans/Pumps.md', PLAN.replace('[ ] it runs', '[x] it runs'));
  await checks.getByRole('button', { name: 'Undo: it runs' }).click();
  await journey.fileSays('Plans/Pumps.md', PLAN);
});

async function turnCountsOn({ page }) {
  await page.keyboard.press('Control+,');
  const settings = page.getByRole('dialog');
  await settings.getByRole('button', { name: 'Plan Rollup' }).or(settings.getByRole('tab', { name: 'Plan Rollup' })).first().click();
  await settings.locator('.setting-item', { hasText: 'plan-progress' }).locator('.checkbox-container').click();
  for (let at = 0; at < 2; at++) await page.keyboard.press('Escape');
  await settings.waitFor({ state: 'detached' });
}

test('counts: off at first; then written when a number has changed and the note rests, never while one types', { vault: VAULT }, async (journey) => {
  await turnCountsOn(journey);
  await journey.openNote('Plans/Pumps.md');
  await journey.page.evaluate(() => {
    const { editor } = globalThis.app.workspace.activeEditor;
    editor.setCursor(editor.lastLine(), 0);
    editor.focus();
  });
  // The editor begins each further line of the list by itself.
  await journey.type('- [ ] ');
  const start = Date.now();
  while (Date.now() - start < 14_000) {
    await journey.type('more\n');
    await journey.page.waitForTimeout(1500);
    assert.doesNotMatch(await journey.page.evaluate(() => globalThis.app.workspace.activeEditor.editor.getValue()), /plan-open/);
  }
  const text = await journey.until('the counts', async () => {
    const now = await journey.vault.text('Plans/Pumps.md');
    return /plan-open: /.test(now) ? now : null;
  }, 30_000);
  const boxes = text.match(/- \[ \] \S/g).length;
  assert.match(text, new RegExp(`^---\\ntype: plan\\nstatus: Draft\\n(?:plan-[a-z-]+: \\d+\\n)*plan-open: ${boxes}\\n`));
});

test('preview: a pointer that rests on a row asks the app for the page preview of its line', { vault: VAULT }, async (journey) => {
  const { page } = journey;
  await page.evaluate(() => {
    globalThis.asked = [];
    globalThis.app.workspace.on('hover-link', ({ linktext, state, source }) => globalThis.asked.push({ linktext, state, source }));
  });
  await journey.row('motor').hover();
  const [first] = await journey.until('the preview', () => page.evaluate(() => (globalThis.asked.length > 0 ? globalThis.asked : null)));
  assert.equal(first.linktext, 'Plans/Pumps.md');
  assert.equal(first.state.scroll, 11);
});

const MANY = Object.fromEntries(Array.from({ length: 300 }, (_none, at) => [`Plans/Plan ${at}.md`, PLAN.replace('Pumps', `Plan ${at}`)]));

test('long reading: how much is left is shown, it can be stopped, and gone on with', { vault: MANY }, async (journey) => {
  const { page } = journey;
  // The plugin starts again while the disk is slow.
  await page.evaluate(async () => {
    const { app } = globalThis;
    const { constructor: PluginClass, manifest } = app.plugins.getPlugin('plan-rollup');
    const read = app.vault.cachedRead;
    app.vault.cachedRead = async (file) => {
      await new Promise((resolve) => globalThis.setTimeout(resolve, globalThis.isFast ? 0 : 400));
      return read.call(app.vault, file);
    };
    app.plugins.disable('plan-rollup');
    await app.plugins.enable(PluginClass, manifest, false);
    await app.workspace.ensureSideLeaf('plan-rollup', 'right', { reveal: true });
  });
  await page.getByText(/reading \d+ more notes…/).waitFor();
  await page.getByRole('button', { name: 'Stop reading' }).click();
  const goOn = page.getByRole('button', { name: /read the other notes/i });
  await goOn.waitFor();
  const shown = await page.locator('.plan-rollup-summary [role=status]').textContent();
  assert.doesNotMatch(shown, /600/);
  await page.evaluate(() => { globalThis.isFast = true; });
  await goOn.click();
  await journey.counts('600 open of 600');
  await journey.staysUntouched();
});
