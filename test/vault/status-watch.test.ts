// A status changed by hand, here and now, is noticed; one that arrives from elsewhere is not. The log never says a thing twice.
import { afterEach, describe, expect, test, vi } from 'vitest';
import { movePlan } from '../../src/core/edit/edit-plan';
import { readPlan } from '../../src/core/plan/parse-plan';
import { edited } from '../../src/core/text/edit-result';
import { press } from '../support/at-the-keyboard';
import { ROW_DATE, WatchedHost } from './watched-host';

const NOTE = '---\ntype: plan\nstatus: Draft\napproved: false\nblocked: false\n---\n# Sync plan\n\nText.\n\n## Change Log\n\n| Date | Author | Change |\n| --- | --- | --- |\n| 2026-01-01 | QA | Created |\n';
const both = (text: string): string => `\uFEFF${text.replace(/\n/g, '\r\n')}`;
const row = (change: string): string => `| ${ROW_DATE} | Ops | ${change} |\n`;
const APPROVED = NOTE.replace('status: Draft', 'status: Approved');
const LOGGED = APPROVED + row('Status: Draft → Approved');
const ASKED = '“Sync plan”: the change log has no row for “Status: Draft → Approved”. [Add log row]';
const DONE = 'Added to the change log: Status: Draft → Approved';

let w: WatchedHost;
afterEach(() => w.close());

async function open(text = NOTE, handMoves: 'off' | 'ask' | 'automatic' = 'ask'): Promise<void> {
  w = await WatchedHost.open({ 'a.md': text, 'b.md': NOTE }, handMoves);
  await w.host.open('a.md');
}

async function type(from: string, to: string): Promise<void> {
  w.type(from, to);
  await w.host.settle();
}

/** What was typed is saved and known; nothing is made of it yet. */
async function saved(): Promise<void> {
  await w.journal.edit('a.md', () => edited());
  await new Promise((resolve) => setTimeout(resolve, 15));
}

/** Moves the plan as the commands do. */
async function move(path: string, to: string): Promise<void> {
  await w.journal.edit(path, (text) => movePlan(readPlan(text, w.settings.reading), { to, date: ROW_DATE, author: 'Ops' }));
  await w.host.settle();
}

describe('asked', () => {
  test.each([['LF', NOTE], ['CRLF and BOM', both(NOTE)]])('a status typed in the note: one click adds the row, and only the row (%s)', async (_what, text) => {
    await open(text);
    await type('status: Draft', 'status: Approved');
    const form = text === NOTE ? (plain: string): string => plain : both;
    expect([w.messages(), w.text()]).toEqual([[ASKED], form(APPROVED)]);
    await w.accept();
    expect([w.messages().at(-1), w.text()]).toEqual([DONE, form(LOGGED)]);
    await w.said.at(-1)?.undo?.();
    expect(w.text()).toBe(form(APPROVED));
  });

  test.each(['ask', 'automatic'] as const)('not what another program writes while the user types in the note (%s)', async (handMoves) => {
    await open(NOTE, handMoves);
    document.querySelector<HTMLElement>('.cm-content')?.focus();
    await type('Text.', 'Text, more.');
    w.host.writeExternally('a.md', (w.text() ?? '').replace('status: Draft', 'status: Approved'));
    await w.host.settle();
    expect([w.messages(), w.text()]).toEqual([[], APPROVED.replace('Text.', 'Text, more.')]);
  });

  test('a status changed in the properties of the open note', async () => {
    await open();
    await w.setInProperties('a.md', 'status: Draft', 'status: Approved');
    expect(w.messages()).toEqual([ASKED]);
  });

  test('in reading view, too', async () => {
    await open();
    await w.host.app.workspace.activeLeaf?.view.setState({ mode: 'preview' }, { history: false });
    await w.setInProperties('a.md', 'status: Draft', 'status: Approved');
    await w.accept();
    expect(w.text()).toBe(LOGGED);
  });

  test('a double click, and a second message, add one row', async () => {
    await open();
    await type('status: Draft', 'status: Approved');
    const run = w.said[0]?.run;
    run?.();
    run?.();
    await w.host.settle();
    run?.();
    await w.host.settle();
    expect([w.text(), w.messages().slice(1)]).toEqual([LOGGED, [DONE, 'The change log says so already.', 'The change log says so already.']]);
  });

  test('a button that is pressed when the status is another one adds nothing', async () => {
    await open();
    await type('status: Draft', 'status: Approved');
    const run = w.said[0]?.run;
    await type('status: Approved', 'status: Completed');
    run?.();
    await w.host.settle();
    expect([w.text(), w.messages().slice(1)]).toEqual([NOTE.replace('Draft', 'Completed'), [ASKED.replace('Approved', 'Completed'), expect.stringContaining('refused: The plan\'s status is “Completed” now')]]);
  });

  test.each(['before it is saved', 'before it has stood for a while', 'before the button is pressed'])('the note is followed where it is moved to, by a plugin that sorts notes by their status too: %s', async (when) => {
    await open();
    await w.host.app.vault.createFolder('Done');
    w.type('status: Draft', 'status: Approved');
    if (when === 'before it has stood for a while') await saved();
    if (when === 'before the button is pressed') await w.host.settle();
    const file = w.host.app.vault.getFileByPath('a.md');
    if (file) await w.host.app.vault.rename(file, 'Done/a.md');
    await w.host.settle();
    await w.accept();
    expect(w.text('Done/a.md')).toBe(LOGGED);
  });
});

