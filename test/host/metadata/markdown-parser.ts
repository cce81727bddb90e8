// Owns: the Markdown grammar of the cache: CommonMark and GFM, plus Obsidian's `%%` comments and `$$` formulas as blocks.
import { GFM, parser, type BlockContext, type Line, type MarkdownConfig } from '@lezer/markdown';

const fencedByMarks: MarkdownConfig = {
  defineNodes: [
    { name: 'CommentFence', block: true },
    { name: 'MathFence', block: true },
  ],
  parseBlock: [blockBetween('%%', 'CommentFence'), blockBetween('$$', 'MathFence')],
};

export const markdownParser = parser.configure([GFM, fencedByMarks]);

/** `%%\nhidden\n%%` and `%% hidden %%` on a line of its own; not `%% a %% text`. An open one reaches to the end. */
function blockBetween(mark: string, node: string): NonNullable<MarkdownConfig['parseBlock']>[number] {
  return {
    name: node,
    before: 'FencedCode',
    endLeaf: (_context, line) => line.text.startsWith(mark, line.pos),
    parse: (context, line) => parseBetween(context, line, mark, node),
  };
}

function parseBetween(context: BlockContext, line: Line, mark: string, node: string): boolean {
  if (!line.text.startsWith(mark, line.pos)) return false;
  const from = context.lineStart + line.pos;
  const close = line.text.indexOf(mark, line.pos + mark.length);
  if (close >= 0) {
    if (line.text.slice(close + mark.length).trim() !== '') return false;
    const to = context.lineStart + close + mark.length;
    context.nextLine();
    context.addElement(context.elt(node, from, to));
    return true;
  }
  let to = context.lineStart + line.text.length;
  while (context.nextLine()) {
    const end = line.text.indexOf(mark);
    to = context.lineStart + (end >= 0 ? end + mark.length : line.text.length);
    if (end < 0) continue;
    context.nextLine();
    break;
  }
  context.addElement(context.elt(node, from, to));
  return true;
}
