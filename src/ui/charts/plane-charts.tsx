/** Pictures with two axes: priority by effort, and moves over time. */
import type { ComponentChild } from 'preact';
import { type BurnUpDay, EFFORT_CLASSES, type PriorityMatrix } from '../../core/indexing/chart-data';
import { CHART_WIDTH, ChartFigure, type ChartFigureProps } from './chart-figure';
import { fitted } from './fitted-text';

type Save = Pick<ChartFigureProps, 'onSave'>;

const NAMES = 80;
const CELL = { width: (CHART_WIDTH - NAMES) / EFFORT_CLASSES.length, height: 34 };
const HEAD = 18;

/** A disk in each cell, as large as its count. */
export function MatrixChart({ matrix: { ranks, counts }, onSave }: Save & { readonly matrix: PriorityMatrix }): ComponentChild {
  const most = Math.max(1, ...counts.flat());
  const total = counts.flat().reduce((sum, count) => sum + count, 0);
  const urgent = counts[0]?.reduce((sum, count) => sum + count, 0) ?? 0;
  return (
    <ChartFigure title="Priority by effort" summary={`${total} rows, ${urgent} of them ${ranks[0] ?? 'urgent'}`} figures={[['Priority', ...EFFORT_CLASSES], ...ranks.map((rank, at) => [rank, ...(counts[at] ?? [])])]} height={HEAD + ranks.length * CELL.height} onSave={onSave}>
      {EFFORT_CLASSES.map((name, column) => <text key={name} class="plan-rollup-chart-text is-small" x={NAMES + (column + 0.5) * CELL.width} y={12} text-anchor="middle">{name}</text>)}
      {ranks.map((rank, line) => (
        <g key={rank} transform={`translate(0 ${HEAD + line * CELL.height})`}>
          <text class="plan-rollup-chart-text" x={NAMES - 6} y={CELL.height / 2 + 4} text-anchor="end">{fitted(rank, NAMES - 6)}</text>
          {(counts[line] ?? []).map((count, column) => (
            <g key={column}>
              <rect class="plan-rollup-chart-track" x={NAMES + column * CELL.width + 1} y={1} width={CELL.width - 2} height={CELL.height - 2} rx={3} />
              {count > 0 && <circle class="plan-rollup-chart-disk" cx={NAMES + (column + 0.5) * CELL.width} cy={CELL.height / 2} r={4 + 11 * Math.sqrt(count / most)} />}
              {count > 0 && <text class="plan-rollup-chart-text" x={NAMES + (column + 0.5) * CELL.width} y={CELL.height / 2 + 4} text-anchor="middle">{count}</text>}
            </g>
          ))}
        </g>
      ))}
    </ChartFigure>
  );
}

const PLANE = { left: 30, right: 8, top: 8, height: 120 };
const FOOT = 18;

/** Two lines that only rise: all moves, and those to a status that is done. */
export function BurnUpChart({ days, onSave }: Save & { readonly days: readonly BurnUpDay[] }): ComponentChild {
  const [first, last] = [days[0], days[days.length - 1]];
  if (!first || !last) return <p class="plan-rollup-chart-none">No change log tells of a move of the status yet.</p>;
  const [start, end] = [Date.parse(first.date), Date.parse(last.date)];
  const x = (date: string): number => PLANE.left + (end === start ? 1 : (Date.parse(date) - start) / (end - start)) * (CHART_WIDTH - PLANE.left - PLANE.right);
  const y = (count: number): number => PLANE.top + PLANE.height * (1 - count / last.moves);
  /** A step on each day. */
  const line = (count: (day: BurnUpDay) => number): string => days.map((day, at) => `${at === 0 ? `M${PLANE.left} ${y(0)}` : ''}H${x(day.date)}V${y(count(day))}`).join('');
  const foot = PLANE.top + PLANE.height;
  return (
    <ChartFigure title="Moves over time" summary={`${last.moves} moves from ${first.date} to ${last.date}, ${last.done} of them to a status that is done`} figures={[['Day', 'Moves', 'Done'], ...days.map(({ date, moves, done }) => [date, moves, done])]} height={foot + FOOT} onSave={onSave}>
      <path class="plan-rollup-chart-axis" d={`M${PLANE.left} ${PLANE.top}V${foot}H${CHART_WIDTH - PLANE.right}`} fill="none" />
      <text class="plan-rollup-chart-text" x={PLANE.left - 4} y={PLANE.top + 8} text-anchor="end">{last.moves}</text>
      <text class="plan-rollup-chart-text" x={PLANE.left - 4} y={foot} text-anchor="end">0</text>
      <text class="plan-rollup-chart-text" x={PLANE.left} y={foot + 14}>{first.date}</text>
      <text class="plan-rollup-chart-text" x={CHART_WIDTH - PLANE.right} y={foot + 14} text-anchor="end">{last.date}</text>
      <path class="plan-rollup-chart-moves" d={line(({ moves }) => moves)} fill="none" stroke-width={2} />
      <path class="plan-rollup-chart-done-line" d={line(({ done }) => done)} fill="none" stroke-width={2} stroke-dasharray="5 3" />
      <text class="plan-rollup-chart-text" x={PLANE.left + 6} y={PLANE.top + 10}>solid: all moves · dashed: done</text>
    </ChartFigure>
  );
}
