/**
 * The fast path for frontmatter: flat `key: value` lines, flow lists and block lists of plain scalars, read without
 * a YAML parser. It declines whatever YAML could read as more than it says. Most frontmatters pass.
 */
import type { FrontmatterRange } from './frontmatter-range';
import { endOfLine, afterLineBreak } from '../text/line-index';
import { skipBlanks, trimEnd } from './line-starts';

export interface Property {
  readonly key: string;
  /** The value as text; a list is its items; null for an empty value and for what is neither. */
  readonly value: string | readonly string[] | null;
  /** The value's own characters, quotes left out; an empty value has `from` = `to`. */
  readonly from: number;
  readonly to: number;
}

/** A property line. Matches `due date: x`; not `- x` nor `a:b`. Group 1 is the key, with 2 the blanks before the value. */
const KEY = /^([A-Za-z_][\w \-.]{0,100}?)[ \t]*:(?:([ \t]+)|$)/;
/** What makes a plain scalar more than its characters. Matches `&a`, `a: b`, `a #c`; not `In Review`. */
const SPECIAL = /^[&*!|>%@`{[\]}"'#?,-]|: |[ \t]#|:$|\t/;

/**
 * Properties by folded key. Strict: null as soon as a line is not plain. Not strict: such lines are passed over, which
 * is how broken YAML is read.
 */
export function readPlainProperties(text: string, range: FrontmatterRange, mode: { isStrict: boolean }): Map<string, Property> | null {
  const properties = new Map<string, Property>();
  let list: { key: string; items: string[]; from: number } | null = null;
  for (let from = range.yamlFrom; from < range.yamlTo; ) {
    const lineTo = endOfLine(text, from);
    const to = trimEnd(text, from, lineTo);
    const start = skipBlanks(text, from, to);
    const isItem = text[start] === '-' && (text[start + 1] === ' ' || start + 1 === to);
    if (start === to || text[start] === '#') {
      // Blank lines and comments say nothing.
    } else if (isItem && list) {
      const item = plainScalar(text.slice(skipBlanks(text, start + 1, to), to));
      if (item !== undefined) {
        list.items.push(item ?? '');
        properties.set(list.key.toLowerCase(), { key: list.key, value: list.items, from: list.from, to: list.from });
      } else if (mode.isStrict) return null;
    } else {
      const property = start === from ? readLine(text, from, to) : undefined;
      const isNew = property && !properties.has(property.key.toLowerCase());
      if (isNew) properties.set(property.key.toLowerCase(), property);
      else if (mode.isStrict) return null;
      list = property?.value === null ? { key: property.key, items: [], from: property.from } : null;
    }
    from = afterLineBreak(text, lineTo); // The closing `---` stands below every line.
  }
  return properties;
}

function readLine(text: string, from: number, to: number): Property | undefined {
  const match = KEY.exec(text.slice(from, to));
  const key = match?.[1];
  if (!match || key === undefined) return undefined;
  const valueFrom = from + match[0].length;
  const source = text.slice(valueFrom, to);
  const first = source.charAt(0);
  if (first === '"' || first === "'") {
    const isSimple = source.length > 1 && source.indexOf(first, 1) === source.length - 1 && !source.includes('\\');
    return isSimple ? { key, value: source.slice(1, -1), from: valueFrom + 1, to: to - 1 } : undefined;
  }
  if (first === '[') {
    const items = flowList(source);
    return items && { key, value: items, from: valueFrom, to };
  }
  const value = plainScalar(source);
  return value === undefined ? undefined : { key, value, from: valueFrom, to };
}

/** The scalar's text; null for an empty one, undefined for what only YAML can tell. */
function plainScalar(source: string): string | null | undefined {
  if (source === '' || source === '~' || /^null$/i.test(source)) return null;
  return SPECIAL.test(source) ? undefined : source;
}

function flowList(source: string): string[] | undefined {
  if (!source.endsWith(']') || source.indexOf('[', 1) > 0) return undefined;
  const inner = source.slice(1, -1).trim();
  if (inner === '') return [];
  const items = inner.split(',').map((item) => plainScalar(item.trim()));
  return items.every((item) => typeof item === 'string') ? items : undefined;
}
