import assert from 'node:assert/strict';
import { AxeBuilder } from '@axe-core/playwright';
import { test } from './suite.mjs';

const PLAN = [
  '---', 'plan-template: phased-plan', 'owner:  pumps # kept', '---', '# Pumps plan', '', '## 1. Overview', '', 'Dry cellars.', '', '---', '', '## 2. Implementation Phases', '',
  '### Phase 1: Motor', '', '**Overview**: It turns', '', '**Success Criteria**:', '- **Automated**:', '  - [x] bench runs', '', '#### 1.1 Wind the coil', '- [x] 1.1.1 wire', '', '---', '', '### Phase 2: Case', '', '#### 2.1 Mould', 'Text', '', '---', '',
  '## 3. Risks', '', '| ID   | Risk |', '| ---- | ---- |', '| R-09 | heat |', '', '- **REQ-5 (SHOULD)**: hum', '',
].join('\r\n');
const LF = (text) => text.replaceAll('\r\n', '\n');
const line = (part) => LF(PLAN).split('\n').findIndex((source) => source.includes(part));

test('grow: blocks are added in the note’s own style, on disk, and each undo takes one back', { vault: { 'Pumps.md': `\uFEFF${PLAN}` } }, async (journey) => {
  const before = `\uFEFF${PLAN}`;
  const additions = [
    ['Add phase', 0, '\r\n\r\n---\r\n\r\n### Phase 3: [Phase Name]\r\n\r\n#### 3.1 [Name]', '#### 2.1 Mould\r\nText', '[Phase Name]'],
    ['Add requirement', 0, '\r\n- **REQ-6 (SHOULD)**: [Requirement]', '**: hum', '[Requirement]'],
    ['Add risk', 0, '\r\n| R-10 |      |', '| R-09 | heat |', ''],
    ['Add table row', line('R-09'), '\r\n| R-10 |      |', '| R-09 | heat |', ''],
  ];
  await journey.openNote('Pumps.md');
  for (const [command, caret, insert, behind, selected] of additions) {
    await journey.moveCaret(caret, 0);
    await journey.command(command);
    await journey.fileSays('Pumps.md', before.replace(behind, () => behind + insert));
    assert.equal(await journey.selection(), selected);
    await journey.press('Control+z');
    await journey.fileSays('Pumps.md', before);
  }
  await journey.onlyChanged();
});

const KINDS = [
  ['phase', '## Phase 1: Motor\n\n**Goal**: turns\n', '\n\n## Phase 2: [Name]\n\n**Goal**:', '[Name]'],
  ['step', '### Step 4: Motor\n\n#### 4.1 Approach\n\n- [x] done\n', '\n\n### Step 5: [Name]\n\n#### 5.1 [Name]\n\n- [ ] [Describe the check]', '[Name]'],
  ['requirement', '- **REQ-5 (SHOULD)**: hum\n', '\n- **REQ-6 (SHOULD)**: [Requirement]', '[Requirement]'],
  ['finding', '### Finding 1: Noise\n', '\n\n### Finding 2: [Name]', '[Name]'],
  ['decision', '- **Decision 1**: belt - cheap\n', '\n- **Decision 2**: [Decision]', '[Decision]'],
  ['risk', '| ID | Risk |\n|----|------|\n| R1 | heat |\n', '\n| R2 |      |', ''],
  ['test case', '## Unit tests\n\n- [x] turns\n', '\n- [ ] [Describe the test]', '[Describe the test]'],
  ['question', '## Open questions\n\n- [x] Why?\n', '\n- [ ] [Question]', '[Question]'],
  ['table row', '| a | b |\n| --- | --- |\n| x | y |\n', '\n|  |  |', ''],
];

