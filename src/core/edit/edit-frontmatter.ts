/**
 * Properties, spliced at the place of their value. YAML is never printed: comments, quotes, order and line endings
 * of everything else stay. Every edit is read back before it is offered; what does not read back as meant is refused.
 */
import { frontmatterProblem, frontmatterValues, type LocatedValue, locateValues, readsAs } from '../markdown/frontmatter';
import { type FrontmatterRange, frontmatterRange, isFrontmatterUnclosed } from '../markdown/frontmatter-range';
import { type EditResult, edited, refused } from '../text/edit-result';
import { lineBreakNear } from '../text/line-index';
import { applyChanges, type TextChange } from '../text/text-change';

/** A property to add: a key and its value as text. */
export interface NewProperty {
  readonly key: string;
  readonly value: string;
  /** The property's own lines, with LF, where they are to be taken as they are; they count before `value`. */
  readonly yaml?: string;
}

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
  return readsBack(text, change, [{ key: place?.key ?? key, value }]);
}

/** Adds the properties that the note lacks; all others keep every byte. No frontmatter: one is put before the text. */
export function addMissingProperties(text: string, properties: readonly NewProperty[]): EditResult {
  const sound = soundFrontmatter(text);
  if ('refusal' in sound) return sound;
  const { range } = sound;
  const missing = range ? properties.filter(({ key }) => locateValues(text, range, key).length === 0) : properties;
  if (missing.length === 0) return edited();
  return readsBack(text, insertLines(text, range, missing), missing);
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
      return { from, to, insert: scalar(value) };
    case 'empty':
      return { from, to, insert: (needsBlank ? ' ' : '') + scalar(value) };
    case 'opaque':
      return null;
  }
}

/** New lines at the end of the frontmatter, or a frontmatter of their own. */
function insertLines(text: string, range: FrontmatterRange | null, properties: readonly NewProperty[]): TextChange {
  const lineBreak = lineBreakNear(text, 0);
  const lines = properties.map(({ key, value, yaml }) => (yaml?.replace(/\n/g, lineBreak) ?? `${scalar(key)}: ${scalar(value)}`) + lineBreak).join('');
  if (range) return { from: range.yamlTo, to: range.yamlTo, insert: lines };
  const start = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  return { from: start, to: start, insert: `---${lineBreak}${lines}---${lineBreak}` };
}

/** The value as a YAML scalar: plain where YAML reads it as the same text, else in double quotes. */
function scalar(value: string): string {
  const isPlain = value !== '' && !/^[\s[{]|\s$|[\r\n\t]/.test(value) && String(readsAs(value)) === value && readsAs(value) !== null;
  return isPlain ? value : JSON.stringify(value);
}

/** The change, if reading the result gives the properties as meant and all others as they were. */
function readsBack(text: string, change: TextChange, set: readonly NewProperty[]): EditResult {
  const before = frontmatterValues(text);
  const changed = applyChanges(text, [change]);
  const after = frontmatterValues(changed);
  const keys = new Set(set.map(({ key }) => key));
  const others = (values: typeof before): string => JSON.stringify(values?.filter(([key]) => !keys.has(key)));
  const isMeant = set.every((property) => after?.filter(([name, json]) => name === property.key && says(property, json)).length === 1);
  if (before && after && isMeant && others(before) === others(after)) return edited(change);
  return refused('property-not-plain', `The frontmatter is written in a way that can't be changed safely. Edit “${set.map(({ key }) => key).join('”, “')}” by hand.`);
}

/** Whether a property that was read back says what it should. */
function says({ value, yaml }: NewProperty, json: string): boolean {
  return yaml === undefined ? String(JSON.parse(json)) === value : frontmatterValues(`---\n${yaml}\n---\n`)?.[0]?.[1] === json;
}
