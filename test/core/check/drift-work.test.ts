/** Drift between a status and what the boxes, phases and days of a plan say. */
import { expect, test } from 'vitest';
import { findDrift } from '../../../src/core/check/drift';
import { readPlan } from '../../../src/core/plan/parse-plan';
import { codesOf, driftOf } from '../../support/drift-of';

const plan = (status: string, body: string): string => `---\ntype: plan\nstatus: ${status}\n---\n# Sync\n\n${body}\n`;
const checks = (...boxes: string[]): string => `## Acceptance criteria\n\n${boxes.join('\n')}`;

test('done, with verification items open: those by their text, the first one’s line', () => {
  expect(driftOf(plan('Completed', checks('- [x] Saves', '- [ ] Loads', '- [ ] Prints `A4`')))).toEqual(['open-items 10: The status is “Completed”, but 2 verification items are not ticked | Loads · Prints A4']);
});

test('done, with other work open', () => {
  expect(driftOf(plan('Done', '## Tasks\n\n- [x] Store\n- [ ] Queue\n- [ ] Index\n- [ ] Pane\n- [ ] Docs'))).toEqual(['open-items 10: The status is “Done”, but 4 boxes are not ticked | Queue · Index · Pane · 1 more']);
});

const closed = (...rows: string[]): string => plan('Completed', `${checks('- [x] Saves', '- [ ] Loads')}\n\n## Change log\n\n| Date | Change |\n| --- | --- |\n${rows.map((row) => `| 2026-11-03 | ${row} |`).join('\n')}`);

test.each([
  [['Status: In Progress → Completed — shipped; despite 1 open verification item (override: the rest (2) is for **May**)'], 'info override: the rest (2) is for May · Loads'],
  [['Status: In Progress → Completed — despite 1 placeholder (override: is for May)', 'Typo mended'], 'info override: is for May · Loads'],
  [['Status: In Progress → Completed'], 'error Loads'],
  [['Status: Draft → Approved — despite 1 open question (override: asked)', 'Status: Approved → Completed'], 'error Loads'],
  [['Status: In Progress → Completed (override: is for May)', 'Status: Completed → In Progress', 'Status: In Progress → Completed'], 'error Loads'],
])('done with open items is worth a look where the last move gives a reason for it: %j', (rows, told) => {
  const found = findDrift(readPlan(closed(...rows)), { today: '2026-12-01', touched: null, staleDays: 30, slots: [] });
  expect(found.filter(({ code }) => code === 'open-items').map(({ severity, evidence }) => `${severity} ${evidence}`)).toEqual([told]);
});

test.each([
  ['Completed', '- [-] dropped'],
  ['Completed', '- [ ] ~~struck~~'],
  ['Completed', '- [ ] Load test (deferred)'],
  ['Completed', '### Next steps\n\n- [ ] Dark theme'],
  ['Completed', '## Rollback plan\n\n- [ ] Restore the backup'],
  ['Completed', '### Rollback\n\n- [ ] Restore the backup'],
  ['Completed', '### If the migration fails\n\n- [ ] Restore the backup'],
  ['Completed', '### Review checklist\n\n- [ ] No implementation details'],
  ['Completed (except phase 3)', '- [ ] Phase 3 shows'],
  ['Complete — manual tests pending', '- [ ] A day in the field'],
  ['Umgesetzt, bis auf den Ausdruck', '- [ ] Druckt'],
  ['Cancelled', '- [ ] Loads'],
  ['Superseded', '- [ ] Loads'],
  ['Shelved', '- [ ] Loads'],
  ['80% complete', '- [ ] Loads'],
])('not open: %s, %s', (status, lines) => {
  expect(codesOf(plan(status, checks('- [x] Saves', lines)))).toEqual([]);
});

