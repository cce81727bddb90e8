/** Contradictions between plans: ids, and copies that sync programs leave behind. */
import { expect, test } from 'vitest';
import { copyName } from '../../../src/core/check/conflict-copy';
import { likeness, sketchOf } from '../../../src/core/check/text-sketch';
import { findVaultDrift, identifyPlan, type PlanIdentity, readVaultDrift } from '../../../src/core/check/vault-drift';
import { readPlan } from '../../../src/core/plan/parse-plan';

/** "code path: message → others" for each finding of a vault of texts by path. */
function vaultDrift(notes: Readonly<Record<string, string>>): string[] {
  const plans = Object.entries(notes).flatMap(([path, text]): PlanIdentity | [] => identifyPlan(path, readPlan(text, { path })) ?? []);
  return findVaultDrift(plans).map(({ code, path, line, others }) => `${code} ${path}:${line + 1}${others.length === 0 ? '' : ` → ${others.join(', ')}`}`);
}

const plan = (id: string, more = ''): string => `---\ntype: plan\nstatus: Draft\nplan-id: ${id}\n---\n# Sync ${more}\n\nText.\n`;
const LONG = `# Offline sync\n\n**Status:** In Progress\n\n## Acceptance criteria\n\n${Array.from({ length: 40 }, (_none, at) => `- [ ] case ${at} is saved`).join('\n')}\n`;

test('two plans with one id, told once', () => {
  expect(vaultDrift({ 'Plans/b.md': plan('PLAN-7', 'b'), 'Plans/a.md': plan('plan-7', 'a'), 'Plans/c.md': plan('PLAN-8', 'c'), 'Archive/d.md': plan('"PLAN-7"', 'd') }))
    .toEqual(['duplicate-id Archive/d.md:4 → Plans/a.md, Plans/b.md']);
});

test('an id may stand in the header instead', () => {
  const header = '# Implementation Plan: Signature\n\nPlan ID: PLAN-7  \nOwner: Ann\n';
  expect(vaultDrift({ 'a.md': plan('PLAN-7'), 'b.md': header, 'c.md': header.replace('PLAN-7', '[PLAN-ID]') })).toEqual(['duplicate-id a.md:4 → b.md']);
});

test.each([
  ['slots', { 'a.md': plan('"[PLAN-ID]"', 'a'), 'b.md': plan('"[PLAN-ID]"', 'b') }],
  ['nothing', { 'a.md': plan('', 'a'), 'b.md': plan('TBD', 'b'), 'c.md': plan('TBD', 'c') }],
  ['a plan that was superseded', { 'a.md': plan('PLAN-7', 'a').replace('Draft', 'Superseded'), 'b.md': plan('PLAN-7', 'b') }],
  ['a note that is no plan', { 'a.md': plan('PLAN-7', 'a').replace('type: plan', 'plan: false'), 'b.md': plan('PLAN-7', 'b') }],
  ['one that ignores it', { 'a.md': plan('PLAN-7\nplan-ignore: duplicate-id', 'a'), 'b.md': plan('PLAN-7', 'b') }],
  ['other ids of other tools', { 'a.md': '---\ntype: plan\nid: task-41\n---\n# A\n', 'b.md': '---\ntype: plan\nid: task-41\n---\n# B\n' }],
])('no two with one id: %s', (_what, notes) => {
  expect(vaultDrift(notes)).toEqual([]);
});

test.each([
  ['Plans/Sync (conflicted copy 2026-01-02).md', 'Plans/Sync.md'],
  ["Plans/Sync (Ann's conflicted copy 2026-01-02).md", 'Plans/Sync.md'],
  ['Plans/Sync (conflicted copy 2026-01-02 101112).md', 'Plans/Sync.md'],
  ['Plans/Sync (Conflicted copy MacBook 202601021530).md', 'Plans/Sync.md'],
  ['Plans/Sync (In Konflikt stehende Kopie von Ann 2026-01-02).md', 'Plans/Sync.md'],
  ['Sync (Copie en conflit de Ann 2026-01-02).md', 'Sync.md'],
  ['Sync (Copia en conflicto de Ann 2026-01-02) 2.md', 'Sync.md'],
  ['Sync (SFConflict ann@example.org 2026-01-02-10-11-12).md', 'Sync.md'],
  ['Plans/Sync.sync-conflict-20260102-101112-ABCDEFG.md', 'Plans/Sync.md'],
  ['Plans/Sync_conflict-20260102-101112.md', 'Plans/Sync.md'],
])('the name alone tells: %s', (path, original) => {
  expect(copyName(path)).toEqual({ original, isCertain: true });
  expect(vaultDrift({ [path]: LONG })).toEqual([`conflict-copy ${path}:1`]);
  expect(vaultDrift({ [path]: LONG, [original]: '# Another plan\n\n**Status:** Draft\n' })).toEqual([`conflict-copy ${path}:1 → ${original}`]);
});

