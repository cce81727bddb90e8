/** Growing a random plan: an addition only adds, numbers change digits only, and twice is once where it should be. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addBlock, blockKindsIn } from '../../src/core/edit/add-block';
import { renumber } from '../../src/core/edit/renumber';
import { BUILT_IN_TEMPLATES } from '../../src/core/template/builtin';
import { compareWithTemplate } from '../../src/core/template/compare-template';
import { insertSections } from '../../src/core/template/insert-sections';
import { findPlaceholders } from '../../src/core/template/placeholder';
import { scanBlocks } from '../../src/core/markdown/scan-blocks';
import { applyChanges, invertChanges } from '../../src/core/text/text-change';
import { ALL as OWN } from '../core/template/own-templates';
import { planNotes, strings } from './arbitrary-note';
import { runs } from './runs';

const growing = fc.constantFrom(
  '## Implementation phases', '## Phase 1: Motor', '### Phase 2: Case', '## Phase 1 Verification', '### Step 1: a', '#### 1.1 b', '### 2.3 c', '## 1. Goal', '## 2. Risks', '## 3) Open Questions', '# Phase 4', '**Goal**: x', '**Changes Required**:',
  '- **REQ-1 (MUST)**: a', '- FR-009: b', '  - [x] done', '- [x] **Happy path**: y', '- **Risk**: r → **Mitigation**: m', '- **Decision 2**: d - e', '- [ ] ~~Q~~ - **Resolved**: z', '1. **File**: `a.ts`', '   - **Why**: w', '| ID | Risk | Impact |', '|---|---|---|', '| R-1 | x | High |', '[Describe the way]', '## Overview', '## Desired State', '### 3.1 Verification Checklist', '', '', '---',
);
const plans = fc.oneof(
  planNotes,
  strings,
  fc.tuple(fc.constantFrom('', '\uFEFF', '---\nplan-template: phased-plan\n---\n'), fc.array(growing, { maxLength: 24 }), fc.constantFrom('\n', '\r\n'), fc.constantFrom('', '\n')).map(([first, all, lineBreak, last]) => (first + all.join('\n') + last).replaceAll('\n', lineBreak)),
  fc.tuple(fc.constantFrom(...BUILT_IN_TEMPLATES), fc.array(fc.nat(), { maxLength: 6 })).map(([{ body }, cuts]) => body.split('\n').filter((_line, at) => !cuts.some((cut) => cut % 211 <= at && at < (cut % 211) + 9)).join('\n')),
);

test('a block is added by one insertion; without it the note is as it was, and it is found again', () => {
  fc.assert(
    fc.property(plans, fc.nat(), fc.constantFrom(null, ...BUILT_IN_TEMPLATES), (text, pick, template) => {
      for (const kind of blockKindsIn(text)) {
        const form = template && { text: template.body, slots: findPlaceholders(template.body) };
        const result = addBlock(text, { kind, caret: pick % 3 === 0 ? null : pick % (text.length + 1), slots: findPlaceholders(text), template: form });
        if (!result.ok) continue;
        const after = applyChanges(text, result.changes);
        expect(result.changes).toHaveLength(1);
        expect(applyChanges(after, invertChanges(text, result.changes))).toBe(text);
        const [change] = result.changes;
        expect(text.slice(0, change?.from) + text.slice(change?.to)).toBe(text);
        expect(after.slice(result.added.from, result.added.to)).not.toMatch(/\[[xX]\] /);
        if (text.includes('\r\n') && !/[^\r]\n|\r[^\n]/.test(text)) expect(change?.insert ?? '').not.toMatch(/(?:^|[^\r])\n|\r(?!\n)/);
        expect(blockKindsIn(after)).toContain(kind);
      }
    }),
    runs(600),
  );
});

/** Of templates that come with the plugin, and of the user's own. */
const bodies = [...BUILT_IN_TEMPLATES.map(({ body }) => body), ...Object.values(OWN).map((body) => body.replaceAll('\r\n', '\n')), '# [Name]\n\n## Same\n\n## 1. Same\n\n### Part\n\n## {{title}} and {{date}}\n\n###### Deep\n\nSetext\n---\n\ntext', 'Intro\n\n# One\n\n# Two\n\n## Part of two\n'];

test('sections are added without a loss, in the note they are found, and twice is once', () => {
  fc.assert(
    fc.property(plans, fc.constantFrom(...bodies), fc.nat(), (text, body, pick) => {
      const missing = compareWithTemplate(text, body).sections.filter(({ state, section }) => state === 'missing' && section.depth === 1);
      const keys = missing.filter((_each, at) => (pick >> at) % 2 === 1 || pick % 5 === 0).map(({ section }) => section.key);
      const result = insertSections(text, body, keys);
      if (!result.ok) return;
      const after = applyChanges(text, result.changes);
      expect(applyChanges(after, invertChanges(text, result.changes))).toBe(text);
      for (const { from, to, insert } of result.changes) expect(from === to || /^\d+(?:\.\d+)*$/.test(text.slice(from, to) + insert.replace(/\D/g, ''))).toBe(true);
      const now = compareWithTemplate(after, body).sections;
      expect(now.filter(({ section, state }) => keys.includes(section.key) && state === 'missing')).toEqual([]);
      expect(insertSections(after, body, keys)).toEqual({ ok: true, changes: [] });
    }),
    runs(400),
  );
});

test('renumbering changes digits alone, keeps the note’s blocks, and twice is once', () => {
  fc.assert(
    fc.property(plans, (text) => {
      const result = renumber(text);
      if (!result.ok) return;
      const after = applyChanges(text, result.changes);
      for (const { from, to, insert } of result.changes) expect(text.slice(from, to) + insert).toMatch(/^[\d.]+$/);
      expect(scanBlocks(after).leaves.length).toBe(scanBlocks(text).leaves.length);
      expect(renumber(after)).toEqual({ ok: true, changes: [] });
    }),
    runs(1500),
  );
});

test('the time grows with the note, not faster', () => {
  const timeOf = (text: string): number => {
    const start = performance.now();
    for (const kind of blockKindsIn(text)) addBlock(text, { kind, caret: text.length, slots: [], template: null });
    renumber(text);
    insertSections(text, BUILT_IN_TEMPLATES[0]?.body ?? '', ['goal', 'testing plan']);
    return performance.now() - start;
  };
  const shapes = ['## Phase 1: a\n### 1.1 b\n', '- REQ-1: a\n', '- [ ] x\n\n', '| a |\n|---|\n| 1 |\n\n', '## 1. Goal\n', '# a\n###### b\n', '## Open questions\n- why\n', '\n\n'];
  for (const shape of shapes) {
    // Four times the note: 4 where time is linear, 16 where it is quadratic.
    const times = [1000, 4000].map((count) => Math.min(...[0, 1].map(() => timeOf(shape.repeat(count)))));
    expect((times[1] ?? 0) / Math.max(30, times[0] ?? 0), shape).toBeLessThan(9);
  }
});
