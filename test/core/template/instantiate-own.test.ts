import { describe, expect, test } from 'vitest';
import { warningsAsCallouts } from '../../../src/core/template/callouts';
import { templateFields } from '../../../src/core/template/form-fields';
import { instantiate, type Known, titleSlot } from '../../../src/core/template/instantiate';
import { noteName } from '../../../src/core/template/note-name';
import { readUserTemplate } from '../../../src/core/template/user-template';
import type { Template } from '../../../src/core/template/template';

const STATUSES = 'Draft | In Review | Approved | Completed';
const known: Known = { today: '2026-03-14', status: 'Draft', author: '', title: 'Sync' };
const own = (body: string, properties: Template['properties'] = []): Template => ({ id: 'own', name: 'Own', description: '', body, properties });

describe('the title goes into whatever stands in brackets in a template’s own heading', () => {
  test.each([
    ['# [Deep Title]\n', '# Sync\n'],
    ['# Plan [Foo Bar]\n', '# Plan Sync\n'],
    ['# [Thing]: [Other]\n\nText\n', '# Sync: [Other]\n\nText\n'],
    ['# [Docs](https://x.example)\n', '# [Docs](https://x.example)\n'],
    ['# Plan [[Note]]\n\n## [Deep Title]\n', '# Plan [[Note]]\n\n## [Deep Title]\n'],
  ])('%j', (body, made) => {
    expect(instantiate(own(body), known).body).toBe(made);
    expect(titleSlot(body) !== null).toBe(made.startsWith('# ') && made !== body);
  });
});

describe('a status that the template’s properties give', () => {
  const statusOf = (status: string, chosen?: string): unknown[] => {
    const { body, properties } = instantiate(own(`# P\n\n**Status:** ${STATUSES}\n`, [{ key: 'status', value: status, yaml: `status: ${status}` }]), { ...known, ...(chosen !== undefined && { fills: new Map([[STATUSES, chosen]]) }) });
    return [body.slice(5).trim(), properties.filter(({ key }) => key === 'status').map(({ value }) => value)];
  };

  test.each([
    ['Completed', undefined, ['**Status:** Completed', ['Completed']]],
    ['wichtig', undefined, ['**Status:** wichtig', ['wichtig']]],
    ['Completed', 'Approved', ['**Status:** Approved', ['Approved']]],
  ])('%s, chosen %s: body and property say the same', (status, chosen, expected) => {
    expect(statusOf(status, chosen)).toEqual(expected);
  });

  test.each([['completed', 'Completed', 4], ['wichtig', 'wichtig', 5]])('%s is what the form begins with', (status, value, options) => {
    const [field] = templateFields(own(`# P\n\n**Status:** ${STATUSES}\n`, [{ key: 'status', value: status }]), { today: '2026-03-14', status: 'Draft', author: '', nextId: () => null });
    expect([field?.value, field?.options.length]).toEqual([value, options]);
  });
});

test('characters that turn the writing direction are not shown in a template’s name', () => {
  const read = readUserTemplate('T/a\u202Eb.md', '---\nname: "x\u202Egpj"\n---\nText\n');
  expect(read.ok && read.template.name).toBe('xgpj');
  const bad = readUserTemplate('T/a\u202Eb.md', '');
  expect(!bad.ok && bad.refusal.message).toContain('“T/ab.md”');
});

test('long input takes no longer than its length', { timeout: 30_000 }, () => {
  const start = performance.now();
  expect(warningsAsCallouts('<critical_warning>\n'.repeat(50_000))).toHaveLength(950_000);
  expect(noteName('{{title}}', { title: `${' -'.repeat(50_000)}x`, format: () => '' })).toBe('x');
  const body = Array.from({ length: 8_000 }, (_, at) => `- [Thing ${at}]: [Why]\n`).join('');
  expect(templateFields(own(body), { today: '2026-03-14', status: 'Draft', author: '', nextId: () => null }).length).toBeGreaterThan(0);
  expect(performance.now() - start).toBeLessThan(15_000);
});
