/** Which template a note was made from: what its property says, else the one whose sections it has most of. */
import { readFrontmatter } from '../markdown/frontmatter';
import { compareWithTemplate } from './compare-template';
import type { Template } from './template';

/** At least so many sections, and so large a part of the template's, must be in the note. */
const FEWEST = 2;
const SHARE = 0.34;

/** Null when the property names none of them and no single one fits best. */
export function templateOfNote(text: string, templates: readonly Template[]): Template | null {
  const named = readFrontmatter(text)?.properties.get('plan-template')?.value;
  const byName = typeof named === 'string' ? templates.find(({ id }) => id === named.trim()) : undefined;
  if (byName) return byName;
  const scored = templates.map((template) => ({ template, ...scoreOf(text, template) })).filter(({ count, share }) => count >= FEWEST && share >= SHARE);
  scored.sort((a, b) => b.share - a.share);
  const [best, second] = scored;
  return best && best.share > (second?.share ?? 0) ? best.template : null;
}

function scoreOf(text: string, { body }: Template): { count: number; share: number } {
  const { sections } = compareWithTemplate(text, body);
  const count = sections.filter(({ state }) => state === 'present' || state === 'moved').length;
  return { count, share: count / Math.max(1, sections.length) };
}
