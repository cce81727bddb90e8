/** Pictures made of bars: plans by status, and how far each plan is. */
import type { ComponentChild } from 'preact';
import type { PlanBar, StatusCount } from '../../core/indexing/chart-data';
import { percentDone } from '../../core/plan/percent-done';
import { CHART_WIDTH, ChartFigure, type ChartFigureProps } from './chart-figure';
import { fitted } from './fitted-text';

type Save = Pick<ChartFigureProps, 'onSave'>;

const LINE = 22;
/** A plan's name stands above its bar: titles are long, and often differ in their ends alone. */
const PLAN_LINE = 36;
const NAMES = 110;
const COUNTS = 44;
const BARS = CHART_WIDTH - NAMES - COUNTS;

export function StatusChart({ counts, onSave }: Save & { readonly counts: readonly StatusCount[] }): ComponentChild {
  const most = Math.max(1, ...counts.map(({ count }) => count));
  return (
    <ChartFigure title="Plans by status" summary={counts.map(({ name, count }) => `${name} ${count}`).join(', ')} figures={[['Status', 'Plans'], ...counts.map(({ name, count }) => [name, count])]} height={counts.length * LINE} onSave={onSave}>
      {counts.map(({ name, count, color }, at) => (
        <g key={name}>
          <Name text={name} at={at} />
          <rect class={`plan-rollup-chart-mark plan-rollup-color-${color}`} x={NAMES} y={at * LINE + 5} width={Math.max(1, (count / most) * BARS)} height={12} rx={2} />
          <Count text={count.toLocaleString()} at={at} />
        </g>
      ))}
    </ChartFigure>
  );
}

/** So many plans are drawn; the figures have all. */
const MOST_PLANS = 20;

/** A ring for all checks, and a bar for each plan with a part for each of its phases. */
export function ProgressChart({ bars, onSave }: Save & { readonly bars: readonly PlanBar[] }): ComponentChild {
  const drawn = bars.slice(0, MOST_PLANS);
  const all = bars.reduce((sum, { done, total }) => ({ done: sum.done + done, total: sum.total + total }), { done: 0, total: 0 });
  const phases = bars.flatMap(({ name, phases: own }) => own.map((phase) => [`${name} › ${phase.name}`, phase.done, phase.total]));
  const left = bars.length - drawn.length;
  return (
    <ChartFigure
      title="Checks by plan"
      summary={`${all.done} of ${all.total} checks are ticked in ${bars.length} plans`}
      figures={[['Plan', 'Ticked', 'Of'], ['All', all.done, all.total], ...bars.map(({ name, done, total }) => [name, done, total]), ...phases]}
      height={RING + drawn.length * PLAN_LINE + (left > 0 ? LINE : 0)}
      onSave={onSave}
    >
      <Ring {...all} />
      <g transform={`translate(0 ${RING})`}>
        {drawn.map((bar, at) => (
          <g key={at} transform={`translate(0 ${at * PLAN_LINE})`}>
            <text class="plan-rollup-chart-text" x={0} y={12}>
              <title>{bar.name}</title>
              {fitted(bar.name, CHART_WIDTH - COUNTS)}
            </text>
            <Count text={`${bar.done}/${bar.total}`} at={0} />
            <Parts bar={bar} y={20} />
          </g>
        ))}
        {left > 0 && <text class="plan-rollup-chart-text" x={0} y={drawn.length * PLAN_LINE + 12}>{`and ${left.toLocaleString()} more`}</text>}
      </g>
    </ChartFigure>
  );
}

const RING = 84;
const RADIUS = 28;

function Ring({ done, total }: { done: number; total: number }): ComponentChild {
  const round = 2 * Math.PI * RADIUS;
  const share = total === 0 ? 0 : done / total;
  return (
    <g>
      <circle class="plan-rollup-chart-track-line" cx={NAMES / 2} cy={RING / 2 - 4} r={RADIUS} fill="none" stroke-width={9} />
      <circle class="plan-rollup-chart-done-line" cx={NAMES / 2} cy={RING / 2 - 4} r={RADIUS} fill="none" stroke-width={9} stroke-dasharray={`${share * round} ${round}`} transform={`rotate(-90 ${NAMES / 2} ${RING / 2 - 4})`} />
      <text class="plan-rollup-chart-text" x={NAMES / 2} y={RING / 2} text-anchor="middle">{`${percentDone(done, total)} %`}</text>
      <text class="plan-rollup-chart-text" x={NAMES} y={RING / 2}>{`${done.toLocaleString()} of ${total.toLocaleString()} checks ticked`}</text>
    </g>
  );
}

/** Parts of a bar as wide as each phase has checks, filled as far as they are ticked. */
function Parts({ bar: { done, total, phases }, y }: { bar: PlanBar; y: number }): ComponentChild {
  const inPhases = phases.reduce((sum, phase) => ({ done: sum.done + phase.done, total: sum.total + phase.total }), { done: 0, total: 0 });
  const parts = [...phases, { name: '', done: done - inPhases.done, total: total - inPhases.total }].filter((part) => part.total > 0);
  let x = 0;
  return parts.map((part, at) => {
    const width = (part.total / total) * CHART_WIDTH;
    const from = x;
    x += width;
    return (
      <g key={at}>
        <rect class="plan-rollup-chart-track" x={from} y={y} width={Math.max(1, width - 1)} height={10} />
        <rect class="plan-rollup-chart-done" x={from} y={y} width={Math.max(0, (width - 1) * (part.done / part.total))} height={10} />
      </g>
    );
  });
}

function Name({ text, at }: { text: string; at: number }): ComponentChild {
  return (
    <text class="plan-rollup-chart-text" x={NAMES - 6} y={at * LINE + 15} text-anchor="end">
      <title>{text}</title>
      {fitted(text, NAMES - 6)}
    </text>
  );
}

function Count({ text, at }: { text: string; at: number }): ComponentChild {
  return <text class="plan-rollup-chart-text" x={CHART_WIDTH} y={at * LINE + 15} text-anchor="end">{text}</text>;
}
