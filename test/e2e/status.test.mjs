import assert from 'node:assert/strict';
import { test } from './suite.mjs';
import { TODAY } from './journey.mjs';

const PLAN = `---
type: plan
status: Draft # by hand
updated: '2025-12-01'
owner:   "Ops"
---
# Pumps plan

**Status:** Draft
**Updated:** 2025-12-01

## Change Log

| Date       | Author | Change |
|------------|--------|--------|
| 2025-12-01 | Ops    | First  |

## End
`;

/** The plan as it is after one move, row by row. */
function moved(text, { from, to, row }) {
  const old = '| 2025-12-01 | Ops    | First  |\n';
  const rows = row ?? `| ${TODAY} |        | Status: ${from} → ${to} |\n`;
  return text
    .replace(`status: ${from} # by hand`, `status: ${to} # by hand`)
    .replace(`**Status:** ${from}`, `**Status:** ${to}`)
    .replaceAll('2025-12-01\'', `${TODAY}'`)
    .replace('**Updated:** 2025-12-01', `**Updated:** ${TODAY}`)
    .replace('\n\n## End', () => `\n${rows.trimEnd()}\n\n## End`)
    .replace(old, old);
}

const VAULT = { 'Pumps.md': PLAN, 'Other.md': 'Other\n' };

test('status: the picker offers what comes next first and names the current one', { vault: VAULT }, async (journey) => {
  await journey.openNote('Pumps.md');
  await journey.command('Set plan status…');
  const picker = journey.page.getByRole('dialog', { name: 'Status is Draft. Move to' });
  await picker.getByRole('option').first().waitFor();
  const names = await picker.getByRole('option').allInnerTexts();
  assert.deepEqual(names.map((name) => name.replace(/\s+/g, ' ').trim()), ['In Review Next', 'Approved', 'In Progress', 'Completed', 'Superseded', 'Cancelled', 'Draft Current status']);
  await journey.press('Escape');
  await journey.staysUntouched();
  await journey.command('Set plan status…');
  await picker.getByRole('option').first().waitFor();
  await journey.press('Enter');
  await journey.fileSays('Pumps.md', moved(PLAN, { from: 'Draft', to: 'In Review' }));
});

test('status: a move is property, status line, updated dates and one row; twice gives two rows; each is one undo', { vault: VAULT }, async (journey) => {
  await journey.openNote('Pumps.md');
  const once = moved(PLAN, { from: 'Draft', to: 'In Review' });
  const twice = moved(once, { from: 'In Review', to: 'Approved' });
  await journey.command('Advance plan status');
  await journey.fileSays('Pumps.md', once);
  await journey.command('Advance plan status');
  await journey.fileSays('Pumps.md', twice);
  await journey.onlyChanged('Pumps.md');
  await journey.press('Control+z');
  await journey.fileSays('Pumps.md', once);
  await journey.press('Control+z');
  await journey.fileSays('Pumps.md', PLAN);
  await journey.press('Control+y', 'Control+y');
  await journey.fileSays('Pumps.md', twice);
});

test('status: a note in reading view and a note with unsaved typing are moved as well', { vault: VAULT }, async (journey) => {
  const once = moved(PLAN, { from: 'Draft', to: 'In Review' });
  await journey.openNote('Pumps.md');
  await journey.moveCaret(6, 12);
  await journey.type('!');
  await journey.command('Advance plan status');
  await journey.fileSays('Pumps.md', once.replace('# Pumps plan', '# Pumps plan!'));
  await journey.press('Control+e');
  await journey.command('Advance plan status');
  await journey.fileSays('Pumps.md', moved(once, { from: 'In Review', to: 'Approved' }).replace('# Pumps plan', '# Pumps plan!'));
  await journey.page.locator('.markdown-reading-view', { hasText: 'In Review → Approved' }).waitFor();
});

test('status: set to any status by its own command; back again; to the same changes nothing', { vault: VAULT }, async (journey) => {
  await journey.openNote('Pumps.md');
  await journey.command('Set plan status to Draft');
  await journey.notice('Status was Draft already');
  await journey.onlyChanged();
  await journey.command('Revert plan status');
  await journey.notice('the first of its path');
  await journey.onlyChanged();
  await journey.command('Set plan status to Completed');
  const done = moved(PLAN, { from: 'Draft', to: 'Completed' });
  await journey.fileSays('Pumps.md', done);
  await journey.command('Advance plan status');
  await journey.notice('the last of its path');
  await journey.command('Revert plan status');
  await journey.fileSays('Pumps.md', moved(done, { from: 'Completed', to: 'In Progress' }));
});

test('status: CRLF and BOM stay', { vault: { 'Pumps.md': `\uFEFF${PLAN.replaceAll('\n', '\r\n')}` } }, async (journey) => {
  const expected = `\uFEFF${moved(PLAN, { from: 'Draft', to: 'In Review' }).replaceAll('\n', '\r\n')}`;
  await journey.openNote('Pumps.md');
  await journey.command('Advance plan status');
  await journey.fileSays('Pumps.md', expected);
  await journey.press('Control+z');
  await journey.fileSays('Pumps.md', journey.vault.before('Pumps.md'));
  await journey.press('Control+e');
  await journey.command('Advance plan status');
  await journey.fileSays('Pumps.md', expected);
});

