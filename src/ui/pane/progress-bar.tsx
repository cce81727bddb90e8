import type { ComponentChild } from 'preact';

/** How much is done, as a bar with its figures for those who don't see it. */
export function ProgressBar({ label, done, total }: { label: string; done: number; total: number }): ComponentChild {
  const share = total === 0 ? 0 : Math.round((done / total) * 100);
  return (
    <div class="plan-rollup-bar" role="progressbar" aria-label={label} aria-valuemin={0} aria-valuemax={total} aria-valuenow={done} aria-valuetext={`${done} of ${total}`}>
      <div class="plan-rollup-bar-done" style={{ width: `${share}%` }} />
    </div>
  );
}
