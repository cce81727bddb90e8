/** A plan's title inside the heading of its template, so that the word "plan" is not said twice. */
import { endOfLine, startOfLine } from '../text/line-index';
import type { Placeholder } from './placeholder';

/** "Plan" at the end of a title, with what belongs to it. Matches " implementation plan" of "Auth implementation plan"; not "Planning". */
const AT_END = /[\s–—:-]+(?:(?:implementation|project|feature)[\s-]+)?plan$/i;
/** The same in front. Matches "Implementation plan: ", "Plan for "; not "Plan B". */
const IN_FRONT = /^(?:(?:implementation|project|feature)[\s-]+)?plan(?:\s*[:–—-]\s*|\s+for\s+)/i;

/** The title as it stands in place of `slot`: "Auth" of "Auth Plan" where the heading says "Implementation Plan: " already. */
export function headingTitle(body: string, slot: Pick<Placeholder, 'from' | 'to'>, title: string): string {
  const around = body.slice(startOfLine(body, slot.from), slot.from) + body.slice(slot.to, endOfLine(body, slot.to));
  if (!/(?:^|[^\p{L}])plan(?![\p{L}])/iu.test(around)) return title;
  const short = title.replace(AT_END, '').replace(IN_FRONT, '').trim();
  return short === '' ? title : short;
}
