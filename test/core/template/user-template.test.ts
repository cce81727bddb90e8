import { describe, expect, test } from 'vitest';
import { formatInstant } from '../../host/base/moment-format';
import { insertPlan } from '../../../src/core/edit/insert-plan';
import { templateFields } from '../../../src/core/template/form-fields';
import { instantiate, type Known } from '../../../src/core/template/instantiate';
import { noteName } from '../../../src/core/template/note-name';
import type { Template } from '../../../src/core/template/template';
import { LARGEST_TEMPLATE, readUserTemplate, templateId } from '../../../src/core/template/user-template';
import { applyChanges } from '../../../src/core/text/text-change';
import { ALL, CODE, PHASES, SPEC } from './own-templates';

const FRIDAY = new Date(2026, 2, 13, 9, 7);
const format = (pattern: string): string => formatInstant(FRIDAY, pattern);
const KNOWN: Known = { today: '2026-03-13', status: 'Draft', author: '', format };

function template(text: string, path = 'Templates/Plans/Our form.md'): Template {
  const read = readUserTemplate(path, text);
  if (!read.ok) throw new Error(read.refusal.message);
  return read.template;
}

function refusal(text: string, path = 'T/Broken.md'): string {
  const read = readUserTemplate(path, text);
  return read.ok ? '' : read.refusal.message;
}

/** The note that a template makes. */
function noteOf(text: string, known: Partial<Known> = {}, note = ''): string {
  const made = insertPlan(note, { at: note.length, ...instantiate(template(text), { ...KNOWN, ...known }) });
  if (!made.ok) throw new Error(made.refusal.message);
  return applyChanges(note, made.changes);
}

describe('what a file says about its template', () => {
  test('without frontmatter the file’s name is its name, and the whole text its body', () => {
    expect(template('# [Title]\n')).toEqual({ id: 'our-form', name: 'Our form', description: '', body: '# [Title]\n', path: 'Templates/Plans/Our form.md', properties: [] });
  });

  test('four keys tell about the template; all other properties go into its plans', () => {
    const { name, description, folder, namePattern, properties, body } = template('---\nname: Sprint\ndescription: "For a sprint: two weeks."\nfolder: Work/Sprints\nname-pattern: "{{date}} {{title}}"\nteam: Core\n---\n\n# [Title]\n');
    expect({ name, description, folder, namePattern, body }).toEqual({ name: 'Sprint', description: 'For a sprint: two weeks.', folder: 'Work/Sprints', namePattern: '{{date}} {{title}}', body: '# [Title]\n' });
    expect(properties).toEqual([{ key: 'team', value: 'Core', yaml: 'team: Core' }]);
  });

  test.each([['Our form', 'our-form'], ['  Größe & Maß (v2) ', 'größe-maß-v2'], ['計画', '計画'], ['---', 'template'], ['A_b.c', 'a-b-c']])('the id of a file called %j is %s', (name, id) => {
    expect(templateId(name)).toBe(id);
  });

  test('the id stays when the file moves', () => {
    expect(template('x\n', 'a/b/Form.md').id).toBe(template('x\n', 'Form.MD').id);
  });

  test('slots without quotes are text, not maps', () => {
    const { namePattern, properties } = template('---\nname-pattern: {{date}} {{title}}\nfor: {{title}}\n---\nx\n');
    expect([namePattern, properties[0]?.value]).toEqual(['{{date}} {{title}}', '{{title}}']);
  });
});

