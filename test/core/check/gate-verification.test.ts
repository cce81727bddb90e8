/** Which open boxes stand in the way of a plan that is to be over. */
import { expect, test } from 'vitest';
import { gateOf } from '../../support/gate-of';

test('open verification items, those by hand first', () => {
  const text = '# Sync plan\n\n## Success criteria\n\n**Automated**\n- [ ] Types are checked\n\n**Manual**\n- [ ] Looks right on a `tablet`\n- [ ] Prints\n';
  expect(gateOf('verification', text)).toBe('3 verification items are not ticked, 2 to be done by hand\n9: Looks right on a tablet\n10: Prints\n6: Types are checked');
});

test.each([
  ['a dropped one', '- [-] Stylus hover'],
  ['one below a dropped one', '- [-] Stylus\n  - [ ] hover'],
  ['one that is struck through', '- [ ] ~~Stylus hover~~'],
  ['one that says it is optional', '- [ ] Optional: dark theme'],
  ['one that is put off', '- [ ] Load test (deferred to 5.1)'],
  ['one that went elsewhere', '- [ ] Export — moved to [[Export to CSV]]'],
  ['a label over boxes that are ticked', '- [ ] On every device\n  - [x] tablet\n  - [x] phone'],
  ['one under “Nice to have”', '### Nice to have\n- [ ] Dark theme'],
  ['one of a phase that is put off', '### Phase 3: Maps (deferred)\n- [ ] Tiles are kept'],
  ['one of what comes later', '### Follow-ups\n- [ ] Dark theme'],
  ['one said of the document', '### Review & Acceptance Checklist\n- [ ] No implementation details'],
  ['one that had to be so before the start', '### Definition of Ready\n- [ ] Ann has agreed'],
  ['ein zurückgestellter', '- [ ] Lasttest (zurückgestellt)'],
])('nobody waits for %s', (_what, lines) => {
  expect(gateOf('verification', `# Sync plan\n\n## Acceptance criteria\n\n- [x] Nothing is lost\n${lines}\n`)).toBe('');
});

test.each([
  ['an unknown mark', '- [/] Half of the forms'],
  ['a word that only looks like it', '- [ ] Optional fields are saved'],
  ['a child of a ticked box', '- [x] On every device\n  - [ ] phone'],
  ['a label over boxes of which one is open', '- [ ] On every device\n  - [x] tablet\n  - [ ] phone'],
])('it waits for %s', (_what, lines) => {
  expect(gateOf('verification', `# Sync plan\n\n## Acceptance criteria\n\n${lines}\n`)).toMatch(/not ticked/);
});

test('the title of the plan puts nothing off', () => {
  expect(gateOf('verification', '# Backlog\n\n## Verification\n\n- [ ] Nothing is lost\n')).toBe('1 verification item is not ticked\n5: Nothing is lost');
});
