// Owns: the other notes of a vault: prose, meetings, days, lists, snippets. About a third hold a task or a table.
import { between, pick } from './random.mjs';
import { frontmatter } from './frontmatter.mjs';
import { day, sentence, title, widePhrase, words } from './words.mjs';

/** Average length of an ordinary note, in characters, that makes 4.3 KB of the whole vault. */
const AVERAGE = 3570;

/** Text of one ordinary note. */
export function ordinaryNote(random) {
  const length = Math.min(24000, Math.max(150, -Math.log(1 - random()) * AVERAGE));
  const parts = pick(random, KINDS);
  const isWide = random() < 0.1;
  let text = random() < 0.5 ? frontmatter(random) : '';
  text += `# ${title(random)}\n\n`;
  if (isWide) text += `${widePhrase(random)}\n\n`;
  while (text.length < length) text += pick(random, parts)(random);
  return text;
}

/** A note with nothing for the rollup: prose under headings, neither frontmatter nor task nor table. */
export function plainNote(random, length) {
  let text = `# ${title(random)}\n\n`;
  while (text.length < length) text += pick(random, PROSE)(random);
  return text;
}

const paragraph = (random) => `${Array.from({ length: between(random, 2, 7) }, () => sentence(random)).join(' ')}\n\n`;
const wrapped = (random) => `${Array.from({ length: between(random, 3, 8) }, () => words(random, between(random, 8, 14))).join('\n')}\n\n`;
const heading = (random) => `${'#'.repeat(between(random, 2, 4))} ${title(random)}\n\n`;
const bullets = (random) => `${Array.from({ length: between(random, 2, 8) }, () => `${random() < 0.25 ? '  ' : ''}- ${sentence(random)}`).join('\n')}\n\n`;
const numbered = (random) => `${Array.from({ length: between(random, 2, 6) }, (_none, at) => `${at + 1}. ${sentence(random)}`).join('\n')}\n\n`;
const tasks = (random) => `${Array.from({ length: between(random, 1, 5) }, () => `- [${pick(random, [' ', 'x'])}] ${title(random, between(random, 3, 9))}`).join('\n')}\n\n`;
const quote = (random) => `> ${sentence(random)}\n> ${sentence(random)}\n\n`;
const callout = (random) => `> [!note] ${title(random)}\n> ${sentence(random)}\n\n`;
const code = (random) => `\`\`\`js\n${Array.from({ length: between(random, 3, 12) }, () => `const ${words(random, 1)} = ${words(random, 1)}(${between(random, 1, 99)}); // ${words(random, 4)}`).join('\n')}\n\`\`\`\n\n`;
const table = (random) => `| ${title(random, 1)} | ${title(random, 2)} | ${title(random, 1)} |\n| --- | --- | ---: |\n${Array.from({ length: between(random, 2, 9) }, () => `| ${words(random, 2)} | ${words(random, 5)} | ${between(random, 1, 500)} |`).join('\n')}\n\n`;
const dayHeading = (random) => `## ${day(random)}\n\n`;

const PROSE = [paragraph, paragraph, wrapped, heading];
const KINDS = [
  PROSE,
  [paragraph, heading, bullets, quote],
  [dayHeading, bullets, bullets, tasks],
  [heading, paragraph, numbered, code],
  [heading, bullets, paragraph, callout],
  [paragraph, table, heading, bullets, bullets],
];
