import { describe, expect, test } from 'vitest';
import { addMissingProperties, setProperty } from '../../../src/core/edit/edit-frontmatter';
import { frontmatterRange } from '../../../src/core/markdown/frontmatter-range';
import type { EditResult } from '../../../src/core/text/edit-result';
import { applyChanges } from '../../../src/core/text/text-change';

/** The note after the edit, or the code of the refusal in angle brackets. */
function outcome(text: string, result: EditResult): string {
  return result.ok ? applyChanges(text, result.changes) : `<${result.refusal.code}>`;
}

function setStatus(text: string, value = 'Done'): string {
  return outcome(text, setProperty(text, 'status', value));
}

/** What stands between the two `---`, before and after setting `status` to "Done". */
test.each([
  ['plain', 'status: Draft', 'status: Done'],
  ['two words', 'status: In Review', 'status: Done'],
  ['comment behind', 'status: Draft # by hand', 'status: Done # by hand'],
  ['comment with blanks before it', 'status: Draft    # by hand', 'status: Done    # by hand'],
  ['comment above', '# the status\nstatus: Draft', '# the status\nstatus: Done'],
  ['double quotes', 'status: "Draft"', 'status: "Done"'],
  ['double quotes with escapes', 'status: "Dr\\u0061ft\\n"', 'status: "Done"'],
  ['double quotes and comment', 'status: "Draft" # c', 'status: "Done" # c'],
  ['single quotes', "status: 'Draft'", "status: 'Done'"],
  ['single quotes with an escape', "status: 'It''s'", "status: 'Done'"],
  ['value with a hash', 'status: a#b', 'status: Done'],
  ['quoted value with a hash', 'status: "a # b"', 'status: "Done"'],
  ['emoji', 'status: ✅ Complete', 'status: Done'],
  ['number', 'status: 3', 'status: Done'],
  ['date', 'status: 2026-01-01', 'status: Done'],
  ['boolean', 'status: true', 'status: Done'],
  ['tilde', 'status: ~', 'status: Done'],
  ['null', 'status: null', 'status: Done'],
  ['url', 'status: http://x.y/z', 'status: Done'],
  ['empty', 'status:', 'status: Done'],
  ['empty with a blank', 'status: ', 'status: Done'],
  ['empty with a comment', 'status: # todo', 'status: Done # todo'],
  ['empty with a distant comment', 'status:   # todo', 'status: Done  # todo'],
  ['empty between others', 'a: 1\nstatus:\nb: 2', 'a: 1\nstatus: Done\nb: 2'],
  ['empty double quotes', 'status: ""', 'status: "Done"'],
  ['trailing blanks', 'status: Draft   ', 'status: Done   '],
  ['many blanks before the value', 'status:    Draft', 'status:    Done'],
  ['tab before the value', 'status:\tDraft', 'status:\tDone'],
  ['blank before the colon', 'status : Draft', 'status : Done'],
  ['other case', 'Status: Draft', 'Status: Done'],
  ['upper case', 'STATUS: Draft', 'STATUS: Done'],
  ['exact spelling wins over other case', 'Status: a\nstatus: b', 'Status: a\nstatus: Done'],
  ['quoted key', '"status": Draft', '"status": Done'],
  ['single-quoted key', "'status': Draft", "'status': Done"],
  ['value on the next line', 'status:\n  Draft', 'status:\n  Done'],
  ['beside a flow list', 'tags: [a, b]\nstatus: Draft', 'tags: [a, b]\nstatus: Done'],
  ['beside a block list', 'tags:\n  - a\n  - b # c\nstatus: Draft', 'tags:\n  - a\n  - b # c\nstatus: Done'],
  ['beside a flush list', 'tags:\n- a\nstatus: Draft', 'tags:\n- a\nstatus: Done'],
  ['beside a literal block', 'note: |\n  status: Old\n  ---\nstatus: Draft', 'note: |\n  status: Old\n  ---\nstatus: Done'],
  ['beside a folded block', 'note: >-\n  a\n\n  b\nstatus: Draft', 'note: >-\n  a\n\n  b\nstatus: Done'],
  ['beside a map', 'owner:\n  status: inner\nstatus: Draft', 'owner:\n  status: inner\nstatus: Done'],
  ['beside an anchor and its alias', 'a: &x 1\nb: *x\nstatus: Draft', 'a: &x 1\nb: *x\nstatus: Done'],
  ['beside duplicates of another key', 'a: 1\na: 2\nstatus: Draft', 'a: 1\na: 2\nstatus: Done'],
  ['beside a quoted colon', 'a: "b: c"\nstatus: Draft', 'a: "b: c"\nstatus: Done'],
  ['beside a tagged value', 'a: !!str 1\nstatus: Draft', 'a: !!str 1\nstatus: Done'],
  ['beside a key with blanks', 'due date: x\nstatus: Draft', 'due date: x\nstatus: Done'],
  ['beside a template slot in quotes', 'a: "{{date}}"\nstatus: Draft', 'a: "{{date}}"\nstatus: Done'],
  ['blank lines', '\nstatus: Draft\n\n', '\nstatus: Done\n\n'],
  ['missing', 'a: 1', 'a: 1\nstatus: Done'],
  ['missing, comment last', 'a: 1\n# end', 'a: 1\n# end\nstatus: Done'],
  ['missing, literal block last', 'a: |\n  x', 'a: |\n  x\nstatus: Done'],
  ['missing, kept block last', 'a: |+\n  x\n', 'a: |+\n  x\n\nstatus: Done'],
  ['missing, only inside another', 'a:\n  status: x', 'a:\n  status: x\nstatus: Done'],
  ['only a comment', '# nothing yet', '# nothing yet\nstatus: Done'],
  ['flow list', 'status: [a, b]', '<property-not-plain>'],
  ['block list', 'status:\n  - a', '<property-not-plain>'],
  ['map', 'status:\n  a: b', '<property-not-plain>'],
  ['literal block', 'status: |\n  Draft', '<property-not-plain>'],
  ['plain over two lines', 'status: In\n  Review', '<property-not-plain>'],
  ['double quotes over two lines', 'status: "In\n  Review"', '<property-not-plain>'],
  ['anchor', 'status: &s Draft\nb: *s', '<property-not-plain>'],
  ['alias', 'a: &s Draft\nstatus: *s', '<property-not-plain>'],
  ['tag', 'status: !!str Draft', '<property-not-plain>'],
  ['template slot', 'status: {{status}}', '<property-not-plain>'],
  ['undefined alias elsewhere', 'a: *nowhere\nstatus: Draft', '<property-not-plain>'],
  ['duplicate', 'status: Draft\nstatus: Done', '<property-duplicate>'],
  ['duplicate in other case', 'Status: Draft\nSTATUS: Done', '<property-duplicate>'],
  ['end mark of YAML, missing key', 'a: 1\n...', '<property-not-plain>'],
  ['two documents', 'a: 1\n...\nstatus: Draft', '<property-not-plain>'],
  ['no blank after the colon', 'status:Draft', '<frontmatter-broken>'],
  ['colon in a plain value', 'title: a: b\nstatus: Draft', '<frontmatter-broken>'],
  ['unclosed quote', 'a: "b\nstatus: Draft', '<frontmatter-broken>'],
  ['unclosed flow list', 'a: [b\nstatus: Draft', '<frontmatter-broken>'],
  ['tab indentation', 'a:\n\tb: 1\nstatus: Draft', '<frontmatter-broken>'],
  ['odd indentation', 'a: 1\n b: 2\nstatus: Draft', '<frontmatter-broken>'],
  ['bare @', 'a: @x\nstatus: Draft', '<frontmatter-broken>'],
  ['text without a key', 'status: Draft\njust text', '<frontmatter-broken>'],
  ['scalar alone', 'just text', '<frontmatter-broken>'],
  ['list alone', '- status: Draft', '<frontmatter-broken>'],
  ['flow map', '{status: Draft}', '<frontmatter-broken>'],
  ['percent directive', '%x\nstatus: Draft', '<frontmatter-broken>'],
])('status in frontmatter: %s', (_name, inside, after) => {
  const note = `---\n${inside}\n---\n# Plan\n`;
  expect(setStatus(note)).toBe(after.startsWith('<') ? after : `---\n${after}\n---\n# Plan\n`);
  const mac = note.replace(/\n/g, '\r\n');
  expect(setStatus(mac)).toBe(after.startsWith('<') ? after : `---\n${after}\n---\n# Plan\n`.replace(/\n/g, '\r\n'));
});

