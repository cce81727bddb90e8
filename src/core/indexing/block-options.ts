/**
 * What a `plan-rollup` code block asks for: a line `key: value` each – lens, query, group, sort, limit. Lines that say
 * nothing known are problems that name them. Offsets are relative to the block's source.
 */
import type { Diagnostic } from '../text/diagnostic';
import { readSort, SORT_KEYS } from './arrange';
import { type Lens, LENSES } from './lens';
import { GROUP_KEYS } from './row-headings';

export interface BlockOptions {
  readonly lens: Lens;
  readonly query: string;
  /** Undefined for the lens's own way. */
  readonly group: string | undefined;
  readonly sort: string | undefined;
  /** Rows at most. */
  readonly limit: number;
  readonly problems: readonly Diagnostic[];
}

const MOST_ROWS = 1000;
const FEW_ROWS = 100;
const KEYS = ['lens', 'query', 'group', 'sort', 'limit'] as const;
type Key = (typeof KEYS)[number];

/** Never throws. Without a lens the block shows verification items. */
export function readBlockOptions(source: string): BlockOptions {
  const said = new Map<Key, string>();
  const problems: Diagnostic[] = [];
  let from = 0;
  for (const line of source.split('\n')) {
    const [, name, value = ''] = /^\s*([A-Za-z]+)\s*:\s*(.*?)\s*$/.exec(line) ?? [];
    const key = KEYS.find((known) => known === name?.toLowerCase());
    const problem = line.trim() === '' || line.trimStart().startsWith('#') ? null : key === undefined ? `“${line.trim()}” means nothing here. Lines are ${KEYS.map((each) => `“${each}:”`).join(', ')}.` : problemOf(key, value);
    if (problem !== null) problems.push({ code: 'query-invalid', message: problem, from, to: from + line.length });
    else if (key !== undefined) said.set(key, value);
    from += line.length + 1;
  }
  const limit = said.get('limit');
  return {
    lens: LENSES.find((lens) => lens === said.get('lens')?.toLowerCase()) ?? 'verification',
    query: said.get('query') ?? '',
    group: said.get('group')?.toLowerCase(),
    sort: said.get('sort')?.toLowerCase(),
    limit: limit === undefined ? FEW_ROWS : Number(limit),
    problems,
  };
}

/** The lines of a block that shows this; what is the lens's own way is left out. */
export function writeBlock({ lens, query, group, sort }: { readonly lens: Lens; readonly query: string; readonly group: string; readonly sort: string }): string {
  return [`lens: ${lens}`, ...(query.trim() === '' ? [] : [`query: ${query.trim().replace(/\s+/g, ' ')}`]), ...(group === '' ? [] : [`group: ${group}`]), ...(sort === '' ? [] : [`sort: ${sort}`])].join('\n');
}

function problemOf(key: Key, value: string): string | null {
  const word = value.toLowerCase();
  if (key === 'lens' && !LENSES.some((lens) => lens === word)) return `There is no lens “${value}”. There are: ${LENSES.join(', ')}.`;
  if (key === 'group' && word !== 'none' && !GROUP_KEYS.some((known) => known === word)) return `Rows can't be grouped by “${value}”, but by ${GROUP_KEYS.join(', ')}, or none.`;
  if (key === 'sort' && readSort(word).length < word.split(',').length) return `Rows can't be sorted by “${value}”, but by ${SORT_KEYS.join(', ')}; with a minus in front the other way round.`;
  if (key === 'limit' && !(/^\d{1,4}$/.test(word) && Number(word) >= 1 && Number(word) <= MOST_ROWS)) return `“limit:” takes a number from 1 to ${MOST_ROWS.toLocaleString('en')}.`;
  return null;
}
