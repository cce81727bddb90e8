// The dialog of a move: when it comes, what it shows, that nothing is written before Apply, and what is written then.
import type { MarkdownView } from 'obsidian';
import { afterEach, describe, expect, test } from 'vitest';
import { choose, clickButton, dialogIsOpen, fillIn, find, findAll, notices, press } from '../support/at-the-keyboard';
import { applyButton, closeDialogs, culprits, dialog, input, isAsked, movedTo, OPEN_CHECKS, shownGates, shownLines } from './move-plans';
import { closePlugin, openPlugin, type PluginHost, run, TODAY } from './open-plugin';

/** What the log says of the checks that are passed over. */
const DESPITE = 'despite 2 open verification items';

let host: PluginHost;
let view: MarkdownView;
afterEach(async () => {
  closeDialogs(host);
  await closePlugin(host);
});

async function open(text = OPEN_CHECKS, more: Readonly<Record<string, string>> = {}): Promise<void> {
  host = await openPlugin({ 'a.md': text, 'Plans/New sync.md': '---\ntype: plan\nstatus: Draft\n---\n# New sync plan\n\n- [ ] a\n', 'b.md': 'B\n', ...more });
  view = await host.open('a.md');
}

async function apply(): Promise<void> {
  clickButton('Apply', dialog());
  await host.settle();
}

const disk = (path = 'a.md'): string | undefined => host.disk.get(path);

describe('a check blocks', () => {
  test('the dialog names the move, the checks with their lines, and what holds; nothing is written', async () => {
    await open();
    await run(host, 'advance-status');
    expect(find('.modal-title').textContent).toBe('In Progress → Completed');
    expect(shownGates()).toEqual(['Blocks: 2 verification items are not ticked, 1 to be done by hand']);
    expect(culprits().map((button) => [button.textContent, button.getAttribute('aria-label')])).toEqual([
      ['Looks right on a tablet', 'Go to line 16: Looks right on a tablet'],
      ['Types are checked', 'Go to line 14: Types are checked'],
    ]);
    expect(find('.plan-rollup-gates-held summary').textContent).toMatch(/^\d checks hold$/);
    expect([disk(), notices()]).toEqual([OPEN_CHECKS, []]);
  });

  test('Apply waits for a reason and says so; the reason stands in the row', async () => {
    await open();
    await run(host, 'advance-status');
    expect([applyButton().disabled, dialog().textContent]).toEqual([true, expect.stringContaining('Give a reason')]);
    press('Enter', { ctrlKey: true });
    await host.settle();
    expect([disk(), document.activeElement]).toEqual([OPEN_CHECKS, input('Reason')]);
    fillIn(input('Reason'), 'Pilot waits');
    expect(applyButton().disabled).toBe(false);
    await apply();
    expect(disk()).toBe(movedTo('Completed', `${DESPITE} (override: Pilot waits)`));
    expect([isAsked(), notices()]).toEqual([false, ['Status is Completed now. 2 verification items are not ticked, 1 to be done by hand.']]);
    view.editor.undo();
    expect(view.editor.getValue()).toBe(OPEN_CHECKS);
  });

  test('the lines that will be written are shown as they are typed, and are those that are written', async () => {
    await open();
    await run(host, 'set-status-completed');
    const old = OPEN_CHECKS.split('\n');
    fillIn(input('Reason'), 'Now');
    fillIn(input('Note'), 'See | log');
    const shown = shownLines();
    expect(shown).toEqual([
      '− status: In Progress', '− updated: 2026-01-01', '+ status: Completed', `+ updated: ${TODAY}`,
      '− **Status:** In Progress', '+ **Status:** Completed',
      `+ | ${TODAY} | Ops | Status: In Progress → Completed — See \\| log; ${DESPITE} (override: Now) |`,
    ]);
    press('Enter', { ctrlKey: true });
    await host.settle();
    const now = (disk() ?? '').split('\n');
    expect(now.filter((line) => !old.includes(line))).toEqual(shown.filter((line) => line.startsWith('+')).map((line) => line.slice(2)));
  });

  test.each([['Escape', () => { press('Escape'); }], ['Cancel', () => { clickButton('Cancel', dialog()); }], ['a click beside it', () => { find('.modal-bg').click(); }]])('%s writes nothing', async (_, cancel) => {
    await open();
    await run(host, 'advance-status');
    fillIn(input('Reason'), 'Pilot waits');
    cancel();
    await host.settle();
    expect([isAsked(), disk(), notices()]).toEqual([false, OPEN_CHECKS, []]);
    await run(host, 'set-status-completed');
    expect(isAsked()).toBe(true);
  });

  test('a click on a culprit closes the dialog and goes to its line', async () => {
    await open();
    await run(host, 'advance-status');
    culprits()[0]?.click();
    await host.settle();
    expect([isAsked(), view.editor.getCursor().line, disk()]).toEqual([false, 15, OPEN_CHECKS]);
  });

  test('many culprits are counted, and listed when asked for', async () => {
    await open(OPEN_CHECKS.replace('- **Manual**', `${Array.from({ length: 10 }, (_, at) => `  - [ ] more ${at}\n`).join('')}- **Manual**`));
    await run(host, 'advance-status');
    expect(culprits()).toHaveLength(5);
    clickButton('and 7 more', dialog());
    expect([culprits().length, document.activeElement]).toEqual([12, culprits()[5]]);
  });

  test('two clicks on Apply, or two presses of the keys, write one row', async () => {
    await open();
    await run(host, 'advance-status');
    fillIn(input('Reason'), 'Now');
    const button = applyButton();
    button.click();
    button.click();
    press('Enter', { ctrlKey: true });
    await host.settle();
    expect(disk()).toBe(movedTo('Completed', `${DESPITE} (override: Now)`));
    expect(notices()).toHaveLength(1);
  });

  test('the command again while the dialog is open does not open a second one', async () => {
    await open();
    await run(host, 'advance-status');
    host.runCommand('set-status-completed');
    await host.settle();
    expect(findAll('.plan-rollup-move')).toHaveLength(1);
  });
});

