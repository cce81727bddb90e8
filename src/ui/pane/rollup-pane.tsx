/** The pane: tabs of lenses, a filter, what is shown out of how much, and the list. State lives here, data in the index. */
import type { ComponentChild } from 'preact';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { IndexedNote } from '../../core/indexing/indexed-note';
import type { PlanIndex } from '../../core/indexing/plan-index';
import { type QueryResult, type RollupRow, runQuery } from '../../core/indexing/query';
import { GroupLine, PriorityLine, ProgressBar, TaskLine } from './pane-rows';
import { emptyMessage, PANE_LENSES, type PaneLens } from './pane-lenses';
import { RowsModel } from './rows-model';
import { VirtualList } from './virtual-list';

/** What the pane asks of the world around it. */
export interface PaneActions {
  /** Opens the note at the row's line; the event tells whether in a new tab. */
  open(row: RollupRow, event: MouseEvent | KeyboardEvent | null): void;
  /** Ticks the row's task; resolves when the index has followed, or there is nothing to follow. */
  tick(row: RollupRow): Promise<void>;
}

export interface PaneProps {
  readonly index: PlanIndex;
  readonly actions: PaneActions;
  readonly lens: PaneLens;
  readonly onLens: (lens: PaneLens) => void;
  /** Notes still to be read at start-up. */
  readonly remaining: number;
}

export function RollupPane({ index, actions, lens, onLens, remaining }: PaneProps): ComponentChild {
  const [query, setQuery] = useState('');
  const [collapsed, setCollapsed] = useState<ReadonlySet<string>>(new Set());
  const { isBusy, tick } = useTicks(actions, index);
  const { revision } = index;
  const result = useMemo(() => runQuery(index, query, { lens: lens.id, group: lens.group }), [revision, query, lens]);
  const model = useMemo(() => new RowsModel(result, collapsed, lens.heights), [result, collapsed, lens]);
  const [current, setCurrent] = useCurrentLine(model);

  const toggle = (key: string): void => {
    const next = new Set(collapsed);
    if (!next.delete(key)) next.add(key);
    setCollapsed(next);
  };
  const handleKey = (event: KeyboardEvent, at: number): void => {
    if (at >= model.length) return;
    const line = model.line(at);
    const wantsToggle = line.kind === 'group' && (event.key === 'Enter' || event.key === ' ' || event.key === (line.isCollapsed ? 'ArrowRight' : 'ArrowLeft'));
    if (wantsToggle) toggle(line.group.key);
    else if (line.kind === 'item' && event.key === 'Enter') actions.open(result.row(line.row), event);
    else if (line.kind === 'item' && event.key === ' ') tick(result.row(line.row));
    else return;
    event.preventDefault();
  };
  const render = (at: number): ComponentChild => {
    const line = model.line(at);
    if (line.kind === 'group') {
      return <GroupLine group={line.group} isCollapsed={line.isCollapsed} index={at} onToggle={() => { toggle(line.group.key); }} />;
    }
    const row = result.row(line.row);
    const open = (event: MouseEvent): void => { actions.open(row, event); };
    return lens.id === 'priorities' ? <PriorityLine row={row} index={at} onOpen={open} /> : <TaskLine row={row} index={at} isBusy={isBusy(row)} onOpen={open} onTick={() => { tick(row); }} />;
  };
  return (
    <div class="plan-rollup-pane">
      <Tabs lens={lens} onLens={onLens} />
      <div class="plan-rollup-panel" role="tabpanel" id="plan-rollup-panel" aria-label={lens.name}>
        <Filter query={query} onQuery={setQuery} result={result} />
        <Summary lens={lens} result={result} query={query} remaining={remaining} />
        {result.length === 0 ? (
          <p class="plan-rollup-empty">{emptyMessage(lens, { isFiltered: query.trim() !== '', total: result.total, isReading: remaining > 0 })}</p>
        ) : (
          <VirtualList model={model} label={lens.name} current={current} onMove={setCurrent} onKey={handleKey} render={render} />
        )}
      </div>
    </div>
  );
}

