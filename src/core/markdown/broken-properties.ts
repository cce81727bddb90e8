/**
 * What can be read of frontmatter that is no sound YAML: lines that are a property or a list item by themselves. All
 * others are passed over. Nothing is edited by what is read here. Offsets are relative to the note.
 */
import { afterLineBreak, endOfLine } from '../text/line-index';
import type { FrontmatterRange } from './frontmatter-range';
import { isBlank, skipBlanks, trimEnd } from './line-starts';
import { asProperty, emptyValuePlace, type Property } from './plain-properties';
import { colonBehindKey, type PlainValue, readPlainValue } from './plain-value';

const HASH = 35;
const HYPHEN = 45;

/** Properties by folded key, of duplicates the first. */
export function readBrokenProperties(text: string, range: FrontmatterRange): Map<string, Property> {
  const properties = new Map<string, Property>();
  let list: { key: string; items: PlainValue[]; from: number } | null = null;
  for (let from = range.yamlFrom; from < range.yamlTo; ) {
    const lineTo = endOfLine(text, from);
    const to = trimEnd(text, from, lineTo);
    const start = skipBlanks(text, from, to);
    const isItem = text.charCodeAt(start) === HYPHEN && (start + 1 === to || isBlank(text.charCodeAt(start + 1)));
    if (isItem && list) {
      const read = readAfter(text, start + 1, to);
      if (read) {
        list.items.push(read.value);
        const { key, items } = list;
        properties.set(key.toLowerCase(), asProperty(text, key, { value: items, from: list.from, to: read.to }));
      }
    } else if (start < to && text.charCodeAt(start) !== HASH) {
      const property = start === from ? readLine(text, from, to) : undefined;
      const isNew = property && !properties.has(property.key.toLowerCase());
      if (isNew) properties.set(property.key.toLowerCase(), property);
      list = isNew && property.value === null ? { key: property.key, items: [], from: property.from } : null;
    }
    from = afterLineBreak(text, lineTo); // The closing `---` stands below every line.
  }
  return properties;
}

function readLine(text: string, from: number, to: number): Property | undefined {
  const colon = colonBehindKey(text, from, to);
  const read = colon < 0 ? undefined : readAfter(text, colon + 1, to);
  if (!read) return undefined;
  const key = text.slice(from, trimEnd(text, from, colon));
  if (read.from < read.to) return asProperty(text, key, read);
  const place = emptyValuePlace(text, colon);
  return { key, value: null, from: place, to: place };
}

/** The value behind a colon or hyphen; an empty one has no length. */
function readAfter(text: string, at: number, to: number): ReturnType<typeof readPlainValue> {
  const from = skipBlanks(text, at, to);
  return from >= to || text.charCodeAt(from) === HASH ? { value: null, from, to: from } : readPlainValue(text, from, to);
}
