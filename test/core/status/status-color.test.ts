// One color for a status, whichever place shows it.
import { expect, test } from 'vitest';
import { statusColor } from '../../../src/core/status/status-color';
import { DEFAULT_WORKFLOW, type Workflow } from '../../../src/core/status/workflow';

const other: Workflow = { id: 'other', statuses: [{ id: 'draft', name: 'Sketch', aliases: [], group: 'to-do', next: [], color: 'pink' }, { id: 'trial', name: 'Trial', aliases: [], group: 'doing', next: [], color: 'orange' }, { id: 'bare', name: 'Bare', aliases: [], group: 'doing', next: [] }] };

test.each([
  ['in-review', 'yellow'],
  ['draft', 'gray'],
  ['trial', 'orange'],
  ['bare', 'gray'],
  ['done', 'gray'],
  [null, 'gray'],
])('%s is %s', (id, color) => {
  expect(statusColor([DEFAULT_WORKFLOW, other], id)).toBe(color);
});
