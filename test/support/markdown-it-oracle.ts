/** A second independent reading, by markdown-it: where it and micromark agree, there is no doubt what a note says. */
import MarkdownIt from 'markdown-it';
import type { Outline } from './gfm-oracle';

const parser = new MarkdownIt('default', { html: true });

/** The same form as `gfmOutline`; for notes without frontmatter. */
export function markdownItOutline(text: string): Outline {
  const headings: string[] = [];
  const tasks: string[] = [];
  const tables: string[] = [];
  const tokens = parser.parse(text, {});
  let columns = 0;
  let rows = 0;
  tokens.forEach((token, at) => {
    const line = token.map?.[0] ?? 0;
    if (token.type === 'heading_open') headings.push(`${line} ${token.tag.slice(1)}`);
    if (token.type === 'table_open') [columns, rows] = [0, 0];
    if (token.type === 'th_open') columns++;
    if (token.type === 'tr_open') rows++;
    if (token.type === 'table_close') tables.push(`${tableLine(tokens, at)} ${columns}×${rows}`);
    if (token.type !== 'list_item_open') return;
    const first = tokens[at + 1]?.type;
    if (first !== 'paragraph_open' && first !== 'heading_open') return;
    const mark = /^\[([^\]\r\n])\][ \t\r\n]+[^ \t\r\n]/u.exec(tokens[at + 2]?.content ?? '')?.[1];
    if (mark !== undefined) tasks.push(`${line} ${mark}`);
  });
  return { headings, tasks, tables };
}

function tableLine(tokens: ReturnType<typeof parser.parse>, closeAt: number): number {
  for (let at = closeAt; at >= 0; at--) if (tokens[at]?.type === 'table_open') return tokens[at]?.map?.[0] ?? 0;
  return 0;
}