test('grow: one more of each kind, offered only where the plan has one', { vault: { 'Plain.md': '# Note\n\nText.\n', ...Object.fromEntries(KINDS.map(([kind, text]) => [`${kind}.md`, text])) } }, async (journey) => {
  await journey.openNote('Plain.md');
  await journey.press('Control+p');
  await journey.page.keyboard.insertText('Plan Rollup: Add ');
  const offered = journey.page.locator('.prompt').getByRole('option');
  await offered.getByText('Add change-log entry…').waitFor();
  const names = await offered.evaluateAll((all) => all.map((option) => option.textContent ?? ''));
  assert.deepEqual(names.filter((name) => KINDS.some(([kind]) => name.includes(`Add ${kind}`))), []);
  await journey.press('Escape');
  for (const [kind, text, insert, selected] of KINDS) {
    await journey.openNote(`${kind}.md`);
    await journey.command(`Add ${kind}`);
    await journey.fileSays(`${kind}.md`, text.trimEnd() + insert + '\n');
    assert.equal(await journey.selection(), selected);
  }
});

test('grow: numbers are put in order after a phase was deleted by hand, and only digits change', { vault: { 'Pumps.md': PLAN } }, async (journey) => {
  await journey.openNote('Pumps.md');
  const from = LF(PLAN).indexOf('### Phase 1');
  const to = LF(PLAN).indexOf('### Phase 2');
  await journey.page.evaluate(([start, end]) => {
    const { editor } = window.app.workspace.activeEditor;
    editor.replaceRange('', editor.offsetToPos(start), editor.offsetToPos(end));
  }, [from, to]);
  const cut = PLAN.slice(0, PLAN.indexOf('### Phase 1')) + PLAN.slice(PLAN.indexOf('### Phase 2'));
  await journey.fileSays('Pumps.md', cut);
  await journey.command('Renumber phases and steps');
  await journey.notice('2 numbers changed: Phase 2 → 1, 2.1 → 1.1.');
  await journey.fileSays('Pumps.md', cut.replace('Phase 2: Case', 'Phase 1: Case').replace('2.1 Mould', '1.1 Mould'));
  await journey.press('Control+z');
  await journey.fileSays('Pumps.md', cut);
});

const AGENT = ['---', 'plan-template: phased-plan', '---', '# Sync plan', '', '**Status:** Draft', '', 'See [[#Phase 2: Sync]].', '', '## Phase 1: Read', '', '### Task 1.1: Open', '', '### Task 1.2: Close', '', '## Phase 2: Sync', '', '### Task 2.1: Diff', '', '- [ ] 2.1.1 sizes', '', '## Acceptance criteria', '', '- [ ] fast', '', '## Test cases', '', '| ID | Case |', '| --- | --- |', '| TC-01 | empty |', ''].join('\n');
const [AGENT_HEAD] = AGENT.split('## Phase 1');
const AGENT_PHASE = AGENT.slice(AGENT.indexOf('## Phase 2'), AGENT.indexOf('## Acceptance'));

test('grow: an agent’s plan in order stays as it is; with its phases exchanged, steps go along, and the notice says so', { vault: { 'Sync.md': AGENT } }, async (journey) => {
  await journey.openNote('Sync.md');
  await journey.command('Renumber phases and steps');
  await journey.notice('All numbers are in order.');
  await journey.staysUntouched(200);
  const exchanged = AGENT.replace(AGENT_PHASE, '').replace('## Phase 1', () => `${AGENT_PHASE}## Phase 1`);
  await journey.page.evaluate((text) => window.app.workspace.activeEditor.editor.setValue(text), exchanged);
  await journey.fileSays('Sync.md', exchanged);
  await journey.command('Renumber phases and steps');
  await journey.notice('6 numbers changed: Phase 2 → 1, Task 2.1 → 1.1, Phase 1 → 2, Task 1.1 → 2.1, and 2 more. 1 place in the text still names an old number: “Phase 2” in line 8.');
  await journey.fileSays('Sync.md', `${AGENT_HEAD}## Phase 1: Sync\n\n### Task 1.1: Diff\n\n- [ ] 1.1.1 sizes\n\n## Phase 2: Read\n\n### Task 2.1: Open\n\n### Task 2.2: Close\n\n${AGENT.slice(AGENT.indexOf('## Acceptance'))}`);
  await journey.press('Control+z');
  await journey.fileSays('Sync.md', exchanged);
});

