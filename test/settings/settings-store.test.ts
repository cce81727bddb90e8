// Who is told of a change: notes are read again only when they would be read in another way.
import { describe, expect, test, vi } from 'vitest';
import { withStatus, draftOf, withMovedStatus } from '../../src/core/status/edit-status';
import { withGateLevel, withToggle } from '../../src/core/status/edit-workflow';
import { DEFAULT_WORKFLOW, type StatusDefinition, type Workflow } from '../../src/core/status/workflow';
import { DEFAULT_SETTINGS, type Settings } from '../../src/settings/settings';
import { SettingsStore } from '../../src/settings/settings-store';

function openStore(stored: unknown = null): { store: SettingsStore; saved: unknown[]; read: () => number; changed: () => number } {
  const saved: unknown[] = [];
  const store = new SettingsStore({ loadData: () => Promise.resolve(stored), saveData: (data) => Promise.resolve(void saved.push(data)) });
  const [onReading, onChange] = [vi.fn(), vi.fn()];
  store.onReadingChange(onReading);
  store.onChange(onChange);
  return { store, saved, read: () => onReading.mock.calls.length, changed: () => onChange.mock.calls.length };
}

const draft = DEFAULT_WORKFLOW.statuses[0] as StatusDefinition;
const editDraft = (part: object): Workflow => withStatus(DEFAULT_WORKFLOW, { ...draftOf(DEFAULT_WORKFLOW, draft), ...part }, { id: draft.id, after: null });

describe('notes are read again', () => {
  test.each<[string, Partial<Settings>, number]>([
    ['a gate', { workflows: [withGateLevel(DEFAULT_WORKFLOW, { from: '*', to: 'draft' }, 'questions', 'warn')] }, 0],
    ['a color', { workflows: [editDraft({ color: 'pink' })] }, 0],
    ['what may follow', { workflows: [editDraft({ next: ['cancelled'] })] }, 0],
    ['a toggle', { workflows: [withToggle(DEFAULT_WORKFLOW, null, { property: 'held', name: 'Held', to: null })] }, 0],
    ['the header', { showsHeader: false }, 0],
    ['the author', { author: 'O' }, 0],
    ['a name', { workflows: [editDraft({ name: 'Idea' })] }, 1],
    ['a spelling', { workflows: [editDraft({ aliases: ['idea'] })] }, 1],
    ['a group', { workflows: [editDraft({ group: 'doing' })] }, 1],
    ['the order', { workflows: [withMovedStatus(DEFAULT_WORKFLOW, 'draft', 1)] }, 1],
    ['a folder', { workflows: [{ ...DEFAULT_WORKFLOW, folders: ['Work'] }] }, 1],
    ['a template', { workflows: [{ ...DEFAULT_WORKFLOW, templates: ['spec-plan'] }] }, 1],
    ['one more workflow', { workflows: [DEFAULT_WORKFLOW, { ...DEFAULT_WORKFLOW, id: 'b', name: 'B' }] }, 1],
    ['a mark', { doneMarks: 'xX*' }, 1],
  ])('with another value of %s', async (_what, part, times) => {
    const { store, read, changed } = openStore();
    await store.change(part);
    expect([read(), changed()]).toEqual([times, 1]);
    expect(store.reading.workflows).toBe(store.current.workflows);
  });

  test('not when the same settings come from the disk again', async () => {
    const { store, read } = openStore({ workflows: [editDraft({ name: 'Idea' })] });
    await store.load();
    await store.load();
    expect([read(), store.reading.workflows[0]?.statuses[0]?.name]).toEqual([1, 'Idea']);
  });
});

test('a slow write does not end behind a later one, and a failed one holds up none', async () => {
  const ended: unknown[] = [];
  const answers: (() => void)[] = [];
  const saveData = vi.fn((data: unknown) => new Promise<void>((resolve, reject) => answers.push(answers.length === 1 ? () => { reject(new Error('ENOSPC')); } : () => { ended.push((data as Settings).author); resolve(); })));
  const store = new SettingsStore({ loadData: () => Promise.resolve(null), saveData });
  const changes = ['A', 'B', 'C'].map((author) => store.change({ author }).catch((error: unknown) => String(error)));
  for (const at of [0, 1, 2]) {
    await vi.waitFor(() => { expect(saveData).toHaveBeenCalledTimes(at + 1); });
    answers[at]?.();
  }
  expect([await Promise.all(changes), ended.at(-1), store.current.author]).toEqual([[undefined, 'Error: ENOSPC', undefined], 'C', 'C']);
});

describe('workflows are written down', () => {
  test('only once they are the user’s own: until then a later version’s reach everybody', async () => {
    const { store, saved } = openStore();
    await store.change({ author: 'Ops' });
    expect(saved.at(-1)).not.toHaveProperty('workflows');
    await store.change({ workflows: [editDraft({ name: 'Idea' })] });
    expect(saved.at(-1)).toMatchObject({ workflows: [{ id: 'default', statuses: [{ id: 'draft', name: 'Idea' }, {}, {}, {}, {}, {}, {}] }] });
    await store.change({ workflows: DEFAULT_SETTINGS.workflows });
    expect(saved.at(-1)).not.toHaveProperty('workflows');
  });

  test('with what a later version stored in and beside them', async () => {
    const mine = { ...editDraft({ name: 'Idea' }), icon: 'x' };
    const { store, saved } = openStore({ workflows: [mine], later: 1 });
    await store.load();
    await store.change({ author: 'Ops' });
    expect(saved.at(-1)).toEqual({ ...DEFAULT_SETTINGS, workflows: [mine], author: 'Ops', later: 1 });
  });
});
