/**
 * Reads YAML into nodes, or says what is wrong with it. The lexer and parser are those of `yaml`; its composer, whose
 * rules these are, would bring schemas, printing and a document model that nobody needs here, and is slower. Where the
 * two could disagree, this one says there is a problem. Offsets are relative to the YAML.
 */
import { type CST, Parser } from 'yaml';
import { FlowReader } from './frontmatter-flow';
import { emptyPlace, hasLineBreak, isFlowScalar, type Lead, type LeadContext, readEnd, readLead, type Report } from './frontmatter-lead';
import type { Anchor, ListNode, MapNode, ScalarNode, YamlNode, YamlPair } from './frontmatter-node';
import { resolveTag } from './frontmatter-tag';
import { blockHeader, blockText, doubleQuotedText, plainText, type ReportAt, singleQuotedText } from './yaml-scalar';

export interface YamlProblem {
  readonly message: string;
  readonly from: number;
  readonly to: number;
}

export interface YamlReading {
  /** Of the first document; null when there is nothing but comments. */
  readonly root: YamlNode | null;
  /** The first thing that is wrong. The nodes are not to be relied on then. */
  readonly problem: YamlProblem | null;
}

/** How deep lists and maps may stand in each other. */
const DEPTH = 100;
/** How far behind its start a key may end (YAML 1.2.2, section 8.2.2). */
const LONGEST_KEY = 1024;
const COLUMN = 'All mapping items must start at the same column';

/** Never throws; linear in the length of `source`. */
export function readYaml(source: string): YamlReading {
  const reader = new YamlReader();
  try {
    for (const token of new Parser().parse(source)) {
      if (token.type === 'document' && reader.root) break; // What stands in a second document is no property.
      reader.readTop(token);
    }
  } catch (error) {
    // The parser calls itself for each level; the reader gives up at its own limit, long before.
    if (!(error instanceof RangeError)) throw error;
    return { root: null, problem: { message: 'lists and maps stand in each other too deeply', from: 0, to: 1 } };
  }
  return { root: reader.root, problem: reader.problem };
}

class YamlReader {
  root: YamlNode | null = null;
  problem: YamlProblem | null = null;
  private readonly anchors = new Map<string, Anchor>();
  private readonly flow: FlowReader;
  private depth = 0;

  constructor() {
    this.flow = new FlowReader({ node: this.node.bind(this), empty: this.empty.bind(this), report: this.report });
  }

  private readonly report: Report = ({ offset, source = ' ' }, message) => {
    this.problem ??= { message, from: offset, to: offset + source.length };
  };

  /** Blanks, comments and line breaks between documents say nothing. */
  readTop(token: CST.Token): void {
    if (token.type === 'document') this.readDocument(token);
    else if (token.type === 'directive') this.report(token, 'Directives, lines that start with %, have no place in properties');
    else if (token.type === 'error') this.report(token, token.source === '' ? token.message : `${token.message}: ${JSON.stringify(token.source)}`);
    else if (token.type === 'doc-end') {
      if (this.root) readEnd(token.end, { offset: token.offset + token.source.length, needsSpace: true }, this.report);
      else this.report(token, 'Unexpected doc-end without preceding document');
    }
  }

  private readDocument({ start, value, offset, end }: CST.Document): void {
    const lead = this.lead(start, { indicator: 'doc-start', next: value ?? end?.[0], offset, parentIndent: 0, startsLine: true });
    const isBlock = value?.type === 'block-map' || value?.type === 'block-seq';
    if (lead.indicator && isBlock && !lead.hasLineBreak) this.report({ offset: lead.to }, 'Block collection cannot start on same line with directives-end marker');
    this.root = value ? this.node(value, lead) : this.empty(lead, start);
    readEnd(end, { offset: this.root.next, needsSpace: false }, this.report);
  }

  private lead(tokens: readonly CST.SourceToken[], context: LeadContext): Lead {
    return readLead(tokens, context, this.report);
  }

  private node(token: CST.Token, lead: Lead): YamlNode {
    if (isFlowScalar(token)) return token.type === 'alias' ? this.alias(token, lead) : this.named(lead, this.scalar(token, lead));
    if (token.type === 'block-scalar') return this.named(lead, this.block(token, lead));
    if (token.type === 'block-map' || token.type === 'block-seq' || token.type === 'flow-collection') return this.collection(token, lead);
    this.report(token, token.type === 'error' ? token.message : `Unsupported token (type: ${token.type})`);
    return this.empty({ ...lead, to: token.offset }, []);
  }

