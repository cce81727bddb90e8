/** With which control a slot is filled in: told by its wording, and by what its property or label is called. */
import type { Placeholder } from './placeholder';
import { wordsOf } from './slot-words';

/** `lines`: text that may have several. */
export type Control = 'text' | 'lines' | 'date' | 'choice' | 'list' | 'link' | 'id';

/** Singular or plural, a value called so is another note. */
const NOTE_WORDS: ReadonlySet<string> = new Set(['spec', 'specs', 'specification', 'link', 'links', 'parent', 'related', 'supersedes', 'epic', 'proposal', 'adr']);
/** Called so, a value is several. */
const LIST_WORDS: ReadonlySet<string> = new Set(['tags', 'issues', 'owners', 'authors', 'reviewers', 'approvers', 'assignees', 'stakeholders', 'specs', 'links', 'labels', 'tickets', 'aliases', 'teams']);

/** The control for a slot whose property key or label is `called`. */
export function controlOf({ name, style }: Placeholder, called: string): Control {
  if (style === 'date') return /^time\b/.test(name) ? 'text' : 'date';
  if (style === 'choice') return 'choice';
  const words = wordsOf(called);
  const last = words.at(-1) ?? '';
  if (isSampleList(name) || LIST_WORDS.has(last) || called.trimEnd().endsWith('(s)')) return 'list';
  // Matches "plan-id", "Plan ID", "feature_id"; not "paid".
  if (/(?:^|[^\p{L}])id$/iu.test(called.trim())) return 'id';
  return isNoteName(called) ? 'link' : 'text';
}

/** Whether what is called so is another note, or several. */
export function isNoteName(called: string): boolean {
  return wordsOf(called.replace('(s)', '').replace(/[-_]/g, ' ')).some((word) => NOTE_WORDS.has(word));
}

/** The items of a list as it is typed: "a, b" or "[[A, B]], c"; commas within `[[…]]` are part of a name. */
export function listItems(text: string): string[] {
  // Matches "[[A, B]]", "a b"; not ",".
  const items = text.match(/(?:\[\[[^\]\n]{0,300}\]\]|[^,])+/g) ?? [];
  return [...new Set(items.map((item) => item.trim()).filter((item) => item !== ''))];
}

/** "S-001, UC-003, etc.", "#123, #124": samples of which there may be several. */
export function isSampleList(name: string): boolean {
  const parts = name.split(',').map((part) => part.trim());
  // Matches "S-001", "#123", "etc."; not "what it does".
  return parts.length > 1 && parts.every((part) => /^(?:#\d{1,6}|[A-Z][A-Z-]{0,10}\d{1,6}|etc\.?)$/.test(part));
}
