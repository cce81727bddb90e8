// Filling in what is left open in a note, in one form and one edit.
import type { MarkdownView } from 'obsidian';
import { afterEach, expect, test } from 'vitest';
import { dialogIsOpen, field, fillIn, find, findAll, notices, pick, press } from '../support/at-the-keyboard';
import { closePlugin, openPlugin, type PluginHost, run } from './open-plugin';

const NOTE = '---\nowner: "[Owner]"\n---\n# [Feature Name] plan\n\n**Owner:** [Owner]\n**Breaking:** [Yes/No]\n\nDue: YYYY-MM-DD\n\n| Risk | Owner |\n| --- | --- |\n| [Risk 1] | [Owner] |\n';

let host: PluginHost;
let view: MarkdownView;
afterEach(() => closePlugin(host));

async function openForm(text: string): Promise<void> {
  host = await openPlugin({ 'a.md': text, 'b.md': '---\nowner: Ann\n---\n' });
  view = await host.open('a.md');
  await run(host, 'fill-placeholders');
}

test('asks for each thing once, in the order of the text; what is filled is one edit and one undo', async () => {
  await openForm(NOTE);
  expect(findAll('.plan-rollup-field [aria-label]').filter((el) => el.matches('input, select')).map((el) => el.getAttribute('aria-label'))).toEqual(['Owner', 'Feature Name', 'Breaking', 'Due', 'Risk']);
  fillIn(field('Owner'), 'Ann | Bo');
  pick('Breaking', 'No');
  fillIn(field('Due'), '2026-04-01');
  expect(find('.plan-rollup-form-remark').textContent).toBe('3 of 5 filled in.');
  expect(findAll('.plan-rollup-preview mark').map(({ textContent }) => textContent)).toEqual(['2026-04-01']);
  press('Enter', { ctrlKey: true });
  await host.settle();
  const expected = '---\nowner: "Ann | Bo"\n---\n# [Feature Name] plan\n\n**Owner:** Ann | Bo\n**Breaking:** No\n\nDue: 2026-04-01\n\n| Risk | Owner |\n| --- | --- |\n| [Risk 1] | Ann \\| Bo |\n';
  expect([host.disk.get('a.md'), dialogIsOpen(), notices()]).toEqual([expected, false, []]);
  view.editor.undo();
  expect(view.editor.getValue()).toBe(NOTE);
});

test('a note that changed meanwhile is filled as it is then, by name', async () => {
  await openForm('[Feature Name]\n\n{TEAM}\n');
  fillIn(field('Feature Name'), 'Pumps');
  fillIn(field('Team'), 'Ops');
  host.writeExternally('a.md', 'New line\n\n{TEAM}\n\nand {TEAM}\n');
  await host.settle();
  press('Enter', { ctrlKey: true });
  await host.settle();
  expect(host.disk.get('a.md')).toBe('New line\n\nOps\n\nand Ops\n');
});

test('another note that has taken the path meanwhile is not filled; the note itself is, under its new name', async () => {
  host = await openPlugin({ 'N.md': '[Feature Name]\n', 'O.md': 'Other [Feature Name]\n' });
  await host.open('N.md');
  await run(host, 'fill-placeholders');
  fillIn(field('Feature Name'), 'Pumps');
  host.renameExternally('N.md', 'M.md');
  host.renameExternally('O.md', 'N.md');
  await host.settle();
  press('Enter', { ctrlKey: true });
  await host.settle();
  expect([host.disk.get('N.md'), host.disk.get('M.md')]).toEqual(['Other [Feature Name]\n', '[Feature Name]\n']);
  expect([find('.modal [role="alert"]').textContent?.includes('“N.md” is not the note any more'), field('Feature Name').value]).toEqual([true, 'Pumps']);
  press('Escape');
  await host.settle();
  await run(host, 'fill-placeholders');
  fillIn(field('Feature Name'), 'Pumps');
  const file = host.app.workspace.getActiveFile();
  if (file) await host.app.vault.rename(file, 'Z.md');
  press('Enter', { ctrlKey: true });
  await host.settle();
  expect(host.disk.get('Z.md')).toContain('Pumps');
});

test('a file made at another time, with another text, is another note though the vault knows it as the same', async () => {
  await openForm('[Feature Name]\n');
  fillIn(field('Feature Name'), 'Pumps');
  await host.adapter.write('a.md', 'Other [Feature Name]\n', { ctime: 1 });
  host.writeExternally('a.md', 'Other [Feature Name]\n');
  await host.settle();
  press('Enter', { ctrlKey: true });
  await host.settle();
  expect([host.disk.get('a.md'), dialogIsOpen()]).toEqual(['Other [Feature Name]\n', true]);
});

test('when none is there any more, the person hears so', async () => {
  await openForm('[Feature Name]\n');
  fillIn(field('Feature Name'), 'Pumps');
  host.writeExternally('a.md', 'Done\n');
  await host.settle();
  press('Enter', { ctrlKey: true });
  await host.settle();
  expect([host.disk.get('a.md'), notices()]).toEqual(['Done\n', ['The note has none of these placeholders any more.']]);
});

test('nothing filled in, or cancelled, writes nothing', async () => {
  await openForm('Dear [Name], CRLF\r\n');
  press('Enter', { ctrlKey: true });
  await host.settle();
  await run(host, 'fill-placeholders');
  fillIn(field('Name'), 'Ann');
  press('Escape');
  await host.settle();
  expect([host.disk.get('a.md'), dialogIsOpen()]).toEqual(['Dear [Name], CRLF\r\n', false]);
});

test('a note without any says so', async () => {
  await openForm('All done.\n');
  expect([notices(), dialogIsOpen()]).toEqual([['No placeholders are left in this note.'], false]);
});

test('of very many the form shows a hundred and says so; what is filled in of them is written, the others stay', async () => {
  const many = Array.from({ length: 200 }, (_none, at) => `**Field ${at}:** [Describe part ${at}]\n`);
  await openForm(`${many.join('')}\n${'Long text. '.repeat(9000)}\n`);
  expect(findAll('.plan-rollup-field')).toHaveLength(100);
  expect(find('.plan-rollup-form-fields p').textContent).toMatch(/first 100 fields are shown; 100 more keep their placeholders/);
  fillIn(field('Field 99'), 'Filled');
  await host.settle();
  expect(find('.plan-rollup-preview').textContent.length).toBeLessThan(50_000);
  expect(findAll('.plan-rollup-preview mark').map(({ textContent }) => textContent)).toEqual(['Filled']);
  press('Enter', { ctrlKey: true });
  await host.settle();
  const text = host.disk.get('a.md') ?? '';
  expect([text.includes('**Field 99:** Filled\n'), text.match(/\[Describe part/g)?.length]).toEqual([true, 199]);
}, 30_000);
