/** What can go wrong while a note is written, and the ways in which the note may be open meanwhile. */
import { MarkdownView } from 'obsidian';
import { expect, vi } from 'vitest';
import { openPlugin, type PluginHost } from '../commands/open-plugin';

export const NOTE = '---\ntype: plan\nstatus: Draft\n---\n# Garden\n\n## Verification\n\n- [ ] water\n- [ ] weed\n\nThe end.\n';
const OUTSIDE = 'Written by another program.\n';
const TYPED = 'typed ';

export type Opened = 'closed' | 'in an editor' | 'in an editor with unsaved typing' | 'in two panes' | 'in reading view' | 'in reading view with unsaved typing';
export const OPENED: readonly Opened[] = ['closed', 'in an editor', 'in an editor with unsaved typing', 'in two panes', 'in reading view', 'in reading view with unsaved typing'];

export interface Fault {
  /** Another program's doing. */
  readonly isOutside?: true;
  readonly isGone?: true;
  readonly addsOutside?: true;
  readonly addsTyping?: true;
  readonly movesTo?: string;
  happen(host: PluginHost): unknown;
}

export const FAULTS: Readonly<Record<string, Fault>> = {
  'a write fails': { happen: (host) => vi.spyOn(host.host.vault.adapter, 'write').mockRejectedValueOnce(new Error('disk full')) },
  'all writes fail': { happen: (host) => vi.spyOn(host.host.vault.adapter, 'write').mockRejectedValue(new Error('disk full')) },
  'another program changes the note': { isOutside: true, addsOutside: true, happen: (host) => { host.writeExternally('a.md', (host.disk.get('a.md') ?? '').replace('The end.\n', `The end.\n${OUTSIDE}`)); } },
  'another program deletes the note': { isOutside: true, isGone: true, happen: (host) => { host.removeExternally('a.md'); } },
  'another program renames the note': { isOutside: true, movesTo: 'c.md', happen: (host) => { host.renameExternally('a.md', 'c.md'); } },
  'the user deletes the note': { isOutside: true, isGone: true, happen: (host) => void deleteNote(host) },
  'the user renames the note': { isOutside: true, movesTo: 'c.md', happen: (host) => void renameNote(host) },
  'the user types': { addsTyping: true, happen: (host) => { typeIn(host, 'x'); } },
  'the user opens the note': { happen: (host) => void host.open('a.md') },
  'the user opens another pane': { happen: (host) => void host.open('a.md', true) },
  'the user switches to reading view': { happen: (host) => void viewsOf(host)[0]?.setState({ mode: 'preview' }, { history: false }) },
  'the user switches to the editor': { happen: (host) => void viewsOf(host)[0]?.setState({ mode: 'source' }, { history: false }) },
  'the user closes the tab': { happen: (host) => { viewsOf(host)[0]?.leaf.detach(); } },
  'the plugin is switched off': { happen: (host) => { host.app.plugins.disable('plan-rollup'); } },
};

/** The views of the note that the faults are about. */
function viewsOf(host: PluginHost): MarkdownView[] {
  return host.app.workspace.getLeavesOfType('markdown').flatMap(({ view }) => (view instanceof MarkdownView && view.file?.path !== 'b.md' ? [view] : []));
}

/** Types before “Garden”. */
function typeIn(host: PluginHost, text: string): void {
  const [view] = viewsOf(host);
  if (!view) return;
  const at = view.editor.offsetToPos(view.editor.getValue().indexOf('Garden'));
  view.editor.transaction({ changes: [{ from: at, to: at, text }] });
}

async function deleteNote(host: PluginHost): Promise<void> {
  const found = host.app.vault.getFileByPath('a.md');
  if (found) await host.app.vault.delete(found);
}

async function renameNote(host: PluginHost): Promise<void> {
  const found = host.app.vault.getFileByPath('a.md');
  if (found) await host.app.vault.rename(found, 'c.md');
}

/** The plugin with two notes, a.md opened in that way. */
export async function arrange(opened: Opened): Promise<PluginHost> {
  const host = await openPlugin({ 'a.md': NOTE, 'b.md': NOTE });
  if (opened === 'closed') return host;
  const view = await host.open('a.md');
  if (opened === 'in two panes') await host.open('a.md', true);
  if (opened.includes('reading')) await view.setState({ mode: 'preview' }, { history: false });
  if (opened.includes('typing')) typeIn(host, TYPED);
  return host;
}

/** The text without what others added. */
export function withoutOthers(text: string): string {
  return text.replace(OUTSIDE, '').replace(TYPED, '').replace('xGarden', 'Garden');
}

/** Nothing of anybody is gone, and the note is one of `whole`; answers its text, undefined when it was deleted. */
export function expectNothingLost(host: PluginHost, fault: Fault, { opened, isGap, whole }: { opened: Opened; isGap: boolean; whole: readonly string[] }): string | undefined {
  const path = fault.movesTo ?? 'a.md';
  const text = host.disk.get(path);
  expect(host.disk.get('b.md'), 'the other note').toBe(NOTE);
  expect([...host.disk.keys()].sort(), 'no note more or less').toEqual((fault.isGone ? [] : [path]).concat('b.md').sort());
  if (text === undefined) return undefined;
  // Where all writes fail, typing is safe in the editor and not on disk.
  const shown = viewsOf(host)[0]?.editor.getValue() ?? text;
  if (fault.addsOutside && !isGap) expect(text, 'the other program’s line').toContain(OUTSIDE);
  if (opened.includes('typing') && !fault.movesTo) expect(shown, 'the typing from before').toContain(TYPED);
  if (fault.addsTyping && opened !== 'closed') expect(shown, 'the typing').toContain('xGarden');
  expect(whole, 'nothing torn').toContain(withoutOthers(text));
  return text;
}
