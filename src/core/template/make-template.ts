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
  const yamlTo = frontmatterRange(text)?.to ?? 0;
  const isSlot = ({ role, from, to }: FoundPlace): boolean => role !== 'gone' && role !== 'tick' && slots.some((slot) => slot.from < to && from < slot.to);
  return found.flatMap(({ kind, places }) => {
    const changes = places.filter((place) => !isSlot(place)).map((place) => changeOf(text, place, source, yamlTo)).filter(({ from, to, insert }) => text.slice(from, to) !== insert);
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
  // An empty block stays before a rule, or the rule would begin the properties.
  const isIdle = range !== null && range.yamlFrom === range.yamlTo && apart.length > 0 && !made.startsWith('---', range.next);
  return isIdle ? made.slice(range.next) : made;
}

/** The slot that goes to a place. In the title only what differs from the original's is exchanged. */
function changeOf(text: string, place: FoundPlace, source: TemplateSource, yamlTo: number): TextChange {
  const { from, to, role } = place;
  const isProperty = from < yamlTo;
  if (role === 'title' && !isProperty) return titleChange(text, place, source.original);
  const slot = slotOf(place, source);
  // A slot with brackets is a list or map to YAML unless it stands in quotes.
  const isBare = isProperty && /^[[{]/.test(slot) && !/["']/.test(text.charAt(from - 1));
  return { from, to, insert: isBare ? `"${slot}"` : slot };
}

function slotOf({ role, label }: FoundPlace, { original, statuses }: TemplateSource): string {
  switch (role) {
    case 'title':
      return '{{title}}';
    case 'date':
      return label === '' || wordsOf(label).some((word) => DATE_WORDS.has(word)) ? 'YYYY-MM-DD' : '[DATE]';
    case 'status':
      return statuses.join(' | ');
    case 'status-word':
      return statuses[0] ?? '';
    case 'person': {
      const key = label.toLowerCase();
      const value = original?.properties.find((property) => property.key === key)?.value;
      const own = typeof value === 'string' ? value : '';
      // Matches "owner"; not "author": a person is a name, but the owner may be a team.
      return findPlaceholders(`- ${own}`).length > 0 ? own : /^(?:owner|assignee|approver)$/.test(key) ? `[${key.charAt(0).toUpperCase()}${key.slice(1)}]` : '[Name]';
    }
    case 'cell':
      // Matches "Version"; not "a|b".
      return `[${/^[\p{L}\p{N} ]+$/u.exec(label)?.[0] ?? 'Value'}]`;
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

function titleChange(text: string, { from, to }: FoundPlace, original: Template | null): TextChange {
  const title = text.slice(from, to);
  const body = original?.body ?? '';
  const slot = titleSlot(body);
  if (slot) {
    const lead = body.slice(startOfLine(body, slot.from), slot.from).replace(/^#+ +/, '');
    const tail = body.slice(slot.to, endOfLine(body, slot.to)).trimEnd();
    const isLike = title.length > lead.length + tail.length && title.startsWith(lead) && title.endsWith(tail);
    if (isLike) return { from: from + lead.length, to: to - tail.length, insert: body.slice(slot.from, slot.to) };
  }
  const first = KIND_FIRST.exec(title)?.[0].length ?? 0;
  const last = first > 0 ? 0 : (KIND_LAST.exec(title)?.[0].length ?? 0);
  return { from: from + first, to: to - last, insert: '{{title}}' };
}

function shown(line: string): string {
  return line.length > LONGEST_SHOWN ? `${line.slice(0, LONGEST_SHOWN - 1)}…` : line;
}
