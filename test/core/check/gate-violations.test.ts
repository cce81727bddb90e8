/** Rules that a plan breaks on purpose, and owes a reason for. */
import { expect, test } from 'vitest';
import { gateOf } from '../../support/gate-of';

const broken = (lines: string): string => gateOf('violations', `# Plan\n\n## 10. Constitution Check\n\n${lines}\n`, { to: 'approved' });

test('a violation without a justification is named', () => {
  expect(broken('- Violation: two databases\n- Justification: the old one is read-only\n- Violation: no tests first\n- Justification:')).toBe('1 violation of the constitution has no justification\n7: no tests first');
});

test('in a table as well', () => {
  expect(broken('| Violation | Why Needed | Simpler Alternative Rejected Because |\n|---|---|---|\n| 4th project | worker on another machine | one blocks |\n| Repository pattern | | |')).toBe('1 violation of the constitution has no justification\n8: Repository pattern');
});

test.each([
  ['the empty form', '- Violation:\n- Justification:\n- Mitigation or follow-up plan:'],
  ['none', '- Violation: none'],
  ['slots', '- Violation: [which rule]\n- Justification: [why]'],
  ['rows of the template', '| Violation | Why Needed |\n|---|---|\n| [e.g., 4th project] | [current need] |'],
  ['keiner', '- Verstoß: keiner\n- Begründung:'],
  ['one with its reason', '- Verstoß: zwei Datenbanken\n- Begründung: die alte wird nur gelesen'],
])('held: %s', (_what, lines) => {
  expect(broken(lines)).toBe('');
});
