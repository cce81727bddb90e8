// The pane: what it shows, how it is driven by mouse and keys, and that it stays quiet and small.
import type { MarkdownView } from 'obsidian';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { fillIn, find, findAll, notices } from '../support/at-the-keyboard';
import { checkbox, closePlugin, currentLine, lines, openPane, pane, type PluginHost, pressKeys, showLens, summary } from './open-pane';

const SYNC = '# Sync plan\n\n## Phase 1: Storage\n\n### Verification\n\n- [ ] first\n- [ ] second\n- [x] third\n\n## Phase 2: Network\n\n### Verification\n\n- [ ] fourth\n';
const GAPS = '# Gaps\n\n| Task | Priority | Effort | Impact | When |\n| --- | --- | --- | --- | --- |\n| Backups | Low | S | Low | S |\n| Login | Critical | 4h | High | now |\n';

let host: PluginHost;
afterEach(() => closePlugin(host));

function filterField(): HTMLInputElement {
  return find('input[type="search"]', pane()) as HTMLInputElement;
}

async function filter(query: string): Promise<void> {
  fillIn(filterField(), query);
  await host.settle();
}

async function focusList(): Promise<void> {
  find('[role="treegrid"]', pane()).focus();
  await host.settle();
}

describe('what it shows', () => {
  test('priorities first: most urgent on top, with plan, effort, impact and time', async () => {
    host = await openPane({ 'gaps.md': GAPS, 'sync.md': SYNC });
    expect(lines()).toEqual(['Login', 'Backups']);
    expect(findAll('[role="row"]', pane()).map((row) => Array.from(row.querySelectorAll('.plan-rollup-badge, .plan-rollup-facts span'), (el) => el.textContent))).toEqual([
      ['Critical', 'Gaps', '4h', 'impact High', 'now'],
      ['Low', 'Gaps', 'S', 'impact Low', 'S'],
    ]);
    expect(summary()).toBe('2 open of 2');
  });

  test('verification: under plan and section, with how much is done', async () => {
    host = await openPane({ 'sync.md': SYNC });
    await showLens(host, 'Verification');
    expect(lines()).toEqual(['Sync plan 1/4', 'Phase 1: Storage › Verification 1/3', 'first', 'second', 'Phase 2: Network › Verification 0/1', 'fourth']);
    const bars = findAll('[role="progressbar"]', pane()).map((bar) => [bar.getAttribute('aria-label'), bar.getAttribute('aria-valuetext')]);
    expect(bars).toEqual([['All plans shown: done', '1 of 4'], ['Sync plan: verified', '1 of 4']]);
    expect(summary()).toBe('3 open of 4');
  });

  test('a plan says how many placeholders it has left, and follows when they are filled in; other notes say nothing', async () => {
    const ordinary = '# Ideas\n\n## Verification\n\n- [ ] [Name] comes\n';
    host = await openPane({ 'a.md': ordinary, 'sync.md': SYNC.replace('first', '[What to check]').replace('second', '[Describe the rest]'), 'z.md': SYNC.replace('Sync', 'Last') });
    await showLens(host, 'Verification');
    const seen = (): (string | null)[][] => findAll('.plan-rollup-group.is-level-0', pane()).map((row) => [row.getAttribute('aria-label'), row.querySelector('.plan-rollup-to-fill')?.textContent ?? null]);
    expect(seen()).toEqual([['Ideas, 0 of 1 done', null], ['Sync plan, 1 of 4 done, 2 placeholders left', '2 to fill'], ['Last plan, 1 of 4 done', null]]);
    host.writeExternally('sync.md', SYNC.replace('first', '[What to check]'));
    await host.settle();
    expect(seen()[1]).toEqual(['Sync plan, 1 of 4 done, 1 placeholder left', '1 to fill']);
    host.writeExternally('sync.md', SYNC);
    await host.settle();
    expect(seen()[1]).toEqual(['Sync plan, 1 of 4 done', null]);
  });

  test('placeholders are counted of the plans in sight alone', async () => {
    const many = Object.fromEntries(Array.from({ length: 60 }, (_none, at) => [`p${String(at).padStart(2, '0')}.md`, SYNC.replace('first', '[What to check]')]));
    host = await openPane(many);
    const read = vi.spyOn(host.app.vault, 'read');
    await showLens(host, 'Verification');
    expect([findAll('.plan-rollup-to-fill', pane()).length > 0, read.mock.calls.length < 15]).toEqual([true, true]);
  });

  test('the filter narrows; a word it does not know is explained; clearing brings everything back', async () => {
    host = await openPane({ 'sync.md': SYNC });
    await showLens(host, 'Verification');
    await filter('second');
    expect([lines().at(-1), summary()]).toEqual(['second', '1 shown of 4']);
    await filter('stauts:x');
    expect(find('[role="alert"]', pane()).textContent).toContain('stauts');
    expect(filterField().getAttribute('aria-invalid')).toBe('true');
    await filter('');
    expect([lines().length, filterField().getAttribute('aria-invalid')]).toEqual([6, 'false']);
  });

  test.each([
    ['nothing of the kind in the vault', {}, '', /No verification items yet/],
    ['all of them done', { 'a.md': '# A\n\n## Verification\n\n- [x] one\n' }, '', /All 1 are done.*is:any/],
    ['none that match', { 'a.md': SYNC }, 'zzz', /None of 4 rows match/],
    ['a status that needs quotes', { 'a.md': SYNC }, 'status:in progress', /None of 4 rows match.*said below it/],
  ])('when there is nothing to list it says why: %s', async (_what, files, query, message) => {
    host = await openPane(files);
    await showLens(host, 'Verification');
    await filter(query);
    expect(find('.plan-rollup-empty', pane()).textContent).toMatch(message);
  });

  test('a status that lacks its quotes is named below the filter', async () => {
    host = await openPane({ 'a.md': SYNC });
    await showLens(host, 'Verification');
    await filter('status:in progress');
    expect(find('.plan-rollup-filter [role="alert"]', pane()).textContent).toMatch(/quotes.*status:"in progress"/i);
  });

  test('while the vault is being read it says how much is left', async () => {
    host = await openPane({ 'sync.md': SYNC });
    const { IndexFeeder } = await import('../../src/vault/index-feeder');
    vi.spyOn(IndexFeeder.prototype, 'remaining', 'get').mockReturnValue(1234);
    await showLens(host, 'Verification');
    expect(summary()).toMatch(/^3 open of 4 · reading 1[,.]234 more notes…$/);
  });

  test('it follows the vault: edits, renames, deletions', async () => {
    host = await openPane({ 'sync.md': SYNC });
    await showLens(host, 'Verification');
    host.writeExternally('sync.md', SYNC.replace('- [ ] first\n', '- [x] first\n').replace('# Sync plan', '# Sync plan 2'));
    await host.settle();
    expect(lines().slice(0, 3)).toEqual(['Sync plan 2 2/4', 'Phase 1: Storage › Verification 2/3', 'second']);
    const file = host.app.vault.getFileByPath('sync.md');
    if (file) await host.app.vault.rename(file, 'moved.md');
    await host.settle();
    expect(find('[role="row"] .plan-rollup-item-text', pane()).title).toContain('moved.md');
    host.removeExternally('moved.md');
    await host.settle();
    expect(find('.plan-rollup-empty', pane()).textContent).toContain('No verification items');
  });

  test('a hundred thousand rows make a few hundred elements at most, wherever the list is scrolled to', { timeout: 60_000 }, async () => {
    const files = Object.fromEntries(Array.from({ length: 200 }, (_none, note) => [`n${note}.md`, `# Plan ${note}\n\n## Verification\n\n${Array.from({ length: 500 }, (_nothing, at) => `- [ ] item ${note}.${at}\n`).join('')}`]));
    host = await openPane(files);
    await showLens(host, 'Verification');
    expect(summary()).toMatch(/^100[,.]000 open of 100[,.]000$/);
    const list = find('[role="treegrid"]', pane());
    for (const place of [0, 1_000_000, 3_700_000, 99_999_999]) {
      list.scrollTop = place;
      list.dispatchEvent(new Event('scroll'));
      await host.settle();
      expect(pane().querySelectorAll('*').length).toBeLessThanOrEqual(400);
      expect(lines().length).toBeGreaterThan(5);
    }
  });
});

