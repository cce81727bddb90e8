/**
 * A note's frontmatter and where each property's value stands. Plain `key: value` lines are read directly; YAML is
 * parsed only where such lines won't do, and for every edit. Nothing here prints YAML. Offsets are relative to the
 * whole note.
 */
import { type Document, isAlias, isMap, isScalar, type Node, type Pair, parseDocument, type Range, visit, type YAMLError } from 'yaml';
import type { Diagnostic } from '../text/diagnostic';
import { type FrontmatterRange, frontmatterRange } from './frontmatter-range';
import { type Property, readPlainProperties } from './plain-properties';

export type { Property } from './plain-properties';

export interface Frontmatter {
  readonly range: FrontmatterRange;
  /** By key, folded to lower case; of duplicate keys the first. */
  readonly properties: ReadonlyMap<string, Property>;
  readonly problem: Diagnostic | null;
}

/** How a value is written: what an edit may replace. `opaque` covers lists, maps, block scalars, anchors, tags, aliases. */
export type ValueStyle = 'plain' | 'single' | 'double' | 'empty' | 'opaque';

export interface LocatedValue {
  readonly key: string;
  /** The value as text, null for an empty one and for what is no scalar. */
  readonly value: string | null;
  readonly style: ValueStyle;
  /** Plain and quoted: the value between its quotes. Empty: the place where a value goes. */
  readonly from: number;
  readonly to: number;
  /** Whether a blank must stand before a value that is put there. */
  readonly needsBlank: boolean;
}

/** The note's frontmatter as far as it can be read; null when it has none. Never throws. */
export function readFrontmatter(text: string): Frontmatter | null {
  const range = frontmatterRange(text);
  if (!range) return null;
  const plain = readPlainProperties(text, range, { isStrict: true });
  if (plain) return { range, properties: plain, problem: null };
  const document = parseYaml(text, range);
  const problem = document.errors[0] ? asDiagnostic(document.errors[0], range) : null;
  // What can be read of broken YAML is read line by line; it is never edited.
  if (problem || !isMap(document.contents)) {
    return { range, properties: readPlainProperties(text, range, { isStrict: false }) ?? new Map(), problem };
  }
  return { range, properties: propertiesOf(document, text, range), problem: null };
}

/** Why an edit of the frontmatter is out of the question: its YAML is broken, or no mapping. Null when it is sound. */
export function frontmatterProblem(text: string, range: FrontmatterRange): string | null {
  if (/\r(?!\n)/.test(text.slice(range.yamlFrom, range.yamlTo))) return 'its lines end in CR alone';
  const document = parseYaml(text, range);
  const [error] = document.errors;
  if (error) {
    const line = text.slice(0, range.yamlFrom + error.pos[0]).split('\n').length;
    return `line ${line}: ${error.message}`;
  }
  if (document.contents !== null && !(isMap(document.contents) && !document.contents.flow)) return 'it is not a plain list of “key: value” lines';
  return null;
}

/** Every value under `key`: exact spelling first, else whatever differs only in case. */
export function locateValues(text: string, range: FrontmatterRange, key: string): LocatedValue[] {
  const { contents } = parseYaml(text, range);
  if (!isMap(contents)) return [];
  const exact = contents.items.filter((pair) => keyOf(pair) === key);
  const pairs = exact.length > 0 ? exact : contents.items.filter((pair) => keyOf(pair).toLowerCase() === key.toLowerCase());
  return pairs.map((pair) => locate(text, range, pair));
}

/**
 * The frontmatter's plain values by key, for reading an edit back: `[key, JSON]` in order, so that duplicates count.
 * Null when the YAML does not parse.
 */
export function frontmatterValues(text: string): readonly (readonly [string, string])[] | null {
  const range = frontmatterRange(text);
  if (!range) return [];
  const document = parseYaml(text, range);
  if (document.errors.length > 0) return null;
  const { contents } = document;
  if (contents === null) return [];
  if (!isMap(contents)) return null;
  const targets = aliasTargets(document);
  if ([...targets.values()].includes(null)) return null;
  return contents.items.map((pair) => [keyOf(pair), JSON.stringify(toValue(pair.value, targets))] as const);
}