describe('silent', () => {
  test.each(['off', 'ask', 'automatic'] as const)('when the note is moved by command, undone and done again in the editor (%s)', async (handMoves) => {
    await open(NOTE, handMoves);
    press('a');
    await move('a.md', 'Approved');
    for (const key of ['z', 'y', 'z']) {
      press(key, { ctrlKey: true });
      await w.host.settle();
    }
    expect([w.text(), w.said]).toEqual([NOTE, []]);
  });

  test('when the move is undone and typing goes on before the note is saved', async () => {
    await open(NOTE, 'automatic');
    press('a');
    await move('a.md', 'Approved');
    press('z', { ctrlKey: true });
    await type('Text.', 'Text and more.');
    expect([w.text(), w.said]).toEqual([NOTE.replace('Text.', 'Text and more.'), []]);
  });

  test('when the status is changed back at once', async () => {
    await open(NOTE, 'automatic');
    w.type('status: Draft', 'status: Approved');
    await saved();
    await type('status: Approved', 'status: Draft');
    expect([w.text(), w.said]).toEqual([NOTE, []]);
  });

  test('while words are typed that the workflow does not know, and when the known one is reached there is one row', async () => {
    await open(NOTE, 'automatic');
    for (const [from, to] of [['Draft', ''], ['status: ', 'status: In'], ['status: In', 'status: In Pro']] as const) await type(from, to);
    expect(w.said).toEqual([]);
    await type('status: In Pro', 'status: In Progress');
    expect([w.text(), w.messages()]).toEqual([NOTE.replace('Draft', 'In Progress') + row('Status: Draft → In Progress'), [DONE.replace('Approved', 'In Progress')]]);
  });

  test('when a change is only one of spelling, or the note is no plan', async () => {
    await open(NOTE, 'automatic');
    await type('status: Draft', 'status: draft');
    await type('type: plan', 'plan: false');
    await type('status: draft', 'status: Approved');
    expect(w.said).toEqual([]);
    await w.close();
    await open('---\nstatus: planned\n---\n# Book\n\n- [ ] read on\n', 'automatic');
    await type('planned', 'finished');
    expect(w.said).toEqual([]);
  });

  test('when the row and the status are undone before the note is saved', async () => {
    await open(NOTE, 'automatic');
    await type('status: Draft', 'status: Approved');
    press('z', { ctrlKey: true });
    press('z', { ctrlKey: true });
    await w.host.settle();
    expect([w.text(), w.messages()]).toEqual([NOTE, [DONE]]);
  });

  test('when it is turned off, and when it is turned off before the status has stood for a while', async () => {
    await open(NOTE, 'off');
    await type('status: Draft', 'status: Approved');
    w.settings.current.handMoves = 'ask';
    w.type('status: Approved', 'status: Completed');
    w.settings.current.handMoves = 'off';
    await w.host.settle();
    expect([w.said, w.text()]).toEqual([[], NOTE.replace('Draft', 'Completed')]);
  });

  test('when the log has the row by the time it would be asked: another device was faster', async () => {
    await open(NOTE, 'automatic');
    w.type('status: Draft', 'status: Approved');
    w.type('| QA | Created |\n', `| QA | Created |\n${row('Status: Draft → Approved')}`);
    await w.host.settle();
    expect([w.text(), w.said]).toEqual([LOGGED, []]);
  });
});

