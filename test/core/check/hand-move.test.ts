// Which changes of a status were made by hand and are missing in the log; the log itself decides.
import { expect, test } from 'vitest';
import { HandMove, type StatusStand } from '../../../src/core/check/hand-move';
import { lastLoggedStatus } from '../../../src/core/check/last-logged-status';
import { type PlanReading, readPlan } from '../../../src/core/plan/parse-plan';

function plan(status: string, ...rows: string[]): PlanReading {
  return readPlan(`---\ntype: plan\nstatus: ${status}\n---\n# P\n\n## Change Log\n\n| Date | Author | Change |\n| --- | --- | --- |\n${rows.map((row) => `| 2026-01-01 | QA | ${row} |\n`).join('')}`);
}

function stand(reading: PlanReading): StatusStand {
  return { status: reading.status?.status ?? null, raw: reading.status?.raw ?? null };
}

/** Sees the plans one after the other; what the log of the last one lacks, as "Draft → Approved". */
function seen(plans: readonly PlanReading[], isByHand: (at: number) => boolean = () => true): string | null {
  const move = new HandMove();
  plans.slice(1).forEach((next, at) => move.see(stand(plans[at] ?? next), next, isByHand(at + 1)));
  const last = plans.at(-1);
  const missing = last ? move.unlogged(last) : null;
  return missing && `${missing.from ?? ''} → ${missing.to.name}`;
}

const MOVED = 'Status: Draft → In Review';

test.each<[string, PlanReading[], string | null]>([
  ['changed by hand', [plan('Draft', 'Created'), plan('Approved', 'Created')], 'Draft → Approved'],
  ['in several steps, words in between that mean nothing', [plan('Draft'), plan('In Pro'), plan('""'), plan('done')], 'Draft → Completed'],
  ['from a word that the workflow does not know', [plan('Parked'), plan('Approved')], 'Parked → Approved'],
  ['to a word that the workflow does not know', [plan('Draft'), plan('Parked')], null],
  ['and changed back', [plan('Draft'), plan('Approved'), plan('draft')], null],
  ['another spelling of the same', [plan('Completed'), plan('done')], null],
  ['a plan gets its first status', [plan('""'), plan('Draft')], null],
  ['moved by command: the row tells of it', [plan('Draft', 'Created'), plan('In Review', 'Created', MOVED)], null],
  ['the move taken back, its row too', [plan('Draft', 'Created'), plan('In Review', 'Created', MOVED), plan('Draft', 'Created')], null],
  ['the first move of a log without rows taken back', [plan('Draft'), plan('In Review', MOVED), plan('Draft')], null],
  ['after a move by command', [plan('Draft'), plan('In Review', MOVED), plan('Approved', MOVED)], 'In Review → Approved'],
  ['after a move by command and a row about something else', [plan('Draft'), plan('In Review', MOVED), plan('Approved', MOVED, 'Pilot started')], 'In Review → Approved'],
  ['back by hand, the row of the move still there', [plan('Draft'), plan('In Review', MOVED), plan('Draft', MOVED)], 'In Review → Draft'],
])('%s', (_what, plans, expected) => {
  expect(seen(plans)).toBe(expected);
});

test('what was not done by hand is none, and ends what was', () => {
  const plans = [plan('Draft'), plan('Approved'), plan('In Progress')];
  expect(seen(plans, () => false)).toBeNull();
  expect(seen(plans, (at) => at === 1)).toBeNull();
  expect(seen(plans, (at) => at === 2)).toBe('Approved → In Progress');
});

test('a row is offered once for a status, and again for the next one', () => {
  const move = new HandMove();
  const [draft, approved, done] = [plan('Draft'), plan('Approved'), plan('Completed')];
  move.see(stand(draft), approved, true);
  expect(move.unlogged(approved)?.to.id).toBe('approved');
  expect([move.unlogged(approved), move.isOpen]).toEqual([null, true]);
  move.see(stand(approved), done, true);
  expect(move.unlogged(done)).toMatchObject({ from: 'Draft', to: { id: 'completed' } });
});

test('a row that came meanwhile, from another device, settles it', () => {
  const move = new HandMove();
  move.see(stand(plan('Draft')), plan('In Review'), true);
  expect([move.unlogged(plan('In Review', MOVED)), move.isOpen]).toEqual([null, false]);
});

test('a row that was added afterwards and taken back with the status is no move', () => {
  const move = new HandMove();
  move.see(stand(plan('Draft', 'Created')), plan('In Review', 'Created'), true);
  move.unlogged(plan('In Review', 'Created'));
  move.settle(plan('In Review', 'Created', MOVED));
  expect(move.see(stand(plan('In Review')), plan('Draft', 'Created'), true)).toBe(false);
});

test.each([
  ['Status: Draft → In Review', 'in-review'],
  ['**Status:** `Draft` → **Approved** — agreed → in the meeting', 'approved'],
  ['Status: Completed', 'completed'],
  ['Status page added', null],
  ['Status: Draft → Parked', null],
  ['Created', null],
])('the newest row “%s” ends in %s', (row, expected) => {
  expect(lastLoggedStatus(plan('Draft', 'Status: Draft → Completed', row))).toBe(expected);
});

test('the newest row is the first of a log that starts with the newest', () => {
  expect(lastLoggedStatus(readPlan('# P\n\n## Changelog\n\n- 2026-02-02: Status: Draft → Approved\n- 2026-01-01: Status: Draft\n'))).toBe('approved');
  expect(lastLoggedStatus(readPlan('# P\n'))).toBeNull();
});
