/**
 * What renumbering has changed, in words, and what it has left behind: places of the note's text that name a number
 * which a heading no longer has. They are counted and not changed; which plan a sentence means can't be told.
 */
import { scanBlocks } from '../markdown/scan-blocks';
import { readNumbering } from '../markdown/numbering';
import { readSectionTree } from '../markdown/section-tree';
import type { TextChange } from '../text/text-change';
import { isCounted, nameOf } from './numbered-node';

export interface NumberChanges {
  /** Headings, in text order: "Step 2.1 → 3.1". */
  readonly headings: readonly string[];
  /** Places in the text that name a number that is another heading's now, or no heading's; lines count from 1. */
  readonly left: readonly { readonly line: number; readonly text: string }[];
}

/** A word with a number. Matches "Phases 2", the "phase-2" of "#phase-2-case", "§ 2.1"; not "2.1". Groups: 1 word, 2 number. */
const NAMED = /(\p{L}{1,20}|§)[ \u00a0-]?(\d{1,3}(?:[a-z]?\.\d{1,3}){0,4}[a-z]?)(?![\p{L}\p{N}])/giu;
/** A link to a heading of this note. Matches "[[#2. Scope"; not "[[Note#2. Scope". Group 1 is the heading. */
const HEADING_LINK = /\[\[#(?:[^[\]|#\n]{0,300}#){0,5}([^[\]|#\n]{1,300})/g;
/** A link to a heading of another note. Matches "[[Note#Phase 2"; not "[[#Phase 2". */
const LINK_ELSEWHERE = /\[\[[^[\]|#\n]{1,300}#[^\]|\n]{0,600}/g;
/** Words for a section that has a bare number. */
const SECTION_WORD = /^(?:sections?|abschnitte?|kapitel|chapters?|§)$/i;

/** `changes` are those that renumbering makes in `text`. */
export function readNumberChanges(text: string, changes: readonly TextChange[]): NumberChanges {
  const byOffset = new Map(changes.map((change) => [change.from, change.insert]));
  const headings: string[] = [];
  const gone = new Set<string>();
  const kept = new Set<string>();
  for (const node of readSectionTree(scanBlocks(text))) {
    if (!isCounted(node)) continue;
    const { numbering, source, textFrom } = node;
    const now = byOffset.get(textFrom + numbering.from);
    (now === undefined ? kept : gone).add(nameOf(node));
    if (now === undefined) continue;
    // Who named the number that the heading has now meant another one.
    gone.add(nameOf({ ...node, numbering: { ...numbering, digits: now } }));
    const word = /\p{L}+(?: \p{L}+)?(?=[ #-]*$)/u.exec(source.slice(0, numbering.from))?.[0];
    headings.push(`${word === undefined ? '' : `${word} `}${numbering.digits}${numbering.suffix} → ${now}${numbering.suffix}`);
  }
  for (const name of kept) gone.delete(name);
  return { headings, left: gone.size === 0 ? [] : leftIn(text, gone, byOffset) };
}

/** Where the text names one of `gone`, besides the numbers that are changed. */
function leftIn(text: string, gone: ReadonlySet<string>, changed: ReadonlyMap<number, string>): { line: number; text: string }[] {
  const own = text.replace(LINK_ELSEWHERE, (link) => ' '.repeat(link.length));
  const found: { at: number; text: string }[] = [];
  for (const match of own.matchAll(NAMED)) {
    const [all, word = '', number = ''] = match;
    const names = SECTION_WORD.test(word) ? [''] : [word, word.replace(/[sne]$/i, '')];
    const isNamed = names.some((each) => gone.has(`${each} ${number}`.toLowerCase()));
    if (isNamed && !changed.has(match.index + all.length - number.length)) found.push({ at: match.index, text: all });
  }
  for (const match of own.matchAll(HEADING_LINK)) {
    const numbering = readNumbering(match[1] ?? '');
    if (numbering?.word === null && gone.has(` ${numbering.digits}`)) found.push({ at: match.index, text: `${match[0]}]]` });
  }
  return withLines(text, found.sort((a, b) => a.at - b.at));
}

function withLines(text: string, found: readonly { at: number; text: string }[]): { line: number; text: string }[] {
  let [line, from] = [1, 0];
  return found.map(({ at, text: words }) => {
    line += text.slice(from, at).match(/\r\n|\r|\n/g)?.length ?? 0;
    from = at;
    return { line, text: words };
  });
}
