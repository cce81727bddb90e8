// Owns: how Markdown looks in the source editor: highlight classes, frontmatter and table lines.
import { HighlightStyle, syntaxHighlighting, syntaxTree } from '@codemirror/language';
import { RangeSetBuilder, type Extension } from '@codemirror/state';
import { Decoration, ViewPlugin, type DecorationSet, type EditorView, type ViewUpdate } from '@codemirror/view';
import { tags } from '@lezer/highlight';
import { frontMatterInfo } from '../metadata/front-matter';

/** Frontmatter is looked for in this many characters. */
const HEAD = 20_000;

const classes = HighlightStyle.define([
  ...([1, 2, 3, 4, 5, 6] as const).map((level) => ({ tag: tags[`heading${level}`], class: `cm-header cm-header-${level}` })),
  { tag: tags.strong, class: 'cm-strong' },
  { tag: tags.emphasis, class: 'cm-em' },
  { tag: tags.link, class: 'cm-link' },
  { tag: tags.url, class: 'cm-url' },
  { tag: tags.monospace, class: 'cm-inline-code' },
  { tag: [tags.processingInstruction, tags.meta, tags.contentSeparator], class: 'cm-formatting' },
  { tag: tags.quote, class: 'cm-quote' },
  { tag: tags.strikethrough, class: 'cm-strikethrough' },
  { tag: tags.comment, class: 'cm-comment' },
]);

const frontMatterLine = Decoration.line({ class: 'cm-frontmatter' });
const tableLine = Decoration.line({ class: 'cm-table-line' });

const lineLook = ViewPlugin.fromClass(
  class {
    decorations: DecorationSet;
    constructor(view: EditorView) {
      this.decorations = decorateLines(view);
    }
    update(update: ViewUpdate): void {
      if (update.docChanged || update.viewportChanged || syntaxTree(update.startState) !== syntaxTree(update.state))
        this.decorations = decorateLines(update.view);
    }
  },
  { decorations: (look) => look.decorations },
);

function decorateLines(view: EditorView): DecorationSet {
  const { doc } = view.state;
  const frontMatterEnd = frontMatterInfo(doc.sliceString(0, HEAD)).contentStart;
  const tables = tableRanges(view);
  const builder = new RangeSetBuilder<Decoration>();
  for (const { from, to } of view.visibleRanges) {
    for (let at = from; at <= to; ) {
      const line = doc.lineAt(at);
      if (line.from < frontMatterEnd) builder.add(line.from, line.from, frontMatterLine);
      else if (tables.some((table) => table.from <= line.to && table.to >= line.from)) builder.add(line.from, line.from, tableLine);
      at = line.to + 1;
    }
  }
  return builder.finish();
}

function tableRanges(view: EditorView): { from: number; to: number }[] {
  const ranges: { from: number; to: number }[] = [];
  for (const { from, to } of view.visibleRanges)
    syntaxTree(view.state).iterate({
      from,
      to,
      enter(node) {
        if (node.name !== 'Table') return true;
        ranges.push({ from: node.from, to: node.to });
        return false;
      },
    });
  return ranges;
}

export const sourceLook: Extension = [syntaxHighlighting(classes), lineLook];
