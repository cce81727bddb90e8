// The plugin's start: the settings are there before anything is registered, and nothing else is read.
import { afterEach, expect, test, vi } from 'vitest';
import PlanRollupPlugin from '../../src/main';
import { openHost, type OpenHost } from '../support/open-host';

const FILE = '.obsidian/plugins/plan-rollup/data.json';
const DATA = '{"workflows":[{"statuses":[{"name":"Open"},{"name":"On hold"}]}]}';

let host: OpenHost<PlanRollupPlugin>;
afterEach(() => host.close());

const commands = (): string[] => host.host.commands.allCommands().map(({ id }) => id).filter((id) => id.startsWith('plan-rollup:'));

test('each configured status has its command, and none has one that is not configured', async () => {
  host = await openHost({ files: { [FILE]: DATA }, withObsidianFolder: true, plugin: PlanRollupPlugin });
  expect(commands().filter((id) => id.includes(':set-status-'))).toEqual(['plan-rollup:set-status-open', 'plan-rollup:set-status-on-hold']);
});

test('unloaded while the settings are read, it registers nothing any more', async () => {
  host = await openHost({ files: { [FILE]: DATA }, withObsidianFolder: true, plugin: PlanRollupPlugin });
  const { manifest } = host.plugin;
  host.host.plugins.disable('plan-rollup');
  const answers: ((data: unknown) => void)[] = [];
  vi.spyOn(PlanRollupPlugin.prototype, 'loadData').mockReturnValueOnce(new Promise((resolve) => answers.push(resolve)));
  const loading = host.host.plugins.enable(PlanRollupPlugin, manifest, false);
  host.host.plugins.disable('plan-rollup');
  answers[0]?.(null);
  await loading;
  await host.settle();
  expect([commands(), host.host.workspace.viewCreators.has('plan-rollup'), host.host.setting.pluginTabs]).toEqual([[], false, []]);
});

test('no note is read before the layout is there', async () => {
  host = await openHost({ files: { [FILE]: DATA, 'Plans/a.md': '# Plan\n' }, withObsidianFolder: true, plugin: PlanRollupPlugin });
  const { manifest } = host.plugin;
  host.host.plugins.disable('plan-rollup');
  host.host.workspace.layoutReady = false;
  const read = vi.spyOn(host.adapter, 'read');
  await host.host.plugins.enable(PlanRollupPlugin, manifest, false);
  expect(read.mock.calls.map(([path]) => path)).toEqual([FILE]);
});
