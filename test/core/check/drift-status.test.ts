/** Drift between the places that name a plan's status: properties, body, change log. */
import { expect, test } from 'vitest';
import { codesOf, driftOf } from '../../support/drift-of';

const LOG = '## Change Log\n\n| Date | Author | Change |\n|---|---|---|\n';
const row = (day: string, change: string): string => `| 2026-01-${day} | Ann | ${change} |\n`;
const logged = (status: string, ...changes: string[]): string => `# Sync plan\n\n**Status:** ${status}\n\n## Goal\n\nSync.\n\n${LOG}${changes.map((change, at) => row(`0${at + 1}`, change)).join('')}`;

test('properties and body name two statuses; the log tells which one is right', () => {
  const text = `---\nstatus: Approved\n---\n# Export plan\n\n**Status:** In Review\n`;
  expect(driftOf(text)).toEqual(['two-statuses 6: The note says “Approved” in one place and “In Review” in another | In Review · line 2 (property): Approved']);
  expect(driftOf(`${text}\n${LOG}${row('01', 'Status: Draft → In Review')}`)[0]).toMatch(/ \| align in-review$/);
  expect(driftOf(`${text}\n${LOG}${row('01', 'Status: In Review → Approved')}`)[0]).toMatch(/ \| align approved$/);
  expect(driftOf(`${text}\n${LOG}${row('01', 'Status: Draft → Cancelled')}`)[0]).not.toMatch(/align/);
});

test.each([
  ['two spellings of one status', 'status: in_progress', '**Status:** In Progress'],
  ['a word that the workflow does not know', 'status: evergreen', '**Status:** In Progress'],
  ['a word of another scale in the body', 'status: approved', '**Status:** Phase 2 in progress'],
  ['prose', 'status: in-progress', '## Status\n\nCompleted the first half, the rest follows in May.'],
  ['options that nobody chose from', 'status: draft', '**Status:** Draft | In Review | Approved'],
  ['a phase’s own status', 'status: in-progress', 'Text.\n\n## Goal\n\nSync.\n\n## Phase 1\n\n**Status:** Done'],
])('no contradiction: %s', (_what, property, body) => {
  expect(codesOf(`---\ntype: plan\n${property}\n---\n# Export\n\n${body}\n`)).toEqual([]);
});

test('two places of the body may differ as well', () => {
  expect(driftOf('# Export plan\n\n## Status: ✅ Complete\n\nStatus: Draft\n')).toEqual(['two-statuses 3: The note says “Draft” in one place and “Complete” in another | Complete · line 5: Draft']);
});

test('the log ends in another status; the mend adds the row that is missing', () => {
  expect(driftOf(logged('In Progress', 'Initial draft', 'Status: Draft → Approved'))).toEqual(['log-differs 14: The status is “In Progress”, but the change log ends in “Approved” | Status: Draft → Approved | log approved → in-progress']);
});

test.each([
  ['a row below that tells of something else', logged('In Progress', 'Status: Draft → Approved', 'Scope widened')],
  ['a bare word in the last row', logged('In Progress', 'Initial draft', 'Approved')],
  ['a list', '# Sync plan\n\n**Status:** In Progress\n\n## Changelog\n\n- 2026-01-01: first draft\n- 2026-01-02: approved\n'],
  ['a newest-first list', '# Sync plan\n\n**Status:** In Progress\n\n## Changelog\n\n- 2026-01-09: approved\n- 2026-01-02: first draft\n'],
  ['headings', '# Sync plan\n\n**Status:** In Progress\n\n## Revision history\n\n### 2026-01-02\n\n- Wording\n- Status: Draft → Approved\n'],
  ['ein deutsches Protokoll', '# Sync-Plan\n\n**Status:** In Arbeit\n\n## Änderungsprotokoll\n\n| Datum | Autor | Änderung |\n|---|---|---|\n| 2026-01-02 | Anna | Status: Entwurf → Freigegeben |\n'],
  ['a plan that was taken up again', logged('In Progress', 'Status: In Progress → Completed')],
])('the log differs: %s', (_what, text) => {
  expect(codesOf(text)).toEqual(['log-differs']);
});

test.each([
  ['the last row says so', logged('Approved', 'Status: Draft → In Review', 'Status: In Review → Approved')],
  ['in another spelling', logged('Freigegeben', 'Status: Draft → Approved')],
  ['no row tells of a status', logged('In Progress', 'Initial draft', 'Scope widened')],
  ['the log only tells how it began', logged('Approved', 'Draft')],
  ['the log only tells how it began, in more words', logged('Approved', 'Created', 'Status: Draft')],
  ['a row below may tell of it in its own words', logged('In Progress', 'Status: Draft → Approved', 'Development started')],
  ['a status that the workflow does not know', logged('Parked', 'Status: Draft → Approved')],
  ['the log ends in one that it does not know', logged('Approved', 'Status: Draft → Parked')],
  ['the latest day stands in the middle', `${logged('Approved', 'Initial draft')}${row('09', 'Status: In Review → Approved')}${row('02', 'Status: Draft → In Review')}`],
  ['the last row has a date of last year', `${logged('Approved', 'Status: Draft → In Review')}| 2025-01-09 | Ann | Status: In Review → Approved |\n`],
  ['a column names the status of each row’s own work', '# Sync plan\n\n**Status:** In Progress\n\n## Change Log\n\n| Date | Change | Status |\n|---|---|---|\n| 2026-01-02 | Cache | Done |\n'],
  ...['~~Status: In Progress → Completed~~', 'Status: In Progress → Completed; reopened', 'Status: In Progress → Completed, then back', 'Status: In Progress → Completed (phase 1 only)', 'Status: In Progress → Completed for phase 1', 'Status: Phase 1 → Completed'].map((change) => [change, logged('In Progress', 'Status: Approved → In Progress', change)]),
  ['a log of tasks', '# Sync plan\n\n**Status:** In Progress\n\n## Change Log\n\n| Date | Task | From | To |\n|---|---|---|---|\n| 2026-01-02 | T1 | Draft | Done |\n'],
  ['the log is another document’s', '# Sync plan\n\n**Status:** In Progress\n\n```\n## Change Log\n\n- 2026-01-02: Status: Draft → Approved\n```\n'],
])('the log agrees: %s', (_what, text) => {
  expect(codesOf(text)).toEqual([]);
});