describe('the note changes while the dialog is open', () => {
  async function begin(change: (text: string) => string): Promise<string> {
    await open();
    await run(host, 'advance-status');
    fillIn(input('Reason'), 'Now');
    const theirs = change(OPEN_CHECKS);
    host.writeExternally('a.md', theirs);
    await host.settle();
    await apply();
    return theirs;
  }

  test('elsewhere: the move is made on the note as it is then', async () => {
    const theirs = await begin((text) => text.replace('# Sync plan', '# Sync plan\n\nMore.'));
    expect(disk()).toBe(movedTo('Completed', `${DESPITE} (override: Now)`, theirs));
  });

  test('one check more is open: it is shown before anything is written', async () => {
    const theirs = await begin((text) => text.replace('[x]', '[ ]'));
    expect([disk(), isAsked(), shownGates()]).toEqual([theirs, true, ['Blocks: 3 verification items are not ticked, 1 to be done by hand']]);
    expect(find('[role=alert]', dialog()).textContent).toMatch(/changed meanwhile/);
    expect(input('Reason').value).toBe('Now');
    await apply();
    expect(disk()).toBe(movedTo('Completed', `${DESPITE.replace('2', '3')} (override: Now)`, theirs));
  });

  test('its status is another one: the move is shown from there', async () => {
    const theirs = await begin((text) => text.replaceAll('In Progress', 'Approved'));
    expect([disk(), find('.modal-title').textContent]).toEqual([theirs, 'Approved → Completed']);
    await apply();
    expect(disk()).toContain('Status: Approved → Completed');
  });

  test('the move has been made already: nothing is written', async () => {
    const theirs = await begin((text) => text.replaceAll('In Progress', 'Completed'));
    expect([disk(), isAsked(), shownLines()]).toEqual([theirs, true, []]);
    expect(applyButton().disabled).toBe(true);
  });

  test('it can’t be edited any more: the reason is shown, nothing is written', async () => {
    const theirs = await begin((text) => text.replace('updated:', 'updated: ['));
    expect([disk(), isAsked()]).toEqual([theirs, true]);
    expect(dialog().textContent).toMatch(/frontmatter/i);
  });

  test('another one has its place: nothing is written to that; renamed, it is moved where it is', async () => {
    await open();
    await run(host, 'advance-status');
    fillIn(input('Reason'), 'Now');
    const before = disk() ?? '';
    const other = before.replace('# Sync plan', '# Other plan');
    const file = host.app.vault.getFileByPath('a.md');
    if (file) await host.app.vault.rename(file, 'z.md');
    host.writeExternally('a.md', other);
    await host.settle();
    await apply();
    expect([disk(), host.disk.get('z.md')?.includes('status: Completed')]).toEqual([other, true]);
  });

  test('another program puts one in its place: the dialog says so', async () => {
    await open();
    await run(host, 'advance-status');
    fillIn(input('Reason'), 'Now');
    const other = (disk() ?? '').replace('# Sync plan', '# Other plan');
    host.removeExternally('a.md');
    host.writeExternally('z.md', other);
    await host.settle();
    host.writeExternally('a.md', other);
    await host.settle();
    await apply();
    expect([disk(), dialog().textContent]).toEqual([other, expect.stringContaining('not the note any more')]);
  });

  test('it is deleted: the dialog says so', async () => {
    await open();
    await run(host, 'advance-status');
    fillIn(input('Reason'), 'Now');
    host.removeExternally('a.md');
    await host.settle();
    await apply();
    expect([disk(), dialog().textContent]).toEqual([undefined, expect.stringContaining('not there any more')]);
  });
});