const TABLE = (row) => `| Date | Author | Change |\n|------|--------|--------|\n${row}\n`;
const MOVE = `| ${TODAY} |  | Status: Draft → In Review |`;

/** What a note becomes when its status is advanced. */
const SHAPES = [
  ['a plan without a change log gets one at its end', '---\nstatus: Draft\n---\n# P\n\nText', `---\nstatus: In Review\n---\n# P\n\nText\n\n## Change Log\n\n${TABLE(MOVE)}`],
  ['a numbered plan gets a numbered change log', '---\nstatus: Draft\n---\n# P\n\n## 1. Goal\n\n## 2. Steps\n', `---\nstatus: In Review\n---\n# P\n\n## 1. Goal\n\n## 2. Steps\n\n## 3. Change Log\n\n${TABLE(MOVE)}`],
  ['a note without any status becomes a draft', '# P\n', `---\nstatus: Draft\n---\n# P\n\n## Change Log\n\n${TABLE(`| ${TODAY} |  | Status: Draft |`)}`],
  ['a status line alone is moved, without a property', '# P\n\n> **Status:** draft  \n\nText\n', `# P\n\n> **Status:** In Review  \n\nText\n\n## Change Log\n\n${TABLE(MOVE.replace('Draft', 'draft'))}`],
  ['quotes of the property stay', '---\n"status":   "Draft"   # x\n---\n# P\n', `---\n"status":   "In Review"   # x\n---\n# P\n\n## Change Log\n\n${TABLE(MOVE)}`],
  ['a log that is a list gets an item', '---\nstatus: Draft\n---\n# P\n\n## Changelog\n\n- 2025-01-01: begun\n', `---\nstatus: In Review\n---\n# P\n\n## Changelog\n\n- 2025-01-01: begun\n- ${TODAY}: Status: Draft → In Review\n`],
];

for (const [name, before, after] of SHAPES) {
  test(`status: ${name}`, { vault: { 'P.md': before } }, async (journey) => {
    await journey.openNote('P.md');
    await journey.command('Advance plan status');
    await journey.fileSays('P.md', after);
    await journey.press('Control+z');
    await journey.fileSays('P.md', before);
  });
}

const REFUSED = {
  'broken frontmatter': ['---\nstatus: Draft\nlist: [a\n---\n# P\n', "can't be edited"],
  'frontmatter that is never closed': ['---\ntype: plan\n# P\n\nText\n', 'never closed'],
  'a doubled status': ['---\nstatus: Draft\nstatus: Approved\n---\n# P\n', /2 times|Remove all but one|can't be edited/],
  'a status that is a list': ['---\nstatus:\n  - Draft\n---\n# P\n', "can't be replaced safely"],
};

for (const [what, [text, message]] of Object.entries(REFUSED)) {
  test(`status: ${what} is refused with a message, and nothing is touched`, { vault: { 'P.md': text } }, async (journey) => {
    await journey.openNote('P.md');
    await journey.command('Set plan status to In Review');
    await journey.notice(message);
    await journey.press('Control+e');
    await journey.command('Set plan status to Approved');
    await journey.until('a second message', async () => (await journey.page.locator('.notice').count()) === 2);
    await journey.staysUntouched();
  });
}

test('status: another program moved the plan meanwhile: nothing is overwritten', { vault: VAULT }, async (journey) => {
  await journey.openNote('Pumps.md');
  await journey.command('Set plan status…');
  await journey.page.locator('.prompt [role=option]').first().waitFor();
  const theirs = PLAN.replaceAll('Draft', 'Approved');
  await journey.vault.write('Pumps.md', theirs);
  await journey.until('the editor to follow', async () => (await journey.editorText()) === theirs);
  await journey.press('Enter');
  await journey.notice('Look at it again');
  assert.equal(await journey.vault.text('Pumps.md'), theirs);
});

test('change log: an entry by keyboard is one row with today’s date, one undo', { vault: VAULT }, async (journey) => {
  await journey.openNote('Pumps.md');
  await journey.command('Add change-log entry…');
  const field = journey.page.getByRole('textbox', { name: 'What changed' });
  await field.waitFor();
  await journey.press('Enter');
  await journey.page.getByRole('alert').filter({ hasText: 'what changed' }).waitFor();
  await journey.type('Pilot | started');
  await journey.press('Enter');
  await journey.fileSays('Pumps.md', PLAN.replace('First  |\n', `First  |\n| ${TODAY} |        | Pilot \\| started |\n`));
  await journey.press('Control+z');
  await journey.fileSays('Pumps.md', PLAN);
  await journey.command('Add change-log entry…');
  await field.waitFor();
  await journey.type('never mind');
  await journey.press('Escape');
  await journey.staysUntouched();
});
