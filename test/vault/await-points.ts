/** Lets something happen at one of the moments at which an action waits: before and after each read, write and save. */
import { MarkdownView } from 'obsidian';
import type { OpenHost } from '../support/open-host';
import type PlanRollupPlugin from '../../src/main';

/** `gap`: between Obsidian's own read and write of one `process`; what another program does there no plugin can prevent. */
export type Moment = 'gap' | 'open';

export class AwaitPoints {
  /** Moments passed so far. */
  passed = 0;
  private due: { readonly at: number; readonly happen: (moment: Moment) => unknown } | null = null;

  /** Watches the calls from here on. */
  constructor(host: OpenHost<PlanRollupPlugin>) {
    const { adapter } = host;
    const { vault } = host.app;
    this.watch(adapter, 'read', 'open', 'gap');
    this.watch(adapter, 'write', 'gap', 'open');
    this.watch(adapter, 'mkdir', 'open', 'open');
    for (const name of ['process', 'read', 'create', 'createFolder'] as const) this.watch(vault, name, 'open', 'open');
    for (const { view } of host.app.workspace.getLeavesOfType('markdown')) if (view instanceof MarkdownView) this.watch(view, 'save', 'open', 'open');
  }

  /** `happen` is called at the moment with this number. */
  plan(at: number, happen: (moment: Moment) => unknown): void {
    this.due = { at, happen };
  }

  private watch<K extends string>(owner: Record<K, (...args: never[]) => Promise<unknown>>, name: K, before: Moment, after: Moment): void {
    const original = owner[name];
    const pass = (moment: Moment): unknown => this.pass(moment);
    owner[name] = async function (this: unknown, ...args: never[]): Promise<unknown> {
      await pass(before);
      try {
        return await original.apply(owner, args);
      } finally {
        await pass(after);
      }
    };
  }

  private pass(moment: Moment): unknown {
    const { due } = this;
    if (!due || due.at !== this.passed++) return undefined;
    this.due = null;
    return due.happen(moment);
  }
}
