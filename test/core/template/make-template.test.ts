// A filled-in plan becomes a form again: shown as the plan's text before and after.
import { describe, expect, test } from 'vitest';
import { readPlan } from '../../../src/core/plan/parse-plan';
import { readFilledIn } from '../../../src/core/plan/read-filled-in';
import { DEFAULT_WORKFLOW } from '../../../src/core/status/workflow';
import { BUILT_IN_TEMPLATES } from '../../../src/core/template/builtin';
import { instantiate } from '../../../src/core/template/instantiate';
import { makeTemplate, proposeReplacements, type Replacement } from '../../../src/core/template/make-template';
import { findPlaceholders } from '../../../src/core/template/placeholder';
import type { Template } from '../../../src/core/template/template';
import { templateProblem } from '../../../src/core/template/user-template';

const OPTIONS = 'Draft | In Review | Approved | In Progress | Completed';
const statuses = DEFAULT_WORKFLOW.statuses.filter(({ group }) => group !== 'dropped').map(({ name }) => name);

function proposals(text: string, original: Template | null = null): Replacement[] {
  return proposeReplacements(text, readFilledIn(text, readPlan(text)), { original, statuses });
}

function templateOf(text: string, original: Template | null = null): string {
  return makeTemplate(text, proposals(text, original));
}

test('a plan made by hand', () => {
  expect(templateOf(`---
type: plan
status: In Progress
author: Ops
title: 'Sync rework'
due: 2026-04-01
tags: [a,   b] # kept
---
# Implementation Plan: Sync rework

**Date:** 2026-03-14
**Author:** Ops  
**Status:** ✅ In Progress — since March
**Owner:** Core team · **Reviewers:** QA

## Goal
On 2026-03-14 we began. Ops wrote this.

## Verification

- [x] Tests pass
- [ ] Seen on a tablet
- [-] Dropped

## Open Questions

- [x] ~~Which port?~~ - **Resolved**: 8080
  - more of it
- [ ] How long?
- [ ] ~~Who?~~ - **Resolved**: QA

## Change Log

| Date | Author | Change | Version |
|------|--------|--------|---|
| 2026-03-14 | Ops | First draft | 1.0 |
| 2026-03-15 | QA | Reviewed | 1.1 |
`)).toBe(`---
type: plan
author: "[Name]"
title: '{{title}}'
due: YYYY-MM-DD
tags: [a,   b] # kept
---
# Implementation Plan: {{title}}

**Date:** YYYY-MM-DD
**Author:** [Name]  
**Status:** ${OPTIONS}
**Owner:** [Owner] · **Reviewers:** [Name]

## Goal
On 2026-03-14 we began. Ops wrote this.

## Verification

- [ ] Tests pass
- [ ] Seen on a tablet
- [ ] Dropped

## Open Questions

- [ ] [Question]
  - more of it
- [ ] How long?

## Change Log

| Date | Author | Change | Version |
|------|--------|--------|---|
| YYYY-MM-DD | [Name] | [Change] | [Version] |
`);
});

describe('single places', () => {
  test.each([
    ['a title that says what it is at its end', '# Sync: Implementation Plan\n\n## Phase 1\n', '# {{title}}: Implementation Plan\n\n## Phase 1\n'],
    ['a title that is nothing else', '# Sync\n', '# {{title}}\n'],
    ['a title with a slot in it', '# Plan: [Feature Name]\n', '# Plan: [Feature Name]\n'],
    ['a title in a note with BOM and CRLF', '\uFEFF# Sync\r\n\r\n**Date:** 2026-03-14\r\nText\r\n', '\uFEFF# {{title}}\r\n\r\n**Date:** YYYY-MM-DD\r\nText\r\n'],
    ['a status as a heading', '# {{title}}\n\n## Status: Done\n', `# {{title}}\n\n## Status: ${OPTIONS}\n`],
    ['a status as a section', '# {{title}}\n\n## Status\n\nDone\n', '# {{title}}\n\n## Status\n\nDraft\n'],
    ['a status in a table', '# {{title}}\n\n| | |\n| --- | --- |\n| **Status** | Done |\n', '# {{title}}\n\n| | |\n| --- | --- |\n| **Status** | Draft |\n'],
    ['a log as a list', '# {{title}}\n\n## Change Log\n\n- 2026-03-14: Began\n  and went on\n- 2026-03-15: Ended\n  - in detail\n\nText\n', '# {{title}}\n\n## Change Log\n\n- YYYY-MM-DD: [Change]\n\nText\n'],
    ['a log as headings', '# {{title}}\n\n## Change Log\n\n### 2026-03-15\n\nEnded\n\n### 2026-03-14\n\nBegan\n\n## Next\n', '# {{title}}\n\n## Change Log\n\n### YYYY-MM-DD\n\nEnded\n\n## Next\n'],
    ['frontmatter of which nothing is left', '---\nstatus: Draft\nplan-template: x\n---\n# {{title}}\n', '# {{title}}\n'],
    ['frontmatter of which nothing is left, before a rule', '---\nstatus: Draft\n---\n---\nkept: text\n---\n# {{title}}\n', '---\n---\n---\nkept: text\n---\n# {{title}}\n'],
    ['properties that would tell about the template', '---\nname: x\nfolder: y\nteam: z\n---\n# {{title}}\n', '---\nteam: z\n---\n# {{title}}\n'],
    ['dates in the text and in code', '# {{title}}\n\nDone on 2026-03-14.\n\n```\nDate: 2026-03-14\n- [x] a\n```\n', '# {{title}}\n\nDone on 2026-03-14.\n\n```\nDate: 2026-03-14\n- [x] a\n```\n'],
  ])('%s', (_what, text, expected) => {
    expect(templateOf(text)).toBe(expected);
  });
});

