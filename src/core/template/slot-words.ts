/**
 * The words by which a slot is told from ordinary text in brackets. All lower case, singular; chosen so that
 * ordinary notes (lyrics, change logs, quotations with insertions, API pages) hold next to none of them in brackets.
 */

/** The words of a list; `_` is a space in one. */
function list(words: string): ReadonlySet<string> {
  return new Set(words.trim().split(/\s+/).map((word) => word.replace('_', ' ')));
}

/** Alone in brackets and capitalised they are a slot wherever they stand: `[Name]`. */
export const SLOT_NOUNS: ReadonlySet<string> = list(`
  name title description author owner rationale requirement summary summarie assignee approver stakeholder deadline mitigation objective deliverable
  justification placeholder
`);

/** Alone in brackets they are a slot when nothing else is in the field: `- Action: [Action]`, `| {decision} |`. */
export const FIELD_NOUNS: ReadonlySet<string> = new Set([...SLOT_NOUNS, ...list(`
  action actor alternative answer approach area assumption behavior behaviour benefit change choice chosen command component condition constraint
  consequence contract criteria criterion cost decision default dependency dependencie detail discovery edit effort endpoint engineer entity error estimate
  evidence expected feature field file finding follow-up gap goal id impact input insight interaction issue item key likelihood list location method
  metric milestone module note option order outcome output param parameter path phase problem product project purpose query question reason reference
  regression request resolution response result risk role rule scenario schema scope service solution source spec specification status step story
  strategy target task team test thing ticket timeline update value verification version why describe work form structure category categorie doc
  documentation handling limit
`)]);

/** A capitalised phrase that starts so asks the reader to write something: `[Describe the way in]`. */
export const ASKING: ReadonlySet<string> = list(`
  add define describe document draw enter explain explicitly fill how identify insert list name outline provide replace say show specify state
  summarize summarise verify what when where which who whom why write your overall plan-specific reason
`);

/** Words with which a slot's text often starts, and other text too: `[Key files to touch]`, `[Existing users keep their names]`. */
export const OPENERS: ReadonlySet<string> = new Set([...ASKING, ...list(`
  any brief decisions deadlines dependency description edge existing expected external fields impact important key legacy limits link measurable one
  potential related requirement short specific steps tasks verification
`)]);

/** Stand between the other words of a slot, and turn nothing else into one. */
export const JOINING: ReadonlySet<string> = list(`
  a an and as for in it of on only or that the they this to we with alert behave can case checked correctly
  could design digging fallback handled load meet met more need needing people performance proposal rely
  research rfc runbook same seen taken touch trade-off under user verified working x y back come
`);

/** Values that stand in a list to choose from: `[Yes/No]`, `Draft | In Review`. */
export const OPTION_WORDS: ReadonlySet<string> = list(`
  yes no n/a na none maybe unknown true false on off pass fail partial l m h s xs xl low medium med moderate high critical blocker urgent minor
  major small large p0 p1 p2 p3 p4 p5 must should could won't mvp-critical phase-2 backlog draft proposed planned planning not_started todo to_do
  ready in_review review reviewed approved accepted rejected in_progress in-progress active blocked on_hold paused deferred superseded deprecated completed
  complete done implemented cancelled canceled abandoned open closed archived
`);

/** Header labels whose value may be a bare list of options: `**Status:** Draft | Approved`. */
export const CHOICE_LABELS: ReadonlySet<string> = list(`
  status state stage priority severity risk risk_level effort complexity impact likelihood breaking breaking_change decision confidence
`);

/** A label that ends in one of these has a file as its value: `**File**: \`path/to/file.ext\``. */
export const FILE_LABELS: ReadonlySet<string> = list(`
  file files location locations module component test tests code create modify
`);

/** A label or column that contains one of these has a date as its value. */
export const DATE_WORDS: ReadonlySet<string> = list(`
  date dated day created updated due start started end ended deadline when completed approved reviewed target released modified revised scheduled
`);

/** The lower-case words of `text`, without a plural s. */
export function wordsOf(text: string): string[] {
  const words: string[] = [];
  // Matches "plan-specific" in "[plan-specific risk]"; not "—".
  for (const [word] of text.toLowerCase().matchAll(/[\p{L}\p{N}]+(?:[-'’][\p{L}\p{N}]+)*/gu)) words.push(word);
  return words;
}

/** Whether `word` or its singular is in `set`. */
export function holds(set: ReadonlySet<string>, word: string): boolean {
  return set.has(word) || (word.endsWith('s') && set.has(word.slice(0, -1)));
}
