// The code block in a note that is read: rows, boxes, links, and what is wrong with it.
import { MarkdownView } from 'obsidian';
import { afterEach, expect, test } from 'vitest';
import { clickButton, find, findAll } from '../support/at-the-keyboard';
import { closePlugin, openPlugin, type PluginHost } from '../commands/open-plugin';

const PLAN = '# Pump plan\n\n## Verification\n\n- [ ] runs dry\n- [x] starts\n';

let host: PluginHost;
afterEach(() => closePlugin(host));

async function read(block: string, files: Readonly<Record<string, string>> = { 'Plans/pump.md': PLAN }): Promise<HTMLElement> {
  host = await openPlugin({ ...files, 'board.md': `# Board\n\n\`\`\`plan-rollup\n${block}\n\`\`\`\n` });
  const view = await host.open('board.md');
  expect(view).toBeInstanceOf(MarkdownView);
  await view.setState({ ...view.getState(), mode: 'preview' }, { history: false });
  await host.settle();
  return find('.plan-rollup-block');
}

test('it lists what is asked for and follows the vault', async () => {
  const el = await read('lens: verification\ngroup: none');
  expect(findAll('tbody tr', el).map((row) => row.textContent)).toEqual(['runs dryPump plan']);
  host.writeExternally('Plans/pump.md', PLAN.replace('- [x] starts', '- [ ] starts'));
  await host.settle();
  expect(findAll('tbody tr', find('.plan-rollup-block')).map((row) => row.textContent)).toEqual(['runs dryPump plan', 'startsPump plan']);
});

test('the plan is a column, unless it is the heading above its rows; a column that no row fills is none', async () => {
  const heads = (el: HTMLElement): (string | null)[] => findAll('thead th', el).map(({ textContent }) => textContent);
  expect(heads(await read('lens: verification'))).toEqual(['', 'Check']);
  await closePlugin(host);
  expect(heads(await read('lens: verification\ngroup: status', { 'a.md': PLAN.replace('- [ ]', '**Manual:**\n- [ ]') }))).toEqual(['', 'Check', 'Class', 'Plan']);
});

test('its boxes tick the note, one character', async () => {
  const el = await read('lens: verification');
  find('input[type="checkbox"][aria-label="Tick: runs dry"]', el).click();
  await host.settle();
  expect(host.disk.get('Plans/pump.md')).toBe(PLAN.replace('[ ] runs', '[x] runs'));
  // It stays where it was, so that the next click hits what it was meant for, or takes it back.
  expect(findAll('tbody tr.is-kept', el).map(({ textContent }) => textContent)).toEqual(['runs dryUndo']);
  clickButton('Undo', el);
  await host.settle();
  expect(host.disk.get('Plans/pump.md')).toBe(PLAN);
});

test('what it does not understand is said in place, and the rest is shown', async () => {
  const el = await read('lense: plans\nquery: stauts:x');
  expect(findAll('[role="alert"]', el).map((each) => each.textContent)).toEqual([expect.stringContaining('“lense: plans”'), expect.stringContaining('stauts')]);
  expect(findAll('tbody tr', el).length).toBeGreaterThan(0);
});

test('no more rows than the limit, and how many are left out', async () => {
  const el = await read('query: is:any\ngroup: none\nlimit: 1');
  expect([findAll('tbody tr', el).length, find('.plan-rollup-block-note', el).textContent]).toEqual([1, '1 more. “limit: 2” shows more.']);
});

test.each([
  ['query: nothing-like-it', 'No rows match this query. Of 2 in all: 1 don’t match, 1 done.'],
  ['lens: risks', 'Nothing to show: no plan has rows of this kind.'],
  ['query: -is:open -is:done', 'No rows match this query. Of 2 in all: 1 done, 1 open.'],
])('a block without rows says why: %s', async (block, note) => {
  expect(find('.plan-rollup-block-note', await read(block)).textContent).toBe(note);
});
