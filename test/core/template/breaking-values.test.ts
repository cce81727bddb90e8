import { describe, expect, test } from 'vitest';
import { scanBlocks } from '../../../src/core/markdown/scan-blocks';
import { fillNote } from '../../../src/core/template/fill-note';
import { noteFields } from '../../../src/core/template/form-fields';
import { instantiate } from '../../../src/core/template/instantiate';
import { applyChanges } from '../../../src/core/text/text-change';

function filled(text: string, value: string): string {
  const result = fillNote(text, new Map(noteFields(text).map(({ id }) => [id, value])));
  return result.ok ? applyChanges(text, result.changes) : `<${result.refusal.message}>`;
}

const TABLE = '# T\n\nOwner|Day\n---|---\n[Owner]|y\n';

describe('values that would break what is around them', () => {
  test.each([
    ['a last backslash in a compact table', '# T\n\n|a|b|\n|-|-|\n|[Owner]|x|\n', 'a\\', '# T\n\n|a|b|\n|-|-|\n|a\\ |x|\n'],
    ['a pipe in a table without outer ones', TABLE, 'a|b', TABLE.replace('[Owner]', 'a\\|b')],
    ['marks behind words', '# T\n\nAsk [Owner] first.\n', '# - ```', '# T\n\nAsk # - ``` first.\n'],
    ['a number that starts no list', '# T\n\n[Owner]\n', '-5 °C', '# T\n\n-5 °C\n'],
    ['a tag', '# T\n\n[Owner]\n', '#ops', '# T\n\n#ops\n'],
    ['a heading mark in a task', '# T\n\n- [ ] [Owner]\n', '# a', '# T\n\n- [ ] # a\n'],
    ['marks in a heading', '# [Title]\n', '- a', '# - a\n'],
  ])('%s: safe', (_name, before, value, after) => {
    expect(filled(before, value)).toBe(after);
  });

  test.each([
    [TABLE, '# h'], [TABLE, '- l'], [TABLE, '> q'], [TABLE, '1. l'],
    ['# T\n\n[Owner]\n\nmore\n', '```'], ['# T\n\n[Owner]\n\nmore\n', '~~~'], ['# T\n\n[Owner]\n\nmore\n', '<!-- a'], ['# T\n\n> - [Owner]\n\nmore\n', '%%'], ['# T\n\n[Owner]\n\nmore\n', '$$'],
    ['# T\n\nText\n[Owner]\n', '---'], ['# T\n\nText\n[Owner]\n', '==='], ['# T\n\n[Owner]\n', '* * *'], ['# T\n\n[Owner]\n', '<script>'],
    ['---\nowner: x\n# T\nText, [Owner]\n[Owner]\nrest\n', '---'],
  ])('refused, and the field is named: %j with “%s”', (text, value) => {
    expect(filled(text, value)).toContain(`can’t be “${value}” at the start of a line`);
    expect(filled(text, value)).toMatch(/^<“Owner[^”]*” can’t/);
  });

  test('of a new plan they are made text', () => {
    const made = (value: string): string => instantiate({ id: 'own', name: 'Own', description: '', body: '# T\n\n{TEAM}\n\n---\n\nend\n', properties: [] }, { today: '2026-03-14', status: 'Draft', author: '', fills: new Map([['TEAM', value]]) }).body;
    const kinds = (text: string): number => scanBlocks(text).leaves.length;
    for (const value of ['# a', '```', '<!-- a', '- a', '1. a', '---', '%%']) expect([value, kinds(made(value))]).toEqual([value, kinds(made('a'))]);
    expect([made('1. a').slice(5, 11), made('- a').slice(5, 10)]).toEqual(['1\\. a\n', '\\- a\n']);
  });
});

test.each([['lines', '[Name] x\n'], ['one line', '[Name] x ']])('very many slots are filled, in %s', { timeout: 60_000 }, (_name, piece) => {
  const result = fillNote(`# P [Title]\n\n${piece.repeat(130_000)}`, new Map([['Name', 'x']]));
  expect(result.ok && result.changes.length).toBe(130_000);
});
