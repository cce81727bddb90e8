/**
 * Properties, spliced at the place of their value. YAML is never printed: comments, quotes, order and line endings
 * of everything else stay. Every edit is read back before it is offered; what does not read back as meant is refused.
 */
import { frontmatterProblem, frontmatterValues, type LocatedList, locateList, type LocatedValue, locateValues, parseFrontmatter, valuesIn } from '../markdown/frontmatter';
import type { YamlReading } from '../markdown/frontmatter-yaml';
import { type FrontmatterRange, frontmatterRange, isFrontmatterUnclosed } from '../markdown/frontmatter-range';
import { yamlItem, yamlScalar } from '../markdown/yaml-text';
import type { MovablePlan } from '../plan/parse-plan';
import { type EditResult, edited, refused } from '../text/edit-result';
import { afterLineBreak, endOfLine, lineBreakNear, startOfLine } from '../text/line-index';
import { applyChanges, type TextChange } from '../text/text-change';

/** A property to add: a key and its value, a text or a list of texts. */
export interface NewProperty {
  readonly key: string;
  readonly value: string | readonly string[];
  /** The property's own lines, with LF, where they are to be taken as they are; they count before `value`. */
  readonly yaml?: string;
}

/** A property as it is to be: a text, a checkbox, or a list that holds these items beside its own. */
export interface PropertyValue {
  readonly key: string;
  readonly value: string | boolean | readonly string[];
  /** The part of a text that changes, where that is less than all of it and needs no quotes. */
  readonly part?: TextChange;
}

/** What reading the result must give for a key; of a list, the items that come behind those it has. */
interface Meant {
  readonly value: PropertyValue['value'];
  readonly yaml?: string;
}
type Wanted = ReadonlyMap<string, Meant>;

/** Sets one property, adding it, or the whole frontmatter, where missing. */
export function setProperty(text: string, key: string, value: string): EditResult {
  return setProperties(text, [{ key, value }]);
}

/** As `setProperty`, several as one edit; those that are so already are left as they are written. */
export function setProperties(text: string, properties: readonly PropertyValue[]): EditResult {
  const sound = properties.length === 0 ? NO_FRONTMATTER : soundFrontmatter(text);
  if ('refusal' in sound) return sound;
  const { range, yaml } = sound;
  const changes: TextChange[] = [];
  const wanted = new Map<string, Meant>();
  const missing: NewProperty[] = [];
  for (const property of properties) {
    const { key, value } = property;
    const located = range ? locateValues(text, range, key, yaml) : [];
    if (located.length > 1) return refused('property-duplicate', `The frontmatter has “${key}” ${located.length} times. Remove all but one, then try again.`);
    const [place] = located;
    if (!range || !place) {
      missing.push({ key, value: typeof value === 'boolean' ? String(value) : value });
      wanted.set(key, { value });
      continue;
    }
    const change = typeof value === 'object' ? growList(text, { range, place, value }) : replaceValue(place, property);
    if (!change) return refused('property-not-plain', `The property “${key}” is a list, a block or an alias, so it can't be replaced safely. Edit it by hand.`);
    if (change === SAME) continue;
    changes.push(change.text);
    wanted.set(place.key, { value: change.value });
  }
  if (missing.length > 0) changes.push(insertLines(text, range, missing));
  return changes.length === 0 ? edited() : readsBack(text, sound, { changes, wanted });
}

/**
 * Adds the properties that the note lacks, and to a list of the note the items that it lacks; every other byte stays,
 * so the note's own values win. No frontmatter: one is put before the text.
 */
