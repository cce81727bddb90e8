/** One block more: a blank copy of the last one, in the note's own style, with the next number or id. */
import { describe, expect, test } from 'vitest';
import { addBlock, blockKindsIn } from '../../../src/core/edit/add-block';
import type { BlockKindId } from '../../../src/core/edit/block-kinds';
import { BUILT_IN_TEMPLATES } from '../../../src/core/template/builtin';
import { findPlaceholders } from '../../../src/core/template/placeholder';
import { applyChanges } from '../../../src/core/text/text-change';

const body = (id: string): string => BUILT_IN_TEMPLATES.find((template) => template.id === id)?.body ?? '';

/** Adds a block to the note, the caret at the bar; answers what was put in, and the note around it as it was. */
function added(kind: BlockKindId, marked: string, template: string | null = null): { insert: string; before: string } {
  const at = marked.indexOf('¦');
  const text = marked.replace('¦', '');
  const result = addBlock(text, { kind, caret: at < 0 ? null : at, slots: findPlaceholders(text), template: template === null ? null : { text: template, slots: findPlaceholders(template) } });
  if (!result.ok) throw new Error(result.refusal.message);
  const [change] = result.changes;
  if (!change || result.changes.length !== 1 || change.from !== change.to) throw new Error('An addition is one insertion.');
  const after = applyChanges(text, result.changes);
  expect(after.slice(result.added.from, result.added.to)).toBe(change.insert.trimStart().length === 0 ? '' : change.insert.slice(change.insert.length - (result.added.to - result.added.from)));
  return { insert: change.insert, before: text.slice(0, change.from) };
}

const lastLine = (text: string): string => text.slice(text.lastIndexOf('\n') + 1);

describe('in the built-in templates', () => {
  test.each([
    ['feature-plan', ['step', 'requirement', 'test-case', 'row']],
    ['phased-plan', ['phase', 'finding', 'decision', 'risk', 'test-case', 'question', 'row']],
    ['remediation-plan', ['phase', 'step', 'decision', 'question', 'row']],
    ['design-plan', ['phase', 'decision', 'risk', 'test-case', 'question', 'row']],
    ['spec-plan', ['risk', 'question']],
  ])('%s offers what it has', (id, kinds) => {
    expect(blockKindsIn(body(id))).toEqual(kinds);
  });

  test.each<[string, BlockKindId, string]>([
    ['feature-plan', 'step', '### Step 3: [Next Component]\n**Objective:** [Say what this step brings and why it is needed]\n\n#### 3.1 High-Level Approach\n- [Key change]\n- [Files this step changes]\n- [Decisions taken and what they cost]'],
    ['feature-plan', 'requirement', '- **REQ-6 (SHOULD)**: [Requirement]'],
    ['feature-plan', 'test-case', '|  |  |  |'],
    ['phased-plan', 'finding', '### Finding 3: [Discovery Name]\n**Location**: `/path/to/file.ext:456`\n**Insight**: [What we found and what makes it matter]\n**Implication**: [How it changes what we do]'],
    ['phased-plan', 'decision', '- **Decision 3**: [Choice made] - [Rationale]'],
    ['phased-plan', 'risk', '- **Risk**: [Potential issue] → **Mitigation**: [How we keep it small]'],
    ['phased-plan', 'question', '- [ ] [Question]'],
    ['remediation-plan', 'phase', '---\n\n### Phase 3: [Name]\n\n**Goal**: [One sentence]\n\n[Tasks in the same form]'],
    ['remediation-plan', 'step', '#### 1.3 [Task Name]\n\n[Same form]'],
    ['design-plan', 'phase', '### Phase 3: {Name}\n\n- **Goal:** {what this phase brings}\n- **Dependencies:** {what has to come before}\n- **Tasks:**\n  - {task 1}\n  - {task 2}\n- **Deliverable:** {what can be shown or tried}'],
    ['design-plan', 'risk', '|        |            |         |              |'],
    ['design-plan', 'test-case', '- {test category 3}'],
    ['design-plan', 'question', '- {question 3}'],
  ])('%s: %s', (id, kind, expected) => {
    expect(added(kind, body(id)).insert.trimStart()).toBe(expected);
    expect(added(kind, body(id).replaceAll('\n', '\r\n')).insert.trimStart()).toBe(expected.replaceAll('\n', '\r\n'));
  });

  test('what a slot says of the next phase moves along', () => {
    expect(lastLine(added('phase', body('phased-plan')).insert)).toBe('**Confirmation Gate**: [What must be confirmed before Phase 4 starts]');
  });
});

