/**
 * The facts of one plan as they are kept: integer columns, and all their texts as one string. They are read after the
 * rest, since finding them takes as long as all else together; they never change.
 */
import { type FactKind, FACT_KINDS, type PlanFact, type PlanFacts } from '../plan/read-facts';
import { LineIndex } from '../text/line-index';
import { own } from '../text/own-string';
import { countTwins } from './line-twins';
import { type ItemState, STATES } from './note-record';
import { type PackedText, TextPacker } from './packed-text';
import type { PlanDrift } from './plan-drift';

/** Columns; `source` to `note2` are numbers of texts, −1 for none. */
const F = { line: 0, state: 1, mark: 2, twins: 3, source: 4, text: 5, note0: 6, note1: 7, note2: 8, number0: 9, number1: 10, width: 11 } as const;

export class NoteFacts {
  readonly owner: string | null;
  readonly planId: string | null;
  /** The last day that the plan names, 'YYYY-MM-DD'. */
  readonly touched: string | null;
  private readonly data: Int32Array;
  /** Where the facts of each kind start, and the end. */
  private readonly starts: readonly number[];
  private readonly texts: PackedText;

  /** The facts of the note `text`, and what contradicts itself in it. */
  constructor(text: string, { owner, planId, touched, facts }: PlanFacts, readonly drift: PlanDrift) {
    const texts = new TextPacker();
    this.owner = owner === null ? null : own(owner);
    this.planId = planId === null ? null : own(planId);
    this.touched = touched;
    this.data = writeFacts(text, facts, texts);
    this.starts = [...FACT_KINDS.keys(), FACT_KINDS.length].map((kind) => facts.filter((fact) => FACT_KINDS.indexOf(fact.kind) < kind).length);
    this.texts = texts.pack();
  }

  /** The numbers of the facts of a kind: from the first up to, not including, the second. */
  range(kind: FactKind): readonly [number, number] {
    const at = FACT_KINDS.indexOf(kind);
    return [this.starts[at] ?? 0, this.starts[at + 1] ?? 0];
  }

  state(fact: number): ItemState {
    return STATES[this.column(fact, F.state)] ?? 'open';
  }

  line(fact: number): number {
    return this.column(fact, F.line);
  }

  /** The character in the box; '' for none. */
  mark(fact: number): string {
    const code = this.column(fact, F.mark);
    return code === 0 ? '' : String.fromCodePoint(code);
  }

  /** Lines of the note that look like the fact's, itself included. */
  twins(fact: number): number {
    return this.column(fact, F.twins);
  }

  /** The fact's line as it stands in the note. */
  source(fact: number): string {
    return this.texts.get(this.column(fact, F.source)) ?? '';
  }

  text(fact: number): string {
    return this.texts.get(this.column(fact, F.text)) ?? '';
  }

  /** See `PlanFact.notes`. */
  note(fact: number, at: 0 | 1 | 2): string | null {
    return this.texts.get(this.column(fact, F.note0 + at));
  }

  /** See `PlanFact.numbers`. */
  number(fact: number, at: 0 | 1): number {
    return this.column(fact, F.number0 + at);
  }

  private column(fact: number, column: number): number {
    return this.data[fact * F.width + column] ?? 0;
  }
}

function writeFacts(text: string, facts: readonly PlanFact[], texts: TextPacker): Int32Array {
  const lines = new LineIndex(text);
  // A byte order mark is no part of the first line.
  const sources = facts.map(({ line }) => (lines.source(line) ?? '').replace(/^\ufeff/, ''));
  const twins = countTwins(text, sources);
  const data = new Int32Array(facts.length * F.width);
  facts.forEach(({ line, text: words, state, mark, notes, numbers }, fact) => {
    const source = sources[fact] ?? '';
    const at = fact * F.width;
    data[at + F.line] = line;
    data[at + F.state] = STATES.indexOf(state);
    data[at + F.mark] = mark.codePointAt(0) ?? 0;
    data[at + F.twins] = twins.get(source) ?? 1;
    data[at + F.source] = texts.add(source);
    data[at + F.text] = texts.add(words);
    for (const column of [0, 1, 2]) data[at + F.note0 + column] = texts.add(notes[column] ?? null);
    for (const column of [0, 1]) data[at + F.number0 + column] = numbers[column] ?? 0;
  });
  return data;
}
