// Owns: the frontmatter of generated notes: mostly plain lines, one in eleven in YAML that needs a whole parser.
import { between, pick } from './random.mjs';
import { day, title, words } from './words.mjs';

/** The block with its fences, `lines` first. Empty lines are left out. */
export function frontmatter(random, lines = []) {
  const all = [...lines, ...plainLines(random), ...(random() < 1 / 11 ? involvedLines(random) : [])];
  return `---\n${all.join('\n')}\n---\n`;
}

function plainLines(random) {
  const lines = [];
  if (random() < 0.7) lines.push(`tags:\n  - ${words(random, 1)}\n  - ${words(random, 1)}`);
  if (random() < 0.4) lines.push(`aliases: [${title(random)}, ${title(random)}]`);
  if (random() < 0.5) lines.push(`date: ${day(random)}`);
  if (random() < 0.3) lines.push(`cssclass: ${words(random, 1)}`);
  if (random() < 0.2) lines.push(`rating: ${between(random, 1, 10)}`);
  return lines;
}

function involvedLines(random) {
  return pick(random, [
    [`summary: |\n  ${title(random)}\n  ${title(random)}`],
    [`links: { next: "${title(random)}", from: '${title(random)}' }`],
    [`people:\n  - name: ${title(random, 2)}\n    role: ${words(random, 1)}\n  - name: ${title(random, 2)}\n    role: ${words(random, 1)}`],
    [`note: >-\n  ${title(random)}\n\n  ${title(random)}`],
  ]);
}

/** Whether the generated note's frontmatter holds one of the involved lines. */
export function isInvolved(text) {
  return /^---\n(?:[^\n]+\n)*?(?:summary|links|people|note): /.test(text) || /^---\n(?:[^\n]+\n)*?people:\n/.test(text);
}