export function addMissingProperties(text: string, properties: readonly NewProperty[]): EditResult {
  const sound = soundFrontmatter(text);
  if ('refusal' in sound) return sound;
  const { range } = sound;
  const changes: TextChange[] = [];
  const wanted = new Map<string, Meant>();
  const missing: NewProperty[] = [];
  for (const { key, value: given, ...written } of properties) {
    const value = typeof given === 'string' ? given : [...new Set(given)];
    const place = range ? locateValues(text, range, key)[0] : undefined;
    if (!range || !place) {
      missing.push({ key, value, ...written });
      wanted.set(key, { value, ...written });
      continue;
    }
    const list = typeof value === 'string' ? null : locateList(text, range, key);
    const more = typeof value === 'string' || !list ? [] : value.filter((item) => !list.items.includes(item));
    if (!list || more.length === 0) continue;
    changes.push(appendItems(text, list, more));
    wanted.set(place.key, { value: more });
  }
  if (missing.length > 0) changes.push(insertLines(text, range, missing));
  return changes.length === 0 ? edited() : readsBack(text, sound, { changes, wanted });
}

/** Why a note's frontmatter can't be edited, by what reading it found; null where it is sound or missing. */
export function frontmatterRefusal({ blocks, diagnostics }: Pick<MovablePlan, 'blocks' | 'diagnostics'>): (EditResult & { readonly ok: false }) | null {
  if (!diagnostics.some(({ code }) => code === 'frontmatter-unclosed' || code === 'frontmatter-invalid')) return null;
  const sound = soundFrontmatter(blocks.text);
  return 'refusal' in sound ? sound : null;
}

/** A frontmatter that can be edited, or none. */
interface SoundFrontmatter {
  readonly range: FrontmatterRange | null;
  readonly yaml: YamlReading;
}

const NO_FRONTMATTER: SoundFrontmatter = { range: null, yaml: { root: null, problem: null } };

function soundFrontmatter(text: string): SoundFrontmatter | (EditResult & { readonly ok: false }) {
  if (isFrontmatterUnclosed(text)) return refused('frontmatter-unclosed', 'The frontmatter opened with “---” is never closed. Close it with a line “---”, then try again.');
  const range = frontmatterRange(text);
  if (!range) return NO_FRONTMATTER;
  const yaml = parseFrontmatter(text, range);
  const problem = frontmatterProblem(text, range, yaml);
  return problem === null ? { range, yaml } : refused('frontmatter-broken', `The frontmatter can't be edited: ${problem}. Correct it, then try again.`);
}

/** The property says so already. */
const SAME = Symbol('same');
type ValueChange = { readonly text: TextChange; readonly value: Meant['value'] } | typeof SAME | null;

