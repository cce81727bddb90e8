import type { ComponentChild } from 'preact';
import { percentDone } from '../../core/plan/percent-done';

/** How much is done, as a bar with its figures for those who don't see it. */
export function ProgressBar({ label, done, total }: { label: string; done: number; total: number }): ComponentChild {
  return (
    <div class="plan-rollup-bar" role="progressbar" aria-label={label} aria-valuemin={0} aria-valuemax={total} aria-valuenow={done} aria-valuetext={`${done} of ${total}`}>
      <div class="plan-rollup-bar-done" style={{ width: `${percentDone(done, total)}%` }} />
    </div>
  );
}
