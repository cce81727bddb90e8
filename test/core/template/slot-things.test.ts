import { describe, expect, test } from 'vitest';
import { BUILT_IN_TEMPLATES } from '../../../src/core/template/builtin';
import { fillNote, noteSlots } from '../../../src/core/template/fill-note';
import { noteFields, templateFields } from '../../../src/core/template/form-fields';
import { instantiate, type Known } from '../../../src/core/template/instantiate';
import type { Template } from '../../../src/core/template/template';
import { applyChanges } from '../../../src/core/text/text-change';

const known: Known = { today: '2026-03-14', status: 'Draft', author: '' };
const prefill = { today: '2026-03-14', status: 'Draft', author: '', nextId: () => null };
const builtIn = (id: string): Template => BUILT_IN_TEMPLATES.find((each) => each.id === id) ?? { id, name: id, description: '', body: '', properties: [] };
const own = (body: string, properties: Template['properties'] = []): Template => ({ ...builtIn('own'), body, properties });
const labels = (text: string): string[] => noteFields(text).map(({ label }) => label);

/** The text with each field filled by `value`, which is told its number. */
function filled(text: string, value: (at: number) => string): string {
  const result = fillNote(text, new Map(noteFields(text).map(({ id }, at) => [id, value(at)])));
  return result.ok ? applyChanges(text, result.changes) : result.refusal.message;
}

