// Owns: plan notes as people leave them: a built-in template with its slots filled, rows and phases repeated, boxes ticked.
import { between, pick } from './random.mjs';
import { frontmatter } from './frontmatter.mjs';
import { day, sentence, title, widePhrase, words } from './words.mjs';

const STATUSES = ['Draft', 'In Review', 'Approved', 'In Progress', 'Completed'];
const MARKS = [' ', ' ', ' ', 'x', 'x', '-', '/'];

/** `[slot]` and `{slot}`, but neither `[ ]`, `[[link]]` nor `[text](address)`. */
const SLOT = /(?<!\[)\[(?! \]|\[)[^\]\n]{2,}\](?!\()|\{[A-Za-z][^}\n]*\}/g;
/** `- [ ] text`; groups: indent and bullet, text. */
const TASK = /^(\s*[-*] )\[ \] (.*)$/;
/** The last heading of a run of steps that can be repeated: `### Phase 2: Name`. */
const PHASE = /^(#{2,4}) (Phase|Step) (\d+)\b/;

/** Text of one plan made from `body`, a template's Markdown. `scale` multiplies how much is repeated. */
export function planNote(random, body, scale = 1) {
  const status = pick(random, STATUSES);
  const lines = withMorePhases(random, body.split('\n'), scale).flatMap((line, at, all) => grownLine(random, line, { before: all[at - 1], scale }));
  const text = lines.map((line) => filled(random, line, status)).join('\n');
  if (random() < 0.2) return text;
  return frontmatter(random, ['type: plan', `status: ${status}`, `created: ${day(random)}`, `updated: ${day(random)}`]) + text;
}

/** The last phase again, under the numbers that follow. */
function withMorePhases(random, lines, scale) {
  const last = lines.findLastIndex((line) => PHASE.test(line));
  if (last < 0) return lines;
  const [, marks, word, number] = PHASE.exec(lines[last]);
  const end = lines.findIndex((line, at) => at > last && (line.startsWith('---') || /^#/.test(line) && line.indexOf(' ') <= marks.length));
  const section = lines.slice(last, end < 0 ? lines.length : end);
  const more = Array.from({ length: between(random, 0, 3 * scale) }, (_none, at) => {
    const next = Number(number) + at + 1;
    return section.map((line) => line.replace(`${word} ${number}`, `${word} ${next}`).replace(`${number}.`, `${next}.`));
  });
  return [...lines.slice(0, last + section.length), ...more.flat(), ...lines.slice(last + section.length)];
}

/** Tasks, table rows and bullets as often as somebody needed them. */
function grownLine(random, line, { before, scale }) {
  const task = TASK.exec(line);
  if (task) return Array.from({ length: between(random, 1, 3 * scale) }, (_none, at) => `${task[1]}[${pick(random, MARKS)}] ${task[2]}${at === 0 ? '' : `: ${words(random, 3)}`}`);
  const isBodyRow = line.startsWith('|') && (before ?? '').startsWith('|') && !/^\|[\s:|-]+\|$/.test(line);
  if (isBodyRow) return Array.from({ length: between(random, 1, 4 * scale) }, () => line);
  return [line];
}

function filled(random, line, status) {
  if (line.includes('YYYY-MM-DD') || line.includes('{DATE}')) return line.replace(/YYYY-MM-DD|\{DATE\}/, day(random)).replace(SLOT, () => title(random, 2));
  if (line.includes('Draft |')) return line.replace(/Draft \|.*/, status);
  if (/^\*\*Status:\*\* Draft/.test(line)) return line.replace('Draft', status);
  return line.replace(SLOT, (slot) => slotValue(random, slot));
}

function slotValue(random, slot) {
  if (random() < 0.02) return widePhrase(random);
  if (slot.length > 40) return sentence(random);
  return /path|file/i.test(slot) ? `src/${words(random, 1)}/${words(random, 1)}.ts` : title(random, between(random, 2, 12));
}
