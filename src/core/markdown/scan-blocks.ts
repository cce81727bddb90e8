/**
 * One pass over a note: containers, leaf blocks, list items, tasks and table rows, as CommonMark 0.31 with GFM
 * tables and tasks sees them, plus what Obsidian adds: frontmatter, `%%` comments, `$$` math, tasks with any mark.
 * Time is linear in the text. Lines of plain prose take a short cut, which is most of a vault.
 */
import { BlockKind, Blocks } from './blocks';
import { BlockWriter, NONE } from './block-writer';
import { ContainerStack, passQuoteMark } from './container-stack';
import { frontmatterEnd } from './frontmatter-range';
import { endsHtmlBlock, type HtmlKind, htmlBlockKind } from './html-block';
import { LineCursor } from './line-cursor';
import * as starts from './line-starts';

/** Scans `text` into `into`: a fresh table, unless one is handed in to be used again. */
export function scanBlocks(text: string, into: Blocks = new Blocks()): Blocks {
  return new BlockScanner(text, into.clear(text)).run();
}

type Started = 'container' | 'leaf' | 'none';

class BlockScanner {
  private readonly cursor = new LineCursor();
  private readonly containers = new ContainerStack();
  private readonly out: BlockWriter;
  private readonly fence = { code: 0, length: 0 };
  private html: HtmlKind = 0;
  /** Containers that go on in this line, and whether it closed the others or opened new ones. */
  private matched = 0;
  private hasOpened = false;
  /** The last search for a run of one character up to the line's end; see `uniformFrom`. */
  private readonly uniform = { line: NONE, code: 0, at: 0 };

  constructor(
    private readonly text: string,
    blocks: Blocks,
  ) {
    this.cursor.text = text;
    this.out = new BlockWriter(text, blocks, this.containers);
  }

  run(): Blocks {
    const { text, out } = this;
    let from = this.scanFrontmatter();
    // Either break is searched for again only once it is passed: a note may hold the other kind alone.
    let cr = text.indexOf('\r', from);
    let lf = -1;
    while (from <= text.length) {
      if (lf < from) {
        lf = text.indexOf('\n', from);
        if (lf < 0) lf = text.length;
      }
      let to = lf;
      let next = to + 1;
      if (cr >= 0 && cr < to) {
        next = cr + 1 === to && to < text.length ? to + 1 : cr + 1;
        to = cr;
        cr = text.indexOf('\r', next);
      }
      this.scanLine(from, to);
      out.line++;
      from = next;
    }
    out.blocks.lines = out.line;
    return out.blocks;
  }

  /** Answers the offset of the first line behind it; beyond the text when there is none. */
  private scanFrontmatter(): number {
    const first = this.text.charCodeAt(0) === 0xfeff ? 1 : 0;
    const found = frontmatterEnd(this.text, first);
    if (!found) return first;
    this.out.addFrontmatter(first, found.to, found.lines);
    return found.next > found.to ? found.next : this.text.length + 1;
  }

  private scanLine(from: number, to: number): void {
    const { cursor, containers, text, out } = this;
    this.hasOpened = false;
    if (containers.depth === 0 && from < to && isPlain(text.charCodeAt(from)) && (out.kind === NONE || out.kind === BlockKind.paragraph)) {
      out.addText(from, to);
      return;
    }
    cursor.begin(from, to);
    this.matched = containers.depth === 0 ? 0 : containers.match(cursor);
    if (this.matched === containers.depth && this.continueVerbatim()) return;
    while (!cursor.isBlank && cursor.indent < 4) {
      const code = text.charCodeAt(cursor.next);
      if (isPlain(code)) break;
      const started = this.start(code);
      if (started === 'leaf') return;
      if (started === 'none') break;
      cursor.look();
    }
    this.addRest();
  }

  /** What the line holds when no leaf starts in it: a continued paragraph, a table row, code, a blank, new text. */
  private addRest(): void {
    const { cursor, out } = this;
    const isSame = !this.hasOpened && this.matched === this.containers.depth;
    if (!cursor.isBlank && !this.hasOpened && out.kind === BlockKind.paragraph) {
      out.addText(cursor.next, cursor.to, cursor.indent);
      return;
    }
    if (!isSame) this.closeUnmatched();
    if (cursor.isBlank) out.addBlank(cursor.at, cursor.to);
    else if (cursor.indent >= 4) out.addIndentedCode(cursor.next, cursor.to);
    else if (out.kind === BlockKind.table) out.addRow(cursor.next, cursor.to);
    else {
      out.close();
      out.addText(cursor.next, cursor.to);
    }
  }

  /** Fenced code, HTML, comments and math swallow lines as they are. Answers whether this line was swallowed. */
  private continueVerbatim(): boolean {
    const { cursor, text, out } = this;
    const { at, to } = cursor;
    switch (out.kind) {
      case BlockKind.fencedCode:
        out.extend(to);
        if (cursor.indent < 4 && !cursor.isBlank && starts.isFenceEnd(text, cursor.next, to, this.fence)) out.closeAsEnded();
        return true;
      case BlockKind.html:
        if (this.html >= 6 && cursor.isBlank) return false;
        out.extend(to);
        if (endsHtmlBlock(text, at, to, this.html)) out.close();
        return true;
      case BlockKind.comment:
      case BlockKind.math: {
        const mark = out.kind === BlockKind.comment ? '%%' : '$$';
        out.extend(to);
        if (text.slice(at, to).includes(mark)) out.closeAsEnded();
        return true;
      }
      default:
        return false;
    }
  }