test('a text that is longer than any line is shown by its beginning, and ticked as a whole', async () => {
  const [text, name] = ['x['.repeat(40_000), '[y'.repeat(40_000)];
  const note = `# Long plan\n\n## Verification ${name}\n\n- [ ] ${text}\n`;
  host = await openPane({ 'long.md': note });
  await showLens(host, 'Verification');
  expect(find('.plan-rollup-item-text', pane()).textContent).toBe(`${text.slice(0, 1000)}…`);
  expect(pane().innerHTML.length).toBeLessThan(20_000);
  find('[role="checkbox"]', pane()).click();
  await host.settle();
  expect(host.disk.get('long.md')).toBe(note.replace('[ ]', '[x]'));
});

describe('ticking', () => {
  test('a click changes one character of the note, and the row goes', async () => {
    host = await openPane({ 'sync.md': SYNC });
    await showLens(host, 'Verification');
    checkbox('second').click();
    await host.settle();
    expect(host.disk.get('sync.md')).toBe(SYNC.replace('[ ] second', '[x] second'));
    expect(lines()).not.toContain('second');
    expect(notices()).toEqual([]);
  });

  test('a done item is opened again by a click', async () => {
    host = await openPane({ 'sync.md': SYNC });
    await showLens(host, 'Verification');
    await filter('is:done');
    expect(checkbox('third').getAttribute('aria-checked')).toBe('true');
    checkbox('third').click();
    await host.settle();
    expect(host.disk.get('sync.md')).toBe(SYNC.replace('[x] third', '[ ] third'));
  });

  test('until the list has caught up the row is marked busy and takes no second tick', async () => {
    host = await openPane({ 'sync.md': SYNC });
    await showLens(host, 'Verification');
    const changed: (() => void)[] = [];
    const trigger = host.host.metadataCache.trigger.bind(host.host.metadataCache);
    vi.spyOn(host.host.metadataCache, 'trigger').mockImplementation((...args) => {
      if (args[0] === 'changed') changed.push(() => { trigger(...args); });
      else trigger(...args);
    });
    checkbox('second').click();
    checkbox('second').click();
    await host.settle();
    expect([checkbox('second').getAttribute('aria-disabled'), checkbox('second').getAttribute('aria-checked'), checkbox('first').getAttribute('aria-disabled')]).toEqual(['true', 'true', 'false']);
    checkbox('second').click();
    await host.settle();
    expect([host.disk.get('sync.md'), notices()]).toEqual([SYNC.replace('[ ] second', '[x] second'), []]);
    for (const tell of changed) tell();
    await host.settle();
    expect(lines()).not.toContain('second');
  });

  test.each([['the note is read without it', SYNC.replace('[ ] second', '[x] second'), false], ['a tick that another program took back is open again', SYNC, true]])('where Obsidian never tells of the tick, the row does not stay busy: %s', async (_what, text, isListed) => {
    host = await openPane({ 'sync.md': SYNC });
    await showLens(host, 'Verification');
    const trigger = host.host.metadataCache.trigger.bind(host.host.metadataCache);
    vi.spyOn(host.host.metadataCache, 'trigger').mockImplementation((...args) => {
      if (args[0] !== 'changed') trigger(...args);
    });
    checkbox('second').click();
    await host.settle();
    expect(checkbox('second').getAttribute('aria-disabled')).toBe('true');
    host.writeExternally('sync.md', text);
    await vi.waitFor(() => { expect(findAll('[aria-disabled="true"]', pane())).toEqual([]); }, 6000);
    expect(lines().includes('second')).toBe(isListed);
  });

  test('a row whose line has changed is refused with the reason, and is as it was', async () => {
    host = await openPane({ 'sync.md': SYNC });
    await showLens(host, 'Verification');
    host.disk.set('sync.md', SYNC.replace('second', 'other'));
    checkbox('second').click();
    await host.settle();
    expect(host.disk.get('sync.md')).toBe(SYNC.replace('second', 'other'));
    expect(notices().join()).toContain('second');
    expect(checkbox('second').getAttribute('aria-disabled')).toBe('false');
  });

  test('a write that fails is said, and the row can be ticked again', async () => {
    host = await openPane({ 'sync.md': SYNC });
    await showLens(host, 'Verification');
    vi.spyOn(host.adapter, 'write').mockRejectedValueOnce(new Error('disk full'));
    checkbox('second').click();
    await host.settle();
    expect(notices().join()).toContain('disk full');
    checkbox('second').click();
    await host.settle();
    expect(host.disk.get('sync.md')).toBe(SYNC.replace('[ ] second', '[x] second'));
  });

  test('undone in the editor, the row is back and can be ticked again', async () => {
    host = await openPane({ 'sync.md': SYNC });
    const view: MarkdownView = await host.open('sync.md');
    await showLens(host, 'Verification');
    checkbox('second').click();
    await host.settle();
    view.editor.undo();
    await host.settle();
    expect(checkbox('second').getAttribute('aria-disabled')).toBe('false');
    checkbox('second').click();
    await host.settle();
    expect(host.disk.get('sync.md')).toBe(SYNC.replace('[ ] second', '[x] second'));
  });
});

