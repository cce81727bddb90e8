/** What a row's click, key and box lead to, in the pane and wherever else rows are shown. */
import { type App, Keymap } from 'obsidian';
import { setTaskMark } from '../../core/edit/edit-checklist';
import { plainText } from '../../core/markdown/inline';
import type { RollupRow } from '../../core/indexing/query';
import { type ExportParts, openExportMenu, savePicture, type Shown } from './export-menu';
import type { DriftDoors } from '../drift-doors';
import type { PlanDoors } from '../plan-doors';
import type { IndexNews } from '../index-news';
import type { PaneActions } from './rollup-pane';
import { openViewsMenu, type ViewsParts } from './views-menu';

export interface ActionParts extends ExportParts, Omit<ViewsParts, 'app'> {
  readonly feeder: Pick<IndexNews, 'catchUp'>;
  readonly doors: PlanDoors;
  readonly drift: DriftDoors;
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
    async tick({ path, target, state, text }: RollupRow): Promise<void> {
      if (!target) return;
      const outcome = await notes.edit(path, (note) => setTaskMark(note, target, state === 'done' ? ' ' : 'x'), `${state === 'done' ? 'Untick' : 'Tick'} “${plainText(text)}”`);
      if (!outcome.ok) report.refusal(outcome.refusal);
      else if (outcome.isChanged) await feeder.catchUp(path);
    },
    pickStatus({ path }: RollupRow): void {
      parts.doors.pick(path);
    },
    mend({ path, kind }: RollupRow, place): void {
      if (kind !== undefined) parts.drift.mend({ path, kind }, place);
    },
    ignore({ path, kind }: RollupRow): void {
      if (kind !== undefined) parts.drift.ignore({ path, kind });
    },
    exportRows(event: MouseEvent, shown: Shown): void {
      openExportMenu(event, parts, shown);
    },
    savePicture(title: string, svg: string): void {
      void savePicture(parts, title, svg);
    },
    openViews(event: MouseEvent, source: string, show): void {
      void openViewsMenu({ app, ...parts }, { event, source, show });
    },
  };
}
