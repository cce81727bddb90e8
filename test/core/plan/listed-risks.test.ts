/** Risks written as a list under a heading for risks, and what is none. */
import { expect, test } from 'vitest';
import { readPlan } from '../../../src/core/plan/parse-plan';
import { type PlanDetails, readDetails } from '../../../src/core/plan/read-details';

function details(...lines: string[]): PlanDetails {
  return readDetails(readPlan(lines.join('\n')));
}

test.each([
  ['- **R1 (High):** Push tokens expire. Mitigation: refresh daily.', ['R1: Push tokens expire.', null, 'High', 'refresh daily.', null]],
  ['- R2: Key person leaves (likelihood: high, impact: medium)', ['R2: Key person leaves', 'high', 'medium', null, 6]],
  ['1. R-3: Disk fills up (H/M) → Mitigation: alerts', ['R-3: Disk fills up', 'H', 'M', 'alerts', 6]],
  ['- Too many notices', ['Too many notices', null, null, null, null]],
  ['* High: Data loss', ['Data loss', null, 'High', null, null]],
  ['- Slow start (low likelihood, high impact)', ['Slow start', 'low', 'high', null, 3]],
  ['- Slow start (impact: high, likelihood: low)', ['Slow start', 'low', 'high', null, 3]],
  ['- **Token leak** – Likelihood: Low, Impact: High. **Mitigation:** short expiry', ['Token leak', 'Low', 'High', 'short expiry', 3]],
  ['- Key leaks\n  - Likelihood: medium\n  - Impact: high\n  - Mitigation: rotate', ['Key leaks', 'medium', 'high', 'rotate', 6]],
  ['- R4 (🔴 High): Clock skew', ['R4: Clock skew', null, '🔴 High', null, null]],
  ['- Übertragung bricht ab (Wahrscheinlichkeit: mittel, Auswirkung: hoch). Maßnahme: Wiederaufnahme', ['Übertragung bricht ab.', 'mittel', 'hoch', 'Wiederaufnahme', 6]],
  ['- Risiko: Strom fällt aus; Gegenmaßnahme: USV', ['Strom fällt aus', null, null, 'USV', null]],
  ['- Users (some of them) wait', ['Users (some of them) wait', null, null, null, null]],
  ['- High load on the server (5)', ['High load on the server (5)', null, null, null, null]],
  ['- [ ] R5: Costs rise', ['R5: Costs rise', null, null, null, null]],
  ['- **Risk**: No network → **Mitigation**: Queue it', ['No network', null, null, 'Queue it', null]],
])('under a heading for risks: %s', (item, [text, likelihood, impact, mitigation, score]) => {
  const { risks, requirements } = details('# Plan', '', '## Risks', '', item);
  expect(requirements).toEqual([]);
  expect(risks).toEqual([{ line: 4, text, likelihood, impact, mitigation, score }]);
});

test.each(['## Risks', '## 7. Risks & mitigations', '### Risk register', '## ⚠️ Known risks', '## Risiken', '## Riesgos', '## 风险', '## Risk'])('a heading for risks: %s', (heading) => {
  expect(details(heading, '', '- It breaks').risks.map(({ text }) => text)).toEqual(['It breaks']);
});

test.each(['## Risks and trade-offs', '## Dependencies and risks', '## Risk mitigation', '## Risk level', '## Asterisks', '## Goals'])('no heading for risks: %s', (heading) => {
  expect(details(heading, '', '- It breaks').risks).toEqual([]);
});

test.each(['- None', '- None identified.', '- Keine bekannt', '- {risk 1}', '- Mitigation: backups', '- Overall risk: low', '- ~~R1: gone~~', '- [ ] test the rollback', '- Owner: Ann'])('no risk: %s', (item) => {
  const { risks, requirements } = details('## Risks', '', item);
  expect([risks, requirements]).toEqual([[], []]);
});

test('an id is a requirement under its own heading, and a risk’s below one for risks, in a heading too', () => {
  const { risks, requirements } = details('## Requirements', '- R1: Sync works', '## Risks', '- R1: Sync fails', '### R2: Nobody syncs', 'Since it is slow.', '## Open', '- REQ-1: more');
  expect([risks.map(({ text }) => text), requirements.map(({ id }) => id)]).toEqual([['R1: Sync fails'], ['R1', 'REQ-1']]);
});

test.each([
  ['| Risiko | Wahrscheinlichkeit | Auswirkung | Maßnahme |', 'mittel hoch 6'],
  ['| Risiko | Wahrscheinlichkeit | Wirkung | Gegenmaßnahmen |', 'mittel hoch 6'],
  ['| Riesgo | Probabilidad | Impacto | Contramedidas |', 'mittel hoch 6'],
  ['| Risque | Probabilité | Impact | Mesures |', 'mittel hoch 6'],
  ['| Risco | Probabilidade | Impacto | Mitigação |', 'mittel hoch 6'],
  ['| 风险 | 概率 | 影响 | 应对措施 |', 'mittel hoch 6'],
  ['| リスク | 発生確率 | 影響 | 対応策 |', 'mittel hoch 6'],
])('a register of risks with its mitigation: %s', (header, expected) => {
  const [risk] = details(header, '|---|---|---|---|', '| Abbruch | mittel | hoch | Wiederaufnahme |').risks;
  expect([risk?.text, `${risk?.likelihood} ${risk?.impact} ${risk?.score}`, risk?.mitigation]).toEqual(['Abbruch', expected, 'Wiederaufnahme']);
});

test('work that is called a measure stays work; its Wirkung is its impact', () => {
  const { priorities, tables } = readPlan('| Maßnahme | Priorität | Aufwand | Wirkung |\n|---|---|---|---|\n| Backup prüfen | Hoch | 2 h | Mittel |\n');
  expect([tables[0]?.kind, priorities[0]?.title, priorities[0]?.detail, priorities[0]?.impact]).toEqual(['priority', 'Backup prüfen', null, 'Mittel']);
});