describe('by keyboard', () => {
  test('tabs: roles, names, arrows; the focus goes along', async () => {
    host = await openPane({ 'sync.md': SYNC, 'gaps.md': GAPS });
    const tabs = (): unknown[] => findAll('[role="tab"]', pane()).map((tab) => [tab.textContent, tab.getAttribute('aria-selected'), tab.tabIndex]);
    expect(find('[role="tablist"]', pane()).getAttribute('aria-label')).not.toBeNull();
    expect(tabs().slice(1, 3)).toEqual([['Priorities', 'true', 0], ['Verification', 'false', -1]]);
    find('[role="tab"][aria-selected="true"]', pane()).focus();
    await pressKeys(host, 'ArrowRight');
    expect([tabs().slice(1, 3), document.activeElement?.textContent]).toEqual([[['Priorities', 'false', -1], ['Verification', 'true', 0]], 'Verification']);
    expect(find('[role="tabpanel"]', pane()).getAttribute('aria-label')).toBe('Verification');
    await pressKeys(host, 'ArrowLeft');
    expect(document.activeElement?.textContent).toBe('Priorities');
  });

  test('every control has a name', async () => {
    host = await openPane({ 'sync.md': SYNC });
    await showLens(host, 'Verification');
    for (const el of findAll('button, input, [role="checkbox"], [role="treegrid"], [role="progressbar"], [role="tablist"]', pane())) expect(el.getAttribute('aria-label') ?? el.textContent, el.outerHTML).not.toBe('');
  });

  test('arrows, Home and End move through the lines; Space ticks; Enter opens at the line', async () => {
    host = await openPane({ 'sync.md': SYNC });
    await showLens(host, 'Verification');
    await focusList();
    expect(currentLine()).toBe('Sync plan');
    await pressKeys(host, 'ArrowDown', 'ArrowDown', 'ArrowDown');
    expect(currentLine()).toBe('second');
    await pressKeys(host, 'End');
    expect(currentLine()).toBe('fourth');
    await pressKeys(host, 'Home', 'ArrowUp');
    expect(currentLine()).toBe('Sync plan');
    await pressKeys(host, 'ArrowDown', 'ArrowDown', ' ');
    expect(host.disk.get('sync.md')).toBe(SYNC.replace('[ ] first', '[x] first'));
    await pressKeys(host, 'ArrowDown', 'Enter');
    expect(host.editor().getCursor().line).toBe(SYNC.split('\n').indexOf('- [ ] second'));
  });

  test('a group collapses and opens by arrow, Enter, Space and click, and stays collapsed while the note changes', async () => {
    host = await openPane({ 'sync.md': SYNC });
    await showLens(host, 'Verification');
    await focusList();
    await pressKeys(host, 'ArrowDown', 'ArrowLeft');
    const collapsed = ['Sync plan 1/4', 'Phase 1: Storage › Verification 1/3', 'Phase 2: Network › Verification 0/1', 'fourth'];
    expect(lines()).toEqual(collapsed);
    expect(findAll('[role="row"]', pane())[1]?.getAttribute('aria-expanded')).toBe('false');
    host.writeExternally('sync.md', SYNC.replace('- [ ] first\n', '- [x] first\n- [ ] new\n'));
    await host.settle();
    expect(lines()).toEqual(['Sync plan 2/5', 'Phase 1: Storage › Verification 2/4', 'Phase 2: Network › Verification 0/1', 'fourth']);
    for (const key of ['ArrowRight', 'Enter', ' ']) {
      const before = lines().length;
      await pressKeys(host, key);
      expect(lines().length).not.toBe(before);
    }
    findAll('[role="row"]', pane())[0]?.click();
    await host.settle();
    expect(lines()).toHaveLength(1);
  });

  test('the current line stays on its item when lines are added above it, in its note and in others', async () => {
    host = await openPane({ 'sync.md': SYNC });
    await showLens(host, 'Verification');
    await focusList();
    await pressKeys(host, 'ArrowDown', 'ArrowDown', 'ArrowDown');
    expect(currentLine()).toBe('second');
    host.writeExternally('sync.md', SYNC.replace('# Sync plan\n', '# Sync plan\n\n'));
    await host.settle();
    expect(currentLine()).toBe('second');
    host.writeExternally('sync.md', SYNC.replace('- [ ] first\n', '- [ ] zero\n- [ ] first\n'));
    host.writeExternally('a.md', SYNC.replace('Sync', 'Another').replace(/first|second|fourth/g, 'elsewhere'));
    await host.settle();
    expect(currentLine()).toBe('second');
  });

  test('a click on an item opens its note at the line', async () => {
    host = await openPane({ 'gaps.md': GAPS, 'other.md': 'Other\n' });
    await host.open('other.md');
    find('.plan-rollup-item-title[title^="Login"]', pane()).click();
    await host.settle();
    expect([host.app.workspace.getActiveFile()?.path, host.editor().getCursor().line]).toEqual(['gaps.md', 5]);
  });

  test('a row whose note is gone, or can’t be read, says so', async () => {
    host = await openPane({ 'gaps.md': GAPS });
    vi.spyOn(host.host.vault, 'read').mockRejectedValueOnce(new Error('EIO'));
    find('.plan-rollup-item-title', pane()).click();
    await host.settle();
    expect(notices().join()).toContain('gaps.md');
  });
});

