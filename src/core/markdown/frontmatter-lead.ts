/**
 * What stands before and behind a YAML node: blanks, comments, the indicator, an anchor, a tag. The parser of `yaml`
 * hands these over as they stand; what is wrong with them is found here, by the same rules and in the same words as
 * its composer, which Obsidian reads properties with. Offsets are relative to the YAML.
 */
import type { CST } from 'yaml';

/** Called for what is wrong, with the place of it. */
export type Report = (place: { readonly offset: number; readonly source?: string }, message: string) => void;

export interface LeadContext {
  readonly indicator: 'doc-start' | 'explicit-key-ind' | 'map-value-ind' | 'seq-item-ind';
  /** What the lead stands before. */
  readonly next: CST.Token | null | undefined;
  /** End of what stands before it. */
  readonly offset: number;
  readonly parentIndent: number;
  readonly startsLine: boolean;
  /** Name of the flow collection it stands in. */
  readonly flow?: 'flow map' | 'flow sequence';
}

export interface Lead {
  readonly indicator: CST.SourceToken | null;
  readonly comma: CST.SourceToken | null;
  readonly anchor: CST.SourceToken | null;
  readonly tag: CST.SourceToken | null;
  readonly hasComment: boolean;
  readonly hasLineBreak: boolean;
  /** The last line break behind the anchor or tag. */
  readonly breakBehindProps: CST.SourceToken | null;
  /** Of the anchor or tag, else the end. */
  readonly from: number;
  readonly to: number;
}

const SPACE_MISSING = 'Tags and anchors must be separated from the next token by white space';
const TAB = 'Tabs are not allowed as indentation';

/** Reads the tokens one by one; `finish` gives the lead. */
class LeadReader {
  private indicator: CST.SourceToken | null = null;
  private comma: CST.SourceToken | null = null;
  private anchor: CST.SourceToken | null = null;
  private tag: CST.SourceToken | null = null;
  private breakBehindProps: CST.SourceToken | null = null;
  private tab: CST.SourceToken | null = null;
  private hasComment = false;
  private hasLineBreak = false;
  private atLineStart: boolean;
  private hasSpace: boolean;
  private needsSpace = false;

  constructor(private readonly context: LeadContext, private readonly report: Report) {
    this.atLineStart = this.hasSpace = context.startsLine;
  }

  read(token: CST.SourceToken): void {
    if (this.needsSpace && !isSeparator(token)) this.report({ offset: token.offset }, SPACE_MISSING);
    this.needsSpace = false;
    if (this.tab && this.atLineStart && token.type !== 'comment' && token.type !== 'newline') this.report(this.tab, TAB);
    this.tab = null;
    if (token.type === 'space') {
      if (this.mindsTabs() && token.source.includes('\t')) this.tab = token;
      this.hasSpace = true;
    } else if (token.type === 'newline') {
      this.atLineStart = this.hasLineBreak = this.hasSpace = true;
      if (this.anchor || this.tag) this.breakBehindProps = token;
    } else if (token.type === 'comment') {
      if (!this.hasSpace) this.report(token, 'Comments must be separated from other tokens by white space characters');
      this.hasComment = true;
      this.atLineStart = false;
    } else if (token.type === 'anchor' || token.type === 'tag') this.readProp(token, token.type);
    else this.readIndicator(token);
  }

  finish(last: CST.SourceToken | undefined): Lead {
    const { next, offset, parentIndent } = this.context;
    const to = last ? last.offset + last.source.length : offset;
    if (this.needsSpace && next && !isSeparator(next) && !(next.type === 'scalar' && next.source === '')) this.report({ offset: next.offset }, SPACE_MISSING);
    const isBeforeBlock = next?.type === 'block-map' || next?.type === 'block-seq';
    if (this.tab && (isBeforeBlock || (this.atLineStart && this.tab.indent <= parentIndent))) this.report(this.tab, TAB);
    const { indicator, comma, anchor, tag, hasComment, hasLineBreak, breakBehindProps } = this;
    const from = Math.min(anchor?.offset ?? to, tag?.offset ?? to);
    return { indicator, comma, anchor, tag, hasComment, hasLineBreak, breakBehindProps, from, to };
  }