describe('a file that is no template is refused by its name', () => {
  test.each([
    ['an empty one', '', 'is empty'],
    ['one with blanks only', '\uFEFF \r\n\n', 'is empty'],
    ['one with nothing below its frontmatter', '---\nname: X\n---\n\n', 'no text below'],
    ['broken frontmatter', '---\nname: [\n---\nText\n', 'broken frontmatter (line '],
    ['frontmatter without end', '---\nname: X\n\n# Text\n', 'never closed'],
    ['a list as frontmatter', '---\n- a\n---\nText\n', 'broken frontmatter'],
    ['a key that stands twice', '---\na: 1\na: 2\n---\nText\n', 'stand twice'],
    ['properties that refer to each other', '---\na: &x 1\nb: *x\n---\nText\n', 'refer to each other'],
    ['a huge one', 'x'.repeat(LARGEST_TEMPLATE + 1), 'is too large'],
    ['one with far too many properties', `---\n${'a: 1\n'.repeat(10_000)}---\nText\n`, 'is too large'],
    ['a picture', '\u0089PNG\r\n\u001a\n\0\0\0\rIHDR', 'no text file'],
    ['bytes that are no UTF-8', '\uFFFD\uFFFD\uFFFDJFIF\uFFFD', 'no text file'],
  ])('%s', (_what, text, why) => {
    expect(refusal(text)).toContain('“T/Broken.md”');
    expect(refusal(text)).toContain(why);
  });
});

