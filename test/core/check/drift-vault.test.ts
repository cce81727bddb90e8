/** A vault with forty planted contradictions among plans that only look as if they had some; and the demo vault. */
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { DRIFTS } from '../../../src/core/check/drift';
import { ROOT } from '../../support/source-tree';
import { byNote, driftOfFolder } from '../../support/vault-drift-of';

const TODAY = '2026-11-20';

const PLANTED = [
  'Agents/2026-05-04-member-search.md: open-items',
  'Agents/2026-09-30-rate-limits.md: all-ticked',
  'Plans/Alarm chain.md: hidden-content',
  'Plans/Archive/Call-out rota.md: open-items',
  'Plans/Archive/Invoice layout.md: open-items',
  'Plans/Archive/Tariff switch.md: open-items',
  'Plans/Battery storage.md: two-statuses',
  'Plans/Cellar sensors.md: stale',
  'Plans/Complaints desk.md: questions',
  'Plans/Data export.md: all-ticked',
  'Plans/Gap analysis north.md: placeholders',
  'Plans/Grid model.md: phase-order',
  'Plans/Guest Wi-Fi.md: unknown-ignore',
  'Plans/Heat pump pool.md: duplicate-id',
  'Plans/Kiosk in the hall.md: frontmatter',
  'Plans/Ledger.md: hidden-content',
  'Plans/Member app.md: log-differs',
  'Plans/Meter readings.md: open-items',
  'Plans/Newsletter.md: all-ticked',
  'Plans/Roof loan (conflicted copy 2026-10-02).md: conflict-copy',
  'Plans/Roof survey.md: frontmatter',
  'Plans/Solar roofs.md: two-statuses',
  'Plans/Street lights.md: log-differs',
  'Plans/Van charging.md: frontmatter',
  'Plans/Water heater.md: placeholders',
  'Plans/Wind measuring.md: log-differs',
  'Projekte/Archiv/Zählerwechsel.md: open-items',
  'Projekte/Hausanschluss.md: all-ticked',
  'Projekte/Ladesäulen.md: two-statuses',
  'Projekte/Lastmanagement.md: phase-order',
  'Projekte/Mieterstrom.md: questions',
  'Projekte/Netzkarte.md: hidden-content',
  'Projekte/Speicherförderung.md: log-differs',
  'Projekte/Trafotausch.md: stale',
  'Specs/004-outage-map/tasks.md: open-items',
  'Specs/005-price-signal/tasks.md: phase-order',
  'Specs/006-yield-share/plan.md: questions',
  'Specs/007-shift-plan/plan.md: placeholders',
  'Specs/proposals/0003 heat network.md: two-statuses',
  'Specs/stories/1.4.reminder.md: log-differs',
];

test('of seventy-six notes exactly the forty planted contradictions are found', () => {
  const { notes, found } = driftOfFolder(join(ROOT, 'test/fixtures/drift-vault'), TODAY);
  expect(notes.length).toBe(76);
  expect(PLANTED.length).toBe(40);
  expect(byNote(found)).toEqual(PLANTED);
  expect(new Set(found.map(({ code }) => code))).toEqual(new Set(DRIFTS));
});

test('each planted contradiction is told in one line, with words of the note as evidence and a mend where one is safe', () => {
  const { found } = driftOfFolder(join(ROOT, 'test/fixtures/drift-vault'), TODAY);
  const mends = found.flatMap(({ path, mend }) => (mend ? [`${path}: ${JSON.stringify(mend)}`] : []));
  expect(mends.sort()).toEqual([
    'Agents/2026-09-30-rate-limits.md: {"kind":"move","to":"completed"}',
    'Plans/Battery storage.md: {"kind":"align","to":"in-review"}',
    'Plans/Data export.md: {"kind":"move","to":"completed"}',
    'Plans/Member app.md: {"kind":"log","from":"approved","to":"in-progress"}',
    'Plans/Newsletter.md: {"kind":"move","to":"completed"}',
    'Plans/Street lights.md: {"kind":"log","from":"approved","to":"cancelled"}',
    'Plans/Wind measuring.md: {"kind":"log","from":"in-progress","to":"completed"}',
    'Projekte/Hausanschluss.md: {"kind":"move","to":"completed"}',
    'Projekte/Speicherförderung.md: {"kind":"log","from":"approved","to":"completed"}',
    'Specs/stories/1.4.reminder.md: {"kind":"log","from":"in-progress","to":"approved"}',
  ]);
  for (const { message, evidence, line } of found) {
    expect(message).not.toMatch(/[\r\n]|\.$/);
    expect(evidence).not.toMatch(/^$|[\r\n]/);
    expect(line).toBeGreaterThanOrEqual(0);
  }
});

test('in the demo vault the three plans with drift are found, and no healthy one is accused', () => {
  const { notes, found } = driftOfFolder(join(ROOT, 'test/demo-vault'), '2026-11-18');
  expect(notes.length).toBeGreaterThan(40);
  expect(byNote(found.filter(({ code }) => code !== 'stale'))).toEqual([
    'Inbox/Export to CSV.md: two-statuses',
    'Inbox/Kiosk mode.md: frontmatter',
    'Plans/Archive/Push notifications.md: open-items',
  ]);
  // By their own word nobody has touched these for a month and more.
  expect(byNote(found.filter(({ code }) => code === 'stale'))).toEqual(['Plans/Offline sync.md: stale', 'Plans/Windows client.md: stale']);
});