test.each(['Plans/Sync 2.md', 'Plans/Sync (1).md', 'Plans/Sync-DESKTOP-7H2K9.md', 'Plans/Sync-LAPTOP-AB12CD3.md'])('the text has to tell: %s', (path) => {
  expect(copyName(path)).toEqual({ original: 'Plans/Sync.md', isCertain: false });
  expect(vaultDrift({ 'Plans/Sync.md': LONG, [path]: LONG.replace('[ ] case 3 ', '[x] case 3 ') })).toEqual([`conflict-copy ${path}:1 → Plans/Sync.md`]);
  expect(vaultDrift({ [path]: LONG })).toEqual([]);
  expect(vaultDrift({ 'Plans/Sync.md': LONG, [path]: LONG.replace('# Offline sync', '# Offline sync, second part') })).toEqual([]);
  expect(vaultDrift({ 'Plans/Sync.md': LONG, [path]: LONG.replaceAll('is saved', 'is shown') })).toEqual([]);
  expect(vaultDrift({ 'Other/Sync.md': LONG, [path]: LONG })).toEqual([]);
  const fresh = LONG.replace('Offline sync', '[Feature Name] Plan');
  expect(vaultDrift({ 'Plans/Sync.md': fresh, [path]: fresh })).toEqual([]);
});

test.each(['Plans/Sync.md', 'Plans/Sync (conflicts).md', 'Plans/Sync (merge conflict).md', 'Plans/Sync-conflict.md', 'Plans/Sync 2026.md', 'Plans/Phase 12.md', 'Plans/Sync-v2.md', 'Plans/Conflict resolution.md', 'Plans/Sync (draft).md'])('no copy: %s', (path) => {
  expect(copyName(path)).toBeNull();
});

test('a copy is no second plan with its id, and may be ignored', () => {
  expect(vaultDrift({ 'Sync.md': plan('PLAN-7'), 'Sync (conflicted copy 2026-01-02).md': plan('PLAN-7') })).toEqual(['conflict-copy Sync (conflicted copy 2026-01-02).md:1 → Sync.md']);
  expect(vaultDrift({ 'Sync.md': plan('PLAN-7'), 'Sync (conflicted copy 2026-01-02).md': plan('PLAN-7\nplan-ignore: conflict-copy') })).toEqual([]);
});

test('a sketch tells how much of their lines two texts share', () => {
  const lines = Array.from({ length: 400 }, (_none, at) => `line ${at}`);
  const half = [...lines.slice(0, 200), ...lines.slice(200).map((line) => `other ${line}`)];
  expect(likeness(sketchOf(lines.join('\n')), sketchOf([...lines].reverse().join('\r\n\r\n')))).toBe(1);
  // 200 of 600 lines are in both.
  expect(Math.abs(likeness(sketchOf(lines.join('\n')), sketchOf(half.join('\n'))) - 1 / 3)).toBeLessThan(0.2);
  expect(likeness(sketchOf('a\nb'), sketchOf('c\nd'))).toBe(0);
  expect(likeness(sketchOf(''), sketchOf(' \n\t'))).toBe(0);
});

test.each(['', '\nplan-ignore: duplicate-id'])('of many plans with one id a finding names a few and the number%s', (ignored) => {
  const plans = Array.from({ length: 4000 }, (_none, at) => identifyPlan(`${1000 + at}.md`, readPlan(plan(`PLAN-7${ignored}`)))).filter((each) => each !== null);
  const start = performance.now();
  const drift = readVaultDrift(plans);
  expect(performance.now() - start).toBeLessThan(1000);
  const found = ignored === '' ? drift.told : drift.ignored;
  expect(found).toHaveLength(ignored === '' ? 1 : 4000);
  expect(found[0]).toMatchObject({ path: '1000.md', others: ['1001.md', '1002.md', '1003.md'], message: 'The id “PLAN-7” is also that of “1001”, “1002”, “1003” and 3996 more' });
  expect(found.at(-1)?.others).not.toContain(found.at(-1)?.path);
});
