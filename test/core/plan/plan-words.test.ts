// Words that a user adds count wherever the built-in ones do: in sections, labels, status lines, columns and folders.
import { expect, test } from 'vitest';
import { transition } from '../../../src/core/edit/edit-plan';
import { parsePlan } from '../../../src/core/plan/parse-plan';
import { PlanWords } from '../../../src/core/plan/plan-words';

const words = new PlanWords({
  verification: ['Overdracht', '**Go / no-go**='],
  question: ['Nog te bepalen'],
  changeLog: ['Logboek='],
  status: ['Toestand'],
  planTitle: ['werkplan'],
  planFolder: ['Trajecten'],
  priority: ['Wichtigkeit'],
  effort: ['Zeitbedarf'],
  impact: ['Wirkung'],
  when: ['Termin'],
});

test('headings and labels for verification items and questions', () => {
  const text = '# X\n\n## Overdracht\n\n- [ ] a\n\n## Go / No-Go\n\n- [ ] b\n\n## Go / no-go later\n\n- [ ] c\n\n## Nog te bepalen\n\n- [ ] d\n';
  expect(parsePlan(text, { words }).tasks.map(({ kind }) => kind)).toEqual(['verification', 'verification', 'other', 'question']);
  expect(parsePlan(text).tasks.every(({ kind }) => kind === 'other')).toBe(true);
});

test('a status line, and the move that follows it', () => {
  const text = '# X\n\n**Toestand:** Draft\n\n## Logboek\n\n- 2026-01-02: Begonnen\n';
  const plan = parsePlan(text, { words });
  expect([plan.status?.status, plan.changeLog?.entries.length]).toEqual(['draft', 1]);
  const moved = transition(text, { to: 'approved', date: '2026-02-03', author: '' }, undefined, words);
  expect(moved.ok && moved.changes.map(({ insert }) => insert)).toEqual(['Approved', '\n- 2026-02-03: Status: Draft → Approved']);
});

test('columns of a priority table', () => {
  const [row] = parsePlan('| Was | Wichtigkeit | Zeitbedarf | Wirkung | Termin |\n| --- | --- | --- | --- | --- |\n| Suche | hoch | 2 Tage | groß | Mai |\n', { words }).priorities;
  expect([row?.title, row?.rank, row?.hours, row?.impact, row?.when]).toEqual(['Suche', 1, 16, 'groß', 'Mai']);
});

test('title and folder are evidence for a plan', () => {
  const reasons = (path: string): number => parsePlan('# Werkplan\n\n**Toestand:** Draft\n', { words, path }).isPlan ? 1 : 0;
  expect([reasons('Notes/a.md'), reasons('Trajecten/a.md')]).toEqual([1, 1]);
  expect(parsePlan('# X\n\nStatus: Draft\n', { words, path: 'trajecten/a.md' }).isPlan).toBe(true);
  expect(parsePlan('# X\n\nStatus: Draft\n', { path: 'trajecten/a.md' }).isPlan).toBe(false);
});

test('an empty word, or one with signs of a pattern, does no harm', () => {
  const odd = new PlanWords({ status: ['', '(a+)+$', '[x'], verification: ['', '   '], priority: ['.*'] });
  expect(parsePlan('# X\n\n**Status:** Draft\n\n- [ ] a\n', { words: odd }).status?.status).toBe('draft');
});
