/**
 * The boxes that say how far the work is. Left out is what nobody waits for: dropped boxes and what stands below
 * them, boxes that say they are optional or put off, and lists of what comes later, had to be so before the start or is done only if the work fails.
 * In doubt a box is left out: a plan is not accused because of it.
 */
import { isStruck, plainText } from '../markdown/inline';
import { foldTitle } from '../plan/match-words';
import type { PlanReading } from '../plan/parse-plan';
import type { Task } from '../plan/plan';
import { own } from '../text/own-string';

/** Titles over what is no part of this plan's work. Matches "follow-ups", "nice to have", "post-launch checks"; not "later phases". */
const LATER = /^(?:future(?: \w+)?|follow-?ups?(?: \w+)?|next steps|out of scope|not in scope|nice[- ]to[- ]haves?|backlog|deferred.*|postponed.*|later|stretch(?: goals?)?|optional.*|post-?(?:launch|release|mvp|merge)\b.*|parking lot|ideas|non-goals|ausblick|später|folgearbeiten|nächste schritte|zurückgestellt.*|nicht im umfang)$/;
/** Titles over what is done only if the work fails. Matches "rollback plan", "if it fails"; not "roll out". */
const INSTEAD = /^(?:roll-?back\b.*|rolling back\b.*|revert(?:ing)? (?:plan|steps|procedure)\b.*|back-?out\b.*|fall-?back (?:plan|steps|procedure)\b.*|contingency\b.*|emergency\b.*|if .* (?:fails?|goes wrong|breaks?)|in case of .*|rückfall(?:plan|ebene)?|notfall(?:plan)?|plan b)$/;
/** Titles over what is said of the document, or had to be so before the work began. Matches "review & acceptance checklist", "definition of ready", "prerequisites"; not "code review". */
const BEFORE = /^(?:(?:requirements?|specification|spec|plan|design|document) (?:quality |review |readiness )?(?:checklist|quality|review).*|review checklist|review (?:&|and) acceptance checklist|content quality|requirement completeness|feature readiness|execution status|progress tracking|constitution(?:al)? check|definition of ready|dor|(?:plan |spec |design )?(?:approvals?|reviewers?)(?: checklist| required| needed)?|pre-?requisites?.*|pre-?(?:flight|conditions?|work)\b.*|before (?:you|we|starting|implementation).*|behavior locks|voraussetzungen|vorbedingungen|freigaben?)$/;
/** A remark in a title that puts its part off. Matches "Phase 3: Maps (deferred)", "Phase 3 [SKIPPED]", "Phase 3 – optional"; not "Optional fields are saved". */
const PUT_OFF_REMARK = /[([](?:deferred|optional|skipped|postponed|cancelled|canceled|dropped|abandoned|out of scope|not needed|later|future|nice[- ]to[- ]have|stretch|moved to|superseded|n\/a|zurückgestellt|verschoben|entfällt)\b|[–—:-] ?(?:deferred|optional|skipped|postponed|cancelled|canceled|dropped|abandoned|out of scope|not needed|superseded|n\/a|zurückgestellt|verschoben|entfällt)[.!]?$/i;
/** The same at the start of a box's text. Matches "Optional: dark theme", "Deferred"; not "Optional fields are saved". */
const PUT_OFF_FIRST = /^(?:deferred|optional|skipped|postponed|n\/a|not (?:needed|applicable)|won['’]?t (?:do|fix)|out of scope|nice[- ]to[- ]have|stretch|obsolete|entfällt|zurückgestellt|verschoben)(?:\]?\s*[:,;–—-]|\s*\(|$)/i;
/** The same further on. Matches "Load test (deferred)", "Export — moved to CSV"; not "Export (as CSV)". */
const PUT_OFF_BEHIND = /(?:[([]|[–—] |\s- )(?:deferred|optional|skipped|postponed|n\/a|not (?:needed|applicable|applied)|won['’]?t (?:do|fix)|out of scope|moved to|follow-?up|nice[- ]to[- ]have|stretch|obsolete|superseded|later|entfällt|entfallen|zurückgestellt|verschoben)\b/i;
/** Titles remembered before the memory starts anew: a vault has few distinct ones. */
const MOST_TITLES = 4096;
const titlesOfWork = new Map<string, boolean>();

/** Verification items and other work, in text order; questions are neither. */
export function workItems({ tasks, title }: PlanReading): readonly Task[] {
  const places = new PlaceMemory(title);
  const parents = new Map<number, { hasChildren: boolean; hasOpen: boolean; isVoid: boolean }>();
  const work: Task[] = [];
  for (const task of tasks) {
    const parent = task.parentLine === null ? undefined : parents.get(task.parentLine);
    const isVoid = task.state === 'dropped' || isStruck(task.text) || (parent?.isVoid ?? false);
    parents.set(task.line, { hasChildren: false, hasOpen: false, isVoid });
    if (isVoid || task.kind === 'question' || (task.state === 'open' && isPutOffItem(task.text)) || !places.isWork(task)) continue;
    if (parent) {
      parent.hasChildren = true;
      parent.hasOpen ||= task.state === 'open';
    }
    work.push(task);
  }
  // A box over boxes that are all ticked is a label that nobody ticks.
  return work.filter(({ state, line }) => state === 'done' || parents.get(line)?.hasChildren !== true || parents.get(line)?.hasOpen === true);
}

/** Whether a title says that its part of the work is put off. */
export function isPutOff(title: string): boolean {
  return PUT_OFF_REMARK.test(title) || LATER.test(foldTitle(title));
}

function isPutOffItem(source: string): boolean {
  const text = plainText(source);
  return PUT_OFF_FIRST.test(text) || (/[([–—]| - /.test(text) && PUT_OFF_BEHIND.test(text));
}

function isTitleOfWork(title: string): boolean {
  const known = titlesOfWork.get(title);
  if (known !== undefined) return known;
  const words = foldTitle(title);
  const isWork = !isPutOff(title) && !BEFORE.test(words) && !INSTEAD.test(words);
  if (titlesOfWork.size >= MOST_TITLES) titlesOfWork.clear();
  titlesOfWork.set(own(title), isWork);
  return isWork;
}

/** Which places hold work. Boxes stand together, so a place is looked at once. */
class PlaceMemory {
  private readonly known = new Map<readonly string[], Map<string | null, boolean>>();

  constructor(private readonly title: string | null) {}

  isWork({ path, label }: Task): boolean {
    let labels = this.known.get(path);
    if (!labels) this.known.set(path, (labels = new Map<string | null, boolean>()));
    let isWork = labels.get(label);
    if (isWork === undefined) labels.set(label, (isWork = this.look(path, label)));
    return isWork;
  }

  /** The note's title says what all of it is about: "Backlog refinement" is work. */
  private look(path: readonly string[], label: string | null): boolean {
    const titles = [...(path[0] === this.title ? path.slice(1) : path), ...(label === null ? [] : [label])];
    return titles.every(isTitleOfWork);
  }
}