  /** Starts the block that the character `code` announces, if it does. */
  private start(code: number): Started {
    switch (code) {
      case 62: // >
        this.closeUnmatched();
        this.containers.pushQuote();
        this.out.expectTextOf(NONE);
        passQuoteMark(this.cursor);
        return 'container';
      case 35: // #
        return this.startHeading();
      case 96: // `
      case 126: // ~
        return this.startFence(code);
      case 60: // <
        return this.startHtml();
      case 37: // %
      case 36: // $
        return this.startCommentOrMath(code);
      default:
        return this.startRuleListOrTable(code);
    }
  }

  private startHeading(): Started {
    const { next, to } = this.cursor;
    const level = starts.headingLevel(this.text, next, to);
    if (level === 0) return 'none';
    this.closeUnmatched();
    this.out.addHeading(next, starts.trimEnd(this.text, next, to), level);
    return 'leaf';
  }

  private startFence(code: number): Started {
    const { next, to } = this.cursor;
    const length = starts.fenceLength(this.text, next, to);
    if (length === 0) return 'none';
    this.openLeaf(BlockKind.fencedCode);
    this.fence.code = code;
    this.fence.length = length;
    return 'leaf';
  }

  private startHtml(): Started {
    const { next, to } = this.cursor;
    const kind = htmlBlockKind(this.text, next, to, this.out.kind === BlockKind.paragraph && !this.hasOpened);
    if (kind === 0) return 'none';
    this.openLeaf(BlockKind.html);
    this.html = kind;
    if (endsHtmlBlock(this.text, next, to, kind)) this.out.close();
    return 'leaf';
  }

  /** `%%` comments run to the next `%%`, or to the end of the note; `$$` math without an end is text. */
  private startCommentOrMath(code: number): Started {
    const { next, to } = this.cursor;
    const mark = code === 37 ? '%%' : '$$';
    if (!this.text.startsWith(mark, next) || next + 2 > to) return 'none';
    const end = this.text.indexOf(mark, next + 2);
    const endsHere = end >= 0 && end < to;
    if (endsHere && starts.skipBlanks(this.text, end + 2, to) < to) return 'none';
    if (end < 0 && code === 36) return 'none';
    this.openLeaf(code === 37 ? BlockKind.comment : BlockKind.math);
    if (endsHere) this.out.closeAsEnded();
    return 'leaf';
  }

  private startRuleListOrTable(code: number): Started {
    const { text, cursor, out } = this;
    const { next, to } = cursor;
    const isInParagraph = out.kind === BlockKind.paragraph && !this.hasOpened && this.matched === this.containers.depth;
    const level = isInParagraph ? starts.underlineLevel(text, next, to) : 0;
    if (level > 0 && !out.isParagraphOfDefinitions()) {
      out.turnIntoHeading(starts.trimEnd(text, next, to), level);
      return 'leaf';
    }
    if (starts.isBreakCharacter(code) && starts.isThematicBreak(text, next, to, this.uniformFrom(code))) {
      this.openLeaf(BlockKind.thematicBreak);
      out.close();
      return 'leaf';
    }
    const marker = starts.listMarkerLength(text, next, to);
    if (marker > 0 && (!isInParagraph || starts.canInterrupt(text, next, marker, to))) {
      this.startItem(marker);
      return 'container';
    }
    return isInParagraph && this.startTable() ? 'leaf' : 'none';
  }

  private startItem(marker: number): void {
    const { cursor, containers, out } = this;
    this.closeUnmatched();
    const { next: from, indent } = cursor;
    cursor.skipPast(marker);
    cursor.look();
    const isEmpty = cursor.isBlank;
    const gap = isEmpty || cursor.indent > 4 ? 1 : cursor.indent;
    cursor.useColumns(gap);
    const item = out.addItem({ from, markerTo: from + marker, textFrom: isEmpty ? from + marker : cursor.at });
    containers.pushItem(item, indent + marker + gap);
    containers.isTopItemEmpty = isEmpty;
    out.expectTextOf(item);
  }

  /** The open paragraph's last line heads a table when this line delimits as many cells. */
  private startTable(): boolean {
    const { text, cursor, out } = this;
    const cells = starts.delimiterCells(text, cursor.next, cursor.to);
    const header = out.lastTextLine();
    if (cells === 0 || out.isLastLineIndented || cells !== starts.countCells(text, header.from, header.to)) return false;
    out.turnIntoTable(starts.trimEnd(text, cursor.next, cursor.to));
    return true;
  }

  /** Searched once per line and character, so that `- - - - x` stays linear. */
  private uniformFrom(code: number): number {
    const { uniform, cursor } = this;
    if (uniform.line !== this.out.line || uniform.code !== code) {
      uniform.line = this.out.line;
      uniform.code = code;
      uniform.at = starts.uniformFrom(this.text, cursor.at, cursor.to, code);
    }
    return uniform.at;
  }

  private openLeaf(kind: BlockKind): void {
    const { next, to } = this.cursor;
    this.closeUnmatched();
    this.out.open(kind, next, starts.trimEnd(this.text, next, to));
  }

  /** Closes the containers that do not go on, and the open leaf; once a line. */
  private closeUnmatched(): void {
    if (this.hasOpened) return;
    this.hasOpened = true;
    this.containers.popTo(this.matched);
    this.out.close();
  }
}

/** Letters and everything beyond ASCII start no block. */
function isPlain(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || code >= 128;
}