const FILLED = '## Phases\n\n### ✅ Phase 1: Motor\n\n**Goal**: It turns\n\n#### 1.1 Wind the coil\n\nTwo hundred turns.\n\n- [x] 1.1.1 wire bought\n- [x] 1.1.2 wound\n\n| Part | Price |\n|------|-------|\n| Wire | 3     |\n| Core | 9     |\n\n```ts\nturn();\n```\n\n#### 1.2 Test it\n\n- [x] hums  \n  on a second line\n\n## End\n';

describe('a block that is filled in', () => {
  test('keeps its form alone: numbers go on, boxes are empty, tables have one blank row', () => {
    expect(added('phase', FILLED).insert).toBe('\n\n### Phase 2: [Name]\n\n**Goal**:\n\n#### 2.1 [Name]\n\n- [ ] 2.1.1 [Describe the check]\n\n| Part | Price |\n|------|-------|\n|      |       |\n\n```ts\n```\n\n#### 2.2 [Name]\n\n- [ ] [Describe the check]');
  });

  test('gets the template’s slots where its labels are the template’s', () => {
    const filled = '### Phase 7: Storage\n\n**Overview**: A journal\n\n**Success Criteria**:\n- **Automated**:\n  - [x] `npm test`\n  - [x] bench\n\n**Owner**: QA\n';
    expect(added('phase', filled, body('phased-plan')).insert).toBe('\n\n### Phase 8: [Phase Name]\n\n**Overview**: [What this phase delivers and why it goes second]\n\n**Success Criteria**:\n- **Automated**:\n  - [ ] [Specific tests]\n\n**Owner**:');
  });

  test('what all blocks of the series say stays', () => {
    const filled = '### Step 1: A\n#### 1.1 Approach\n- [x] Lint passes\n- [x] a\n### Step 2: B\n#### 2.1 Approach\n- [x] Lint passes\n- [x] b\n';
    expect(added('step', filled).insert).toBe('\n### Step 3: [Name]\n#### 3.1 Approach\n- [ ] Lint passes\n- [ ] [Describe the check]');
  });
});

