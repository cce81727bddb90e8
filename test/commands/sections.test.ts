// Bringing a note back to its template: one section from a list, or several after a look at what will be put in.
import type { MarkdownView } from 'obsidian';
import { afterEach, describe, expect, test } from 'vitest';
import { BUILT_IN_TEMPLATES } from '../../src/core/template/builtin';
import { choose, clickButton, dialogIsOpen, find, findAll, notices, offered, press } from '../support/at-the-keyboard';
import { closePlugin, openPlugin, type PluginHost, run, TODAY } from './open-plugin';

let host: PluginHost;
afterEach(() => closePlugin(host));

const NOTE = '---\nplan-template: feature-plan\n---\n# Pumps plan\n\n## 1. Goal\nDry cellars.\n\n## 2. Desired state\n\n### 2.1 Defaults and Fallbacks\nnone\n\n## 3. Test Plan\n\n### 3.1 Unit tests\n';

async function open(text: string, id: string): Promise<MarkdownView> {
  host = await openPlugin({ 'a.md': text });
  const view = await host.open('a.md');
  await run(host, id);
  return view;
}

const notes = (): string[] => findAll('.suggestion-item').map((item) => item.lastElementChild?.textContent ?? '');
const boxes = (): HTMLInputElement[] => findAll('.plan-rollup-compare input') as HTMLInputElement[];
const heard = (): string => findAll('.plan-rollup-compare').map(({ textContent }) => textContent ?? '').join();

/** Ticks the missing section that is named so. */
async function tick(name: string): Promise<void> {
  const label = findAll('.plan-rollup-compare label').find(({ textContent }) => textContent?.startsWith(name));
  if (!label) throw new Error(`“${name}” is not listed as missing.`);
  find('input', label).click();
  await host.settle();
}

describe('insert section', () => {
  test('lists the template’s sections, with a tick on those of the note', async () => {
    await open(NOTE, 'insert-section');
    expect(offered()).toEqual(['Goal', 'Current State Analysis', 'Desired State', 'Desired State › Desired State Requirements', 'Desired State › Defaults and Fallbacks', 'Desired State › Verification Checklist', 'Implementation Plan', 'Testing Plan', 'Testing Plan › Unit Tests', 'Testing Plan › Integration Tests', 'API Changes', 'Database Changes', 'UI/UX Changes']);
    expect(notes().map((note) => note.startsWith('✓'))).toEqual([true, false, true, false, true, false, false, true, true, false, false, false, false]);
    expect(notes()[7]).toBe('✓ In the note as “3. Test Plan”');
  });

  test('puts the chosen one in its place, numbers behind make room, the first slot is selected; one undo', async () => {
    const view = await open(NOTE, 'insert-section');
    choose('Implementation Plan');
    await host.settle();
    const text = host.disk.get('a.md') ?? '';
    expect(text).toContain('\n## 3. Implementation Plan\n\n### Step 1: [Component or Module Name]\n');
    expect(text).toContain('\n## 4. Test Plan\n\n### 4.1 Unit tests\n');
    expect(view.editor.getSelection()).toBe('[Component or Module Name]');
    view.editor.undo();
    expect(view.editor.getValue()).toBe(NOTE);
  });

  test('goes to a section that the note has, and writes nothing', async () => {
    const view = await open(NOTE, 'insert-section');
    choose('Testing Plan');
    await host.settle();
    expect([host.disk.get('a.md'), view.editor.getSelection(), notices()]).toEqual([NOTE, '3. Test Plan', ['“Testing Plan” is in the note already.']]);
  });

  test('asks for the template where nothing tells; Escape writes nothing', async () => {
    await open('# A note\r\n\r\nText', 'insert-section');
    expect(offered()).toHaveLength(5);
    choose('Phased plan');
    await host.settle();
    choose('Change Log');
    await host.settle();
    expect(host.disk.get('a.md')).toBe(`# A note\r\n\r\nText\r\n\r\n## Change Log\r\n\r\n| Date | Author | Change |\r\n|------|--------|--------|\r\n| ${TODAY} | Ops | Initial draft |`);
    await run(host, 'insert-section');
    press('Escape');
    await host.settle();
    expect(dialogIsOpen()).toBe(false);
  });

  test('a note that changed meanwhile gets the section where it belongs now', async () => {
    await open(NOTE, 'insert-section');
    host.writeExternally('a.md', NOTE.replace('## 3. Test Plan', '## 3. API Changes\n\n## 4. Test Plan'));
    await host.settle();
    choose('API Changes');
    await host.settle();
    expect(host.disk.get('a.md')?.match(/API Changes/g)).toHaveLength(1);
  });
});

