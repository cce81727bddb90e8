/**
 * A note's frontmatter and where each property's value stands. Plain `key: value` lines are read directly; YAML is
 * parsed only where such lines won't do, and for every edit. Nothing here prints YAML. Offsets are relative to the
 * whole note.
 */
import type { Diagnostic } from '../text/diagnostic';
import { readBrokenProperties } from './broken-properties';
import { hasLostAlias, keyOf, type MapNode, meant, nodeValue, scalarText, scalarValue, type YamlNode, type YamlPair } from './frontmatter-node';
import { type FrontmatterRange, frontmatterRange } from './frontmatter-range';
import { readYaml, type YamlProblem, type YamlReading } from './frontmatter-yaml';
import { emptyValuePlace, type Property, readPlainProperties } from './plain-properties';

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

/** A list as a property's value, and where more items go. */
export interface LocatedList {
  /** What the items say, as text; those that are no scalars are left out. */
  readonly items: readonly string[];
  /** `flow`: `[a, b]`, `block`: a line each; `empty`: `key:` without a value, an empty list as Obsidian writes it. */
  readonly style: 'flow' | 'block' | 'empty';
  /** Flow: behind the last item or the bracket. Block: end of the last item. Empty: the place where a value goes. */
  readonly at: number;
  /** Block: offset of the first item's hyphen. */
  readonly from: number;
  /** Whether a blank must stand before what is put at the place of an empty value. */
  readonly needsBlank: boolean;
}

/** A line's end for Markdown and none for YAML. Matches in `a\rb`; not in `a\r\nb`. */
const LONE_CR = /\r(?!\n)/;

/** The note's frontmatter as far as it can be read; null when it has none. Never throws. */
export function readFrontmatter(text: string): Frontmatter | null {
  const range = frontmatterRange(text);
  if (!range) return null;
  const plain = readPlainProperties(text, range);
  return plain ? { range, properties: plain, problem: null } : readWithParser(text, range);
}

/** The same, all of it by the parser. */
export function readWithParser(text: string, range: FrontmatterRange): Frontmatter {
  const { root, problem } = parseFrontmatter(text, range);
  if (!problem && root?.kind === 'map') return { range, properties: propertiesOf(root, text, range), problem: null };
  // What can be read of broken YAML is read line by line; it is never edited.
  return { range, properties: readBrokenProperties(text, range), problem: problem && asDiagnostic(problem, range) };
}

/** Why an edit of the frontmatter is out of the question: its YAML is broken, or no mapping. Null when it is sound. */
export function frontmatterProblem(text: string, range: FrontmatterRange, { root, problem }: YamlReading = parseFrontmatter(text, range)): string | null {
  if (problem) {
    const line = text.slice(0, range.yamlFrom + problem.from).split('\n').length;
    return `line ${line}: ${problem.message}`;
  }
  if (root && (root.kind !== 'map' || root.isFlow)) return 'it is not a plain list of “key: value” lines';
  return null;
}

/** Every value under `key`: exact spelling first, else whatever differs only in case. */
export function locateValues(text: string, range: FrontmatterRange, key: string, { root }: YamlReading = parseFrontmatter(text, range)): LocatedValue[] {
  if (root?.kind !== 'map') return [];
  const exact = root.pairs.filter((pair) => keyOf(pair) === key);
  const pairs = exact.length > 0 ? exact : root.pairs.filter((pair) => keyOf(pair).toLowerCase() === key.toLowerCase());
  return pairs.map((pair) => locate(text, range, pair));
}

/** The list under `key`, found as `locateValues` finds it; null when the value is something else. */
export function locateList(text: string, range: FrontmatterRange, key: string): LocatedList | null {
  const place = locateValues(text, range, key)[0];
  if (place?.style === 'empty') return { items: [], style: 'empty', at: place.from, from: place.from, needsBlank: place.needsBlank };
  const { root } = parseFrontmatter(text, range);
  const node = place && root?.kind === 'map' ? root.pairs.find((pair) => keyOf(pair) === place.key)?.value : null;
  if (node?.kind !== 'list') return null;
  const from = range.yamlFrom + node.from;
  const last = node.items.at(-1);
  const items = node.items.flatMap((item) => (item.kind === 'scalar' ? (scalarText(item) ?? '') : []));
  const isFlow = text[from] === '[';
  return { items, style: isFlow ? 'flow' : 'block', at: range.yamlFrom + (last ? last.to : node.from + 1), from, needsBlank: false };
}

