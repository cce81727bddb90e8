/** A template's sections put into notes that lack them: at their place, in the note's own style. */
import { describe, expect, test } from 'vitest';
import { BUILT_IN_TEMPLATES } from '../../../src/core/template/builtin';
import { compareWithTemplate } from '../../../src/core/template/compare-template';
import { insertSections } from '../../../src/core/template/insert-sections';
import { templateOfNote } from '../../../src/core/template/template-of-note';
import { applyChanges } from '../../../src/core/text/text-change';

const body = (id: string): string => BUILT_IN_TEMPLATES.find((template) => template.id === id)?.body ?? '';

function inserted(text: string, template: string, ...keys: string[]): string {
  const result = insertSections(text, template, keys);
  if (!result.ok) throw new Error(result.refusal.message);
  return applyChanges(text, result.changes);
}

const states = (text: string, template: string): string[] => compareWithTemplate(text, template).sections.map(({ section, state }) => `${section.key}: ${state}`);

describe.each(BUILT_IN_TEMPLATES.map((template) => [template.id, template.body] as const))('%s', (id, text) => {
  const whole = compareWithTemplate(text, text);

  test('has all its own sections, and is told by them', () => {
    expect(whole.sections.every(({ state }) => state === 'present')).toBe(true);
    expect(templateOfNote(text, BUILT_IN_TEMPLATES)?.id).toBe(id);
  });

  test('gets back any section that was cut out, byte by byte', () => {
    for (const { section, node } of whole.sections) {
      if (!node) throw new Error(section.key);
      // What stands between the section and its neighbours goes with it, as a person would cut it.
      const before = whole.nodes[node.index - 1];
      const isFirst = !before || before.index === node.parent;
      const cut = isFirst ? text.slice(0, node.from) + text.slice(node.to) : text.slice(0, text.slice(0, node.from).replace(/[\s-]+$/, '').length) + text.slice(node.contentTo);
      if (isFirst && node.hasRuleAbove !== text.slice(node.contentTo, node.to).includes('---')) continue;
      expect(inserted(cut, text, section.key), section.key).toBe(text);
    }
  });

  test('gets one with CRLF right above a heading of a note with CRLF', () => {
    const note = '# Plan\r\n\r\n## Change Log\r\n\r\nx\r\n';
    expect(inserted(note, '# Plan\n\n## 1. Work\n\n## 2. Checks\n\n- [ ] a\n\n## 3. Change Log\n\nx\n', 'checks')).toBe(note.replace('## Change', '## Checks\r\n\r\n- [ ] a\r\n\r\n## Change'));
  });

  test('gets all of them into an empty note and into one with CRLF, and then lacks nothing', () => {
    const keys = whole.sections.filter(({ section }) => section.depth === 1).map(({ section }) => section.key);
    for (const note of ['', '# Title\n', '# Title\r\n\r\nText\r\n', '\uFEFF---\nplan: true\n---\n', 'No heading, no line break']) {
      const full = inserted(note, text, ...keys);
      expect(states(full, text).filter((state) => !state.endsWith('present'))).toEqual([]);
      expect(full.startsWith(note.trimEnd())).toBe(true);
      if (note.includes('\r')) expect(full.replace(/\r\n/g, '')).not.toMatch(/[\r\n]/);
      expect(insertSections(full, text, keys)).toEqual({ ok: true, changes: [] });
    }
  });
});

const T = '# T\n\n## 1. Goal\ng\n\n## 2. Scope\n\n### 2.1 In\ni\n\n### 2.2 Out\no\n\n## 3. Risks\nr\n\n## 4. Open Questions\nq\n';

