// Where an inserted plan goes, what the note's own properties do, and that an undo brings every byte back.
import type { MarkdownView } from 'obsidian';
import fc from 'fast-check';
import { afterEach, describe, expect, test } from 'vitest';
import { insertPlan, type InsertPlace } from '../../src/core/edit/insert-plan';
import { frontmatterRange } from '../../src/core/markdown/frontmatter-range';
import { BUILT_IN_TEMPLATES } from '../../src/core/template/builtin';
import { instantiate } from '../../src/core/template/instantiate';
import { ObsidianNotes } from '../../src/vault/obsidian-notes';
import { planNotes } from '../laws/arbitrary-note';
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

test('the note’s own properties fill the fields of the same name, so that the plan does not say otherwise', async () => {
  await openAt('---\nauthor: Mobile\nstatus: Approved\nupdated: 2026-01-01\n---\nOne.¦\n', 'insert-phased-plan');
  expect([field('Author').value, field('Status').value]).toEqual(['Mobile', 'Approved']);
  await insert('At the bottom');
  expect(said()).toMatch(new RegExp(`^---\nauthor: Mobile\nstatus: Approved\nupdated: 2026-01-01\ntype: plan\nplan-template: phased-plan\ncreated: ${TODAY}\n---\nOne\\.\n`));
  expect(said()).toContain('**Author:** Mobile\n**Status:** Approved\n');
});

test('inserting anywhere into any of 500 notes adds and nothing else, and undo gives the same bytes', async () => {
  const frontmatter = fc.constantFrom('', '', '---\ntags: [a,  b] # mine\n"x" :  \'y\'\n---\n', '---\n# only a comment\ntags:\n    - a\nstatus: In Review\n---\n', '---\n---\n', '---\ntags:\n---\n\n');
  const notes = fc.sample(fc.tuple(fc.oneof(planNotes, fc.tuple(frontmatter, planNotes.filter((text) => !text.includes('\uFEFF') && !text.startsWith('---'))).map(([head, body]) => (body.includes('\r\n') ? head.replace(/\n/g, '\r\n') : head) + body)), fc.nat(), fc.constantFrom<'cursor' | InsertPlace>('cursor', 'below properties', 'bottom', 'replace'), fc.nat(4)), { numRuns: 500, seed: 20261121 });
  const cursorAt = ([text, cursor, place]: (typeof notes)[number]): number => (place === 'cursor' ? cursor % (text.length + 1) : -1);
  const kinds: Record<string, (note: (typeof notes)[number]) => boolean> = {
    CRLF: ([text]) => text.includes('\r\n'),
    'no final newline': ([text]) => !/[\r\n]$/.test(text),
    BOM: ([text]) => text.startsWith('\uFEFF'),
    'a comment in the frontmatter': ([text]) => /^\uFEFF?---\r?\n(?:(?!---).*\r?\n)*.*#/.test(text),
    'the cursor in the frontmatter': (note) => cursorAt(note) > 0 && cursorAt(note) < (frontmatterRange(note[0])?.to ?? 0),
    'the cursor in the text': (note) => cursorAt(note) > (frontmatterRange(note[0])?.next ?? 0),
  };
  for (const [kind, is] of Object.entries(kinds)) expect(notes.filter(is).length, kind).toBeGreaterThan(15);
  host = await openPlugin(Object.fromEntries(notes.map(([text], at) => [`n${at}.md`, text])));
  const access = new ObsidianNotes(host.app);
  let inserted = 0;
  for (const [at, [text, cursor, place, pickTemplate]] of notes.entries()) {
    const path = `n${at}.md`;
    const view = await host.open(path);
    const shown = view.editor.getValue();
    const template = BUILT_IN_TEMPLATES[pickTemplate] ?? BUILT_IN_TEMPLATES[0];
    if (!template) return;
    const { body, properties } = instantiate(template, { today: TODAY, status: 'Draft', author: '' });
    const outcome = await access.edit(path, (now) => insertPlan(now, { at: place === 'cursor' ? cursor % (now.length + 1) : place, body, properties: [...properties, { key: 'tags', value: ['b', 'plan'] }] }));
    const after = view.editor.getValue();
    if (outcome.ok) {
      inserted++;
      const head = frontmatterRange(shown);
      const kept = place === 'replace' ? shown.slice(0, head?.next ?? 0) : shown;
      expect(isSubsequence(kept, after), `${path} ${String(place)}`).toBe(true);
      expect(after.includes(body.trimEnd())).toBe(true);
      view.editor.undo();
      await view.save();
    }
    expect([view.editor.getValue(), host.disk.get(path)], path).toEqual([shown, text]);
  }
  expect(inserted).toBeGreaterThan(400);
}, 400_000);

/** Whether `part` is `whole` with some of it left out. */
function isSubsequence(part: string, whole: string): boolean {
  let at = 0;
  for (let i = 0; i < whole.length; i++) if (whole[i] === part[at]) at++;
  return at >= part.length;
}
