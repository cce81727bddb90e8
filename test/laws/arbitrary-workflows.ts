/** Stored workflows as hands, other versions and broken tools leave them: sound ones, nearly sound ones, and junk. */
import fc from 'fast-check';
import { GATES } from '../../src/core/status/gate';
import { DEFAULT_WORKFLOW } from '../../src/core/status/workflow';

/** Few words in many spellings, so that they collide. */
const word = fc.constantFrom('Draft', 'draft', 'DRAFT', 'In Review', 'in-review', 'in_review', 'Done', 'done', 'Done 2', 'done-2', 'Überprüft', 'uberpruft', '进行中', '進行中', 'status', 'workflow', 'a', 'A-', '-', '', ' b  c ', 'b\nc', '__proto__', 'constructor', '*');
const junk = fc.oneof({ weight: 1, arbitrary: fc.jsonValue({ maxDepth: 2 }) }, { weight: 4, arbitrary: word });
const words = fc.oneof({ weight: 6, arbitrary: fc.array(junk, { maxLength: 6 }) }, { weight: 1, arbitrary: fc.jsonValue() });

function some<T extends object>(shape: { [K in keyof T]: fc.Arbitrary<T[K]> }): fc.Arbitrary<unknown> {
  return fc.oneof({ weight: 12, arbitrary: fc.record(shape, { requiredKeys: [] }) }, { weight: 1, arbitrary: fc.jsonValue() });
}

const status = some({ id: junk, name: junk, aliases: words, group: fc.oneof(junk, fc.constantFrom('to-do', 'doing', 'done', 'dropped')), next: words, color: fc.oneof(junk, fc.constantFrom('red', 'blue')), asks: fc.oneof(junk, fc.constantFrom('reason', 'successor')), later: fc.jsonValue() });
const levels = fc.oneof(fc.jsonValue(), fc.dictionary(fc.constantFrom(...GATES, 'later', '__proto__'), fc.oneof(fc.constantFrom('off', 'warn', 'block'), fc.jsonValue())));
const gate = some({ from: fc.oneof(fc.constant('*'), junk), to: junk, levels, later: fc.jsonValue() });
const toggle = some({ property: junk, name: junk, to: fc.oneof(junk, fc.constant(null)), later: fc.jsonValue() });

export const storedWorkflow = some({
  id: junk,
  name: junk,
  statuses: fc.oneof({ weight: 8, arbitrary: fc.array(status, { maxLength: 7 }) }, { weight: 1, arbitrary: fc.jsonValue() }),
  gates: fc.oneof({ weight: 8, arbitrary: fc.array(gate, { maxLength: 6 }) }, { weight: 1, arbitrary: fc.jsonValue() }),
  toggles: fc.oneof({ weight: 8, arbitrary: fc.array(toggle, { maxLength: 5 }) }, { weight: 1, arbitrary: fc.jsonValue() }),
  templates: words,
  folders: words,
  later: fc.jsonValue(),
});

export const storedWorkflows = fc.oneof({ weight: 10, arbitrary: fc.array(fc.oneof({ weight: 8, arbitrary: storedWorkflow }, { weight: 1, arbitrary: fc.constant(DEFAULT_WORKFLOW) }), { maxLength: 4 }) }, { weight: 1, arbitrary: fc.anything({ withBigInt: true, withDate: true, withMap: true, withNullPrototype: true }) });
