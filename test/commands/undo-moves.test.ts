// The button that takes a move back, where the notes know how.
import { expect, test } from 'vitest';
import { PlanIndex } from '../../src/core/indexing/plan-index';
import { editTogether } from '../../src/commands/edit-together';
import { type MoveParts, PlanMoves } from '../../src/commands/plan-moves';
import { Successors } from '../../src/commands/successors';
import { edited } from '../../src/core/text/edit-result';
import { SettingsStore } from '../../src/settings/settings-store';
import type { ReportAction } from '../../src/ui/report';
import type { EditOutcome, NoteEdit } from '../../src/vault/note-access';
import { InMemoryNotes } from '../support/in-memory-notes';
import { OPEN_CHECKS } from './move-plans';

const DRAFT = OPEN_CHECKS.replaceAll('In Progress', 'Draft');

/** Notes that take a change back by what was there before. */
class UndoableNotes extends InMemoryNotes {
  override async edit(path: string, edit: NoteEdit): Promise<EditOutcome> {
    const before = this.disk.get(path) ?? '';
    const outcome = await super.edit(path, edit);
    const undo = (): Promise<EditOutcome> => super.edit(path, (text) => edited({ from: 0, to: text.length, insert: before }));
    return outcome.ok && outcome.isChanged ? { ...outcome, undo } : outcome;
  }
}

function movesOf(notes: InMemoryNotes): { moves: PlanMoves; told: string[]; actions: ReportAction[] } {
  const told: string[] = [];
  const actions: ReportAction[] = [];
  const report: MoveParts['report'] = {
    info: (message, action) => {
      told.push(message);
      if (action) actions.push(action);
    },
    refusal: ({ message }) => { told.push(message); },
  };
  const app = {} as MoveParts['app'];
  const settings = new SettingsStore({ loadData: () => Promise.resolve(null), saveData: () => Promise.resolve() });
  const moves = new PlanMoves({ app, notes, settings, report, today: () => '2026-03-14', successors: new Successors(app, new PlanIndex()), mapStatus: () => Promise.resolve() });
  return { moves, told, actions };
}

test('a move that was made can be taken back at the button of its message', async () => {
  const notes = new UndoableNotes({ 'a.md': DRAFT });
  const { moves, told, actions } = movesOf(notes);
  await moves.step('a.md', 'next');
  expect(told).toEqual(['Status is In Review now.']);
  expect(actions.map(({ name }) => name)).toEqual(['Undo']);
  actions[0]?.run();
  await new Promise((resolve) => setTimeout(resolve));
  expect([notes.disk.get('a.md'), told[1]]).toEqual([DRAFT, 'Undone.']);
});

test('a move that changed nothing has no button', async () => {
  const { moves, told, actions } = movesOf(new UndoableNotes({ 'a.md': DRAFT }));
  await moves.moveTo('a.md', 'draft');
  expect([told, actions]).toEqual([['Status was Draft already.'], []]);
});

test('the second of two clicks is none; a command given again is another step', async () => {
  const notes = new UndoableNotes({ 'a.md': DRAFT });
  const { moves } = movesOf(notes);
  const pause = (): Promise<unknown> => new Promise((resolve) => setTimeout(resolve, 20));
  moves.doors.advance('a.md');
  await pause();
  moves.doors.advance('a.md');
  await pause();
  expect(notes.writes).toHaveLength(1);
  moves.doors.revert('a.md');
  await pause();
  expect(notes.writes).toHaveLength(2);
  await moves.step('a.md', 'next');
  await moves.step('a.md', 'next');
  expect(notes.disk.get('a.md')).toContain('\nstatus: Approved\n');
});

test('edits of several notes that belong together have one undo', async () => {
  const notes = new UndoableNotes({ 'a.md': 'a', 'b.md': 'b' });
  const { result, undo } = await editTogether(notes, 'Both', async (inside) => {
    for (const path of ['a.md', 'b.md']) await inside.edit(path, (text) => edited({ from: 0, to: 0, insert: text.toUpperCase() }));
    return 2;
  });
  expect([result, ...notes.disk.values()]).toEqual([2, 'Aa', 'Bb']);
  await undo?.();
  expect([...notes.disk.values()]).toEqual(['a', 'b']);
  expect((await editTogether(notes, 'None', () => Promise.resolve(0))).undo).toBeUndefined();
});
