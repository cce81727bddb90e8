/** What must hold of drift, gates, logs and history, whatever a note holds. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkGates } from '../../src/core/check/check-gates';
import { findDrift } from '../../src/core/check/drift';
import { readHistory } from '../../src/core/check/history';
import { ignoredDrift } from '../../src/core/check/ignored-drift';
import { lastLoggedStatus } from '../../src/core/check/last-logged-status';
import { readLogRows } from '../../src/core/check/log-rows';
import { findVaultDrift, identifyPlan } from '../../src/core/check/vault-drift';
import { readPlan } from '../../src/core/plan/parse-plan';
import { GATES } from '../../src/core/status/gate';
import { DEFAULT_WORKFLOW } from '../../src/core/status/workflow';
import { findPlaceholders } from '../../src/core/template/placeholder';
import { LineIndex } from '../../src/core/text/line-index';
import { lines, planNotes, strings } from './arbitrary-note';
import { runs } from './runs';

const strict = { ...DEFAULT_WORKFLOW, gates: DEFAULT_WORKFLOW.statuses.map(({ id }) => ({ from: '*', to: id, levels: Object.fromEntries(GATES.map((gate) => [gate, 'block' as const])) })) };
const statuses = fc.constantFrom('Draft', 'In Review', 'approved', 'In Arbeit', 'Completed', 'Done (except b)', 'Cancelled', 'Parked', '');
const pieces = fc.oneof(
  lines,
  fc.constantFrom('## Phase 1: a', '## Phase 2', '### Step 1', '## Open Questions', '- [ ] Who?', '- Who pays?', '**Confirmation Gate**: QA', '- [x] **Gate**: b', '- **REQ-1 (MUST)**: c', '- [ ] REQ-1 to REQ-3', '## Constitution Check', '- Violation: d', '- Justification: e', '## Change Log', '| 2026-01-02 | me | Status: Draft → Approved |', '- 2026-02-01: approved', '### 2026-03-04', '- Status: Approved → In Progress', '[Say what]', '<!-- a', '%%', '```'),
);
/** Plans of all statuses, made of what gates and drift look at. */
const plans = fc
  .tuple(statuses, fc.constantFrom('', 'plan-ignore: stale\n', 'plan-ignore: [a, questions]\n', 'plan-id: P-1\n'), fc.array(pieces, { maxLength: 24 }), fc.constantFrom('\n', '\r\n', '\n\n'))
  .map(([status, more, body, lineBreak]) => `---\ntype: plan\nstatus: ${status}\n${more}---\n# Plan\n\n${body.join(lineBreak)}`);

const context = (text: string) => ({ today: '2026-12-01', touched: '2026-01-01', staleDays: 30, slots: findPlaceholders(text) });

test.each([['plans', plans], ['notes', planNotes], ['strings', strings]])('no text makes a check throw: %s', (_what, texts) => {
  fc.assert(
    fc.property(texts, fc.constantFrom(...strict.statuses), (text, { id }) => {
      const plan = readPlan(text, { path: 'Plans/a.md', workflow: strict });
      const count = new LineIndex(text).count;
      const findings = findDrift(plan, context(text));
      for (const { line, message, evidence } of findings) {
        expect(line).toBeLessThan(count);
        expect(message + evidence).not.toBe('');
      }
      expect(new Set(findings.map(({ code }) => code)).size).toBe(findings.length);
      for (const { culprits, isHeld, message } of checkGates(plan, { from: null, to: id, slots: findPlaceholders(text) })) {
        expect([isHeld, isHeld]).toEqual([culprits.length === 0, message === '']);
        for (const { line } of culprits) expect(line).toBeLessThan(count);
      }
      const identity = identifyPlan('Plans/a.md', plan);
      expect(findVaultDrift(identity ? [identity] : [])).toEqual([]);
    }),
    runs(1500),
  );
});

test('a history is in order, has no holes, and adds up', () => {
  fc.assert(
    fc.property(plans, (text) => {
      const plan = readPlan(text);
      const { steps, cycleDays } = readHistory(plan, '2026-12-01');
      steps.forEach((step, at) => {
        expect(step.to).toBe(steps[at + 1]?.from ?? null);
        expect(step.days).toBeGreaterThanOrEqual(0);
      });
      const days = steps.reduce((sum, step) => sum + step.days, 0);
      expect(cycleDays ?? 0).toBeLessThanOrEqual(days);
      const last = lastLoggedStatus(plan);
      if (last !== null) expect(readLogRows(plan).map(({ move }) => move?.to.status)).toContain(last);
    }),
    runs(1500),
  );
});

test('what a plan ignores is never told, and ignoring one thing hides no other', () => {
  fc.assert(
    fc.property(plans, (text) => {
      const plan = readPlan(text, { path: 'Plans/a.md' });
      const { codes, isAll } = ignoredDrift(plan);
      const told = findDrift(plan, context(text)).map(({ code }) => code);
      expect(told.filter((code) => codes.has(code) || isAll)).toEqual([]);
      for (const code of told) {
        const quieter = text.replace(/^plan-ignore: .*\n/m, '').replace('type: plan\n', `type: plan\nplan-ignore: [${[...codes, code].join(', ')}]\n`);
        const rest = findDrift(readPlan(quieter, { path: 'Plans/a.md' }), context(quieter)).map((finding) => finding.code);
        expect(rest).toEqual(told.filter((other) => other !== code && other !== 'unknown-ignore'));
      }
    }),
    runs(500),
  );
});
