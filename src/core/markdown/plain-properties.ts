/**
 * The fast path for frontmatter: `key: value` lines, lists, maps and block scalars in the ways people write them, read
 * in one pass without a YAML parser. It declines what YAML could read as more than it says, and all that is broken: what
 * it reads is what the parser would have read. Nearly all frontmatters pass. Offsets are relative to the note.
 */
import type { FrontmatterRange } from './frontmatter-range';
import { afterLineBreak, endOfLine } from '../text/line-index';
import { readFoldedPlain, readFoldedQuoted } from './folded-value';
import { isBlank, skipBlanks, trimEnd } from './line-starts';
import { colonBehindKey, isNothingBehind, MAP, type PlacedValue, type PlainValue, readPlainValue } from './plain-value';
import { blockHeader, blockText } from './yaml-scalar';

export interface Property {
  readonly key: string;
  /** The value as text; a list is its items; null for an empty value and for what is neither. */
  readonly value: string | readonly string[] | null;
  /** The value's own characters, quotes left out; an empty value has `from` = `to`. */
  readonly from: number;
  readonly to: number;
}

const HASH = 35;
const HYPHEN = 45;
/** Maps in lists in maps … are declined beyond this depth. */
const DEPTH = 20;

/** Properties by folded key, of duplicates the first; null as soon as something is not plain. */
export function readPlainProperties(text: string, range: FrontmatterRange): Map<string, Property> | null {
  const reader = new BlockReader(text, range);
  const properties = new Map<string, Property>();
  while (reader.hasLine) {
    const property = reader.readProperty();
    if (!property) return null;
    const folded = property.key.toLowerCase();
    if (!properties.has(folded)) properties.set(folded, property);
  }
  return reader.isPlain ? properties : null;
}

/** Where a value goes that isn't there: behind the colon and one blank, before any comment. */
export function emptyValuePlace(text: string, colon: number): number {
  return colon + (text[colon + 1] === ' ' && text[colon + 2] !== '#' ? 2 : 1);
}

/** The property of a value; of a quoted one the place between the quotes. */
export function asProperty(text: string, key: string, { value, from, to }: PlacedValue): Property {
  const isQuoted = typeof value === 'string' && (text[from] === '"' || text[from] === "'");
  return { key, value: asText(value), from: isQuoted ? from + 1 : from, to: isQuoted ? to - 1 : to };
}

function asText(value: PlainValue): Property['value'] {
  if (value === MAP || value === null || typeof value === 'string') return value === MAP ? null : value;
  return value.flatMap((item) => (typeof item === 'string' ? item : item === null ? '' : []));
}

/** Reads lines that hold something; blank lines and comments in between are passed over. */
class BlockReader {
  hasLine = true;
  isPlain = true;
  /** The line: its first character that is no space, its column, the end without blanks, and the line break. */
  private start = 0;
  private indent = 0;
  private end = 0;
  private lineEnd = 0;
  private depth = 0;
  /** End of the last value read. */
  private valueTo = 0;

  constructor(private readonly text: string, private readonly range: FrontmatterRange) {
    this.moveTo(range.yamlFrom);
  }

  readProperty(): Property | undefined {
    const { text, start } = this;
    const colon = this.indent === 0 ? colonBehindKey(text, start, this.end) : -1;
    if (colon < 0) return undefined;
    const key = text.slice(start, trimEnd(text, start, colon));
    const read = this.readMapValue(colon, 0);
    // A line further in would go on with the value.
    if (!read || this.indent > 0) return undefined;
    return asProperty(text, key, read);
  }

  /** What stands behind a colon, and below it. Afterwards the reader is at the line behind. */
  private readMapValue(colon: number, indent: number): PlacedValue | undefined {
    const { text } = this;
    const from = skipBlanks(text, colon + 1, this.end);
    const first = text.charAt(from);
    if (from < this.end && first !== '#') return first === '|' || first === '>' ? this.readBlock(from, indent) : this.readInline(from, indent);
    const place = emptyValuePlace(text, colon);
    this.valueTo = skipBlanks(text, colon + 1, this.lineEnd);
    this.nextLine();
    if (this.indent > indent || (this.indent === indent && this.isAtItem())) return this.readBelow(indent);
    return { value: null, from: place, to: place };
  }

  /** A value that starts on this line; it may go on over lines further in than `indent`. */
  private readInline(from: number, indent: number): PlacedValue | undefined {
    const { text, end, lineEnd, range } = this;
    const place = { from, lineEnd, yamlTo: range.yamlTo, indent };
    const isQuoted = text[from] === '"' || text[from] === "'";
    let read = readPlainValue(text, from, end);
    if (!read && isQuoted) read = readFoldedQuoted(text, place);
    else if (read?.to === end && !isQuoted && (read.value === null || typeof read.value === 'string')) read = readFoldedPlain(text, place, read);
    if (!read) return undefined;
    this.valueTo = read.to;
    const readEnd = endOfLine(text, read.to);
    this.moveTo(afterLineBreak(text, readEnd));
    return isNothingBehind(text, read.to, trimEnd(text, read.to, readEnd)) ? read : undefined;
  }