describe('the frontmatter as a whole', () => {
  test.each([
    ['none', '# Plan', '---\nstatus: Done\n---\n# Plan'],
    ['none, empty note', '', '---\nstatus: Done\n---\n'],
    ['none, CRLF', '# Plan\r\n', '---\r\nstatus: Done\r\n---\r\n# Plan\r\n'],
    ['none, byte order mark', '\uFEFF# Plan\n', '\uFEFF---\nstatus: Done\n---\n# Plan\n'],
    ['byte order mark', '\uFEFF---\nstatus: Draft\n---\n', '\uFEFF---\nstatus: Done\n---\n'],
    ['empty', '---\n---\n# Plan', '---\nstatus: Done\n---\n# Plan'],
    ['blanks behind the marks', '---  \nstatus: Draft\n---\t\nx', '---  \nstatus: Done\n---\t\nx'],
    ['nothing below it', '---\nstatus: Draft\n---', '---\nstatus: Done\n---'],
    ['not at the top', '\n---\nstatus: Draft\n---\n', '---\nstatus: Done\n---\n\n---\nstatus: Draft\n---\n'],
    ['a thematic break first', '---\n\nText', '---\nstatus: Done\n---\n---\n\nText'],
    ['four hyphens', '----\nstatus: Draft\n----\n', '---\nstatus: Done\n---\n----\nstatus: Draft\n----\n'],
    ['unclosed', '---\nstatus: Draft\n# Plan\n', '<frontmatter-unclosed>'],
    ['closed by dots alone', '---\nstatus: Draft\n...\n# Plan\n', '<frontmatter-unclosed>'],
    ['lines that end in CR alone', '---\rstatus: Draft\r---\rx', '<frontmatter-broken>'],
  ])('%s', (_name, before, after) => {
    expect(setStatus(before)).toBe(after);
  });

  test('a refusal names the line and the reason', () => {
    const result = setProperty('---\na: 1\ntitle: a: b\n---\n', 'status', 'x');
    expect(result).toMatchObject({ ok: false, refusal: { code: 'frontmatter-broken' } });
    expect(result.ok ? '' : result.refusal.message).toMatch(/line 3: Nested mappings/);
  });
});

