// Messages with a button: what it does, once, and what is said then.
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Plugin } from 'obsidian';
import { refused } from '../../src/core/text/edit-result';
import { NoticeReport } from '../../src/ui/report';
import { find, findAll, notices } from '../support/at-the-keyboard';
import { openHost, type OpenHost } from '../support/open-host';

let host: OpenHost<Plugin>;
const report = new NoticeReport();
beforeEach(async () => { host = await openHost(); });
afterEach(() => host.close());

test('a button does its thing once, takes the message away, and leaves the focus where it was', () => {
  const run = vi.fn();
  report.info('The log has no row.', { name: 'Add log row', run });
  const button = find('.notice button');
  const press = new MouseEvent('mousedown', { bubbles: true, cancelable: true });
  button.dispatchEvent(press);
  button.click();
  button.click();
  expect([run.mock.calls.length, press.defaultPrevented, notices()]).toEqual([1, true, []]);
});

test('what was done can be taken back at its message, and the outcome is told', async () => {
  const undo = vi.fn(() => Promise.resolve({ ok: true as const, isChanged: true }));
  report.done('Status is Approved now.', undo);
  find('.notice button').click();
  await host.settle();
  expect([undo.mock.calls.length, notices()]).toEqual([1, ['Undone.']]);
});

test('an undo that is refused says why', async () => {
  report.done('Status is Approved now.', () => Promise.resolve(refused('note-changed', 'It has changed since.')));
  find('.notice button').click();
  await host.settle();
  expect(notices()).toEqual(['It has changed since.']);
});

test('where there is nothing to take back there is no button', () => {
  report.done('It says so already.');
  report.info('Nothing to do.');
  expect([findAll('.notice button').length, notices()]).toEqual([0, ['It says so already.', 'Nothing to do.']]);
});