  /** A value that isn't there. */
  private empty(lead: Lead, tokens: readonly CST.SourceToken[]): ScalarNode {
    const at = emptyPlace(tokens, lead.to);
    const node: ScalarNode = { kind: 'scalar', style: 'plain', text: '', from: at, to: at, next: lead.hasComment ? lead.to : at, anchor: this.anchor(lead), tag: this.tag(lead) };
    return this.named(lead, node);
  }

  private anchor({ anchor }: Lead): Anchor | null {
    if (!anchor) return null;
    const named: Anchor = { node: null };
    this.anchors.set(anchor.source.slice(1), named);
    return named;
  }

  private tag({ tag }: Lead): string | null {
    return tag && resolveTag(tag.source, (message) => { this.report(tag, message); });
  }

  /** The node, now known to its anchor. */
  private named<N extends YamlNode>({ anchor }: Lead, node: N): N {
    if (node.anchor) node.anchor.node = node;
    if (anchor?.source === '&') this.report(anchor, 'Anchor cannot be an empty string');
    return node;
  }

  private alias({ source, offset, end }: CST.FlowScalar, { anchor, tag }: Lead): YamlNode {
    const name = source.slice(1);
    if (name === '') this.report({ offset }, 'Alias cannot be an empty string');
    const to = offset + source.length;
    const next = readEnd(end, { offset: to, needsSpace: true }, this.report);
    if (anchor || tag) this.report({ offset, source }, 'An alias node must not specify any properties');
    return { kind: 'alias', name, target: this.anchors.get(name) ?? null, from: offset, to, next, anchor: null, tag: null };
  }

  private scalar({ type, source, offset, end }: CST.FlowScalar, lead: Lead): ScalarNode {
    const report: ReportAt = (at, message) => { this.report({ offset: offset + at }, message); };
    const style = type === 'single-quoted-scalar' ? 'single' : type === 'double-quoted-scalar' ? 'double' : 'plain';
    const text = style === 'single' ? singleQuotedText(source, report) : style === 'double' ? doubleQuotedText(source, report) : plainText(source, report);
    const to = offset + source.length;
    const next = readEnd(end, { offset: to, needsSpace: true }, this.report);
    return { kind: 'scalar', style, text, from: offset, to, next, anchor: this.anchor(lead), tag: this.tag(lead) };
  }

  private block({ props, source, offset, indent }: CST.BlockScalar, lead: Lead): ScalarNode {
    const [head, ...rest] = props;
    const header = blockHeader(head && 'source' in head ? head.source : '|', (at, message) => { this.report({ offset: offset + at }, message); });
    let from = offset;
    for (const prop of props) from += 'source' in prop ? prop.source.length : 0;
    const unexpected = rest.find(({ type }) => type !== 'space' && type !== 'newline' && type !== 'comment');
    if (unexpected) this.report(unexpected, unexpected.type === 'error' ? unexpected.message : `Unexpected token in block scalar header: ${unexpected.type}`);
    const [behind] = rest;
    if (behind?.type === 'comment') this.report(behind, 'Comments must be separated from other tokens by white space characters');
    const text = blockText(source, { header, parentIndent: indent, isRoot: this.depth === 0 }, (at, message) => { this.report({ offset: from + at }, message); });
    const visible = endOfVisible(source);
    return { kind: 'scalar', style: 'block', text, from: offset, to: visible > 0 ? from + visible : offset + header.length, next: from + source.length, anchor: this.anchor(lead), tag: this.tag(lead) };
  }

  private collection(token: CST.BlockMap | CST.BlockSequence | CST.FlowCollection, lead: Lead): YamlNode {
    const anchor = this.anchor(lead);
    const tag = this.tag(lead);
    if (this.depth >= DEPTH) {
      this.report({ offset: token.offset }, `Lists and maps stand more than ${DEPTH} deep in each other`);
      return this.empty({ ...lead, anchor: null, tag: null }, []);
    }
    this.depth++;
    const read = token.type === 'block-map' ? this.map(token) : token.type === 'block-seq' ? this.list(token, lead) : this.flow.read(token, this.depth === 1);
    this.depth--;
    return this.named(lead, { ...read, anchor, tag });
  }

