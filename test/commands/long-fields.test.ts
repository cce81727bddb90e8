// Requests as long as a sentence are answered in a field of several lines.
import { afterEach, expect, test } from 'vitest';
import { dialogIsOpen, field, fillIn, find, press } from '../support/at-the-keyboard';
import { applyPlatform } from '../host/base/platform';
import { closePlugin, openPlugin, type PluginHost, run } from './open-plugin';

const NOTE = '# Sync plan\n\n- **Goal:** [Describe what has to be true before anybody begins]\n';

let host: PluginHost;
afterEach(async () => {
  applyPlatform(false);
  await closePlugin(host);
});

async function openForm(isPhone = false): Promise<void> {
  host = await openPlugin({ 'a.md': NOTE });
  applyPlatform(isPhone);
  await host.open('a.md');
  await run(host, 'fill-placeholders');
}

test('Shift+Enter is the field’s own key, Enter sends; the lines stay in their list', async () => {
  await openForm();
  expect([field('Goal').tagName, field('Goal').closest('.plan-rollup-field')?.textContent, document.activeElement]).toEqual(['TEXTAREA', 'GoalShift+Enter begins a new line.', field('Goal')]);
  fillIn(field('Goal'), 'Both are down.\nNobody writes.');
  press('Enter', { shiftKey: true });
  await host.settle();
  expect([dialogIsOpen(), find('.plan-rollup-preview mark').textContent]).toEqual([true, 'Both are down.\n  Nobody writes.']);
  press('Enter');
  await host.settle();
  expect([dialogIsOpen(), host.disk.get('a.md')]).toEqual([false, '# Sync plan\n\n- **Goal:** Both are down.\n  Nobody writes.\n']);
});

test('on a phone Enter begins a line, and the button sends', async () => {
  await openForm(true);
  fillIn(field('Goal'), 'Both are down.');
  press('Enter');
  await host.settle();
  expect([dialogIsOpen(), host.disk.get('a.md')]).toEqual([true, NOTE]);
  find('.modal .mod-cta').click();
  await host.settle();
  expect(host.disk.get('a.md')).toContain('**Goal:** Both are down.\n');
});
