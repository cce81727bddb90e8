/** The whole of `yaml`, which Obsidian reads properties with, as the reading that ours is held to. */
import { type Document, isAlias, isMap, isScalar, isSeq, type Node, parseDocument } from 'yaml';
import type { YamlNode } from '../../src/core/markdown/frontmatter-node';
import { scalarValue } from '../../src/core/markdown/frontmatter-node';
import { readYaml } from '../../src/core/markdown/frontmatter-yaml';

/** What is refused here and not there, on purpose: nobody writes it, and reading it would take the rest of `yaml`. */
export const REFUSED_HERE = /^Directives, lines that start with %|^Values with the tag |^Lists and maps stand more than/;

/** "Nested mappings … at 7", or the nodes with their places and texts. Errors are named by the first. */
export function readWithYaml(source: string): unknown {
  const document = parseDocument(source, { uniqueKeys: false, logLevel: 'silent', prettyErrors: false });
  const [error] = document.errors;
  return error ? `${error.message} at ${error.pos[0]}` : theirs(document, document.contents);
}

export function readWithOurs(source: string): unknown {
  const { root, problem } = readYaml(source);
  return problem ? `${problem.message} at ${problem.from}` : ours(root);
}

function ours(node: YamlNode | null): unknown {
  if (!node) return null;
  const { from, to, tag } = node;
  switch (node.kind) {
    case 'scalar':
      return { ...(from < to && { from, to: node.style === 'block' ? 0 : to }), style: node.style, text: node.text, ...(tag === null && { value: scalarValue(node) }) };
    case 'alias':
      return { alias: node.name, from, to };
    case 'list':
      return { from, items: node.items.map(ours) };
    case 'map':
      return { from: node.isFlow ? undefined : from, pairs: node.pairs.map(({ key, value }) => [ours(key), ours(value)]) };
  }
}

const STYLES: Readonly<Record<string, string>> = { PLAIN: 'plain', QUOTE_SINGLE: 'single', QUOTE_DOUBLE: 'double', BLOCK_LITERAL: 'block', BLOCK_FOLDED: 'block' };

function theirs(document: Document.Parsed, node: Node | null): unknown {
  if (!node?.range) return null;
  const [from, to] = node.range;
  // A block scalar of theirs ends with its line break, one of ours with its text.
  if (isScalar(node)) return { ...(from < to && { from, to: node.type?.startsWith('BLOCK') ? 0 : to }), style: STYLES[node.type ?? ''], text: node.source, ...(node.tag === undefined && { value: node.value }) };
  if (isAlias(node)) return { alias: node.source, from, to };
  if (isSeq(node)) return { from, items: node.items.map((item) => theirs(document, item as Node)) };
  if (isMap(node)) return { from: node.flow ? undefined : from, pairs: node.items.map(({ key, value }) => [theirs(document, key as Node), theirs(document, value as Node | null)]) };
  throw new Error(`Unknown node in ${document.toString()}`);
}
