import { describe, expect, test } from 'vitest';
import { formatInstant } from '../../host/base/moment-format';
import { BUILT_IN_TEMPLATES } from '../../../src/core/template/builtin';
import { listItems } from '../../../src/core/template/field-control';
import { type FormField, noteFields, templateFields } from '../../../src/core/template/form-fields';
import { nextPlanIds } from '../../../src/core/template/next-plan-id';
import { noteName } from '../../../src/core/template/note-name';
import type { Template } from '../../../src/core/template/template';

const prefill = { today: '2026-03-14', status: 'Draft', author: 'Ops', nextId: (key: string) => (key === 'plan-id' ? 'PLAN-013' : null) };
const shown = ({ label, control, value }: FormField): string => `${label} (${control})${value === '' ? '' : ` = ${value}`}`;

function template(id: string): Template {
  const found = BUILT_IN_TEMPLATES.find((each) => each.id === id);
  if (!found) throw new Error(id);
  return found;
}

describe('what the form of a template asks for', () => {
  test.each([
    ['feature-plan', ['Critical warning (lines)', 'Important note (lines)']],
    ['phased-plan', ['Date (date) = 2026-03-14', 'Author (text) = Ops', 'Status (choice) = Draft']],
    ['remediation-plan', []],
    ['design-plan', ['Feature ID (id)', 'Spec (link)', 'Created (date) = 2026-03-14']],
    ['spec-plan', ['Plan ID (id) = PLAN-013', 'Related Spec(s) (list)', 'Related Overview Spec (link)', 'Branch (text)', 'Issue(s) (list)', 'Date (date) = 2026-03-14', 'Owner (text)', 'Id in .specify/specs/[id]/spec.md (id)']],
  ])('%s', (id, fields) => {
    expect(templateFields(template(id), prefill).map(shown)).toEqual(fields);
  });

  test('a field says which property’s values are suggested, what stays, and how many places it fills', () => {
    const [, author, status] = templateFields(template('phased-plan'), prefill);
    expect(author).toMatchObject({ id: 'Name', key: 'author', stays: '[Name]', hint: 'Fills 2 places.', isRequired: false });
    expect(status?.options).toEqual(['Draft', 'In Review', 'Approved', 'In Progress', 'Completed']);
  });

  test('properties that the body lacks are asked for last; without a heading the text up to the first rule is the header', () => {
    const own: Template = { id: 'own', name: 'Own', description: 'Mine.', body: 'For {TEAM}, risk [Low/High]\n\n---\n\n{what it does}\n', properties: [{ key: 'reviewers', value: '[Name]' }, { key: 'tags', value: ['plan'] }] };
    expect(templateFields(own, prefill).map(shown)).toEqual(['Team (text)', 'Low/High (choice)', 'Reviewers (list)']);
  });
});

describe('what is left open in a note', () => {
  test('every thing once, in the order of the text, by the label that its places share', () => {
    const text = '---\nowner: "[Owner]"\n---\n# [Feature Name] plan\n\n**Owner:** [Owner]\n\n### Phase 1: [Name]\n\n### Component: [Name]\n\n- Due: YYYY-MM-DD\n- [ ] [What to check]\n\n| Risk |\n| --- |\n| [L/M/H] |\n';
    expect(noteFields(text).map((field) => `${shown(field)} ${field.hint}`.trim())).toEqual(['Owner (text) Fills 2 places.', 'Feature Name (text)', 'Name (Phase 1) (text)', 'Name (Component) (text)', 'Due (date)', 'What to check (text)', 'Risk (choice)']);
  });

  test('none', () => {
    expect(noteFields('All done.\n')).toEqual([]);
  });
});

describe('the next id of each prefix', () => {
  test.each([
    [['PLAN-009', 'PLAN-003'], ['PLAN-010']],
    [['OPS-500', 'PLAN-99', 'PLAN-3'], ['PLAN-100', 'OPS-501']],
    [['ops-07', 'OPS-2', 'X1'], ['ops-08', 'X2']],
    [['7', '12'], ['13']],
    [['OPS-2026-3', ' OPS-2026-4 '], ['OPS-2026-5']],
    [['draft', '', 'v1.x'], []],
  ])('of %j: %j', (ids, next) => {
    expect(nextPlanIds(ids)).toEqual(next);
  });
});

describe('the name of a note', () => {
  const parts = { title: 'Sync $& {{date}}', format: (pattern: string) => formatInstant(new Date(2026, 2, 14, 9, 7), pattern), properties: new Map([['plan-id', 'P-7'], ['owner', '']]) };
  test.each([
    ['{{title}}', 'Sync $& {{date}}'],
    ['{{date}} {{title}}', '2026-03-14 Sync $& {{date}}'],
    ['{{date:YYYYMMDD}}-{{ title }}', '20260314-Sync $& {{date}}'],
    ['{{date:dddd}} {{title}}', 'Saturday Sync $& {{date}}'],
    ['{{Date:YYYY-[W]WW}} {{time:HHmm}} {{title}}', '2026-W11 0907 Sync $& {{date}}'],
    ['{{x {{title}} {{', '{{x Sync $& {{date}} {{'],
    ['{{plan-id}} {{title}}', 'P-7 Sync $& {{date}}'],
    ['{{owner}} - {{title}}', 'Sync $& {{date}}'],
    ['{{other}} {{title}}', '{{other}} Sync $& {{date}}'],
    ['  ', 'Sync $& {{date}}'],
  ])('%s', (pattern, name) => {
    expect(noteName(pattern, parts)).toBe(name);
  });
});

test.each([
  ['a, b,, a ,', ['a', 'b']],
  ['[[A, B]], [[C|d, e]], f', ['[[A, B]]', '[[C|d, e]]', 'f']],
  [' ', []],
])('the items of “%s”', (text, items) => {
  expect(listItems(text)).toEqual(items);
});
