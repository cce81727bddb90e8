import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from './suite.mjs';
import { TODAY } from './journey.mjs';
import { root } from './place.mjs';

const FORM = [
  '---', 'description: As we do it.', 'folder: Work', 'name-pattern: "{{date:YYYY-[W]WW}} {{title}}"', 'tags: [form,   ours]  # kept', 'week: "{{date:GGGG-[W]WW}}"', '---', '',
  '# Sprint: [Sprint Name]', '', '**Date:** YYYY-MM-DD  ', '**Status:** Draft | In Review | Approved', '', '<% tp.file.title %>', '', '## Verification', '', '- [ ] {what we look at}', '', '\t{{title}} at {{time}}', '',
].join('\r\n');

const FILLED = ['# Sprint: [Sprint Name]', '', `**Date:** ${TODAY}  `, '**Status:** Draft', '', '<% tp.file.title %>', '', '## Verification', '', '- [ ] {what we look at}', '', '\tNote at 22:30', ''];

test('own templates: a file dropped into the folder is inserted byte for byte, and shows in no list of plans', {
  vault: { 'Note.md': 'Above\n', 'Crlf.md': 'Above\r\n', 'Templates/Plans/Sprint.md': FORM, 'Templates/Plans/Broken.md': '---\na: [\n---\nText\n', 'Plans/Real.md': '# Real plan\n\n## Verification\n\n- [ ] Seen\n' },
}, async (journey) => {
  await journey.command('Open the pane');
  await journey.lens('Verification');
  await journey.row('{what we look at}').waitFor();
  await journey.setTemplateFolder('Templates/Plans');
  await journey.row('{what we look at}').waitFor({ state: 'detached' });
  await journey.row('Seen').waitFor();
  for (const [path, lineBreak] of [['Note.md', '\n'], ['Crlf.md', '\r\n']]) {
    await journey.openNote(path);
    await journey.moveCaret(1, 0);
    await journey.command('Insert plan template at the cursor');
    await journey.page.locator('.prompt').getByText('yours').waitFor();
    await journey.notice('“Templates/Plans/Broken.md” has broken frontmatter');
    await journey.choose('Sprint');
    await journey.sendForm();
    const own = ['tags: [form,   ours]  # kept', 'week: 2026-W10'];
    const lines = ['---', 'type: plan', 'status: Draft', 'plan-template: sprint', `created: ${TODAY}`, `updated: ${TODAY}`, ...own, '---', 'Above', '', ...FILLED];
    await journey.fileSays(path, lines.join(lineBreak).replace('Note at', `${path.slice(0, -3)} at`));
  }
  await journey.command('Create “Sprint” note');
  await journey.page.getByRole('textbox', { name: 'Title' }).waitFor();
  await journey.type('Tablets');
  await journey.press('Enter');
  await journey.isOpen('Work/2026-W10 Tablets.md');
  assert.match(await journey.vault.text('Work/2026-W10 Tablets.md'), /\n---\n\n# Sprint: Tablets\n/);
  await journey.onlyChanged('Crlf.md', 'Note.md', 'Work/2026-W10 Tablets.md');
});

/** A form as it is passed around, and the slots of its header that a plan without other answers has filled. */
const bodyOf = (id) => readFileSync(path.join(root, `src/core/template/builtin/${id}.md`), 'utf8');
const FORMS = {
  'Warnings and steps': { text: bodyOf('feature-plan'), filled: [['# [Feature Name] Plan', '# Sync Plan']] },
  'Phases, CRLF': { text: bodyOf('phased-plan').trimEnd().replaceAll('\n', '\r\n'), filled: [['[Brief Description]', 'Sync'], ['YYYY-MM-DD', TODAY], ['Draft | In Review | Approved | In Progress | Completed', 'Draft']] },
  'Gaps below a preface': { text: `# Plan Form\n\nCopy and adapt this.\n\n---\n\n${bodyOf('remediation-plan')}`, filled: [['[Project/Feature]', 'Sync']] },
  'Contracts with BOM': { text: `\uFEFF${bodyOf('design-plan')}`, filled: [['{FEATURE_TITLE}', 'Sync'], ['{DATE}', TODAY]] },
  'Hard breaks': { text: bodyOf('spec-plan'), filled: [['[FEATURE NAME]', 'Sync'], ['[DATE]', TODAY]] },
};

test('own templates: five forms dropped into the folder as they are make plans that keep every byte outside the slots filled', {
  vault: Object.fromEntries(Object.entries(FORMS).map(([name, { text }]) => [`Forms/${name}.md`, text])),
}, async (journey) => {
  await journey.setTemplateFolder('Forms');
  const made = [];
  for (const [name, { text, filled }] of Object.entries(FORMS)) {
    await journey.command('Create plan note from a template');
    await journey.choose(name);
    await journey.field('Title').fill(`Sync ${made.length}`);
    await journey.press('Enter');
    const file = `Plans/Sync ${made.length}.md`;
    await journey.isOpen(file);
    const plan = await journey.vault.text(file);
    const expected = filled.reduce((body, [slot, value]) => body.replaceAll(slot, value.replace('Sync', `Sync ${made.length}`)), text.replace('\uFEFF', '').replaceAll('\r\n', '\n'));
    assert.equal(plan.slice(plan.indexOf('\n---\n\n') + 6), expected.endsWith('\n') ? expected : `${expected}\n`);
    assert.match(plan, /^---\ntype: plan\nstatus: Draft\nplan-template: [a-z-]+\ncreated: 2026-03-07\nupdated: 2026-03-07\n---\n/);
    made.push(file);
  }
  await journey.onlyChanged(...made);
});

const PLAN = '---\r\nstatus: Approved\r\nowner: Core\r\n---\r\n# Sync\r\n\r\n**Date:** 2026-03-01\r\n**Author:** Ops\r\n\r\n## Verification\r\n\r\n- [x] Tests pass\r\n- [x] Seen\r\n\r\n## Change Log\r\n\r\n| Date | Author | Change |\r\n| --- | --- | --- |\r\n| 2026-03-01 | Ops | a |\r\n| 2026-03-02 | Ops | b |\r\n';

test('own templates: a plan saved as one, with the keyboard; nothing else on disk changes', { vault: { 'Sync.md': PLAN, 'Forms/Taken.md': 'mine\n' } }, async (journey) => {
  const { page } = journey;
  await journey.openNote('Sync.md');
  await journey.command('Save as template…');
  await page.getByRole('textbox', { name: 'Folder for your own templates' }).fill('Forms');
  await journey.press('Enter');
  const name = page.getByRole('textbox', { name: 'Name' });
  await name.waitFor();
  await journey.press('Escape');
  await journey.staysUntouched();

  await journey.command('Save as template…');
  await page.getByRole('textbox', { name: 'Folder for your own templates' }).fill('Forms');
  await journey.press('Enter');
  await name.fill('taken');
  await journey.press('Enter');
  await page.getByRole('alert').getByText('Forms/Taken.md').waitFor();
  await name.fill('Our form');
  await journey.tabTo(page.getByRole('checkbox', { name: '- [x] Tests pass' }));
  await journey.press('Space');
  await journey.tabTo(page.getByRole('button', { name: 'Save', exact: true }));
  await journey.press('Enter');
  await journey.notice('Saved as template “Forms/Our form.md”.');
  const lines = ['---', 'owner: "[Owner]"', '---', '# {{title}}', '', '**Date:** YYYY-MM-DD', '**Author:** [Name]', '', '## Verification', '', '- [x] Tests pass', '- [ ] Seen', '', '## Change Log', '', '| Date | Author | Change |', '| --- | --- | --- |', '| YYYY-MM-DD | [Name] | [Change] |', ''];
  await journey.fileSays('Forms/Our form.md', lines.join('\n'));
  await journey.keeps(() => journey.onlyChanged('Forms/Our form.md'));
});

test('own templates: a built-in one is copied, opened, edited, and used', { vault: { 'Note.md': '' } }, async (journey) => {
  await journey.command('Edit a built-in template…');
  await journey.choose('Design plan (components and contracts)');
  await journey.page.getByRole('textbox', { name: 'Folder for your own templates' }).waitFor();
  await journey.press('Enter');
  await journey.isOpen('Templates/Plans/Design plan.md');
  const text = await journey.editorText();
  assert.match(text, /^---\nname: Design plan \(components and contracts\)\ndescription: "For .*"\nfeature-id: "\{FEATURE_ID\}"\nspec: "\{SPEC_PATH\}"\n---\n\n# Implementation Plan: \{FEATURE_TITLE\}\n/);
  await journey.moveCaret(text.split('\n').length - 1, 0);
  await journey.type('Ours too.');
  await journey.fileSays('Templates/Plans/Design plan.md', `${text}Ours too.`);
  await journey.openNote('Note.md');
  await journey.command('Insert plan template at the cursor');
  const mine = journey.page.locator('.prompt').getByRole('option', { name: 'yours' });
  await mine.waitFor();
  await mine.click();
  await journey.sendForm();
  const made = await journey.changedText('Note.md');
  assert.match(made, /plan-template: design-plan\n/);
  assert.match(made, /\nOurs too\.\n$/);
  await journey.press('Control+z');
  await journey.fileSays('Note.md', '');
  await journey.command('Insert design plan');
  await journey.sendForm();
  await journey.fileSays('Note.md', made);
  await journey.onlyChanged('Note.md', 'Templates/Plans/Design plan.md');
});
