/** Ordinary notes, none of them a form: prose, songs, recipes, code, logs, API pages, meetings, with every use of brackets but one. */
import { Random } from './random';

const WORDS = 'sync pump harbor queue cellar garden lantern chorus release storage token window border ticket market summer letter river engine paper note file team test version change feature issue owner question'.split(' ');
const NAMES = ['Ann Meyer', 'Bo Chen', 'Priya Nair', 'the team', 'QA', 'Ops'];
const CODE_LANGUAGES = ['ts', 'json', 'python', 'yaml', 'sh', 'tsx', ''];

type Block = (random: Random) => string;

const word = (random: Random): string => random.pick(WORDS);
const words = (random: Random, most: number): string => Array.from({ length: 1 + random.below(most) }, () => word(random)).join(' ');
const title = (random: Random): string => {
  const text = words(random, 4);
  return text.charAt(0).toUpperCase() + text.slice(1);
};
const sentence = (random: Random): string => `${title(random)} ${words(random, 9)}.`;
const day = (random: Random): string => `20${20 + random.below(9)}-0${1 + random.below(9)}-1${random.below(10)}`;
const lines = (random: Random, most: number, line: Block): string => Array.from({ length: 1 + random.below(most) }, () => line(random)).join('\n');

/** Brackets in the middle of text, at the start and at the end of it. */
const INLINE: readonly Block[] = [
  (r) => `[${title(r)}](https://example.org/${word(r)}/${r.below(99)})`,
  (r) => `[${title(r)}][${1 + r.below(9)}]`,
  (r) => `[[${title(r)}]]`,
  (r) => `[[${title(r)}#${title(r)}|${words(r, 2)}]]`,
  (r) => `![[${word(r)}.png]]`,
  (r) => `![${words(r, 2)}](${word(r)}.png)`,
  (r) => `[^${1 + r.below(9)}]`,
  (r) => `[${1 + r.below(40)}]`,
  (r) => `[@${word(r)}20${10 + r.below(15)}]`,
  (r) => `[${title(r)} 20${10 + r.below(15)}]`,
  () => '[sic]',
  () => '[…]',
  (r) => `“${words(r, 4)} [${word(r)}] ${words(r, 4)}”`,
  (r) => `\`${word(r)}[${word(r)}]\``,
  (r) => `\`{${word(r)}}\``,
  (r) => `\`/${word(r)}s/{id}/${word(r)}\``,
  (r) => `/${word(r)}s/{${word(r)}_id}/${word(r)}`,
  (r) => `\${${word(r).toUpperCase()}}`,
  (r) => `$x_{${r.below(9)}} + \\frac{a}{b}$`,
  (r) => `{ "${word(r)}": ${r.below(99)} }`,
  (r) => `<span title="[${word(r)}]">${word(r)}</span>`,
  (r) => `:${word(r)}: [x]`,
  (r) => `#${word(r)}/${word(r)}`,
  (r) => `[${r.below(24)}:${10 + r.below(49)}]`,
  (r) => `${word(r)}[${r.below(9)}][${r.below(9)}]`,
  (r) => `(see [${words(r, 2)}](${word(r)}.md))`,
  (r) => `{{< ${word(r)} "${word(r)}" >}}`,
  (r) => `\\[${word(r)}\\]`,
  (r) => `<https://example.org/${word(r)}>`,
  (r) => `array[i], f(x){y}, a[${word(r)}]`,
  (r) => `v${r.below(9)}.${r.below(9)}.${r.below(20)}`,
  (r) => `${day(r)}T1${r.below(9)}:00`,
];

const prose: Block = (r) => `${sentence(r)} ${title(r)} ${r.pick(INLINE)(r)} ${words(r, 6)}. ${r.pick(INLINE)(r)} ${words(r, 5)}, ${r.pick(INLINE)(r)}.`;

