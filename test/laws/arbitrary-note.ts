/** Random notes: the pieces real plans are made of, put together in ways no person would. */
import fc from 'fast-check';

const containers = ['', '', '', '', '> ', '>', '- ', '  ', '    ', '1. ', '* ', '   ', '\t', '> - ', '- > ', '> > ', '  - ', '10) ', '> [!note]- '];

const tasks = ['- [ ] open', '- [x] done', '- [X]', '- [-] dropped', '* [/] half', '1. [ ] first', '- [ ]', '-   [ ]    wide', '- [ ] ~~struck~~', '- [🔥] hot', '- [ ]* optional', '-\t[ ] tab', '- - [ ] deep', '- []', '- [  ] two', '- [x]y'];
const tables = ['| a | b |', '|---|---|', '| --- | :-: |', 'a | b', '--- | ---', '| Priority | Effort |', '| P0 | 2 hours |', '| x \\| y | `z` |', '|a|', '|-|', '| only |', '| a | b | c |', '|', '||', ':-:', '| [[a\\|b]] | 漢字 |'];
const headings = ['# Plan', '## Phase 1', '### Success Criteria', '## Status', '## Change Log', '#', '####### seven', '#no', '## Closed ##', 'Setext', '===', '---', '--', '=', '# a #b'];
const codes = ['```', '````', '~~~', '```ts', '``` a`b', '    indented', '\ttab', '<div>', '</div>', '<!-- c', '-->', '<pre>', '</pre>', '<b>', '<x-y z="1">', '<critical_warning>', '<?', '?>', '<![CDATA[', ']]>', '<!A'];
const texts = ['', '', '', 'text', 'more text  ', 'a\\', '**Status:** Draft', '**Automated**:', 'Status: ✅ Done', '***', '- - -', '* * *', '_ _ _', '[a]: /b', '[a]: /b "t"', '[a]:', '"t"', '- ', '-', '1.', '14. x', '+ plus', '2026-03-17: x', '\u00a0', '\u2028', 'ﾊ', '&nbsp;', '>', '%', '$', '---', '...', '--- a'];

/** A line of a note. */
export const lines = fc
  .tuple(fc.constantFrom(...containers), fc.constantFrom(...containers), fc.oneof(...[tasks, tables, headings, codes, texts].map((pieces) => fc.constantFrom(...pieces))))
  .map((parts) => parts.join(''));

const lineBreaks = fc.constantFrom('\n', '\n', '\n', '\r\n', '\r');

/** A note of lines that GFM alone defines: no comments, no math. */
export const gfmNotes = fc.tuple(fc.array(lines, { maxLength: 14 }), lineBreaks).map(([all, lineBreak]) => all.join(lineBreak));

const frontmatters = fc.constantFrom('', '', '', '---\nstatus: Draft\n---\n', '---\nplan: true\nupdated: 2026-01-01 # by hand\n---\n', '---\nstatus: [a, b]\n---\n', '---\n: broken: [\n---\n', '---\nstatus: "In Review"\n---\n', '---\n---\n');
const oddLines = fc.constantFrom('%%', '%% a %%', '$$', '$$ x $$', '[^1]: footnote', '    [^1]: code', '- [ ] with [[a|b]]', '**Status:** Draft · **Updated:** 2026-01-01', '> **Status**: Approved', '- 2026-03-17: text', '| Date | Author | Change |', '|------|--------|--------|', '| 2026-01-01 | me | Initial |', '## Changelog', '## 3. Revision history', '| Task | Priority | Effort |', '|---|---|---|', '| a | P1 | 2h |');

/** A note as plans are, with everything Obsidian adds, in any line ends, with or without byte order mark. */
export const planNotes = fc
  .tuple(fc.constantFrom('', '', '\uFEFF'), frontmatters, fc.array(fc.oneof(lines, oddLines), { maxLength: 16 }), fc.constantFrom('\n', '\n', '\r\n'))
  .map(([mark, frontmatter, all, lineBreak]) => mark + (frontmatter + all.join('\n')).replace(/\n/g, lineBreak));

const cells = fc.constantFrom('a', '', ' ', 'P1', 'two words', '`x`', 'x \\| y', '[[n\\|m]]', '漢字', '\\', '~~gone~~', '2026-01-01', '🔴 P0', '**b**', '-', '1');
const rows = fc.tuple(fc.array(cells, { minLength: 1, maxLength: 4 }), fc.constantFrom('tight', 'wide', 'open', 'half'));

/** A row in one of the ways people write them. */
function writtenRow([texts, look]: [string[], string]): string {
  if (look === 'tight') return `|${texts.join('|')}|`;
  if (look === 'wide') return `| ${texts.map((text) => text.padEnd(6)).join(' | ')} |`;
  return look === 'open' ? texts.join(' | ') : `| ${texts.join(' | ')}`;
}

/** A note with a table, in a quote, in a list or at the root, between other lines. */
export const tableNotes = fc
  .tuple(fc.constantFrom(['', ''], ['> ', '> '], ['- ', '  '], ['  ', '  '], ['> - ', '>   '], ['1. ', '\t']), fc.integer({ min: 1, max: 4 }), fc.constantFrom('|-', '| --- ', '|:-:', '|------'), fc.array(rows, { maxLength: 4 }), lines)
  .map(([[first, next], columns, delimiter, body, below]) => {
    const header = first + Array.from({ length: columns }, (_none, column) => `| ${['Task', 'Priority', 'Date', 'Change'][column] ?? ''} `).join('') + '|';
    const all = [header, `${next}${delimiter.repeat(columns)}|`, ...body.map((row) => `${next}${writtenRow(row)}`), below];
    return `Above\n\n${all.join('\n')}`;
  });

/** Any string at all: lone surrogates, NUL, CR. */
export const strings = fc.oneof(fc.string({ unit: 'binary', maxLength: 200 }), fc.array(fc.constantFrom('\ud800', '\udc00', '\0', '\r', '\n', '\u2028', '- [ ] ', '---', '|', '\\', '[', '`', '> ', '\t', ' ', '**Status:**', ': ', '"'), { maxLength: 40 }).map((parts) => parts.join('')));
