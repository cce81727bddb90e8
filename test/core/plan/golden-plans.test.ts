import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parsePlan } from '../../../src/core/plan/parse-plan';
import type { Plan } from '../../../src/core/plan/plan';

const folder = new URL('../../golden/plan/', import.meta.url);
const names = readdirSync(folder).filter((name) => name.endsWith('.md'));

/** What the reading says, for people; line numbers count from 1. */
function describePlan({ isPlan, title, status, tasks, tables, priorities, changeLog, diagnostics }: Plan): string {
  return [
    `${isPlan ? 'plan' : 'no plan'}: ${title ?? '(no title)'}`,
    `status: ${status ? `${status.raw} = ${status.status ?? '?'}${status.remark === '' ? '' : `, remark “${status.remark}”`} (${status.sources.map(({ kind }) => kind).join(', ')})` : 'none'}`,
    ...tasks.map((task) => `task ${task.line + 1}: ${task.state}, ${task.kind}${task.verification === null ? '' : `/${task.verification}`}, ${task.phase ?? 'no phase'}, ${task.label ?? 'no label'}: ${task.text}`),
    ...tables.map((table) => `table ${table.line + 1}: ${table.kind}: ${table.header.map(({ text }) => text).join(', ')}`),
    ...priorities.map((row) => `priority ${row.line + 1}: ${row.state}, ${row.title}, rank ${row.rank}, ${row.hours ?? '?'} h, ${row.when ?? 'any time'}`),
    ...(changeLog ? [`log: ${changeLog.form}, ${changeLog.order}`, ...changeLog.entries.map(({ line, date, change }) => `entry ${line + 1}: ${date}: ${change}`)] : []),
    ...diagnostics.map(({ code }) => `problem: ${code}`),
    '',
  ].join('\n');
}

test.each(names)('%s', (name) => {
  const text = readFileSync(new URL(name, folder), 'utf8');
  const golden = readFileSync(new URL(name.replace(/md$/, 'txt'), folder), 'utf8');
  expect(describePlan(parsePlan(text))).toBe(golden);
});
