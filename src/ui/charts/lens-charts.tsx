/** The pictures of what a lens shows. */
import type { ComponentChild } from 'preact';
import { useMemo } from 'preact/hooks';
import { burnUp, countStatuses, planBars, priorityMatrix } from '../../core/indexing/chart-data';
import type { Lens, QueryResult } from '../../core/indexing/query';
import { DEFAULT_WORKFLOW, type Workflow } from '../../core/status/workflow';
import { BurnUpChart, MatrixChart } from './plane-charts';
import { ProgressChart, StatusChart } from './bar-charts';

export interface LensChartsProps {
  readonly lens: Lens;
  readonly result: QueryResult;
  /** All plans, for lenses that show something of each. */
  readonly plans: () => QueryResult;
  readonly workflows: readonly Workflow[];
  readonly onSave: (title: string, svg: string) => void;
}

export function LensCharts({ lens, result, plans, workflows, onSave }: LensChartsProps): ComponentChild {
  const rows = useMemo(() => {
    const from = lens === 'priorities' || lens === 'activity' || lens === 'plans' ? result : plans();
    return Array.from({ length: from.length }, (_none, at) => from.row(at));
  }, [result, lens]);
  return (
    <div class="plan-rollup-charts" role="group" aria-label="Pictures">
      {lens === 'priorities' && <MatrixChart matrix={priorityMatrix(rows)} onSave={onSave} />}
      {lens === 'activity' && <BurnUpChart days={burnUp(rows, workflows[0] ?? DEFAULT_WORKFLOW)} onSave={onSave} />}
      {lens !== 'priorities' && lens !== 'activity' && lens !== 'verification' && <StatusChart counts={countStatuses(rows, workflows)} onSave={onSave} />}
      {(lens === 'plans' || lens === 'verification') && <ProgressChart bars={planBars(rows)} onSave={onSave} />}
    </div>
  );
}
