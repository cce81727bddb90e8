/** Commands that move a plan's status: the picker, one step on or back, one for each status and each toggle of the workflows. */
import type { StatusDefinition, StatusToggle, Workflow } from '../core/status/workflow';
import { type AddCommand, type CommandParts, noteCommand } from './plan-commands';
import type { PlanMoves } from './plan-moves';

/** How commands come and go: those of statuses follow the settings. */
export interface CommandRegistry {
  readonly add: AddCommand;
  readonly remove: (id: string) => void;
}

export function addStatusCommands({ add, remove }: CommandRegistry, parts: CommandParts, moves: PlanMoves): void {
  add(noteCommand(parts, { id: 'set-status', name: 'Set plan status…', icon: 'milestone' }, (path) => moves.pick(path)));
  add(noteCommand(parts, { id: 'advance-status', name: 'Advance plan status', icon: 'arrow-right' }, (path) => moves.step(path, 'next')));
  add(noteCommand(parts, { id: 'revert-status', name: 'Revert plan status', icon: 'arrow-left' }, (path) => moves.step(path, 'previous')));
  const { settings } = parts;
  let known: ReadonlyMap<string, string> = new Map();
  const follow = (): void => {
    const { workflows } = settings.reading;
    const wanted = [
      ...distinctStatuses(workflows).map(({ id, name }) => ({ id: `set-status-${id}`, name: `Set plan status to ${name}`, icon: 'milestone', run: (path: string) => moves.moveTo(path, id) })),
      ...distinctToggles(workflows).map(({ property, name }) => ({ id: `toggle-${slug(property)}`, name: `Toggle ${name.charAt(0).toLowerCase()}${name.slice(1)}`, icon: 'square-check', run: (path: string) => moves.toggle(path, property) })),
    ];
    const names = new Map(wanted.map(({ id, name }) => [id, name]));
    for (const [id, name] of known) if (names.get(id) !== name) remove(id);
    for (const { run, ...command } of wanted) if (known.get(command.id) !== command.name) add(noteCommand(parts, command, run));
    known = names;
  };
  follow();
  settings.onReadingChange(follow);
}

/** Statuses of all workflows; of those with one id the first. */
function distinctStatuses(workflows: readonly Workflow[]): StatusDefinition[] {
  return distinct(workflows.flatMap(({ statuses }) => statuses), ({ id }) => id);
}

function distinctToggles(workflows: readonly Workflow[]): StatusToggle[] {
  return distinct(workflows.flatMap(({ toggles = [] }) => toggles), ({ property }) => slug(property));
}

function distinct<T>(all: readonly T[], keyOf: (each: T) => string): T[] {
  return [...new Map([...all].reverse().map((each) => [keyOf(each), each])).values()].reverse();
}

/** A property's key as part of a command's id. */
function slug(property: string): string {
  return property.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '-');
}
