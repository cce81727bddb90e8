/** What a row's click, key and box lead to, in the pane and wherever else rows are shown. */
import { type App, Keymap } from 'obsidian';
import { setTaskMark } from '../../core/edit/edit-checklist';
import type { RollupRow } from '../../core/indexing/query';
import { plainText } from '../../core/markdown/inline';
import type { Undo } from '../../vault/note-access';
import type { IndexNews } from '../index-news';
import type { PlanDoors } from '../plan-doors';
import { type ExportParts, openExportMenu, type Shown } from './export-menu';

/** What rows ask of the world around them. */
export interface PaneActions {
  /** Opens the note at the row's line; the event tells whether in a new tab. */
  open(row: RollupRow, event: MouseEvent | KeyboardEvent | null): void;
  /** Ticks or unticks the row's task; resolves when it is written, or the user has been told why not. */
  tick(row: RollupRow): Promise<TickOutcome>;
  /** Takes back what was done to the row; whether it was, which the user is told if not. */
  takeBack(row: RollupRow, undo: Undo): Promise<boolean>;
  /** Lets the user pick another status for the row's plan. */
  pickStatus(row: RollupRow): void;
  /** Offers to take what is shown elsewhere. */
  exportRows(event: MouseEvent, shown: Shown): void;
}

export interface TickOutcome {
  /** Null where nothing was changed. */
  readonly undo: Undo | null;
  /** Resolves when the index has followed, or there is nothing to follow. */
  readonly followed: Promise<void>;
}

export interface ActionParts extends ExportParts {
  readonly feeder: Pick<IndexNews, 'catchUp'>;
  readonly doors: PlanDoors;
}

export function paneActions(app: App, parts: ActionParts): PaneActions {
  const { feeder, notes, report } = parts;
  return {
    open({ path, line }: RollupRow, event): void {
      const file = app.vault.getFileByPath(path);
      const opened = file ? app.workspace.getLeaf(event ? Keymap.isModEvent(event) : false).openFile(file, { active: true, eState: { line } }) : Promise.reject(new Error('It is gone'));
      opened.catch((error: unknown) => {
        report.refusal({ code: 'note-gone', message: `The note “${path}” can't be opened. ${error instanceof Error ? error.message : ''}` });
      });
    },
    async tick({ path, target, state, text }: RollupRow): Promise<TickOutcome> {
      const followed = Promise.resolve();
      if (!target) return { undo: null, followed };
      const outcome = await notes.edit(path, (note) => setTaskMark(note, target, state === 'done' ? ' ' : 'x'), `${state === 'done' ? 'Untick' : 'Tick'} “${plainText(text)}”`);
      if (outcome.ok) return { undo: outcome.undo ?? null, followed: outcome.isChanged ? feeder.catchUp(path) : followed };
      report.refusal(outcome.refusal);
      return { undo: null, followed };
    },
    async takeBack({ path }: RollupRow, undo: Undo): Promise<boolean> {
      const outcome = await undo();
      if (outcome.ok) void feeder.catchUp(path);
      else report.refusal(outcome.refusal);
      return outcome.ok;
    },
    pickStatus({ path }: RollupRow): void {
      parts.doors.pick(path);
    },
    exportRows(event: MouseEvent, shown: Shown): void {
      openExportMenu(event, parts, shown);
    },
  };
}