  private list({ offset, indent, items }: CST.BlockSequence, { anchor, tag, breakBehindProps }: Lead): ListNode {
    const prop = anchor && tag ? (anchor.offset > tag.offset ? anchor : tag) : (anchor ?? tag);
    if (prop && (!breakBehindProps || breakBehindProps.offset < prop.offset)) this.report(prop, 'Missing newline after block sequence props');
    const nodes: YamlNode[] = [];
    let at = offset;
    let commentTo: number | null = null;
    for (const { start, value } of items) {
      const lead = this.lead(start, { indicator: 'seq-item-ind', next: value, offset: at, parentIndent: indent, startsLine: true });
      if (!lead.indicator) {
        if (!lead.anchor && !lead.tag && !value) {
          commentTo = lead.to;
          continue;
        }
        if (value?.type === 'block-seq') this.report({ offset: lead.to }, 'All sequence items must start at the same column');
        else this.report({ offset: at }, 'Sequence item without - indicator');
      }
      const node = value ? this.node(value, lead) : this.empty(lead, start);
      nodes.push(node);
      at = node.next;
    }
    return { kind: 'list', items: nodes, from: offset, to: nodes.at(-1)?.to ?? offset, next: commentTo ?? at, anchor: null, tag: null };
  }

  private map({ offset, indent, items }: CST.BlockMap): MapNode {
    const pairs: YamlPair[] = [];
    let at = offset;
    let commentTo: number | null = null;
    for (const { start, key, sep, value } of items) {
      const lead = this.lead(start, { indicator: 'explicit-key-ind', next: key ?? sep?.[0], offset: at, parentIndent: indent, startsLine: true });
      if (this.isComment({ key, sep, indent, at }, lead, start)) {
        commentTo = lead.to;
        continue;
      }
      const keyNode = key ? this.node(key, lead) : this.empty(lead, start);
      const behind = this.lead(sep ?? [], { indicator: 'map-value-ind', next: value, offset: keyNode.next, parentIndent: indent, startsLine: !key || key.type === 'block-scalar' });
      const valueNode = this.mapValue({ lead, behind, keyNode }, sep ?? [], value);
      at = valueNode?.next ?? behind.to;
      pairs.push({ key: keyNode, colon: behind.indicator?.offset ?? null, value: valueNode });
    }
    if (commentTo !== null && commentTo < at) this.report({ offset: commentTo }, 'Map comment with trailing content');
    const last = pairs.at(-1);
    return { kind: 'map', isFlow: false, pairs, from: offset, to: (last?.value ?? last?.key)?.to ?? offset, next: commentTo ?? at, anchor: null, tag: null };
  }

  /** Checks what stands before a key; true when there is no key, but a comment or blank lines alone. */
  private isComment({ key, sep, indent, at }: { key: CST.Token | null | undefined; sep: readonly CST.SourceToken[] | undefined; indent: number; at: number }, lead: Lead, start: readonly CST.SourceToken[]): boolean {
    if (lead.indicator) {
      if (lead.indicator.indent !== indent) this.report({ offset: at }, COLUMN);
      return false;
    }
    if (key?.type === 'block-seq') this.report({ offset: at }, 'A block sequence may not be used as an implicit map key');
    else if (key && 'indent' in key && key.indent !== indent) this.report({ offset: at }, COLUMN);
    if (!lead.anchor && !lead.tag && !sep) return true;
    const place = key ?? start.at(-1);
    if (place && (lead.breakBehindProps || hasLineBreak(key, DEPTH))) this.report(place, 'Implicit keys need to be on a single line');
    return false;
  }

  private mapValue({ lead, behind, keyNode }: { lead: Lead; behind: Lead; keyNode: YamlNode }, sep: readonly CST.SourceToken[], value: CST.Token | undefined): YamlNode | null {
    const keyPlace = { offset: keyNode.from, source: ' '.repeat(keyNode.to - keyNode.from) };
    if (!behind.indicator) {
      if (!lead.indicator) this.report(keyPlace, 'Implicit map keys need to be followed by map values');
      return null;
    }
    if (!lead.indicator) {
      if (value?.type === 'block-map' && !behind.hasLineBreak) this.report({ offset: behind.to }, 'Nested mappings are not allowed in compact mappings');
      if (lead.from < behind.indicator.offset - LONGEST_KEY) this.report(keyPlace, `The : indicator must be at most ${LONGEST_KEY} chars after the start of an implicit block mapping key`);
    }
    return value ? this.node(value, behind) : this.empty(behind, sep);
  }
}

/** End of the text without the blanks and line breaks at its end. */
function endOfVisible(source: string): number {
  let to = source.length;
  while (to > 0 && ' \t\r\n'.includes(source.charAt(to - 1))) to--;
  return to;
}
