/** How urgent a priority cell is, as a number to sort by. */
import { foldWords } from '../markdown/inline';
import { PRIORITY_EMOJI, PRIORITY_RANKS } from './vocabulary';

/** Rank of words that name no priority. */
export const UNKNOWN_RANK = 9;

/** 0 is most urgent: "🔴 P0", "**MVP-Critical**" → 0; "High" → 1; "Backlog" → 5; a bare number is its own rank, 8 at most. */
export function priorityRank(cell: string): number {
  const word = foldWords(cell);
  const known = rankOfWord(word);
  if (known !== null) return known;
  if (/^\d{1,2}$/.test(word)) return Math.min(Number(word), UNKNOWN_RANK - 1);
  const first = word.split(/\s*[(–—,:/]\s*|\s+-\s+|\s+/, 1)[0] ?? '';
  const leading = rankOfWord(first) ?? rankOfWord(first.split('-', 1)[0] ?? '');
  if (leading !== null) return leading;
  const emoji = PRIORITY_EMOJI.findIndex((signs) => signs.some((sign) => cell.includes(sign)));
  return emoji < 0 ? UNKNOWN_RANK : emoji;
}

/** The same of a cell where a letter may stand for high, medium or low. */
export function levelRank(cell: string): number {
  const letter = 'hml'.indexOf(foldWords(cell) || '?');
  return letter < 0 ? priorityRank(cell) : letter + 1;
}

/** The same of an impact, where nobody knows which end of a scale of numbers is up. */
export function impactRank(cell: string): number {
  return /^\d+$/.test(foldWords(cell)) ? UNKNOWN_RANK : levelRank(cell);
}

/** What a rank is called: 0 → "Critical", 6 → "Priority 6", 9 → "No priority". The last that numbers have is shared by all that are greater. */
export function rankTitle(rank: number): string {
  const word = PRIORITY_RANKS[rank]?.[0];
  return rank === UNKNOWN_RANK ? 'No priority' : word === undefined ? `Priority ${rank}${rank === UNKNOWN_RANK - 1 ? ' and lower' : ''}` : word.charAt(0).toUpperCase() + word.slice(1);
}

function rankOfWord(word: string): number | null {
  const rank = PRIORITY_RANKS.findIndex((words) => (words as readonly string[]).includes(word));
  return rank < 0 ? null : rank;
}
