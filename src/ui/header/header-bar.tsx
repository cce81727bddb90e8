/** The header's elements. One row while it is folded, so that numbers can change without anything below being moved. */
import type { ComponentChild, TargetedMouseEvent } from 'preact';
import { ProgressBar } from '../pane/progress-bar';
import { chipClass, NO_STATUS } from '../status/status-chip';
import { HeaderDetails } from './header-details';
import type { HeaderFacts, Progress } from './header-facts';

export interface HeaderActions {
  readonly pick: () => void;
  readonly advance: () => void;
  readonly toggle: (property: string) => void;
  /** Opens the menu of statuses below the element. */
  readonly menu: (below: HTMLElement) => void;
  readonly nextPlaceholder: () => void;
  readonly jump: (line: number) => void;
  readonly unfold: (isOpen: boolean) => void;
}

export interface HeaderProps {
  readonly facts: HeaderFacts;
  readonly isOpen: boolean;
  /** Of the details, for the button that opens them. */
  readonly id: string;
  readonly actions: HeaderActions;
}

/** With more classes of checks the row shows one bar for all; the details have each. */
const MOST_BARS = 3;

type Click = TargetedMouseEvent<HTMLElement>;

/** The second click of a double click does nothing. */
function once(act: (event: Click) => void): (event: Click) => void {
  return (event) => {
    if (event.detail < 2) act(event);
  };
}

export function HeaderBar({ facts, isOpen, id, actions }: HeaderProps): ComponentChild {
  const { progress, placeholders, questions, drift } = facts;
  return (
    <section class={`plan-rollup-header${isOpen ? ' is-open' : ''}`} aria-label="Plan status">
      <div class="plan-rollup-header-row">
        <StatusButtons facts={facts} actions={actions} />
        <NextButton facts={facts} advance={actions.advance} />
        {(progress.length > MOST_BARS ? [total(progress)] : progress).map((each) => (
          <ProgressOf key={each.name} {...each} />
        ))}
        {placeholders > 0 && (
          <button type="button" class="plan-rollup-header-link" title="Go to the next placeholder" onClick={actions.nextPlaceholder}>
            {counted(placeholders, 'placeholder')}
          </button>
        )}
        {questions.count > 0 && (
          <button type="button" class="plan-rollup-header-link" title="Go to the first open question" onClick={() => { actions.jump(questions.line); }}>
            {counted(questions.count, 'open question')}
          </button>
        )}
        {drift.length > 0 && (
          <button type="button" class="plan-rollup-header-link plan-rollup-header-drift" aria-expanded={isOpen} aria-controls={id} title={drift.map(({ message }) => message).join('\n')} onClick={() => { actions.unfold(!isOpen); }}>
            {counted(drift.length, 'contradiction')}
          </button>
        )}
        <Toggles facts={facts} toggle={actions.toggle} />
        <button type="button" class="plan-rollup-header-more" aria-label="Details" aria-expanded={isOpen} aria-controls={id} onClick={() => { actions.unfold(!isOpen); }}>
          <span class={`plan-rollup-arrow${isOpen ? '' : ' is-collapsed'}`} aria-hidden="true" />
          <span class="plan-rollup-header-more-name">Details</span>
        </button>
      </div>
      <div id={id} hidden={!isOpen}>
        {isOpen && <HeaderDetails facts={facts} jump={actions.jump} />}
      </div>
    </section>
  );
}

function StatusButtons({ facts: { status, isKnown }, actions: { pick, menu } }: Pick<HeaderProps, 'facts' | 'actions'>): ComponentChild {
  const shown = status ?? { name: NO_STATUS };
  const openMenu = (event: Click): void => {
    event.preventDefault();
    menu(event.currentTarget);
  };
  return (
    <span class="plan-rollup-header-status">
      <button type="button" class={chipClass(shown)} title={isKnown ? 'Set plan status…' : 'The workflow does not know this status'} onClick={once(pick)} onContextMenu={openMenu}>
        <span class="plan-rollup-sr">Status: </span>
        {shown.name}
        {!isKnown && ' ?'}
      </button>
      <button type="button" class="plan-rollup-header-menu" aria-label="Choose a status" aria-haspopup="menu" onClick={openMenu}>
        <span class="plan-rollup-arrow" aria-hidden="true" />
      </button>
    </span>
  );
}

function NextButton({ facts: { next, gates }, advance }: { facts: HeaderFacts; advance: () => void }): ComponentChild {
  if (!next) return null;
  const unmet = gates.filter(({ isHeld }) => !isHeld);
  const isBlocked = unmet.some(({ level }) => level === 'block');
  const standing = unmet.map(({ message }) => message).join('; ');
  return (
    <button type="button" class={`plan-rollup-header-next${isBlocked ? ' is-blocked' : ''}`} title={standing} aria-description={standing} onClick={once(advance)} onKeyDown={notHeld}>
      {`Advance to ${next.name}`}
    </button>
  );
}

/** A key that is held is one press. */
function notHeld(event: KeyboardEvent): void {
  if (event.repeat) event.preventDefault();
}

function ProgressOf({ name, done, total }: Progress): ComponentChild {
  return (
    <span class="plan-rollup-header-progress">
      <span>{`${name} ${done}/${total}`}</span>
      <ProgressBar label={name} done={done} total={total} />
    </span>
  );
}

function Toggles({ facts: { toggles }, toggle }: { facts: HeaderFacts; toggle: (property: string) => void }): ComponentChild {
  return toggles.map(({ property, name, isOn }) => (
    <label key={property} class="plan-rollup-header-toggle">
      <input
        type="checkbox"
        checked={isOn}
        onClick={(event) => {
          // It shows what the note says: that changes when the note does.
          event.preventDefault();
          if (event.detail < 2) toggle(property);
        }}
      />
      {name}
    </label>
  ));
}

function total(progress: readonly Progress[]): Progress {
  const sum = (count: (each: Progress) => number): number => progress.reduce((all, each) => all + count(each), 0);
  return { name: 'Checks', done: sum(({ done }) => done), total: sum((each) => each.total) };
}

function counted(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? '' : 's'}`;
}
