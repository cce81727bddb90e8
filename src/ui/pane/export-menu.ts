/** Takes what the pane shows elsewhere: to the clipboard in three forms, or into a note of its own. */
import { Menu } from 'obsidian';
import { EXPORT_FORMATS, type ExportFormat, exportRows } from '../../core/indexing/export-rows';
import { columnsOf } from '../../core/indexing/lens-columns';
import type { QueryResult } from '../../core/indexing/query';
import { notePath } from '../../core/template/note-path';
import type { NoteAccess } from '../../vault/note-access';
import type { Report } from '../report';
import type { PaneLens } from './pane-lenses';

export interface ExportParts {
  readonly notes: NoteAccess;
  readonly report: Report;
  readonly today: () => string;
}

/** What is shown, and by what. */
export interface Shown {
  readonly lens: PaneLens;
  readonly query: string;
  readonly result: QueryResult;
}

/** Files of one name and day. */
const MOST_OF_A_DAY = 99;
const NAMES: Readonly<Record<ExportFormat, string>> = { markdown: 'Markdown table', csv: 'CSV', json: 'JSON' };

export function openExportMenu(event: MouseEvent, parts: ExportParts, shown: Shown): void {
  const menu = new Menu();
  const win = (event.currentTarget as HTMLElement).win;
  for (const format of EXPORT_FORMATS) {
    menu.addItem((item) => item.setTitle(`Copy as ${NAMES[format]}`).setIcon('copy').onClick(() => void copy(win, parts, { shown, format })));
  }
  menu.addItem((item) => item.setTitle('Write a snapshot note').setIcon('camera').onClick(() => void writeSnapshot(parts, shown)));
  menu.showAtMouseEvent(event);
}

function textOf({ lens, result }: Shown, format: ExportFormat): string {
  return exportRows(Array.from({ length: result.length }, (_none, at) => result.row(at)), columnsOf(lens.id), format);
}

async function copy(win: Window, { report }: ExportParts, { shown, format }: { readonly shown: Shown; readonly format: ExportFormat }): Promise<void> {
  try {
    await win.navigator.clipboard.writeText(textOf(shown, format));
    report.info(`Copied ${shown.result.length.toLocaleString()} rows as ${NAMES[format]}.`);
  } catch {
    report.refusal({ code: 'write-failed', message: 'The clipboard can’t be written. Click into the window, then try again.' });
  }
}

/** What is shown, as a note that no longer follows the vault. */
export async function writeSnapshot(parts: ExportParts, shown: Shown): Promise<void> {
  const { lens, query, result } = shown;
  const today = parts.today();
  const asked = query.trim() === '' ? '' : `Filter: \`${query.replace(/`/g, '')}\`. `;
  const text = `---\nplan: false\n---\n# ${lens.name} on ${today}\n\n${asked}${result.length.toLocaleString()} of ${result.total.toLocaleString()}.\n\n${textOf(shown, 'markdown')}`;
  await createDated(parts, { name: lens.name, extension: 'md', text });
}

/** A picture as a file of the vault. */
export async function savePicture(parts: ExportParts, title: string, svg: string): Promise<void> {
  await createDated(parts, { name: title, extension: 'svg', text: svg });
}

/** A new file with the day in its name; a second one of a day gets a number. */
async function createDated({ notes, report, today }: ExportParts, file: { readonly name: string; readonly extension: string; readonly text: string }): Promise<void> {
  for (let number = 1; number <= MOST_OF_A_DAY; number++) {
    const path = notePath('', `${file.name} ${today()}`, number === 1 ? undefined : number);
    const created = path.ok ? await notes.create(path.path.replace(/md$/, file.extension), file.text) : path;
    if (created.ok) {
      report.info(`Wrote “${created.path}”.`);
      return;
    }
    if (created.refusal.code !== 'path-taken') {
      report.refusal(created.refusal);
      return;
    }
  }
  report.refusal({ code: 'path-taken', message: `There are ${MOST_OF_A_DAY} files “${file.name} ${today()}” already. Delete or rename some, then try again.` });
}
