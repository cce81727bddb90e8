import assert from 'node:assert/strict';
import { test } from './suite.mjs';

const PLAN = '---\ntype: plan\n---\n# [Name] plan\n\n**Status:** Draft | In Review | Approved\n\n**Owner:** {OWNER}\n\n- [ ] [What to check]\n- Risk: [Low/Medium/High]\n';
const VAULT = { 'Plan.md': PLAN, 'Other.md': '# Other\n\n[Chorus] and [link](x)\n' };

const marks = (journey) => journey.page.locator('.plan-rollup-slot').allTextContents();
const left = (journey) => journey.page.locator('.plan-rollup-slots-left');

async function selects(journey, text) {
  await journey.until(`“${text}” selected`, async () => (await journey.selection()) === text);
}

test('placeholders: a plan is filled with Tab, a choice by its list, and the count goes down to nothing', { vault: VAULT }, async (journey) => {
  await journey.openNote('Plan.md');
  await left(journey).getByText('5 placeholders left', { exact: true }).waitFor();
  await left(journey).click();
  await selects(journey, '[Name]');
  await journey.type('Pumps');
  await journey.press('Tab');
  await selects(journey, 'Draft | In Review | Approved');
  const options = journey.page.getByRole('listbox', { name: 'Options' }).getByRole('option');
  assert.deepEqual(await options.allTextContents(), ['Draft', 'In Review', 'Approved']);
  await journey.press('ArrowDown', 'Enter');
  await journey.press('Tab');
  await selects(journey, '{OWNER}');
  await journey.press('Shift+Tab');
  await selects(journey, '[Low/Medium/High]');
  await options.getByText('Medium').click();
  await journey.press('Tab');
  await selects(journey, '{OWNER}');
  await journey.type('Ops');
  await journey.press('Tab');
  await journey.type('Pressure holds');
  await journey.press('Tab');
  await left(journey).waitFor({ state: 'hidden' });
  await journey.fileSays('Plan.md', '---\ntype: plan\n---\n# Pumps plan\n\n**Status:** In Review\n\n**Owner:** Ops\n\n- [ ] Pressure holds\n- Risk: Medium\n');
  await journey.onlyChanged('Plan.md');
});

const STYLES = [
  '[Brief Description]', '{FEATURE_TITLE}', '{Low/Medium/High — potential for regression}', '[Yes/No]', 'YYYY-MM-DD', 'Draft | In Review | Approved', '[feature/<issue-number>-<short-description>]', '/path/to/file.ext:123-145', '[command]', '{{date}}', '{{date:DD.MM.YYYY}}', '{{time}}', '{{title}}',
];
const STYLED = `---\ntype: plan\n---\n# Plan: ${STYLES[0]} by ${STYLES[1]}\n\n- Risk: ${STYLES[2]}\n- Breaking: ${STYLES[3]}\n\n**Date:** ${STYLES[4]}  \n**Status:** ${STYLES[5]}\n\nBranch: ${STYLES[6]}\n\n- **Location**: \`${STYLES[7]}\`\n- Run it: \`${STYLES[8]}\`\n\nMade ${STYLES[9]}, ${STYLES[10]}, ${STYLES[11]}: ${STYLES[12]}\n`;
const NO_SLOTS = '\n[text](x.md) [[Note|alias]] ![[image.png]] [ref][1] [^1]\n\n- [ ] box\n- [x] [P] [US1] done\n\n> [!note] Title\n> as [1] and [@smith] say\n\n[1]: https://example.org\n[^1]: note\n\n`list[Name]` and { "a": [1, "Name"] }\n\n```ts\nconst a = [Name];\n```\n\n```mermaid\nflowchart TD\n  A["User Action"] --> B[Name]\n```\n';

test('placeholders: every style of forms is marked and counted, and nothing else', { vault: { 'Styles.md': STYLED + NO_SLOTS } }, async (journey) => {
  await journey.openNote('Styles.md');
  await left(journey).getByText(`${STYLES.length} placeholders left`, { exact: true }).waitFor();
  const seen = new Set(await marks(journey));
  for (let line = 0; line < STYLED.split('\n').length + 25; line += 8) {
    await journey.moveCaret(line, 0);
    await journey.page.evaluate((at) => window.app.workspace.activeEditor.editor.scrollIntoView({ from: { line: at, ch: 0 }, to: { line: at, ch: 0 } }, true), line);
    await journey.page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
    for (const mark of await marks(journey)) seen.add(mark);
  }
  assert.deepEqual([...seen].sort(), [...STYLES].sort());
  await journey.staysUntouched();
});

test('placeholders: the pane says of each plan how many are left, and follows what is filled in on disk', { vault: { 'Plans/A.md': `${PLAN}\n## Verification\n\n- [ ] {What to look at}\n`, 'Plans/B.md': '# B plan\n\n## Verification\n\n- [ ] Seen\n', 'Note.md': '# Note\n\n## Verification\n\n- [ ] {What to look at} and [Name]\n' } }, async (journey) => {
  await journey.command('Open the pane');
  await journey.lens('Verification');
  const group = (name) => journey.page.getByRole('row', { name });
  await group(/^\[Name\] plan, 0 of \d done, 6 placeholders left$/).getByText('6 to fill').waitFor();
  await group('B plan, 0 of 1 done').waitFor();
  assert.equal(await journey.page.locator('.plan-rollup-to-fill').count(), 1);
  await journey.vault.write('Plans/A.md', journey.vault.before('Plans/A.md').replace('{OWNER}', 'Ops').replace('[Name]', 'Pumps'));
  await group(/^Pumps plan, 0 of \d done, 4 placeholders left$/).getByText('4 to fill').waitFor();
  await journey.onlyChanged('Plans/A.md');
});

