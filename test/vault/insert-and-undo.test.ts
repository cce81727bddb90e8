// An inserted plan takes no byte of the note, wherever it goes, and an undo in the editor brings every byte back.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { insertPlan, type InsertPlace } from '../../src/core/edit/insert-plan';
import { frontmatterRange } from '../../src/core/markdown/frontmatter-range';
import { BUILT_IN_TEMPLATES } from '../../src/core/template/builtin';
import { instantiate } from '../../src/core/template/instantiate';
import { ObsidianNotes } from '../../src/vault/obsidian-notes';
import { planNotes } from '../laws/arbitrary-note';
import { openHost } from '../support/open-host';

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
  const host = await openHost({ files: Object.fromEntries(notes.map(([text], at) => [`n${at}.md`, text])) });
  const access = new ObsidianNotes(host.app);
  let inserted = 0;
  for (const [at, [text, cursor, place, pickTemplate]] of notes.entries()) {
    const path = `n${at}.md`;
    const view = await host.open(path);
    const shown = view.editor.getValue();
    const template = BUILT_IN_TEMPLATES[pickTemplate] ?? BUILT_IN_TEMPLATES[0];
    if (!template) return;
    const { body, properties } = instantiate(template, { today: '2026-03-14', status: 'Draft', author: '' });
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
  await host.close();
}, 400_000);

/** Whether `part` is `whole` with some of it left out. */
function isSubsequence(part: string, whole: string): boolean {
  let at = 0;
  for (let i = 0; i < whole.length; i++) if (whole[i] === part[at]) at++;
  return at >= part.length;
}
