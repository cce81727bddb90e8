/** Words around risks: headings over lists of them, levels, and what announces a likelihood, an impact or a mitigation. */
import { foldWords } from '../markdown/inline';
import { foldTitle } from './match-words';
import { levelRank, UNKNOWN_RANK } from './priority-rank';
import { COLUMN_WORDS, WEAK_MITIGATION_WORDS } from './vocabulary';

/** A heading over risks and nothing else. Matches "risks", "key risks and mitigations", "risk register (open)"; not "risks and trade-offs", "risk mitigation". */
const RISK_TITLE = /^(?:(?!(?:and|or|und|y|et|e) )[\p{L}-]+ ){0,2}(?:risks?|risk (?:assessment|analysis|register|log|list|matrix)|risik(?:o|en)|risikobewertung|risikoanalyse|riesgos|risques|riscos)(?: ?(?:and|&|\/|und|y|et|e) ?(?:their )?(?:mitigations?(?: strategies| plans?)?|contingenc(?:y|ies)|countermeasures|(?:gegen)?maßnahmen|mitigación|mitigaciones|atténuations?|mitigação))?(?: ?[(:–—].*)?$|(?:风险|風險|リスク)/u;

export function isRiskTitle(title: string): boolean {
  return RISK_TITLE.test(foldTitle(title));
}

/** The words of a column as they announce a value in a sentence: `Impact: `. */
function announced(words: readonly string[]): string {
  return `(?:^|[^\\p{L}])(?:${words.join('|')})s?\\**\\s*[:：=]\\**`;
}

const IMPACT_WORDS = [...COLUMN_WORDS.impact, 'severity'];
/** Matches "Mitigation: ", "**Gegenmaßnahme:**"; not "Mitigations exist". */
const MITIGATION = new RegExp(announced([...COLUMN_WORDS.mitigation, ...WEAK_MITIGATION_WORDS]), 'iu');
/** Matches "Likelihood: high", " Wahrscheinlichkeit: mittel". Group 1 is the level. */
export const LIKELIHOOD = new RegExp(`${announced(COLUMN_WORDS.likelihood)}\\s*([^\\s,;.|()]+)`, 'iu');
/** The same of an impact. */
export const IMPACT = new RegExp(`${announced(IMPACT_WORDS)}\\s*([^\\s,;.|()]+)`, 'iu');

/** Stands before a word that announces nothing: "risks and mitigations: ". */
const JOINED = /(?:^|[^\p{L}])(?:and|or|und|y|et|e|&)\s*$/iu;

/** What stands before and behind the word that announces a mitigation; null without one. */
export function splitAtMitigation(text: string): readonly [before: string, behind: string] | null {
  const match = MITIGATION.exec(text);
  return match && !JOINED.test(text.slice(Math.max(0, match.index - 6), match.index)) ? [text.slice(0, match.index), text.slice(match.index + match[0].length)] : null;
}

/** What a level of a few words is about: "high likelihood", "Auswirkung mittel"; null where it is not said. */
export function aspectOf(words: string): 'likelihood' | 'impact' | null {
  const folded = foldWords(words);
  const says = (list: readonly string[]): boolean => list.some((word) => folded.startsWith(word) || folded.endsWith(word));
  return says(COLUMN_WORDS.likelihood) ? 'likelihood' : says(IMPACT_WORDS) ? 'impact' : null;
}

const ANY_ASPECT = [...COLUMN_WORDS.likelihood, ...IMPACT_WORDS].join('|');
/** Matches the start of "Impact: high", the end of "high likelihood". */
const ASPECT = new RegExp(`^(?:${ANY_ASPECT}) ?[:=]?|(?:${ANY_ASPECT})$`, 'iu');

/** The level alone: "high" of "high likelihood", "Impact: high"; null where what is left is none. */
export function levelOf(words: string): string | null {
  const level = words.trim().replace(ASPECT, '').trim();
  return /^\P{L}*\p{L}+$/u.test(level) && weightOf(level) !== null ? level : null;
}

/** "H", "High", "🔴" → 3; "M" → 2; "L" → 1; null for what is no level. */
export function weightOf(level: string | null): number | null {
  const rank = level === null ? UNKNOWN_RANK : levelRank(level);
  return rank === UNKNOWN_RANK ? null : Math.max(1, 3 - Math.max(0, rank - 1));
}