test('grow: an agent’s plan gets a phase with its own steps, a task, a test case by its section’s name, and an overview in front', { vault: { 'Sync.md': AGENT } }, async (journey) => {
  const additions = [
    ['Add phase', 0, '\n\n## Phase 3: [Phase Name]\n\n### Task 3.1: [Name]\n\n- [ ] 3.1.1 [Describe the check]', '- [ ] 2.1.1 sizes'],
    ['Add step', 0, '\n\n### Task 1.3: [Name]', '### Task 1.2: Close'],
    ['Add test case', 0, '\n| TC-02 |  |', '| TC-01 | empty |'],
  ];
  await journey.openNote('Sync.md');
  for (const [command, caret, insert, behind] of additions) {
    await journey.moveCaret(caret, 0);
    await journey.command(command);
    await journey.fileSays('Sync.md', AGENT.replace(behind, () => behind + insert));
    await journey.press('Control+z');
    await journey.fileSays('Sync.md', AGENT);
  }
  await journey.command('Insert section…');
  await journey.page.locator('.plan-rollup-section-picker [role=option]', { hasText: 'Implementation Phases' }).getByText('✓ In the note as “Phase 1: Read”').waitFor();
  await journey.choose('Overview');
  const text = await journey.changedText('Sync.md');
  assert.ok(text.startsWith(`${AGENT_HEAD}## Overview\n`));
  assert.ok(text.endsWith(`\n\n${AGENT.slice(AGENT_HEAD.length)}`));
});

test('grow: a section is chosen by keyboard and stands in its place on disk; Escape writes nothing', { vault: { 'Pumps.md': PLAN } }, async (journey) => {
  await journey.openNote('Pumps.md');
  await journey.command('Insert section…');
  await journey.page.locator('.plan-rollup-section-picker [role=option]').first().waitFor();
  await journey.press('Escape');
  await journey.staysUntouched(300);
  await journey.command('Insert section…');
  await journey.choose('Desired End State');
  const text = await journey.changedText('Pumps.md');
  const [head] = PLAN.split('\r\n\r\n---\r\n\r\n## 2.');
  assert.ok(text.startsWith(`${head}\r\n\r\n---\r\n\r\n## 2. Desired End State\r\n\r\n### Success Definition\r\n`));
  assert.ok(text.includes('\r\n\r\n---\r\n\r\n## 3. Implementation Phases\r\n'));
  assert.ok(text.endsWith(PLAN.slice(PLAN.indexOf('### Phase 1')).replace('## 3. Risks', '## 4. Risks')));
  assert.equal(text.replaceAll('\r\n', '').match(/[\r\n]/), null);
  await journey.press('Control+z');
  await journey.fileSays('Pumps.md', PLAN);
});

const OURS = '---\nname: Our sprint\n---\n# Sprint: [Sprint Name]\n\n## 1. Aim\n\n[Describe the aim]\n\n## 2. Testing Plan\n\n- [ ] {What to look at}\n\n## 3. Risks\n\n### Open Questions\n\n- [ ] [Question]\n\n## 4. Log of {{title}}\n\n{{date}}\n';
const SPRINT = '---\nplan-template: sprint\n---\n# Sprint: May\n\n## 1. Risks\n\nHeat\n\n## 2. Aim\n\nDry cellars\n\n## 3. Test Plan\n\n- [x] Pumps\n';