function replaceValue(place: LocatedValue, { value, part }: PropertyValue): ValueChange {
  const { style, from, to, needsBlank } = place;
  const said = String(value);
  const quotes = style === 'double' || style === 'single' ? 1 : 0;
  if (style === 'opaque') return null;
  // A checkbox is a boolean of YAML, which quotes would make a text.
  if (typeof value === 'boolean' && quotes > 0) return { text: { from: from - quotes, to: to + quotes, insert: said }, value };
  if ((place.value ?? '') === said) return SAME;
  if (part) return { text: part, value };
  if (style === 'single') return /[\r\n]/.test(said) ? null : { text: { from, to, insert: said.replace(/'/g, "''") }, value };
  const written = typeof value === 'boolean' ? said : yamlScalar(said);
  return { text: { from, to, insert: style === 'double' ? JSON.stringify(said).slice(1, -1) : (needsBlank ? ' ' : '') + written }, value };
}

/** The items that the list lacks, behind its own. A text becomes the first item of a list; null for what is neither. */
function growList(text: string, { range, place, value }: { range: FrontmatterRange; place: LocatedValue; value: readonly string[] }): ValueChange {
  const list = locateList(text, range, place.key);
  if (list) {
    const more = value.filter((item) => !list.items.includes(item));
    return more.length === 0 ? SAME : { text: appendItems(text, list, more), value: more };
  }
  if (place.style === 'opaque' || place.value === null) return null;
  const own = place.value;
  const items = [own, ...value.filter((item) => item !== own)];
  const quotes = place.style === 'plain' ? 0 : 1;
  const [from, to] = [place.from - quotes, place.to + quotes];
  const first = quotes > 0 ? text.slice(from, to) : yamlItem(own);
  return items.length === 1 ? SAME : { text: { from, to, insert: `[${[first, ...items.slice(1).map(yamlItem)].join(', ')}]` }, value: items };
}

/** The items behind those of a list, in the list's own style. */
function appendItems(text: string, { style, at, from, needsBlank, items }: LocatedList, more: readonly string[]): TextChange {
  if (style === 'empty') return { from: at, to: at, insert: `${needsBlank ? ' ' : ''}[${more.map(yamlItem).join(', ')}]` };
  if (style === 'flow') return { from: at, to: at, insert: (items.length > 0 ? ', ' : '') + more.map(yamlItem).join(', ') };
  const end = endOfLine(text, at);
  const indent = text.slice(startOfLine(text, from), from);
  const next = afterLineBreak(text, end);
  return { from: next, to: next, insert: more.map((item) => `${indent}- ${yamlScalar(item)}${text.slice(end, next)}`).join('') };
}

/** New lines at the end of the frontmatter, or a frontmatter of their own. */
function insertLines(text: string, range: FrontmatterRange | null, properties: readonly NewProperty[]): TextChange {
  const lineBreak = lineBreakNear(text, 0);
  const lines = properties.map(({ key, value, yaml }) => (yaml?.replace(/\n/g, lineBreak) ?? `${yamlScalar(key)}:${written(value, lineBreak)}`) + lineBreak).join('');
  if (range) return { from: range.yamlTo, to: range.yamlTo, insert: lines };
  const start = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  return { from: start, to: start, insert: `---${lineBreak}${lines}---${lineBreak}` };
}

/** What stands behind `key:`; a list has a line for each item, as Obsidian writes it. */
function written(value: NewProperty['value'], lineBreak: string): string {
  if (typeof value === 'string') return ` ${yamlScalar(value)}`;
  return value.length === 0 ? ' []' : value.map((item) => `${lineBreak}  - ${yamlScalar(item)}`).join('');
}

/** The changes, if reading the result gives the properties as meant and all others as they were. What stands below the frontmatter can't change its reading. */
function readsBack(text: string, { range, yaml }: SoundFrontmatter, { changes, wanted }: { changes: readonly TextChange[]; wanted: Wanted }): EditResult {
  const before = range ? valuesIn(yaml) : [];
  const after = frontmatterValues(applyChanges(text.slice(0, range?.next ?? Math.max(...changes.map(({ to }) => to))), changes));
  const others = (values: typeof before): string => JSON.stringify(values?.filter(([key]) => !wanted.has(key)));
  const jsonOf = (values: typeof before, key: string): string => values?.find(([name]) => name === key)?.[1] ?? 'null';
  const isMeant = [...wanted].every(([key, property]) => after?.filter(([name]) => name === key).length === 1 && says(property, jsonOf(after, key), jsonOf(before, key)));
  if (before && after && isMeant && others(before) === others(after)) return edited(...changes);
  return refused('property-not-plain', `The frontmatter is written in a way that can't be changed safely. Edit “${[...wanted.keys()].join('”, “')}” by hand.`);
}

/** Whether a property that was read back says what it should. */
function says({ value: wanted, yaml }: Meant, json: string, before: string): boolean {
  if (yaml !== undefined) return frontmatterValues(`---\n${yaml}\n---\n`)?.[0]?.[1] === json;
  const value: unknown = JSON.parse(json);
  if (typeof wanted === 'boolean') return value === wanted;
  if (typeof wanted === 'string') return String(value) === wanted;
  const was: unknown = JSON.parse(before);
  const own: unknown[] = Array.isArray(was) ? was : [];
  return Array.isArray(value) && JSON.stringify(value.slice(0, own.length)) === JSON.stringify(own) && JSON.stringify(value.slice(own.length).map(String)) === JSON.stringify(wanted);
}
