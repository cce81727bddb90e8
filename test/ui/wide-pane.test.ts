// The pane where it is wide: a table with a header, sorted and resized there, whose rows can do what narrow ones do.
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { fillIn, find, findAll, press } from '../support/at-the-keyboard';
import { closePlugin, lines, openPane, pane, type PluginHost, pressKeys, showLens } from './open-pane';

const GAPS = '---\ntype: plan\nstatus: Draft\nowner: Ana\n---\n# Gaps\n\n| Task | Priority | Effort | When |\n| --- | --- | --- | --- |\n| Backups | Low | S |  |\n| Login | High | 4h | now |\n\n## Verification\n\n- [ ] **First** check\n- [x] Second check\n';

/** The pane's width in CSS pixels, and what happens when it changes. */
let width = 900;
let observers: (() => void)[] = [];
let host: PluginHost;

class Observer {
  constructor(private readonly run: () => void) {}
  observe(): void { observers.push(this.run); }
  unobserve(): void { /* not used */ }
  disconnect(): void { observers = observers.filter((each) => each !== this.run); }
}

beforeEach(() => {
  width = 900;
  observers = [];
  vi.stubGlobal('ResizeObserver', Observer);
  vi.spyOn(HTMLElement.prototype, 'clientWidth', 'get').mockImplementation(function (this: HTMLElement) {
    return this.hasClass('plan-rollup-pane') ? width : 0;
  });
});
afterEach(async () => {
  await closePlugin(host);
  vi.unstubAllGlobals();
});

async function open(lens: string): Promise<void> {
  host = await openPane({ 'gaps.md': GAPS });
  await showLens(host, lens);
}

async function becomes(pixels: number): Promise<void> {
  width = pixels;
  for (const run of [...observers]) run();
  await host.settle();
}

const headers = (): (string | null)[] => findAll('[role="columnheader"]', pane()).map((header) => header.getAttribute('aria-label'));
const header = (name: string): HTMLElement => find(`[role="columnheader"][aria-label="${name}"]`, pane());
const handle = (name: string): HTMLElement => find(`[role="separator"][aria-label="Width of ${name}"]`, pane());
/** Texts of the cells of each row. */
const cells = (): (string | null)[][] => findAll('.plan-rollup-line .plan-rollup-item', pane()).map((row) => findAll('[role="gridcell"]', row).map(({ textContent }) => textContent));
const template = (): string => find('[role="treegrid"]', pane()).style.getPropertyValue('--plan-rollup-columns');

async function click(el: HTMLElement, init: MouseEventInit = {}): Promise<void> {
  el.dispatchEvent(new MouseEvent('click', { bubbles: true, ...init }));
  await host.settle();
}

test('from 720 pixels on the list is a table: a header, then one row each with a cell below every header', async () => {
  await open('Priorities');
  expect(headers()).toEqual(['Priority', 'Task', 'Effort', 'Impact', 'When', 'Plan']);
  expect(cells()).toEqual([['High', 'Login', '4h', '', 'now', 'Gaps'], ['Low', 'Backups', 'S', '', '', 'Gaps']]);
  const grid = find('[role="treegrid"]', pane());
  expect([grid.getAttribute('aria-rowcount'), ...findAll('[role="row"]', grid).map((row) => row.getAttribute('aria-rowindex'))]).toEqual(['3', '1', '2', '3']);
  await becomes(719);
  expect([headers(), lines(), grid.getAttribute('aria-rowcount'), template()]).toEqual([[], ['Login', 'Backups'], '2', '']);
  await becomes(720);
  expect(headers()[0]).toBe('Priority');
});

test('each lens has its cells', async () => {
  await open('Plans');
  expect(cells()).toEqual([['Draft', 'Gaps', '1/2', 'First check', 'Ana', '0']]);
  await showLens(host, 'Verification');
  expect([headers(), cells()]).toEqual([['Check', 'Class', 'Phase'], [['First check', '', '']]]);
});

test('behind another tab, where it has no width, it stays as it is', async () => {
  await open('Priorities');
  await becomes(0);
  expect(headers()).toHaveLength(6);
});

describe('sorting', () => {
  const sorts = (): (string | null)[] => findAll('[role="columnheader"]', pane()).map((each) => each.getAttribute('aria-sort'));

  test('a click or Enter sorts by the column, another one the other way round; the select box says the same', async () => {
    await open('Priorities');
    expect(sorts()).toEqual(['ascending', 'none', 'none', 'none', 'none', 'none']);
    await click(header('Task'));
    expect([lines(), sorts()[1], (find('[aria-label="Sort by"]', pane()) as HTMLSelectElement).value]).toEqual([['Backups', 'Login'], 'ascending', 'text']);
    header('Task').focus();
    press('Enter');
    await host.settle();
    expect([lines(), sorts()[1]]).toEqual([['Login', 'Backups'], 'descending']);
  });

  test('Shift and a click add a key; Space too does not reach the list', async () => {
    await open('Priorities');
    await click(header('Effort'), { shiftKey: true });
    expect([sorts().slice(0, 3), findAll('option', find('[aria-label="Sort by"]', pane()))[0]?.textContent]).toEqual([['ascending', 'none', 'ascending'], 'Several: Priority, Effort']);
    header('Plan').focus();
    press(' ');
    await host.settle();
    expect([sorts()[5], host.app.workspace.getActiveFile()]).toEqual(['ascending', null]);
  });

  test('a column that the lens can’t sort by is no button', async () => {
    await open('Verification');
    expect([header('Class').getAttribute('aria-sort'), header('Class').hasAttribute('tabindex'), header('Check').getAttribute('tabindex')]).toEqual([null, false, '0']);
  });
});