test('all ticked, but work has not begun by the status; the mend is a move through the gates', () => {
  expect(driftOf(plan('Approved', checks('- [x] Saves', '- [x] Loads')))).toEqual(['all-ticked 3: All 2 boxes are ticked, but the status is “Approved” | Saves · Loads | move completed']);
  expect(driftOf('# Sync plan\n\n**Status:** Entwurf\n\n## Abnahmekriterien\n\n- [x] Speichert\n')).toEqual(['all-ticked 3: The one box is ticked, but the status is “Entwurf” | Speichert | move completed']);
});

test('all ticked in a plan in work is worth a look when nothing else is left', () => {
  const text = plan('In Progress', checks('- [x] Saves', '- [x] Loads'));
  expect(codesOf(text)).toEqual(['all-ticked']);
  expect(codesOf(`${text}\n## Priorities\n\n| Task | Priority |\n|---|---|\n| Docs | High |\n`)).toEqual([]);
  expect(codesOf(`${text}\n## Phase 1\n\n- [x] a\n\n**Confirmation Gate**: QA has run a day\n`)).toEqual([]);
  expect(codesOf(`${text}\n## Phase 2: to be planned\n`)).toEqual([]);
  expect(codesOf(`${text}\n## Manual testing\n\n1. Open it\n2. Look at it\n`)).toEqual([]);
  expect(codesOf(`${text}\n## Tasks\n\n- [/] Docs\n`)).toEqual([]);
});

test.each([
  ['a status that waits for its review after the work', plan('Ready for Review', checks('- [x] Saves'))],
  ['boxes about the document', plan('Draft', '## Review & Acceptance Checklist\n\n- [x] No implementation details\n- [x] Testable\n- [x] Scope is clear')],
  ['boxes of approvals', plan('Approved', '## Approval\n\n- [x] Ann\n- [x] Ben\n- [x] Cleo')],
  ['two boxes of which none verifies', plan('Draft', '## Preparation\n\n- [x] Room\n- [x] Date')],
  ['questions that are answered', plan('Draft', '## Open Questions\n\n- [x] Who?\n- [x] When?\n- [x] Where?')],
  ['slots that are left', plan('Draft', `${checks('- [x] Saves')}\n\n## Goal\n\n[Say what this plan is for]\n\n## Scope\n\n[Say what is out of scope]`)],
  ['no boxes', plan('Draft', 'Text.')],
  ['no status', '# Sync plan\n\n## Acceptance criteria\n\n- [x] Saves\n'],
])('not all ticked: %s', (_what, text) => {
  expect(codesOf(text)).toEqual([]);
});

test('a later phase is done before an earlier one', () => {
  const phases = '## Phase 1: Store\n\n- [x] a\n- [ ] b\n\n## Phase 2: Show\n\n- [x] c';
  expect(driftOf(plan('In Progress', phases))).toEqual(['phase-order 7: Phase 2 is done, but Phase 1 is not | Phase 1: Store, 1 of 2 ticked']);
  expect(codesOf(plan('In Progress', `${phases}\n- [ ] d`))).toEqual([]);
  expect(codesOf(plan('Completed', phases))).toEqual(['open-items']);
  expect(codesOf(plan('Cancelled', phases))).toEqual([]);
});

test('in work, and untouched for long', () => {
  const text = plan('In Progress', checks('- [ ] Saves'));
  expect(driftOf(text, { touched: '2026-10-31' })).toEqual(['stale 3: The status is “In Progress”, but nothing has changed for 31 days | last changed 2026-10-31']);
  expect(codesOf(text, { touched: '2026-11-02' })).toEqual([]);
  expect(codesOf(text, { touched: '2026-11-01' })).toEqual(['stale']);
  expect(codesOf(text, { touched: null })).toEqual([]);
  expect(codesOf(text, { touched: '2020-01-01', staleDays: 0 })).toEqual([]);
  expect(codesOf(text, { touched: '2027-01-01' })).toEqual([]);
  expect(codesOf(plan('Approved', checks('- [ ] Saves')), { touched: '2020-01-01' })).toEqual([]);
});

test('a note that is no plan is never accused', () => {
  expect(codesOf('---\nplan: false\nstatus: done\n---\n# Shopping plan\n\n## Checklist\n\n- [ ] milk\n')).toEqual([]);
});