describe('the place', () => {
  const phased = body('phased-plan');
  const heads = (text: string): string[] => text.split('\n').filter((line) => line.startsWith('## ')).map((line) => line.slice(3));
  const PHASES = '# Title\n\n**Status:** Draft\n\n## Phase 1\n\na\n\n## Phase 2\n\nb\n\n## Acceptance criteria\n\n- [ ] x\n';
  const AGENT = '# Sync Implementation Plan\n\n**Goal:** x\n\n---\n\n## Architecture\n\na\n\n## Risks\n\nr\n\n## Test cases\n\nt\n';

  test.each([
    ['the first section, before the note’s first', PHASES, 'overview', ['Overview', 'Phase 1', 'Phase 2', 'Acceptance criteria']],
    ['what comes behind the phases, behind the last of them', PHASES, 'testing strategy', ['Phase 1', 'Phase 2', 'Testing Strategy', 'Acceptance criteria']],
    ['the last section, behind the note’s last', PHASES, 'change log', ['Phase 1', 'Phase 2', 'Acceptance criteria', 'Change Log']],
    ['the first one, though the note has sections of its own before one of the template’s', AGENT, 'overview', ['Overview', 'Architecture', 'Risks', 'Test cases']],
    ['what the template has nearer to its start', AGENT, 'current state analysis', ['Current State Analysis', 'Architecture', 'Risks', 'Test cases']],
    ['what it has nearer to one that the note has', AGENT, 'implementation approach', ['Architecture', 'Risks', 'Implementation Approach', 'Test cases']],
    ['behind the status and the contents', '# T\n\n## Status\n\nDraft\n\n## Contents\n\n## Work\n', 'overview', ['Status', 'Contents', 'Overview', 'Work']],
    ['before numbered ones, which make room', '# T\n\n## 1. Architecture\n\n## 2. Risks\n', 'overview', ['1. Overview', '2. Architecture', '3. Risks']],
  ])('%s', (_name, note, key, expected) => {
    const after = inserted(note, phased, key);
    expect(heads(after)).toEqual(expected);
    expect(after.startsWith(note.slice(0, note.indexOf('## ')))).toBe(true);
    expect(inserted(after, phased, key)).toBe(after);
  });

  test('phases are there without a section around them, and in one of another name', () => {
    const stateIn = (text: string): unknown => compareWithTemplate(text, phased).sections.filter(({ section }) => section.key === 'implementation phases').map(({ state, node }) => [state, node?.source]);
    expect(stateIn(PHASES)).toEqual([['renamed', 'Phase 1']]);
    expect(stateIn('## Goal\n\n## The work\n\n### Phase 1: a\n\n### Phase 2: b\n')).toEqual([['renamed', 'The work']]);
    expect(stateIn('## Checks\n\n### Phase 1 Verification\n')).toEqual([['missing', undefined]]);
    expect(stateIn('## Phase 1\n\n## Implementation Phases\n')).toEqual([['present', 'Implementation Phases']]);
  });
});

describe('the note’s own style', () => {
  test.each([
    ['a gap in the numbers is filled', '## 1. Goal\nx\n\n## 3. Risks\ny\n', ['scope'], '## 1. Goal\nx\n\n## 2. Scope\n\n### 2.1 In\ni\n\n### 2.2 Out\no\n\n## 3. Risks\ny\n'],
    ['numbers behind make room, below too', '## 1. Goal\nx\n\n## 2. Risks\n\n### 2.1 Mine\nsee 2.1\n\n## 3. Open Questions\n', ['scope'], '## 1. Goal\nx\n\n## 2. Scope\n\n### 2.1 In\ni\n\n### 2.2 Out\no\n\n## 3. Risks\n\n### 3.1 Mine\nsee 2.1\n\n## 4. Open Questions\n'],
    ['no numbers', '## Goal\nx\n\n## Risks\ny', ['scope', 'open questions'], '## Goal\nx\n\n## Scope\n\n### In\ni\n\n### Out\no\n\n## Risks\ny\n\n## Open Questions\nq'],
    ['another way to write numbers, one level deeper', '# N\n\n## Plan\n\n### 1) Goal\nx\n\n### 2) Risks\ny\n', ['scope'], '# N\n\n## Plan\n\n### 1) Goal\nx\n\n### 2) Scope\n\n#### 2.1 In\ni\n\n#### 2.2 Out\no\n\n### 3) Risks\ny\n'],
    ['rules between sections', '## Goal\nx\n\n---\n\n## Risks\ny\n\n---\n\n## Mine\n', ['scope'], '## Goal\nx\n\n---\n\n## Scope\n\n### In\ni\n\n### Out\no\n\n---\n\n## Risks\ny\n\n---\n\n## Mine\n'],
    ['before all others', 'Intro\n\n## 1. Scope\nx\n\n## 2. Risks\n', ['goal'], 'Intro\n\n## 1. Goal\ng\n\n## 2. Scope\nx\n\n## 3. Risks\n'],
    ['a part goes into its section', '## 2. Scope\n\n### 2.1 In\nx\n\n## 3. Risks\n', ['scope/out'], '## 2. Scope\n\n### 2.1 In\nx\n\n### 2.2 Out\no\n\n## 3. Risks\n'],
    ['a part into a section without parts', '## Scope\nmine\n\n## Risks\n', ['scope/out'], '## Scope\nmine\n\n### Out\no\n\n## Risks\n'],
    ['what a phase numbers below itself stays', '## 1. Goal\n\n## 2. Risks\n\n### Phase 2: a\n\n#### 2.1 b\n\n### 2.2 c\n', ['scope'], '## 1. Goal\n\n## 2. Scope\n\n### 2.1 In\ni\n\n### 2.2 Out\no\n\n## 3. Risks\n\n### Phase 2: a\n\n#### 2.1 b\n\n### 3.2 c\n'],
    ['the last one stays the last', '## Goal\n\n## Mine\n', ['open questions'], '## Goal\n\n## Mine\n\n## Open Questions\nq\n'],
    ['own sections stay where they are', '## Goal\n\n## Mine\n\n## Risks\n', ['open questions'], '## Goal\n\n## Mine\n\n## Risks\n\n## Open Questions\nq\n'],
    ['headings in fences and quotes are none', '## Goal\n\n```\n## Risks\n```\n\n> ## Scope\n', ['risks'], '## Goal\n\n```\n## Risks\n```\n\n> ## Scope\n\n## Risks\nr\n'],
  ])('%s', (_name, note, keys, expected) => {
    expect(inserted(note, T, ...keys)).toBe(expected);
    expect(inserted(expected, T, ...keys)).toBe(expected);
  });

  test('what an open fence would hide is refused, and so is a part whose section is missing', () => {
    expect(insertSections('## Goal\n\n```\nopen\n', T, ['risks'])).toMatchObject({ ok: false, refusal: { code: 'place-hidden', message: 'The section would not be read as one at its place: the code fence that begins in line 3 is never closed and hides it. Close it, then try again.' } });
    expect(insertSections('## Goal\n', T, ['scope/out'])).toMatchObject({ ok: false, refusal: { code: 'section-parent-missing' } });
  });
});