describe('widths', () => {
  test('arrows make a column wider and narrower, Home and End go to the limits, Delete and a double click give its own width back', async () => {
    await open('Priorities');
    handle('Effort').focus();
    const seen: (string | null)[] = [];
    for (const key of ['ArrowRight', 'ArrowRight', 'ArrowLeft', 'Home', 'End', 'Delete', 'ArrowLeft']) {
      await pressKeys(host, key);
      seen.push(handle('Effort').getAttribute('aria-valuenow'));
    }
    expect(seen).toEqual(['100', '110', '100', '40', '800', '90', '80']);
    expect([handle('Effort').getAttribute('aria-valuemin'), handle('Effort').getAttribute('aria-valuemax'), handle('Effort').getAttribute('aria-orientation')]).toEqual(['40', '800', 'vertical']);
    expect(template()).toContain('minmax(200px, 1fr) minmax(40px, 80px)');
    handle('Effort').dispatchEvent(new MouseEvent('dblclick', { bubbles: true }));
    await host.settle();
    expect(template()).toContain('minmax(200px, 1fr) minmax(40px, 90px)');
  });

  test('where one writes from right to left, the arrow to the left makes it wider', async () => {
    await open('Priorities');
    pane().style.direction = 'rtl';
    handle('Effort').focus();
    await pressKeys(host, 'ArrowLeft');
    expect(handle('Effort').getAttribute('aria-valuenow')).toBe('100');
  });

  test('they are remembered for each lens, with the rest of the pane, and neither sort nor open anything', async () => {
    await open('Priorities');
    handle('Effort').focus();
    await pressKeys(host, 'End');
    await click(handle('Effort'));
    await showLens(host, 'Risks');
    await showLens(host, 'Priorities');
    const [leaf] = host.app.workspace.getLeavesOfType('plan-rollup');
    expect([handle('Effort').getAttribute('aria-valuenow'), leaf?.getViewState().state]).toEqual(['800', expect.objectContaining({ widths: { priorities: { effort: 800 } }, lenses: {} })]);
    await leaf?.setViewState({ type: 'plan-rollup', state: { lens: 'priorities', widths: { priorities: { effort: 300, nothing: 90, when: 'wide' }, plans: null, elsewhere: {} } } });
    await host.settle();
    expect([handle('Effort').getAttribute('aria-valuenow'), leaf?.getViewState().state]).toEqual(['300', expect.objectContaining({ widths: { priorities: { effort: 300 }, plans: {} } })]);
  });
});

describe('rows', () => {
  test('a tick writes its one character, and Undo stands beside it; neither opens the note', async () => {
    await open('Verification');
    await click(find('[role="checkbox"]', pane()));
    expect(host.disk.get('gaps.md')).toBe(GAPS.replace('[ ] **First', '[x] **First'));
    await click(find('[aria-label="Undo: First check"]', pane()));
    expect([host.disk.get('gaps.md'), host.app.workspace.getActiveFile()]).toEqual([GAPS, null]);
    await click(find('.plan-rollup-item', pane()));
    expect(host.app.workspace.getActiveFile()?.path).toBe('gaps.md');
  });

  test('cells are reached and edited where they stand, an empty one too; what is typed survives another width', async () => {
    await open('Priorities');
    find('[role="treegrid"]', pane()).focus();
    await pressKeys(host, 'ArrowDown', 'ArrowRight', 'ArrowRight', 'ArrowRight');
    const reached = find('.plan-rollup-cell.is-focused', pane());
    expect([reached.getAttribute('aria-label'), find('[role="treegrid"]', pane()).getAttribute('aria-activedescendant')]).toEqual(['When: empty', reached.id]);
    await pressKeys(host, 'Enter');
    fillIn(find('.plan-rollup-cell-edit input', pane()) as HTMLInputElement, 'later');
    await becomes(400);
    await becomes(1200);
    find('.plan-rollup-cell-edit input', pane()).focus();
    await pressKeys(host, 'Enter');
    expect(host.disk.get('gaps.md')).toBe(GAPS.replace('| S |  |', '| S | later |'));
  });

  test('the current line and chosen rows stay when the width changes', async () => {
    await open('Verification');
    find('[role="treegrid"]', pane()).focus();
    await pressKeys(host, 'End', [' ', { ctrlKey: true }]);
    await becomes(500);
    expect([find('.is-current [aria-selected="true"]', pane()).textContent, findAll('.plan-rollup-selection', pane()).length]).toEqual(['First check', 1]);
    await becomes(1000);
    expect(find('.is-current [aria-selected="true"]', pane()).className).toContain('is-table');
  });
});

describe('in a tab', () => {
  test('the command opens one that shows what the sidebar does, once; its ids are its own, and a row opens beside it', async () => {
    await open('Verification');
    host.runCommand('open-rollup-tab');
    await host.settle();
    host.runCommand('open-rollup-tab');
    await host.settle();
    const panes = findAll('.workspace-leaf-content .plan-rollup');
    expect(panes.map((each) => find('[role="tab"][aria-selected="true"]', each).textContent)).toEqual(['Verification', 'Verification']);
    const ids = findAll('.plan-rollup [id]').map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    await click(find('.plan-rollup-item', panes.find((each) => each.closest('.mod-root')) ?? pane()));
    expect([host.app.workspace.getActiveFile()?.path, host.app.workspace.getLeavesOfType('plan-rollup').length]).toEqual(['gaps.md', 2]);
  });
});