function Tabs({ lens, onLens }: { lens: PaneLens; onLens: (lens: PaneLens) => void }): ComponentChild {
  const move = (event: KeyboardEvent): void => {
    const by = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    const next = PANE_LENSES[(PANE_LENSES.indexOf(lens) + by + PANE_LENSES.length) % PANE_LENSES.length];
    if (by === 0 || !next) return;
    event.preventDefault();
    onLens(next);
    const tabs = (event.currentTarget as HTMLElement).querySelectorAll<HTMLElement>('[role="tab"]');
    tabs[PANE_LENSES.indexOf(next)]?.focus();
  };
  return (
    <div class="plan-rollup-tabs" role="tablist" aria-label="Lenses" onKeyDown={move}>
      {PANE_LENSES.map((each) => (
        <button key={each.id} class="plan-rollup-tab" type="button" role="tab" aria-selected={each === lens} aria-controls="plan-rollup-panel" tabIndex={each === lens ? 0 : -1} onClick={() => { onLens(each); }}>
          {each.name}
        </button>
      ))}
    </div>
  );
}

function Filter({ query, onQuery, result }: { query: string; onQuery: (query: string) => void; result: QueryResult }): ComponentChild {
  const [problem] = result.problems;
  return (
    <div class="plan-rollup-filter">
      <input
        type="search"
        placeholder="Filter"
        aria-label="Filter rows"
        aria-invalid={problem !== undefined}
        value={query}
        spellcheck={false}
        onInput={(event) => { onQuery(event.currentTarget.value); }}
      />
      {problem && <div class="plan-rollup-problem" role="alert">{problem.message}</div>}
    </div>
  );
}

function Summary({ lens, result, query, remaining }: { lens: PaneLens; result: QueryResult; query: string; remaining: number }): ComponentChild {
  const done = result.groups.filter(({ level }) => level === 0).reduce((sum, group) => ({ done: sum.done + group.done, total: sum.total + group.total }), { done: 0, total: 0 });
  const shown = `${result.length.toLocaleString()} ${query.trim() === '' ? 'open' : 'shown'} of ${result.total.toLocaleString()}`;
  return (
    <div class="plan-rollup-summary">
      <span role="status">{remaining > 0 ? `${shown} · reading ${remaining.toLocaleString()} more notes…` : shown}</span>
      {lens.group === 'plan' && done.total > 0 && <ProgressBar label="All plans shown: done" {...done} />}
    </div>
  );
}

/**
 * Rows whose tick is being written, or is written and not in the index yet. Such a row takes no second tick. It is
 * settled when the index has read its note again, at the latest when its tick is over.
 */
function useTicks(actions: PaneActions, index: PlanIndex): { isBusy: (row: RollupRow) => boolean; tick: (row: RollupRow) => void } {
  const busy = useRef(new Map<string, { readonly path: string; readonly note: IndexedNote | undefined }>()).current;
  const [, setDraws] = useState(0);
  const redraw = (): void => { setDraws((draws) => draws + 1); };
  useEffect(() => {
    const settled = [...busy].filter(([, { path, note }]) => index.get(path) !== note);
    for (const [key] of settled) busy.delete(key);
    if (settled.length > 0) redraw();
  }, [index.revision]);
  const tick = (row: RollupRow): void => {
    const key = rowKey(row);
    if (!row.target || row.mark === undefined || row.mark === '' || busy.has(key)) return;
    const pending = { path: row.path, note: index.get(row.path) };
    busy.set(key, pending);
    redraw();
    void actions.tick(row).then(() => {
      if (busy.get(key) !== pending) return;
      busy.delete(key);
      redraw();
    });
  };
  return { isBusy: (row) => busy.has(rowKey(row)), tick };
}

/** The current line, kept on the same item when the list changes around it. */
function useCurrentLine(model: RowsModel): [number, (line: number) => void] {
  const [held, setHeld] = useState<{ readonly line: number; readonly name: string | null }>({ line: 0, name: null });
  const near = Math.min(held.line, Math.max(0, model.length - 1));
  const current = held.name === null || model.length === 0 ? near : findNamed(model, held.name, near);
  return [current, (line) => { setHeld({ line, name: line < model.length ? model.name(line) : null }); }];
}

/** Looks near the old place first: most changes move a line by little. What is gone leaves its place to the next. */
function findNamed(model: RowsModel, name: string, near: number): number {
  for (let by = 0; by <= 200; by++) {
    if (near - by >= 0 && model.name(near - by) === name) return near - by;
    if (near + by < model.length && model.name(near + by) === name) return near + by;
  }
  return near;
}

function rowKey({ path, line }: RollupRow): string {
  return `${path}\n${line}`;
}
