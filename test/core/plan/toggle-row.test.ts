// What a change log tells of a flag.
import { expect, test } from 'vitest';
import { readPlan } from '../../../src/core/plan/parse-plan';
import { describeToggle, isTicked, lastLoggedToggle } from '../../../src/core/plan/toggle-row';

const BLOCKED = { property: 'blocked', name: 'Blocked', to: null };

function told(...rows: string[]): boolean | null {
  return lastLoggedToggle(readPlan(`# P\n\n## Change Log\n\n${rows.map((row) => `- 2026-01-01: ${row}\n`).join('')}`).changeLog, BLOCKED);
}

test.each<[string[], boolean | null]>([
  [[], null],
  [['Created', 'Unblocked the pumps'], null],
  [['Blockedness'], null],
  [[describeToggle(BLOCKED, true)], true],
  [[describeToggle(BLOCKED, true), 'Pilot started'], true],
  [[describeToggle(BLOCKED, true), describeToggle(BLOCKED, false)], false],
  [['Blocked', 'No longer blocked', 'Blocked'], true],
  [['Blocked', 'No longer blocked — by Ops'], false],
  [['Blocked: yes', 'Blocked: no'], false],
  [['**Blocked:** No (Ops)'], false],
  [['Blocked – off'], false],
  [['Blocked by the vendor'], true],
  [['blocked'], true],
  [['Blocked: not by us'], true],
])('%j tells %s', (rows, expected) => {
  expect(told(...rows)).toBe(expected);
});

test('a note without a log tells nothing', () => {
  expect(lastLoggedToggle(null, BLOCKED)).toBeNull();
});

test.each([[true, true], ['true', true], ['TRUE', true], [false, false], ['yes', false], [null, false], [['true'], false], [1, false]])('the value %j: ticked is %s', (value, expected) => {
  expect(isTicked(value)).toBe(expected);
});
