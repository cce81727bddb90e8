import { describe, expect, test } from 'vitest';
import { parsePlan } from '../../../src/core/plan/parse-plan';
import { statusOf } from '../../../src/core/plan/read-status';
import { DEFAULT_WORKFLOW } from '../../../src/core/status/workflow';

/** "kind: word → id (remark)" of the deciding place; null without a status. */
function reading(text: string): string | null {
  const { status } = parsePlan(text);
  const [source] = status?.sources ?? [];
  if (!status || !source) return null;
  expect(text.slice(source.from, source.to)).toBe(status.raw);
  return `${source.kind}: ${status.raw} → ${status.status ?? '?'}${status.remark === '' ? '' : ` (${status.remark})`}`;
}

describe('the ten forms', () => {
  test.each([
    ['1 property', '---\nstatus: in-progress # since May\n---\n', 'property: in-progress → in-progress'],
    ['2 colon in the bold', '**Status:** Draft', 'line: Draft → draft'],
    ['3 heading', '## Status: ✅ Complete', 'heading: Complete → completed'],
    ['4 section', '# T\n\n## Status\n\nDone, see below\n', 'section: Done → completed (, see below)'],
    ['5 colon behind the bold', '**Status**: ✅ Complete — PR #151  ', 'line: Complete → completed (— PR #151)'],
    ['6 quoted', '> **Date:** x\n> Status: Approved', 'line: Approved → approved'],
    ['7 whole line bold', '**Status: SUPERSEDED.**', 'line: SUPERSEDED → superseded (.)'],
    ['8 list item', '* Status: **Done**', 'line: Done → completed'],
    ['9 bare', 'Status: `in_progress`', 'line: in_progress → in-progress'],
    ['10 several keys, points', '**Status:** Accepted · **Date:** 2026 · **Owner:** me', 'line: Accepted → approved'],
    ['10 several keys, pipes', '**Date:** 1 | **Status:** In Progress | **Owner:** x', 'line: In Progress → in-progress'],
    ['as the header row of a table', '| **Status** | Draft |\n|---|---|\n| Owner | Ops |', 'line: Draft → draft'],
    ['a table of one row', '| Status | Owner | Updated |\n|---|---|---|\n| In Progress | Ops | 2026-01-01 |', 'line: In Progress → in-progress'],
    ['behind the title', '# Billing v2 — Status: DONE', 'heading: DONE → completed'],
    ['in brackets', '## Status (Draft)\n\nWe wait.', 'heading: Draft → draft'],
    ['in brackets behind a colon', '## Status: (Draft)\n\nWe wait.', 'heading: Draft → draft'],
    ['with a footnote', '**Status:** Draft[^1]', 'line: Draft → draft ([^1])'],
    ['a sentence each', 'Owner: Ops. Status: executed 2026-07-04; Review: none', 'line: executed → completed (2026-07-04)'],
    ['State, with one word', 'State: `maintenance` (all merged)', 'line: maintenance → ? ((all merged))'],
    ['a word that no workflow knows, and its remark', '**Status:** Deferred until summer', 'line: Deferred → ? (until summer)'],
    ['State, with a status', '**State:** In progress, since May', 'line: In progress → in-progress (, since May)'],
    ['several keys, nothing between', '**Gathered:** 2026-04-07 **Status:** Ready for planning', 'line: Ready → approved (for planning)'],
    ['several keys, nothing between, status first', '**Status:** Draft **Owner**: me', 'line: Draft → draft'],
    ['a row of a header table', '| | |\n|---|---|\n| **Owner** | Ops |\n| **Status** | `Draft` – to be read |', 'line: Draft → draft (– to be read)'],
    ['Chinese', '**狀態**：进行中', 'line: 进行中 → in-progress'],
    ['German', '**Status:** Abgeschlossen', 'line: Abgeschlossen → completed'],
    ['italics', '*Status:* Draft', 'line: Draft → draft'],
    ['whole line in italics', '_Status: Draft_', 'line: Draft → draft'],
    ['underscores', '__Status:__ Draft', 'line: Draft → draft'],
    ['two colons', 'Status:: Draft', 'line: Draft → draft'],
    ['blank before the colon', '**Status** : Draft', 'line: Draft → draft'],
    ['no blank behind the colon', '**Status**:Draft', 'line: Draft → draft'],
    ['another name', '**Implementation Status:** Complete', 'line: Complete → completed'],
    ['in a callout', '> [!note]\n> Status: Draft', 'line: Draft → draft'],
    ['in a callout’s title', '> [!info] Status: Draft', 'line: Draft → draft'],
    ['behind an emoji', '## ✅ Status: COMPLETE', 'heading: COMPLETE → completed'],
    ['numbered section', '## 1. Status\n\n**Draft**', 'section: Draft → draft'],
    ['turned into a heading by the rule below', '**Status:** Approved\n---\n', 'heading: Approved → approved'],
    ['below its label', '# T\n\n**Status:**\n\nIn Progress\n', 'line: In Progress → in-progress'],
    ['below its label, with a remark', '# T\n\n**Status**:\n\n🟡 **In Progress** — since May\n', 'line: In Progress → in-progress (— since May)'],
    ['on the line below its label', '> **Status:**\n> Draft\n> **Owner:** me', 'line: Draft → draft'],
    ['a section of the third level', '# A\n\n### Status\n\nDraft', 'section: Draft → draft'],
    ['a section of the third level below the first section', '# A\n\n## Overview\n\n### Current status\n\nDone (all of it)\n\n## B\n', 'section: Done → completed ((all of it))'],
    ['the only item under the heading', '## Status\n- Done', 'section: Done → completed'],
    ['the only item under the heading, with a remark', '# T\n\n## Status\n\n* **In Progress** (3/5)\n\n## B\n\n- Done', 'section: In Progress → in-progress ((3/5))'],
    ['with a hard break', '**Status:** Draft  \n**Owner:** x', 'line: Draft → draft'],
    ['with a backslash break', '**Status:** Draft\\\n**Owner:** x', 'line: Draft → draft'],
  ])('%s', (_form, text, expected) => {
    expect(reading(text)).toBe(expected);
    expect(reading(text.replace(/\n/g, '\r\n'))).toBe(expected);
  });
});

