/** The lines of the pane: a heading with its progress, a verification item. Text is text, never HTML. */
import type { ComponentChild } from 'preact';
import type { RollupGroup, RollupRow } from '../../core/indexing/query';
import { plainText } from '../../core/markdown/inline';
import { shortText } from '../short-text';
import { once } from './once';
import { ProgressBar } from './progress-bar';
import { rowTitle } from './row-words';

export interface GroupLineProps {
  readonly group: RollupGroup;
  /** Placeholders that the plan has left. */
  readonly slotsLeft: number;
  /** Whether its rows are counted, as none of them is ever done. */
  readonly isList: boolean;
  readonly isCollapsed: boolean;
  readonly index: number;
  readonly onToggle: () => void;
}

export function GroupLine({ group, slotsLeft, isList, isCollapsed, index, onToggle }: GroupLineProps): ComponentChild {
  const title = group.title === '' ? 'Without a heading' : shortText(group.title);
  const hours = group.hours === null ? '' : `${group.hours.toLocaleString(undefined, { maximumFractionDigits: 1 })} h`;
  const [count, said] = isList ? [String(group.length), `${group.length} ${group.length === 1 ? 'row' : 'rows'}`] : [`${group.done}/${group.total}`, `${group.done} of ${group.total} done`];
  const left = slotsLeft === 0 ? '' : `${slotsLeft.toLocaleString()} placeholder${slotsLeft === 1 ? '' : 's'} left`;
  return (
    <div
      class={`plan-rollup-group is-level-${group.level}`}
      role="row"
      aria-level={group.level + 1}
      aria-expanded={!isCollapsed}
      aria-rowindex={index + 1}
      aria-label={[`${title}, ${said}`, hours, left].filter((part) => part !== '').join(', ')}
      onClick={onToggle}
    >
      <div class="plan-rollup-group-title" role="gridcell" title={title}>
        <span class={`plan-rollup-arrow${isCollapsed ? ' is-collapsed' : ''}`} aria-hidden="true" />
        <span class="plan-rollup-group-name">{title}</span>
        {hours !== '' && <span class="plan-rollup-hours" title="Effort of the rows shown, in hours">{hours}</span>}
        {left !== '' && <span class="plan-rollup-to-fill" title={left}>{`${slotsLeft.toLocaleString()} to fill`}</span>}
        <span class="plan-rollup-count">{count}</span>
      </div>
      {group.level === 0 && !isList && (
        <div role="gridcell">
          <ProgressBar label={`${title}: verified`} {...group} />
        </div>
      )}
    </div>
  );
}

export interface ItemLineProps {
  readonly row: RollupRow;
  readonly index: number;
  /** A write of this item is under way. */
  readonly isBusy: boolean;
  /** Whether ticks and edits are off. */
  readonly isLocked: boolean;
  readonly isSelected: boolean;
  readonly onOpen: (event: MouseEvent) => void;
  readonly onTick: () => void;
  /** There when the row was ticked just now and stays only for that. */
  readonly onUndo?: () => void;
}

export function TaskLine({ row, index, isBusy, isLocked, isSelected, onOpen, onTick, onUndo }: ItemLineProps): ComponentChild {
  const text = plainText(row.text);
  return (
    <div class={`plan-rollup-item is-task${isBusy ? ' is-busy' : ''}${onUndo ? ` is-kept is-${row.state}` : ''}`} role="row" aria-level={3} aria-selected={isSelected} aria-rowindex={index + 1} aria-busy={isBusy}>
      <div class="plan-rollup-tick-cell" role="gridcell">
        <TaskTick row={row} isBusy={isBusy} isLocked={isLocked} onTick={onUndo ?? onTick} />
      </div>
      <div class="plan-rollup-item-text" role="gridcell" title={rowTitle('verification', row)} onClick={onOpen}>
        {text}
      </div>
      {onUndo && (
        <div role="gridcell">
          <UndoButton text={text} onUndo={onUndo} />
        </div>
      )}
    </div>
  );
}

/** The item's box, or a dot where it has none. */
export function TaskTick({ row, isBusy, isLocked, onTick }: Pick<ItemLineProps, 'row' | 'isBusy' | 'isLocked' | 'onTick'>): ComponentChild {
  if (row.mark === '') return <div class="plan-rollup-no-box" role="img" aria-label="No box to tick" title="A plain list item: there is no box to tick" />;
  return (
    <div
      class={`plan-rollup-tick${row.state === 'done' ? ' is-done' : ''}`}
      role="checkbox"
      aria-checked={row.state === 'done' || isBusy}
      aria-disabled={isBusy || isLocked}
      aria-label={`Tick: ${plainText(row.text)}`}
      onClick={once(onTick)}
    />
  );
}

export function UndoButton({ text, onUndo }: { readonly text: string; readonly onUndo: () => void }): ComponentChild {
  return (
    <button type="button" class="plan-rollup-undo" tabIndex={-1} aria-label={`Undo: ${text}`} onClick={once(onUndo)}>
      Undo
    </button>
  );
}
