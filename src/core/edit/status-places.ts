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

/** Changes of the places below the frontmatter that say something else; refused where any place holds more than a word. */
export function statusInText(plan: MovablePlan, to: StatusDefinition): EditResult {
  const { text } = plan.blocks;
  const others = plan.statusSources.filter(({ status }) => status !== to.id);
  const isProse = ({ status, raw }: StatusSource): boolean => status === null && raw.length > LONGEST_WORD;
  const fixed = others.find((source) => isProse(source) || !source.isReplaceable);
  if (fixed) return refused('status-not-replaceable', `The status is no single word, but “${shown(text, fixed)}”. Write one word there, with what else is to be said behind a dash or in brackets, then try again.`);
  const inText = others.filter(({ kind }) => kind !== 'property');
  return edited(...inText.map((source) => ({ from: source.from, to: source.to, insert: spaced(text, source, to.name) })));
}

/** What stands in the place: the words around a word that is part of a sentence too. */
function shown(text: string, { from, to, remark, raw }: StatusSource): string {
  const said = raw === '' ? text.slice(from, to) : `${raw}${remark === '' ? '' : ` ${remark}`}`;
  return said.length > LONGEST_WORD ? `${said.slice(0, LONGEST_WORD)}…` : said;
}

/** The property, where the frontmatter has one that says something else, or the plan states no status at all. */
export function statusProperty(plan: MovablePlan, to: StatusDefinition): PropertyValue[] {
  const property = plan.frontmatter?.properties.get('status');
  if (!property) return plan.statusSources.length === 0 ? [{ key: 'status', value: to.name }] : [];
  const source = plan.statusSources.find(({ kind }) => kind === 'property');
  if (source?.status === to.id) return [];
  return [{ key: 'status', ...(source ? exchanged(plan.blocks.text, { property, source, name: to.name }) : { value: to.name }) }];
}

/** The property's text with another word in it: "✅ Complete (v2)" → "✅ Approved (v2)". Where nothing is chosen yet, all that offers something is exchanged. */
function exchanged(text: string, { property, source, name }: { property: Property; source: StatusSource; name: string }): Omit<PropertyValue, 'key'> {
  const said = typeof property.value === 'string' ? property.value : '';
  const isLiteral = text.slice(property.from, property.to) === said;
  if (source.raw === '' && (!isLiteral || source.to > source.from || said === '')) return { value: name };
  const written = isLiteral ? spaced(text, source, name) : name;
  const at = isLiteral ? source.from - property.from : said.indexOf(source.raw);
  const value = said.slice(0, at) + written + said.slice(at + source.raw.length);
  const part = { from: source.from, to: source.to, insert: written };
  return isLiteral && PLAIN_NAME.test(name) && value !== name ? { value, part } : { value };
}

/** The word with a blank between it and what it comes next to in an empty place: `**Status:**`, `<!-- choose one -->`. */
function spaced(text: string, { from, to }: StatusSource, name: string): string {
  if (from < to) return name;
  return (/[:*_：]/.test(text.charAt(from - 1)) ? ' ' : '') + name + (text.charAt(to) === '<' ? ' ' : '');
}

/** Whether every place says so. */
export function saysEverywhere({ status, statusSources }: MovablePlan, to: StatusDefinition): boolean {
  return status?.status === to.id && !status.conflict && statusSources.every((source) => source.status === to.id);
}
