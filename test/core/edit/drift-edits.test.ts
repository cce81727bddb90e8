/** What mends a contradiction in a note's text, and what leaves one out: every byte beside it stays. */
import { describe, expect, test } from 'vitest';
import { findDrift } from '../../../src/core/check/drift';
import { statedStatuses } from '../../../src/core/check/drift-status';
import { alignStatus } from '../../../src/core/edit/align-status';
import { ignoreDrift } from '../../../src/core/edit/ignore-drift';
import { readPlan } from '../../../src/core/plan/parse-plan';
import type { EditResult } from '../../../src/core/text/edit-result';
import { applyChanges } from '../../../src/core/text/text-change';
import { ODD_NEIGHBOURS, REFUSED_FRONTMATTERS } from './odd-frontmatters';

function outcome(text: string, result: EditResult): string {
  return result.ok ? applyChanges(text, result.changes) : `<${result.refusal.code}>`;
}

/** The note in the ways files are written. */
function files(note: string): string[] {
  return [note, note.replace(/\n/g, '\r\n'), `\uFEFF${note}`, `\uFEFF${note.replace(/\n/g, '\r\n')}`];
}

const front = (inside: string): string => `---\n${inside}\n---\n# Pumps plan\n\nText.\n`;

describe('a status that the places of a note disagree on', () => {
  const PLAN = '---\ntype: plan\nstatus: "Draft" # by hand\n---\n# Pumps plan\n\n**Status:** ✅ In Review (v2)  \n**Owner:** Ann\n\n## Change Log\n\n- 2026-01-02: Status: Draft → In Review\n';

  test('each of them can be chosen; nothing but the words changes, and the log gets no row', () => {
    for (const text of files(PLAN)) {
      const plan = readPlan(text);
      expect(statedStatuses(plan)).toEqual(['draft', 'in-review']);
      expect(outcome(text, alignStatus(plan, 'in-review'))).toBe(text.replace('"Draft"', '"In Review"'));
      expect(outcome(text, alignStatus(plan, 'draft'))).toBe(text.replace('✅ In Review', '✅ Draft'));
      const again = readPlan(text.replace('"Draft"', '"In Review"'));
      expect(alignStatus(again, 'in-review')).toEqual({ ok: true, changes: [] });
    }
  });

  test.each([
    ['status-unknown', PLAN, 'parked'],
    ['status-not-replaceable', PLAN.replace('✅ In Review (v2)', 'we are waiting for the board to look at it again, and for Ann, and for rain'), 'draft'],
    ['frontmatter-broken', PLAN.replace('type: plan', 'type: "plan'), 'draft'],
    ['property-duplicate', PLAN.replace('type: plan', 'status: Draft\ntype: plan'), 'in-review'],
  ])('refused: %s', (code, text, to) => {
    expect(outcome(text, alignStatus(readPlan(text), to))).toMatch(code === 'property-duplicate' ? /^<(?:property-duplicate|frontmatter-broken)>$/ : `<${code}>`);
  });
});

describe('a kind of contradiction that a plan leaves out', () => {
  test.each([
    ['none yet', 'type: plan', 'type: plan\nplan-ignore:\n  - stale'],
    ['empty', 'plan-ignore: # c\ntype: plan', 'plan-ignore: [stale] # c\ntype: plan'],
    ['one', 'plan-ignore: questions # c', 'plan-ignore: [questions, stale] # c'],
    ['one in quotes', 'plan-ignore: "questions"', 'plan-ignore: ["questions", stale]'],
    ['several with commas', 'plan-ignore: questions, placeholders', 'plan-ignore: ["questions, placeholders", stale]'],
    ['a list in brackets', 'plan-ignore: [questions] # c', 'plan-ignore: [questions, stale] # c'],
    ['a list of lines', 'plan-ignore:\n- questions # c\ntype: plan', 'plan-ignore:\n- questions # c\n- stale\ntype: plan'],
    ['the same', 'plan-ignore: [stale]', 'plan-ignore: [stale]'],
    ['the same alone', 'plan-ignore: stale', 'plan-ignore: stale'],
  ])('%s', (_what, before, after) => {
    files(front(before)).forEach((text, file) => {
      expect(outcome(text, ignoreDrift(text, 'stale'))).toBe(files(front(after))[file]);
      expect(ignoreDrift(files(front(after))[file] ?? '', 'stale')).toEqual({ ok: true, changes: [] });
    });
  });

  test('a note without properties gets this one', () => {
    expect(outcome('# Pumps plan\r\n', ignoreDrift('# Pumps plan\r\n', 'stale'))).toBe('---\r\nplan-ignore:\r\n  - stale\r\n---\r\n# Pumps plan\r\n');
  });

  test.each(ODD_NEIGHBOURS)('beside %j', (line) => {
    for (const text of files(front(`${line}\nplan-ignore: [questions] # c\nend: 1`))) expect(outcome(text, ignoreDrift(text, 'stale'))).toBe(text.replace('[questions]', '[questions, stale]'));
  });

  test.each(REFUSED_FRONTMATTERS.filter(([code]) => code === 'frontmatter-broken'))('%s: %j', (code, inside) => {
    expect(outcome(front(inside), ignoreDrift(front(inside), 'stale'))).toBe(`<${code}>`);
  });

  test('is not told of it any more, and of all else', () => {
    const text = '---\ntype: plan\nstatus: Completed\n---\n# Pumps plan\n\n**Status:** Draft\n\n## Verification\n\n- [ ] One\n';
    const codes = (note: string): string[] => findDrift(readPlan(note), { today: '2026-11-20', touched: null, staleDays: 30, slots: [] }).map(({ code }) => code);
    expect(codes(text)).toEqual(['two-statuses']);
    expect(codes(outcome(text, ignoreDrift(text, 'two-statuses')))).toEqual([]);
    expect(codes(outcome(text, ignoreDrift(text, 'stale')))).toEqual(['two-statuses']);
  });
});
