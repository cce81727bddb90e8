// The drift lens in the pane: what it says, how each row is mended or ignored by mouse and keys, and that nothing is written without that.
import type { MarkdownView } from 'obsidian';
import { afterEach, describe, expect, test } from 'vitest';
import { clickButton, find, findAll, notices, press } from '../support/at-the-keyboard';
import { closePlugin, lines, openPane, pane, type PluginHost, showLens, summary } from './open-pane';
import { TODAY } from '../commands/open-plugin';

const LOG = '## Change Log\n\n| Date | Author | Change |\n| --- | --- | --- |\n';
const VAULT = {
  'done.md': '---\ntype: plan\nstatus: Completed # really\n---\n# Done plan\n\n## Verification\n\n- [x] One\n- [ ] Two\n',
  'log.md': `---\ntype: plan\nstatus: Approved\n---\n# Log plan\n\nText.\n\n${LOG}| 2026-01-01 | QA | Status: Draft → In Review |\n`,
  'quiet.md': '---\ntype: plan\nstatus: Completed\nplan-ignore: open-items\n---\n# Quiet plan\n\n## Verification\n\n- [ ] One\n',
  'ticked.md': `---\ntype: plan\nstatus: In Progress\n---\n# Ticked plan\n\n## Verification\n\n- [x] One\n\n${LOG}| 2026-01-01 | QA | Status: Approved → In Progress |\n`,
  'two.md': `---\ntype: plan\nstatus: Draft\n---\n# Two plan\n\n**Status:** In Review\n\nText.\n\n${LOG}| 2026-01-01 | QA | Status: Draft → In Review |\n`,
  'well.md': '---\ntype: plan\nstatus: Draft\n---\n# Well plan\n',
};
type Name = keyof typeof VAULT;

let host: PluginHost;
afterEach(() => closePlugin(host));

async function open(): Promise<void> {
  host = await openPane(VAULT);
  await showLens(host, 'Drift');
}

const row = (plan: string): HTMLElement => {
  const found = findAll('.is-drift', pane()).find((each) => each.querySelector('.plan-rollup-drift-plan')?.textContent === plan);
  if (!found) throw new Error(`No row of “${plan}”.`);
  return found;
};
const buttons = (plan: string): (string | null)[] => findAll('button', row(plan)).map(({ textContent }) => textContent);
const changed = (): string[] => Object.keys(VAULT).filter((path) => host.disk.get(path) !== VAULT[path as Name]);

async function click(plan: string, button: string): Promise<void> {
  clickButton(button, row(plan));
  await host.settle();
}

async function undo(): Promise<void> {
  clickButton('Undo');
  await host.settle();
  expect(changed()).toEqual([]);
}

describe('what it shows', () => {
  test('the worst first, with what it rests on; what is ignored is counted, and shown by a click', async () => {
    await open();
    expect(lines()).toEqual(['The status is “Completed”, but 1 verification item is not ticked', 'The note says “Draft” in one place and “In Review” in another', 'The status is “Approved”, but the change log ends in “In Review”', 'The one box is ticked, but the status is “In Progress”']);
    expect(findAll('.is-drift .plan-rollup-badge', pane()).map(({ textContent }) => textContent)).toEqual(['Error', 'Error', 'Warning', 'Look']);
    expect(find('.plan-rollup-drift-evidence', row('Done plan')).textContent).toBe('Line 10: Two');
    expect(summary()).toBe('4 open of 5');
    clickButton('1 ignored', pane());
    await host.settle();
    expect(buttons('Quiet plan')).toEqual([]);
    expect(find('.plan-rollup-badge', row('Quiet plan')).textContent).toBe('Ignored');
    expect(changed()).toEqual([]);
  });

  test('a click opens the line; nothing is written', async () => {
    await open();
    find('.plan-rollup-item-text', row('Done plan')).click();
    await host.settle();
    const view = host.app.workspace.getLeavesOfType('markdown')[0]?.view as MarkdownView;
    expect([view.file?.path, view.editor.getCursor().line]).toEqual(['done.md', 9]);
    expect(changed()).toEqual([]);
  });

  test('headings count their rows', async () => {
    await open();
    const select = find('select[aria-label="Group by"]', pane()) as HTMLSelectElement;
    select.value = 'severity';
    select.dispatchEvent(new Event('change', { bubbles: true }));
    await host.settle();
    expect(findAll('.plan-rollup-group', pane()).map((group) => group.getAttribute('aria-label'))).toEqual(['Errors, 2 rows', 'Warnings, 1 row', 'Worth a look, 1 row']);
    expect(findAll('[role="progressbar"]', pane())).toEqual([]);
  });

  test('without any it says so', async () => {
    host = await openPane({ 'well.md': VAULT['well.md'] });
    await showLens(host, 'Drift');
    expect(find('.plan-rollup-empty', pane()).textContent).toBe('No plan contradicts itself.');
  });
});

