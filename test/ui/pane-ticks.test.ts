// A ticked row stays for a while, struck through, and can be taken back where it was ticked.
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { STAYS_FOR } from '../../src/ui/pane/use-ticks';
import { dialogIsOpen, find, findAll, notices, press } from '../support/at-the-keyboard';
import { checkbox, closePlugin, lines, openPane, pane, type PluginHost, showLens, summary } from './open-pane';

const SYNC = '# Sync plan\n\n## Verification\n\n- [ ] first\n- [ ] same\n- [ ] same\n- [x] third\n';
const TICKED = SYNC.replace('[ ] first', '[x] first');

let host: PluginHost;
/** Ends of the rows' stays that are still to come. */
let ends: (() => void)[] = [];

beforeEach(() => {
  ends = [];
});
afterEach(() => closePlugin(host));

async function open(): Promise<void> {
  host = await openPane({ 'sync.md': SYNC });
  const plain = window.setTimeout.bind(window);
  vi.spyOn(window, 'setTimeout').mockImplementation(((run: () => void, ms?: number) => (ms === STAYS_FOR ? ends.push(run) : plain(run, ms))) as typeof window.setTimeout);
  await showLens(host, 'Verification');
}

async function tick(text: string): Promise<void> {
  checkbox(text).click();
  await host.settle();
}

/** Texts of the rows that stay. */
function staying(): string[] {
  return findAll('.is-kept.is-done .plan-rollup-item-text', pane()).map(({ textContent }) => textContent);
}

async function undo(text: string): Promise<void> {
  find(`[aria-label="Undo: ${text}"]`, pane()).click();
  await host.settle();
}

const said = (): string => find('[aria-live="polite"]', pane()).textContent;

test('it stays struck through, counted as done, is told of, and goes', async () => {
  await open();
  await tick('first');
  expect([host.disk.get('sync.md'), staying(), summary(), lines()[0]]).toEqual([TICKED, ['first'], '2 open of 4', 'Sync plan 2/4']);
  expect(said()).toContain('first');
  for (const end of ends) end();
  await host.settle();
  expect([staying(), lines()]).toEqual([[], ['Sync plan 2/4', 'Verification 2/4', 'same', 'same']]);
});

test('Undo restores the note byte for byte, and the row is open again', async () => {
  await open();
  await tick('first');
  await undo('first');
  expect([host.disk.get('sync.md'), staying(), lines()]).toEqual([SYNC, [], ['Sync plan 1/4', 'Verification 1/4', 'first', 'same', 'same']]);
  expect([said(), notices()]).toEqual(['Undone: first', []]);
});

test('Space ticks, and Space again takes it back', async () => {
  await open();
  find('[role="treegrid"]', pane()).focus();
  for (const key of ['ArrowDown', 'ArrowDown', ' ']) {
    press(key);
    await host.settle();
  }
  expect(host.disk.get('sync.md')).toBe(TICKED);
  press(' ');
  await host.settle();
  expect(host.disk.get('sync.md')).toBe(SYNC);
});

test('s sets the status of its plan while it stays, and when it has gone and left its place to a heading', async () => {
  host = await openPane({ 'a.md': SYNC.replace('# Sync plan', '# Alone').replace(/- \[.\] (same|third)\n/g, ''), 'b.md': '---\ntype: plan\nstatus: Draft\n---\n# Next\n\n## Verification\n\n- [ ] x\n' });
  const plain = window.setTimeout.bind(window);
  vi.spyOn(window, 'setTimeout').mockImplementation(((run: () => void, ms?: number) => (ms === STAYS_FOR ? ends.push(run) : plain(run, ms))) as typeof window.setTimeout);
  await showLens(host, 'Verification');
  find('[role="treegrid"]', pane()).focus();
  const send = async (...keys: string[]): Promise<void> => {
    for (const key of keys) {
      press(key);
      await host.settle();
    }
  };
  await send('ArrowDown', 'ArrowDown', ' ', 's');
  expect([staying(), dialogIsOpen()]).toEqual([['first'], true]);
  await send('Escape');
  for (const end of ends) end();
  await host.settle();
  expect([staying(), lines()]).toEqual([[], ['Next 0/1', 'Verification 0/1', 'x']]);
  find('[role="treegrid"]', pane()).focus();
  await send('Home', 's');
  expect(dialogIsOpen()).toBe(true);
  await send('Escape');
  find('[role="treegrid"]', pane()).focus();
  await send('ArrowDown', 's');
  expect(dialogIsOpen()).toBe(true);
  await send('Escape');
});

