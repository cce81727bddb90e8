// A user's template becomes a plan byte for byte: only whole slots are exchanged, and what goes in is not looked into.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { instantiate, type Known, titleSlot } from '../../src/core/template/instantiate';
import { findPlaceholders } from '../../src/core/template/placeholder';
import { readUserTemplate } from '../../src/core/template/user-template';
import { ALL } from '../core/template/own-templates';
import { runs } from './runs';

/** Every value that is put in stands between two characters that no template here has. */
const marked = (value: string): string => `\uE000${value}\uE001`;
const KNOWN: Known = { today: marked('[Name] {{date}}'), status: 'Draft', author: marked('{{title}}'), title: marked('YYYY-MM-DD {{time}}'), format: () => marked('{{date}} [Title]') };

const pieces = ['[Name]', '[DATE]', '{TITLE}', '{{date}}', '{{time:HH}}', '{{ title }}', '{{', '}}', '{{date', '{{x}}', 'Date: YYYY-MM-DD\n', '# ', '- [ ] ', '| ', '```\n', '`', '<% x %>', '---\n', '\n', '\n\n', '  \n', '\t', 'word ', 'é', '😀', '\ud800', '\u2028', '$&', '\\', '%%', ':', '"'];
const body = fc.oneof(
  fc.array(fc.constantFrom(...pieces), { maxLength: 60 }).map((parts) => parts.join('')),
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.tuple(fc.constantFrom(...Object.values(ALL)), fc.nat(2000), fc.constantFrom(...pieces)).map(([text, at, piece]) => text.slice(0, at) + piece + text.slice(at)),
).filter((text) => !/[\uE000\uE001]/.test(text));
const frontmatter = fc.oneof(fc.constant(''), fc.constantFrom('---\nname: Form\nteam: "[Team]"\n---\n', '---\nauthor: "[Name]"\n---\n\n', '---\n---\n'));

test('outside whole slots every byte of the template is in the plan, in order', () => {
  fc.assert(fc.property(frontmatter, body, (head, text) => {
    const read = readUserTemplate('T/x.md', head + text);
    fc.pre(read.ok);
    if (!read.ok) return;
    const original = read.template.body;
    const lf = text.replace(/\r\n?/g, '\n');
    expect(lf === original || lf.replace(/^\uFEFF/, '').endsWith(original)).toBe(true);
    const slots = new Map([...findPlaceholders(original), ...[titleSlot(original)].filter((slot) => slot !== null)].map(({ from, to }) => [from, [to]]));
    for (const { index, 0: source } of original.matchAll(/\{\{\s*(?:date|time|title)\s*(?::[^\n\r]*?)?\}\}/gi)) slots.set(index, [...(slots.get(index) ?? []), index + source.length]);
    let at = [0];
    for (const [n, kept] of instantiate(read.template, KNOWN).body.split(/\uE000[^\uE001]*\uE001/).entries()) {
      if (n > 0) at = at.flatMap((place) => slots.get(place) ?? []);
      // The status of a list of options is the one value that is not marked.
      at = at.filter((place) => original.startsWith(kept, place) || kept.includes('Draft')).map((place) => place + kept.length);
      if (kept.includes('Draft')) return;
    }
    expect(at).toContain(original.length);
  }), runs(1000));
});

test('the frontmatter’s other properties say in the plan what they say in the template', () => {
  const word = fc.stringMatching(/^[a-z][a-z ]{0,8}[a-z]$/).filter((key) => !['name', 'description', 'folder', 'type', 'status', 'created', 'updated'].includes(key));
  fc.assert(fc.property(fc.uniqueArray(fc.tuple(word, fc.oneof(word, fc.constantFrom('1', '"x: y"', '[a, b]', '\n  - a\n  - b', '|\n  a\n\n  b', '{ a: 1 }', '~'))), { selector: ([key]) => key, maxLength: 6 }), (pairs) => {
    const lines = pairs.map(([key, value]) => `${key}: ${value}`);
    const read = readUserTemplate('T/x.md', `---\nname: X\n${lines.map((line) => `${line}\n`).join('')}---\nText\n`);
    if (!read.ok) throw new Error(read.refusal.message);
    expect(instantiate(read.template, KNOWN).properties.slice(5).map(({ yaml }) => yaml)).toEqual(lines);
  }), runs(300));
});

test.each(['{{', '{{date}}', '{{date', '{{ ', '}}', 'a: 1\n', '[Name] ', '\uFFFD '])('the largest template, of %j, is read to its end', (piece) => {
  const text = piece.repeat(Math.floor(490_000 / piece.length));
  for (const each of [text, `---\n${piece === 'a: 1\n' ? text : 'a: 1\n'}---\nText ${text}`]) {
    const read = readUserTemplate('T/x.md', each.slice(0, 500_000));
    if (read.ok) expect(instantiate(read.template, KNOWN).body.length).toBeGreaterThan(0);
  }
}, 20_000);
