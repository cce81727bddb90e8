// Filling in the editor: Tab from slot to slot, the options of a choice, marks, and what is left in the status bar.
import type { EditorView } from '@codemirror/view';
import fc from 'fast-check';
import { afterEach, describe, expect, test } from 'vitest';
import { closePlugin, openPlugin, type PluginHost, run } from '../commands/open-plugin';
import { find, findAll } from '../support/at-the-keyboard';

const PLAN = '# [Name] plan\n\n**Status:** Draft | In Review | Approved\n\n**Owner:** {OWNER}\n\n- [ ] [What to check]\n';

let host: PluginHost;
let cm: EditorView;
afterEach(() => closePlugin(host));

async function open(text: string, more: Readonly<Record<string, string>> = {}): Promise<void> {
  host = await openPlugin({ 'a.md': text, ...more });
  await host.open('a.md');
  useEditor();
}

function useEditor(): void {
  const { cm: view } = host.editor() as unknown as { cm: EditorView };
  cm = view;
  cm.focus();
}

/** Presses a key in the text; whether somebody used it. */
function key(name: string, more: KeyboardEventInit = {}): boolean {
  return !cm.contentDOM.dispatchEvent(new KeyboardEvent('keydown', { key: name, bubbles: true, cancelable: true, ...more }));
}

function type(text: string): void {
  cm.dispatch({ ...cm.state.replaceSelection(text), userEvent: 'input.type' });
}

const selected = (): string => host.editor().getSelection();
const text = (): string => cm.state.doc.toString();
const options = (): string[] => findAll('.plan-rollup-options [role=option]').map((item) => `${item.getAttribute('aria-selected') === 'true' ? '>' : ''}${item.textContent ?? ''}`);
const marks = (): string[] => findAll('.plan-rollup-slot').map(({ textContent }) => textContent ?? '');
const left = (): string | null => {
  const item = find('.plan-rollup-slots-left');
  return item.style.display === 'none' ? null : item.textContent;
};

describe('Tab', () => {
  test('goes to the next slot while one is selected, Shift-Tab to the one before, round the note', async () => {
    await open(PLAN);
    await run(host, 'next-placeholder');
    const seen = [selected()];
    for (let step = 0; step < 4; step++) {
      expect(key('Tab')).toBe(true);
      seen.push(selected());
    }
    key('Tab', { shiftKey: true });
    seen.push(selected());
    expect(seen).toEqual(['[Name]', 'Draft | In Review | Approved', '{OWNER}', '[What to check]', '[Name]', '[What to check]']);
    expect(text()).toBe(PLAN);
  });

  test('goes on from what was typed over a slot', async () => {
    await open(PLAN);
    await run(host, 'next-placeholder');
    type('P');
    type('umps');
    key('Tab');
    expect([selected(), text().split('\n')[0]]).toEqual(['Draft | In Review | Approved', '# Pumps plan']);
  });

  test('ends the last slot, and indents the next time', async () => {
    await open('- a\n- [Name]\n');
    await run(host, 'next-placeholder');
    type('Ann');
    key('Tab');
    expect([text(), selected()]).toEqual(['- a\n- Ann\n', '']);
    key('Tab');
    expect(text()).toContain('\t');
  });

  test.each([
    ['nothing is selected', (): void => { host.editor().setCursor({ line: 0, ch: 1 }); }],
    ['ordinary text is selected', (): void => { host.editor().setSelection({ line: 0, ch: 2 }, { line: 0, ch: 4 }); }],
    ['part of a slot is selected', (): void => { host.editor().setSelection({ line: 0, ch: 6 }, { line: 0, ch: 10 }); }],
    ['the caret has left what was typed', (): void => {
      host.editor().setSelection({ line: 0, ch: 5 }, { line: 0, ch: 11 });
      type('x');
      host.editor().setCursor({ line: 0, ch: 1 });
    }],
    ['Escape has been pressed', (): void => {
      host.editor().setSelection({ line: 0, ch: 5 }, { line: 0, ch: 11 });
      expect(key('Escape')).toBe(true);
    }],
    ['Escape has been pressed after typing', (): void => {
      host.editor().setSelection({ line: 0, ch: 5 }, { line: 0, ch: 11 });
      type('x');
      key('Escape');
    }],
    ['the typing went on in the next line', (): void => {
      host.editor().setSelection({ line: 0, ch: 5 }, { line: 0, ch: 11 });
      type('x');
      type('\n');
    }],
  ])('indents as always when %s', async (_, prepare) => {
    await open('- a, [Name]\n\nFor {TEAM}\n');
    prepare();
    key('Tab');
    expect(text()).toContain('\t');
    expect(selected()).not.toBe('{TEAM}');
  });

  test('is left alone while a word is being composed', async () => {
    await open(PLAN);
    await run(host, 'next-placeholder');
    Object.defineProperty(cm, 'composing', { value: true, configurable: true });
    key('Tab');
    expect(selected()).not.toBe('{OWNER}');
    expect(cm.state.selection.main.from).toBeLessThan(20);
  });

  test('works in a note with CRLF and a BOM, and saves both', async () => {
    await open('\uFEFF# [Name]\r\n\r\n{TEAM}\r\n');
    await run(host, 'next-placeholder');
    type('Ann');
    key('Tab');
    type('Ops');
    await host.settle();
    expect(host.disk.get('a.md')).toBe('\uFEFF# Ann\r\n\r\nOps\r\n');
  });
});

