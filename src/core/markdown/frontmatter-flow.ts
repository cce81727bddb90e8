/** Flow collections, `[a, b]` and `{a: b}`, into nodes. Offsets are relative to the YAML. */
import type { CST } from 'yaml';
import { hasLineBreak, type Lead, readEnd, readLead, type Report } from './frontmatter-lead';
import type { ListNode, MapNode, YamlNode, YamlPair } from './frontmatter-node';

/** What reading the items takes. */
export interface NodeReader {
  readonly node: (token: CST.Token, lead: Lead) => YamlNode;
  readonly empty: (lead: Lead, tokens: readonly CST.SourceToken[]) => YamlNode;
  readonly report: Report;
}

/** How far behind its start a key in a list may end (YAML 1.2.2, section 7.4.2). */
const LONGEST_KEY = 1024;
const KEY_DEPTH = 100;
const BLOCK_INSIDE = 'Block collections are not allowed within flow collections';
const ONE_LINE = 'Implicit keys of flow sequence pairs need to be on a single line';

/** One item and what is around it. */
interface Item {
  readonly item: CST.CollectionItem;
  readonly lead: Lead;
  readonly isMap: boolean;
  readonly indent: number;
}

export class FlowReader {
  constructor(private readonly reader: NodeReader) {}

  read(token: CST.FlowCollection, isRoot: boolean): ListNode | MapNode {
    const { report } = this.reader;
    const isMap = token.start.source === '{';
    const flow = isMap ? 'flow map' : 'flow sequence';
    const items: YamlNode[] = [];
    const pairs: YamlPair[] = [];
    let at = token.offset + token.start.source.length;
    for (const [n, item] of token.items.entries()) {
      const lead = readLead(item.start, { flow, indicator: 'explicit-key-ind', next: item.key ?? item.sep?.[0], offset: at, parentIndent: token.indent, startsLine: false }, report);
      if (this.isBlank(item, lead)) {
        if (n === 0 && lead.comma) report(lead.comma, `Unexpected , in ${flow}`);
        else if (n < token.items.length - 1) report({ offset: lead.from }, `Unexpected empty item in ${flow}`);
        at = lead.to;
        continue;
      }
      if (!lead.indicator && !isMap && item.key && hasLineBreak(item.key, KEY_DEPTH)) report(item.key, ONE_LINE);
      if (n === 0 && lead.comma) report(lead.comma, `Unexpected , in ${flow}`);
      if (n > 0 && !lead.comma) report({ offset: lead.from }, `Missing , between ${flow} items`);
      if (!isMap && !item.sep && !lead.indicator) {
        const node = this.listItem(item, lead);
        items.push(node);
        at = node.next;
      } else {
        const { pair, next } = this.pair({ item, lead, isMap, indent: token.indent });
        if (isMap) pairs.push(pair);
        else items.push(mapOf(pair, next));
        at = next;
      }
    }
    const place = { ...this.readClose(token, at, isRoot), from: token.offset, anchor: null, tag: null };
    return isMap ? { kind: 'map', isFlow: true, pairs, ...place } : { kind: 'list', items, ...place };
  }

  private isBlank({ sep, value }: CST.CollectionItem, { indicator, anchor, tag }: Lead): boolean {
    return !indicator && !anchor && !tag && !sep && !value;
  }

  private listItem({ value }: CST.CollectionItem, lead: Lead): YamlNode {
    const node = value ? this.reader.node(value, lead) : this.reader.empty(lead, []);
    this.refuseBlock(value, node);
    return node;
  }

  private refuseBlock(token: CST.Token | null | undefined, { from, to }: YamlNode): void {
    if (token?.type === 'block-map' || token?.type === 'block-seq') this.reader.report({ offset: from, source: ' '.repeat(to - from) }, BLOCK_INSIDE);
  }

  private pair({ item: { start, key, sep, value }, lead, isMap, indent }: Item): { pair: YamlPair; next: number } {
    const { report } = this.reader;
    const flow = isMap ? 'flow map' : 'flow sequence';
    const keyNode = key ? this.reader.node(key, lead) : this.reader.empty(lead, start);
    this.refuseBlock(key, keyNode);
    const behind = readLead(sep ?? [], { flow, indicator: 'map-value-ind', next: value, offset: keyNode.next, parentIndent: indent, startsLine: false }, report);
    if (behind.indicator) {
      if (!isMap && !lead.indicator) this.checkListKey(lead, behind.indicator, sep ?? []);
    } else if (value) {
      if ('source' in value && value.source.startsWith(':')) report(value, `Missing space after : in ${flow}`);
      else report({ offset: behind.from }, `Missing , or : between ${flow} items`);
    }
    const valueNode = value ? this.reader.node(value, behind) : behind.indicator ? this.reader.empty(behind, sep ?? []) : null;
    if (valueNode) this.refuseBlock(value, valueNode);
    return { pair: { key: keyNode, colon: behind.indicator?.offset ?? null, value: valueNode }, next: valueNode?.next ?? behind.to };
  }

  /** `[a: b]` */
  private checkListKey(lead: Lead, colon: CST.SourceToken, sep: readonly CST.SourceToken[]): void {
    const lineBreak = sep.slice(0, sep.indexOf(colon)).find(({ type }) => type === 'newline');
    if (lineBreak) this.reader.report(lineBreak, ONE_LINE);
    if (lead.from < colon.offset - LONGEST_KEY) this.reader.report(colon, `The : indicator must be at most ${LONGEST_KEY} chars after the start of an implicit flow sequence key`);
  }

  private readClose({ start, end: [close, ...behind] }: CST.FlowCollection, at: number, isRoot: boolean): { to: number; next: number } {
    const { report } = this.reader;
    const expected = start.source === '{' ? '}' : ']';
    let to = at;
    if (close?.source === expected) to = close.offset + 1;
    else {
      const name = expected === '}' ? 'Flow map' : 'Flow sequence';
      report({ offset: at }, isRoot ? `${name} must end with a ${expected}` : `${name} in block collection must be sufficiently indented and end with a ${expected}`);
    }
    return { to, next: readEnd(behind, { offset: to, needsSpace: true }, report) };
  }
}

function mapOf(pair: YamlPair, next: number): MapNode {
  return { kind: 'map', isFlow: true, pairs: [pair], from: pair.key.from, to: (pair.value ?? pair.key).to, next, anchor: null, tag: null };
}
