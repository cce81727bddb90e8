/** A frontmatter's YAML as nodes, each with its place and what it says. Offsets are relative to the YAML. */
import { plainMeaning } from './yaml-scalar';

interface Placed {
  /** The node's own characters: quotes and brackets included, comments, anchor and tag left out. */
  readonly from: number;
  readonly to: number;
  /** Where what stands behind it ends: blanks, a comment, line breaks. */
  readonly next: number;
  readonly anchor: Anchor | null;
  /** `tag:yaml.org,2002:str` for `!!str`. */
  readonly tag: string | null;
}

export interface ScalarNode extends Placed {
  readonly kind: 'scalar';
  readonly style: 'plain' | 'single' | 'double' | 'block';
  readonly text: string;
}

export interface ListNode extends Placed {
  readonly kind: 'list';
  readonly items: readonly YamlNode[];
}

export interface MapNode extends Placed {
  readonly kind: 'map';
  readonly isFlow: boolean;
  readonly pairs: readonly YamlPair[];
}

export interface AliasNode extends Placed {
  readonly kind: 'alias';
  readonly name: string;
  /** The last anchor of that name before it; null where there is none. */
  readonly target: Anchor | null;
}

export type YamlNode = ScalarNode | ListNode | MapNode | AliasNode;

export interface YamlPair {
  readonly key: YamlNode;
  /** Offset of the colon; null where a key stands alone, as in `? a`. */
  readonly colon: number | null;
  readonly value: YamlNode | null;
}

/** A name for a node. The node is null until it is read to its end: an anchor can be meant inside of what it names. */
export interface Anchor {
  node: YamlNode | null;
}

/** A key as it is written, without quotes; '' for one that is no text. */
export function keyOf({ key }: YamlPair): string {
  return key.kind === 'scalar' ? key.text : '';
}

/** A scalar's text as it is written, so `1.50` stays `1.50`; null for an empty one and for what is no scalar. */
export function scalarText(node: YamlNode): string | null {
  return node.kind !== 'scalar' || scalarValue(node) === null ? null : node.text;
}

/** What a scalar means: plain ones by the core schema, all others are text. A tag other than `!!null` makes text. */
export function scalarValue({ style, tag, text }: ScalarNode): string | number | boolean | null {
  if (style !== 'plain') return text;
  const value = plainMeaning(text);
  return tag === null || (value === null && tag === 'tag:yaml.org,2002:null') ? value : text;
}

/** What a property says: an alias says what it stands for, but only here, not inside of lists. */
export function meant(node: YamlNode | null): YamlNode | null {
  return node?.kind === 'alias' ? (node.target?.node ?? null) : node;
}

/**
 * What a node says, in a form that JSON can hold; two nodes that differ in it differ in meaning. Maps are lists of
 * their pairs, so that no key is lost.
 */
export function nodeValue(node: YamlNode | null): unknown {
  if (!node) return null;
  switch (node.kind) {
    case 'scalar':
      return scalarValue(node);
    case 'list':
      return node.items.map(nodeValue);
    case 'map':
      return { pairs: node.pairs.map(({ key, value }) => [nodeValue(key), nodeValue(value)]) };
    case 'alias':
      return { alias: node.name };
  }
}

/** Whether an alias in the node, or the node itself, stands for nothing. */
export function hasLostAlias(node: YamlNode | null): boolean {
  if (node?.kind === 'list') return node.items.some(hasLostAlias);
  if (node?.kind === 'map') return node.pairs.some(({ key, value }) => hasLostAlias(key) || hasLostAlias(value));
  return node?.kind === 'alias' && node.target === null;
}
