import { describe, expect, test } from 'vitest';
import { BUILT_IN_TEMPLATES } from '../../../src/core/template/builtin';
import { fillNote } from '../../../src/core/template/fill-note';
import { instantiate, type Known } from '../../../src/core/template/instantiate';
import type { Template } from '../../../src/core/template/template';
import { applyChanges } from '../../../src/core/text/text-change';

const known: Known = { today: '2026-03-14', status: 'Draft', author: '' };
const own = (body: string, properties: Template['properties'] = []): Template => ({ id: 'own', name: 'Own', description: 'Mine.', body, properties });
const bodyOf = (body: string, more: Partial<Known>): string => instantiate(own(body), { ...known, ...more }).body;

describe('the title in the heading', () => {
  test.each([
    ['# [Project/Feature]: Implementation Plan', 'Auth Plan', '# Auth: Implementation Plan'],
    ['# Implementation Plan: [Brief Description]', 'Auth plan', '# Implementation Plan: Auth'],
    ['# Implementation Plan: [Brief Description]', 'Implementation plan: Auth', '# Implementation Plan: Auth'],
    ['# [Feature Name] Plan', 'Auth Implementation Plan', '# Auth Plan'],
    ['# [Feature Name] Plan', 'Plan B', '# Plan B Plan'],
    ['# [Feature Name] Plan', 'Floorplan', '# Floorplan Plan'],
    ['# [Feature Name] Plan', 'Plan', '# Plan Plan'],
    ['# [Feature Name]', 'Auth Plan', '# Auth Plan'],
    ['# {{title}}', 'Auth Plan', '# Auth Plan'],
  ])('%s with “%s” is %s', (heading, title, expected) => {
    expect(bodyOf(`${heading}\n`, { title })).toBe(`${expected}\n`);
  });

  test.each([
    ['# Plan Template\n\nCopy this.\n\n---\n\n# [Project/Feature]: Implementation Plan\n', '# Plan Template\n\nCopy this.\n\n---\n\n# Auth: Implementation Plan\n'],
    ['# How we plan\n\n## Phase 1: [Name]\n', '# How we plan\n\n## Phase 1: [Name]\n'],
    ['## [Feature Name]\n\n# [Other Name]\n', '## Auth Plan\n\n# [Other Name]\n'],
  ])('below a first heading without a slot it is the next one of level 1: %j', (body, expected) => {
    expect(bodyOf(body, { title: 'Auth Plan' })).toBe(expected);
  });

  test('elsewhere the title stands whole', () => {
    expect(bodyOf('# [Feature Name] Plan\n\nAbout [Feature Name] and {{title}}.\n', { title: 'Auth Plan' })).toBe('# Auth Plan\n\nAbout Auth Plan and Auth Plan.\n');
  });
});