test.each([
  ['a: b', '"a: b"'],
  ['#x', '"#x"'],
  ['a #x', '"a #x"'],
  ['yes', 'yes'],
  ['null', '"null"'],
  ['~', '"~"'],
  ['1.0', '"1.0"'],
  ['0x10', '"0x10"'],
  ['5', '5'],
  ['true', 'true'],
  ['- x', '"- x"'],
  ['[x]', '"[x]"'],
  ['{x}', '"{x}"'],
  ['*x', '"*x"'],
  ['&x', '"&x"'],
  ['!x', '"!x"'],
  ['%x', '"%x"'],
  ['@x', '"@x"'],
  ['"x"', '"\\"x\\""'],
  ["'x'", '"\'x\'"'],
  [' x', '" x"'],
  ['x ', '"x "'],
  ['two\nlines', '"two\\nlines"'],
  ['a\\b', 'a\\b'],
  ["it's", "it's"],
  ['$&', '$&'],
  ['2026-11-20', '2026-11-20'],
  ['---', '---'],
  ['', '""'],
])('the value %j is written so that it reads back', (value, written) => {
  expect(setStatus('---\nstatus: Draft\n---\n', value)).toBe(`---\nstatus: ${written}\n---\n`);
});

test.each([
  ['plain', 'status: Draft', 'Draft'],
  ['double quotes', 'status: "Draft"', 'Draft'],
  ['an escape', 'status: "Dr\\u0061ft"', 'Draft'],
  ['single quotes', "status: 'Draft'", 'Draft'],
  ['a number', 'status: 1.0', '1'],
  ['empty', 'status:', ''],
])('the same value again changes nothing: %s', (_name, inside, value) => {
  expect(setProperty(`---\n${inside}\n---\n`, 'status', value)).toEqual({ ok: true, changes: [] });
});

test('a line break cannot go into single quotes', () => {
  expect(setStatus("---\nstatus: 'Draft'\n---\n", 'a\nb')).toBe('<property-not-plain>');
});

