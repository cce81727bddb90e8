/** What a row's click, key and box lead to, in the pane and wherever else rows are shown. */
import { type App, Keymap } from 'obsidian';
import type { CellRole } from '../../core/indexing/indexed-note';
import type { RollupRow } from '../../core/indexing/query';
import { plainText } from '../../core/markdown/inline';
import type { Refusal } from '../../core/text/edit-result';
import type { Undo } from '../../vault/note-access';
import type { IndexNews } from '../index-news';
import type { PlanDoors } from '../plan-doors';
import { type ExportParts, openExportMenu, type Shown } from './export-menu';
import { writeCell, writeTick } from './row-writes';

/** What rows ask of the world around them. */
export interface PaneActions {
  /** Opens the note at the row's line; the event tells whether in a new tab. */
  open(row: RollupRow, event: MouseEvent | KeyboardEvent | null): void;
  /** Ticks or unticks the row's task; resolves when it is written, or the user has been told why not. */
  tick(row: RollupRow): Promise<TickOutcome>;
  /** Writes one cell of the row's table; answers the row as it stands then, null when it was not written, which the user has been told. */
  setCell(row: RollupRow, role: CellRole, value: string): Promise<RollupRow | null>;
  /** Tells that the pane is read-only, and how it is not. */
  tellLocked(): void;
  /** Tells that the row is gone, and what was typed for it. */
  lost(row: RollupRow, typed: string): void;
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
  const open: PaneActions['open'] = ({ path, line }, event) => {
    const file = app.vault.getFileByPath(path);
    const opened = file ? app.workspace.getLeaf(event ? Keymap.isModEvent(event) : false).openFile(file, { active: true, eState: { line } }) : Promise.reject(new Error('It is gone'));
    opened.catch((error: unknown) => {
      report.refusal({ code: 'note-gone', message: `The note “${path}” can't be opened. ${error instanceof Error ? error.message : ''}` });
    });
  };
  const refuse = (row: RollupRow, refusal: Refusal): void => { report.refusal(refusal, { name: 'Open note', run: () => { open(row, null); } }); };
  return {
    open,
    async tick(row: RollupRow): Promise<TickOutcome> {
      const outcome = await writeTick(notes, row);
      if (!outcome.ok) refuse(row, outcome.refusal);
      const isChanged = outcome.ok && outcome.isChanged;
      return { undo: (outcome.ok && outcome.undo) || null, followed: isChanged ? feeder.catchUp(row.path) : Promise.resolve() };
    },
    async setCell(row: RollupRow, role: CellRole, value: string): Promise<RollupRow | null> {
      const { outcome, target, name } = await writeCell(notes, row, { role, value });
      if (!outcome.ok) {
        refuse(row, outcome.refusal);
        return null;
      }
      if (outcome.isChanged) report.done(`${name}.`, outcome.undo);
      void feeder.catchUp(row.path);
      return { ...row, target, [role]: value === '' ? null : value };
    },
    tellLocked(): void {
      report.info('The pane is read-only. The padlock above the list turns ticks and edits on.');
    },
    lost(row: RollupRow, typed: string): void {
      refuse(row, { code: 'line-gone', message: `“${plainText(row.text)}” has changed or gone, so “${typed}” was not written. Open the note and look at it.` });
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
