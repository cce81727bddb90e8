/**
 * A user's own template, read from a Markdown file: four keys of its frontmatter tell about the template, all others
 * become properties of the plans made from it, the text below is their body. What can't be read is refused by name.
 */
import { frontmatterProblem, frontmatterValues } from '../markdown/frontmatter';
import { type FrontmatterRange, frontmatterRange, isFrontmatterUnclosed } from '../markdown/frontmatter-range';
import { type Refusal, refused } from '../text/edit-result';
import { visible } from './note-path';
import type { Template, TemplateProperty } from './template';

export type UserTemplate = { readonly ok: true; readonly template: Template } | { readonly ok: false; readonly refusal: Refusal };

/** Bytes, or characters: more is no template but a mistake. */
export const LARGEST_TEMPLATE = 500_000;
const LARGEST_FRONTMATTER = 20_000;
const TOO_LARGE = 'is too large';
/** What no text holds, and what stands for bytes that are none. Matches "\0", "\uFFFDa\uFFFD"; not one "\uFFFD" alone. */
const BINARY = /\0|\uFFFD[^]{0,3}\uFFFD/;
/** What tells about the template; and what every plan gets of its own. */
const OWN_KEYS: ReadonlySet<string> = new Set(['name', 'description', 'folder', 'name-pattern', 'plan-template']);

/** The template in a file's text. Never throws; linear in the length of the text. */
export function readUserTemplate(path: string, text: string): UserTemplate {
  const parts = takeApart(text);
  if ('problem' in parts) return unreadable(path, parts.problem);
  const { pairs, body } = parts;
  const told = (key: string): string => textOf(pairs.find((pair) => pair.key.toLowerCase() === key)?.value).trim();
  const fileName = baseName(path);
  const [folder, namePattern] = [told('folder'), told('name-pattern')];
  const template: Template = {
    id: templateId(fileName),
    name: visible(told('name')) || visible(fileName),
    description: visible(told('description')),
    body,
    path,
    properties: pairs.filter(({ key }) => !OWN_KEYS.has(key.toLowerCase())),
    ...(folder !== '' && { folder }),
    ...(namePattern !== '' && { namePattern }),
  };
  return { ok: true, template };
}

/** Why a note's text can't be a template, as the rest of a sentence; null when it can. */
export function templateProblem(text: string): string | null {
  const parts = takeApart(text);
  return 'problem' in parts ? parts.problem : null;
}

/** The refusal of a file that is not even read: it is too large. */
export function tooLargeTemplate(path: string): Extract<UserTemplate, { ok: false }> {
  return unreadable(path, TOO_LARGE);
}

/** "Phased plan" → "phased-plan": what the plans made from it say. */
export function templateId(fileName: string): string {
  const words = fileName.normalize('NFC').toLowerCase().match(/[\p{L}\p{N}\p{M}]+/gu);
  return words?.join('-') ?? 'template';
}

function unreadable(path: string, why: string): Extract<UserTemplate, { ok: false }> {
  return refused('template-unreadable', `The template “${visible(path)}” ${why}. It is left out.`);
}

function takeApart(text: string): { readonly pairs: readonly TemplateProperty[]; readonly body: string } | { readonly problem: string } {
  const unfit = unfitness(text);
  if (unfit !== null) return { problem: unfit };
  const plain = withSlotsQuoted((text.startsWith('\uFEFF') ? text.slice(1) : text).replace(/\r\n?/g, '\n'));
  const problem = problemOf(plain);
  if (problem !== null) return { problem };
  const range = frontmatterRange(plain);
  const pairs = range ? readPairs(plain, range) : [];
  if (pairs === null) return { problem: 'has properties that stand twice or refer to each other' };
  // The blank line below the frontmatter is one in the plan too.
  const body = range ? plain.slice(range.next).replace(/^\n/, '') : plain;
  return body.trim() === '' ? { problem: 'has no text below its frontmatter' } : { pairs, body };
}

/** What makes the text none to be read at all, as the rest of a sentence; null when there is nothing. */
function unfitness(text: string): string | null {
  if (text.length > LARGEST_TEMPLATE) return TOO_LARGE;
  if (BINARY.test(text)) return 'is no text file';
  return text.replace('\uFEFF', '').trim() === '' ? 'is empty' : null;
}

/** What is wrong with the frontmatter, likewise. */
function problemOf(text: string): string | null {
  if (isFrontmatterUnclosed(text)) return 'has frontmatter that is never closed with a line “---”';
  const range = frontmatterRange(text);
  if (range && range.yamlTo - range.yamlFrom > LARGEST_FRONTMATTER) return TOO_LARGE;
  const problem = range && frontmatterProblem(text, range);
  return problem ? `has broken frontmatter (${problem})` : null;
}

/** `title: {{title}}` is a map of maps to YAML, and `{{date}} {{title}}` nothing at all; as they are meant, they are text. */
function withSlotsQuoted(text: string): string {
  const range = frontmatterRange(text);
  if (!range) return text;
  // Matches "title: {{title}}", "name-pattern: {{date}} {{title}}"; not "title: \"{{title}}\"".
  const yaml = text.slice(range.yamlFrom, range.yamlTo).replace(/^([\w-]+:[ \t]+)(\{\{[^\n"\\#]*\}\}[^\n"\\#]*)$/gm, '$1"$2"');
  return text.slice(0, range.yamlFrom) + yaml + text.slice(range.yamlTo);
}

/** The properties with their own lines each; null when one of them says something else alone than among the others. */
function readPairs(text: string, range: FrontmatterRange): TemplateProperty[] | null {
  const values = frontmatterValues(text.slice(range.from, range.to));
  const sources = splitProperties(text.slice(range.yamlFrom, range.yamlTo));
  if (values?.length !== sources.length || new Set(values.map(([key]) => key.toLowerCase())).size < values.length) return null;
  const pairs: TemplateProperty[] = [];
  for (const [at, yaml] of sources.entries()) {
    const [key, json] = values[at] ?? ['', ''];
    const alone = frontmatterValues(`---\n${yaml}\n---\n`);
    if (alone?.length !== 1 || alone[0]?.[0] !== key || alone[0][1] !== json) return null;
    const value: unknown = JSON.parse(json);
    pairs.push({ key, yaml, value: Array.isArray(value) && value.every(isPlain) ? value.map(String) : isPlain(value) ? String(value) : '' });
  }
  return pairs;
}

function isPlain(value: unknown): value is string | number | boolean {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
}

function textOf(value: TemplateProperty['value'] | undefined): string {
  return typeof value === 'string' ? value : '';
}

/** The lines of each property, comments below it included; what stands above the first one is left out. */
function splitProperties(yaml: string): string[] {
  const sources: string[][] = [];
  for (const line of yaml.replace(/\n$/, '').split('\n')) {
    // Matches "key: value", "\"key\": x"; not "  more", "- item", "# comment", "]", "".
    const isKey = /^[^\s#\-\]}]|^-\S/.test(line);
    if (isKey) sources.push([line]);
    else sources.at(-1)?.push(line);
  }
  return sources.map((lines) => lines.join('\n').trimEnd());
}

function baseName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1).replace(/\.md$/i, '');
}
