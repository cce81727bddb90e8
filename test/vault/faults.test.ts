// Things that go wrong at every moment at which an action waits: nothing of anybody is lost, nothing is half done, and nobody is told a lie.
import { MarkdownView } from 'obsidian';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { setTaskMark } from '../../src/core/edit/edit-checklist';
import { targetLine } from '../../src/core/text/line-target';
import type { EditOutcome } from '../../src/vault/note-access';
import { ObsidianNotes } from '../../src/vault/obsidian-notes';
import { closePlugin, openPlugin, type PluginHost } from '../commands/open-plugin';
import { notices } from '../support/at-the-keyboard';
import { AwaitPoints } from './await-points';

const NOTE = '---\ntype: plan\nstatus: Draft\n---\n# Garden\n\n## Verification\n\n- [ ] water\n- [ ] weed\n\nThe end.\n';
const TICKED = NOTE.replace('[ ] water', '[x] water');
const OUTSIDE = 'Written by another program.\n';
const TYPED = 'typed ';

let host: PluginHost;
const uncaught: unknown[] = [];
const note = (error: unknown): void => void uncaught.push(error);

beforeEach(() => {
  uncaught.length = 0;
  process.on('unhandledRejection', note);
});
afterEach(() => {
  process.off('unhandledRejection', note);
  return closePlugin(host);
});

// --- how the note is open

type Opened = 'closed' | 'in an editor' | 'in an editor with unsaved typing' | 'in two panes' | 'in reading view' | 'in reading view with unsaved typing';
const OPENED: readonly Opened[] = ['closed', 'in an editor', 'in an editor with unsaved typing', 'in two panes', 'in reading view', 'in reading view with unsaved typing'];

function views(): MarkdownView[] {
  return host.app.workspace.getLeavesOfType('markdown').flatMap(({ view }) => (view instanceof MarkdownView && view.file?.path !== 'b.md' ? [view] : []));
}

/** Types before “Garden”. */
function type(text: string): void {
  const [view] = views();
  if (!view) return;
  const at = view.editor.offsetToPos(view.editor.getValue().indexOf('Garden'));
  view.editor.transaction({ changes: [{ from: at, to: at, text }] });
}

async function arrange(opened: Opened): Promise<void> {
  host = await openPlugin({ 'a.md': NOTE, 'b.md': NOTE });
  if (opened === 'closed') return;
  const view = await host.open('a.md');
  if (opened === 'in two panes') await host.open('a.md', true);
  if (opened.includes('reading')) await view.setState({ mode: 'preview' }, { history: false });
  if (opened.includes('typing')) type(TYPED);
}

// --- what goes wrong

interface Fault {
  /** Another program's doing. */
  readonly isOutside?: true;
  readonly isGone?: true;
  readonly addsOutside?: true;
  readonly addsTyping?: true;
  readonly movesTo?: string;
  happen(): unknown;
}

const file = (): ReturnType<typeof host.app.vault.getFileByPath> => host.app.vault.getFileByPath('a.md');

const FAULTS: Readonly<Record<string, Fault>> = {
  'a write fails': { happen: () => vi.spyOn(host.host.vault.adapter, 'write').mockRejectedValueOnce(new Error('disk full')) },
  'all writes fail': { happen: () => vi.spyOn(host.host.vault.adapter, 'write').mockRejectedValue(new Error('disk full')) },
  'another program changes the note': { isOutside: true, addsOutside: true, happen: () => { host.writeExternally('a.md', (host.disk.get('a.md') ?? '').replace('The end.\n', `The end.\n${OUTSIDE}`)); } },
  'another program deletes the note': { isOutside: true, isGone: true, happen: () => { host.removeExternally('a.md'); } },
  'another program renames the note': { isOutside: true, movesTo: 'c.md', happen: () => { host.renameExternally('a.md', 'c.md'); } },
  'the user deletes the note': { isOutside: true, isGone: true, happen: () => void deleteNote() },
  'the user renames the note': { isOutside: true, movesTo: 'c.md', happen: () => void renameNote() },
  'the user types': { addsTyping: true, happen: () => { type('x'); } },
  'the user opens the note': { happen: () => void host.open('a.md') },
  'the user opens another pane': { happen: () => void host.open('a.md', true) },
  'the user switches to reading view': { happen: () => void views()[0]?.setState({ mode: 'preview' }, { history: false }) },
  'the user switches to the editor': { happen: () => void views()[0]?.setState({ mode: 'source' }, { history: false }) },
  'the user closes the tab': { happen: () => { views()[0]?.leaf.detach(); } },
  'the plugin is switched off': { happen: () => { host.app.plugins.disable('plan-rollup'); } },
};

async function deleteNote(): Promise<void> {
  const found = file();
  if (found) await host.app.vault.delete(found);
}

async function renameNote(): Promise<void> {
  const found = file();
  if (found) await host.app.vault.rename(found, 'c.md');
}

// --- what must hold

/** The final text without what others added: the note as it was, or ticked. */
function withoutOthers(text: string): string {
  return text.replace(OUTSIDE, '').replace(TYPED, '').replace('xGarden', 'Garden');
}