describe('not here and now', () => {
  const noWrite = async (act: () => unknown): Promise<void> => {
    await act();
    const write = vi.spyOn(w.host.adapter, 'write');
    await w.host.settle();
    await new Promise((resolve) => setTimeout(resolve, 60));
    await w.host.settle();
    expect([w.said, write.mock.calls.length]).toEqual([[], 0]);
  };

  test('another program, or Sync, changes a note that is not open, while the user works in another', async () => {
    await open(NOTE, 'automatic');
    await noWrite(() => { press('a'); w.host.writeExternally('b.md', APPROVED); });
  });

  test('another program changes the open note while nobody is there', async () => {
    await open(NOTE, 'automatic');
    await noWrite(() => { w.host.writeExternally('a.md', APPROVED); });
  });

  test('the user was there, but long ago', async () => {
    await open(NOTE, 'automatic');
    press('a');
    const now = performance.now() + 5001;
    const end = vi.spyOn(performance, 'now').mockReturnValue(now);
    w.host.writeExternally('a.md', APPROVED);
    for (let turn = 0; turn < 20; turn++) await new Promise((resolve) => setTimeout(resolve, 5));
    end.mockRestore();
    await w.host.settle();
    expect([w.said, w.text()]).toEqual([[], APPROVED]);
  });

  test('the window has no focus', async () => {
    await open(NOTE, 'automatic');
    vi.spyOn(document, 'hasFocus').mockReturnValue(false);
    await noWrite(() => { press('a'); w.host.writeExternally('a.md', APPROVED); });
  });

  test('notes that are there at the start, that arrive, that come back, that are renamed', async () => {
    await open(NOTE, 'automatic');
    await noWrite(async () => {
      press('a');
      w.host.writeExternally('new.md', APPROVED);
      w.host.removeExternally('b.md');
      await w.host.settle();
      w.host.writeExternally('b.md', APPROVED);
      const file = w.host.app.vault.getFileByPath('new.md');
      if (file) await w.host.app.vault.rename(file, 'newer.md');
    });
  });

  test('another program changes a note that is open in another tab', async () => {
    await open(NOTE, 'automatic');
    await w.host.open('b.md', true);
    await noWrite(() => { press('Shift'); w.host.writeExternally('a.md', APPROVED); });
  });

  test('switched off while it waits, and while it reads', async () => {
    await open(NOTE, 'automatic');
    vi.spyOn(w.journal, 'read').mockImplementationOnce(() => {
      w.watch.unload();
      return Promise.resolve(APPROVED);
    });
    await type('status: Draft', 'status: Approved');
    expect([w.said, w.text()]).toEqual([[], APPROVED]);
    await w.close();
    await open(NOTE, 'automatic');
    w.type('status: Draft', 'status: Approved');
    await saved();
    w.watch.unload();
    await w.host.settle();
    expect([w.said, w.text()]).toEqual([[], APPROVED]);
  });
});

