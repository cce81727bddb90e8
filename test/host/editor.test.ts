// What a person notices while a note is open: undo, saving, changes from outside, two views of one note, going to a line.
import { MarkdownView, type Plugin } from 'obsidian';
import { afterEach, expect, test, vi } from 'vitest';
import { openHost, type OpenHost } from '../support/open-host';

let host: OpenHost<Plugin>;

async function openNote(text: string): Promise<void> {
  host = await openHost({ files: { 'a.md': text, 'b.md': 'B\n' } });
  await host.open('a.md');
}

/** As a person types: each stroke may join the undo step before. */
function type(text: string, at: number): void {
  const { cm } = host.host.workspace.activeEditor?.editor ?? {};
  for (const [i, insert] of [...text].entries()) cm?.dispatch({ changes: { from: at + i, insert }, userEvent: 'input.type' });
}

afterEach(() => host.close());

test('a transaction with an origin is an undo step of its own', async () => {
  await openNote('one\ntwo\n');
  type('abc', 0);
  host.editor().transaction({ changes: [{ from: { line: 0, ch: 0 }, text: 'X' }, { from: { line: 1, ch: 0 }, to: { line: 1, ch: 3 }, text: 'Y' }] }, 'plan-rollup');
  type('d', 0);
  expect(host.editor().getValue()).toBe('dXabcone\nY\n');
  host.editor().undo();
  expect(host.editor().getValue()).toBe('Xabcone\nY\n');
  host.editor().undo();
  expect(host.editor().getValue()).toBe('abcone\ntwo\n');
  host.editor().redo();
  expect(host.editor().getValue()).toBe('Xabcone\nY\n');
});

test('a transaction without an origin joins the typing', async () => {
  await openNote('one\n');
  type('abc', 0);
  host.editor().transaction({ changes: [{ from: { line: 0, ch: 3 }, text: 'X' }] });
  host.editor().undo();
  expect(host.editor().getValue()).toBe('one\n');
});

test('the selection of a transaction is a place in the text after it', async () => {
  await openNote('one\n');
  host.editor().transaction({ changes: [{ from: { line: 0, ch: 0 }, text: 'new\n' }], selection: { from: { line: 1, ch: 1 }, to: { line: 1, ch: 3 } } }, 'x');
  expect(host.editor().getSelection()).toBe('ne');
});

test('replaceSelection puts the caret behind', async () => {
  await openNote('one two');
  host.editor().setSelection({ line: 0, ch: 0 }, { line: 0, ch: 3 });
  host.editor().replaceSelection('three');
  expect([host.editor().getValue(), host.editor().getCursor()]).toEqual(['three two', { line: 0, ch: 5 }]);
});

test('typing one character into a CRLF note with a BOM changes one character of the file', async () => {
  await openNote('\uFEFFone\r\ntwo\r\n');
  expect(host.editor().getValue()).toBe('one\ntwo\n');
  type('!', 3);
  await host.settle();
  expect(host.disk.get('a.md')).toBe('\uFEFFone!\r\ntwo\r\n');
});

test('opening and leaving a note writes nothing, whatever its line endings', async () => {
  await openNote('\uFEFFone\r\ntwo\nthree');
  const write = vi.spyOn(host.adapter, 'write');
  await host.open('b.md');
  expect(write).not.toHaveBeenCalled();
  expect(host.disk.get('a.md')).toBe('\uFEFFone\r\ntwo\nthree');
});

test('typing is saved a little later, at once by save(), and on leaving the note', async () => {
  await openNote('one');
  type('1', 0);
  expect(host.disk.get('a.md')).toBe('one');
  await host.settle();
  expect(host.disk.get('a.md')).toBe('1one');
  type('2', 0);
  await host.app.workspace.getActiveViewOfType(MarkdownView)?.save();
  expect(host.disk.get('a.md')).toBe('21one');
  type('3', 0);
  await host.open('b.md');
  expect(host.disk.get('a.md')).toBe('321one');
});