describe('numbers and ids', () => {
  test.each<[string, BlockKindId, string, string]>([
    ['the last one counts', 'requirement', '- FR-001: a\n- FR-009: b\n', '\n- FR-010: [Requirement]'],
    ['never one that is taken', 'requirement', '- **REQ-5**: a\n- **REQ-2**: b\n', '\n- **REQ-6**: [Requirement]'],
    ['a loose list stays loose', 'requirement', '* REQ-1: a\n\n* REQ-2: b', '\n\n* REQ-3: [Requirement]'],
    ['an id column', 'risk', '| ID | Risk |\n|---|---|\n| R-08 | x |\n| R-09 | y |\n', '\n| R-10 |  |'],
    ['a letter behind the number', 'phase', '## Phase 1: a\n\n## Phase 1b: b\n', '\n\n## Phase 2: [Name]'],
    ['phases without numbers', 'phase', '## Implementation phases\n\n### Motor\n\n### Case\n', '\n\n### [Name]'],
    ['what a step in it numbers below itself stays', 'phase', '## Phase 2: a\n\n### 2.1 b\n\n### Step 2: c\n\n#### 2.2 d\n\n### 2.2 e\n', '\n\n## Phase 3: [Name]\n\n### 3.1 [Name]\n\n### Step 2: [Name]\n\n#### 2.2 [Name]\n\n### 3.2 [Name]'],
    ['a question in a requirement', 'requirement', '- **FR-005**: keep for [NEEDS CLARIFICATION: how long?]\n', '\n- **FR-006**: [Requirement]'],
    ['numbered steps', 'step', '## Implementation steps\n\n1. Measure\n2. Shrink\n', '\n3. [Describe the step]'],
    ['labels with the colon inside', 'phase', '## Phase 1: a\n\n- **Goal:** x\n- **Tasks:**\n  - y\n- **Deliverable:** z\n', '\n\n## Phase 2: [Name]\n\n- **Goal:**\n- **Tasks:**\n  - [Describe]\n- **Deliverable:**'],
    ['a bold heading', 'step', '### **Step 1: Motor**\n', '\n\n### **Step 2: [Name]**'],
    ['underlined headings', 'phase', 'Phase 1: Motor\n---\n\ntext\n', '\n\nPhase 2: [Name]\n---'],
    ['another language', 'step', '### Schritt 3: Bauen\n', '\n\n### Schritt 4: [Name]'],
    ['a question with a box', 'question', '## Open questions\n\n1. [x] Why?\n', '\n2. [ ] [Question]'],
    ['a list that says 1. throughout', 'question', '## Open questions\n\n1. Why?\n1. How?\n', '\n1. [Question]'],
    ['a number that would be longer', 'question', '## Open questions\n\n8. Why?\n9. How?\n   - so\n', '\n9. [Question]\n   - [Describe]'],
    ['the brackets of the note', 'question', '# {FEATURE_TITLE}\n\n## Open questions\n\n- {question}\n- Why?\n', '\n- {question}'],
  ])('%s', (_name, kind, text, expected) => {
    expect(added(kind, text).insert).toBe(expected);
  });
});

