import type { ComponentChild } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { PANE_LENSES, type PaneLens } from './pane-lenses';
import { keyToRead } from './reading-direction';

/** One tab a lens; arrows move between them. They scroll sideways where they don't fit. */
export function LensTabs({ lens, panelId, onLens }: { lens: PaneLens; panelId: string; onLens: (lens: PaneLens) => void }): ComponentChild {
  const tabList = useRef<HTMLDivElement>(null);
  // A command may have chosen a lens whose tab is out of sight.
  useEffect(() => { tabList.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ inline: 'nearest', block: 'nearest' }); }, [lens]);
  const move = (event: KeyboardEvent): void => {
    const at = PANE_LENSES.indexOf(lens);
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: PANE_LENSES.length - 1 }[keyToRead(event)];
    const next = to === undefined ? undefined : PANE_LENSES[(to + PANE_LENSES.length) % PANE_LENSES.length];
    if (!next) return;
    event.preventDefault();
    onLens(next);
    const tabs = (event.currentTarget as HTMLElement).querySelectorAll<HTMLElement>('[role="tab"]');
    tabs[PANE_LENSES.indexOf(next)]?.focus();
  };
  return (
    <div class="plan-rollup-tabs" ref={tabList} role="tablist" aria-label="Lenses" onKeyDown={move}>
      {PANE_LENSES.map((each) => (
        <button key={each.id} class="plan-rollup-tab" type="button" role="tab" aria-selected={each === lens} aria-controls={panelId} tabIndex={each === lens ? 0 : -1} onClick={() => { onLens(each); }}>
          {each.name}
        </button>
      ))}
    </div>
  );
}