  /** The list, map or scalar that starts with this line. */
  private readBelow(indent: number): PlacedValue | undefined {
    if (this.depth === DEPTH) return undefined;
    const isItem = this.isAtItem();
    if (!isItem && colonBehindKey(this.text, this.start, this.end) < 0) return this.readInline(this.start, indent);
    this.depth++;
    const from = this.start;
    const value = isItem ? this.readList(this.indent) : this.readMap(this.indent) && MAP;
    this.depth--;
    return value ? { value, from, to: this.valueTo } : undefined;
  }

  private readList(indent: number): PlainValue[] | undefined {
    const items: PlainValue[] = [];
    while (this.indent === indent && this.isAtItem()) {
      const read = this.readItem(indent);
      if (!read || this.indent > indent) return undefined;
      items.push(read.value);
    }
    return items;
  }

  private readItem(indent: number): PlacedValue | undefined {
    const { text, start, end } = this;
    let from = start + 1;
    while (text[from] === ' ') from++;
    if (from < end && text.charCodeAt(from) !== HASH) {
      if (colonBehindKey(text, from, end) < 0) return this.readInline(from, indent);
      // `- key: value` is a map at the column of its key.
      this.indent = indent + from - start;
      this.start = from;
      return this.readBelow(indent);
    }
    this.valueTo = skipBlanks(text, start + 1, this.lineEnd);
    this.nextLine();
    return this.indent > indent ? this.readBelow(indent) : { value: null, from: this.valueTo, to: this.valueTo };
  }

  /** Whether all lines of the map are plain. */
  private readMap(indent: number): boolean {
    while (this.indent === indent && !this.isAtItem()) {
      const colon = colonBehindKey(this.text, this.start, this.end);
      if (colon < 0 || !this.readMapValue(colon, indent) || this.indent > indent) return false;
    }
    return true;
  }

  /** `|` and the lines below that are further in than `indent`. */
  private readBlock(from: number, indent: number): PlacedValue | undefined {
    const { text, range } = this;
    const head = text.slice(from, this.end);
    if (!/^[|>][-+]?$/.test(head)) return undefined;
    const bodyFrom = afterLineBreak(text, this.lineEnd);
    let to = this.end;
    let at = bodyFrom;
    let depth = -1;
    while (at < range.yamlTo) {
      const end = endOfLine(text, at);
      let start = at;
      while (text[start] === ' ') start++;
      const isEmpty = start >= end;
      if (!isEmpty && start - at <= indent) break;
      if (!isEmpty && depth < 0) depth = start - at;
      // Blank lines that stand out and lines that stand back are left to the parser, and so are tabs.
      if (isEmpty ? depth >= 0 && start - at > depth : start - at < depth || text[start] === '\t') return undefined;
      if (!isEmpty) to = trimEnd(text, start, end);
      if (text[end] === '\r' && text[end + 1] !== '\n') return undefined;
      at = afterLineBreak(text, end);
    }
    let isSound = depth >= 0;
    const value = blockText(text.slice(bodyFrom, at), { header: blockHeader(head, () => undefined), parentIndent: indent, isRoot: false }, () => { isSound = false; });
    this.valueTo = to;
    this.moveTo(at);
    return isSound ? { value, from, to } : undefined;
  }

  private isAtItem(): boolean {
    const { text, start, end } = this;
    return this.hasLine && text.charCodeAt(start) === HYPHEN && (start + 1 >= end || isBlank(text.charCodeAt(start + 1)));
  }

  private nextLine(): void {
    this.moveTo(afterLineBreak(this.text, this.lineEnd));
  }

  /** To the first line from `from` on that holds something; without one, the column is −1. */
  private moveTo(from: number): void {
    const { text } = this;
    for (let at = from; at < this.range.yamlTo; at = afterLineBreak(text, this.lineEnd)) {
      this.start = at;
      while (text[this.start] === ' ') this.start++;
      this.indent = this.start - at;
      this.lineEnd = endOfLine(text, this.start);
      // A CR alone is a line's end for Markdown and none for YAML; tabs before the text are for the parser to judge.
      if (text[this.start] === '\t' || (text[this.lineEnd] === '\r' && text[this.lineEnd + 1] !== '\n')) {
        this.isPlain = false;
        break;
      }
      this.end = trimEnd(text, this.start, this.lineEnd);
      if (this.start < this.end && text.charCodeAt(this.start) !== HASH) return;
    }
    this.hasLine = false;
    this.indent = -1;
  }
}