describe('numbers of what is in the copy', () => {
  const THROUGH = '# X\n\n## Phase 1: A\n\n### Task 1: Open\n\n- [x] **Step 1: Write the failing test**\n- [x] **Step 2: Make it pass**\n\n### Task 2: Close\n\n- [ ] **Step 1: Write the failing test**\n- [ ] **Step 2: Run all**\n\n## Phase 2: B\n\n### Task 3: Read header\n\ntext\n';
  test.each<[string, BlockKindId, string, string]>([
    ['steps take their phase’s new number', 'phase', '## Phase 1: A\n\n### Step 1.1: a\n\n## Phase 2: B\n\n### Step 2.1: c\n\n### Step 2.2: d\n', '\n\n## Phase 3: [Name]\n\n### Step 3.1: [Name]\n\n### Step 3.2: [Name]'],
    ['in another language', 'phase', '## Phase 2: B\n\n### Schritt 2.1: c\n- [x] **Schritt 2.1.1**: d\n', '\n\n## Phase 3: [Name]\n\n### Schritt 3.1: [Name]\n- [ ] **Schritt 3.1.1**: [Describe the step]'],
    ['below a step too', 'phase', '## Phase 2: B\n\n### Step 2.1: c\n\n#### 2.1.1 d\n', '\n\n## Phase 3: [Name]\n\n### Step 3.1: [Name]\n\n#### 3.1.1 [Name]'],
    ['what names the phase', 'phase', '## Phase 2: B\n\n### Phase 2 verification\n', '\n\n## Phase 3: [Name]\n\n### Phase 3 verification'],
    ['behind a phase with a letter', 'phase', '## Phase 2: B\n\n## Phase 2a: C\n\n### Step 2a.1: d\n', '\n\n## Phase 3: [Name]\n\n### Step 3.1: [Name]'],
    ['behind one that was put in', 'phase', '## Phase 2: B\n\n## Phase 2.1: C\n', '\n\n## Phase 3: [Name]'],
    ['tasks go on from phase to phase', 'phase', THROUGH, '\n\n## Phase 3: [Name]\n\n### Task 4: [Name]'],
    ['steps that begin anew do so', 'phase', '## Phase 1\n\n### Step 1: a\n\n### Step 2: b\n\n## Phase 2\n\n### Step 1: c\n', '\n\n## Phase 3\n\n### Step 1: [Name]'],
  ])('%s', (_name, kind, text, expected) => {
    expect(added(kind, text).insert).toBe(expected);
    expect(added(kind, text.replaceAll('\n', '\r\n')).insert).toBe(expected.replaceAll('\n', '\r\n'));
  });

  test('a task in the middle gets the number behind the last one, and is blank', () => {
    expect(added('step', `¦${THROUGH}`)).toEqual({ insert: '\n\n### Task 4: [Name]\n\n- [ ] **Step 1: [Describe the step]**', before: THROUGH.slice(0, THROUGH.indexOf('\n\n## Phase 2')) });
    expect(added('step', THROUGH.replace('text', 'text¦')).insert).toBe('\n\n### Task 4: [Name]');
  });

  test('steps that all tasks have are their form', () => {
    const same = THROUGH.replace('Run all', 'Make it pass');
    expect(added('step', `¦${same}`).insert).toBe('\n\n### Task 4: [Name]\n\n- [ ] **Step 1: Write the failing test**\n- [ ] **Step 2: Make it pass**');
  });

  test('what belongs to a step that is left out goes with it', () => {
    const task = '### Task 1: A\n\n- [ ] **Step 1: Test**\n\n```ts\na\n```\n\n- [ ] **Step 2: Code**\n\n```py\nb\n```\n\nRun: `x`\n\n**Files:** y\n';
    expect(added('step', task).insert).toBe('\n\n### Task 2: [Name]\n\n- [ ] **Step 1: [Describe the step]**\n\n```ts\n```');
  });

  test('the first step of a phase without any', () => {
    const step = (style: string, second: string): string => `## Phase 1\n\n### ${style}: a\n\n## Phase 2\n\n### ${second}: b\n\n## Phase 3\n\nhere¦\n`;
    expect(added('step', step('Step 1.1', 'Step 2.1')).insert).toBe('\n\n### Step 3.1: [Name]');
    expect(added('step', step('Task 1', 'Task 2')).insert).toBe('\n\n### Task 3: [Name]');
    expect(added('step', step('Step 1', 'Step 1')).insert).toBe('\n\n### Step 1: [Name]');
  });

  test('ids are the note’s, numbered steps are their list’s', () => {
    expect(added('step', '## A\n\n- [ ] T001 a\n- [ ] T002 b¦\n\n## B\n\n- [ ] T003 c\n').insert).toBe('\n- [ ] T004 [Describe the step]');
    expect(added('step', '## A\n\n- **Step 1**: a¦\n\n## B\n\n- **Step 1**: c\n- **Step 2**: d\n').insert).toBe('\n- **Step 2**: [Describe the step]');
  });

  test('a sentence of a block is no form, though another has it too', () => {
    expect(added('finding', '### Finding 1: A\n\nDetails.\n\n### Finding 2: B\n\nDetails.\n').insert).toBe('\n\n### Finding 3: [Name]');
  });
});

describe('what is offered', () => {
  test.each<[string, string, BlockKindId, string]>([
    ['a table of test cases with ids', '## Test cases\n\n| ID | Case | Expected |\n|---|---|---|\n| TC-01 | a | b |\n| TC-02 | c | d |\n', 'test-case', '\n| TC-03 |  |  |'],
    ['requirements in German', '## Anforderungen\n\n- **A1**: leise\n- **A2**: schnell\n', 'requirement', '\n- **A3**: [Requirement]'],
    ['risks in German', '## Risiken\n\n| Nr | Was | Dann |\n|---|---|---|\n| 1 | Regen | Plane |\n', 'risk', '\n| 2 |  |  |'],
    ['questions in German', '## Offene Fragen\n\n- [x] Wer zahlt?\n', 'question', '\n- [ ] [Question]'],
  ])('%s', (_name, text, kind, insert) => {
    expect(blockKindsIn(text)).toContain(kind);
    expect(added(kind, text).insert).toBe(insert);
  });

  test('a table elsewhere is none of them', () => {
    expect(blockKindsIn('## Costs\n\n| ID | Case |\n|---|---|\n| TC-01 | a |\n')).toEqual(['row']);
  });
});

