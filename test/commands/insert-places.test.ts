// Where an inserted plan goes, and what the note's own properties do.
import type { MarkdownView } from 'obsidian';
import { afterEach, describe, expect, test } from 'vitest';
import { choose, field, find, findAll, pick, press } from '../support/at-the-keyboard';
import { closePlugin, openPlugin, type PluginHost, run, TODAY } from './open-plugin';

let host: PluginHost;
afterEach(() => closePlugin(host));

async function openAt(text: string, id = 'insert-feature-plan'): Promise<MarkdownView> {
  const at = text.indexOf('¦');
  host = await openPlugin({ 'a.md': text.replace('¦', '') });
  const view = await host.open('a.md');
  view.editor.setCursor(view.editor.offsetToPos(Math.max(0, at)));
  await run(host, id);
  return view;
}

const said = (): string => host.disk.get('a.md') ?? '';
const places = (): string[] => findAll('[aria-label="Where"] option').map(({ textContent }) => textContent ?? '');

async function insert(place: string): Promise<void> {
  pick('Where', place);
  press('Enter', { ctrlKey: true });
  await host.settle();
}

describe('the places', () => {
  test('are offered in this order, the cursor first; what happens to properties is said', async () => {
    await openAt('One.¦\n');
    expect([places(), field('Where').value]).toEqual([['At the cursor', 'Below the properties', 'At the bottom', 'Replace the note'], 'At the cursor']);
    expect(find('.modal').textContent).toContain('your values win; lists are joined; nothing is duplicated');
  });

  test('are offered though the template has more header fields than the form shows', async () => {
    const many = Array.from({ length: 110 }, (_none, at) => `**Field ${at}:** [Describe part ${at}]\n`).join('');
    host = await openPlugin({ 'a.md': 'One.\n', 'T/Big.md': `# [Feature Name]\n\n${many}` }, { data: { version: 1, templateFolder: 'T' } });
    await host.open('a.md');
    await run(host, 'insert-plan');
    choose('Big');
    await host.settle();
    expect([findAll('.plan-rollup-field').length, places().length]).toEqual([101, 4]);
    await insert('At the bottom');
    expect(said()).toMatch(/\nOne\.\n\n# \[Feature Name\]\n[^]*\[Describe part 109\]\n$/);
  }, 30_000);

  test.each(['', '\n \n', '---\ntags: [a]\n---\n', '---\ntags: [a]\n---\n\n'])('an empty note is not asked (%j)', async (text) => {
    await openAt(text);
    expect(places()).toEqual([]);
    press('Enter');
    await host.settle();
    expect(said()).toContain('# [Feature Name] Plan');
  });

  test.each([
    ['At the cursor', /^---\n[^]*\n---\nOne\.\n\n# [^]*\n\nTwo\.\n$/],
    ['Below the properties', /^---\n[^]*\n---\n\n# [^]*\n\nOne\.\n\nTwo\.\n$/],
    ['At the bottom', /^---\n[^]*\n---\nOne\.\n\nTwo\.\n\n# [^]*\|\n$/],
    ['Replace the note', /^---\nowner: me # mine\n(?:.+\n)+---\n\n# [^]*\|\n$/],
  ])('%s, and one undo brings everything back', async (place, expected) => {
    const view = await openAt('---\nowner: me # mine\n---\nOne.¦\n\nTwo.\n');
    await insert(place);
    expect(said()).toMatch(expected);
    expect(said()).not.toMatch(/\n\n\n/);
    expect(said().includes('One.')).toBe(place !== 'Replace the note');
    view.editor.undo();
    await host.settle();
    expect(view.editor.getValue()).toBe('---\nowner: me # mine\n---\nOne.\n\nTwo.\n');
  });

  test.each([
    ['The table is\n\n| a | b |\n|---|---|\n| 1 | ¦2 |\n| 3 | 4 |\n\nAfter.\n', 'table', '| 3 | 4 |\n\n# '],
    ['Second paragr¦aph\nof two lines.\n\nAfter.\n', 'paragraph', 'of two lines.\n\n# '],
    ['```js\n¦code\n```\n\nAfter.\n', 'code block', '```\n\n# '],
  ])('inside a block, the plan goes below it, and the form says so: %j', async (note, name, seam) => {
    await openAt(note);
    expect(find('.plan-rollup-form-remark').textContent).toBe(`The plan goes below the ${name} the cursor is in.`);
    await insert('At the cursor');
    expect(said()).toContain(seam);
    expect(said().endsWith('|\n\nAfter.\n')).toBe(true);
  });

  test('in a comment that is never closed, the form says why the plan can’t go there; above it can', async () => {
    await openAt('One.\n\n%% hidden\n\n¦\n');
    for (const place of ['At the cursor', 'At the bottom']) {
      pick('Where', place);
      expect(find('.plan-rollup-form-remark').textContent).toContain('“%% hidden” is never closed');
      await insert(place);
      expect([said(), find('.modal [role="alert"]').textContent?.includes('Close it with a line “%%”')]).toEqual(['One.\n\n%% hidden\n\n\n', true]);
    }
    await insert('Below the properties');
    expect(said()).toMatch(/---\n\n# [^]*\n\nOne\.\n\n%% hidden\n\n\n$/);
  });

  test('replacing says that the properties stay, and is refused when the note has changed meanwhile', async () => {
    await openAt('One.¦\n');
    pick('Where', 'Replace the note');
    expect(find('.plan-rollup-form-remark').textContent).toMatch(/properties stay.*undo/);
    host.writeExternally('a.md', 'One.\n\nAdded.\n');
    await host.settle();
    await insert('Replace the note');
    expect([said(), find('.modal [role="alert"]').textContent?.includes('has changed')]).toEqual(['One.\n\nAdded.\n', true]);
  });
});

describe('the note’s own properties fill the fields of the same name, so that the plan does not say otherwise', () => {
  test('they are shown, can’t be changed, and stand in the plan', async () => {
    await openAt('---\nauthor: Mobile\nstatus: Approved\nupdated: 2026-01-01\n---\nOne.¦\n', 'insert-phased-plan');
    for (const [label, value] of [['Author', 'Mobile'], ['Status', 'Approved']] as const) {
      expect([field(label).value, field(label).readOnly, field(label).closest('.plan-rollup-field')?.textContent]).toEqual([value, true, `${label}Kept: the note says so.`]);
    }
    await insert('At the bottom');
    expect(said()).toMatch(new RegExp(`^---\nauthor: Mobile\nstatus: Approved\nupdated: 2026-01-01\ntype: plan\nplan-template: phased-plan\ncreated: ${TODAY}\n---\nOne\\.\n`));
    expect(said()).toContain('**Author:** Mobile\n**Status:** Approved\n');
  });

  test('so does a value that the template does not offer, in whatever case the key is; a placeholder says nothing', async () => {
    await openAt('---\nStatus: wichtig\nauthor: "[Name]"\nDate: 2026-01-02\n---\nOne.¦\n', 'insert-phased-plan');
    expect([field('Status').value, field('Author').readOnly, field('Date').value]).toEqual(['wichtig', false, '2026-01-02']);
    await insert('At the bottom');
    expect(said()).toContain('**Date:** 2026-01-02\n**Author:** Ops\n**Status:** wichtig\n');
  });

  test('two lists are joined, so the field of a list can be filled in; one value is kept', async () => {
    await openAt('---\nissues: ["#1"]\nowner: [Ann, Bo]\nrelated-specs: S-1\n---\nOne.¦\n', 'insert-spec-plan');
    expect([field('Issue(s)').readOnly, field('Owner').value, field('Owner').readOnly, field('Related Spec(s)').value]).toEqual([false, 'Ann, Bo', true, 'S-1']);
  });
});