describe('what a move must be told', () => {
  test('Cancelled asks why', async () => {
    await open();
    await run(host, 'set-status-cancelled');
    expect(applyButton().disabled).toBe(true);
    fillIn(input('Reason'), 'No budget');
    await apply();
    expect(disk()).toBe(movedTo('Cancelled', 'No budget'));
  });

  test('Superseded asks for the plan that takes its place, and links the two', async () => {
    await open();
    await run(host, 'set-status-superseded');
    fillIn(input('Successor'), 'new');
    expect(findAll('.plan-rollup-suggestion', dialog()).map(({ textContent }) => textContent)).toEqual(['New sync']);
    expect([applyButton().disabled, shownLines().join()]).toEqual([true, expect.not.stringContaining('[[')]);
    press('ArrowDown');
    press('Enter');
    expect([input('Successor').value, applyButton().disabled]).toEqual(['New sync', false]);
    await apply();
    expect(disk()).toContain('\nstatus: Superseded\n');
    expect(disk()).toContain(`| ${TODAY} | Ops | Status: In Progress → Superseded — by [[New sync]] |`);
    expect(disk('Plans/New sync.md')).toMatch(/supersedes:[\s\S]*\[\[a\]\]/);
    expect(notices()).toEqual(['Status is Superseded now. Linked from “New sync”.']);
  });

  test('the lines of its note are shown too, and are those that are written', async () => {
    const log = '\n## Change Log\n\n| Date | Change |\n| --- | --- |\n| 2026-01-01 | Created |\n';
    const successor = `---\ntype: plan\n---\n# Newer plan\n${log}`;
    await open(OPEN_CHECKS, { 'Plans/Newer.md': successor });
    await run(host, 'set-status-superseded');
    const own = shownLines().length;
    fillIn(input('Successor'), 'Newer');
    await host.settle();
    expect(find('.plan-rollup-lines').textContent).toContain('Also in “Newer”');
    const added = ['supersedes:', '  - "[[a]]"'];
    expect(shownLines().slice(-3)).toEqual([...added.map((line) => `+ ${line}`), `+ | ${TODAY} | Supersedes [[a]] |`]);
    expect([disk(), disk('Plans/Newer.md')]).toEqual([OPEN_CHECKS, successor]);
    await apply();
    expect(disk('Plans/Newer.md')).toBe(`---\ntype: plan\n${added.join('\n')}\n---\n# Newer plan\n${log}| ${TODAY} | Supersedes [[a]] |\n`);
    expect(own).toBeGreaterThan(0);
  });

  test('a note that is linked already is left alone, and not spoken of', async () => {
    await open(OPEN_CHECKS, { 'Plans/Newer.md': '---\nsupersedes: "[[a]]"\n---\n# Newer plan\n' });
    await run(host, 'set-status-superseded');
    fillIn(input('Successor'), 'Newer');
    await host.settle();
    expect(find('.plan-rollup-lines').textContent).not.toContain('Also in');
    await apply();
    expect(notices()).toEqual(['Status is Superseded now.']);
  });

  test('a note whose properties can’t be read is said to stay', async () => {
    await open(OPEN_CHECKS, { 'Plans/Newer.md': '---\nsupersedes: [\n---\n# Newer plan\n' });
    await run(host, 'set-status-superseded');
    fillIn(input('Successor'), 'Newer');
    await host.settle();
    expect([find('.plan-rollup-lines .plan-rollup-problem').textContent, applyButton().disabled]).toEqual([expect.stringMatching(/\S/), false]);
  });

  test.each(['', 'a', 'Nobody'])('“%s” can’t take its place', async (name) => {
    await open();
    await run(host, 'set-status-superseded');
    fillIn(input('Successor'), name);
    press('Enter', { ctrlKey: true });
    await host.settle();
    expect([applyButton().disabled, disk()]).toEqual([true, OPEN_CHECKS]);
  });

  test('Escape closes the list of plans first', async () => {
    await open();
    await run(host, 'set-status-superseded');
    fillIn(input('Successor'), 'new');
    press('Escape');
    expect([isAsked(), input('Successor').getAttribute('aria-expanded')]).toEqual([true, 'false']);
    press('Escape');
    expect(isAsked()).toBe(false);
  });
});

