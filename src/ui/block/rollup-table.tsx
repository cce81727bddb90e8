/** What a `plan-rollup` code block shows: a table of rows, with boxes to tick; problems in place of what they spoil. */
import type { ComponentChild } from 'preact';
import { useState } from 'preact/hooks';
import type { BlockOptions } from '../../core/indexing/block-options';
import { columnsOf, type LensColumn } from '../../core/indexing/lens-columns';
import type { PlanIndex } from '../../core/indexing/plan-index';
import type { KeptItem, Lens, QueryResult, RollupRow } from '../../core/indexing/query';
import { plainText } from '../../core/markdown/inline';
import type { PaneActions } from '../pane/pane-actions';
import { hiddenReasons } from '../pane/pane-lenses';
import { UndoButton } from '../pane/pane-rows';
import { type Ticks, useTicks } from '../pane/use-ticks';
import { shortText } from '../short-text';

export interface RollupTableProps {
  readonly options: BlockOptions;
  readonly index: PlanIndex;
  /** The answer to the block's query, with what stays though the query does not ask for it. */
  readonly ask: (kept: readonly KeptItem[]) => QueryResult;
  readonly actions: PaneActions;
  readonly remaining: number;
}

/** Columns that stand in the table where a row fills them; exports have them all. */
const SHOWN: Readonly<Record<Lens, readonly string[]>> = {
  plans: ['text', 'status', 'checks', 'next'],
  priorities: ['priority', 'text', 'effort', 'impact', 'when', 'plan'],
  verification: ['text', 'class', 'plan'],
  questions: ['text', 'plan'],
  risks: ['score', 'text', 'mitigation', 'plan'],
  requirements: ['id', 'text', 'checkCount', 'plan'],
  drift: ['severity', 'text', 'plan'],
  activity: ['date', 'text', 'author', 'plan'],
};

export function RollupTable({ options, index, ask, actions, remaining }: RollupTableProps): ComponentChild {
  const { lens, limit } = options;
  const [said, say] = useState('');
  const ticks = useTicks({ index, lens, actions, say });
  const result = ask(ticks.kept);
  const problems = [...options.problems, ...result.problems];
  const isByPlan = result.groups.some(({ path }) => path !== '');
  const count = Math.min(result.length, limit);
  const rows = Array.from({ length: count }, (_none, at) => result.row(at));
  const columns = columnsOf(lens).filter(({ id, value }) => SHOWN[lens].includes(id) && !(isByPlan && id === 'plan') && (id === 'text' || rows.some((row) => value(row) !== '')));
  const hasBoxes = lens === 'verification' || lens === 'questions';
  return (
    <div class="plan-rollup-block">
      {problems.map(({ message }) => <div key={message} class="plan-rollup-problem" role="alert">{message}</div>)}
      {count === 0 ? (
        <p class="plan-rollup-block-note">{remaining > 0 ? 'Reading the vault…' : emptyNote(options, result)}</p>
      ) : (
        <table>
          <thead>
            <tr>
              {hasBoxes && <th scope="col" aria-label="Box" />}
              {columns.map(({ id, name }) => <th key={id} scope="col">{name}</th>)}
            </tr>
          </thead>
          <tbody>{bodyOf({ result, count, columns, hasBoxes, actions, ticks })}</tbody>
        </table>
      )}
      {result.length > count && <p class="plan-rollup-block-note">{`${(result.length - count).toLocaleString()} more. “limit: ${Math.min(1000, result.length)}” shows more.`}</p>}
      <div class="plan-rollup-said" aria-live="polite">{said}</div>
    </div>
  );
}

/** Why there is no row. */
function emptyNote({ query }: BlockOptions, { total, hidden }: QueryResult): string {
  if (total === 0) return 'Nothing to show: no plan has rows of this kind.';
  const reasons = hiddenReasons(hidden).map(({ text }) => text).join(', ');
  return `${query.trim() === '' ? 'Nothing is open.' : 'No rows match this query.'} Of ${total.toLocaleString()} in all: ${reasons}.`;
}

interface BodyProps {
  readonly result: QueryResult;
  readonly count: number;
  readonly columns: readonly LensColumn[];
  readonly hasBoxes: boolean;
  readonly actions: PaneActions;
  readonly ticks: Ticks;
}

/** Rows, each group's heading before its first. */
function bodyOf({ result, count, ...body }: BodyProps): ComponentChild[] {
  const lines: ComponentChild[] = [];
  const groups = [...result.groups];
  for (let at = 0; at < count; at++) {
    for (let group = groups[0]; group && group.from <= at; group = groups[0]) {
      groups.shift();
      lines.push(
        <tr key={`group ${group.key}`} class={`plan-rollup-block-group is-level-${group.level}`}>
          <th colSpan={body.columns.length + (body.hasBoxes ? 1 : 0)} scope="colgroup">{`${shortText(group.title)} ${group.done}/${group.total}`}</th>
        </tr>,
      );
    }
    const row = result.row(at);
    lines.push(<BlockRow key={`${row.path} ${row.line} ${row.kind ?? ''}`} row={row} {...body} />);
  }
  return lines;
}

function BlockRow({ row, columns, hasBoxes, actions, ticks }: Omit<BodyProps, 'result' | 'count'> & { readonly row: RollupRow }): ComponentChild {
  const text = plainText(shortText(row.text)) || 'Untitled row';
  const isBusy = ticks.isBusy(row);
  const isKept = ticks.canUndo(row);
  const turn = (): void => { (isKept ? ticks.undo : ticks.tick)(row); };
  return (
    <tr class={`is-${row.state}${isKept ? ' is-kept' : ''}`}>
      {hasBoxes && <td class="plan-rollup-block-box">{(row.mark ?? '') !== '' && <input type="checkbox" class="task-list-item-checkbox" aria-label={`Tick: ${text}`} checked={(row.state === 'done') !== isBusy} disabled={isBusy} onChange={turn} />}</td>}
      {columns.map(({ id, value }) => (
        <td key={id} class={id === 'text' || id === 'plan' ? 'plan-rollup-block-name' : undefined}>
          {id === 'text' ? <a class="internal-link" role="link" tabIndex={0} onClick={(event) => { event.preventDefault(); actions.open(row, event); }} onKeyDown={(event) => { if (event.key === 'Enter') actions.open(row, event); }}>{text}</a> : plainText(shortText(value(row)))}
          {id === 'text' && isKept && <UndoButton text={text} onUndo={() => { ticks.undo(row); }} />}
        </td>
      ))}
    </tr>
  );
}
