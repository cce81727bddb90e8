/** Two commands for each of the user's own templates, as for the built-in ones; kept in step with their folder. */
import { type Component, debounce, type TAbstractFile, TFile } from 'obsidian';
import { BUILT_IN_TEMPLATES } from '../core/template/builtin';
import { templateCommands } from './insert-commands';
import type { AddCommand, CommandParts } from './plan-commands';
import { namedInText } from './plan-form';

/** Milliseconds after a change in the folder: several files may come at once. */
const PAUSE = 500;

export interface OwnCommands {
  readonly add: AddCommand;
  readonly remove: (id: string) => void;
  /** Whether the file at a path is, or should be, a template of the user's. */
  readonly holds: (path: string) => boolean;
}

/** Until `owner` is unloaded. A copy of a built-in template has that one's commands. */
export function keepOwnCommands(owner: Component, parts: CommandParts, { add, remove, holds }: OwnCommands): void {
  const { app, settings } = parts;
  let ids: readonly string[] = [];
  let isOver = false;
  const renew = async (): Promise<void> => {
    const { templates } = await parts.templates();
    if (isOver) return;
    const own = templates.filter(({ id, path }) => path !== undefined && !BUILT_IN_TEMPLATES.some((template) => template.id === id));
    const commands = own.flatMap((template) => templateCommands(parts, { id: `own-${template.id}`, name: namedInText(template), isIt: ({ path }) => path === template.path }));
    for (const id of ids) remove(id);
    ids = commands.map(({ id }) => id);
    for (const command of commands) add(command);
  };
  const renewLater = debounce(() => void renew(), PAUSE, true);
  const follow = (file: TAbstractFile, from = ''): void => {
    if (!(file instanceof TFile) || holds(file.path) || holds(from)) renewLater();
  };
  owner.register(() => {
    isOver = true;
    renewLater.cancel();
  });
  settings.onChange(({ templateFolder }) => {
    if (templateFolder !== settings.current.templateFolder) renewLater();
  });
  app.workspace.onLayoutReady(() => {
    if (isOver) return;
    for (const name of ['create', 'modify', 'delete', 'rename'] as const) owner.registerEvent(app.vault.on(name as 'rename', follow));
    renewLater();
  });
}
