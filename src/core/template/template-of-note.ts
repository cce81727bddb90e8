/** Which template a note was made from: what its property says, else the one whose sections it has most of. */
import { type Frontmatter, readFrontmatter } from '../markdown/frontmatter';
import { compareWithTemplate } from './compare-template';
import type { Template } from './template';

/** At least so many sections, and so large a part of the template's, must be in the note. */
const FEWEST = 2;
const SHARE = 0.34;

/** The template that a note's property names, null where it is none of them; undefined where none is named. Of two with one id the last counts. */
export function templateNamed(frontmatter: Frontmatter | null, templates: readonly Template[]): Template | null | undefined {
  const named = frontmatter?.properties.get('plan-template')?.value;
  return typeof named === 'string' && named.trim() !== '' ? (templates.filter(({ id }) => id === named.trim()).pop() ?? null) : undefined;
}

/** Null when the property names another one, or nothing is named and no single one fits best. */
export function templateOfNote(text: string, templates: readonly Template[]): Template | null {
  const named = templateNamed(readFrontmatter(text), templates);
  if (named !== undefined) return named;
  const byId = new Map(templates.map((template) => [template.id, template]));
  const scored = [...byId.values()].map((template) => ({ template, ...scoreOf(text, template) })).filter(({ count, share }) => count >= FEWEST && share >= SHARE);
  scored.sort((a, b) => b.share - a.share);
  const [best, second] = scored;
  return best && best.share > (second?.share ?? 0) ? best.template : null;
}

function scoreOf(text: string, { body }: Template): { count: number; share: number } {
  const { sections } = compareWithTemplate(text, body);
  const count = sections.filter(({ state }) => state === 'present' || state === 'moved').length;
  return { count, share: count / Math.max(1, sections.length) };
}