describe('compare with template', () => {
  test('says what is missing, renamed and moved', async () => {
    await open(NOTE.replace('## 1. Goal\nDry cellars.\n\n', '') + '\n## Goal\n', 'compare-with-template');
    expect(boxes()).toHaveLength(8);
    expect(heard()).toContain('“Testing Plan” is “3. Test Plan” in the note');
    expect(heard()).toMatch(/In another placeGoal/);
  });

  test('shows exactly the lines that go in, and puts them in as one edit; then nothing of them is missing', async () => {
    const view = await open(NOTE, 'compare-with-template');
    await tick('API Changes');
    await tick('Current State Analysis');
    const shown = findAll('.plan-rollup-compare-preview pre').map(({ textContent }) => textContent ?? '');
    expect(heard()).toContain('Behind “1. Goal”:');
    expect(shown[2]).toContain('## 3. Test Plan  →  ## 4. Test Plan\n### 3.1 Unit tests  →  ### 4.1 Unit tests');
    clickButton('Insert 2 sections');
    await host.settle();
    const text = host.disk.get('a.md') ?? '';
    for (const block of shown.slice(0, 2)) expect(text).toContain(block);
    expect(text).toMatch(/## 2\. Current State Analysis\n[^]*\n## 3\. Desired state\n[^]*\n## 4\. Test Plan\n[^]*\n## 5\. API Changes\n/);
    expect(heard()).toContain('2 sections inserted.');
    expect(boxes().map((box) => box.parentElement?.textContent)).not.toContain('API Changes');
    press('Escape');
    view.editor.undo();
    expect(view.editor.getValue()).toBe(NOTE);
  });

  test('with all of them ticked, nothing is missing afterwards', async () => {
    await open('', 'compare-with-template');
    choose('Design plan');
    await host.settle();
    for (const box of boxes()) box.click();
    await host.settle();
    press('Enter');
    await host.settle();
    expect(heard()).toContain('Nothing is missing');
    const text = host.disk.get('a.md') ?? '';
    expect(text).toBe((BUILT_IN_TEMPLATES[3]?.body ?? '').slice((BUILT_IN_TEMPLATES[3]?.body ?? '').indexOf('## 1.')));
    clickButton('Close');
    await run(host, 'compare-with-template');
    expect([heard().includes('Nothing is missing'), host.disk.get('a.md')]).toEqual([true, text]);
  });

  test('arrows go from box to box; without a tick, by Cancel or Escape nothing is written', async () => {
    await open(NOTE, 'compare-with-template');
    expect(document.activeElement).toBe(boxes()[0]);
    press('ArrowDown');
    expect(document.activeElement).toBe(boxes()[1]);
    press('ArrowUp');
    press('ArrowUp');
    expect(document.activeElement).toBe(boxes()[boxes().length - 1]);
    press('Enter');
    await host.settle();
    boxes()[0]?.click();
    clickButton('Cancel');
    await host.settle();
    expect([dialogIsOpen(), host.disk.get('a.md')]).toEqual([false, NOTE]);
  });

  test('when the note has changed since the lines were shown so that they would differ, nothing is put in', async () => {
    await open(NOTE, 'compare-with-template');
    await tick('API Changes');
    const changed = NOTE.replace('## 3. Test Plan', '## 3. Mine\n\n## 4. Test Plan');
    host.writeExternally('a.md', changed);
    await host.settle();
    clickButton('Insert 1 section');
    await host.settle();
    expect([host.disk.get('a.md'), heard()]).toEqual([changed, expect.stringContaining('The note has changed')]);
    await tick('API Changes');
    clickButton('Insert 1 section');
    await host.settle();
    expect(host.disk.get('a.md')).toContain('## 5. API Changes');
  });

  test('a change elsewhere is no hindrance', async () => {
    await open(NOTE, 'compare-with-template');
    await tick('API Changes');
    host.writeExternally('a.md', NOTE.replace('Dry cellars.', 'Dry cellars, cheap pumps.'));
    await host.settle();
    clickButton('Insert 1 section');
    await host.settle();
    expect(host.disk.get('a.md')).toMatch(/cheap pumps\.[^]*## 4\. API Changes/);
  });
});