describe('mending', () => {
  test('each row offers what is safe for it', async () => {
    await open();
    expect(['Done plan', 'Two plan', 'Log plan', 'Ticked plan'].map(buttons)).toEqual([['Move back…', 'Ignore'], ['Choose status', 'Ignore'], ['Add log row', 'Ignore'], ['Mark as done', 'Ignore']]);
  });

  test('the missing log row is added, and undone by one click; a second click adds none', async () => {
    await open();
    clickButton('Add log row', row('Log plan'));
    clickButton('Add log row', row('Log plan'));
    await host.settle();
    expect(host.disk.get('log.md')).toBe(`${VAULT['log.md']}| ${TODAY} | Ops | Status: In Review → Approved |\n`);
    expect(notices()).toContain('Added to the change log: Status: In Review → Approved');
    expect(summary()).toBe('3 open of 4');
    await undo();
    expect(summary()).toBe('4 open of 5');
  });

  test('of two statuses the user chooses: the one that the log ends in needs no row', async () => {
    await open();
    await click('Two plan', 'Choose status');
    expect(findAll('.menu-item').map(({ textContent }) => textContent)).toEqual(['In Review everywhere, as the log says', 'Draft everywhere']);
    expect(changed()).toEqual([]);
    findAll('.menu-item')[0]?.click();
    await host.settle();
    expect(host.disk.get('two.md')).toBe(VAULT['two.md'].replace('status: Draft', 'status: In Review'));
    await undo();
    await click('Two plan', 'Choose status');
    findAll('.menu-item')[1]?.click();
    await host.settle();
    expect(host.disk.get('two.md')).toBe(VAULT['two.md'].replace('**Status:** In Review', '**Status:** Draft'));
    await undo();
  });

  test('a status that only some place states, and no log knows, is a move with its row', async () => {
    const text = VAULT['two.md'].replace('Draft → In Review', 'Idea → Draft');
    host = await openPane({ 'two.md': text });
    await showLens(host, 'Drift');
    await click('Two plan', 'Choose status');
    findAll('.menu-item').find(({ textContent }) => textContent === 'In Review everywhere')?.click();
    await host.settle();
    expect(host.disk.get('two.md')).toBe(`${text.replace('status: Draft', 'status: In Review')}| ${TODAY} | Ops | Status: Draft → In Review |\n`);
  });

  test('what is all ticked is moved to done, past its gates; what is done with open boxes asks where to', async () => {
    await open();
    await click('Ticked plan', 'Mark as done');
    expect(host.disk.get('ticked.md')).toBe(`${VAULT['ticked.md'].replace('status: In Progress', 'status: Completed')}| ${TODAY} | Ops | Status: In Progress → Completed |\n`);
    await undo();
    await click('Done plan', 'Move back…');
    expect([find('.prompt input').getAttribute('placeholder'), changed()]).toEqual(['Status is Completed. Move to', []]);
    press('Escape');
  });

  test('what has been mended meanwhile is not mended again', async () => {
    await open();
    const button = findAll('button', row('Two plan'))[0];
    host.writeExternally('two.md', VAULT['two.md'].replace('status: Draft', 'status: In Review'));
    button?.click();
    await host.settle();
    expect([notices(), findAll('.menu-item')]).toEqual([['The plan does not contradict itself in this any more.'], []]);
  });
});

describe('ignoring', () => {
  test('one click names the kind in the plan; one more takes it back', async () => {
    await open();
    await click('Done plan', 'Ignore');
    expect(host.disk.get('done.md')).toBe(VAULT['done.md'].replace('# really\n', '# really\nplan-ignore:\n  - open-items\n'));
    expect(notices()).toEqual(['“Done with open items” is ignored in this plan from now on. Its property “plan-ignore” says so.']);
    expect([summary(), findAll('.plan-rollup-hidden', pane()).map(({ textContent }) => textContent)]).toEqual(['3 open of 5', ['2 ignored']]);
    await undo();
    expect(summary()).toBe('4 open of 5');
  });

  test('properties that can’t be read can’t say what to ignore', async () => {
    host = await openPane({ 'Plans/broken.md': '---\ntype: "plan\nstatus: Draft\n---\n# Broken plan\n\n**Status:** Draft\n\n## Verification\n\n- [ ] One\n' });
    await showLens(host, 'Drift');
    expect(buttons('Broken plan')).toEqual([]);
  });
});

test('by keyboard alone: arrows, m to mend, i to ignore, Enter to open', async () => {
  await open();
  find('[role="treegrid"]', pane()).focus();
  await host.settle();
  press('m', { ctrlKey: true });
  press('ArrowDown');
  await host.settle();
  press('m');
  await host.settle();
  expect(findAll('.menu-item').length).toBe(2);
  press('Escape');
  find('[role="treegrid"]', pane()).focus();
  press('ArrowDown');
  await host.settle();
  press('m');
  await host.settle();
  expect(changed()).toEqual(['log.md']);
  await undo();
  find('[role="treegrid"]', pane()).focus();
  press('Home');
  await host.settle();
  press('i');
  await host.settle();
  expect(changed()).toEqual(['done.md']);
});
