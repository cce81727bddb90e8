/** Which boxes of the work, beside the verification items, a plan that is to be over is told of. */
import { expect, test } from 'vitest';
import { DEFAULT_WORKFLOW } from '../../../src/core/status/workflow';
import { gateOf } from '../../support/gate-of';

test('open boxes that are no verification items, each with its line', () => {
  const text = '# Import plan\n\n## Phase 1\n\n- [ ] write the `importer`\n- [ ] write the exporter\n\n### Success criteria\n\n- [x] A file is read\n- [ ] A file is written\n';
  expect(gateOf('work', text)).toBe('2 other boxes are not ticked\n5: write the importer\n6: write the exporter');
});

test('one open box', () => {
  expect(gateOf('work', '# Import plan\n\n## Tasks\n\n- [x] reader\n- [ ] writer\n')).toBe('1 other box is not ticked\n6: writer');
});

test.each([
  ['verification items', '## Success criteria\n\n- [ ] A file is read'],
  ['questions', '## Open questions\n\n- [ ] Which files?'],
  ['dropped work', '## Tasks\n\n- [-] writer'],
  ['work that is put off', '## Tasks\n\n- [ ] writer (deferred)\n\n## Follow-ups\n\n- [ ] Dark theme'],
  ['ticked work', '## Tasks\n\n- [x] reader'],
])('%s are none', (_what, lines) => {
  expect(gateOf('work', `# Import plan\n\n${lines}\n`)).toBe('');
});

test('a plan may be over with open work, but is not without a word', () => {
  expect(DEFAULT_WORKFLOW.gates?.filter(({ levels }) => levels.work !== undefined).map(({ to, levels }) => [to, levels.work])).toEqual([['completed', 'warn']]);
});
