/**
 * The placeholders of Obsidian's own templates, `{{date}}`, `{{date:YYYY-MM-DD}}`, `{{time}}`, `{{title}}`. As there,
 * they count wherever they stand, in code too. Nothing else between such brackets means anything here, and no code
 * runs. Offsets are relative to the text.
 */

export interface CoreValues {
  /** The present instant in moment's format tokens. */
  readonly format: (pattern: string) => string;
  /** Left out while the note has none: then `{{title}}` stays. */
  readonly title?: string | undefined;
}

export interface CoreSlot {
  readonly from: number;
  readonly to: number;
  readonly name: string;
  readonly value: string;
}

/** Longer ones are no format. */
const LONGEST = 100;
/** Matches "date", "Date: YYYY", "time:HH:mm", "title"; not "dates", "date|x". Group 1 is the name, 2 the format. */
const CORE = /^\s*(date|time|title)\s*(?::([^\n\r]*))?$/i;

/** Those of `text` that have a value, in order. Linear in the length of the text. */
export function coreSlots(text: string, values: CoreValues): CoreSlot[] {
  const found: CoreSlot[] = [];
  for (let open = text.indexOf('{{'); open >= 0; open = text.indexOf('{{', open + 1)) {
    const close = text.slice(open + 2, open + 2 + LONGEST).indexOf('}}');
    if (close < 0) continue;
    const inner = text.slice(open + 2, open + 2 + close);
    const value = coreValue(inner, values);
    if (value === null) continue;
    const to = open + close + 4;
    found.push({ from: open, to, name: coreName(inner) ?? '', value });
    open = to - 1;
  }
  return found;
}

/** "title" of " Title "; null for what is none of these placeholders. */
export function coreName(inner: string): string | null {
  return CORE.exec(inner)?.[1]?.toLowerCase() ?? null;
}

/** What stands for the text between two brackets each; null where it has no value, or is none of these placeholders. */
export function coreValue(inner: string, { format, title }: CoreValues): string | null {
  const pattern = CORE.exec(inner)?.[2];
  const kind = coreName(inner);
  if (kind === null) return null;
  if (kind === 'title') return pattern === undefined ? (title ?? null) : null;
  const wanted = pattern?.trim() ?? '';
  return format(wanted !== '' ? wanted : kind === 'date' ? 'YYYY-MM-DD' : 'HH:mm');
}
