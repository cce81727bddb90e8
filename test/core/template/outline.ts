/**
 * The structure of a template as text, without its explaining sentences: what a built-in must have in common with
 * the form it comes from. Two templates with one outline differ in wording only.
 */
import { findPlaceholders } from '../../../src/core/template/placeholder';

export function outlineOf(body: string): string {
  const lines = body.split('\n');
  return [
    section('headings', headings(lines)),
    section('header fields', headerFields(lines)),
    section('bold labels', lines.flatMap((line) => line.match(/\*\*[^*\n]+\*\*:?/g) ?? []).filter((label) => !label.includes('['))),
    section('list labels', lines.flatMap((line) => /^\s*- ([^[`*{]+:)$/.exec(line)?.[1] ?? [])),
    section('tables', tables(lines)),
    section('checklists', checklists(lines)),
    section('mermaid', fences(body, 'mermaid')),
    section('fences', lines.filter((line) => line.startsWith('```')).map((line, i) => (i % 2 === 0 ? line : '')).filter(Boolean)),
    section('warning and note blocks', lines.filter((line) => /^<\/?[a-z_]+>$/.test(line) || /^> \*\*[A-Z ]+:\*\*/.test(line)).map((line) => line.split(':**')[0] ?? '')),
    section('rules', [String(lines.filter((line) => line === '---').length)]),
    section('hard breaks', [String(lines.filter((line) => line.endsWith('  ')).length)]),
    section('line kinds', [lines.map(kindOf).join('')]),
    section('placeholders', placeholders(body)),
  ].join('\n');
}

function section(name: string, entries: readonly string[]): string {
  return [`[${name}]`, ...entries, ''].join('\n');
}

/** Headings with their slots reduced to the kind of bracket. */
function headings(lines: readonly string[]): string[] {
  return lines.filter((line) => /^#{1,6} /.test(line) && !line.startsWith('# Key') && !line.startsWith('# The few')).map(withoutSlots);
}

function headerFields(lines: readonly string[]): string[] {
  const end = lines.findIndex((line, i) => i > 0 && (line === '---' || line.startsWith('## ')));
  return lines.slice(0, end).flatMap((line) => /^(?:\*\*([A-Za-z ]+):\*\*|([A-Z][A-Za-z() ]+):) /.exec(line)?.slice(1).find(Boolean) ?? []);
}

function tables(lines: readonly string[]): string[] {
  return lines.flatMap((line, i) => {
    if (!/^\|[ |:-]+\|$/.test(line)) return [];
    const rows = lines.slice(i + 1).findIndex((row) => !row.startsWith('|'));
    const body = rows < 0 ? lines.slice(i + 1) : lines.slice(i + 1, i + 1 + rows);
    return [lines[i - 1] ?? '', line, ...body.filter((row) => row !== '').map(withoutSlots), ''];
  });
}

/** Runs of tasks with the label or heading above them. */
function checklists(lines: readonly string[]): string[] {
  const groups: { label: string; count: number }[] = [];
  let label = '';
  lines.forEach((line, i) => {
    if (/^\s*- \[ \] /.test(line)) {
      const last = groups.at(-1);
      if (last && /^\s*- \[ \] /.test(lines[i - 1] ?? '')) last.count++;
      else groups.push({ label, count: 1 });
    } else if (line.trim() !== '') label = withoutSlots(line.trim());
  });
  return groups.map((group) => `${group.count} under ${group.label}`);
}

function fences(body: string, language: string): string[] {
  return body.split('```' + language + '\n').slice(1).map((rest) => `${rest.split('\n```')[0] ?? ''}\n`);
}

function withoutSlots(text: string): string {
  return findPlaceholders(text).reduceRight((line, { from, to, style }) => line.slice(0, from) + `<${style}>` + line.slice(to), text);
}

/** One letter a line: heading, table, quote, task, item, ordered item, tag, fence, rule, paragraph, blank. */
function kindOf(line: string): string {
  const kinds: readonly [RegExp, string][] = [
    [/^$/, '.'], [/^#{1,6} /, 'h'], [/^\|/, 't'], [/^> /, 'q'], [/^- \[ \] /, 'x'], [/^\s+- \[ \] /, 'X'], [/^- /, 'i'], [/^\s+- /, 'I'], [/^\d+\. /, 'o'], [/^</, 'g'], [/^```/, 'f'], [/^---$/, 'r'],
  ];
  return kinds.find(([pattern]) => pattern.test(line))?.[1] ?? 'p';
}

/** Each slot's style, with a number that is the same for slots of the same name. */
function placeholders(body: string): string[] {
  const numbers = new Map<string, number>();
  return findPlaceholders(body).map(({ name, style, options }) => {
    if (!numbers.has(name)) numbers.set(name, numbers.size + 1);
    return `${style} ${numbers.get(name)}${options ? ` of ${options.join(', ')}` : ''}`;
  });
}
