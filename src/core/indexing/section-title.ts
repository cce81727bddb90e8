/** What a section of a plan is called in the pane. */
import { foldTitle, matchesWords } from '../plan/match-words';
import { phaseOf } from '../plan/title-reader';
import { VERIFICATION_WORDS } from '../plan/vocabulary';

/**
 * "Phase 1: Storage › Automated": the headings of `path` below the plan's title, from the phase on where there is one,
 * and the label. Headings that only say "Success criteria" in between are left out.
 */
export function sectionTitle(plan: string, path: readonly string[], label: string | null): string {
  const below = path[0] === plan ? path.slice(1) : path;
  const phase = below.findIndex((title) => phaseOf(title) !== null);
  const titles = [...below.slice(Math.max(0, phase)), ...(label === null ? [] : [label])].map((title) => title.replace(/[:：]$/, ''));
  const isTelling = (title: string, place: number): boolean => place === 0 || place === titles.length - 1 || !matchesWords(foldTitle(title), VERIFICATION_WORDS);
  return titles.filter((title, place) => title !== titles[place - 1] && isTelling(title, place)).join(' › ');
}
