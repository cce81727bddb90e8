/** What the header shows when it is unfolded: what stands in the way of the next step, what contradicts the status, and since when the plan has it. */
import type { ComponentChild } from 'preact';
import { findStatus, type Workflow } from '../../core/status/workflow';
import { chipClass } from '../status/status-chip';
import type { HeaderFacts, StatusSpan } from './header-facts';

/** Culprits of a gate that are listed. */
const FEW = 5;

interface Place {
  readonly line: number | null;
  readonly text: string;
}

export function HeaderDetails({ facts: { next, gates, drift, history, progress, workflow }, jump }: { facts: HeaderFacts; jump: (line: number) => void }): ComponentChild {
  const unmet = gates.filter(({ isHeld }) => !isHeld);
  return (
    <div class="plan-rollup-header-details">
      {next && (
        <div>
          <h4>{unmet.length === 0 ? `Nothing stands in the way of ${next.name}` : `In the way of ${next.name}`}</h4>
          {unmet.map(({ gate, message, culprits }) => (
            <div key={gate}>
              <p>{message}</p>
              <Places places={culprits} jump={jump} />
            </div>
          ))}
        </div>
      )}
      {progress.length > 0 && (
        <div>
          <h4>Verification</h4>
          <ul>
            {progress.map(({ name, done, total }) => (
              <li key={name}>{`${name}: ${done} of ${total}`}</li>
            ))}
          </ul>
        </div>
      )}
      {drift.length > 0 && (
        <div>
          <h4>Contradictions</h4>
          <Places places={drift.map(({ message, line }) => ({ line, text: message }))} jump={jump} />
        </div>
      )}
      {history.steps.length > 0 && (
        <div>
          <h4>Timeline</h4>
          <Timeline spans={history.steps} workflow={workflow} />
          {history.hasGaps && <p>The log misses a row in between</p>}
          {history.cycleDays !== null && <p>{`From the start of the work to its end: ${daysOf(history.cycleDays)}`}</p>}
        </div>
      )}
    </div>
  );
}

function Places({ places, jump }: { places: readonly Place[]; jump: (line: number) => void }): ComponentChild {
  const others = places.length - FEW;
  return (
    <ul>
      {places.slice(0, FEW).map(({ line, text }, at) => (
        <li key={at}>
          {line === null ? (
            text
          ) : (
            <button type="button" class="plan-rollup-header-link" title={`Go to line ${line + 1}`} onClick={() => { jump(line); }}>
              {text === '' ? `Line ${line + 1}` : text}
            </button>
          )}
        </li>
      ))}
      {others > 0 && <li>{`and ${others} more`}</li>}
    </ul>
  );
}

function daysOf(days: number): string {
  return days === 1 ? '1 day' : `${days.toLocaleString()} days`;
}

function Timeline({ spans, workflow }: { spans: readonly StatusSpan[]; workflow: Workflow }): ComponentChild {
  return (
    <ol class="plan-rollup-timeline">
      {spans.map(({ status, raw, from, days }, at) => (
        <li key={at}>
          <span class={chipClass((status === null ? null : findStatus(workflow, status)) ?? { name: raw })}>{raw}</span>
          <span class="plan-rollup-timeline-days">{`${from}, ${daysOf(days)}`}</span>
        </li>
      ))}
    </ol>
  );
}
