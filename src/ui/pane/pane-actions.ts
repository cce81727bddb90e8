/** What a row's click, key and box lead to, in the pane and wherever else rows are shown. */
import { type App, type HoverParent, Keymap, type PaneType } from 'obsidian';
import { addRowTo, rowForm } from '../../core/edit/add-row';
import { CELL_ROLES, type CellRole } from '../../core/indexing/indexed-note';
import type { PlanIndex } from '../../core/indexing/plan-index';
import type { RollupRow } from '../../core/indexing/query';
import { usedValues } from '../../core/indexing/used-values';
import { plainText } from '../../core/markdown/inline';
import type { Refusal } from '../../core/text/edit-result';
import type { Undo, UndoableNotes } from '../../vault/note-access';
import type { IndexNews } from '../index-news';
import { showKeys } from '../modals/keys-dialog';
import { askForRow } from '../modals/row-dialog';
import type { PlanDoors } from '../plan-doors';
import type { DriftDoors } from '../drift-doors';
import type { MenuPlace } from '../status/status-menu';
import { type ExportParts, openExportMenu, savePicture, type Shown } from './export-menu';
import { OwnWrites } from './own-writes';
import { type RowOffer, showRowMenu } from './row-menu';
import { writeCell, writeTick } from './row-writes';
import { tickSeveral } from './tick-several';
import { openViewsMenu, type ViewsParts, type ViewsRequest } from './views-menu';

export interface TickOutcome {
  /** Null where nothing was changed. */
  readonly undo: Undo | null;
  /** Resolves when the index has followed, or there is nothing to follow. */
  readonly followed: Promise<void>;
}

export interface ActionParts extends ExportParts, Omit<ViewsParts, 'app'> {
  readonly notes: UndoableNotes;
  readonly index: PlanIndex;
  readonly feeder: Pick<IndexNews, 'catchUp' | 'isStopped'>;
  readonly doors: PlanDoors;
  readonly drift: DriftDoors;
  /** Lets the user move several plans to one status. */
  readonly moveSeveral: (paths: readonly string[]) => void;
}

/** Source of the previews that rows show when the pointer rests on them. */
export const HOVER_SOURCE = 'plan-rollup';
/** Values that a field offers. */
export const MOST_OFFERED = 8;

export class PaneActions {
  private readonly hoverParent: HoverParent = { hoverPopover: null };
  private readonly own = new OwnWrites();

  constructor(
    private readonly app: App,
    private readonly parts: ActionParts,
  ) {}

  /** Opens the note at the row's line: where the event says, or in such a leaf. */
  open({ path, line }: RollupRow, where: MouseEvent | KeyboardEvent | PaneType | null): void {
    const { vault, workspace } = this.app;
    const file = vault.getFileByPath(path);
    const leaf = typeof where === 'string' ? where : where !== null && Keymap.isModEvent(where);
    const opened = file ? workspace.getLeaf(leaf).openFile(file, { active: true, eState: { line } }) : Promise.reject(new Error('It is gone'));
    opened.catch((error: unknown) => {
      this.parts.report.refusal({ code: 'note-gone', message: `The note “${path}” can't be opened. ${error instanceof Error ? error.message : ''}` });
    });
  }

  /** Shows a preview of the row's place in its note, as links do. */
  preview({ path, line }: RollupRow, event: MouseEvent): void {
    this.app.workspace.trigger('hover-link', { event, source: HOVER_SOURCE, hoverParent: this.hoverParent, targetEl: event.currentTarget, linktext: path, sourcePath: path, state: { scroll: line } });
  }

  /** What can be done with the row, at the pointer or beside the element. */
  showMenu(at: MouseEvent | HTMLElement, offer: RowOffer | null): void {
    if (offer) showRowMenu(at, offer, { app: this.app, report: this.parts.report, actions: this });
  }

  /** Ticks or unticks the row's task; resolves when it is written, or the user has been told why not. */
  async tick(row: RollupRow): Promise<TickOutcome> {
    const outcome = await writeTick({ notes: this.parts.notes, own: this.own }, row);
    if (!outcome.ok) this.refuse(row, outcome.refusal);
    const isChanged = outcome.ok && outcome.isChanged;
    return { undo: (outcome.ok && outcome.undo) || null, followed: isChanged ? this.parts.feeder.catchUp(row.path) : Promise.resolve() };
  }

