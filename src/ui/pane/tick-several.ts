/** Ticks the chosen rows, note by note: one change to take back, however many notes there are. */
import type { App } from 'obsidian';
import { setTaskMarks } from '../../core/edit/edit-checklist';
import type { RollupRow } from '../../core/indexing/query';
import { plainText } from '../../core/markdown/inline';
import type { UndoableNotes } from '../../vault/note-access';
import type { IndexNews } from '../index-news';
import { askForTicks, type TickedNote } from '../modals/tick-dialog';
import type { Report } from '../report';

export interface TickParts {
  readonly notes: UndoableNotes;
  readonly feeder: Pick<IndexNews, 'catchUp'>;
  readonly report: Report;
}

/** Rows with an open box. */
export function tickable(rows: readonly RollupRow[]): RollupRow[] {
  return rows.filter(({ target, mark, state }) => target !== null && (mark ?? '') !== '' && state !== 'done');
}

export function tickSeveral(app: App, { notes, feeder, report }: TickParts, rows: readonly RollupRow[]): void {
  const byPath = new Map<string, RollupRow[]>();
  for (const row of tickable(rows)) {
    const known = byPath.get(row.path);
    if (known) known.push(row);
    else byPath.set(row.path, [row]);
  }
  const ticked = [...byPath].map(([path, items]): TickedNote => ({ path, title: items[0]?.plan ?? path, items: items.map(({ text }) => plainText(text)) }));
  askForTicks(app, {
    notes: ticked,
    async run(onNote) {
      const { result: count, undo } = await notes.group(`Tick ${tickable(rows).length} items`, async (access) => {
        let made = 0;
        for (const note of ticked) {
          const targets = (byPath.get(note.path) ?? []).flatMap(({ target }) => target ?? []);
          const told = { problems: [] as string[] };
          const outcome = await access.edit(note.path, (text) => {
            const { result, refusals } = setTaskMarks(text, targets, 'x');
            told.problems = refusals.map(({ message }) => message);
            return result;
          });
          const problems = outcome.ok ? told.problems : [outcome.refusal.message];
          if (outcome.ok) made += targets.length - problems.length;
          if (outcome.ok && outcome.isChanged) void feeder.catchUp(note.path);
          onNote(note, [...new Set(problems)].join(' '));
        }
        return made;
      });
      if (count > 0) report.done(`Ticked ${count === 1 ? '1 item' : `${count} items`}.`, undo);
    },
  });
}
