// Growing a plan from the palette: what is offered, what is written, what is selected, what one undo takes back.
import type { MarkdownView } from 'obsidian';
import { afterEach, describe, expect, test } from 'vitest';
import { BUILT_IN_TEMPLATES } from '../../src/core/template/builtin';
import { notices } from '../support/at-the-keyboard';
import { closePlugin, openPlugin, type PluginHost, run } from './open-plugin';

let host: PluginHost;
afterEach(() => closePlugin(host));

const body = (id: string): string => BUILT_IN_TEMPLATES.find((template) => template.id === id)?.body ?? '';

/** Opens the note with the caret at the bar. */
async function open(marked: string): Promise<MarkdownView> {
  const at = marked.indexOf('¦');
  host = await openPlugin({ 'a.md': marked.replace('¦', '') });
  const view = await host.open('a.md');
  view.editor.setCursor(view.editor.offsetToPos(Math.max(0, at)));
  return view;
}

describe.each([
  ['add-phase', '## Phase 1: Motor\n\n**Goal**: turns\n', '\n\n## Phase 2: [Name]\n\n**Goal**:', '[Name]'],
  ['add-step', '### Step 4: Motor\n\n#### 4.1 Approach\n\n- [x] done\n', '\n\n### Step 5: [Name]\n\n#### 5.1 [Name]\n\n- [ ] [Describe the check]', '[Name]'],
  ['add-requirement', '- **REQ-5 (SHOULD)**: hum\n', '\n- **REQ-6 (SHOULD)**: [Requirement]', '[Requirement]'],
  ['add-finding', '### Finding 1: Noise\n', '\n\n### Finding 2: [Name]', '[Name]'],
  ['add-decision', '- **Decision 1**: belt - cheap\n', '\n- **Decision 2**: [Decision]', '[Decision]'],
  ['add-risk', '| ID | Risk |\n|----|------|\n| R1 | heat |\n', '\n| R2 |      |', ''],
  ['add-test-case', '## Unit tests\n\n- [x] turns\n', '\n- [ ] [Describe the test]', '[Describe the test]'],
  ['add-question', '## Open questions\n\n- [x] Why?\n', '\n- [ ] [Question]', '[Question]'],
  ['add-row', '| a | b |\n| --- | --- |\n| x | y |\n', '\n|  |  |', ''],
])('%s', (id, text, insert, selected) => {
  test('adds a blank copy behind the last one, and selects what is to be filled in', async () => {
    const view = await open(text);
    await run(host, id);
    expect(host.disk.get('a.md')).toBe(text.trimEnd() + insert + '\n');
    expect([view.editor.getSelection(), notices()]).toEqual([selected, []]);
    view.editor.undo();
    expect(view.editor.getValue()).toBe(text);
  });

  test('is offered only where the plan has one', async () => {
    await open('# A note\n\nText.\n');
    expect(host.runCommand(id)).toBe(false);
    expect(host.disk.get('a.md')).toBe('# A note\n\nText.\n');
  });
});

test('a row goes into the table of the caret, its first cell is next to be typed', async () => {
  const view = await open('| a |\n|---|\n| x |\n\n> | b | c |\n> |---|---|\n> | y¦ | z |\n');
  await run(host, 'add-row');
  expect(view.editor.getLine(7)).toBe('> |   |   |');
  expect(view.editor.getCursor()).toEqual({ line: 7, ch: 4 });
});

test('a template of the user’s own fills them as well', async () => {
  host = await openPlugin({ 'a.md': '---\nplan-template: ours\n---\n\n### Phase 1: Store\n\n**Stake**: done so\n', 'T/Ours.md': '# [Feature Name]\n\n### Phase 1: [Phase Name]\n\n**Stake**: [What is at stake]\n' }, { data: { version: 1, templateFolder: 'T' } });
  await host.open('a.md');
  await run(host, 'add-phase');
  expect(host.disk.get('a.md')).toContain('### Phase 2: [Phase Name]\n\n**Stake**: [What is at stake]\n');
});

test('the template that the property names fills a filled block’s labels with its slots', async () => {
  await open('---\nplan-template: phased-plan\n---\n\n### Phase 1: Store\n\n**Overview**: done so\n');
  await run(host, 'add-phase');
  expect(host.disk.get('a.md')).toContain('### Phase 2: [Phase Name]\n\n**Overview**: [What this phase delivers and why it goes second]\n');
});

test('twice adds two, with two numbers; CRLF, BOM and a missing line break stay', async () => {
  await open('\uFEFF## Phase 1: a\r\n\r\n## Phase 2: b\r\n\r\ntext');
  await run(host, 'add-phase');
  await run(host, 'add-phase');
  expect(host.disk.get('a.md')).toBe('\uFEFF## Phase 1: a\r\n\r\n## Phase 2: b\r\n\r\ntext\r\n\r\n## Phase 3: [Name]\r\n\r\n## Phase 4: [Name]');
});

test('in reading view the file is edited', async () => {
  const view = await open(body('remediation-plan'));
  await view.setState({ mode: 'preview' }, { history: false });
  await run(host, 'add-phase');
  expect(host.disk.get('a.md')).toContain('[Tasks in the same form]\n\n---\n\n### Phase 3: [Name]\n\n**Goal**: [One sentence]\n');
});

test('what an open fence would hide is refused, and the person hears why', async () => {
  await open('## Phase 1: a\n\n```\nopen\n');
  await run(host, 'add-phase');
  expect([host.disk.get('a.md'), notices().join()]).toEqual(['## Phase 1: a\n\n```\nopen\n', expect.stringContaining('never closed')]);
});

describe('renumber', () => {
  test('puts the numbers in order and says how many changed; one undo takes it back', async () => {
    const text = '## Phase 1: a\n\n## Phase 3: c\n\n### 3.1 x\n\nsee Phase 3 and REQ-3\n';
    const view = await open(text);
    await run(host, 'renumber');
    expect(host.disk.get('a.md')).toBe('## Phase 1: a\n\n## Phase 2: c\n\n### 2.1 x\n\nsee Phase 3 and REQ-3\n');
    expect(notices()).toEqual(['2 numbers changed: Phase 3 → 2, 3.1 → 2.1. 1 place in the text still names an old number: “Phase 3” in line 7.']);
    view.editor.undo();
    expect(view.editor.getValue()).toBe(text);
  });

  test('tells the first few of many, and what still names them', async () => {
    await open('## Phase 2: b\n\n### Step 2.1\n\n### Step 2.2\n\n### Step 2.3\n\n### Step 2.4\n\n- [ ] 2.4.1 x\n\n[[#Phase 2: b]] and Step 2.3\n');
    await run(host, 'renumber');
    expect(notices()).toEqual(['6 numbers changed: Phase 2 → 1, Step 2.1 → 1.1, Step 2.2 → 1.2, Step 2.3 → 1.3, and 2 more. 2 places in the text still name an old number, first “Phase 2” in line 13.']);
    expect(host.disk.get('a.md')).toBe('## Phase 1: b\n\n### Step 1.1\n\n### Step 1.2\n\n### Step 1.3\n\n### Step 1.4\n\n- [ ] 1.4.1 x\n\n[[#Phase 2: b]] and Step 2.3\n');
  });

  test('writes nothing where they are in order, or where there are none', async () => {
    await open('## Phase 1: a\n');
    await run(host, 'renumber');
    host.writeExternally('a.md', 'Text\n');
    await host.settle();
    await run(host, 'renumber');
    expect([host.disk.get('a.md'), notices()]).toEqual(['Text\n', ['All numbers are in order.', expect.stringContaining('No phases')]]);
  });
});