const BLOCKS: readonly Block[] = [
  prose,
  prose,
  (r) => `> ${prose(r)}\n> — ${r.pick(NAMES)}`,
  (r) => `> [!${r.pick(['note', 'warning', 'todo', 'quote'])}]${r.pick(['', '-', '+'])} ${title(r)}\n> ${prose(r)}`,
  (r) => `## ${title(r)}`,
  (r) => `### ${r.pick(INLINE)(r)} ${title(r)}`,
  (r) => lines(r, 6, (q) => `- ${q.pick(INLINE)(q)} ${words(q, 5)}`),
  (r) => lines(r, 6, (q) => `- [${q.pick([' ', 'x', '-', '/', '>', '!'])}] ${sentence(q)}`),
  (r) => lines(r, 6, (q) => `- [ ] T0${10 + q.below(80)} ${q.pick(['[P] ', ''])}${q.pick(['[US1] ', '[US2] ', ''])}${sentence(q)} in src/${word(q)}.ts`),
  (r) => lines(r, 4, (q) => `[${q.pick(['Verse 1', 'Chorus', 'Bridge', 'Intro', 'Outro'])}]\n${words(q, 5)}\n${words(q, 5)}`),
  (r) => lines(r, 5, (q) => `C [${q.pick(['Am', 'G7', 'Dm'])}] ${words(q, 3)} [F] ${words(q, 3)}`),
  (r) => `## [Unreleased]\n\n### Fixed\n\n${lines(r, 4, (q) => `- [${word(q)}] ${sentence(q)} (#${q.below(900)})`)}\n\n## [1.${r.below(9)}.0] - ${day(r)}`,
  (r) => lines(r, 5, (q) => `${day(q)} 10:0${q.below(9)}:00 [${q.pick(['INFO', 'WARN', 'ERROR', 'main'])}] ${words(q, 6)}`),
  (r) => `\`\`\`${r.pick(CODE_LANGUAGES)}\n${lines(r, 6, (q) => q.pick([`const ${word(q)} = {${word(q)}: [${q.below(9)}]};`, `  "${word(q)}": ["${word(q)}", "[${title(q)}]"],`, `if [ -f "$${word(q).toUpperCase()}" ]; then`, `{${title(q)}}`, `[${title(q)}]`]))}\nend\n\`\`\``,
  (r) => `\`\`\`mermaid\nflowchart TD\n  A["${title(r)}"] --> B[${title(r)}]\n  B -->|"yes"| C{${title(r)}}\n\`\`\``,
  (r) => `\`\`\`mermaid\nsequenceDiagram\n  A->>B: ${sentence(r)}\n\`\`\``,
  (r) => `$$\n\\frac{${word(r)}}{${word(r)}} [${title(r)}]\n$$`,
  (r) => `| Name | ${title(r)} | Date |\n| --- | --- | --- |\n${lines(r, 5, (q) => `| ${words(q, 2)} | ${q.pick(INLINE)(q).replace(/\|/g, '\\|')} | ${day(q)} |`)}`,
  (r) => lines(r, 4, (q) => `| ${title(q)} | P${q.below(4)} | ${q.pick(['High', 'Low', 'S', '2d'])} |`),
  (r) => `**${title(r)}:** ${words(r, 3)} · **Owner:** ${r.pick(NAMES)} · **Status:** ${r.pick(['Draft', 'Done', 'In Review'])}`,
  (r) => `Status: ${r.pick(['Approved', 'done', 'In Progress – blocked by QA'])}`,
  (r) => `Read ${word(r)}/${word(r)} and/or ${word(r)}, yes/no questions, low/medium/high tides, on ${day(r)}.`,
  () => 'Languages: English | Deutsch | Español\nFiles: a/b/c.md',
  (r) => `[${1 + r.below(9)}]: https://example.org/${word(r)} "${title(r)}"\n[${title(r)}]: ${word(r)}.md`,
  (r) => `[^${1 + r.below(9)}]: ${sentence(r)}`,
  (r) => `<!-- [${title(r)}] {TODO} ${words(r, 4)} -->`,
  (r) => `%% [${title(r)}] %%`,
  (r) => `<div data-x="{${word(r)}}">\n  [${r.below(9)}]\n</div>`,
  (r) => `${sentence(r)}\n\n    [${title(r)}] indented\n    {${word(r)}}`,
  (r) => lines(r, 5, (q) => `* \`${word(q)}\` {${q.pick(['String', 'Object', 'Buffer | URL', 'Error'])}} ${words(q, 4)}`),
  (r) => lines(r, 5, (q) => `${1 + q.below(9)}. ${r.below(500)} g ${word(q)} [${q.pick(['optional', 'room temperature', 'finely chopped'])}]`),
  (r) => `Attendees: ${r.pick(NAMES)}, ${r.pick(NAMES)}\nTime: 1${r.below(9)}:30–1${r.below(9)}:45\nNext: ${day(r)}`,
  (r) => `{% if ${word(r)} %}${words(r, 3)}{% endif %} {{#each ${word(r)}s}} {{this.${word(r)}}} {{/each}}`,
  (r) => `${title(r)} {#${word(r)}-${word(r)}}\n\n{: .${word(r)} }`,
  (r) => `"Not found: {${word(r)}}" and “Hello, {name}!” are shown.`,
  (r) => `Open Settings → ${title(r)} → [${title(r)}] → ${title(r)}.`,
  (r) => lines(r, 4, (q) => `- [${title(q)}](${word(q)}.md) - [${word(q)}] ${sentence(q)}`),
  (r) => `Q: ${sentence(r)}\nA: [${word(r)} laughs] ${sentence(r)}`,
  (r) => `- [[${title(r)}]] [${r.below(9)}/${1 + r.below(9)}] [${r.below(99)}%]`,
];

const FRONTMATTERS: readonly Block[] = [
  () => '',
  () => '',
  (r) => `---\ntags: [${word(r)}, ${word(r)}]\naliases: [${title(r)}]\ncreated: ${day(r)}\n---\n`,
  (r) => `---\nrelated: "[[${title(r)}]]"\nnested: { ${word(r)}: 1, ${word(r)}: [a, b] }\nstatus: ${r.pick(['Draft', 'done'])}\n---\n`,
  (r) => `---\nteam: [${word(r)}]\nurl: https://example.org/{id}\n---\n`,
];

/** Note number `seed`: the same in every run. */
export function ordinaryNote(seed: number): string {
  const random = new Random(seed);
  const blocks = Array.from({ length: 1 + random.below(16) }, () => random.pick(BLOCKS)(random));
  const text = `${random.pick(FRONTMATTERS)(random)}${random.below(3) > 0 ? `# ${title(random)}\n\n` : ''}${blocks.join('\n\n')}${random.below(4) > 0 ? '\n' : ''}`;
  return random.below(8) === 0 ? text.replaceAll('\n', '\r\n') : text;
}