describe('its life', () => {
  test('the lens is part of the view’s state', async () => {
    host = await openPane({ 'sync.md': SYNC });
    await showLens(host, 'Verification');
    const [leaf] = host.app.workspace.getLeavesOfType('plan-rollup');
    expect(leaf?.getViewState().state).toMatchObject({ lens: 'verification' });
    await leaf?.setViewState({ type: 'plan-rollup', state: { lens: 'priorities' } });
    await host.settle();
    expect(find('[aria-selected="true"]', pane()).textContent).toBe('Priorities');
    for (const lens of ['none', 7, null]) await leaf?.setViewState({ type: 'plan-rollup', state: { lens } });
    await host.settle();
    expect(find('[aria-selected="true"]', pane()).textContent).toBe('Priorities');
  });

  test('closed, it neither draws nor listens any more', async () => {
    host = await openPane({ 'sync.md': SYNC });
    await showLens(host, 'Verification');
    const content = pane();
    const observed = vi.spyOn(ResizeObserver.prototype, 'disconnect');
    host.app.workspace.detachLeavesOfType('plan-rollup');
    await host.settle();
    const frames = vi.spyOn(window, 'requestAnimationFrame');
    host.writeExternally('sync.md', SYNC.replace('first', 'changed'));
    await host.settle();
    expect([content.childElementCount, frames.mock.calls.length, observed.mock.calls.length]).toEqual([0, 0, 2]);
  });

  test('many changes at once are drawn once', async () => {
    host = await openPane({ 'sync.md': SYNC });
    const frames = vi.spyOn(window, 'requestAnimationFrame');
    for (let at = 0; at < 50; at++) host.writeExternally(`n${at}.md`, SYNC);
    await host.settle();
    expect(frames.mock.calls.length).toBeLessThanOrEqual(5);
  });
});
