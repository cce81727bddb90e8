/** A risk as an item under a heading for risks says it: `R2 (High): Key person leaves. Mitigation: share the work`. */
import { foldWords, isStruck, plainText } from '../markdown/inline';
import { isSlot } from './read-tables';
import { aspectOf, IMPACT, levelOf, LIKELIHOOD, splitAtMitigation, weightOf } from './risk-words';

/** What an item says; null for what it does not. */
export interface ListedRisk {
  readonly text: string;
  readonly likelihood: string | null;
  readonly impact: string | null;
  readonly mitigation: string | null;
  readonly score: number | null;
}

type Levels = Pick<ListedRisk, 'likelihood' | 'impact'>;

/** An item that is about the list, or about another item. Matches "None.", "Mitigation: backups", "Overall risk: low"; not "None of the tests run". */
const NO_RISK = /^(?:(?:none|n\/a|no (?:known |major |significant )?risks|keine?|ninguno|aucun|nenhum|无|なし|tbd)(?: (?:identified|known|yet|so far|bekannt))?$|overall|(?:probability|owner|status|rollback|contingency|fallback|monitoring)\s*:)/;
/** What says only that a risk follows. Matches "Risiko 2: ". */
const PREFIX = /^(?:risks?|risiko|riesgo|risque|risco|风险|リスク) ?\d{0,3}\s*[:：–—-]\s*/iu;
/** A level in front. Matches "High: ". Group 1 is the level. */
const LEADING = /^([^:：]{1,20})[:：]\s+/;
const BRACKETS = / ?[([]([^()[\]]{1,80})[)\]]/g;

/** Null for an item that states no risk. `below` are the items of its own, as they stand. */
export function readListedRisk(source: string, below: readonly string[]): ListedRisk | null {
  const all = plainText(source);
  const [said, ...behind] = splitAtMitigation(all) ?? [all];
  const levels = takeLevels(said);
  const text = tidy(levels.rest);
  if (isStruck(source) || isSlot(text) || !/[\p{L}\p{N}]/u.test(text) || NO_RISK.test(foldWords(all))) return null;
  const more = below.map((item) => plainText(item));
  const [mitigation = null] = [...behind, ...more.flatMap((item) => splitAtMitigation(item)?.[1] ?? [])].map((found) => found.trim()).filter((found) => found !== '');
  const [likelihood = null, impact = null] = (['likelihood', 'impact'] as const).map((key) => levels[key] ?? more.map((item) => takeLevels(item)[key]).find((level) => level !== null) ?? null);
  const [a, b] = [weightOf(likelihood), weightOf(impact)];
  return { text, likelihood, impact, mitigation, score: a === null || b === null ? null : a * b };
}

/** The levels that a text states, and the text without them. */
function takeLevels(source: string): Levels & { readonly rest: string } {
  const found: { -readonly [key in keyof Levels]: Levels[key] } = { likelihood: null, impact: null };
  let rest = source.replace(PREFIX, '').replace(BRACKETS, (all, inside: string) => {
    const levels = bracketed(inside);
    if (levels) Object.assign(found, levels);
    return levels ? '' : all;
  });
  for (const [key, pattern] of [['likelihood', LIKELIHOOD], ['impact', IMPACT]] as const) {
    const match = pattern.exec(rest);
    const level = match && levelOf(match[1] ?? '');
    if (!match || level === null) continue;
    found[key] = level;
    rest = rest.slice(0, match.index) + rest.slice(match.index + match[0].length);
  }
  const leading = LEADING.exec(rest);
  const level = leading && found.impact === null ? levelOf(leading[1] ?? '') : null;
  if (leading && level !== null) [found.impact, rest] = [level, rest.slice(leading[0].length)];
  return { ...found, rest };
}

/** "High", "high likelihood, medium impact", "H/M" in brackets; null where they hold something else. One level alone is an impact. */
function bracketed(inside: string): Partial<Levels> | null {
  const parts = inside.split(/[,;/|×]/);
  const levels = parts.map(levelOf);
  if (parts.length > 2 || levels.includes(null)) return null;
  const [first = null, second = null] = levels;
  const [aspect, other] = parts.map(aspectOf);
  if (parts.length === 1) return { [aspect ?? 'impact']: first };
  return aspect === 'impact' || other === 'likelihood' ? { impact: first, likelihood: second } : { likelihood: first, impact: second };
}

/** Signs that lead over to what was taken out. */
const LEADS = ' –—,;|(.>=→-';

function tidy(source: string): string {
  const text = source.replace(/ ([:.,])/g, '$1').trim();
  let end = text.length;
  while (end > 0 && LEADS.includes(text.charAt(end - 1))) end--;
  const tail = text.slice(end);
  return /^[. ]*$/.test(tail) ? text : text.slice(0, end) + (tail.startsWith('.') ? '.' : '');
}
