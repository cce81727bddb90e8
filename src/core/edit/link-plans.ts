/**
 * Two plans of which one takes the other's place: `superseded-by: "[[B]]"` in the old one, `supersedes` with a list in
 * the new one. Links that are there, however they are written, stay as they are.
 */
import { type MovablePlan, type ParseOptions, readMovable } from '../plan/parse-plan';
import { type EditResult, edited, refused } from '../text/edit-result';
import { loggedEdit } from './edit-change-log';
import { type PropertyValue, setProperties } from './edit-frontmatter';

/** Names the plan that takes the place of this one, in its frontmatter. `successor` is a link's target: "Plans/B". */
export function linkSuccessor(text: string, { successor }: { readonly successor: string }): EditResult {
  const target = linkTarget(successor);
  return target === null ? noLink(successor) : setProperties(text, successorProperty(readMovable(text), target));
}

export interface Predecessor {
  /** A link's target: "Plans/A". */
  readonly predecessor: string;
  /** 'YYYY-MM-DD', for the change log; without it the log is left alone. */
  readonly date?: string;
  readonly author?: string;
}

/** Adds a plan to those whose place this one takes, and tells the log of it if there is one. No changes when it is named already. */
export function linkPredecessor(text: string, { predecessor, date, author = '' }: Predecessor, reading: ParseOptions = {}): EditResult {
  const target = linkTarget(predecessor);
  if (target === null) return noLink(predecessor);
  const plan = readMovable(text, reading);
  if (linksOf(plan, 'supersedes').includes(target)) return edited();
  const properties = [{ key: 'supersedes', value: [`[[${target}]]`] }];
  if (date === undefined || !plan.changeLog) return setProperties(text, properties);
  return loggedEdit(plan, { entry: { date, author, change: `Supersedes [[${target}]]` }, properties });
}

/** What a link to a plan points to, from "[[Plans/B|B]]" or "Plans/B"; null for what can't be in one. */
export function linkTarget(written: string): string | null {
  const [target = ''] = written.trim().replace(/^!?\[\[|\]\]$/g, '').split('|');
  return target.trim() === '' || /[[\]\r\n]/.test(target) ? null : target.trim();
}

export function noLink(written: string): EditResult & { readonly ok: false } {
  return refused('value-invalid', `“${written}” can't be linked to. Name the plan by its path or its title, without brackets.`);
}

/** The property to set; none where the link is there. A list of the note's own gets one item more. */
export function successorProperty(plan: WithFrontmatter, target: string): PropertyValue[] {
  if (linksOf(plan, SUCCESSOR).includes(target)) return [];
  const isList = Array.isArray(plan.frontmatter?.properties.get(SUCCESSOR)?.value);
  const link = `[[${target}]]`;
  return [{ key: SUCCESSOR, value: isList ? [link] : link }];
}

type WithFrontmatter = Pick<MovablePlan, 'blocks' | 'frontmatter'>;
const SUCCESSOR = 'superseded-by';

/** Targets of the links in a property, quoted or not. */
function linksOf({ blocks, frontmatter }: WithFrontmatter, key: string): string[] {
  const property = frontmatter?.properties.get(key);
  if (!property) return [];
  const texts = [property.value ?? []].flat();
  const links = blocks.text.slice(property.from, property.to).match(/\[\[[^[\]]+\]\]/g) ?? [];
  return [...texts, ...links].flatMap((each) => linkTarget(each) ?? []);
}