describe('adding what is missing', () => {
  const wanted = [{ key: 'type', value: 'plan' }, { key: 'status', value: 'Draft' }];
  test.each([
    ['nothing there', '# Plan', '---\ntype: plan\nstatus: Draft\n---\n# Plan'],
    ['one there in other case', '---\nStatus: Done # mine\n---\n', '---\nStatus: Done # mine\ntype: plan\n---\n'],
    ['both there', '---\ntype: x\nstatus:\n---\n', '---\ntype: x\nstatus:\n---\n'],
    ['empty frontmatter', '---\n---\nx', '---\ntype: plan\nstatus: Draft\n---\nx'],
    ['CRLF', '---\r\na: 1\r\n---\r\nx', '---\r\na: 1\r\ntype: plan\r\nstatus: Draft\r\n---\r\nx'],
    ['broken', '---\na: b: c\n---\n', '<frontmatter-broken>'],
    ['unclosed', '---\na: b\n', '<frontmatter-unclosed>'],
    ['behind an end mark', '---\na: b\n...\n---\n', '<property-not-plain>'],
  ])('%s', (_name, before, after) => {
    expect(outcome(before, addMissingProperties(before, wanted))).toBe(after);
  });

  test('what is there keeps every byte', () => {
    const before = '---\ntags: [a,  b]   # odd\n\n"x":  \'y\'\n---\nbody';
    const after = outcome(before, addMissingProperties(before, wanted));
    const yamlTo = frontmatterRange(before)?.yamlTo ?? 0;
    expect(after).toBe(`${before.slice(0, yamlTo)}type: plan\nstatus: Draft\n${before.slice(yamlTo)}`);
  });
});

describe('joining lists', () => {
  const wanted = [{ key: 'tags', value: ['plan', 'a', 'plan', 'x, y'] }];
  test.each([
    ['nothing there: a line each', 'x', '---\ntags:\n  - plan\n  - a\n  - x, y\n---\nx'],
    ['in brackets', '---\ntags: [a,  b] # mine\n---\n', '---\ntags: [a,  b, plan, "x, y"] # mine\n---\n'],
    ['in brackets over lines, with a last comma', '---\ntags: [\n  a, # one\n  "b",\n]\nz: 1\n---\n', '---\ntags: [\n  a, # one\n  "b", plan, "x, y",\n]\nz: 1\n---\n'],
    ['empty brackets', '---\ntags: []\n---\n', '---\ntags: [plan, a, "x, y"]\n---\n'],
    ['no value yet', '---\ntags:\nb: 1\n---\n', '---\ntags: [plan, a, "x, y"]\nb: 1\n---\n'],
    ['a line each', '---\ntags:\n    - a # one\n    - 1.50 # two\nb: 1\n---\n', '---\ntags:\n    - a # one\n    - 1.50 # two\n    - plan\n    - x, y\nb: 1\n---\n'],
    ['a line each, not indented, CRLF', '---\r\ntags:\r\n- b\r\n---\r\n', '---\r\ntags:\r\n- b\r\n- plan\r\n- a\r\n- x, y\r\n---\r\n'],
    ['items that are no text', '---\ntags: [{k: v}, a]\n---\n', '---\ntags: [{k: v}, a, plan, "x, y"]\n---\n'],
    ['all there', '---\nTags: [a, plan, "x, y"]\n---\n', '---\nTags: [a, plan, "x, y"]\n---\n'],
    ['a value that is no list wins', '---\ntags: mine\n---\n', '---\ntags: mine\n---\n'],
    ['an alias wins', '---\na: &t [q]\ntags: *t\n---\n', '---\na: &t [q]\ntags: *t\n---\n'],
    ['twice there', '---\ntags: [b]\ntags: [c]\n---\n', '<property-not-plain>'],
  ])('%s', (_name, before, after) => {
    const result = addMissingProperties(before, wanted);
    expect(outcome(before, result)).toBe(after);
    if (result.ok) expect(addMissingProperties(after, wanted)).toEqual({ ok: true, changes: [] });
  });

  test('a text does not touch the note’s list, an empty list is written as one', () => {
    const before = '---\ntags: [a]\n---\n';
    expect(outcome(before, addMissingProperties(before, [{ key: 'tags', value: 'plan' }, { key: 'owners', value: [] }]))).toBe('---\ntags: [a]\nowners: []\n---\n');
  });
});
