/** Open questions that stand in a plan's way. */
import { expect, test } from 'vitest';
import { gateOf } from '../../support/gate-of';

const asked = (lines: string, heading = '## Open Questions (should be empty before starting implementation)'): string => gateOf('questions', `# Plan\n\n${heading}\n\n${lines}\n`, { to: 'approved' });

test('boxes come before plain items, each with its line', () => {
  expect(asked('- Who pays?\n- [ ] Which port?')).toBe('2 questions are open\n6: Which port?\n5: Who pays?');
});

test.each([
  ['nothing below the heading', ''],
  ['None', '- None'],
  ['slots of the template', '- [ ] [Question only the user can answer]\n- [ ] [Question that needs more digging]'],
  ['slots in curly brackets', '- {question 1}\n- {question 2}'],
  ['the answered samples of the template', '- [ ] ~~Question 1~~ - **Resolved**: [Answer]'],
  ['prompts', '- Unresolved decisions or clarifications required:\n- Approvals needed (for example schema changes):'],
  ['prompts that are filled in', '- Unresolved decisions or clarifications required: none\n- Approvals needed: platform team'],
  ['ticked ones', '- [x] Which port? 80'],
  ['answers below', '- Which port?\n  - **Answer**: 80'],
  ['answers behind, which may be more of the question', '- Which port? Ops says 80.'],
  ['statements', '- The port is open for Ann'],
])('held: %s', (_what, lines) => {
  expect(asked(lines)).toBe('');
});

test.each([
  ['a box that nobody ticked', '- [ ] Approvals of Ann', '1 question is open\n5: Approvals of Ann'],
  ['an indirect question', '- Ob die Daten bleiben', '1 question is open\n5: Ob die Daten bleiben'],
  ['a question with a remark', '- Who pays? (asked on Monday)', '1 question is open\n5: Who pays? (asked on Monday)'],
])('open: %s', (_what, lines, expected) => {
  expect(asked(lines)).toBe(expected);
});

test('what a specification leaves open is a question, wherever it stands', () => {
  expect(asked('- **FR-001**: Logs MUST be kept [NEEDS CLARIFICATION: how long?]', '## Requirements')).toBe('1 question is open\n5: how long?');
});

test('what a study asks is no open question of the plan', () => {
  expect(asked('- Which formats exist?', '## Research questions')).toBe('');
});
