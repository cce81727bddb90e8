/**
 * Notes and what a person reads in them, side by side: `name.md` is the note, `name.txt` its reading. The reading's
 * first line, `read as docs/plans/search.md`, says where in a vault the note lies: folders and names are evidence.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readPlan } from '../../../src/core/plan/parse-plan';
import { readDetails } from '../../../src/core/plan/read-details';
import { describePlan } from '../../support/describe-plan';

const folder = new URL('../../golden/plan/', import.meta.url);
const names = readdirSync(folder).filter((name) => name.endsWith('.md'));

test.each(names)('%s', (name) => {
  const text = readFileSync(new URL(name, folder), 'utf8');
  const golden = readFileSync(new URL(name.replace(/md$/, 'txt'), folder), 'utf8');
  const path = /^read as (.+)/.exec(golden)?.[1] ?? name;
  const plan = readPlan(text, { path });
  expect(`read as ${path}\n${describePlan(plan, readDetails(plan))}`).toBe(golden);
});
