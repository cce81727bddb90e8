// The padlock: nothing in the pane changes a note while it is closed.
import { afterEach, expect, test, vi } from 'vitest';
import { find, findAll, notices } from '../support/at-the-keyboard';
import { checkbox, closePlugin, openPane, pane, type PluginHost, pressKeys, showLens } from './open-pane';

const PLAN = '---\ntype: plan\nstatus: Draft\n---\n# Sync plan\n\n## Verification\n\n- [ ] first\n\n## Gaps\n\n| Task | Priority |\n| --- | --- |\n| Login | High |\n';

let host: PluginHost;
afterEach(() => closePlugin(host));

const padlock = (): HTMLElement => find('[aria-label^="Read-only"]', pane());

async function keys(...names: string[]): Promise<void> {
  find('[role="treegrid"]', pane()).focus();
  await pressKeys(host, ...names);
}

test('closed, ticks, edits and status buttons are off and say so; open, they work again', async () => {
  host = await openPane({ 'sync.md': PLAN });
  const write = vi.spyOn(host.adapter, 'write');
  expect(padlock().getAttribute('aria-pressed')).toBe('false');
  padlock().click();
  await keys('F2', 's', 'ArrowRight');
  expect([padlock().getAttribute('aria-pressed'), findAll('.plan-rollup-cell, .plan-rollup-cell-edit', pane())]).toEqual(['true', []]);
  await showLens(host, 'Verification');
  expect(checkbox('first').getAttribute('aria-disabled')).toBe('true');
  checkbox('first').click();
  await keys('ArrowDown', 'ArrowDown', ' ');
  await showLens(host, 'Plans');
  await keys('s');
  expect((find('.plan-rollup-status', pane()) as HTMLButtonElement).disabled).toBe(true);
  expect([write.mock.calls.length, document.querySelector('.prompt, .modal'), notices().filter((notice) => notice.includes('read-only')).length]).toEqual([0, null, 5]);
  padlock().click();
  await showLens(host, 'Verification');
  checkbox('first').click();
  await host.settle();
  expect(host.disk.get('sync.md')).toBe(PLAN.replace('[ ] first', '[x] first'));
});

test('it is part of the view’s state', async () => {
  host = await openPane({ 'sync.md': PLAN });
  padlock().click();
  await host.settle();
  const [leaf] = host.app.workspace.getLeavesOfType('plan-rollup');
  expect(leaf?.getViewState().state).toMatchObject({ isLocked: true });
  await leaf?.setViewState({ type: 'plan-rollup', state: { ...leaf.getViewState().state, isLocked: false } });
  await host.settle();
  expect(padlock().getAttribute('aria-pressed')).toBe('false');
});
