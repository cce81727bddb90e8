/** The whole plugin in the host, on a day that stays the same. */
import { vi } from 'vitest';
import PlanRollupPlugin from '../../src/main';
import { type HostOptions, openHost, type OpenHost } from '../support/open-host';

export const TODAY = '2026-03-14';

export type PluginHost = OpenHost<PlanRollupPlugin>;

/** A later start unless told otherwise: the pane does not open by itself. */
export function openPlugin(files: Readonly<Record<string, string>>, options: Omit<HostOptions<PlanRollupPlugin>, 'plugin' | 'files'> = {}): Promise<PluginHost> {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date(`${TODAY}T12:00:00`) });
  return openHost({ data: { version: 1, planFolder: 'Plans', author: 'Ops' }, ...options, files, plugin: PlanRollupPlugin });
}

export async function closePlugin(host: PluginHost): Promise<void> {
  await host.close();
  vi.useRealTimers();
  vi.restoreAllMocks();
}

/** Runs a command as the palette does and waits until its dialog stands or its work is done. */
export async function run(host: PluginHost, id: string): Promise<void> {
  if (!host.runCommand(id)) throw new Error(`${id} can't run now.`);
  await host.settle();
}