  /** Writes one cell of the row's table; answers the row as it stands then, null when it was not written, which the user has been told. */
  async setCell(row: RollupRow, role: CellRole, value: string): Promise<RollupRow | null> {
    if (this.parts.feeder.isStopped) {
      this.refuse(row, { code: 'note-changed', message: `Plan Rollup was switched off while “${plainText(row.text)}” was being edited, so “${value}” was not written.` });
      return null;
    }
    const { outcome, row: written, name } = await writeCell({ notes: this.parts.notes, own: this.own }, row, { role, value });
    if (!outcome.ok) {
      const { code, message } = outcome.refusal;
      this.refuse(row, { code, message: value === '' ? message : `${message} You typed “${value}”.` });
      return null;
    }
    if (outcome.isChanged) this.parts.report.done(`${name}.`, outcome.undo);
    void this.parts.feeder.catchUp(row.path);
    return written;
  }

  /** Asks for the cells of a new row in the row's table, and adds it there. */
  async addRow(row: RollupRow): Promise<void> {
    const { notes, index, report, feeder } = this.parts;
    const { path, target, columns, plan } = row;
    const text = await notes.read(path);
    if (!target || text === null) return;
    const read = rowForm(text, target);
    if (!read.ok) {
      this.refuse(row, read.refusal);
      return;
    }
    const { form } = read;
    const roleOf = (column: string): CellRole | undefined => CELL_ROLES.find((role) => form.columns[columns?.[role] ?? -1] === column);
    const values = await askForRow(this.app, { ...form, title: `Add a row to ${plan}`, suggest: (column) => {
      const role = roleOf(column);
      return role ? usedValues(index, { path, role }, MOST_OFFERED) : [];
    } });
    if (!values) return;
    const outcome = await notes.edit(path, (now) => addRowTo(now, target, values), `Add a row to “${plan}”`);
    if (!outcome.ok) this.refuse(row, outcome.refusal);
    else {
      report.done(`Added a row to “${plan}”.`, outcome.undo);
      void feeder.catchUp(path);
    }
  }

  /** Ticks the open ones among the rows, when the user has seen which. */
  tickSeveral(rows: readonly RollupRow[]): void {
    tickSeveral(this.app, this.parts, rows);
  }

  /** Moves the rows' plans to one status, when the user has seen what becomes of each. */
  moveSeveral(rows: readonly RollupRow[]): void {
    this.parts.moveSeveral([...new Set(rows.map(({ path }) => path))]);
  }

  /** Lists the keys. */
  showKeys(): void {
    showKeys(this.app);
  }

  /** Tells that the pane is read-only, and how it is not. */
  tellLocked(): void {
    this.parts.report.info('The pane is read-only. The padlock above the list turns ticks and edits on.');
  }

  /** Tells in which lenses rows are chosen. */
  tellNoChoice(): void {
    this.parts.report.info('Rows are chosen together in Plans, to move them, and in Verification and Questions, to tick them.');
  }

  /** Takes back what was done to the row; whether it was, which the user is told if not. */
  async takeBack({ path }: RollupRow, undo: Undo): Promise<boolean> {
    const outcome = await undo();
    if (outcome.ok) void this.parts.feeder.catchUp(path);
    else this.parts.report.refusal(outcome.refusal);
    return outcome.ok;
  }

  /** Lets the user pick another status for the row's plan. */
  pickStatus({ path }: Pick<RollupRow, 'path'>): void {
    this.parts.doors.pick(path);
  }

  /** Offers to take what is shown elsewhere. */
  exportRows(event: MouseEvent, shown: Shown): void {
    openExportMenu(event, this.parts, shown);
  }

  /** Writes a picture to a file of the vault. */
  savePicture(title: string, svg: string): void {
    void savePicture(this.parts, title, svg);
  }

  /** Offers the saved views, and to save what is shown as one. */
  openViews(request: ViewsRequest): void {
    void openViewsMenu({ app: this.app, ...this.parts }, request);
  }

  /** Mends the row's contradiction; a menu opens at the place. */
  mend({ path, kind }: RollupRow, place: MenuPlace): void {
    if (kind !== undefined) this.parts.drift.mend({ path, kind }, place);
  }

  /** The row's plan is not told of this kind of contradiction any more. */
  ignore({ path, kind }: RollupRow): void {
    if (kind !== undefined) this.parts.drift.ignore({ path, kind });
  }

  private refuse(row: RollupRow, refusal: Refusal): void {
    if (refusal.code === 'note-gone') this.parts.report.refusal(refusal);
    else this.parts.report.refusal(refusal, { name: 'Open note', run: () => { this.open(row, null); } });
  }
}