test.each([
  ['🟡 In Progress (3/5)', 'In Progress → in-progress ((3/5))'],
  ['Draft (rev 4)', 'Draft → draft ((rev 4))'],
  ['Done. All shipped', 'Done → completed (. All shipped)'],
  ['complete, merged', 'complete → completed (, merged)'],
  ['Complete / Merged', 'Complete → completed (/ Merged)'],
  ['Completed on 2026-01-01', 'Completed → completed (on 2026-01-01)'],
  ['Draft → In Review', 'In Review → in-review'],
  ['Draft -> In Review (by Ann)', 'In Review → in-review ((by Ann))'],
  ['🟡 Draft → ✅ **Approved**', 'Approved → approved'],
  ['~~Draft~~ → In Review', 'In Review → in-review'],
  ['Draft → In Review → Approved', 'Approved → approved'],
  ['Draft → the archive', 'Draft → draft (→ the archive)'],
  ['Waiting → Draft', 'Waiting → ? (→ Draft)'],
  ['~~Draft~~ Approved', 'Approved → approved'],
  ['**Draft**', 'Draft → draft'],
  ['“Draft”', 'Draft → draft (”)'],
  ['NOT STARTED', 'NOT STARTED → draft'],
  ['to-do', 'to-do → draft'],
  ["won't do", "won't do → cancelled"],
  ['Ready for Implementation', 'Ready for Implementation → approved'],
  ['80% complete', '80% complete → in-progress'],
  ['100%', '100% → completed'],
  ['Phase 2 done', 'Phase 2 done → in-progress'],
  ['Frozen · 2026', 'Frozen → ?'],
  ['Frobnicated now', 'Frobnicated now → ?'],
])('the value %j', (value, expected) => {
  expect(reading(`**Status:** ${value}`)).toBe(`line: ${expected}`);
});