test('placeholders: Escape leaves a slot, Tab indents again; looking around writes nothing', { vault: VAULT }, async (journey) => {
  await journey.openNote('Plan.md');
  await journey.command('Go to next placeholder');
  await selects(journey, '[Name]');
  await journey.press('Tab', 'Escape');
  assert.equal(await journey.page.getByRole('listbox', { name: 'Options' }).count(), 0);
  await selects(journey, 'Draft | In Review | Approved');
  await journey.press('Escape');
  await selects(journey, '');
  await journey.press('Tab');
  await journey.until('the line indented', async () => (await journey.editorText()).includes('\t'));
  await journey.press('Control+z');
  await journey.fileSays('Plan.md', PLAN);
  await journey.openNote('Other.md');
  assert.deepEqual(await marks(journey), []);
  await left(journey).waitFor({ state: 'hidden' });
  await journey.staysUntouched();
});

test('placeholders: on a phone the options of a choice, and the dialog that saves a template, are large enough for the thumb', { vault: VAULT, viewport: { width: 390, height: 844 } }, async (journey) => {
  const { page } = journey;
  const isLarge = async (targets) => {
    for (const target of await targets.all()) {
      const { x, width, height } = await target.boundingBox();
      assert.ok(height >= 44 && x >= 0 && x + width <= 390, `${await target.evaluate((element) => element.outerHTML)}: ${height} px high, from ${x} to ${x + width}`);
    }
  };
  await journey.openNote('Plan.md');
  await journey.command('Go to next placeholder');
  await journey.command('Go to next placeholder');
  const options = page.getByRole('listbox', { name: 'Options' }).getByRole('option');
  await options.first().waitFor();
  await isLarge(options);
  await options.getByText('In Review').click();
  const filled = PLAN.replace('Draft | In Review | Approved', 'In Review');
  await journey.fileSays('Plan.md', filled);
  await journey.command('Save as template…');
  await isLarge(page.locator('.modal').locator('input, button'));
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.getByRole('button', { name: 'Save', exact: true }).waitFor();
  await isLarge(page.locator('.modal').locator('input[type=text], label, button'));
  await page.getByRole('button', { name: 'Cancel' }).click();
  await journey.keepsSaying('Plan.md', filled);
  await journey.onlyChanged('Plan.md');
});

test('placeholders: the mark is a dotted line as well as a colour, in light, dark and forced colours', { vault: VAULT }, async (journey) => {
  await journey.openNote('Plan.md');
  assert.deepEqual(await marks(journey), ['[Name]', 'Draft | In Review | Approved', '{OWNER}', '[What to check]', '[Low/Medium/High]']);
  for (const look of [{ colorScheme: 'light' }, { colorScheme: 'dark' }, { forcedColors: 'active' }]) {
    await journey.page.emulateMedia(look);
    const line = await journey.page.locator('.plan-rollup-slot').first().evaluate((element) => window.getComputedStyle(element).textDecorationStyle);
    assert.equal(line, 'dotted');
  }
});

for (const theme of ['light', 'dark'])
  test(`placeholders: the options have the colours of the ${theme} theme`, { vault: VAULT, theme }, async (journey) => {
    await journey.openNote('Plan.md');
    await journey.command('Go to next placeholder');
    await selects(journey, '[Name]');
    await journey.press('Tab');
    const list = journey.page.getByRole('listbox', { name: 'Options' });
    await list.waitFor();
    const [shown, wanted] = await list.evaluate((element) => {
      const probe = document.body.appendChild(document.createElement('div'));
      probe.style.cssText = 'color: var(--text-normal); background: var(--background-primary)';
      return [element, probe].map((each) => [window.getComputedStyle(each).color, window.getComputedStyle(each).backgroundColor]);
    });
    assert.deepEqual(shown, wanted);
  });

test('placeholders: typing in a plan of 3,000 lines is not held up', { vault: { 'Long.md': `---\ntype: plan\n---\n${'# [Name] plan\n\n- [ ] [What to check]\n- Risk: [Low/Medium/High]\n\nPlain text with a `span` and a [link](x).\n\n'.repeat(430)}` } }, async (journey) => {
  await journey.openNote('Long.md');
  await journey.moveCaret(20, 0);
  const withMarks = await perKey(journey);
  await journey.page.evaluate(() => window.app.plugins.disable('plan-rollup'));
  const without = await perKey(journey);
  console.log(`    a key in 3,014 lines: ${withMarks.toFixed(2)} ms with the plugin, ${without.toFixed(2)} ms without`);
  assert.ok(withMarks - without <= 2, `${withMarks.toFixed(2)} ms with, ${without.toFixed(2)} ms without`);
});

/** Milliseconds of work for a key, on average; the page's clock has whole ones only. */
function perKey(journey) {
  return journey.page.evaluate(async () => {
    const { cm } = window.app.workspace.activeEditor.editor;
    let spent = 0;
    for (let key = 0; key < 200; key++) {
      const start = performance.now();
      cm.dispatch({ ...cm.state.replaceSelection('a'), userEvent: 'input.type' });
      spent += performance.now() - start;
      await new Promise((resolve) => requestAnimationFrame(resolve));
    }
    return spent / 200;
  });
}
