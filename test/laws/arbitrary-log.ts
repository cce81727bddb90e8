/** Random plans with a header and a change log, both in the forms people use, between lines of any kind. */
import fc from 'fast-check';
import { writeDateLike } from '../../src/core/date/date-style';
import { lines } from './arbitrary-note';

const words = fc.constantFrom('Draft', 'draft', 'In Review', 'in_progress', 'APPROVED', 'Completed', 'Frozen', 'Done', '');
const headers = fc.tuple(words, words, fc.constantFrom('1.2', 'v3', '2026.1', '1.2-rc')).map(([word, other, version]) => [
  `---\nstatus: ${word}\n---\n# Plan\n`,
  `---\n# c\nstatus: "🚧 ${word} (x)"\nversion: ${version}\nupdated: 2026-01-01\nblocked: no\n---\n`,
  `---\nblocked: true\ntags: [a]\n---\n# Plan\n\n**Status:** ${word}\n**Version:** ${version}\n`,
  `---\nstatus: ${word}\napproved: "no"\n---\n# Plan\n\n> **Status**: ${other}\n`,
  `# Plan\n\n**Status:** ${word} — remark  \n**Updated:** March 17, 2026\n`,
  `# Plan — Status: ${word}\n`,
  `# Plan\n\n## Status\n\n${word}\n`,
  `# Plan\n\n- Version: ${version}\n- Status: **${word}**\n`,
  '',
]).chain((forms) => fc.constantFrom(...forms));

const styles = fc.constantFrom('2026-01-02', '02.01.2026', '2.1.2026', 'January 2, 2026', '2 Jan 2026', '2nd January 2026', '2026/01/02', 'soon');
const days = fc.array(fc.constantFrom('2026-01-02', '2026-02-03', '2026-10-30', '2026-11-20'), { maxLength: 4 }).chain((all) => fc.constantFrom([...all].sort(), [...all].sort().reverse()));
const changes = fc.constantFrom('First', 'a \\| b', '**b**', '`x`', 'Status: Draft → Done', 'Blocked', 'No longer blocked (Ann)', '[[A]]', '');

const logs = fc.tuple(styles, days, changes, fc.nat({ max: 8 })).map(([style, all, change, form]) => {
  const dates = all.map((day) => (style === 'soon' ? style : writeDateLike(day, [style])));
  const rows = (row: (date: string, at: number) => string): string => dates.map((date, at) => `${row(date, at)}\n`).join('');
  return [
    `\n## Changelog\n\n| Date | Author | Change |\n|---|---|---|\n${rows((date) => `| ${date} | Ann | ${change} |`)}`,
    `\n## Changelog\n\n|Change|Version|Date|\n|-|-|-|\n${rows((date, at) => `|${change}|1.${at}|${date}|`)}`,
    `\n## Changelog\n\n> | Rev | When | Change |\n> |---|---|---|\n${rows((_date, at) => `> | v${at} | x | ${change} |`)}`,
    `\n## Changelog\n\n${rows((date) => `- **${date}**: ${change}`)}`,
    `\n## Changelog\n\n${rows((date, at) => `${at + 1}. v${at} (${date}) – ${change}\n   more`)}`,
    `\n**Changelog:**\n\n${rows((date) => `* ${date} ${change}`)}`,
    `\n## 3. Revision history\n\n${rows((date) => `### ${date}\n\n- ${change}\n- other\n`)}`,
    `\n## Changelog\n\n${rows((date, at) => `### v${at} – ${date}\n\n${change}\n`)}\n## End\n`,
    '',
  ][form] ?? '';
});

const footers = fc.constantFrom('', '', '\n---\n*Footer*\n', '\n## References\n\n- x\n', '\n[^1]: note', 'text');

/** Header, some lines, the log, some lines; in LF or CRLF, with or without byte order mark. */
export const loggedPlans = fc
  .tuple(fc.constantFrom('', '', '\uFEFF'), headers, fc.array(lines, { maxLength: 4 }), logs, footers, fc.constantFrom('\n', '\n', '\r\n'))
  .map(([mark, header, between, log, footer, lineBreak]) => mark + (header + between.map((line) => `${line}\n`).join('') + log + footer).replace(/\n/g, lineBreak));
