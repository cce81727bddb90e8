/** Every move of the workflow, with and without a gate that was overridden, in every form of status and of log. */
import { expect, test } from 'vitest';
import { describeMove, transition } from '../../../src/core/edit/edit-plan';
import { readMovable } from '../../../src/core/plan/parse-plan';
import { DEFAULT_WORKFLOW } from '../../../src/core/status/workflow';
import { applyChanges, invertChanges } from '../../../src/core/text/text-change';

const { statuses } = DEFAULT_WORKFLOW;

/** The ways in which a note states its status, from the word. */
const STATUS_FORMS: Readonly<Record<string, (word: string) => string>> = {
  property: (word) => `---\ntitle: "a: b" # c\nstatus: ${word} # since May\ntags: [a, b]\n---\n# Plan\n`,
  'quoted property with emoji and remark': (word) => `---\nstatus: "🚧 ${word} (rev 2)"\n---\n# Plan\n`,
  'bold, colon inside': (word) => `# Plan\n\n**Status:** ${word}\n**Owner:** Ann\n`,
  heading: (word) => `# Plan\n\n## Status: ✅ ${word}\n\nText\n`,
  section: (word) => `# Plan\n\n## Status\n\n${word}, see below\n`,
  'bold, colon outside, hard break': (word) => `# Plan\n\n**Status**: 🟡 ${word} — PR #151  \n**Owner**: Ann\n`,
  quoted: (word) => `# Plan\n\n> **Owner:** Ann\n> **Status:** ${word}\n`,
  'whole line bold': (word) => `# Plan\n\n**Status: ${word}.**\n`,
  'list item': (word) => `# Plan\n\n- Owner: Ann\n- Status: **${word}**\n`,
  bare: (word) => `Status: \`${word}\`\n`,
  'several keys': (word) => `# Plan\n\n**Status:** ${word} · **Date:** 2026-01-01 · **Owner:** Ann\n`,
  'table row': (word) => `# Plan\n\n| | |\n|---|---|\n| **Owner** | Ann |\n| **Status** | ${word} |\n`,
  'value below its label': (word) => `# Plan\n\n**Status:**\n\n${word}\n`,
  'lower section': (word) => `# Plan\n\n### Status\n\n${word}\n`,
  'only item of a section': (word) => `# Plan\n\n## Status\n\n- ${word}\n`,
  'property and line': (word) => `---\nstatus: ${word}\n---\n# Plan\n\n**Status:** *${word}*\n`,
  'in the words of a phase too': (word) => `# Plan\n\n**Status:** ${word}\n\n## Phase 1\n\n**Status:** Draft\n\n## Phase 2\n\n### Status\n\nDone\n`,
};

/** The ways in which a note keeps its log: what stands there, and the line or lines of a new entry, from what it says. */
const LOG_FORMS: Readonly<Record<string, readonly [log: string, added: (change: string) => string]>> = {
  none: ['\nEnd.\n', (change) => `\n\n## Change Log\n\n| Date | Author | Change |\n|------|--------|--------|\n| 2026-11-20 | Ops | ${change} |`],
  table: ['\n## Change Log\n\n| Date | Author | Change |\n|------|--------|--------|\n| 2026-01-01 | Ann | First |\n\n---\n*Footer*\n', (change) => `| 2026-11-20 | Ops | ${change} |\n`],
  'compact table, columns in another order, versions': ['\n## Revision history\n\n|Version|Changes|Date|\n|---|---|---|\n|1.9|First|17.03.2026|\n', (change) => `|1.10|${change}|20.11.2026|\n`],
  'newest first, long dates': ['\n## Changelog\n\n| Date | Change |\n|---|---|\n| March 17, 2026 | Second |\n| March 5, 2026 | First |\n', (change) => `| November 20, 2026 | ${change} |\n`],
  'table in a quote': ['\n## Changelog\n\n> | By | What changed | Date |\n> |---|---|---|\n> | Ann | First | 2026-01-01 |\n', (change) => `> | Ops | ${change} | 2026-11-20 |\n`],
  list: ['\n## Changelog\n\n- 2026-01-01: First\n  more of it\n\nEnd\n', (change) => `- 2026-11-20: ${change} (Ops)\n`],
  'numbered list with versions': ['\n## Changelog\n\n1. **v3** (5 Mar 2026) – First\n', (change) => `2. **v4** (20 Nov 2026) – ${change} (Ops)\n`],
  'list, newest first': ['\n## Changelog\n\n* **2026-02-01** — Second\n* **2026-01-01** — First\n', (change) => `* **2026-11-20** — ${change} (Ops)\n`],
  headings: ['\n## Changelog\n\n### v2 – 2026-02-01\n\n- Second\n\n## End\n', (change) => `### v3 – 2026-11-20\n\n- ${change} (Ops)\n\n`],
  'heading of the day': ['\n## Changelog\n\n### 2026-11-20\n\n- First\n\n## End\n', (change) => `- ${change} (Ops)\n`],
  'heading alone': ['\n## Changelog\n\n## End\n', (change) => `\n| Date | Author | Change |\n|------|--------|--------|\n| 2026-11-20 | Ops | ${change} |\n`],
};

/** A gate held, and a gate that was overridden. */
const answers = [{}, { note: 'as agreed', reason: 'the rest is for May', overridden: ['2 open verification items', '1 open question'] }];
const moves = statuses.flatMap((from) => statuses.filter((to) => to !== from).flatMap((to) => answers.map((answer) => ({ from, to, answer }))));
const forms = Object.entries(STATUS_FORMS).flatMap(([name, stated]) => Object.entries(LOG_FORMS).map(([logName, [log, added]]) => ({ name: `${name} × ${logName}`, stated, log, added })));

/** The kinds of places that state the status `id`, and how many entries the log has; null where one states another. */
function reading(text: string, id: string): string | null {
  const { status, statusSources, changeLog } = readMovable(text);
  const isSaid = status?.conflict === false && statusSources.every((source) => source.status === id);
  return isSaid ? `${statusSources.map(({ kind }) => kind).join()} ${changeLog?.entries.length ?? 0}` : null;
}

test.each(forms)('$name', ({ stated, log, added }) => {
  const wrong: string[] = [];
  for (const { from, to, answer } of moves) {
    const text = stated(from.name) + log;
    const request = { to: to.id, date: '2026-11-20', author: 'Ops', expect: from.name, ...answer };
    const result = transition(text, request);
    const after = result.ok ? applyChanges(text, result.changes) : `<${result.refusal.message}>`;
    const lines = added(describeMove(from.name, to.name, answer.note, answer));
    const [before = '', behind = '', ...more] = after.split(lines);
    // The word is exchanged, the entry's lines come in at one place, and that is all.
    const isWritten = more.length === 0 && before + behind === stated(to.name) + log;
    const [kinds = '', count = ''] = reading(text, from.id)?.split(' ') ?? [];
    const isRead = reading(after, to.id) === `${kinds} ${Number(count) + 1}`;
    const again = transition(after, { ...request, expect: to.name, date: '2026-11-21' });
    const isOnce = again.ok && again.changes.length === 0;
    const isBack = result.ok && applyChanges(after, invertChanges(text, result.changes)) === text;
    if (!isWritten || !isRead || !isOnce || !isBack) wrong.push(`${from.id} → ${to.id}: ${JSON.stringify({ isWritten, isRead, isOnce, isBack, after })}`);
  }
  expect(wrong.slice(0, 3)).toEqual([]);
});

test('there are as many as there should be', () => {
  expect(moves).toHaveLength(7 * 6 * 2);
  expect(forms.length * moves.length).toBeGreaterThan(15_000);
});
