/**
 * Properties, spliced at the place of their value. YAML is never printed: comments, quotes, order and line endings
 * of everything else stay. Every edit is read back before it is offered; what does not read back as meant is refused.
 */
import { frontmatterProblem, frontmatterValues, type LocatedList, locateList, type LocatedValue, locateValues } from '../markdown/frontmatter';
import { type FrontmatterRange, frontmatterRange, isFrontmatterUnclosed } from '../markdown/frontmatter-range';
import { yamlItem, yamlScalar } from '../markdown/yaml-text';
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

/** Keys and what reading the result must give for them; of a list, the items that come behind those it has. */
type Wanted = ReadonlyMap<string, Omit<NewProperty, 'key'>>;

/** Sets one property, adding it, or the whole frontmatter, where missing. */
export function setProperty(text: string, key: string, value: string): EditResult {
  const sound = soundFrontmatter(text);
  if ('refusal' in sound) return sound;
  const { range } = sound;
  const located = range ? locateValues(text, range, key) : [];
  if (located.length > 1) return refused('property-duplicate', `The frontmatter has “${key}” ${located.length} times. Remove all but one, then try again.`);
  const [place] = located;
  if (place && (place.value ?? '') === value && place.style !== 'opaque') return edited();
  const change = place ? replaceValue(place, value) : insertLines(text, range, [{ key, value }]);
  if (!change) return refused('property-not-plain', `The property “${key}” is a list, a block or an alias, so it can't be replaced safely. Edit it by hand.`);
  return readsBack(text, [change], new Map([[place?.key ?? key, { value }]]));
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
  const wanted = new Map<string, Omit<NewProperty, 'key'>>();
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
  return changes.length === 0 ? edited() : readsBack(text, changes, wanted);
}

function soundFrontmatter(text: string): { readonly range: FrontmatterRange | null } | (EditResult & { readonly ok: false }) {
  if (isFrontmatterUnclosed(text)) return refused('frontmatter-unclosed', 'The frontmatter opened with “---” is never closed. Close it with a line “---”, then try again.');
  const range = frontmatterRange(text);
  const problem = range ? frontmatterProblem(text, range) : null;
  return problem === null ? { range } : refused('frontmatter-broken', `The frontmatter can't be edited: ${problem}. Correct it, then try again.`);
}

function replaceValue({ style, from, to, needsBlank }: LocatedValue, value: string): TextChange | null {
  switch (style) {
    case 'double':
      return { from, to, insert: JSON.stringify(value).slice(1, -1) };
    case 'single':
      return /[\r\n]/.test(value) ? null : { from, to, insert: value.replace(/'/g, "''") };
    case 'plain':
      return { from, to, insert: yamlScalar(value) };
    case 'empty':
      return { from, to, insert: (needsBlank ? ' ' : '') + yamlScalar(value) };
    case 'opaque':
      return null;
  }
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

/** The changes, if reading the result gives the properties as meant and all others as they were. */
function readsBack(text: string, changes: readonly TextChange[], wanted: Wanted): EditResult {
  const before = frontmatterValues(text);
  const after = frontmatterValues(applyChanges(text, changes));
  const others = (values: typeof before): string => JSON.stringify(values?.filter(([key]) => !wanted.has(key)));
  const jsonOf = (values: typeof before, key: string): string => values?.find(([name]) => name === key)?.[1] ?? 'null';
  const isMeant = [...wanted].every(([key, property]) => after?.filter(([name]) => name === key).length === 1 && says(property, jsonOf(after, key), jsonOf(before, key)));
  if (before && after && isMeant && others(before) === others(after)) return edited(...changes);
  return refused('property-not-plain', `The frontmatter is written in a way that can't be changed safely. Edit “${[...wanted.keys()].join('”, “')}” by hand.`);
}

/** Whether a property that was read back says what it should. */
function says({ value: wanted, yaml }: Omit<NewProperty, 'key'>, json: string, before: string): boolean {
  if (yaml !== undefined) return frontmatterValues(`---\n${yaml}\n---\n`)?.[0]?.[1] === json;
  const value: unknown = JSON.parse(json);
  if (typeof wanted === 'string') return String(value) === wanted;
  const was: unknown = JSON.parse(before);
  const own: unknown[] = Array.isArray(was) ? was : [];
  return Array.isArray(value) && JSON.stringify(value.slice(0, own.length)) === JSON.stringify(own) && JSON.stringify(value.slice(own.length).map(String)) === JSON.stringify(wanted);
}