  private readProp(token: CST.SourceToken, type: 'anchor' | 'tag'): void {
    if (this[type]) this.report(token, `A node can have at most one ${type}`);
    this[type] = token;
    this.atLineStart = this.hasSpace = false;
    this.needsSpace = true;
  }

  private readIndicator(token: CST.SourceToken): void {
    const { indicator, flow } = this.context;
    this.hasSpace = false;
    if (token.type === indicator) {
      if (this.anchor || this.tag) this.report(token, `Anchors and tags must be after the ${token.source} indicator`);
      if (this.indicator) this.report(token, `Unexpected ${token.source} in ${flow ?? 'collection'}`);
      this.indicator = token;
      this.atLineStart = indicator === 'seq-item-ind' || indicator === 'explicit-key-ind';
      return;
    }
    this.atLineStart = false;
    if (token.type !== 'comma' || flow === undefined) this.report(token, `Unexpected ${token.type} token`);
    else if (this.comma) this.report(token, `Unexpected , in ${flow}`);
    if (token.type === 'comma' && flow !== undefined) this.comma = token;
  }

  private mindsTabs(): boolean {
    const { flow, indicator, next } = this.context;
    return flow === undefined && (indicator !== 'doc-start' || next?.type !== 'flow-collection');
  }
}

export function readLead(tokens: readonly CST.SourceToken[], context: LeadContext, report: Report): Lead {
  const reader = new LeadReader(context, report);
  for (const token of tokens) reader.read(token);
  return reader.finish(tokens.at(-1));
}

function isSeparator({ type }: CST.Token): boolean {
  return type === 'space' || type === 'newline' || type === 'comma';
}

/** Checks what stands behind a node on its line; answers the offset where it ends. */
export function readEnd(tokens: readonly CST.SourceToken[] | undefined, context: { offset: number; needsSpace: boolean }, report: Report): number {
  let { offset } = context;
  let hasSpace = !context.needsSpace;
  for (const token of tokens ?? []) {
    if (token.type === 'space' || token.type === 'newline') hasSpace = true;
    else if (token.type !== 'comment') report(token, `Unexpected ${token.type} at node end`);
    else if (!hasSpace) report(token, 'Comments must be separated from other tokens by white space characters');
    offset += token.source.length;
  }
  return offset;
}

/** Where an empty value stands: behind the last thing that is no comment, and the blanks there. */
export function emptyPlace(tokens: readonly CST.SourceToken[], end: number): number {
  let offset = end;
  let n = tokens.length;
  for (; n > 0 && isWhite(tokens[n - 1]); n--) offset -= tokens[n - 1]?.source.length ?? 0;
  if (n === 0) return offset;
  for (; tokens[n]?.type === 'space'; n++) offset += tokens[n]?.source.length ?? 0;
  return offset;
}

function isWhite(token: CST.SourceToken | undefined): boolean {
  return token?.type === 'space' || token?.type === 'comment' || token?.type === 'newline';
}

/** Whether the key goes over more than one line, or holds what does. Deeper than `depth`: taken for one that does. */
export function hasLineBreak(token: CST.Token | null | undefined, depth: number): boolean {
  if (!token) return false;
  if (token.type === 'flow-collection') {
    return depth === 0 || token.items.some(({ start, key, sep, value }) => [...start, ...(sep ?? [])].some(({ type }) => type === 'newline') || hasLineBreak(key, depth - 1) || hasLineBreak(value, depth - 1));
  }
  if (!isFlowScalar(token)) return true;
  return token.source.includes('\n') || (token.end?.some(({ type }) => type === 'newline') ?? false);
}

export function isFlowScalar(token: CST.Token): token is CST.FlowScalar {
  return token.type === 'scalar' || token.type === 'single-quoted-scalar' || token.type === 'double-quoted-scalar' || token.type === 'alias';
}
