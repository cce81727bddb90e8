import assert from 'node:assert/strict';
import { test } from './suite.mjs';
import { TODAY } from './journey.mjs';

/** Name in the picker, id, properties of its own beside the five that all have, how its text begins. */
const TEMPLATES = [
  ['Feature plan (requirements and steps)', 'feature-plan', [], '# [Feature Name] Plan'],
  ['Phased plan (success criteria and change log)', 'phased-plan', ['author: "[Name]"'], '# Implementation Plan: ['],
  ['Remediation plan (gaps and priorities)', 'remediation-plan', [], '# [Project/Feature]: Implementation Plan'],
  ['Design plan (components and contracts)', 'design-plan', ['feature-id: "{FEATURE_ID}"', 'spec: "{SPEC_PATH}"'], '# Implementation Plan: {'],
  [
    'Spec plan (scope and constitution check)',
    'spec-plan',
    [
      'plan-id: "[PLAN-ID]"',
      'related-specs: "[S-001, UC-003, etc.]"',
      'overview-spec: "[for example S-OVERVIEW-001]"',
      'branch: "[feature/<issue-number>-<short-description>]"',
      'issues: "[#123, #124]"',
      'owner: "[ENGINEER / TEAM]"',
    ],
    '# ',
  ],
];

function propertiesOf([, id, own], taken = []) {
  const all = ['type: plan', 'status: Draft', `plan-template: ${id}`, `created: ${TODAY}`, `updated: ${TODAY}`, ...own];
  return all.filter((line) => !taken.includes(line.slice(0, line.indexOf(':'))));
}

const ODD_FRONTMATTER = ['---', '# kept by the release team', "title:   'It''s \"odd\"'  # quotes", 'tags: [ a,b ,  c ]', '"status" :  In Review', 'created:    2025-01-31', 'list:', '  - one', '  -   two', '---'].join('\n');

/** `caret` is a line and a column, and so is `place`, where the plan goes if that is another place; `taken` are properties the note has already. */
const NOTES = [
  { kind: 'an empty note', text: '', caret: [0, 0] },
  { kind: 'a note without frontmatter, behind its text', text: '# Ideas\n\nSome text.\n', caret: [3, 0] },
  { kind: 'a note without frontmatter, in the middle', text: '# Ideas\n\nBefore.\n\nBehind  \n\tthis.\n', caret: [3, 0] },
  { kind: 'the middle of a paragraph', text: 'One two\nthree\n\nFour\n', caret: [0, 3], place: [1, 5] },
  { kind: 'the cell of a table', text: '| a | b |\n|---|---|\n| 1 | 2 |\n| 3 | 4 |\n\nText\n', caret: [2, 3], place: [3, 9] },
  { kind: 'a code block', text: 'Text\n\n```js\ncode\n```\n\nText\n', caret: [3, 2], place: [4, 3] },
  { kind: 'a note without a final line break', text: '# Ideas\n\nThe end', caret: [2, 7] },
  { kind: 'a note with odd frontmatter, caret inside it', text: `${ODD_FRONTMATTER}\n\nText below.\n`, caret: [2, 3], taken: ['status', 'created'] },
  { kind: 'a CRLF note with frontmatter', text: '---\r\nowner:  me # really\r\n---\r\n# Old\r\n\r\nText\r\n', caret: [6, 0], taken: ['owner'] },
  { kind: 'a note with BOM', text: '\uFEFF# Ideas\n\nText\n', caret: [3, 0] },
  { kind: 'a CRLF note with BOM, in the middle', text: '\uFEFF---\r\na: 1\r\n---\r\n\r\nAbove\r\n\r\nBelow\r\n', caret: [5, 0] },
];

function hasFrontmatter({ text }) {
  return /^\uFEFF?---\r?\n/.test(text);
}

/** What stands in the note between its own parts: the properties that were added, and the plan. Throws when a byte of the note is gone. */
function added(note, after) {
  const { text } = note;
  const add = hasFrontmatter(note) ? text.indexOf('\n---') + 1 : null;
  const bom = text.startsWith('\uFEFF') ? 1 : 0;
  const lineBreak = text.includes('\r\n') ? '\r\n' : '\n';
  const lines = text.slice(bom).split(lineBreak);
  const [line, column] = note.place ?? note.caret;
  const caret = bom + lines.slice(0, line).reduce((sum, each) => sum + each.length + lineBreak.length, 0) + column;
  const first = add ?? bom;
  const second = add === null ? caret : Math.max(caret, text.indexOf('---', add) + 3 + lineBreak.length);
  const [head, middle, tail] = [text.slice(0, first), text.slice(first, second), text.slice(second)];
  assert.ok(after.startsWith(head), `the note begins as before: ${JSON.stringify(after.slice(0, 80))}`);
  assert.ok(after.endsWith(tail), 'the note ends as before');
  const rest = after.slice(head.length, after.length - tail.length);
  const endOfProperties = add === null ? rest.indexOf(`${lineBreak}---${lineBreak}`) + 3 + 2 * lineBreak.length : rest.indexOf(middle);
  assert.equal(rest.slice(endOfProperties, endOfProperties + middle.length), middle, 'what stood between stays');
  assert.equal(after.replaceAll(lineBreak, '').match(/[\r\n]/), null, 'one kind of line break');
  return { properties: rest.slice(0, endOfProperties).split(lineBreak), plan: rest.slice(endOfProperties + middle.length).replaceAll(lineBreak, '\n') };
}