/** What YAML makes of `source` as a plain scalar; used to tell whether a value needs quotes. */
export function readsAs(source: string): unknown {
  const document = parseDocument(`key: ${source}\n`, { uniqueKeys: false });
  if (document.errors.length > 0 || document.warnings.length > 0 || !isMap(document.contents)) return undefined;
  const [pair, ...others] = document.contents.items;
  return others.length === 0 && pair && isScalar(pair.value) && !document.contents.comment && !pair.value.comment ? pair.value.value : undefined;
}

function parseYaml(text: string, range: FrontmatterRange): Document.Parsed {
  // Pretty errors take quadratic time, and so does the check for duplicate keys.
  return parseDocument(text.slice(range.yamlFrom, range.yamlTo), { uniqueKeys: false, logLevel: 'silent', prettyErrors: false });
}

/** What each alias stands for: the last anchor of its name before it; null for an undefined one. */
function aliasTargets(document: Document.Parsed): Map<Node, Node | null> {
  const anchors = new Map<string, Node>();
  const targets = new Map<Node, Node | null>();
  visit(document, {
    Node(_key, node) {
      if (isAlias(node)) targets.set(node, anchors.get(node.source) ?? null);
      else if (node.anchor !== undefined) anchors.set(node.anchor, node);
    },
  });
  return targets;
}

function propertiesOf(document: Document.Parsed, text: string, range: FrontmatterRange): Map<string, Property> {
  const properties = new Map<string, Property>();
  if (!isMap(document.contents)) return properties;
  const targets = aliasTargets(document);
  for (const pair of document.contents.items) {
    const key = keyOf(pair);
    if (properties.has(key.toLowerCase())) continue;
    const { from, to } = locate(text, range, pair);
    properties.set(key.toLowerCase(), { key, value: asText(toValue(pair.value, targets)), from, to });
  }
  return properties;
}

function toValue(node: unknown, targets: ReadonlyMap<Node, Node | null>): unknown {
  const meant = isAlias(node) ? targets.get(node) : (node as Node | null);
  return meant?.toJSON() ?? null;
}

function asText(value: unknown): Property['value'] {
  if (Array.isArray(value)) return value.flatMap((item) => asScalarText(item) ?? []);
  return asScalarText(value);
}

function asScalarText(value: unknown): string | null {
  if (typeof value === 'string') return value;
  return typeof value === 'number' || typeof value === 'boolean' || typeof value === 'bigint' ? String(value) : null;
}

function keyOf(pair: Pair): string {
  return isScalar(pair.key) ? (asScalarText(pair.key.value) ?? '') : '';
}

function locate(text: string, range: FrontmatterRange, pair: Pair): LocatedValue {
  const key = keyOf(pair);
  const node = pair.value;
  if (!isScalar(node) || !node.range) return { key, value: null, style: 'opaque', from: range.yamlFrom, to: range.yamlFrom, needsBlank: false };
  const from = range.yamlFrom + node.range[0];
  const to = range.yamlFrom + node.range[1];
  const value = asScalarText(node.value);
  const isTagged = node.anchor !== undefined || node.tag !== undefined;
  if (isTagged || text.slice(from, to).includes('\n')) return { key, value, style: 'opaque', from, to, needsBlank: false };
  if (from === to) return emptyValue(text, key, range.yamlFrom + endOfKey(pair));
  if (node.type === 'QUOTE_SINGLE') return { key, value, style: 'single', from: from + 1, to: to - 1, needsBlank: false };
  if (node.type === 'QUOTE_DOUBLE') return { key, value, style: 'double', from: from + 1, to: to - 1, needsBlank: false };
  return { key, value, style: node.type === 'PLAIN' ? 'plain' : 'opaque', from, to, needsBlank: false };
}

function endOfKey({ key }: Pair): number {
  return (key as { range?: Range | null } | null)?.range?.[1] ?? 0;
}

/** `key:` without a value: one goes behind the colon and one blank, before any comment. */
function emptyValue(text: string, key: string, keyTo: number): LocatedValue {
  const colon = text.indexOf(':', keyTo);
  const hasBlank = text[colon + 1] === ' ' && text[colon + 2] !== '#';
  const at = colon + (hasBlank ? 2 : 1);
  return { key, value: null, style: 'empty', from: at, to: at, needsBlank: !hasBlank };
}

function asDiagnostic(error: YAMLError, range: FrontmatterRange): Diagnostic {
  return {
    code: 'frontmatter-invalid',
    message: `The frontmatter is not valid YAML: ${error.message}`,
    from: range.yamlFrom + error.pos[0],
    to: Math.min(range.yamlTo, range.yamlFrom + error.pos[1]),
  };
}
