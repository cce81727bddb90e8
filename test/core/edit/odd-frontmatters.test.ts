/** Frontmatter in some three hundred ways: the status alone is exchanged, or the note is refused and left alone. */
import { expect, test } from 'vitest';
import { transition } from '../../../src/core/edit/edit-plan';
import { parsePlan } from '../../../src/core/plan/parse-plan';
import type { EditResult } from '../../../src/core/text/edit-result';
import { applyChanges, invertChanges } from '../../../src/core/text/text-change';
import { ODD_NEIGHBOURS, ODD_VALUES, REFUSED_FRONTMATTERS } from './odd-frontmatters';

const request = { to: 'approved', date: '2026-11-20', author: '' };
const body = '# Plan\n\n## Changelog\n\n- 2026-01-01: First\n';

const beside = ODD_NEIGHBOURS.flatMap((line) => [`${line}\nstatus: «Draft»`, `status: «Draft»\n${line}`, `title: T\n${line}\nstatus: "«Draft»" # c\nend: 1`]);
const forms = [...new Set([...ODD_VALUES, ...beside])];

function outcome(text: string, result: EditResult): string {
  return result.ok ? applyChanges(text, result.changes) : `<${result.refusal.code}>`;
}

/** The note in the ways files are written. */
function files(note: string): string[] {
  return [note, note.replace(/\n/g, '\r\n'), `\uFEFF${note}`, `\uFEFF${note.replace(/\n/g, '\r\n')}`];
}

test('there are enough of them', () => {
  expect(forms.length + REFUSED_FRONTMATTERS.length).toBeGreaterThan(300);
  expect(new Set(REFUSED_FRONTMATTERS.map(([, inside]) => inside)).size).toBe(REFUSED_FRONTMATTERS.length);
});

test.each(forms)('%j', (form) => {
  const [, before = '', said = '', behind = ''] = /^([^«]*)«([^»]*)»([^»]*)$/.exec(form) ?? [];
  const inside = (value: string): string => `---\n${before}${value}${behind}\n---\n${body}`;
  const from = parsePlan(inside(said)).status?.raw ?? '';
  const row = `- 2026-11-20: Status: ${from === '' ? '' : `${from} → `}Approved\n`;
  files(inside(said)).forEach((text, file) => {
    const result = transition(text, request);
    expect(outcome(text, result)).toBe(files(inside('Approved') + row)[file]);
    if (result.ok) expect(result.changes.map(({ from, to }) => text.slice(from, to))).toContain(said);
    if (result.ok) expect(applyChanges(outcome(text, result), invertChanges(text, result.changes))).toBe(text);
    expect(transition(outcome(text, result), request)).toEqual({ ok: true, changes: [] });
  });
});

test.each(REFUSED_FRONTMATTERS)('%s: %j', (code, inside) => {
  for (const text of files(`---\n${inside}\n---\n${body}`)) {
    const result = transition(text, request);
    expect(outcome(text, result)).toBe(`<${code}>`);
    expect(result.ok ? '' : result.refusal.message).toMatch(/\S{3}.*[.!]$/s);
  }
});
