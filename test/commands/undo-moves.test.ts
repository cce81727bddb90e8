// The button that takes a move back, where the notes know how.
import { expect, test } from 'vitest';
import { PlanIndex } from '../../src/core/indexing/plan-index';
import { type MoveParts, PlanMoves } from '../../src/commands/plan-moves';
import { Successors } from '../../src/commands/successors';
import { SettingsStore } from '../../src/settings/settings-store';
import type { Undo } from '../../src/vault/note-access';
import { WriteJournal } from '../../src/vault/write-journal';
import { InMemoryNotes } from '../support/in-memory-notes';
import { OPEN_CHECKS } from './move-plans';

const DRAFT = OPEN_CHECKS.replaceAll('In Progress', 'Draft');

function movesOf(notes: InMemoryNotes): { moves: PlanMoves; told: string[]; undos: Undo[] } {
  const told: string[] = [];
  const undos: Undo[] = [];
  const report: MoveParts['report'] = {
    info: (message) => { told.push(message); },
    done: (message, undo) => {
      told.push(message);
      if (undo) undos.push(undo);
    },
    refusal: ({ message }) => { told.push(message); },
  };
  const app = { workspace: { getActiveFile: () => ({ path: 'a.md' }) } } as unknown as MoveParts['app'];
  const settings = new SettingsStore({ loadData: () => Promise.resolve(null), saveData: () => Promise.resolve() });
  const moves = new PlanMoves({ app, notes: new WriteJournal(notes), settings, report, today: () => '2026-03-14', successors: new Successors(app, new PlanIndex()), mapStatus: () => Promise.resolve() });
  return { moves, told, undos };
}

test('a move that was made can be taken back at the button of its message', async () => {
  const notes = new InMemoryNotes({ 'a.md': DRAFT });
  const { moves, told, undos } = movesOf(notes);
  await moves.step('a.md', 'next');
  expect([told, undos.length]).toEqual([['Status is In Review now.'], 1]);
  await undos[0]?.();
  expect(notes.disk.get('a.md')).toBe(DRAFT);
});

test('a move that changed nothing has no button', async () => {
  const { moves, told, undos } = movesOf(new InMemoryNotes({ 'a.md': DRAFT }));
  await moves.moveTo('a.md', 'draft');
  expect([told, undos]).toEqual([['Status was Draft already.'], []]);
});

test('the second of two clicks is none; a command given again is another step', async () => {
  const notes = new InMemoryNotes({ 'a.md': DRAFT });
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
