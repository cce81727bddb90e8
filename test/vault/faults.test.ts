// Things that go wrong at every moment at which an action waits: nothing of anybody is lost, nothing is half done, and nobody is told a lie.
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { setTaskMark } from '../../src/core/edit/edit-checklist';
import { targetLine } from '../../src/core/text/line-target';
import type { EditOutcome } from '../../src/vault/note-access';
import { ObsidianNotes } from '../../src/vault/obsidian-notes';
import { WriteJournal } from '../../src/vault/write-journal';
import { closePlugin, openPlugin, type PluginHost } from '../commands/open-plugin';
import { notices } from '../support/at-the-keyboard';
import { AwaitPoints } from './await-points';
import { arrange, expectNothingLost, type Fault, FAULTS, NOTE, OPENED, type Opened, withoutOthers } from './faults';

const TICKED = NOTE.replace('[ ] water', '[x] water');
const OUTSIDE = 'Written by another program.\n';

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

/** Something that is done to the note, which reads `after` when it is. */
interface Action {
  readonly after: string;
  /** What comes before the faults; answers the action itself. */
  readonly prepare: () => Promise<() => Promise<EditOutcome>>;
}

const tick = (text: string): ReturnType<typeof setTaskMark> => setTaskMark(text, targetLine(NOTE, 8), 'x');

const TICK: Action = {
  after: TICKED,
  prepare: () => Promise.resolve(() => new ObsidianNotes(host.app).edit('a.md', tick)),
};

const UNDO: Action = {
  after: NOTE,
  prepare: async () => {
    const journal = new WriteJournal(new ObsidianNotes(host.app));
    host.app.vault.on('rename', ({ path }, from) => { journal.moved(from, path); });
    await journal.edit('a.md', tick);
    await host.settle();
    expect(withoutOthers(host.disk.get('a.md') ?? '')).toBe(TICKED);
    return async () => {
      const undone = await journal.undoLast();
      return undone.ok ? { ok: true, isChanged: true } : undone;
    };
  },
};

/** Does it once with the fault at moment `at`; whether that moment was reached. */
async function runWithFault({ after, prepare }: Action, opened: Opened, { fault, at }: { fault: Fault; at: number }): Promise<boolean> {
  host = await arrange(opened);
  const warnings = vi.spyOn(console, 'warn').mockImplementation(() => undefined);
  const act = await prepare();
  const points = new AwaitPoints(host);
  let moment: string | null = null;
  points.plan(at, (reached) => {
    moment = reached;
    return reached === 'gap' && fault.isOutside ? undefined : fault.happen(host);
  });
  const outcome = await act();
  await host.settle();
  if (moment === null || (moment === 'gap' && fault.isOutside)) return moment !== null;
  const text = expectNothingLost(host, fault, { opened, isGap: moment === 'gap', whole: [NOTE, TICKED] });
  if (text !== undefined) expectTruth(outcome, withoutOthers(text) === after, fault);
  expect(uncaught, 'uncaught errors').toEqual([]);
  warnings.mockRestore();
  return true;
}

function expectTruth(outcome: EditOutcome, isDone: boolean, fault: Fault): void {
  if (outcome.ok) expect(isDone, 'said to be done').toBe(true);
  else {
    expect(outcome.refusal.message.length).toBeGreaterThan(20);
    // Two refusals say that the change may be there all the same.
    const isUnsure = /stands in the open note|while it was being changed/.test(outcome.refusal.message);
    if (!isUnsure && !fault.isGone) expect(isDone, `refused: ${outcome.refusal.message}`).toBe(false);
  }
}

describe.each([
  ['a tick', TICK, OPENED],
  ['the undo of a tick', UNDO, ['closed', 'in an editor with unsaved typing', 'in reading view'] as const],
])('%s', (_name, action, forms) => {
  const cases = forms.flatMap((opened) => Object.entries(FAULTS).map(([name, fault]) => [opened, name, fault] as const));
  test.each(cases)('in a note that is %s while %s', { timeout: 60_000 }, async (opened, _what, fault) => {
    let at = 0;
    while (await runWithFault(action, opened, { fault, at })) {
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
      host = await arrange('in reading view');
      vi.spyOn(console, 'warn').mockImplementation(() => undefined);
      const points = new AwaitPoints(host);
      isReached = false;
      points.plan(at, (moment) => {
        isReached = true;
        return moment === 'gap' && fault.isOutside ? undefined : fault.happen(host);
      });
      host.runCommand('advance-status');
      await host.settle();
      const text = host.disk.get(fault.movesTo ?? 'a.md');
      expect([...host.disk.values()].filter((other) => other === NOTE).length).toBeGreaterThan(0);
      expect(uncaught).toEqual([]);
      if (text === undefined) continue;
      const isMoved = text.includes('status: In Review') && text.includes('Status: Draft → In Review');
      expect(isMoved || text.replace(OUTSIDE, '').replace('xGarden', 'Garden') === NOTE, text).toBe(true);
      if (notices().some((said) => /^(?:“.*”: )?Status is/s.test(said))) expect(isMoved).toBe(true);
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