test.each([
  ['option list', '**Status:** Draft | In Review | Approved'],
  ['option list in brackets', '**Status:** [Draft | In Review]'],
  ['option list with slashes', '**Status:** Draft / Approved / Done'],
  ['option list with arrows', '**Status:** Draft → In Review → Approved → Completed'],
  ['boxes', '**Status:** [ ] Draft [x] Approved'],
  ['a sentence below its label', '**Status:**\n\nComplete the migration by May.'],
  ['another word below its label', '**Status:**\n\nFrozen'],
  ['another entry below its label', '**Status:**\n**Owner:** Done'],
  ['a list below its label', '**Status:**\n\n- Done'],
  ['a table below its label', '**Status:**\n\n| Draft |\n|---|\n'],
  ['code below its label', '**Status:**\n\n```\nDraft\n```'],
  ['nothing below its label, and another section', '**Status:**\n\n# Done'],
  ['slot', '**Status:** {status}'],
  ['empty', '**Status:**'],
  ['nothing said', '**Status:** TBD'],
  ['a question mark', '**Status:** ?'],
  ['in a code fence', '```\n**Status:** Done\n```'],
  ['in a comment', '%%\nStatus: Done\n%%'],
  ['in inline code', '`Status: Draft`'],
  ['below the second H2', '# A\n## B\n## C\n**Status:** Done'],
  ['a list under the heading', '## Status\n\n- [ ] a'],
  ['a list of several under the heading', '## Status\n- Done\n- Draft'],
  ['a list with a list under the heading', '## Status\n- Done\n  - Draft'],
  ['a sentence in a list under the heading', '## Status\n- Complete the migration'],
  ['a table under the heading', '## Status\n\n| a | b |\n|---|---|\n'],
  ['a deeper section with a sentence', '# A\n\n### Status\n\nDone by Ann and Bob'],
  ['a deeper section of a phase', '# A\n\n## Phase 1\n\n### Status\n\nDraft'],
  ['a deeper section below the second H2', '# A\n\n## B\n\n## C\n\n### Status\n\nDraft'],
  ['deeper sections of several parts', '# A\n\n## B\n\n### Status\n\nDraft\n\n## C\n\n### Status\n\nDone'],
  ['no colon', '**Status** Draft'],
  ['a longer word', '**Statuses:** Draft'],
  ['a list for a property', '---\nstatus: [a, b]\n---\n'],
])('no status: %s', (_name, text) => {
  expect(parsePlan(text).status).toBeNull();
});

test.each([
  ['an entry of the log', '# P\n\n## Change Log\n\n### 2025-01-01\n\nStatus: Draft → In Review\n'],
  ['an item of a log without a heading', '# P\n\n**Change Log:**\n\n- Status: Draft → In Review (2025-01-01)'],
  ['a dated item of a log without a heading', '# P\n\n**Change Log:**\n\n- 2026-01-01 — Status: Draft\n- v2 (2026-01-02) — Status: Done'],
  ['in a comment', 'Text <!-- old:\nStatus: Draft -->'],
  ['in a comment of Obsidian', 'Text %% old\nStatus: Draft %%'],
  ['in code over two lines', 'Text `code\nStatus: Draft` end'],
  ['what the statuses mean', '| Status | Meaning |\n|---|---|\n| Draft | new |'],
  ['a table of work', '| Task | Status |\n|---|---|\n| Build | Done |'],
  ['null', '---\nstatus: null\n---\n'],
])('no status: %s', (_what, text) => {
  expect(reading(text)).toBeNull();
});

test.each([
  ['escapes', 'status: "In\\u0020Progress"', 'In Progress', 'in-progress'],
  ['an alias', 'a: &s Draft\nstatus: *s', 'Draft', 'draft'],
  ['a block', 'status: |\n  Draft', 'Draft', 'draft'],
])('a property means what YAML says: %s', (_what, yaml, raw, id) => {
  const { status } = parsePlan(`---\n${yaml}\n---\n`);
  expect([status?.raw.trim(), status?.status]).toEqual([raw, id]);
});

describe('several places', () => {
  test('property and line agree', () => {
    const { status } = parsePlan('---\nstatus: done\n---\n# T\n\n**Status:** Completed\n');
    expect(status?.sources.map(({ kind }) => kind)).toEqual(['property', 'line']);
    expect(status?.conflict).toBe(false);
  });

  test('property and line disagree: the property decides, and it is said', () => {
    const { status, diagnostics } = parsePlan('---\nstatus: Draft\n---\n# T\n\n**Status:** Completed\n');
    expect(status).toMatchObject({ raw: 'Draft', conflict: true });
    expect(diagnostics).toMatchObject([{ code: 'status-conflict', message: 'The note says “Draft” in one place and “Completed” in another.' }]);
  });

  test('two unknown words disagree', () => {
    expect(parsePlan('---\nstatus: Foo\n---\nStatus: Bar').diagnostics.map(({ code }) => code)).toEqual(['status-conflict']);
  });

  test('statuses of phases are not the document’s', () => {
    const { status } = parsePlan('# T\n\n**Status:** In Progress\n\n## Phase 1\n\n**Status:** Done\n\n## Phase 2\n\n**Status:** Draft\n');
    expect(status?.sources).toHaveLength(1);
    expect(status?.raw).toBe('In Progress');
  });
});

test.each([
  ['✅ Done', 'completed'],
  ['In progress (2)', 'in-progress'],
  ['what', null],
  ['', null],
])('a cell that says %j', (value, status) => {
  expect(statusOf(value, DEFAULT_WORKFLOW)).toBe(status);
});
