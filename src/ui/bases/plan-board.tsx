/** The board: columns of cards. A card is dragged to another column, or moved by keyboard; its status button leads to all others. */
import type { ComponentChild, RefObject } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { BoardColumn } from '../../core/indexing/plan-board';
import type { RollupRow } from '../../core/indexing/query';
import { plainText } from '../../core/markdown/inline';
import { chipClass } from '../status/status-chip';
import { ProgressBar } from '../pane/progress-bar';

export interface BoardActions {
  open(plan: RollupRow, event: MouseEvent | KeyboardEvent): void;
  pickStatus(plan: RollupRow): void;
  /** Past the plan's gates; it comes back where they, or the user, say no. */
  moveTo(plan: RollupRow, status: string): void;
}

export interface PlanBoardProps {
  readonly columns: readonly BoardColumn[];
  readonly actions: BoardActions;
  /** Notes of the base that are no plans. */
  readonly others: number;
  readonly remaining: number;
}

export function PlanBoard({ columns, actions, others, remaining }: PlanBoardProps): ComponentChild {
  const dragged = useRef<RollupRow | null>(null);
  const root = useRef<HTMLDivElement>(null);
  /** Path of the plan that was moved by keyboard: the focus goes along with its card. */
  const moved = useRef<string | null>(null);
  useEffect(() => {
    const card = moved.current === null ? null : [...(root.current?.querySelectorAll<HTMLElement>('.plan-rollup-card-title') ?? [])].find(({ dataset }) => dataset['path'] === moved.current);
    if (card?.doc.activeElement !== card?.doc.body) return;
    card?.focus();
    moved.current = null;
  });
  const count = columns.reduce((sum, { plans }) => sum + plans.length, 0);
  return (
    <div class="plan-rollup-board" ref={root}>
      <p class="plan-rollup-board-note" role="status">
        {`${count.toLocaleString()} ${count === 1 ? 'plan' : 'plans'}${others > 0 ? `, ${others.toLocaleString()} other notes are not shown` : ''}${remaining > 0 ? ` · reading ${remaining.toLocaleString()} more notes…` : ''}`}
      </p>
      <div class="plan-rollup-board-columns">
        {columns.map((column) => <Column key={column.key} column={column} actions={actions} dragged={dragged} moved={moved} stepFrom={(step) => columns[columns.indexOf(column) + step]?.id ?? null} />)}
      </div>
    </div>
  );
}

interface ColumnProps {
  readonly column: BoardColumn;
  readonly actions: BoardActions;
  /** The card that is under way. */
  readonly dragged: RefObject<RollupRow | null>;
  readonly moved: RefObject<string | null>;
  /** Id of the status of the column beside; null where there is none. */
  readonly stepFrom: (step: number) => string | null;
}

function Column({ column: { id, name, color, plans }, actions, dragged, moved, stepFrom }: ColumnProps): ComponentChild {
  const [isOver, setOver] = useState(false);
  const onDrop = (event: DragEvent): void => {
    event.preventDefault();
    setOver(false);
    const plan = dragged.current;
    dragged.current = null;
    if (plan && id !== null && plan.statusId !== id) actions.moveTo(plan, id);
  };
  const onDragOver = (event: DragEvent): void => {
    if (id === null || !dragged.current) return;
    event.preventDefault();
    setOver(true);
  };
  // Not by `instanceof`: another window has a Node of its own.
  const onDragLeave = ({ relatedTarget, currentTarget }: DragEvent): void => {
    if (!(currentTarget as Node).contains(relatedTarget as Node | null)) setOver(false);
  };
  return (
    <section class={`plan-rollup-board-column${isOver ? ' is-over' : ''}`} aria-label={`${name}: ${plans.length}`} onDragOver={onDragOver} onDragLeave={onDragLeave} onDrop={onDrop}>
      <h3>
        <span class={chipClass({ name, color })}>{name}</span> <span class="plan-rollup-count">{plans.length}</span>
      </h3>
      <ul>
        {plans.map((plan) => (
          <Card
            key={plan.path}
            plan={plan}
            actions={actions}
            onDragStart={(event) => {
              dragged.current = plan;
              event.dataTransfer?.setData('text/plain', `[[${plan.path.replace(/\.md$/, '')}]]`);
            }}
            onStep={(step) => {
              const next = stepFrom(step);
              if (next === null) return;
              moved.current = plan.path;
              actions.moveTo(plan, next);
            }}
          />
        ))}
      </ul>
    </section>
  );
}

interface CardProps {
  readonly plan: RollupRow;
  readonly actions: BoardActions;
  readonly onDragStart: (event: DragEvent) => void;
  readonly onStep: (step: number) => void;
}

function Card({ plan, actions, onDragStart, onStep }: CardProps): ComponentChild {
  const { checks = { done: 0, total: 0 }, nextItem } = plan;
  const onKey = (event: KeyboardEvent): void => {
    if (event.repeat && event.key !== 'Tab') return;
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    if (step !== 0 && (event.ctrlKey || event.metaKey)) onStep(step);
    else if (event.key === 's' && !event.ctrlKey && !event.metaKey && !event.altKey) actions.pickStatus(plan);
    else return;
    event.preventDefault();
  };
  return (
    <li class="plan-rollup-card" draggable onDragStart={onDragStart} onKeyDown={onKey}>
      <button type="button" class="plan-rollup-card-title" data-path={plan.path} aria-keyshortcuts="S Control+ArrowRight Control+ArrowLeft" onClick={(event) => { actions.open(plan, event); }}>{plan.text}</button>
      {checks.total > 0 && (
        <div class="plan-rollup-plan-progress">
          <ProgressBar label={`${plan.text}: checks`} {...checks} />
          <span class="plan-rollup-count">{`${checks.done}/${checks.total}`}</span>
        </div>
      )}
      {nextItem && <div class="plan-rollup-card-next">{plainText(nextItem.text)}</div>}
      <div class="plan-rollup-facts">
        {plan.owner !== null && plan.owner !== '' && <span>{plan.owner}</span>}
        <button type="button" class="plan-rollup-card-status" aria-label={`Set the status of ${plan.text}`} onClick={() => { actions.pickStatus(plan); }}>Set status…</button>
      </div>
    </li>
  );
}