describe.each(BUILT_IN_TEMPLATES.map((template) => [template.id, template] as const))('a plan made from the built-in %s', (_id, template) => {
  const plan = instantiate(template, { today: '2026-03-14', status: 'Draft', author: 'Ops', title: 'Sync rework' });
  const properties = plan.properties.map(({ key, value }) => `${key}: ${JSON.stringify(value)}\n`).join('');
  const text = `---\n${properties}---\n\n${plan.body}`;

  test('becomes its text again', () => {
    const made = templateOf(text, template);
    const body = made.slice(made.indexOf('\n---\n') + 6);
    const expected = template.body.replace('| Initial draft |', '| [Change] |').replace(/- \[ \] ~~Question 1~~ - \*\*Resolved\*\*: \[Answer\]\n- \[ \] ~~Question 2~~ - .*\n/, '- [ ] ~~Question 1~~ - **Resolved**: [Answer]\n').replace('{DATE}\n**Status:** Draft', `{DATE}\n**Status:** ${OPTIONS}`).replace(/\{DATE\}|\[DATE\]/, 'YYYY-MM-DD');
    expect(body).toBe(expected);
    expect(templateProblem(made)).toBeNull();
  });

  test('makes the same plan again, but for what was replaced', () => {
    expect(proposals(text, template).every(({ was, becomes }) => was !== becomes)).toBe(true);
    expect(findPlaceholders(templateOf(text, template)).length).toBeGreaterThan(findPlaceholders(text).length);
  });
});

describe('what is proposed', () => {
  const text = '# Sync\n\n**Date:** 2026-03-14\n\n## Verification\n\n- [x] One\n- [x] Two\n\n## Change Log\n\n| Date | Change |\n| --- | --- |\n| 2026-03-14 | a |\n| 2026-03-15 | b |\n| 2026-03-16 | c |\n';

  test('says the line before and after, and how many more go', () => {
    expect(proposals(text).map(({ kind, line, was, becomes, more }) => [kind, line, was, becomes, more])).toEqual([
      ['title', 1, '# Sync', '# {{title}}', 0],
      ['date', 3, '**Date:** 2026-03-14', '**Date:** YYYY-MM-DD', 0],
      ['log', 14, '| 2026-03-14 | a |', '| YYYY-MM-DD | [Change] |', 2],
      ['tick', 7, '- [x] One', '- [ ] One', 0],
      ['tick', 8, '- [x] Two', '- [ ] Two', 0],
    ]);
  });

  test('can be kept one by one; kept ones keep every byte', () => {
    const all = proposals(text);
    for (const kept of all) {
      const made = makeTemplate(text, all.filter((each) => each !== kept));
      expect(made).toContain(kept.was);
      expect(templateOf(made)).toBe(templateOf(text));
    }
    expect(makeTemplate(text, [])).toBe(text);
  });

  test('is nothing where nothing is filled in', () => {
    expect(proposals('Only text.\n')).toEqual([]);
    expect(proposals(templateOf(text))).toEqual([]);
  });
});

test('a large plan is read to its end', () => {
  const rows = Array.from({ length: 4000 }, (_, n) => `| 2026-03-14 | Ops | Change ${n} |\n`).join('');
  const ticks = Array.from({ length: 4000 }, (_, n) => `- [x] Check ${n}\n`).join('');
  const made = templateOf(`# Sync\n\n## Verification\n\n${ticks}\n## Change Log\n\n| Date | Author | Change |\n| --- | --- | --- |\n${rows}`);
  expect(made).not.toContain('[x]');
  expect(made.endsWith('| --- | --- | --- |\n| YYYY-MM-DD | [Name] | [Change] |\n')).toBe(true);
}, 20_000);
