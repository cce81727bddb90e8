/** Random YAML as it stands between `---` and `---`: the forms people write, alone, nested, and broken. */
import fc from 'fast-check';

const keys = ['a', 'b', 'status', 'due date', 'A', '"q"', "'s'", 'a-b.c', '1', 'null', '漢', '[x]', '*x', '&k a', '? a', '<<', '"q: r"'];
const values = [
  '', 'x', 'two words', '1', '1.50', '0x1F', '2026-01-01', 'true', 'null', '~', '.inf', '+12e3', 'x # c', 'x#y', '# c', 'http://x.y/z', 'a: b', 'a:b', 'a :b', ':', '"x"', '"x" # c', '"x"y', '"x: y, [z]"', '"\\t\\u0041\\x41\\q"', '"\\U00110000"',
  "'x'", "'it''s'", "'x' 'y'", '"', "'", '"x', '[]', '[a, b]', '[a, "b, c", \'d\']', '[a, ]', '[a,, b]', '[, a]', '[a', '[a b: c, d]', '[[a], {b: c}]', '[a]x', '[a] # c', '[a]#c', '{}', '{a: 1, b}', '{a: 1', '{"a":1}', '{a:1, ? b : c}',
  '[[link]]', '"[[link]]"', '"[[a|b]]"', '{{slot}}', '&x y', '*x', '*y', '& y', '&x', '&x &y z', '!!str 1', '!t x', '! x', '!!binary eA==', '!<tag:x,1:y> z', '!a!b c', '!!', '!!str x', '&x [a]', '@x', '`x`', '%x', ', x', '> x', '| x', '? x', '- x', '-', '-x', '?x',
  '|\n  x\n  y', '>\n  x\n  y\n\n  z\n    deep\n  w', '|-\n  x', '>-\n  x\n\n', '|+\n  x\n\n', '|2\n    x', '|\nx', '|\n   x\n  y', '|\n\n    \n  x', '>1-\n  x', '|x\n  y', '| # c\n  x', '|#c\n  x', '|\n  \tx', '>\n\n  a\n  \tb\n  c',
  '\n  x', '\n  x\n  y', 'x\n  y', 'x\n\n  y', '"x\n  y"', '"x\n\n  y\\\n  z  \n "', "'x\n  y'", '"x\ny"', '[a,\n  b]', '[a,\nb]', '[\n  a\n]', '{a: 1,\n  b: 2}', '\n  - x\n  - y', '\n- x\n- y', '\n  - x\n - y', '\n - x\n  - y', '\n  -\n  - x', '\n  - x # c\n  # d\n  - y\n', '\n# c\n  - x',
  '\n  - a: 1\n    b: 2\n  - c', '\n  - - x\n    - y', '\n  -x', '\n  - x\n  y: z', '\n  b: 1\n  c: 2', '\n  b: 1\n   c: 2', '\n\tb: 1', '\n  \tb: 1', '\n  b:\n    - c\n    - d: e', '\n  "k": v', '\n  ? k\n  : v', '\t x', 'x\t', 'x\t# c', '\n  - \tx', '\n  - x\t', '\n   # c\n', '\n\n', '\n  &x\n  b: 1', '\n  !!map\n  b: 1', ' &x\n  - y', '&x - y', '\n\t', '\n  x # c\n  y', '\r', 'x\ry',
];
const lines = ['', ' ', '\t', '# c', '  # c', '\t# c', 'text', '- x', '  - x', '  x', '[a]', '---', '--- x', '...', '%YAML 1.2', '%x', '? x', ': x', '  : x', '? - a\n: - b', '&x', '!!str', '}', ']', '"a": "b"', '\uFEFFa: 1', '{a: 1}', '|', 'a: b: c'];

const entries = fc.oneof(
  { weight: 6, arbitrary: fc.tuple(fc.constantFrom(...keys), fc.constantFrom(': ', ': ', ': ', ':', ' : ', ':\t', ':  '), fc.constantFrom(...values)).map((parts) => parts.join('')) },
  { weight: 1, arbitrary: fc.constantFrom(...lines) },
);

function indented(entry: string, depth: number): string {
  return entry.replace(/^(?=[^\r\n])/gm, ' '.repeat(depth));
}

