/** The rollup pane in the host: as a person sees it in the sidebar. */
import { expect, vi } from 'vitest';
import type PlanRollupPlugin from '../../src/main';
import { closePlugin, openPlugin, type PluginHost } from '../commands/open-plugin';
import type { HostOptions } from '../support/open-host';
import { find, findAll, press } from '../support/at-the-keyboard';

export { closePlugin, type PluginHost };

/** Height of the list in CSS pixels; happy-dom lays nothing out, so the tests say it. */
export const LIST_HEIGHT = 600;

export async function openPane(files: Readonly<Record<string, string>>, options: Omit<HostOptions<PlanRollupPlugin>, 'plugin' | 'files'> = {}): Promise<PluginHost> {
  vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockImplementation(function (this: HTMLElement) {
    return this.hasClass('plan-rollup-list') ? LIST_HEIGHT : 0;
  });
  const host = await openPlugin(files, options);
  host.runCommand('open-rollup');
  await host.settle();
  return host;
}

export function pane(): HTMLElement {
  return find('.workspace-leaf-content .plan-rollup');
}

/** The lines in sight, top to bottom: groups with their count, items as their text. Rows that were ticked just now and only stay to be undone are left out. */
export function lines(): string[] {
  const rows = findAll('.plan-rollup-line [role="row"]:not(.is-kept)', pane()).map((row) => ({ at: Number(row.getAttribute('aria-rowindex')), row }));
  return rows.sort((a, b) => a.at - b.at).map(({ row }) => row.querySelector('.plan-rollup-item-text, .plan-rollup-item-title')?.textContent ?? `${find('.plan-rollup-group-name', row).textContent} ${find('.plan-rollup-count', row).textContent}`);
}

/** The line that is current, as the list tells a screen reader. */
export function currentLine(): string | null {
  const id = find('[role="treegrid"]', pane()).getAttribute('aria-activedescendant');
  const line = id === null ? null : document.getElementById(id);
  return line?.querySelector('.plan-rollup-item-text, .plan-rollup-item-title, .plan-rollup-group-name')?.textContent ?? null;
}

export async function showLens(host: PluginHost, name: string): Promise<void> {
  const tab = findAll('[role="tab"]', pane()).find(({ textContent }) => textContent === name);
  expect(tab, `a tab “${name}”`).toBeDefined();
  tab?.click();
  await host.settle();
}

/** One key after the other, each when the one before has had its effect. */
export async function pressKeys(host: PluginHost, ...names: readonly (string | readonly [string, KeyboardEventInit])[]): Promise<void> {
  for (const name of names) {
    if (typeof name === 'string') press(name);
    else press(...name);
    await host.settle();
  }
}

export function checkbox(text: string): HTMLElement {
  return find(`[role="checkbox"][aria-label="Tick: ${text}"]`, pane());
}

export function summary(): string {
  return find('[role="status"]', pane()).textContent ?? '';
}