describe('the options of a choice', () => {
  async function openChoice(): Promise<void> {
    await open(`${PLAN}\n- Risk: [Low/High]\n- Other: [Low/High]\n`);
    await run(host, 'next-placeholder');
    key('Tab');
  }

  test('open when it is selected; arrow keys and Enter choose, which is one step for undo', async () => {
    await openChoice();
    expect(options()).toEqual(['>Draft', 'In Review', 'Approved']);
    key('ArrowDown');
    expect(options()).toEqual(['Draft', '>In Review', 'Approved']);
    key('ArrowUp');
    key('ArrowUp');
    expect(options()).toEqual(['Draft', 'In Review', '>Approved']);
    expect(key('Enter')).toBe(true);
    expect([text().split('\n')[2], options()]).toEqual(['**Status:** Approved', []]);
    key('Tab');
    expect(selected()).toBe('{OWNER}');
    host.editor().undo();
    expect(text()).toContain('Draft | In Review | Approved');
  });

  test('a click replaces this slot alone', async () => {
    await open('# [Name] plan\n\n- Risk: [Low/High]\n- Other: [Low/High]\n');
    await run(host, 'next-placeholder');
    key('Tab');
    findAll('.plan-rollup-options [role=option]')[1]?.click();
    expect(text()).toBe('# [Name] plan\n\n- Risk: High\n- Other: [Low/High]\n');
  });

  test('are told to a screen reader, whose focus stays in the text', async () => {
    await openChoice();
    key('ArrowDown');
    const list = find('.plan-rollup-options');
    expect([list.getAttribute('role'), list.getAttribute('aria-label')]).toEqual(['listbox', 'Options']);
    expect(cm.contentDOM.getAttribute('aria-activedescendant')).toBe(findAll('[role=option]', list)[1]?.id);
    key('Escape');
    expect(cm.contentDOM.hasAttribute('aria-activedescendant')).toBe(false);
  });

  test('Escape closes them and keeps the selection, a second one leaves the slot', async () => {
    await openChoice();
    key('Escape');
    expect([options(), selected()]).toEqual([[], 'Draft | In Review | Approved']);
    key('Escape');
    expect(selected()).toBe('');
    expect(text()).toContain('Draft | In Review | Approved');
  });

  test('Tab goes on without choosing; typing replaces the slot', async () => {
    await openChoice();
    key('Tab');
    expect([selected(), options()]).toEqual(['{OWNER}', []]);
    key('Tab', { shiftKey: true });
    type('Parked');
    expect([text().split('\n')[2], options()]).toEqual(['**Status:** Parked', []]);
  });

  test('no list at a slot that is no choice, nor for a selection drawn with the mouse', async () => {
    await open(PLAN);
    await run(host, 'next-placeholder');
    expect(options()).toEqual([]);
    const from = text().indexOf('Draft');
    cm.dispatch({ selection: { anchor: from, head: from + 'Draft | In Review | Approved'.length }, userEvent: 'select.pointer' });
    expect(options()).toEqual([]);
  });
});

describe('for any text', () => {
  test('keys, marks and list neither throw nor change it', async () => {
    await open('');
    const parts = ['[', ']', '{', '}', '{{date}}', '[Name]', '[Yes/No]', 'Status: Draft | Done', '\n', '`', '```\n', '---\n', '%%', ' ', '|', 'YYYY-MM-DD', '\ud800', '\u0000', '\u2028', 'word'];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...parts), { maxLength: 30 }), fc.nat(), fc.nat(), (pieces, a, b) => {
        const doc = cm.state.toText(pieces.join('')).toString();
        cm.dispatch({ changes: { from: 0, to: cm.state.doc.length, insert: doc } });
        cm.dispatch({ selection: { anchor: a % (doc.length + 1), head: b % (doc.length + 1) } });
        for (const name of ['Escape', 'ArrowDown', 'Escape']) key(name);
        void host.runCommand('next-placeholder');
        if (selected() !== '') key('Tab', { shiftKey: true });
        return text() === doc;
      }),
      { numRuns: 200 },
    );
  });
});

