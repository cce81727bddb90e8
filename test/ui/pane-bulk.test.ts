// Several rows chosen in the pane, then ticked or moved together.
import { afterEach, expect, test } from 'vitest';
import { clickButton, find, findAll, notices } from '../support/at-the-keyboard';
import { closePlugin, openPane, pane, type PluginHost, pressKeys, showLens } from './open-pane';

const plan = (title: string): string => `---\ntype: plan\nstatus: Draft\n---\n# ${title}\n\n## Verification\n\n- [ ] same\n- [ ] same\n- [ ] third\n`;

let host: PluginHost;
afterEach(() => closePlugin(host));

async function open(lens: string): Promise<void> {
  host = await openPane({ 'a.md': plan('A'), 'b.md': plan('B') });
  await showLens(host, lens);
  find('[role="treegrid"]', pane()).focus();
}

const CTRL = { ctrlKey: true };
const SHIFT = { shiftKey: true };
const bar = (): string => pane().querySelector('.plan-rollup-selection')?.textContent ?? '';
const chosen = (): number => findAll('[aria-selected="true"][role="row"]', pane()).length;
const both = (): (string | undefined)[] => [host.disk.get('a.md'), host.disk.get('b.md')];

test('by shift and arrows, one by one, all of them; Escape lets go', async () => {
  await open('Verification');
  await pressKeys(host, 'ArrowDown', 'ArrowDown', ['ArrowDown', SHIFT], ['ArrowDown', SHIFT]);
  expect([bar(), chosen()]).toEqual(['3 selectedTick 3 items…Clear', 3]);
  await pressKeys(host, ['ArrowUp', SHIFT]);
  expect(bar()).toContain('2 selected');
  await pressKeys(host, ['a', CTRL]);
  expect(bar()).toContain('6 selected');
  await pressKeys(host, 'End', [' ', CTRL]);
  expect([bar(), chosen()]).toEqual(['5 selectedTick 5 items…Clear', 5]);
  await pressKeys(host, 'Escape');
  expect([bar(), chosen()]).toEqual(['', 0]);
});

test('shift and alt clicks choose, and open nothing', async () => {
  await open('Verification');
  const texts = findAll('.plan-rollup-item-text', pane());
  texts[0]?.dispatchEvent(new MouseEvent('click', { bubbles: true, altKey: true }));
  await host.settle();
  texts[2]?.dispatchEvent(new MouseEvent('click', { bubbles: true, shiftKey: true }));
  await host.settle();
  expect([bar(), host.app.workspace.getActiveFile()]).toEqual(['3 selectedTick 3 items…Clear', null]);
});

test('ticked together after a look, twins too; what has changed is told; one undo takes all back', async () => {
  await open('Verification');
  await pressKeys(host, ['a', CTRL]);
  clickButton('Tick 6 items…', pane());
  expect(findAll('.modal li').map(({ textContent }) => textContent)).toEqual(['Asamesamethird', 'Bsamesamethird']);
  const changed = plan('B').replace('third', 'another');
  host.disk.set('b.md', changed);
  clickButton('Tick 6 items');
  await host.settle();
  expect(both()).toEqual([plan('A').replaceAll('[ ]', '[x]'), changed]);
  expect(findAll('.modal .plan-rollup-group-row-result').map(({ textContent }) => textContent)).toEqual(['Done', expect.stringContaining('same')]);
  expect(notices().join()).toContain('Ticked 3 items.');
  find('.notice button').click();
  await host.settle();
  expect(both()).toEqual([plan('A'), changed]);
});

test('cancelled, nothing is written; read-only, nothing can be chosen', async () => {
  await open('Verification');
  await pressKeys(host, ['a', CTRL]);
  clickButton('Tick 6 items…', pane());
  clickButton('Cancel');
  await host.settle();
  find('[aria-label^="Read-only"]', pane()).click();
  await host.settle();
  find('[role="treegrid"]', pane()).focus();
  await pressKeys(host, ['a', CTRL]);
  expect([bar(), both()]).toEqual(['', [plan('A'), plan('B')]]);
});

test('they stay chosen while lines come above them; twins that can’t be told apart any more count once', async () => {
  await open('Verification');
  await pressKeys(host, 'ArrowDown', 'ArrowDown', ['ArrowDown', SHIFT], ['ArrowDown', SHIFT]);
  host.writeExternally('a.md', plan('A').replace('# A\n', '# A\n\nMore\n'));
  await host.settle();
  expect([bar(), chosen()]).toEqual(['2 selectedTick 2 items…Clear', 2]);
});

test('plans are moved together by the dialog for several', async () => {
  await open('Plans');
  await pressKeys(host, ['a', CTRL]);
  clickButton('Move 2 plans…', pane());
  await host.settle();
  expect((find('.prompt input') as HTMLInputElement).placeholder).toBe('Move 2 notes to');
});

test('where nothing can be done with several rows, the keys and clicks that choose say so, and open nothing', async () => {
  host = await openPane({ 'a.md': '# A plan\n\n## Priorities\n\n| Task | Priority |\n|---|---|\n| one | High |\n' });
  await showLens(host, 'Priorities');
  find('[role="treegrid"]', pane()).focus();
  await pressKeys(host, ['a', CTRL]);
  find('.plan-rollup-item', pane()).dispatchEvent(new MouseEvent('click', { bubbles: true, altKey: true }));
  await host.settle();
  expect(notices().every((text) => text.startsWith('Rows are chosen together in Plans'))).toBe(true);
  expect([notices().length, host.app.workspace.getActiveFile()]).toEqual([2, null]);
});

test('where one reads from right to left, arrows point on and back the other way', async () => {
  await open('Verification');
  document.body.style.direction = 'rtl';
  await pressKeys(host, 'Home', 'ArrowRight');
  const collapsed = findAll('[role="row"][aria-expanded="false"]', pane()).length;
  await pressKeys(host, 'ArrowLeft');
  document.body.style.direction = '';
  expect([collapsed, findAll('[role="row"][aria-expanded="false"]', pane()).length]).toEqual([1, 0]);
});