/**
 * The frontmatter's values by key, for reading an edit back: `[key, JSON]` in order, so that duplicates count. Null
 * when the YAML does not parse, or an alias in it stands for nothing.
 */
export function frontmatterValues(text: string): readonly (readonly [string, string])[] | null {
  const range = frontmatterRange(text);
  return range ? valuesIn(parseFrontmatter(text, range)) : [];
}

/** As `frontmatterValues`, of YAML that has been parsed already. */
export function valuesIn({ root, problem }: YamlReading): readonly (readonly [string, string])[] | null {
  if (problem) return null;
  if (!root) return [];
  if (root.kind !== 'map' || hasLostAlias(root)) return null;
  return root.pairs.map((pair) => [keyOf(pair), JSON.stringify(nodeValue(meant(pair.value)))] as const);
}

/** What YAML makes of `source` as a plain scalar; used to tell whether a value needs quotes. Undefined: something else. */
export function readsAs(source: string): unknown {
  const { root, problem } = readYaml(`key: ${source}\n`);
  const [pair, ...others] = !problem && root?.kind === 'map' ? root.pairs : [];
  const value = pair?.value;
  if (others.length > 0 || value?.kind !== 'scalar' || value.tag !== null || value.anchor) return undefined;
  return value.to - value.from === source.length ? scalarValue(value) : undefined;
}

/** The frontmatter's YAML; for an edit that asks for several things of it. */
export function parseFrontmatter(text: string, range: FrontmatterRange): YamlReading {
  const source = text.slice(range.yamlFrom, range.yamlTo);
  const lone = source.search(LONE_CR);
  return lone < 0 ? readYaml(source) : { root: null, problem: { message: 'lines that end in CR alone are no lines in YAML', from: lone, to: lone + 1 } };
}

function propertiesOf(root: MapNode, text: string, range: FrontmatterRange): Map<string, Property> {
  const properties = new Map<string, Property>();
  // An anchor's list is made once, however many aliases stand for it.
  const texts = new Map<YamlNode | null, Property['value']>();
  for (const pair of root.pairs) {
    const key = keyOf(pair);
    if (properties.has(key.toLowerCase())) continue;
    const { from, to } = locate(text, range, pair);
    const node = meant(pair.value);
    const value = texts.get(node) ?? asText(node);
    texts.set(node, value);
    properties.set(key.toLowerCase(), { key, value, from, to });
  }
  return properties;
}

function asText(node: YamlNode | null): Property['value'] {
  if (node?.kind === 'list') return node.items.flatMap((item) => (item.kind === 'scalar' ? (scalarText(item) ?? '') : []));
  return node && scalarText(node);
}

function locate(text: string, range: FrontmatterRange, pair: YamlPair): LocatedValue {
  const key = keyOf(pair);
  const node = pair.value;
  const quote = node?.kind === 'scalar' && (node.style === 'single' || node.style === 'double') ? 1 : 0;
  const from = range.yamlFrom + (node ?? pair.key).from + quote;
  const to = range.yamlFrom + (node ?? pair.key).to - quote;
  if (node?.kind !== 'scalar') return { key, value: null, style: 'opaque', from, to, needsBlank: false };
  const meaning = scalarValue(node);
  const value = meaning === null ? null : String(meaning);
  const isNamed = node.anchor !== null || node.tag !== null;
  if (isNamed || node.style === 'block' || text.slice(from, to).includes('\n')) return { key, value, style: 'opaque', from, to, needsBlank: false };
  return node.from === node.to ? emptyValue(text, key, range.yamlFrom + (pair.colon ?? 0)) : { key, value, style: node.style, from, to, needsBlank: false };
}

/** `key:` without a value. */
function emptyValue(text: string, key: string, colon: number): LocatedValue {
  const at = emptyValuePlace(text, colon);
  return { key, value: null, style: 'empty', from: at, to: at, needsBlank: at === colon + 1 };
}

function asDiagnostic({ message, from, to }: YamlProblem, range: FrontmatterRange): Diagnostic {
  return {
    code: 'frontmatter-invalid',
    message: `The frontmatter is not valid YAML: ${message}`,
    from: range.yamlFrom + from,
    to: Math.min(range.yamlTo, range.yamlFrom + to),
  };
}