describe('marks', () => {
  test('stand on every slot and on nothing else, and go when it is filled', async () => {
    await open(`${PLAN}\nSee [link](x), [[Note]] and \`[Name]\`.\n`);
    expect(marks()).toEqual(['[Name]', 'Draft | In Review | Approved', '{OWNER}', '[What to check]']);
    await run(host, 'next-placeholder');
    type('Pumps');
    expect(marks()).toHaveLength(3);
    host.editor().undo();
    expect(marks()).toHaveLength(4);
    expect(text()).toContain('# [Name] plan');
  });

  test('in a long note a new slot is marked when the typing pauses, a filled one loses its mark at once', async () => {
    await open(`${PLAN}\n${'Text of a long note. '.repeat(600)}\n`);
    await run(host, 'next-placeholder');
    type('Pumps');
    expect(marks()).toHaveLength(3);
    type(' {REGION}');
    expect(marks()).toHaveLength(3);
    await host.settle();
    expect(marks()).toEqual(['{REGION}', 'Draft | In Review | Approved', '{OWNER}', '[What to check]']);
  });

  test('nothing is redrawn while a word is being composed', async () => {
    await open(PLAN);
    Object.defineProperty(cm, 'composing', { value: true, configurable: true });
    cm.dispatch({ changes: { from: 0, insert: '{REGION} ' }, userEvent: 'input.type.compose' });
    expect(marks()).toHaveLength(4);
    Object.defineProperty(cm, 'composing', { value: false, configurable: true });
    await host.settle();
    expect(marks()).toHaveLength(5);
  });

  test('the setting takes them away and brings them back, in notes that are open; the keys stay', async () => {
    await open(PLAN);
    const toggle = async (): Promise<void> => {
      host.app.setting.openTabById('plan-rollup');
      const row = findAll('.setting-item').find((item) => item.querySelector('.setting-item-name')?.textContent === 'Mark placeholders');
      find('.checkbox-container', row).click();
      await host.settle();
      host.app.setting.close();
    };
    await toggle();
    expect(marks()).toEqual([]);
    await run(host, 'next-placeholder');
    key('Tab');
    expect([selected(), options().length]).toEqual(['Draft | In Review | Approved', 3]);
    await toggle();
    expect(marks()).toHaveLength(4);
  });

  test.each(['', '[', '{{', '\u0000[Name]\u2028', '|'.repeat(5000), '```\n[Name]', '---\n[Name]: {', '\ud800[Name]', '[Name]'.repeat(500)])('%j is shown as it is and stays as it is', async (odd) => {
    await open(odd);
    const before = text();
    cm.dispatch({ selection: { anchor: 0, head: before.length } });
    key('Escape');
    await host.settle();
    expect([text(), host.disk.get('a.md')]).toEqual([before, odd]);
  });
});

describe('the status bar', () => {
  test('says how many are left in a plan, follows the filling, and is empty at the end', async () => {
    await open('---\ntype: plan\n---\n# [Name] plan\n\nFor {TEAM}\n');
    expect(left()).toBe('2 placeholders left');
    await run(host, 'next-placeholder');
    type('Pumps');
    await host.settle();
    expect(left()).toBe('1 placeholder left');
    key('Tab');
    type('Ops');
    await host.settle();
    expect(left()).toBe(null);
  });

  test('is for plans and notes from a template, not for other notes', async () => {
    await open('# [Name]\n\nFor {TEAM}\n', { 'b.md': '---\nplan-template: feature-plan\n---\n# [Name]\n', 'c.md': '---\ntype: plan\n---\n# Done\n' });
    const seen: (string | null)[] = [left()];
    for (const path of ['b.md', 'c.md']) {
      await host.open(path);
      seen.push(left());
    }
    expect(seen).toEqual([null, '1 placeholder left', null]);
  });

  test('a click, and Enter, go to the next one', async () => {
    await open('---\ntype: plan\n---\n# [Name] plan\n\nFor {TEAM}\n');
    find('.plan-rollup-slots-left').click();
    await host.settle();
    expect([selected(), cm.hasFocus]).toEqual(['[Name]', true]);
    find('.plan-rollup-slots-left').dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true }));
    await host.settle();
    expect(selected()).toBe('{TEAM}');
    expect(find('.plan-rollup-slots-left').getAttribute('aria-label')).toBe('2 placeholders left: go to the next one');
  });

  test('a click in the reading view goes back to the text', async () => {
    await open('---\ntype: plan\n---\n# [Name] plan\n');
    const view = await host.open('a.md');
    await view.setState({ ...view.getState(), mode: 'preview' }, { history: false });
    await host.settle();
    expect([view.getMode(), left()]).toEqual(['preview', '1 placeholder left']);
    find('.plan-rollup-slots-left').click();
    await host.settle();
    expect([view.getMode(), selected()]).toEqual(['source', '[Name]']);
  });

  test('stays while the pane has the focus, and its click goes to the note behind', async () => {
    await open('---\ntype: plan\n---\n# [Name] plan\n');
    await run(host, 'open-rollup');
    expect(left()).toBe('1 placeholder left');
    find('.plan-rollup-slots-left').click();
    await host.settle();
    expect(selected()).toBe('[Name]');
  });

  test('goes when the plugin is switched off, and so do marks and keys', async () => {
    await open(PLAN.replace('# ', '---\ntype: plan\n---\n# '));
    expect([marks().length, left()]).toEqual([4, '4 placeholders left']);
    host.app.plugins.disable('plan-rollup');
    await host.settle();
    expect([marks(), document.querySelector('.plan-rollup-slots-left')]).toEqual([[], null]);
    host.editor().setSelection({ line: 3, ch: 2 }, { line: 3, ch: 8 });
    key('Tab');
    expect(text()).toContain('\t');
  });
});

