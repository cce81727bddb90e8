// What the pane shows goes out: to the clipboard, into a note of its own.
import { afterEach, expect, test, vi } from 'vitest';
import { find, findAll, notices } from '../support/at-the-keyboard';
import { closePlugin, TODAY } from '../commands/open-plugin';
import { openPane, pane, type PluginHost } from './open-pane';

const GAPS = '# Gaps\n\n| Task | Priority | Effort |\n| --- | --- | --- |\n| Login | Critical | 4h |\n| Backups | Low | S |\n';

let host: PluginHost;
afterEach(() => closePlugin(host));

async function choose(name: string): Promise<void> {
  find('[aria-label="Copy or export what is shown"]', pane()).click();
  await host.settle();
  findAll('.menu-item').find((item) => item.textContent === name)?.click();
  await host.settle();
}

test('as CSV on the clipboard', async () => {
  host = await openPane({ 'gaps.md': GAPS });
  const writeText = vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue();
  await choose('Copy as CSV');
  expect(writeText.mock.calls[0]?.[0].split('\r\n').slice(0, 2)).toEqual(['Priority,Task,Detail,Effort,Hours,Impact,When,State,Plan,Status,Path,Line', 'Critical,Login,,4h,4,,,open,Gaps,,gaps.md,5']);
  expect(notices()).toEqual(['Copied 2 rows as CSV.']);
});

test('a clipboard that can’t be written is told', async () => {
  host = await openPane({ 'gaps.md': GAPS });
  vi.spyOn(navigator.clipboard, 'writeText').mockRejectedValue(new Error('no'));
  await choose('Copy as JSON');
  expect(notices().join()).toContain('clipboard');
});

test('as a note with the day in its name, never over another one, and no plan itself', async () => {
  host = await openPane({ 'gaps.md': GAPS });
  await choose('Write a snapshot note');
  await choose('Write a snapshot note');
  const [first, second] = [`Priorities ${TODAY}.md`, `Priorities ${TODAY} 2.md`];
  expect([...host.disk.keys()].sort()).toEqual([second, first, 'gaps.md'].sort());
  expect(host.disk.get(first)).toBe(`---\nplan: false\n---\n# Priorities on ${TODAY}\n\n2 of 2.\n\n| Priority | Task | Effort | Hours | State | Plan | Path | Line |\n| --- | --- | --- | --- | --- | --- | --- | --- |\n| Critical | Login | 4h | 4 | open | [[gaps\\|Gaps]] | gaps.md | 5 |\n| Low | Backups | S | 4 | open | [[gaps\\|Gaps]] | gaps.md | 6 |\n`);
  expect(find('[role="status"]', pane()).textContent).toBe('2 open of 2');
});