describe('what stands in rows, items and headings is asked for one by one, by its place', () => {
  test.each([
    ['feature-plan', ['Requirement (REQ-1)', 'Requirement (REQ-2)', 'Requirement (REQ-3)', 'Regression to avoid (REQ-4)', 'Requirement (REQ-5)', 'Key change (Step 1)', 'Key change (Step 2)', 'Action (Integration Tests)', 'Action (User Interface Flow)']],
    ['design-plan', ['Likelihood', 'Impact', 'Name (Component, New Components)', 'Name (Component, Modified Components)', 'Name (Entity, New Entities)', 'Name (Phase 1)', 'Name (Phase 2)']],
    ['phased-plan', ['Phase Name (Phase 1)', 'Phase Name (Phase 2)', 'Why (Phase 1, 1)', 'Why (Phase 1, 2)', 'Why (Phase 2)', 'Location (Finding 1)', 'Location (Unit Tests)', 'Gap 1', 'Why it is needed (Gap 1)', 'Rationale (Decision 1)', 'Mitigation (Risk Mitigation, 1)']],
    ['spec-plan', ['Summary (Task group 1)', 'Summary (Task group 2)', 'Task IDs (Task group 3)', 'Related Spec(s)', 'Issue(s)', 'Plan ID']],
    ['remediation-plan', ['Gap (Area 1)', 'Gap (Area 2)', 'Task Name (Phase 1, 1)', 'Start service']],
  ])('%s', (id, some) => {
    const all = labels(builtIn(id).body);
    expect(all).toEqual(expect.arrayContaining(some));
    expect(new Set(all).size).toBe(all.length);
    expect(all.filter((label) => /->|→|\[|#\d|,.*etc|For example/.test(label.replace('[id]', '')))).toEqual([]);
  });

  test('a wish of many words is called by its section, and said below', () => {
    expect(noteFields(builtIn('feature-plan').body).find(({ label }) => label === 'Goal')?.hint).toBe('Say what this plan is for: who suffers from what today, what will be better, and how we will know.');
  });

  test('a numbered label is enough for what only asks', () => {
    expect(labels('# P\n\n**Field 9:** [Describe part 9]\n\nReviewer 1: [Name]\nReviewer 2: [Name]\n')).toEqual(['Field 9', 'Reviewer 1', 'Reviewer 2']);
  });

  test('each of them gets its own answer', () => {
    expect(filled('# Plan\n\n## Goals\n\n- **REQ-1**: [Requirement]\n- **REQ-2**: [Requirement]\n\n| Likelihood | Impact |\n| --- | --- |\n| [L/M/H] | [L/M/H] |\n', String)).toBe('# Plan\n\n## Goals\n\n- **REQ-1**: 0\n- **REQ-2**: 1\n\n| Likelihood | Impact |\n| --- | --- |\n| 2 | 3 |\n');
  });

  test('one of several that is gone by then is not taken for another', () => {
    const text = '# P\n\n## A\n\n- [Key change]\n- [Key change]\n';
    const values = new Map(noteFields(text).map(({ id }, at) => [id, String(at)]));
    expect(fillNote('# P\n\n## A\n\n- mine\n- [Key change]\n', values)).toEqual({ ok: true, changes: [] });
  });
});

describe('what is one thing is asked for once', () => {
  test.each([
    ['a property and its header line', '---\nowner: "[Owner]"\n---\n# P\n\n**Owner:** [Owner]\n', ['Owner']],
    ['a property of another name', '---\noverview-spec: "[for example S-1]"\n---\n# P\n\nRelated Overview Spec: [for example S-1]\n', ['Related Overview Spec']],
    ['the day of creation', '---\ncreated: YYYY-MM-DD\ndue: YYYY-MM-DD\n---\n# P\n\nDate: YYYY-MM-DD\n', ['Date', 'Due']],
    ['author and first entry of the log', '# P\n\nAuthor: [Name]\n\n## Phase 1: [Name]\n\n## Log\n\n| Author | Change |\n| --- | --- |\n| [Name] | First |\n', ['Author', 'Name (Phase 1)']],
    ['the title and what speaks of it', '# [Feature Name]\n\n## Goal\n\nPeople get [Feature Name] soon.\n', ['Feature Name']],
    ['a name in sentences', '# P\n\n## A\n\nWe ask {TEAM} first.\n\n## B\n\nAnd {TEAM} again.\n', ['Team']],
    ['not the owner of several tasks', '# P\n\nOwner: [Owner]\n\n## Tasks\n\n| Task | Owner |\n| --- | --- |\n| T1 | [Owner] |\n| T2 | [Owner] |\n', ['Owner', 'Owner (T1)', 'Owner (T2)']],
    ['not the due date', '# P\n\nDate: YYYY-MM-DD\nDue: YYYY-MM-DD\n', ['Date', 'Due']],
  ])('%s', (_name, text, expected) => {
    expect(labels(text)).toEqual(expected);
    expect(findOpen(filled(text, () => 'x'))).toBe(0);
  });

  const findOpen = (text: string): number => noteFields(text).length;

  test('the form of a template keeps author and phases apart', () => {
    const template = own('# [Title]\n\n**Author:** [Name]\n\n## Phase 1: [Name]\n', [{ key: 'author', value: '[Name]' }]);
    expect(templateFields(template, prefill).map(({ label }) => label)).toEqual(['Author']);
    const { body, properties } = instantiate(template, { ...known, author: 'Ops', title: 'Sync' });
    expect(body).toBe('# Sync\n\n**Author:** Ops\n\n## Phase 1: [Name]\n');
    expect(properties).toContainEqual({ key: 'author', value: 'Ops' });
  });

  test('a property that reads as a slot by its key alone is filled with its line', () => {
    const { body, properties } = instantiate(builtIn('spec-plan'), { ...known, fills: new Map([['for example S-OVERVIEW-001', 'S-9']]) });
    expect(body).toContain('Related Overview Spec: S-9  \n');
    expect(properties).toContainEqual({ key: 'overview-spec', value: 'S-9' });
  });

  test('the preview knows each thing’s places', () => {
    const text = '# P\n\nAuthor: [Name]\n\n## Phase 1: [Name]\n';
    const ids = noteFields(text).map(({ id }) => id);
    expect(noteSlots(text).map(({ name, from, to }) => [ids.indexOf(name), text.slice(from, to)])).toEqual([[0, '[Name]'], [1, '[Name]']]);
  });
});