const nested = fc.tuple(fc.constantFrom('k:', 'k:', '-', 'k: &n', 'k: !t'), fc.array(entries, { minLength: 1, maxLength: 3 }), fc.constantFrom(0, 1, 2, 2, 2, 4)).map(([head, inside, depth]) => `${head}\n${inside.map((entry) => indented(entry, depth)).join('\n')}`);

const fragments = fc.constantFrom('a', 'b c', ': ', ':', '- ', '-', '\n', '\n', '\n  ', '\n    ', ' ', '[', ']', '{', '}', ', ', ',', '"', "'", "''", '#', ' # c', '&x ', '*x', '!!str ', '!t', '|', '>-', '|2+', '\t', '? ', '?', '\\', '\\u0061', '\\n', '---', '...', '\r\n', '\r', '%', '@', '`', '~', '1.50', 'null', '\x02', '\x18', '\x1f', '\uFEFF', 'é', '\u2028', '<<');

const fromEntries = fc.array(fc.oneof({ weight: 4, arbitrary: entries }, { weight: 1, arbitrary: nested }), { maxLength: 5 }).map((all) => all.join('\n'));
const fromFragments = fc.array(fragments, { maxLength: 24 }).map((parts) => parts.join(''));

/** YAML, sound and broken, with LF or CRLF. */
export const yamls = fc
  .tuple(fc.oneof({ weight: 3, arbitrary: fromEntries }, { weight: 2, arbitrary: fromFragments }, { weight: 1, arbitrary: fc.tuple(fromEntries, fromFragments).map(([a, b]) => `${a}${b}`) }), fc.constantFrom('', '\n'), fc.boolean())
  .map(([yaml, end, isWindows]) => (isWindows ? (yaml + end).replace(/\r?\n/g, '\r\n') : yaml + end));

const plainKeys = fc.constantFrom('a', 'b', 'status', 'due date', 'B', 'k-1.x', 'Élan', 'a ');
const plainValues = fc.constantFrom('', ' ', 'x', 'two words', '1.50', '~', 'null', 'x # c', 'x #c', '# c', '  # c', 'a#b', 'a:b', 'http://x', '-1', '--', '---', '"q"', '"q" # c', '"a: b # c"', '"\\u0041\\n"', '"\\q"', "'it''s'", "''", '""', '[]', '[ ]', '[a, b]', '[a, "b, c", \'d\', ]', '[[[link]]]', '[[a, b], {c: d}]', '[null, ""]', '{}', '{a: 1, "b c": [x], }', '{a: "b"} # c', '[a]# c', '[a] # c', '[a b, -c]', '[a:b, c]', '[http://x]', '[a #c]', '"[[n|m]]"', '{{x}}', 'x ', 'x\t', '|', '>-', '|+', '>', '|-', 'x: y', 'é', '\u2028', 'it\'s "so"', 'a, b', 'a ]', '?', '-', '*', '"open', "'open", '"open\\', '"open  ', "'it''s", '[a,', '"x" y');
const plainLines = fc
  .tuple(fc.constantFrom(0, 0, 0, 0, 1, 2, 2, 2, 3, 4, 4, 6), fc.constantFrom('', '', '', '', '- ', '- ', '-', '-  ', '- - '), fc.oneof({ weight: 4, arbitrary: fc.tuple(plainKeys, fc.constantFrom(': ', ': ', ':', ':  ', ' : ', ':\t'), plainValues).map((parts) => parts.join('')) }, { weight: 2, arbitrary: plainValues }, { weight: 1, arbitrary: plainKeys.map((key) => `${key}:`) }))
  .map(([indent, marker, rest]) => ' '.repeat(indent) + marker + rest);
/** Text that blocks are made of. */
const textLines = fc.constantFrom('', '', '  ', '  text', '  text', '    deeper', '  # no comment', '   odd', ' one', '  - x', '\t', '  \tx', '  two words', '  more "', "  more '", '  more \\', '  a: b', '  x #c', '  end" # c', "  it''s", '    "x"', '  [', 'text');

/** Lines in the ways people write properties, some of them at the wrong place. */
export const plainYamls = fc
  .tuple(fc.array(fc.oneof({ weight: 6, arbitrary: plainLines }, { weight: 2, arbitrary: textLines }), { maxLength: 8 }), fc.boolean())
  .map(([all, isWindows]) => all.join(isWindows ? '\r\n' : '\n'));
