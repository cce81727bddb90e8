/**
 * The search box: a combobox (WAI-ARIA 1.2) whose list completes the word at the caret. Nothing is selected until an
 * arrow says so, so Enter and Tab do what they do elsewhere. What is wrong with the query is said below, word by word.
 */
import type { ComponentChild, RefObject } from 'preact';
import { useRef, useState } from 'preact/hooks';
import type { QueryCompletion, QueryCompletions } from '../../core/indexing/complete-query';
import type { Diagnostic } from '../../core/text/diagnostic';
import { useOwnId } from './use-own-id';

export interface QueryBoxProps {
  readonly query: string;
  readonly onQuery: (query: string) => void;
  readonly problems: readonly Diagnostic[];
  /** What the word at the caret may become. */
  readonly complete: (query: string, caret: number) => QueryCompletions;
}

interface OpenList extends QueryCompletions {
  /** −1 for none. */
  readonly selected: number;
}

export function QueryBox({ query, onQuery, problems, complete }: QueryBoxProps): ComponentChild {
  const inputRef = useRef<HTMLInputElement>(null);
  const id = useOwnId();
  const { list, offer, close, take, onKey } = useCompletions(inputRef, { onQuery, complete });
  return (
    <div class="plan-rollup-filter">
      <input
        ref={inputRef}
        type="search"
        placeholder="Filter"
        aria-label="Filter rows"
        aria-invalid={problems.length > 0}
        role="combobox"
        list={undefined}
        aria-autocomplete="list"
        aria-expanded={list !== null}
        aria-controls={id}
        aria-activedescendant={list && list.selected >= 0 ? `${id}-${list.selected}` : undefined}
        autocomplete="off"
        spellcheck={false}
        value={query}
        onInput={(event) => {
          onQuery(event.currentTarget.value);
          offer();
        }}
        onKeyDown={onKey}
        onBlur={close}
      />
      <Completions id={id} list={list} onTake={take} />
      {problems.length > 0 && <Problems query={query} problems={problems} onPick={({ from, to }) => {
        inputRef.current?.focus();
        inputRef.current?.setSelectionRange(from, to);
      }} />}
    </div>
  );
}

interface UsedCompletions {
  readonly list: OpenList | null;
  /** Opens the list of what the word at the caret may become. */
  readonly offer: (isAsked?: boolean) => void;
  readonly close: () => void;
  readonly take: (list: QueryCompletions, option: QueryCompletion) => void;
  readonly onKey: (event: KeyboardEvent) => void;
}

function useCompletions(box: RefObject<HTMLInputElement | null>, { onQuery, complete }: Pick<QueryBoxProps, 'onQuery' | 'complete'>): UsedCompletions {
  const [list, setList] = useState<OpenList | null>(null);
  const offer = (isAsked = false): void => {
    const input = box.current;
    const caret = input?.selectionStart ?? 0;
    const found = input && complete(input.value, caret);
    // Before a word is begun the list would be in the way.
    setList(found && found.options.length > 0 && (isAsked || caret > found.from) ? { ...found, selected: -1 } : null);
  };
  const take = ({ from, to }: QueryCompletions, { text }: QueryCompletion): void => {
    const input = box.current;
    if (!input) return;
    input.value = input.value.slice(0, from) + text + input.value.slice(to).replace(/^ /, text.endsWith(' ') ? '' : ' ');
    input.setSelectionRange(from + text.length, from + text.length);
    onQuery(input.value);
    offer();
  };
  const onKey = (event: KeyboardEvent): void => {
    if (event.isComposing) return;
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    const chosen = list?.options[list.selected];
    if (step !== 0 && list) setList({ ...list, selected: stepped(list, step) });
    else if (step === 1) offer(true);
    else if (list && chosen && (event.key === 'Enter' || event.key === 'Tab')) take(list, chosen);
    else if (list && event.key === 'Escape') setList(null);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return { list, offer, close: () => { setList(null); }, take, onKey };
}

function Completions({ id, list, onTake }: { id: string; list: OpenList | null; onTake: UsedCompletions['take'] }): ComponentChild {
  return (
    <div class="plan-rollup-suggestions" role="listbox" id={id} aria-label="Completions" hidden={list === null}>
      {list?.options.map((option, at) => (
        <div
          key={option.text}
          id={`${id}-${at}`}
          role="option"
          aria-selected={at === list.selected}
          class={`plan-rollup-suggestion${at === list.selected ? ' is-selected' : ''}`}
          // The box keeps the focus, so that it is still there to take the word.
          onMouseDown={(event) => { event.preventDefault(); }}
          onClick={() => { onTake(list, option); }}
        >
          {option.text.trimEnd()}
          {option.hint !== '' && <span class="plan-rollup-suggestion-note">{option.hint}</span>}
        </div>
      ))}
    </div>
  );
}

/** So many are told at once: the rest often comes of the first. */
const MOST_PROBLEMS = 5;

function Problems({ query, problems, onPick }: { query: string; problems: readonly Diagnostic[]; onPick: (problem: Diagnostic) => void }): ComponentChild {
  return (
    <div class="plan-rollup-problem" role="alert">
      {problems.slice(0, MOST_PROBLEMS).map((problem) => (
        <div key={problem.from}>
          <button type="button" class="plan-rollup-problem-word" aria-label={`Select “${query.slice(problem.from, problem.to)}” in the filter`} onClick={() => { onPick(problem); }}>
            {query.slice(problem.from, problem.to)}
          </button>{' '}
          {problem.message}
        </div>
      ))}
      {problems.length > MOST_PROBLEMS && <div>{`And ${(problems.length - MOST_PROBLEMS).toLocaleString()} more.`}</div>}
    </div>
  );
}

/** Round the list, over a place where nothing is selected. */
function stepped({ options, selected }: OpenList, step: number): number {
  const places = options.length + 1;
  return ((selected + 1 + step + places) % places) - 1;
}
