import { expect, test } from 'vitest';
import { parsePlan, readPlan } from '../../../src/core/plan/parse-plan';

test.each([
  ['the property says so', '---\nplan: true\n---\n# Recipe', true],
  ['the property says no', '---\nplan: false\n---\n# Implementation Plan\n\n**Status:** Draft', false],
  ['the type says so', '---\ntype: plan\n---\nx', true],
  ['the types say so', '---\ntype: [plan, x]\n---\nx', true],
  ['made from a template', '---\nplan-template: design\n---\nx', true],
  ['a title that says it all, no tasks, no status', '# Implementation Plan: [FEATURE]\n\nPlan ID: 7  \nOwner: me\n\n## 1. Summary\n\n- one', true],
  ['title and status', '# Storage Plan\n\n**Status:** Draft', true],
  ['phases and checks', '# Storage\n\n## Phase 1\n\n### Success Criteria\n- [ ] a', true],
  ['status, log and a table', '# Storage\n\nStatus: Draft\n\n## Changelog\n\n- 2026-01-01: a\n\n| Task | Priority |\n|---|---|\n| a | P1 |', true],
  ['the sections of a proposal', '## Summary\n## Motivation\n## Detailed design\n## Drawbacks\n## Alternatives', true],
  ['some of them and a status', '---\nstatus: done\n---\n## Problem\n## Goals\n## Design', true],
  ['some of them alone', '## Context\n## Summary\n## Timeline', false],
  ['the same section again and again', '## Goals\n## Goals\n## Goals\n## Goals\n## Goals', false],
  ['a title alone', '# Meal Plan', false],
  ['tasks alone', '# Shopping\n\n- [ ] milk', false],
  ['a status alone', '# Book\n\nStatus: read', false],
  ['an empty note', '', false],
])('%s', (_name, text, isPlan) => {
  expect(parsePlan(text).isPlan).toBe(isPlan);
});

test('folder and file name count', () => {
  expect(parsePlan('# Storage\n\nStatus: Draft', { path: 'docs/plans/storage.md' }).isPlan).toBe(true);
  expect(parsePlan('# Storage\n\nStatus: Draft', { path: 'docs/storage.md' }).isPlan).toBe(false);
  expect(parsePlan('- [ ] a\n\n## Verification\n- [ ] b', { path: 'openspec/changes/add-x/tasks.md' }).isPlan).toBe(true);
  expect(parsePlan('# Storage\n\nStatus: Draft', { path: 'docs/plans/storage-summary.md' }).isPlan).toBe(false);
  expect(parsePlan('# Implementation Plan', { path: 'docs/01-index.md' }).isPlan).toBe(false);
  expect(parsePlan('# Implementation Plan', { path: 'docs/sparse-index.md' }).isPlan).toBe(true);
  expect(readPlan('x', { path: 'storage-plan.md' }).verdict.evidence.map(({ reason }) => reason)).toEqual(['its file name says so']);
});

test.each([
  ['from the first H1', '## A\n\n# B\n\n# C', 'B'],
  ['from the property', '---\ntitle: A\n---\n## B', 'A'],
  ['an empty H1 does not count', '---\ntitle: A\n---\n#\n', 'A'],
  ['none', '## B', null],
  ['without marks', '# **A** [b](c) `d`', 'A b d'],
])('title %s', (_name, text, title) => {
  expect(parsePlan(text).title).toBe(title);
});

test.each([
  ['invalid frontmatter', '---\na: b: c\n---\n', ['frontmatter-invalid']],
  ['unclosed frontmatter', '---\na: b\n', ['frontmatter-unclosed']],
  ['unclosed fence', '# A\n\n```\n- [ ] a', ['fence-unclosed']],
  ['unclosed comment', '%%\n- [ ] a', ['comment-unclosed']],
  ['closed fence', '```\n```', []],
])('problems: %s', (_name, text, codes) => {
  expect(parsePlan(text).diagnostics.map(({ code }) => code)).toEqual(codes);
});

test.each([
  ['marks of lists', `---\na:\n  ${'- '.repeat(3000)}x\nstatus: Draft\n---\n`],
  ['keys', `---\n${'? '.repeat(5000)}\n---\n`],
])('frontmatter that is nested too deeply is a problem, not a failure: %s', (_what, text) => {
  expect(parsePlan(text).diagnostics.map(({ code }) => code)).toEqual(['frontmatter-invalid']);
});
