import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { findPlaceholders } from '../../../src/core/template/placeholder';

const vault = fileURLToPath(new URL('../../demo-vault/', import.meta.url));
const notes = readdirSync(vault, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.md')).map((path) => path.replaceAll('\\', '/'));

test('of the demo vault’s notes only the fresh drafts have slots left', () => {
  const unfilled = notes.filter((path) => findPlaceholders(readFileSync(`${vault}/${path}`, 'utf8')).length > 0);
  expect(unfilled.sort()).toEqual(['Plans/Barcode scan.md', 'Plans/Inspection form editor.md', 'Plans/Tenant branding.md']);
});

test.each([
  ['Windows line ends throughout', 'Plans/Windows client.md', (text: string) => !/[^\r]\n/.test(text)],
  ['a byte order mark', 'Plans/Sensor pairing.md', (text: string) => text.startsWith('\ufeff')],
  ['no line break at the end', 'Inbox/Idea - voice notes.md', (text: string) => !text.endsWith('\n')],
])('the demo vault keeps a note with %s', (_, path, holds) => {
  expect(holds(readFileSync(`${vault}/${path}`, 'utf8'))).toBe(true);
});
