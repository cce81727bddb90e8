/** What the command files need of the plugin: its parts, and how a command is added. */
import type { App, Command } from 'obsidian';
import type { CalendarDate } from '../core/date/calendar-date';
import type { SettingsStore } from '../settings/settings-store';
import type { FormDrafts } from '../ui/modals/form-drafts';
import type { Report } from '../ui/report';
import type { UndoableNotes } from '../vault/note-access';
import type { Templates } from '../vault/template-library';

export interface CommandParts {
  readonly app: App;
  readonly notes: UndoableNotes;
  readonly settings: SettingsStore;
  readonly report: Report;
  readonly drafts: FormDrafts;
  /** The templates there are now, the built-in ones first. */
  readonly templates: () => Promise<Templates>;
  /** The present instant in moment's format tokens. */
  readonly formatNow: (pattern: string) => string;
  /** The clock: the day it is for the user. */
  readonly today: () => CalendarDate;
}

export type AddCommand = (command: Command) => unknown;

/** Path of the note in front of the user; null when there is none. */
export function activeNotePath({ app }: CommandParts): string | null {
  const file = app.workspace.getActiveFile();
  return file?.extension === 'md' ? file.path : null;
}

/** Binds an action on the active note to a command that shows only while there is one. */
export function noteCommand(parts: CommandParts, command: { id: string; name: string; icon: string }, run: (path: string) => Promise<void>): Command {
  return {
    ...command,
    checkCallback: (isChecking) => {
      const path = activeNotePath(parts);
      if (path === null) return false;
      if (!isChecking) void run(path);
      return true;
    },
  };
}
