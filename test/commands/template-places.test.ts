// A template that says itself where its notes go and what they are called.
import { afterEach, expect, test } from 'vitest';
import { createPlanNote } from '../../src/commands/create-note';
import type { CommandParts } from '../../src/commands/plan-commands';
import type { Template } from '../../src/core/template/template';
import { SettingsStore } from '../../src/settings/settings-store';
import { FormDrafts } from '../../src/ui/modals/form-drafts';
import { NoticeReport } from '../../src/ui/report';
import { ObsidianNotes } from '../../src/vault/obsidian-notes';
import { WriteJournal } from '../../src/vault/write-journal';
import { dialogField, field, fillIn, find, press } from '../support/at-the-keyboard';
import { formatInstant } from '../host/base/moment-format';
import { closePlugin, openPlugin, type PluginHost, TODAY } from './open-plugin';

const ADR: Template = { id: 'adr', name: 'ADR (own)', description: 'For a decision.', body: '# {{title}}\n\nOwner: [Owner]\n', properties: [{ key: 'owner', value: '[Owner]' }, { key: 'tags', value: ['adr', 'plan'] }] };

let host: PluginHost;
afterEach(() => closePlugin(host));

async function openForm(template: Partial<Template>): Promise<void> {
  host = await openPlugin({});
  const { app } = host;
  const settings = new SettingsStore({ loadData: () => Promise.resolve({ planFolder: 'Plans', noteName: 'x {{title}}' }), saveData: () => Promise.resolve() });
  await settings.load();
  const parts: CommandParts = { app, notes: new WriteJournal(new ObsidianNotes(app)), settings, report: new NoticeReport(), drafts: new FormDrafts(), templates: () => Promise.resolve({ templates: [], refusals: [] }), formatNow: (pattern) => formatInstant(new Date(`${TODAY}T09:07`), pattern), today: () => TODAY };
  void createPlanNote(parts, { ...ADR, ...template });
  await host.settle();
}

test('its folder and its pattern win over the settings; its lists are lists', async () => {
  await openForm({ folder: 'Decisions', namePattern: '{{date:YYYY}} {{owner}} {{title}}' });
  fillIn(field('Title'), 'Queue');
  expect(find('.plan-rollup-form-remark').textContent).toBe('Makes the note “Decisions/2026 Queue.md”.');
  fillIn(field('Owner'), 'Ops');
  press('Enter', { ctrlKey: true });
  await host.settle();
  expect([...host.disk.keys()]).toEqual(['Decisions/2026 Ops Queue.md']);
  expect(host.disk.get('Decisions/2026 Ops Queue.md')).toContain('owner: Ops\ntags:\n  - adr\n  - plan\n---\n\n# Queue\n\nOwner: Ops\n');
});

test.each([[{ folder: '../x' }, '../x'], [{ folder: 'a/con' }, 'con'], [{ folder: 'C:/x' }, 'C:/x']])('a hostile folder is a message, and nothing is written: %j', async (template, words) => {
  await openForm(template);
  fillIn(field('Title'), 'Queue');
  press('Enter', { ctrlKey: true });
  await host.settle();
  expect([find('.modal [role="alert"]').textContent?.includes(words), host.disk.size, dialogField().value]).toEqual([true, 0, 'Queue']);
});

test('a hostile pattern stays inside the folder', async () => {
  await openForm({ namePattern: '../../{{title}}: con/aux' });
  fillIn(field('Title'), 'Queue');
  press('Enter', { ctrlKey: true });
  await host.settle();
  expect([...host.disk.keys()]).toEqual(['Plans/Queue - con-aux.md']);
});