describe('what is filled in', () => {
  const phased = BUILT_IN_TEMPLATES.find(({ id }) => id === 'phased-plan') ?? own('');

  test('same-named slots fill together, in body, table and properties', () => {
    const { body, properties, places } = instantiate(phased, { ...known, fills: new Map([['Name', 'Ann | Bo']]) });
    expect(body).toContain('**Author:** Ann | Bo\n');
    expect(body).toContain('| 2026-03-14 | Ann \\| Bo | Initial draft |');
    expect(properties).toContainEqual({ key: 'author', value: 'Ann | Bo' });
    expect(places.filter(({ name }) => name === 'Name').map(({ from, to }) => body.slice(from, to))).toEqual(['Ann | Bo', 'Ann \\| Bo']);
  });

  test('an empty field leaves its slot, whatever is known', () => {
    const { body, properties } = instantiate(phased, { ...known, author: 'Ops', fills: new Map([['Name', ''], ['YYYY-MM-DD', ''], ['Draft | In Review | Approved | In Progress | Completed', '']]) });
    expect(body).toContain('**Date:** YYYY-MM-DD\n**Author:** [Name]\n**Status:** Draft | In Review | Approved');
    expect(properties).toEqual(expect.arrayContaining([{ key: 'author', value: '[Name]' }, { key: 'status', value: 'Draft' }]));
  });

  test('a chosen status is the property too', () => {
    const { body, properties } = instantiate(phased, { ...known, fills: new Map([['Draft | In Review | Approved | In Progress | Completed', 'Approved']]) });
    expect([body.includes('**Status:** Approved\n'), properties[1]]).toEqual([true, { key: 'status', value: 'Approved' }]);
  });

  test('a list becomes items, a template’s own property wins over the usual one', () => {
    const made = instantiate(own('# A\n\nIssues: [#123, #124]\n', [{ key: 'issues', value: '[#123, #124]' }, { key: 'tags', value: ['plan', '{TEAM}'] }, { key: 'type', value: 'adr' }]), { ...known, fills: new Map([['#123, #124', '#4, #5'], ['TEAM', 'ops']]) });
    expect(made.body).toContain('Issues: #4, #5\n');
    expect(made.properties.filter(({ key }) => ['issues', 'tags', 'type'].includes(key))).toEqual([{ key: 'issues', value: ['#4', '#5'] }, { key: 'tags', value: ['plan', 'ops'] }, { key: 'type', value: 'adr' }]);
  });

  test('dates take the form their slot asks for; a time of day stays', () => {
    expect(bodyOf('Date: DD.MM.YYYY\nDay: {{date:YYYY/MM}}\nDue: {DATE}\nAt: {{time}}\n', {})).toBe('Date: 14.03.2026\nDay: 2026/03\nDue: 2026-03-14\nAt: {{time}}\n');
  });

  test('values are not expanded again', () => {
    expect(bodyOf('# [Feature Name]\n\nOwner: [Owner]\n', { title: '[Owner] $&', fills: new Map([['Owner', '[Feature Name]']]) })).toBe('# [Owner] $&\n\nOwner: [Feature Name]\n');
  });
});

describe('filling a note', () => {
  const filled = (text: string, values: Record<string, string>): string => {
    const result = fillNote(text, new Map(Object.entries(values)));
    return result.ok ? applyChanges(text, result.changes) : `<${result.refusal.code}>`;
  };

  test.each([
    ['in double quotes', 'owner: "[Owner]"', { Owner: 'A "b": c' }, 'owner: "A \\"b\\": c"'],
    ['in single quotes', "owner: '[Owner]'", { Owner: "O'Neill" }, "owner: 'O''Neill'"],
    ['without quotes', 'status: Draft | Approved', { 'Draft | Approved': 'Approved' }, 'status: Approved'],
    ['a list', 'issues: "[#123, #124]"', { '#123, #124': '#4, b' }, 'issues: ["#4", b]'],
    ['a date', 'due: "YYYY-MM-DD"', { 'YYYY-MM-DD': '2026-01-02' }, 'due: "2026-01-02"'],
    ['an item', 'owners:\n  - "[Owner]"', { Owner: 'Ann' }, 'owners:\n  - "Ann"'],
  ])('in the frontmatter, %s', (_name, before, values, after) => {
    expect(filled(`---\n${before}\n---\nx\n`, values)).toBe(`---\n${after}\n---\nx\n`);
  });

  test('what is empty or gone stays, CRLF stays, pipes in tables are escaped', () => {
    expect(filled('# [Name]\r\n\r\n{TEAM}\r\n\r\n| [Owner] |\r\n| --- |\r\n', { Name: 'x', TEAM: '', Owner: 'a|b', Gone: 'y' })).toBe('# x\r\n\r\n{TEAM}\r\n\r\n| a\\|b |\r\n| --- |\r\n');
  });

  test('broken frontmatter is refused, the body alone is not', () => {
    expect(filled('---\na: b: c\nowner: "[Owner]"\n---\n', { Owner: 'x' })).toBe('<property-not-plain>');
    expect(filled('---\na: b: c\n---\n[Owner]\n', { Owner: 'x' })).toBe('---\na: b: c\n---\nx\n');
  });
});