describe('the place', () => {
  test('a row goes into the table the caret is in, or the one of its section', () => {
    const text = '| a | b |\n|---|---|\n| 1 | x |\n\n## Two\n\ntext¦\n\n| c |\n|---|\n| y |\n\n> | q |\n> |---|\n> | z |\n';
    expect(added('row', text).before).toMatch(/\| y \|$/);
    expect(added('row', text.replace('¦', '').replace('| 1 |', '| 1¦ |'))).toMatchObject({ insert: '\n| 2 |   |' });
    expect(added('row', text.replace('¦', '').replace('z', 'z¦')).insert).toBe('\n> |   |');
  });

  test('of several lists the one in the caret’s section is meant', () => {
    const text = body('feature-plan').replace('1. [Scenario]', '1. [Scenario]¦');
    expect(added('test-case', text).insert).toBe('\n2. [Scenario]\n   - Action: [Action]\n   - Expected: [Expected]\n   - Verify: [Verification method]');
  });

  test('a sub-step goes to the phase of the caret, to one without any too', () => {
    const text = '## Phase 1: A\n\n### 1.1 a\n\n## Phase 2: B\n\n### 2.1 b\n\n## Phase 3: C\n\ntext\n';
    expect(added('step', text.replace('b', 'b¦')).insert).toBe('\n\n### 2.2 [Name]');
    expect(added('step', text.replace('text', 'text¦'))).toEqual({ insert: '\n\n### 3.1 [Name]', before: text.slice(0, -1) });
    expect(added('step', text).insert).toBe('\n\n### 1.2 [Name]');
  });

  test('behind the last block and before the rule, whatever the caret', () => {
    const { insert, before } = added('phase', '## Work\n\n### Phase 1: A¦\na\n\n---\n\n### Phase 2: B\nb\n\n---\n\n## Rest\n\n### Phase 1 Verification\n');
    expect([insert, lastLine(before)]).toEqual(['\n\n---\n\n### Phase 3: [Name]', 'b']);
  });

  test('fences, comments and quotes hold no blocks', () => {
    for (const text of ['```\n## Phase 1: a\n- REQ-1: x\n```\n', '%%\n## Phase 1: a\n%%\n', '> ## Phase 1: a\n', '    - REQ-1: x\n', '']) expect(blockKindsIn(text)).toEqual([]);
  });

  test('what an open fence would hide is refused, and so is a kind that the note has not', () => {
    const request = { caret: null, slots: [], template: null };
    expect(addBlock('## Phase 1: a\n\n```\n', { kind: 'phase', ...request })).toMatchObject({ ok: false, refusal: { code: 'place-hidden', message: 'The copy would not be read as one at its place: the code fence that begins in line 3 is never closed and hides it. Close it, then try again.' } });
    expect(addBlock('text', { kind: 'row', ...request })).toMatchObject({ ok: false, refusal: { code: 'no-such-block' } });
    expect(addBlock('text', { kind: 'risk', ...request })).toMatchObject({ ok: false, refusal: { code: 'no-such-block' } });
  });

  test.each(['row', 'risk'] as const)('a table of very many rows gets its next one: %s', (kind) => {
    const rows = '| R7 | x |\n'.repeat(130_000);
    const result = addBlock(`# P\n\n## Risks\n\n| ID | Risk |\n|---|---|\n${rows}`, { kind, caret: null, slots: [], template: null });
    expect(result.ok && result.changes.map(({ insert }) => insert).join('')).toContain('R8');
  });
});