test('where the note has changed since, Undo is refused and says why', async () => {
  await open();
  await tick('first');
  const changed = TICKED.replace('third', 'third, and more');
  host.writeExternally('sync.md', changed);
  await host.settle();
  await undo('first');
  expect(host.disk.get('sync.md')).toBe(changed);
  expect(notices().join()).toContain('has changed since “Tick “first””');
});

test('of twins the one that was ticked stays, and is taken back, though lines came above it', async () => {
  await open();
  findAll('[aria-label="Tick: same"]', pane())[1]?.click();
  await host.settle();
  expect(findAll('[role="row"]', pane()).map((row) => [row.textContent, row.hasClass('is-kept')]).slice(3)).toEqual([['same', false], ['sameUndo', true]]);
  host.writeExternally('sync.md', (host.disk.get('sync.md') ?? '').replace('# Sync plan\n', '# Sync plan\n\nMore\n'));
  await host.settle();
  expect(findAll('[role="row"]', pane()).map((row) => row.textContent).slice(3)).toEqual(['same', 'sameUndo']);
});

test('twins that are ticked right after each other are both ticked, though the list has not caught up', async () => {
  await open();
  const [first, second] = findAll('[aria-label="Tick: same"]', pane());
  first?.click();
  second?.click();
  await host.settle();
  expect([host.disk.get('sync.md'), notices()]).toEqual([SYNC.replace(/\[ \] same/g, '[x] same'), []]);
});

test('twins of which one is ticked right after another program has changed the note are left alone', async () => {
  await open();
  const [first, second] = findAll('[aria-label="Tick: same"]', pane());
  const changed = SYNC.replace('- [ ] same\n', '- [ ] same\n- [ ] same\n').replace('[ ] same', '[x] same');
  const edit = host.app.vault.process.bind(host.app.vault);
  const process = vi.spyOn(host.app.vault, 'process').mockImplementationOnce(async (...args) => {
    const done = await edit(...args);
    host.adapter.disk.set('sync.md', changed);
    return done;
  });
  first?.click();
  second?.click();
  await host.settle();
  expect([host.disk.get('sync.md'), process.mock.calls.length]).toEqual([changed, 2]);
  expect(notices().join()).toContain('is not the only one of its kind');
});

test('the last one of a plan stays under its plan; another lens or filter lets it go', async () => {
  await open();
  for (const text of ['first', 'same', 'same']) {
    const [box] = findAll(`.plan-rollup-item:not(.is-kept) [aria-label="Tick: ${text}"]`, pane());
    box?.click();
    await host.settle();
  }
  expect([staying(), summary(), findAll('.plan-rollup-group', pane()).length]).toEqual([['first', 'same', 'same'], '0 open of 4', 2]);
  await showLens(host, 'Priorities');
  await showLens(host, 'Verification');
  expect(find('.plan-rollup-empty', pane()).textContent).toContain('All 4 are done');
});

test('closed meanwhile, nothing happens any more', async () => {
  await open();
  await tick('first');
  const cleared = vi.spyOn(window, 'clearTimeout');
  host.app.workspace.detachLeavesOfType('plan-rollup');
  await host.settle();
  expect(cleared).toHaveBeenCalled();
});

test('Space that is held ticks one row, and a double click ticks once', async () => {
  await open();
  find('[role="treegrid"]', pane()).focus();
  for (const key of ['ArrowDown', 'ArrowDown', ' ']) {
    press(key);
    await host.settle();
  }
  for (let repeat = 0; repeat < 20; repeat++) {
    press(' ', { repeat: true });
    await host.settle();
  }
  expect(host.disk.get('sync.md')).toBe(TICKED);
  for (const end of ends) end();
  await host.settle();
  const [box] = findAll('[role="checkbox"]', pane());
  box?.dispatchEvent(new MouseEvent('click', { bubbles: true, detail: 1 }));
  await host.settle();
  for (const each of findAll('[role="checkbox"]', pane())) each.dispatchEvent(new MouseEvent('click', { bubbles: true, detail: 2 }));
  await host.settle();
  expect((host.disk.get('sync.md') ?? '').match(/\[x\]/g)).toHaveLength(3);
});

test('of a note that is gone it says so, and offers nothing', async () => {
  await open();
  host.disk.delete('sync.md');
  await tick('first');
  expect(notices()).toEqual(['The note “sync.md” is not there any more. Nothing was written.']);
  expect(find('.notice').querySelector('button')).toBe(null);
});
