import type { ComponentChild } from 'preact';
import type { RollupRow } from '../../core/indexing/query';
import { canIgnore, mendName } from '../drift-doors';
import { type MenuPlace, placeBelow } from '../status/status-menu';
import { badgeRank, evidenceOf, rowTitle, severityName } from './row-words';

export interface DriftLineProps {
  readonly row: RollupRow;
  readonly index: number;
  readonly onOpen: (event: MouseEvent) => void;
  readonly onMend: (place: MenuPlace) => void;
  readonly onIgnore: () => void;
}

/** What the button says that mends the row; null for no button. */
export function mendOf({ kind, mend = null, state }: RollupRow): string | null {
  return kind === undefined || state !== 'open' ? null : mendName(kind, mend);
}

export function mayIgnore({ kind, state }: RollupRow): boolean {
  return kind !== undefined && state === 'open' && canIgnore(kind);
}

/** A contradiction: what it is, the words it rests on, and what can be done. */
export function DriftLine({ row, index, onOpen, onMend, onIgnore }: DriftLineProps): ComponentChild {
  const evidence = evidenceOf(row);
  return (
    <div class={`plan-rollup-item is-drift is-${row.state}`} role="row" aria-rowindex={index + 1} onClick={onOpen}>
      <div class="plan-rollup-drift-said">
        <div class={`plan-rollup-badge is-rank-${badgeRank('drift', row)}`} role="gridcell">
          {severityName(row)}
        </div>
        <div class="plan-rollup-item-text" role="gridcell" title={rowTitle('drift', row)}>
          {row.text}
        </div>
      </div>
      <div class="plan-rollup-drift-evidence" role="gridcell" title={evidence}>
        {evidence}
      </div>
      <div class="plan-rollup-drift-foot" role="gridcell">
        <span class="plan-rollup-drift-plan" title={row.path}>{row.plan}</span>
        <DriftButtons row={row} onMend={onMend} onIgnore={onIgnore} />
      </div>
    </div>
  );
}

/** What can be done about the contradiction. */
export function DriftButtons({ row, onMend, onIgnore }: Pick<DriftLineProps, 'row' | 'onMend' | 'onIgnore'>): ComponentChild {
  const mend = mendOf(row);
  return (
    <>
      {mend !== null && <DriftButton name={mend} shortcut="m" said={row.text} act={(el) => { onMend(placeBelow(el)); }} />}
      {mayIgnore(row) && <DriftButton name="Ignore" shortcut="i" said={row.text} act={onIgnore} />}
    </>
  );
}

interface DriftButtonProps {
  readonly name: string;
  /** In the list, the same by keyboard. */
  readonly shortcut: string;
  readonly said: string;
  readonly act: (el: HTMLElement) => void;
}

function DriftButton({ name, shortcut, said, act }: DriftButtonProps): ComponentChild {
  return (
    <button
      type="button"
      tabIndex={-1}
      class="plan-rollup-drift-button"
      title={`${name} (${shortcut})`}
      aria-label={`${name}: ${said}`}
      aria-keyshortcuts={shortcut}
      onClick={(event) => {
        event.stopPropagation();
        // Not the second click of a double click, by when another row may stand there.
        if (event.detail < 2) act(event.currentTarget);
      }}
    >
      {name}
    </button>
  );
}
