// Owns: Markdown → elements, before any processor: markdown-it with Obsidian's wikilinks. Raw HTML stays text.
// Every block element carries `data-line`, its first line in the note, from 0.
import MarkdownIt, { type StateInline } from 'markdown-it';
import { frontMatterInfo } from '../metadata/front-matter';

const markdown = new MarkdownIt({ html: false, linkify: false, breaks: true });

markdown.inline.ruler.before('link', 'wikilink', parseWikilink);
markdown.core.ruler.push('line_numbers', (state) => {
  for (const token of state.tokens) if (token.map && token.nesting >= 0) token.attrSet('data-line', String(token.map[0]));
});

/** `[[a|b]]`, `![[a]]`; not `[[]]`. */
function parseWikilink(state: StateInline, isSilent: boolean): boolean {
  const match = /^(!?)\[\[([^\]|\n]+)(?:\\?\|([^\]\n]*))?\]\]/.exec(state.src.slice(state.pos, state.pos + 1000));
  const target = match?.[2];
  if (!match || target === undefined) return false;
  if (!isSilent) {
    const open = state.push('link_open', 'a', 1);
    open.attrSet('class', match[1] === '!' ? 'internal-link internal-embed' : 'internal-link');
    open.attrSet('data-href', target);
    open.attrSet('href', target);
    state.push('text', '', 0).content = match[3] ?? target;
    state.push('link_close', 'a', -1);
  }
  state.pos += match[0].length;
  return true;
}

/** Frontmatter and `%% comments %%` are left out, their lines still count. */
export function renderHtml(text: string): { elements: HTMLElement[]; body: string } {
  const start = frontMatterInfo(text).contentStart;
  const blank = (part: string): string => part.replace(/[^\n]/g, '');
  const body = (blank(text.slice(0, start)) + text.slice(start)).replace(/\r\n/g, '\n').replace(/%%[\s\S]*?%%/g, blank);
  const parsed = new DOMParser().parseFromString(markdown.render(body), 'text/html');
  return { elements: Array.from(parsed.body.children).map((child) => document.importNode(child, true) as HTMLElement), body };
}