function expectNothingLost(fault: Fault, opened: Opened, isGap: boolean): string | undefined {
  const path = fault.movesTo ?? 'a.md';
  const text = host.disk.get(path);
  expect(host.disk.get('b.md'), 'the other note').toBe(NOTE);
  expect([...host.disk.keys()].sort(), 'no note more or less').toEqual((fault.isGone ? [] : [path]).concat('b.md').sort());
  if (text === undefined) return undefined;
  if (fault.addsOutside && !isGap) expect(text, 'the other program’s line').toContain(OUTSIDE);
  if (opened.includes('typing') && !fault.movesTo) expect(shownOr(text), 'the typing from before').toContain(TYPED);
  if (fault.addsTyping && opened !== 'closed') expect(shownOr(text), 'the typing').toContain('xGarden');
  expect([NOTE, TICKED], 'nothing torn').toContain(withoutOthers(text));
  return text;
}

/** What the editor shows; where all writes fail, typing is safe there and not on disk. */
function shownOr(text: string): string {
  return views()[0]?.editor.getValue() ?? text;
}

/** Does it once with the fault at moment `at`; whether that moment was reached. */
async function runWithFault(opened: Opened, name: string, at: number): Promise<boolean> {
  const fault = FAULTS[name];
  if (!fault) throw new Error(`There is no fault “${name}”.`);
  await arrange(opened);
  const warnings = vi.spyOn(console, 'warn').mockImplementation(() => undefined);
  const points = new AwaitPoints(host);
  let moment: string | null = null;
  points.plan(at, (reached) => {
    moment = reached;
    if (reached === 'gap' && fault.isOutside) return undefined;
    return fault.happen();
  });
  const target = targetLine(NOTE, 8);
  const outcome = await new ObsidianNotes(host.app).edit('a.md', (text) => setTaskMark(text, target, 'x'));
  await host.settle();
  if (moment === null || (moment === 'gap' && fault.isOutside)) return moment !== null;
  expectTruth(outcome, expectNothingLost(fault, opened, moment === 'gap'), fault);
  expect(uncaught, 'uncaught errors').toEqual([]);
  warnings.mockRestore();
  return true;
}

function expectTruth(outcome: EditOutcome, text: string | undefined, fault: Fault): void {
  if (text === undefined) return;
  const isTicked = withoutOthers(text) === TICKED;
  if (outcome.ok) expect(isTicked, 'said to be done').toBe(true);
  else {
    expect(outcome.refusal.message.length).toBeGreaterThan(20);
    // Two refusals say that the change may be there all the same.
    const isUnsure = /stands in the open note|while it was being changed/.test(outcome.refusal.message);
    if (!isUnsure && !fault.isGone) expect(isTicked, `refused: ${outcome.refusal.message}`).toBe(false);
  }
}

describe.each(OPENED)('a tick in a note that is %s', (opened) => {
  test.each(Object.keys(FAULTS))('while %s', { timeout: 60_000 }, async (name) => {
    let at = 0;
    while (await runWithFault(opened, name, at)) {
      await closePlugin(host);
      at++;
    }
    expect(at, 'moments tried').toBeGreaterThan(3);
  });
});

describe('a status moved by command', () => {
  test.each(Object.keys(FAULTS))('while %s', { timeout: 60_000 }, async (name) => {
    const fault = FAULTS[name];
    if (!fault) return;
    for (let at = 0, isReached = true; isReached; at++) {
      if (at > 0) await closePlugin(host);
      await arrange('in reading view');
      vi.spyOn(console, 'warn').mockImplementation(() => undefined);
      const points = new AwaitPoints(host);
      isReached = false;
      points.plan(at, (moment) => {
        isReached = true;
        return moment === 'gap' && fault.isOutside ? undefined : fault.happen();
      });
      host.runCommand('advance-status');
      await host.settle();
      const text = host.disk.get(fault.movesTo ?? 'a.md');
      expect([...host.disk.values()].filter((other) => other === NOTE).length).toBeGreaterThan(0);
      expect(uncaught).toEqual([]);
      if (text === undefined) continue;
      const isMoved = text.includes('status: In Review') && text.includes('Status: Draft → In Review');
      expect(isMoved || text.replace(OUTSIDE, '').replace('xGarden', 'Garden') === NOTE, text).toBe(true);
      if (notices().some((said) => said.startsWith('Status is'))) expect(isMoved).toBe(true);
    }
  });
});

describe('a new note', () => {
  const CREATION_FAULTS: Readonly<Record<string, () => unknown>> = {
    'the write fails': () => vi.spyOn(host.host.vault.adapter, 'write').mockRejectedValueOnce(new Error('disk full')),
    'another program makes the same note': () => { host.writeExternally('Plans/New.md', OUTSIDE); },
    'another program makes the folder': () => { host.writeExternally('Plans/other.md', OUTSIDE); },
    'the plugin is switched off': () => { host.app.plugins.disable('plan-rollup'); },
  };

  test.each(Object.entries(CREATION_FAULTS))('while %s', async (_name, happen) => {
    for (let at = 0, isReached = true; isReached; at++) {
      if (at > 0) await closePlugin(host);
      host = await openPlugin({ 'b.md': NOTE });
      const points = new AwaitPoints(host);
      isReached = false;
      let moment = '';
      points.plan(at, (reached) => {
        isReached = true;
        moment = reached;
        return reached === 'gap' ? undefined : happen();
      });
      const outcome = await new ObsidianNotes(host.app).create('Plans/New.md', 'mine\n');
      await host.settle();
      const text = host.disk.get('Plans/New.md');
      if (outcome.ok && text !== OUTSIDE) expect(text).toBe('mine\n');
      if (!outcome.ok) expect(text === undefined || text === OUTSIDE, `${moment} ${at}: ${text ?? ''}`).toBe(true);
      expect([host.disk.get('b.md'), uncaught]).toEqual([NOTE, []]);
    }
  });
});
