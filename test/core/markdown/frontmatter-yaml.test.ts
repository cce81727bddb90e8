import { describe, expect, test } from 'vitest';
import { nodeValue } from '../../../src/core/markdown/frontmatter-node';
import { readYaml } from '../../../src/core/markdown/frontmatter-yaml';
import { readWithOurs, readWithYaml } from '../../support/yaml-oracle';

describe('problems, as the yaml package words and places them', () => {
  test.each([
    ['nested mapping', 'a: b: c', 'Nested mappings are not allowed in compact mappings'],
    ['odd indentation', 'a: 1\n b: 2', 'Nested mappings are not allowed'],
    ['less indentation', '  a: 1\n b: 2', 'Unexpected scalar at node end'],
    ['less indented list item', 'a:\n  - x\n - y', 'A block sequence may not be used as an implicit map key'],
    ['text without a key', 'a: 1\ntext', 'Implicit map keys need to be followed by map values'],
    ['key at another column', 'a:\n   b: 1\n  c: 2', 'All mapping items must start at the same column'],
    ['key over lines', 'a: 1\n"b\n c": 2', 'Implicit keys need to be on a single line'],
    ['long key', `a: 1\n${'k'.repeat(1025)}: 2`, 'The : indicator must be at most 1024 chars'],
    ['long key in a list', `a: [${'k'.repeat(1025)}: 2]`, 'The : indicator must be at most 1024 chars'],
    ['list on the line of its key', 'a: - x', 'Unexpected block-seq-ind on same line with key'],
    ['tab as indentation', 'a:\n\tb: 1', 'Tabs are not allowed as indentation'],
    ['unclosed list', 'a: [x', 'Flow sequence in block collection must be sufficiently indented'],
    ['unclosed map', '{x', 'Flow map must end with a }'],
    ['missing comma', 'a: [{b: c}\n  {d: e}]', 'Missing , or : between flow sequence items'],
    ['two commas', 'a: [x,, y]', 'Unexpected , in flow sequence'],
    ['comma first', 'a: [, x]', 'Unexpected , in flow sequence'],
    ['block in flow', 'a: [\n- x\n]', ''],
    ['colon without blank', 'a: {b :c}', ''],
    ['unclosed double quote', 'a: "x', 'Missing closing "quote'],
    ['unclosed single quote', "a: 'x", "Missing closing 'quote"],
    ['wrong escape', 'a: "\\q"', 'Invalid escape sequence \\q'],
    ['text behind quotes', 'a: "x"y', 'Unexpected scalar at node end'],
    ['comment without blank', 'a: "x"#c', 'Comments must be separated'],
    ['reserved character', 'a: @x', 'Plain value cannot start with reserved character @'],
    ['wrong block header', 'a: |x\n  y', 'Block scalar header includes extra characters: |x'],
    ['comment in block header without blank', 'a: |#c\n  y', ''],
    ['block that is not indented', 'a: |\nx', ''],
    ['two anchors', 'a: &x &y z', 'A node can have at most one anchor'],
    ['two tags', 'a: !x !y z', 'A node can have at most one tag'],
    ['anchor on an alias', 'a: &x *x', 'An alias node must not specify any properties'],
    ['anchor without a name', 'a: & x', 'Anchor cannot be an empty string'],
    ['alias without a name', 'a: * x', 'Alias cannot be an empty string'],
    ['anchor without a blank', 'a: &x[y]', ''],
    ['unknown tag handle', 'a: !x!y z', 'Could not resolve tag: !x!y'],
    ['tag without a name', 'a: !! z', 'The !! tag has no suffix'],
    ['tag with a wrong escape', 'a: !!%C3 z', 'URIError: URI malformed'],
    ['verbatim tags', 'a: !<!> z', "Verbatim tags aren't resolved"],
    ['verbatim tag without an end', 'a: !<x z', 'Verbatim tags must end with a >'],
    ['anchor before a list on its line', 'a: &x\n- y', ''],
    ['list as a key', '- a\n: b', ''],
    ['end mark twice', 'a: 1\n...\n...', ''],
    ['text behind the end mark', 'a: 1\n... x', ''],
    ['map on the line of a start mark', '--- a: 1', 'Block collection cannot start on same line'],
  ])('%s', (_name, source, message) => {
    const { problem } = readYaml(source);
    expect(problem?.message ?? 'none').toContain(message);
    expect(readWithOurs(source)).toEqual(readWithYaml(source));
  });

  test.each(['%YAML 1.2\n--- # c\na: 1', 'a: 1\n...\n%x', 'a: !!binary eA==', 'a: !!set {b}', 'a: !<tag:yaml.org,2002:timestamp> 2026-01-01'])('refused here alone: %j', (source) => {
    expect(readYaml(source).problem).not.toBeNull();
    expect(typeof readWithYaml(source)).not.toBe('string');
  });
});

test.each([
  'a: &x [1, {b: *x}]\n? c\n? [d]\n: *x', '[a, ? b : c, d: e, {f: , g}, : h]', 'a: !!str 1\nb: ! x\nc: !t\nd: !<u> v', 'a: .inf\nb: -.inf\nc: .nan\nd: 0o17\ne: 1e3', '&m\na: !!map\n  b: !!seq\n    - &n\n    - !!null ~', 'a: >1-\n  x\n y', '- - a\n  - b\n-\n  c', '|\nx', '# c', '--- # c', 'a: "x\\\r\n  y\\\n  \t z"', 'a: "\\x41\\U0001F600 \t\n\n  b"',
])('nodes as of the yaml package: %j', (source) => {
  expect(readWithOurs(source)).toEqual(readWithYaml(source));
  expect(typeof readWithOurs(source)).not.toBe('string');
});

test('what a node says tells maps, lists, aliases and texts apart', () => {
  expect(nodeValue(readYaml('a: [x, 1, null]\nb: &y {c: *y}\n? d').root)).toEqual({ pairs: [['a', ['x', 1, null]], ['b', { pairs: [['c', { alias: 'y' }]] }], ['d', null]] });
});

test.each([['[', 'a: '], ['{b: ', 'a: '], ['- ', 'a:\n '], ['? ', ''], ['{? ', '']])('any depth of %j is a problem, not an overflow', (open, before) => {
  expect(readYaml(before + open.repeat(20_000)).problem).not.toBeNull();
});

test.each([
  ['keys', 'a: 1\n'], ['items', '- x\n'], ['blank text', '  \n'], ['comments', '  # c\n'], ['anchors', 'a: &x *x\n'], ['tabs', '\tb: 1\n'], ['quotes', 'a: "x\n'], ['colons', ': '], ['escapes', '"\\u0041'],
])('time grows with the length: %s', (_name, unit) => {
  const time = (count: number): number => {
    const source = unit.repeat(count);
    const start = performance.now();
    readYaml(source);
    return performance.now() - start;
  };
  time(2000);
  expect(time(40_000)).toBeLessThan(Math.max(2000, 40 * time(4000)));
});
