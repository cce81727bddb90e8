// Switching the plugin on and off leaves the window as it was: no command, listener, timer, element or write stays.
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import PlanRollupPlugin from '../../src/main';
import { choose, find, findAll } from '../support/at-the-keyboard';
import { openHost, type OpenHost } from '../support/open-host';
import type { Plugin } from 'obsidian';

const NOTE = '---\ntype: plan\nstatus: Draft\n---\n# Garden plan\n\n## Verification\n\n- [ ] water\n';
const MANIFEST = { id: 'plan-rollup', name: 'Plan Rollup', author: 'Test', version: '0.0.0', minAppVersion: '1.13.0', description: 'A plugin under test.' };

let host: OpenHost<Plugin>;
const uncaught: unknown[] = [];
const note = (error: unknown): void => void uncaught.push(error);

beforeEach(async () => {
  uncaught.length = 0;
  process.on('unhandledRejection', note);
  host = await openHost({ files: { 'Plans/a.md': NOTE, 'Plans/b.md': NOTE, 'c.md': 'Milk.\n' } });
});

afterEach(async () => {
  vi.restoreAllMocks();
  await host.close();
  process.off('unhandledRejection', note);
});

const switchOn = (): Promise<unknown> => host.host.plugins.enable(PlanRollupPlugin, MANIFEST, true);
const switchOff = (): void => { host.app.plugins.disable('plan-rollup'); };

/** Everything the window holds, counted. */
function inventory(): Record<string, number> {
  return {
    commands: host.app.commands.allCommands().length,
    vault: host.host.vault.listenerCount,
    metadata: host.host.metadataCache.listenerCount,
    workspace: host.host.workspace.listenerCount,
    settingTabs: host.app.setting.pluginTabs.length,
    views: host.host.workspace.viewCreators.size,
    leaves: host.host.workspace.allLeaves().length,
    elements: document.querySelectorAll('*').length,
  };
}

test('after 200 rounds of switching on, using and switching off everything is as before', { timeout: 60_000 }, async () => {
  await switchOn();
  await host.settle();
  switchOff();
  await host.settle();
  const before = inventory();
  const files = new Map(host.disk);
  const timers = new Set<unknown>();
  const setInterval = vi.spyOn(window, 'setInterval').mockImplementation((...args: unknown[]) => {
    timers.add(args);
    return 0 as unknown as ReturnType<typeof window.setInterval>;
  });
  const added = vi.spyOn(document, 'addEventListener');
  const removed = vi.spyOn(document, 'removeEventListener');
  for (let round = 0; round < 200; round++) {
    await switchOn();
    host.runCommand('open-rollup');
    if (round % 20 === 0) await host.settle();
    switchOff();
  }
  await host.settle();
  expect(inventory()).toEqual(before);
  expect([...host.disk]).toEqual([...files]);
  expect([timers.size, added.mock.calls.length - removed.mock.calls.length, uncaught]).toEqual([0, 0, []]);
  setInterval.mockRestore();
});

test('switched off, nothing of it hears the vault any more', async () => {
  await switchOn();
  host.runCommand('open-rollup');
  await host.settle();
  switchOff();
  await host.settle();
  const frames = vi.spyOn(window, 'requestAnimationFrame');
  const reads = vi.spyOn(host.app.vault, 'cachedRead');
  host.app.metadataCache.trigger('changed', host.app.vault.getFileByPath('Plans/a.md'), NOTE, {});
  expect([frames.mock.calls.length, reads.mock.calls.length]).toEqual([0, 0]);
});

test.each([0, 1, 2, 3, 5, 8, 13, 30])('switched off %i turns after it was switched on, it stops at once', async (turns) => {
  const write = vi.spyOn(host.adapter, 'write');
  void switchOn();
  for (let turn = 0; turn < turns; turn++) await Promise.resolve();
  switchOff();
  await host.settle();
  expect(host.app.workspace.getLeavesOfType('plan-rollup')).toEqual([]);
  expect(findAll('.plan-rollup')).toEqual([]);
  expect([write.mock.calls.length, uncaught]).toEqual([0, []]);
});

test('switched off while a picker is open, a choice still does what it says or nothing, and throws nothing', async () => {
  await switchOn();
  await host.open('Plans/a.md');
  host.runCommand('set-status');
  await host.settle();
  switchOff();
  choose('In Review');
  await host.settle();
  const text = host.disk.get('Plans/a.md') ?? '';
  expect(text === NOTE || text.includes('status: In Review')).toBe(true);
  expect(uncaught).toEqual([]);
});

test('switched off while a tick is being written, the tick is written whole', async () => {
  await switchOn();
  host.runCommand('open-rollup');
  await host.settle();
  findAll('[role="tab"]').find(({ textContent }) => textContent === 'Verification')?.click();
  await host.settle();
  find('[role="checkbox"]').click();
  switchOff();
  await host.settle();
  const texts = ['Plans/a.md', 'Plans/b.md'].map((path) => host.disk.get(path));
  expect(texts).toEqual([NOTE.replace('[ ]', '[x]'), NOTE]);
  expect(uncaught).toEqual([]);
});
