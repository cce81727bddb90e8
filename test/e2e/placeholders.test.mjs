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
