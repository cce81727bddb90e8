/** The status word wherever a plan states its own: in its lines, headings and sections, and as a property. */
import type { Property } from '../markdown/frontmatter';
import type { MovablePlan } from '../plan/parse-plan';
import type { StatusSource } from '../plan/plan';
import type { StatusDefinition } from '../status/workflow';
import { type EditResult, edited, refused } from '../text/edit-result';
import type { PropertyValue } from './edit-frontmatter';

/** What is longer is prose that a move must not delete. */
const LONGEST_WORD = 60;
/** A name that means the same wherever it stands in a value. Matches "In Review"; not "a: b". */
const PLAIN_NAME = /^\p{L}[\p{L}\p{N} ]*$/u;

/** Changes of the places below the frontmatter that say something else; refused where a place holds more than a word. */
export function statusInText(plan: MovablePlan, to: StatusDefinition): EditResult {
  const isProse = ({ status, raw }: StatusSource): boolean => status === null && raw.length > LONGEST_WORD;
  const fixed = plan.statusSources.find((source) => isProse(source) || (source.kind !== 'property' && !source.isReplaceable));
  if (fixed) return refused('status-not-replaceable', `The status is no single word, but “${fixed.raw.slice(0, LONGEST_WORD)}”. Replace it with a word by hand, then try again.`);
  const others = plan.statusSources.filter(({ kind, status }) => kind !== 'property' && status !== to.id);
  return edited(...others.map((source) => ({ from: source.from, to: source.to, insert: needsBlank(plan.blocks.text, source) + to.name })));
}

/** The property, where the frontmatter has one that says something else, or the plan states no status at all. */
export function statusProperty(plan: MovablePlan, to: StatusDefinition): PropertyValue[] {
  const property = plan.frontmatter?.properties.get('status');
  if (!property) return plan.statusSources.length === 0 ? [{ key: 'status', value: to.name }] : [];
  const source = plan.statusSources.find(({ kind }) => kind === 'property');
  if (source?.status === to.id) return [];
  return [{ key: 'status', ...(source ? exchanged(plan.blocks.text, { property, source, name: to.name }) : { value: to.name }) }];
}

/** The property's text with another word in it: "✅ Complete (v2)" → "✅ Approved (v2)". What holds no word that can be taken out is exchanged as a whole. */
function exchanged(text: string, { property, source, name }: { property: Property; source: StatusSource; name: string }): Omit<PropertyValue, 'key'> {
  const said = typeof property.value === 'string' ? property.value : '';
  if (source.raw === '' || !source.isReplaceable) return { value: name };
  const isLiteral = text.slice(property.from, property.to) === said;
  const at = isLiteral ? source.from - property.from : said.indexOf(source.raw);
  const value = said.slice(0, at) + name + said.slice(at + source.raw.length);
  const part = { from: source.from, to: source.to, insert: name };
  return isLiteral && PLAIN_NAME.test(name) && value !== name ? { value, part } : { value };
}

/** `**Status:**` with nothing behind it: a blank goes before the word. */
function needsBlank(text: string, { from, to }: StatusSource): string {
  return from === to && /[:*_：]/.test(text.charAt(from - 1)) ? ' ' : '';
}

/** Whether every place says so. */
export function saysEverywhere({ status, statusSources }: MovablePlan, to: StatusDefinition): boolean {
  return status?.status === to.id && !status.conflict && statusSources.every((source) => source.status === to.id);
}