describe('comparing', () => {
  test.each([
    ['other words with the same number', '## 1. Goals\n\n## 2. Project scope\n\n## 3. Risks\n', ['goal: renamed', 'scope: renamed']],
    ['other words at the same place', '## Goal\n\n## What scope\n\n## Risks\n', ['goal: present', 'scope: renamed']],
    ['similar words elsewhere are another section', '## Risks\n\n## Goal\n\n## Open Questions\n\n## Project scope\n', ['scope: missing']],
    ['another order', '## Risks\n\n## Goal\n\n## Scope\n\n## Open Questions\n', ['goal: present', 'risks: moved', 'open questions: present']],
    ['below another heading', '## Goal\n\n### Risks\n\n## Scope\n', ['risks: moved']],
    ['a remark in brackets, marks and case', '## **GOAL** (why)\n\n## ✅ Scope\n', ['goal: present', 'scope: present']],
  ])('%s', (_name, note, expected) => {
    expect(states(note, T)).toEqual(expect.arrayContaining(expected));
  });

  test('a template of the user’s takes the place of the built-in one of its id', () => {
    const [built] = BUILT_IN_TEMPLATES.filter(({ id }) => id === 'phased-plan');
    const mine = { ...built!, body: `${body('phased-plan')}\n## Ours\n`, path: 'T/Phased plan.md' };
    expect(templateOfNote('---\nplan-template: phased-plan\n---\n', [...BUILT_IN_TEMPLATES, mine])).toBe(mine);
    expect(templateOfNote(body('phased-plan'), [...BUILT_IN_TEMPLATES, mine])).toBe(mine);
  });

  test('the property names the template; without one, the outline does, or nothing', () => {
    expect(templateOfNote('---\nplan-template: spec-plan\n---\n## Overview\n', BUILT_IN_TEMPLATES)?.id).toBe('spec-plan');
    expect(templateOfNote(body('phased-plan').replace('## Overview', '## Intro'), BUILT_IN_TEMPLATES)?.id).toBe('phased-plan');
    expect(templateOfNote('---\nplan-template: gone\n---\n' + body('phased-plan'), BUILT_IN_TEMPLATES)).toBe(null);
    expect(templateOfNote('# Diary\n\n## Monday\n\n## Open Questions\n', BUILT_IN_TEMPLATES)).toBe(null);
  });
});
