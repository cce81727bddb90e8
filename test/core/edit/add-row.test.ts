// What a new row of a table starts with: the next id where rows are numbered, and nothing that nobody chose.
import { expect, test } from 'vitest';
import { rowForm } from '../../../src/core/edit/add-row';
import { targetLine } from '../../../src/core/text/line-target';

function valuesOf(header: string, first: readonly string[]): Readonly<Record<string, string>> | string {
  const text = [`| ${header} | Task |`, '| --- | --- |', ...first.map((cell) => `| ${cell} | x |`)].join('\n');
  const form = rowForm(text, targetLine(text, 2));
  return form.ok ? form.form.values : form.refusal.message;
}

test.each([
  ['Priority', ['P0', 'P1', 'P3'], {}],
  ['Prio', ['1', '2'], {}],
  ['Severity', ['S1', 'S2'], {}],
  ['Priorität', ['P1'], {}],
  ['Hours', ['3', '4'], {}],
  ['#', ['1', '2'], { '#': '3' }],
  ['No.', ['01', '02'], { 'No.': '03' }],
  ['ID', ['P1', 'P2'], { ID: 'P3' }],
  ['Finding', ['F-1', 'F-7'], { Finding: 'F-8' }],
])('below “%s”: %j', (header, first, values) => {
  expect(valuesOf(header, first)).toEqual(values);
});
