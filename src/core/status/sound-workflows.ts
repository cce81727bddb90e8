/**
 * Workflows from whatever was stored. The sound parts are kept, so that of every workflow that leaves here it holds: it
 * has a status; ids are unique; one spelling means one status; `next`, gates and toggles name only statuses there are.
 */
import { GATE_LEVELS, GATES, type GateLevels, type TransitionGates } from './gate';
import { soundIds } from './sound-ids';
import { choiceIn, isStoredObject, lineIn, linesIn, objectsIn, restOf, type StoredObject } from './stored-value';
import { DEFAULT_WORKFLOW, foldStatus, STATUS_COLORS, STATUS_GROUPS, STATUS_QUESTIONS, type StatusDefinition, type StatusToggle, type Workflow } from './workflow';

const WORKFLOW_KEYS = ['id', 'name', 'statuses', 'gates', 'toggles', 'templates', 'folders'];
const STATUS_KEYS = ['id', 'name', 'aliases', 'group', 'next', 'color', 'asks'];

/** The id of the status that a stored reference means. */
type Refer = (stored: unknown) => string | undefined;

/** Never empty, never throws; the result put in again comes out the same. */
export function soundWorkflows(stored: unknown): readonly Workflow[] {
  const found = objectsIn(stored).flatMap((raw) => {
    const { statuses, refer } = soundStatuses(raw['statuses']);
    return statuses.length === 0 ? [] : [{ raw, statuses, refer, id: raw['id'], name: lineIn(raw['name']) || lineIn(raw['id']) || 'Workflow' }];
  });
  const ids = soundIds(found, 'workflow');
  const sound = found.map(({ raw, statuses, refer, name }, at): Workflow => ({
    ...restOf(raw, WORKFLOW_KEYS),
    id: ids[at] ?? '',
    name,
    statuses,
    ...ifListed(raw['gates'], (gates) => ({ gates: soundGates(gates, refer) })),
    ...ifListed(raw['toggles'], (toggles) => ({ toggles: soundToggles(toggles, refer) })),
    ...ifListed(raw['templates'], (templates) => ({ templates: linesIn(templates) })),
    ...ifListed(raw['folders'], (folders) => ({ folders: linesIn(folders) })),
  }));
  return sound.length > 0 ? sound : [DEFAULT_WORKFLOW];
}

/** The workflow made sound: what named a status that it has no more is gone. */
export function soundWorkflow(workflow: Workflow): Workflow {
  return soundWorkflows([workflow])[0] ?? DEFAULT_WORKFLOW;
}

/** Of two statuses of one name the first; names and ids count before other spellings, and of those the first. */
function soundStatuses(stored: unknown): { readonly statuses: readonly StatusDefinition[]; readonly refer: Refer } {
  const byName = new Map<string, { readonly raw: StoredObject; readonly id: unknown; readonly name: string }>();
  for (const raw of objectsIn(stored)) {
    const name = lineIn(raw['name']) || lineIn(raw['id']);
    const spelling = foldStatus(name);
    if (spelling !== '' && !byName.has(spelling)) byName.set(spelling, { raw, id: raw['id'], name });
  }
  const entries = [...byName.values()];
  const ids = soundIds(entries, 'status');
  const idOf = new Map<unknown, string>([...entries.map(({ id }, at) => [id, ids[at] ?? ''] as const).reverse(), ...ids.map((id) => [id, id] as const)]);
  const refer: Refer = (word) => (typeof word === 'string' ? idOf.get(word) : undefined);
  const owners = new Map(entries.flatMap(({ name }, at) => [name, ids[at] ?? ''].map((word) => [foldStatus(word), at] as const)));
  const isOwn = (word: string, at: number): boolean => {
    const spelling = foldStatus(word);
    if (!owners.has(spelling)) owners.set(spelling, at);
    return spelling !== '' && owners.get(spelling) === at;
  };
  const statuses = entries.map(({ raw, name }, at): StatusDefinition => {
    const [color, asks] = [choiceIn(STATUS_COLORS, raw['color']), choiceIn(STATUS_QUESTIONS, raw['asks'])];
    return {
      ...restOf(raw, STATUS_KEYS),
      id: ids[at] ?? '',
      name,
      aliases: linesIn(raw['aliases']).filter((alias) => isOwn(alias, at)),
      group: choiceIn(STATUS_GROUPS, raw['group']) ?? 'to-do',
      next: referredBy(raw['next'], refer).filter((id) => id !== ids[at]),
      ...(color && { color }),
      ...(asks && { asks }),
    };
  });
  return { statuses, refer };
}

function referredBy(stored: unknown, refer: Refer): readonly string[] {
  return Array.isArray(stored) ? [...new Set(stored.flatMap((word) => refer(word) ?? []))] : [];
}

/** Of two entries for one move the first. */
function soundGates(stored: readonly unknown[], refer: Refer): readonly TransitionGates[] {
  const byMove = new Map<string, TransitionGates>();
  for (const raw of objectsIn(stored)) {
    const from = raw['from'] === '*' ? '*' : refer(raw['from']);
    const to = refer(raw['to']);
    if (from === undefined || to === undefined || byMove.has(`${from} ${to}`)) continue;
    byMove.set(`${from} ${to}`, { ...restOf(raw, ['from', 'to', 'levels']), from, to, levels: soundLevels(raw['levels']) });
  }
  return [...byMove.values()];
}

function soundLevels(stored: unknown): GateLevels {
  const levels = isStoredObject(stored) ? stored : {};
  const sound = GATES.flatMap((gate) => {
    const level = choiceIn(GATE_LEVELS, levels[gate]);
    return level === undefined ? [] : [[gate, level] as const];
  });
  return { ...restOf(levels, GATES), ...Object.fromEntries(sound) };
}

/** Of two toggles of one property the first; one to a status that is gone is a flag. */
function soundToggles(stored: readonly unknown[], refer: Refer): readonly StatusToggle[] {
  const byProperty = new Map<string, StatusToggle>();
  for (const raw of objectsIn(stored)) {
    const property = lineIn(raw['property']);
    const key = property.toLowerCase();
    if (property === '' || byProperty.has(key)) continue;
    byProperty.set(key, { ...restOf(raw, ['property', 'name', 'to']), property, name: lineIn(raw['name']) || property, to: refer(raw['to']) ?? null });
  }
  return [...byProperty.values()];
}

/** Lists that were never stored stay so. */
function ifListed<T>(stored: unknown, read: (list: readonly unknown[]) => T): Partial<T> {
  return Array.isArray(stored) ? read(stored) : {};
}