test('what only warns does not ask: the move is made, and the message says what is left', async () => {
  const text = OPEN_CHECKS.replaceAll('In Progress', 'Draft').replace('# Sync plan', '# Sync plan\n\nOwner: [Name]\n\nTeam: {TEAM}');
  await open(text);
  await run(host, 'advance-status');
  expect([isAsked(), notices()]).toEqual([false, ['Status is In Review now. 2 placeholders are left.']]);
  expect(disk()).toContain('status: In Review\n');
});

test('the message names the plan where another note is in front, or was told of before', async () => {
  const plan = (title: string): string => `---\ntype: plan\nstatus: Draft\n---\n# ${title}\n`;
  await open(plan('Sync plan'), { 'c.md': plan('Cache plan') });
  await run(host, 'advance-status');
  await run(host, 'advance-status');
  await host.open('c.md');
  await run(host, 'advance-status');
  await run(host, 'toggle-blocked');
  expect(notices()).toEqual(['Status is In Review now. The note has a change log from now on.', 'Status is Approved now.', '“Cache plan”: Status is In Review now. The note has a change log from now on.', 'Blocked is on now.']);
});

test('a check that breaks between the look and the write is asked about after all', async () => {
  const done = OPEN_CHECKS.replaceAll('[ ]', '[x]');
  await open(done);
  const { adapter } = host;
  const read = adapter.read.bind(adapter);
  let isFirst = true;
  await view.setState({ mode: 'preview' }, { history: false });
  adapter.read = async (path) => {
    const text = await read(path);
    if (path === 'a.md' && isFirst) {
      isFirst = false;
      host.writeExternally('a.md', OPEN_CHECKS);
      return done;
    }
    return text;
  };
  await run(host, 'advance-status');
  expect([isAsked(), disk()]).toEqual([true, OPEN_CHECKS]);
});

test('a move with a note: Mod+Enter in the picker asks for it, and the note stands in the row', async () => {
  await open();
  await run(host, 'set-status');
  choose('Approved');
  await host.settle();
  expect(isAsked()).toBe(false);
  await run(host, 'revert-status');
  await run(host, 'set-status');
  press('ArrowDown');
  press('Enter', { ctrlKey: true });
  await host.settle();
  expect([dialogIsOpen(), isAsked()]).toEqual([true, true]);
  fillIn(input('Note'), 'after the call');
  await apply();
  expect(disk()).toContain('— after the call |');
});