describe('automatic', () => {
  test('the row is added where the user works, told, and one step of undo', async () => {
    await open(NOTE, 'automatic');
    await type('status: Draft', 'status: Approved');
    expect([w.text(), w.messages()]).toEqual([LOGGED, [DONE]]);
    press('z', { ctrlKey: true });
    await w.host.settle();
    expect([w.text(), w.said.length]).toEqual([APPROVED, 1]);
    press('z', { ctrlKey: true });
    await w.host.settle();
    expect([w.text(), w.said.length]).toEqual([NOTE, 1]);
  });

  test('a status changed in a Base is asked about, not written', async () => {
    w = await WatchedHost.open({ 'a.md': NOTE, 'Plans.base': 'views: []\n' }, 'automatic');
    const base = w.host.app.vault.getFileByPath('Plans.base');
    vi.spyOn(w.host.app.workspace, 'getActiveFile').mockReturnValue(base);
    await w.setInProperties('a.md', 'status: Draft', 'status: Approved');
    expect([w.messages(), w.text()]).toEqual([[ASKED], APPROVED]);
  });

  test('a log that can’t take the row is said once, and nothing is written', async () => {
    const odd = `${NOTE.replace('Text.', '```\nnever closed')}`;
    await open(odd, 'automatic');
    await type('status: Draft', 'status: Approved');
    expect([w.messages().length, w.text()]).toEqual([1, odd.replace('Draft', 'Approved')]);
    expect(w.messages()[0]).toMatch(/^refused: /);
  });
});

describe('boxes', () => {
  const tick = (property: string): Promise<void> => w.setInProperties('a.md', `${property}: false`, `${property}: true`);

  test('one that stands for a move: asked, then moved by the plan’s own door', async () => {
    await open();
    await tick('approved');
    expect(w.messages()).toEqual(['“Sync plan”: Approved was ticked. Move the plan to Approved? [Move]']);
    await w.accept();
    expect([w.moves, w.text()]).toEqual([['a.md → approved'], NOTE.replace('approved: false', 'approved: true')]);
  });

  test('automatically, and not when it is unticked, ticked and unticked, or the plan is there or further', async () => {
    await open(NOTE, 'automatic');
    await tick('approved');
    expect([w.moves, w.said]).toEqual([['a.md → approved'], []]);
    await w.setInProperties('a.md', 'approved: true', 'approved: false');
    w.type('approved: false', 'approved: true');
    await saved();
    await type('approved: true', 'approved: false');
    await move('a.md', 'In Progress');
    await tick('approved');
    await w.setInProperties('a.md', 'approved: true', 'approved: false');
    await move('a.md', 'Approved');
    await tick('approved');
    expect([w.moves.length, w.said]).toEqual([1, []]);
  });

  test('a flag becomes a row, set and taken away, each once', async () => {
    await open(NOTE, 'automatic');
    await tick('blocked');
    const set = NOTE.replace('blocked: false', 'blocked: true') + row('Blocked');
    expect(w.text()).toBe(set);
    await w.setInProperties('a.md', 'blocked: true', 'blocked: false');
    expect(w.text()).toBe(`${set.replace('blocked: true', 'blocked: false')}${row('No longer blocked')}`);
    expect(w.messages()).toEqual(['Added to the change log: Blocked', 'Added to the change log: No longer blocked']);
  });

  test('a flag that is asked about, and taken back', async () => {
    await open();
    await tick('blocked');
    expect(w.messages()).toEqual(['“Sync plan”: Blocked was ticked. [Add log row]']);
    await w.setInProperties('a.md', 'blocked: true', 'blocked: false');
    expect([w.text(), w.said.length]).toEqual([NOTE, 1]);
    await w.accept();
    expect([w.text(), w.messages().at(-1)]).toEqual([NOTE, 'The change log says so already.']);
  });

  test('boxes that the workflow does not name, in notes that are not open, or that arrive', async () => {
    await open(NOTE.replace('blocked', 'urgent'), 'automatic');
    await tick('urgent');
    press('a');
    w.host.writeExternally('b.md', NOTE.replace('blocked: false', 'blocked: true'));
    w.host.writeExternally('c.md', NOTE.replace('blocked: false', 'blocked: true'));
    await w.host.settle();
    expect([w.said, w.moves]).toEqual([[], []]);
  });
});