for (const note of NOTES) {
  const vault = Object.fromEntries(TEMPLATES.map(([, id]) => [`${id}.md`, note.text]));
  test(`insert: any template into ${note.kind} adds to it, and one undo takes it back`, { vault }, async (journey) => {
    for (const template of TEMPLATES) {
      const [name, id, , opening] = template;
      const path = `${id}.md`;
      await journey.openNote(path);
      await journey.moveCaret(...note.caret);
      await journey.command('Insert plan template at the cursor');
      await journey.choose(name);
      await journey.sendForm();
      const { properties, plan } = added(note, await journey.changedText(path));
      const fence = !hasFrontmatter(note) ? ['---', ...propertiesOf(template, note.taken), '---'] : propertiesOf(template, note.taken);
      assert.deepEqual(properties.filter((line) => line !== ''), fence);
      assert.ok(plan.trimStart().startsWith(opening), plan.slice(0, 60));
      assert.doesNotMatch(plan, /YYYY|\{DATE\}|\[DATE\]/i);
      assert.match(await journey.selection(), /^(?:\[.+\]|\{.+\})$/);
      await journey.onlyChanged(path);
      await journey.press('Control+z');
      await journey.fileSays(path, note.text);
    }
    await journey.onlyChanged();
  });
}

test('insert: what is typed next replaces the first placeholder', { vault: Object.fromEntries(TEMPLATES.map(([, id]) => [`${id}.md`, '']) ) }, async (journey) => {
  for (const [name, id] of TEMPLATES) {
    await journey.openNote(`${id}.md`);
    await journey.command('Insert plan template at the cursor');
    await journey.choose(name);
    await journey.sendForm();
    const inserted = await journey.changedText(`${id}.md`);
    const slot = await journey.selection();
    const body = inserted.indexOf('\n---\n');
    const at = inserted.indexOf(slot, body);
    assert.ok(at > body && !/[[{]/.test(inserted.slice(body, at)), `the first placeholder of ${id}: ${slot}`);
    await journey.type('Night shift');
    await journey.fileSays(`${id}.md`, `${inserted.slice(0, at)}Night shift${inserted.slice(at + slot.length)}`);
  }
});

test('insert: a cancelled picker writes nothing', { vault: { 'Note.md': 'Text\n' } }, async (journey) => {
  await journey.openNote('Note.md');
  await journey.command('Insert plan template at the cursor');
  await journey.page.getByRole('dialog', { name: 'Choose a plan template' }).waitFor();
  const preview = journey.page.getByRole('note', { name: 'Preview of the template' });
  await preview.getByText('# [Feature Name] Plan').waitFor();
  await journey.press('ArrowDown');
  await preview.getByText('# Implementation Plan: [Brief Description]').waitFor();
  await journey.press('Escape');
  await journey.command('Create plan note from a template');
  await journey.page.getByRole('dialog', { name: 'Choose a plan template' }).waitFor();
  await journey.press('Escape');
  await journey.command('Create plan note from a template');
  await journey.choose(TEMPLATES[0][0]);
  await journey.page.getByRole('textbox', { name: 'Title' }).waitFor();
  await journey.type('Half a title');
  await journey.press('Escape');
  await journey.staysUntouched();
});

test('insert: a note whose frontmatter is broken is left alone, with a message', { vault: { 'Broken.md': '---\nstatus: [Draft\n---\nText\n', 'Open.md': '---\nstatus: Draft\n\nText\n' } }, async (journey) => {
  for (const [path, message] of [['Broken.md', "can't be edited"], ['Open.md', 'never closed']]) {
    await journey.openNote(path);
    await journey.command('Insert plan template at the cursor');
    await journey.choose(TEMPLATES[0][0]);
    await journey.notice(message);
  }
  await journey.staysUntouched();
});

test('insert: unsaved typing stays, and is a step of its own for undo', { vault: { 'Note.md': 'Text\n' } }, async (journey) => {
  await journey.openNote('Note.md');
  await journey.moveCaret(1, 0);
  await journey.type('Just typed.');
  await journey.command('Insert plan template at the cursor');
  await journey.choose(TEMPLATES[1][0]);
  await journey.sendForm();
  const after = await journey.until('the plan on disk', async () => {
    const text = await journey.vault.text('Note.md');
    return text?.includes('# Implementation Plan') ? text : null;
  });
  assert.match(after, /\nText\nJust typed\.\n\n# Implementation Plan/);
  await journey.press('Control+z');
  await journey.fileSays('Note.md', 'Text\nJust typed.');
  await journey.press('Control+z');
  await journey.fileSays('Note.md', 'Text\n');
});
