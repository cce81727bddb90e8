/**
 * A plan made into a template: what its form was filled in with becomes slots again, those of the template it came
 * from where they can be told. All else keeps every byte. Offsets are relative to the plan's text.
 */
import { frontmatterRange } from '../markdown/frontmatter-range';
import { endOfLine, LineIndex, startOfLine } from '../text/line-index';
import { applyChanges, type TextChange } from '../text/text-change';
import { titleSlot } from './instantiate';
import { findPlaceholders } from './placeholder';
import { DATE_WORDS, wordsOf } from './slot-words';
import type { Template } from './template';

/** A place that was filled in, and what stands there. */
export interface FoundPlace {
  readonly from: number;
  readonly to: number;
  readonly role: 'title' | 'date' | 'status' | 'status-word' | 'person' | 'tick' | 'change' | 'cell' | 'question' | 'gone';
  /** Key or column it stands behind: "author". */
  readonly label: string;
}

export interface FoundValue<Kind extends string> {
  readonly kind: Kind;
  readonly places: readonly FoundPlace[];
}

/** What one value becomes; the person may keep it instead. */
export interface Replacement<Kind extends string = string> {
  readonly kind: Kind;
  /** Number of its line, from 1. */
  readonly line: number;
  /** Its line, before and after; '' for one that is left out. */
  readonly was: string;
  readonly becomes: string;
  /** Further lines that are left out with it. */
  readonly more: number;
  readonly changes: readonly TextChange[];
}

export interface TemplateSource {
  /** The template the plan was made from, when it is known. */
  readonly original: Template | null;
  /** Names of the statuses to choose from, the first one first. */
  readonly statuses: readonly string[];
}

/** A title of which a part says what the note is. Matches "Implementation Plan: Sync", "Sync: Implementation Plan"; not "Sync". */
const KIND_FIRST = /^(?:\p{L}+ ){0,3}(?:plan|proposal|spec|specification|rfc|design)\s?[:–—-]\s+(?=\S)/iu;
const KIND_LAST = /(?:\s?[:–—-])\s+(?:\p{L}+ ){0,3}(?:plan|proposal|spec|specification|rfc|design)$/iu;
/** Shown of a line. */
const LONGEST_SHOWN = 160;

/** What would be replaced, in the order of the text within each kind. What is a slot still is left alone. */
export function proposeReplacements<Kind extends string>(text: string, found: readonly FoundValue<Kind>[], source: TemplateSource): Replacement<Kind>[] {
  const slots = findPlaceholders(text);
  const lines = new LineIndex(text);
  const writer = new SlotWriter(text, source, found.flatMap(({ places }) => places));
  const isSlot = ({ role, from, to }: FoundPlace): boolean => role !== 'gone' && role !== 'tick' && slots.some((slot) => slot.from < to && from < slot.to);
  return found.flatMap(({ kind, places }) => {
    const changes = places.filter((place) => !isSlot(place)).map((place) => writer.change(place)).filter(({ from, to, insert }) => text.slice(from, to) !== insert);
    const [first] = changes;
    if (!first) return [];
    const lineFrom = startOfLine(text, first.from);
    const lineTo = endOfLine(text, lineFrom);
    const inLine = changes.filter(({ from, to }) => from >= lineFrom && to <= lineTo).map((change) => ({ ...change, from: change.from - lineFrom, to: change.to - lineFrom }));
    const was = text.slice(lineFrom, lineTo);
    return [{ kind, line: lines.lineAt(lineFrom) + 1, was: shown(was), becomes: shown(inLine.length > 0 ? applyChanges(was, inLine) : ''), more: changes.length - Math.max(1, inLine.length), changes }];
  });
}

/** The plan's text with the chosen replacements made. */
export function makeTemplate(text: string, chosen: readonly Replacement[]): string {
  const changes = chosen.flatMap((replacement) => replacement.changes).sort((a, b) => a.from - b.from || b.to - a.to);
  let done = 0;
  const apart = changes.filter(({ from, to }) => {
    const isFree = from >= done;
    if (isFree) done = to;
    return isFree;
  });
  const made = applyChanges(text, apart);
  const range = frontmatterRange(made);
  return range && range.yamlFrom === range.yamlTo && apart.length > 0 ? made.slice(range.next) : made;
}

/** Says which slot goes where. */
class SlotWriter {
  private readonly yamlTo: number;
  private readonly slotsBehind: ReadonlyMap<string, string>;
  private readonly person: string;

