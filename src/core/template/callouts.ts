/** The `<critical_warning>` and `<important_note>` blocks of a template as Obsidian's callouts; the plan reader takes both forms for the same. */

const TYPES = { critical_warning: 'warning', important_note: 'important' } as const;

/** Matches "<critical_warning>" and what is indented; not "a <critical_warning>". Groups: 1 indent, 2 tag. */
const OPEN = /^([ \t>]*)<(critical_warning|important_note)>[ \t]*$/;
/** The bold mark a warning begins with. Matches "**CRITICAL WARNING:** x"; not "x". Groups: 1 mark, 2 text. */
const MARK = /^\*\*([^*]{1,40}?):?\*\*:?[ \t]*(.*)$/;
/** Matches "```" and "  ~~~ts"; not "`a`". Group 1 is the fence. */
const FENCE = /^[ \t>]*(```+|~~~+)/;

/** `body` (lines end in LF) with each such block as a callout of the same words; one that is never closed, or in code, stays. */
export function warningsAsCallouts(body: string): string {
  const lines = body.split('\n');
  const made: string[] = [];
  const closings = closingLines(lines);
  let fence: string | null = null;
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] ?? '';
    const mark = FENCE.exec(line)?.[1];
    if (mark !== undefined && (fence === null || mark.startsWith(fence))) fence = fence === null ? mark : null;
    const [, indent = '', tag] = fence === null ? (OPEN.exec(line) ?? []) : [];
    const end = tag === undefined ? -1 : nextOf(closings.get(`${indent}</${tag}>`.trim()), at);
    if (end < 0 || (tag !== 'critical_warning' && tag !== 'important_note')) {
      made.push(line);
      continue;
    }
    for (const inner of callout(TYPES[tag], lines.slice(at + 1, end).map((each) => unquoted(each, indent)))) made.push(indent + inner);
    at = end;
  }
  return made.join('\n');
}

/** The numbers of the lines that close a block, the last one first, by what they say. */
function closingLines(lines: readonly string[]): Map<string, number[]> {
  const closings = new Map<string, number[]>();
  for (let at = lines.length - 1; at >= 0; at--) {
    const line = lines[at]?.trim() ?? '';
    // Matches "> </critical_warning>"; not "a </b>".
    if (!/<\/(?:critical_warning|important_note)>$/.test(line)) continue;
    const same = closings.get(line);
    if (same) same.push(at);
    else closings.set(line, [at]);
  }
  return closings;
}

/** The first of the numbers beyond `at`, or -1; those before it are dropped. */
function nextOf(numbers: number[] | undefined, at: number): number {
  while (numbers && (numbers.at(-1) ?? Infinity) <= at) numbers.pop();
  return numbers?.at(-1) ?? -1;
}

/** The lines of a callout; the mark is its title. */
function callout(type: string, inside: readonly string[]): string[] {
  const [first = '', ...rest] = inside;
  const [, mark, text = ''] = MARK.exec(first) ?? [];
  const title = mark === undefined ? '' : ` **${mark}**`;
  const content = mark === undefined ? inside : text === '' ? rest : [text, ...rest];
  return [`> [!${type}]${title}`, ...content.map((line) => `> ${line}`.trimEnd())];
}

/** A line inside the tags without its indent and quote mark. */
function unquoted(line: string, indent: string): string {
  return (line.startsWith(indent) ? line.slice(indent.length) : line.trimStart()).replace(/^>[ \t]?/, '');
}