test('a change outside comes into the editor, unsaved typing stays, both are saved', async () => {
  await openNote('one\ntwo\nthree\n');
  type('typed ', 4);
  host.writeExternally('a.md', 'ONE\ntwo\nthree\nfour\n');
  await host.settle();
  expect(host.editor().getValue()).toBe('ONE\ntyped two\nthree\nfour\n');
  expect(host.disk.get('a.md')).toBe('ONE\ntyped two\nthree\nfour\n');
});

test('a change outside that nobody has noticed yet survives a save', async () => {
  await openNote('one\ntwo\n');
  type('typed ', 0);
  host.disk.set('a.md', 'one\ntwo\nthree\n');
  await host.app.workspace.getActiveViewOfType(MarkdownView)?.save();
  expect(host.disk.get('a.md')).toBe('typed one\ntwo\nthree\n');
});

test('what is typed while a save is under way is saved too, once', async () => {
  await openNote('one');
  const write = host.adapter.write.bind(host.adapter);
  vi.spyOn(host.adapter, 'write').mockImplementationOnce(async (path, text) => {
    await write(path, text);
    type('b', 0);
  });
  type('a', 0);
  await host.settle();
  expect([host.editor().getValue(), host.disk.get('a.md')]).toEqual(['baone', 'baone']);
});

test('a save that fails is said, keeps the typing, and is made good later', async () => {
  await openNote('one');
  vi.spyOn(host.adapter, 'write').mockRejectedValueOnce(new Error('disk full'));
  type('1', 0);
  await host.settle();
  expect(document.querySelector('.notice')?.textContent).toContain('disk full');
  expect([host.editor().getValue(), host.disk.get('a.md')]).toEqual(['1one', 'one']);
  type('2', 0);
  await host.settle();
  expect(host.disk.get('a.md')).toBe('21one');
});

test('undo does not take back a change from outside', async () => {
  await openNote('one\n');
  type('x', 0);
  host.writeExternally('a.md', 'one\noutside\n');
  await host.settle();
  host.editor().undo();
  expect(host.editor().getValue()).toBe('one\noutside\n');
});

test('vault.process on an open note shows in its editor', async () => {
  await openNote('one\r\ntwo\r\n');
  const file = host.app.vault.getFileByPath('a.md');
  if (file) await host.app.vault.process(file, (text) => text.replace('two', '2'));
  await host.settle();
  expect([host.editor().getValue(), host.disk.get('a.md')]).toEqual(['one\n2\n', 'one\r\n2\r\n']);
});

test('two views of a note show the same at once', async () => {
  await openNote('one');
  const first = host.editor();
  await host.open('a.md', true);
  type('2', 0);
  first.replaceRange('1', { line: 0, ch: 0 });
  expect([first.getValue(), host.editor().getValue()]).toEqual(['12one', '12one']);
  await host.settle();
  expect(host.disk.get('a.md')).toBe('12one');
});

test('openLinkText with a line puts the caret there and marks the line', async () => {
  await openNote('one\n');
  await host.app.vault.create('c.md', '# C\n\ntext\n\n## Part\n');
  await host.app.workspace.openLinkText('c', 'a.md', false, { eState: { line: 2 } });
  expect(host.editor().getCursor()).toEqual({ line: 2, ch: 0 });
  expect(document.querySelector('.is-flashing')?.textContent).toBe('text');
  await host.settle();
  await host.app.workspace.openLinkText('c#Part', 'a.md', 'tab');
  expect(host.editor().getCursor().line).toBe(4);
});

test('a note deleted outside closes, a renamed one stays open', async () => {
  await openNote('one');
  const file = host.app.vault.getFileByPath('a.md');
  if (file) await host.app.vault.rename(file, 'z.md');
  type('1', 0);
  await host.settle();
  expect([...host.disk]).toEqual([['b.md', 'B\n'], ['z.md', '1one']]);
  host.removeExternally('z.md');
  await host.settle();
  expect(host.app.workspace.activeEditor).toBeNull();
  expect(host.disk.has('z.md')).toBe(false);
});

test('editor-change is heard for typing and for changes from outside', async () => {
  await openNote('one');
  const texts: string[] = [];
  host.app.workspace.on('editor-change', (editor) => void texts.push(editor.getValue()));
  type('1', 0);
  host.writeExternally('a.md', 'one!');
  await host.settle();
  expect(texts).toEqual(['1one', '1one!']);
});