  constructor(
    private readonly text: string,
    private readonly source: TemplateSource,
    places: readonly FoundPlace[],
  ) {
    this.yamlTo = frontmatterRange(text)?.to ?? 0;
    this.slotsBehind = slotsByLead(source.original?.body ?? '');
    const author = places.find(({ role, label }) => role === 'person' && label === 'author');
    this.person = author ? this.slotOfPerson(author) : '[Name]';
  }

  change(place: FoundPlace): TextChange {
    const { from, to, role } = place;
    if (role === 'title' && from >= this.yamlTo) return this.titleChange(place);
    const slot = this.slot(place);
    // A slot with brackets is a list or map to YAML unless it stands in quotes.
    const isBare = from < this.yamlTo && /^[[{]/.test(slot) && !/["']/.test(this.text.charAt(from - 1));
    return { from, to, insert: isBare ? `"${slot}"` : slot };
  }

  private slot(place: FoundPlace): string {
    const { role, label } = place;
    switch (role) {
      case 'title':
        return '{{title}}';
      case 'date':
        return this.behindLead(place) ?? (label === '' || place.from < this.yamlTo || wordsOf(label).some((word) => DATE_WORDS.has(word)) ? 'YYYY-MM-DD' : '[DATE]');
      case 'status':
        return this.behindLead(place) ?? this.source.statuses.join(' | ');
      case 'status-word':
        return this.source.statuses[0] ?? '';
      case 'person':
        return this.slotOfPerson(place);
      case 'cell':
        // Matches "Version"; not "a|b".
        return /^[\p{L}\p{N} ]+$/u.test(label) ? `[${label}]` : '[Value]';
      case 'change':
        return '[Change]';
      case 'question':
        return '[Question]';
      case 'tick':
        return ' ';
      case 'gone':
        return '';
    }
  }

  private slotOfPerson(place: FoundPlace): string {
    const own = this.behindLead(place) ?? this.source.original?.properties.find(({ key }) => key === place.label)?.value;
    if (own !== undefined && own !== '' && findPlaceholders(`- ${own}`).length > 0) return own;
    const isInTable = startsTable(this.text, place.from);
    if (isInTable) return this.person;
    return ['owner', 'assignee', 'approver'].includes(place.label) ? `[${place.label.charAt(0).toUpperCase()}${place.label.slice(1)}]` : '[Name]';
  }

  /** The slot that the original has in a line that starts as this place's line does. */
  private behindLead({ from }: FoundPlace): string | undefined {
    const lead = this.text.slice(startOfLine(this.text, from), from).trim();
    return from < this.yamlTo ? undefined : this.slotsBehind.get(lead);
  }

  /** The part of the title that differs from the original's, or that doesn't say what kind of note it is. */
  private titleChange({ from, to }: FoundPlace): TextChange {
    const { original } = this.source;
    const title = this.text.slice(from, to);
    const slot = original && titleSlot(original.body);
    if (original && slot) {
      const lineFrom = startOfLine(original.body, slot.from);
      const lead = original.body.slice(lineFrom, slot.from).replace(/^#+ +/, '');
      const tail = original.body.slice(slot.to, endOfLine(original.body, slot.to)).trimEnd();
      const isLike = title.length > lead.length + tail.length && title.startsWith(lead) && title.endsWith(tail);
      if (isLike) return { from: from + lead.length, to: to - tail.length, insert: original.body.slice(slot.from, slot.to) };
    }
    const first = KIND_FIRST.exec(title)?.[0].length ?? 0;
    const last = first > 0 ? 0 : (KIND_LAST.exec(title)?.[0].length ?? 0);
    return { from: from + first, to: to - last, insert: '{{title}}' };
  }
}

/** The slots that stand behind a label, by what stands before them in their line: "**Author:**" → "[Name]". */
function slotsByLead(body: string): Map<string, string> {
  const found = new Map<string, string>();
  for (const { from, to } of findPlaceholders(body)) {
    const lead = body.slice(startOfLine(body, from), from).trim();
    if (lead.includes(':') && !lead.startsWith('|') && !found.has(lead)) found.set(lead, body.slice(from, to));
  }
  return found;
}

function startsTable(text: string, at: number): boolean {
  const from = startOfLine(text, at);
  return text.slice(from, at).trimStart().startsWith('|');
}

function shown(line: string): string {
  return line.length > LONGEST_SHOWN ? `${line.slice(0, LONGEST_SHOWN - 1)}…` : line;
}
