/** Moves, toggles and entries on random plans with logs in every form: what is said is said everywhere and once, and nothing else changes. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseCalendarDate } from '../../src/core/date/calendar-date';
import { appendLogEntry } from '../../src/core/edit/edit-change-log';
import { describeMove, type MoveReasons, transition } from '../../src/core/edit/edit-plan';
import { setToggle, toggleState } from '../../src/core/edit/edit-toggle';
import { plainText } from '../../src/core/markdown/inline';
import { parsePlan, readPlan } from '../../src/core/plan/parse-plan';
import type { ChangeLogEntry, Plan } from '../../src/core/plan/plan';
import { nextVersion } from '../../src/core/plan/version';
import type { EditResult } from '../../src/core/text/edit-result';
import { applyChanges, invertChanges } from '../../src/core/text/text-change';
import { loggedPlans } from './arbitrary-log';
import { runs } from './runs';

const reasons = fc.constantFrom<MoveReasons & { note?: string }>({}, { note: 'a | b' }, { reason: 'no `budget`' }, { reason: 'due (May)', overridden: ['2 open checks', '1 question'] }, { successor: 'Plans/B', note: 'x\ny' });
const NOTHING = { ok: true, changes: [] };

/** The text after an edit, held to: back is back, and what is exchanged is a status, a day, a version or a box. */
function applied(text: string, result: EditResult & { readonly ok: true }): string {
  const after = applyChanges(text, result.changes);
  expect(applyChanges(after, invertChanges(text, result.changes))).toBe(text);
  const places = readPlan(text).statusSources;
  for (const { from, to } of result.changes) {
    const said = text.slice(from, to);
    const isPlace = places.some((place) => place.from === from && place.to === to);
    expect(from === to || isPlace || parseCalendarDate(said) !== null || nextVersion(said) !== '' || /^"?(?:no|true)"?$/.test(said), said).toBe(true);
  }
  expect(parsePlan(after).tasks.map(({ mark }) => mark)).toEqual(parsePlan(text).tasks.map(({ mark }) => mark));
  return after;
}

/** The entries that came in; the others are as they were. */
function added({ changeLog: before }: Plan, { changeLog: after }: Plan): ChangeLogEntry[] {
  const entries = [...(after?.entries ?? [])];
  for (const old of before?.entries ?? []) {
    const at = entries.findIndex(({ date, change }) => date === old.date && change === old.change);
    expect(at).toBeGreaterThanOrEqual(0);
    entries.splice(at, 1);
  }
  return entries;
}

/** Whether the log tells of `change` on the day of the edits. */
function sameDay({ changeLog }: Plan, change: string): boolean {
  return changeLog?.entries.some((entry) => entry.change.startsWith(change) && (entry.date === '' || parseCalendarDate(entry.date) === '2026-11-20')) ?? false;
}

test('a move is said everywhere and logged once, with its reasons', () => {
  let moved = 0;
  fc.assert(
    fc.property(loggedPlans, fc.constantFrom('draft', 'in-review', 'completed', 'superseded'), reasons, (text, to, why) => {
      const before = parsePlan(text);
      const request = { to, date: '2026-11-20', author: 'me', ...why };
      const result = transition(text, request);
      if (!result.ok) return;
      const after = applied(text, result);
      const now = parsePlan(after);
      expect([now.status?.status, now.status?.conflict]).toEqual([to, false]);
      expect(transition(after, { ...request, date: '2026-11-21', author: 'you' })).toEqual(NOTHING);
      // Where the plan has the status already, other places are brought into line, which is no move.
      const isThere = before.status?.status === to;
      const rows = added(before, now);
      const change = describeMove(before.status?.raw ?? null, { draft: 'Draft', 'in-review': 'In Review', completed: 'Completed', superseded: 'Superseded' }[to] ?? '', why.note?.replace('\n', ' '), why);
      expect(rows.map((row) => plainText(row.change).replace(' (me)', '').replaceAll('\\|', '|'))).toEqual(isThere ? [] : [plainText(change)]);
      if (!isThere) moved++;
    }),
    runs(3000),
  );
  expect(moved).toBeGreaterThan(1000);
});

test('a box that is ticked or unticked is written once and logged once', () => {
  let ticked = 0;
  fc.assert(
    fc.property(loggedPlans, fc.constantFrom('blocked', 'approved'), fc.boolean(), (text, property, value) => {
      const before = parsePlan(text);
      const request = { property, value, date: '2026-11-20', author: 'me' };
      const result = setToggle(readPlan(text), request);
      if (!result.ok) return;
      const after = applied(text, result);
      expect(toggleState(readPlan(after), property) ?? false).toBe(value);
      expect(setToggle(readPlan(after), { ...request, date: '2026-11-21', author: 'you' })).toEqual(NOTHING);
      // What another device has logged today already is not logged again.
      const rows = added(before, parsePlan(after)).length;
      // Neither is a move to a status that the plan has, though not in every place.
      const isNoMove = result.changes.length === 0 || (property === 'approved' && value && before.status?.status === 'approved');
      expect(rows === 1 || (rows === 0 && (isNoMove || sameDay(before, value ? 'Blocked' : 'No longer blocked')))).toBe(true);
      if (property === 'blocked') expect(parsePlan(after).status).toEqual(before.status === null ? null : expect.objectContaining({ raw: before.status.raw }));
      if (result.changes.length > 0) ticked++;
    }),
    runs(2000),
  );
  expect(ticked).toBeGreaterThan(500);
});

test('an entry is added once, on whichever device', () => {
  fc.assert(
    fc.property(loggedPlans, fc.constantFrom('Rewrote phase 2', 'a | b', 'First', 'Blocked'), (text, change) => {
      const entry = { date: '2026-11-20', author: 'me', change };
      const result = appendLogEntry(text, entry);
      if (!result.ok) return;
      const after = applied(text, result);
      expect(added(parsePlan(text), parsePlan(after)).length).toBe(result.changes.length === 0 ? 0 : 1);
      expect(appendLogEntry(after, entry)).toEqual(NOTHING);
      expect(appendLogEntry(after, { ...entry, author: 'you' })).toEqual(NOTHING);
    }),
    runs(2000),
  );
});