test('grow: compared with the user’s own template: missing, renamed and moved are told, what is chosen goes in, and a second time there is nothing to do', { vault: { 'May.md': SPRINT, 'Forms/Sprint.md': OURS } }, async (journey) => {
  await journey.setTemplateFolder('Forms');
  await journey.openNote('May.md');
  await journey.command('Compare with template');
  const dialog = journey.page.getByRole('dialog', { name: 'Compare with “Our sprint”' });
  await dialog.getByText('“Testing Plan” is “3. Test Plan” in the note').waitFor();
  assert.deepEqual(await dialog.getByRole('heading', { name: 'In another place' }).locator('+ ul').getByRole('listitem').allTextContents(), ['Risks']);
  const boxes = dialog.getByRole('checkbox');
  assert.deepEqual(await dialog.locator('.plan-rollup-compare-choice').allTextContents(), ['Risks › Open Questions', 'Log of May']);
  await journey.press('Space', 'ArrowDown', 'Space');
  await dialog.getByRole('button', { name: 'Insert 2 sections' }).waitFor();
  await journey.until('the button to be ready', () => dialog.getByRole('button', { name: 'Insert 2 sections' }).isEnabled());
  await journey.press('Enter');
  const once = SPRINT.replace('\nHeat\n', '\nHeat\n\n### Open Questions\n\n- [ ] [Question]\n').replace('- [x] Pumps\n', '- [x] Pumps\n\n## 4. Log of May\n\n2026-03-07\n');
  await journey.fileSays('May.md', once);
  await dialog.getByText('Nothing is missing').waitFor();
  assert.equal(await boxes.count(), 0);
  await journey.press('Escape');
  await journey.command('Compare with template');
  await dialog.getByText('Nothing is missing').waitFor();
  await journey.press('Enter');
  await journey.keepsSaying('May.md', once);
  await journey.onlyChanged('May.md');
});

for (const [size, viewport] of Object.entries({ 'a wide window': { width: 1400, height: 800 }, 'a phone': { width: 390, height: 844 }, 'a low window': { width: 900, height: 420 } })) {
  test(`grow: comparing with the template on ${size}, by keyboard alone: what the preview shows is what the file gets`, { vault: { 'Pumps.md': PLAN }, viewport }, async (journey) => {
    await journey.openNote('Pumps.md');
    await journey.command('Compare with template');
    const dialog = journey.page.getByRole('dialog', { name: 'Compare with “Phased plan”' });
    await dialog.waitFor();
    const box = dialog.getByRole('checkbox', { name: /^Change Log/ });
    await journey.until('the box to be focused', async () => {
      if (await journey.hasFocus(box)) return true;
      await journey.press('ArrowDown');
      return false;
    });
    await journey.press('Space');
    const preview = dialog.getByRole('region', { name: 'What will be put in' });
    await preview.getByText('Behind “3. Risks”').waitFor();
    const [lines] = await preview.locator('pre').allTextContents();
    const { violations } = await new AxeBuilder({ page: journey.page }).setLegacyMode(true).include('.plan-rollup-compare').analyze();
    assert.deepEqual(violations.filter(({ impact }) => impact === 'serious' || impact === 'critical').map(({ id, nodes }) => [id, nodes[0]?.html]), []);
    for (const target of await dialog.locator('.plan-rollup-compare-choice, .plan-rollup-compare-buttons button').all()) {
      const { height, x, width } = await target.boundingBox();
      assert.ok(height >= 44 && x >= 0 && x + width <= viewport.width, `${height} px high, from ${x} to ${x + width}`);
    }
    for (const button of await dialog.locator('.plan-rollup-compare-buttons button').all()) {
      const { y, height } = await button.boundingBox();
      assert.ok(y >= 0 && y + height <= viewport.height, `the buttons stay in sight: ${y} to ${y + height}`);
    }
    await journey.staysUntouched(200);
    await journey.press('Enter');
    await dialog.getByText('1 section inserted.').waitFor();
    assert.equal(await dialog.getByRole('checkbox', { name: /^Change Log/ }).count(), 0);
    const inserted = ['', ...lines.split('\n')].join('\r\n');
    await journey.fileSays('Pumps.md', PLAN.trimEnd() + inserted + '\r\n');
    await journey.press('Escape');
    await journey.until('the dialog gone', async () => (await dialog.count()) === 0);
    await journey.press('Control+z');
    await journey.fileSays('Pumps.md', PLAN);
  });
}
