/** The menu of a row: where it can be opened, what can be changed of it, what can be taken elsewhere. */
import { type App, Menu, type PaneType } from 'obsidian';
import type { RollupRow } from '../../core/indexing/query';
import { plainText } from '../../core/markdown/inline';
import type { Report } from '../report';
import type { GroupAction } from './group-action';

/** A row, and what can be done with it here and now; null for what can't. */
export interface RowOffer {
  readonly row: RollupRow;
  readonly tick: (() => void) | null;
  readonly edit: (() => void) | null;
  readonly addRow: (() => void) | null;
  readonly canMove: boolean;
  /** The row is one of several that are chosen: what can be done with all of them, in place of what is done with it alone. */
  readonly together: GroupAction | null;
}

export interface MenuParts {
  readonly app: App;
  readonly report: Report;
  readonly actions: {
    open(row: RollupRow, where: PaneType | null): void;
    pickStatus(row: RollupRow): void;
  };
}

export function showRowMenu(at: MouseEvent | HTMLElement, { row, tick, edit, addRow, canMove, together }: RowOffer, { app, report, actions }: MenuParts): void {
  const menu = new Menu();
  const el = 'currentTarget' in at ? (at.currentTarget as HTMLElement) : at;
  const add = (section: string, title: string, icon: string, run: () => void): void => {
    menu.addItem((item) => item.setTitle(title).setIcon(icon).setSection(section).onClick(run));
  };
  const copy = (what: string, text: string): void => {
    el.win.navigator.clipboard.writeText(text).then(
      () => { report.info(`Copied the ${what}.`); },
      () => { report.refusal({ code: 'write-failed', message: 'The clipboard can’t be written. Click into the window, then try again.' }); },
    );
  };
  add('open', 'Open', 'file', () => { actions.open(row, null); });
  add('open', 'Open in new tab', 'file-plus', () => { actions.open(row, 'tab'); });
  add('open', 'Open to the right', 'separator-vertical', () => { actions.open(row, 'split'); });
  if (together?.isOn === true) add('action', together.name, 'list-checks', together.run);
  if (tick) add('action', row.state === 'done' ? 'Untick' : 'Tick', 'check-square', tick);
  if (edit) add('action', 'Edit…', 'pencil', edit);
  if (addRow) add('action', 'Add row…', 'plus', addRow);
  if (canMove) add('action', 'Set status…', 'milestone', () => { actions.pickStatus(row); });
  const file = app.vault.getFileByPath(row.path);
  const heading = row.section.at(-1);
  if (file) add('copy', heading === undefined ? 'Copy link to note' : 'Copy link to section', 'link', () => { copy('link', app.fileManager.generateMarkdownLink(file, '', heading === undefined ? '' : `#${linkable(heading)}`)); });
  add('copy', 'Copy text', 'copy', () => { copy('text', plainText(row.text)); });
  if ('clientX' in at) menu.showAtMouseEvent(at);
  else {
    const { left, bottom } = el.getBoundingClientRect();
    menu.showAtPosition({ x: left, y: bottom }, el.doc);
  }
}

/** Signs that end a link's heading are blanks there, as Obsidian writes them. */
function linkable(heading: string): string {
  return plainText(heading).replace(/[#|^:[\]\\]|%%/g, ' ').replace(/ +/g, ' ').trim();
}