describe('a plan made from it', () => {
  test.each(Object.entries(ALL))('%s: every byte outside what is filled stays', (_name, text) => {
    const lf = text.replace(/\r\n/g, '\n');
    const dated = lf.replace(/YYYY-MM-DD|\[DATE\]|\{DATE\}/g, '2026-03-13').replace('Draft | In Review | Approved | In Progress | Completed', 'Draft').replace('{{title}}', 'Note');
    const body = instantiate(template(text), { ...KNOWN, noteName: 'Note' }).body;
    expect(body).toBe(dated);
    expect(noteOf(text, { noteName: 'Note' }).endsWith(`---\n\n${dated.replace(/\n$/, '')}\n`)).toBe(true);
    expect(noteOf(text, { noteName: 'Note' }, 'One\r\n').replace(/\r\n/g, '')).not.toMatch(/[\r\n]/);
  });

  test('has the template’s id and the usual properties, then those of the template', () => {
    expect(noteOf('---\nteam: Core\n---\n# A [Title]\n')).toMatch(/^---\ntype: plan\nstatus: Draft\nplan-template: our-form\ncreated: 2026-03-13\nupdated: 2026-03-13\nteam: Core\n---\n\n# A/);
  });

  test('a property of the template’s own stands in for the usual one', () => {
    expect(noteOf('---\nstatus: Idea\ncreated: "{{date:DD.MM.YYYY}}"\nplan-template: x\n---\nText [Name]\n')).toMatch(/^---\ntype: plan\nplan-template: our-form\nupdated: 2026-03-13\nstatus: Idea\ncreated: 13\.03\.2026\n---\n/);
  });

  test('lists, maps, quotes and comments of properties stay as they are written', () => {
    const yaml = 'tags: [a,   b]\nlinks:\n  - "[[{{title}}]]"\n  - x # why\nmeta: { a: 1 }\ntext: |\n  one\n  two\nquoted: \'it\'\'s\'';
    expect(noteOf(`---\nname: X\n${yaml}\n---\nText\n`, { title: 'Sync' })).toContain(`\n${yaml.replace('{{title}}', 'Sync')}\n---\n`);
  });

  test('a list joins the note’s own; with a value that YAML would not read so, it is written anew', () => {
    const text = '---\ntags: [a,  b] # ours\nfor: ["{{title}}", x]\n---\nText\n';
    expect(noteOf(text, {}, '---\ntags: [b, c]\n---\n')).toMatch(/^---\ntags: \[b, c, a\]\n/);
    expect(noteOf(text, { title: 'Sync' })).toContain('\ntags: [a,  b] # ours\nfor: ["Sync", x]\n---\n');
    expect(noteOf(text, { title: 'x: "y"' })).toContain('\ntags: [a,  b] # ours\nfor:\n  - "x: \\"y\\""\n  - x\n---\n');
  });

  test('what is filled in stands in the body and in the properties', () => {
    const made = noteOf('---\nowner: "[Owner]"\nissues: "[#123, #124]"\n---\n# Plan: {{title}}\n\nOwner: [Owner]\nIssues: [#123, #124]\n', { title: 'Sync plan', fills: new Map([['Owner', 'A: {{date}}'], ['#123, #124', '#4, #5']]) });
    expect(made).toContain('owner: "A: {{date}}"\nissues:\n  - "#4"\n  - "#5"\n---\n\n# Plan: Sync\n\nOwner: A: {{date}}\nIssues: #4, #5\n');
  });

  test('a note’s own properties go before the template’s', () => {
    const note = '---\nteam: Mine # really\n---\n';
    expect(noteOf('---\nteam: Core\nlist:\n  - a\n---\nText\n', {}, note)).toMatch(/^---\nteam: Mine # really\ntype: plan\n[^]*\nlist:\n {2}- a\n---\n/);
  });

  test('slots in properties are filled as values, whatever characters these have', () => {
    const made = noteOf('---\nauthor: "[Name]"\nfor: "{{title}}"\nwhen: YYYY-MM-DD\nstage: Draft | In Review | Approved\n---\n**Author:** [Name]\n', { author: 'A: "B" #c', title: 'x: [y] {{date}}' });
    expect(made).toContain('author: "A: \\"B\\" #c"\nfor: "x: [y] {{date}}"\nwhen: 2026-03-13\n');
    expect(made).toContain('**Author:** A: "B" #c\n');
  });
});

describe('the placeholders of Obsidian’s own', () => {
  test('date, time and title, in any format, case and place', () => {
    expect(instantiate(template('{{date}} {{Date:dddd, MMMM Do}} {{time}} {{ time:HH[h]mm }} {{title}}\n\n```\n{{title}} {{date:YYYY-[W]WW}}\n```\n'), { ...KNOWN, title: 'Sync' }).body).toBe('2026-03-13 Friday, March 13th 09:07 09h07 Sync\n\n```\nSync 2026-W11\n```\n');
  });

  test('without a title, the note’s name stands in; without either, the slot stays', () => {
    expect(instantiate(template('# {{title}}\n'), { ...KNOWN, noteName: 'Inbox' }).body).toBe('# Inbox\n');
    expect(instantiate(template('# {{title}}\n'), KNOWN).body).toBe('# {{title}}\n');
  });

  test('what is put in is not looked into again', () => {
    expect(instantiate(template('# {{title}}\n\nDate: YYYY-MM-DD\nOwner: [Name]\n'), { ...KNOWN, title: '{{date}} [Name] YYYY-MM-DD $& $1' }).body).toBe('# {{date}} [Name] YYYY-MM-DD $& $1\n\nDate: 2026-03-13\nOwner: [Name]\n');
  });

  test('date and time are not asked for, the title is', () => {
    const prefill = { today: '2026-03-13', status: 'Draft', author: '', nextId: () => null };
    const own = template('---\nmade: "{{date:DD.MM.YYYY}}"\nowner: "[Owner]"\n---\n# {{title}}\n\nOn: {{date}}, {{ time }}\nDue: YYYY-MM-DD\n');
    expect(templateFields(own, prefill).map(({ label }) => label)).toEqual(['Due', 'Owner']);
  });

  test('where the title stands is told, so that a preview can point at it', () => {
    const { body, places } = instantiate(template('# A: {{title}}\n\n{{date}} | x\n\n| {{title}} |\n| --- |\n'), { ...KNOWN, title: 'x|y' });
    expect(places.filter(({ name }) => name === 'title').map(({ from, to }) => body.slice(from, to))).toEqual(['x|y', 'x\\|y']);
  });

  test('code of other programs is text', () => {
    expect(instantiate(template(CODE), KNOWN).body).toBe(CODE);
  });

  test('the name of the note follows the pattern', () => {
    expect(noteName(template('---\nname-pattern: "{{date:YYYYMM}} {{title}}"\n---\nx\n').namePattern ?? '', { title: '{{date}}', format })).toBe('202603 {{date}}');
    expect([template(PHASES).namePattern, noteName('', { title: 'Sync', format })]).toEqual([undefined, 'Sync']);
  });
});

test('a template with CRLF and hard breaks keeps both blanks', () => {
  expect(template(SPEC).body).toContain('Plan ID: [PLAN-ID]  \nDate');
});
