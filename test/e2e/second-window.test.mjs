// The pane in a window of its own, as Obsidian's “Move to new window” puts it there: the same elements in another document.
import assert from 'node:assert/strict';
import { test } from './suite.mjs';

const VAULT = { 'Plans/Pumps.md': '---\ntype: plan\nstatus: Draft\n---\n# Pumps plan\n\n## Priorities\n\n| Item | Priority | Effort |\n|---|---|---|\n| seal | P1 | 2h |\n\n## Verification\n\n- [ ] it builds\n- [ ] it runs\n' };

/** Moves the pane into a new window, and answers that window's page. Obsidian gives each window its own methods of elements. */
async function moveToNewWindow(page) {
  const [popup] = await Promise.all([page.waitForEvent('popup'), page.evaluate(() => {
    const { document } = globalThis;
    const win = globalThis.open('about:blank', '_blank', 'popup,width=520,height=700');
    for (const name of ['Node', 'Element', 'HTMLElement', 'SVGElement', 'Document', 'UIEvent']) {
      const own = Object.getOwnPropertyDescriptors(win[name].prototype);
      for (const [key, property] of Object.entries(Object.getOwnPropertyDescriptors(globalThis[name].prototype))) if (!Object.hasOwn(own, key)) Object.defineProperty(win[name].prototype, key, property);
    }
    for (const style of document.querySelectorAll('style, link[rel=stylesheet]')) win.document.head.append(style.cloneNode(true));
    win.document.body.className = document.body.className;
    win.document.body.style.blockSize = '100vh';
    win.document.body.append(document.querySelector('.plan-rollup-pane').parentElement);
  })]);
  return popup;
}

test('second window: lenses, rows, ticks with undo, cells and the filter work there too', { vault: VAULT }, async (journey) => {
  const { vault } = journey;
  const popup = await moveToNewWindow(journey.page);
  const errors = [];
  popup.on('pageerror', (error) => errors.push(error.message));
  const shows = (count) => popup.locator('.plan-rollup-summary [role=status]', { hasText: count }).waitFor();
  await popup.getByRole('tab', { name: 'Verification' }).click();
  await shows('2 open of 2');
  await popup.getByRole('checkbox', { name: 'Tick: it builds' }).click();
  await shows('1 open of 2');
  assert.match(await vault.text('Plans/Pumps.md'), /- \[x\] it builds\n- \[ \] it runs/);
  await popup.getByRole('button', { name: 'Undo: it builds' }).click();
  await shows('2 open of 2');
  await vault.write('Plans/Pumps.md', (await vault.text('Plans/Pumps.md')).replace('it runs', 'it hums'));
  await popup.getByRole('gridcell', { name: 'it hums', exact: true }).waitFor();
  await popup.getByRole('tab', { name: 'Priorities' }).click();
  await popup.getByRole('treegrid', { name: 'Priorities' }).focus();
  await popup.keyboard.press('F2');
  await popup.getByRole('combobox', { name: 'priority of seal' }).fill('P0');
  await popup.keyboard.press('Enter');
  await journey.until('the cell to be written', async () => (await vault.text('Plans/Pumps.md'))?.includes('| seal | P0 | 2h |'));
  await popup.keyboard.press('/');
  await popup.keyboard.type('nothing has this');
  await popup.getByText('None of 1 rows match the filter').waitFor();
  assert.deepEqual(errors, []);
});
