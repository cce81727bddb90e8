import { describe, expect, test } from 'vitest';
import { scanBlocks } from '../../../src/core/markdown/scan-blocks';
import { readWarnings } from '../../../src/core/plan/read-warnings';
import { BUILT_IN_TEMPLATES } from '../../../src/core/template/builtin';
import { warningsAsCallouts } from '../../../src/core/template/callouts';
import { findPlaceholders } from '../../../src/core/template/placeholder';

const read = (text: string): unknown[] => readWarnings(scanBlocks(text)).map(({ kind, text: words }) => [kind, words]);

describe('warnings as callouts', () => {
  test.each([
    ['a critical warning', '<critical_warning>\n> **CRITICAL WARNING:** No downtime.\n</critical_warning>\n', '> [!warning] **CRITICAL WARNING**\n> No downtime.\n'],
    ['an important note over lines', 'a\n\n<important_note>\n> **IMPORTANT NOTE:** One\n> two.\n>\n> - three\n</important_note>\n\nb', 'a\n\n> [!important] **IMPORTANT NOTE**\n> One\n> two.\n>\n> - three\n\nb'],
    ['the mark alone on its line', '<critical_warning>\n> **CRITICAL WARNING**\n> Text\n</critical_warning>', '> [!warning] **CRITICAL WARNING**\n> Text'],
    ['without a mark, not quoted', '<critical_warning>\nText\n</critical_warning>', '> [!warning]\n> Text'],
    ['inside a list', '- a\n  <important_note>\n  > **IMPORTANT NOTE:** x\n  </important_note>', '- a\n  > [!important] **IMPORTANT NOTE**\n  > x'],
  ])('%s', (_name, before, after) => {
    expect(warningsAsCallouts(before)).toBe(after);
    if (before.includes('**')) expect(read(after)).toEqual(read(before));
    expect(warningsAsCallouts(after)).toBe(after);
  });

  test.each([
    ['never closed', '<critical_warning>\n> **CRITICAL WARNING:** x\n'],
    ['closed by another tag', '<critical_warning>\n> x\n</important_note>\n'],
    ['in code', '```html\n<critical_warning>\n> x\n</critical_warning>\n```\n'],
    ['within a sentence', 'The <critical_warning> tag and </critical_warning>\n'],
  ])('stays as it is: %s', (_name, text) => {
    expect(warningsAsCallouts(text)).toBe(text);
  });

  test.each(BUILT_IN_TEMPLATES.map(({ id, body }) => [id, body] as const))('the %s says the same and has the same slots in both forms', (_id, body) => {
    const callouts = warningsAsCallouts(body);
    expect(callouts).not.toMatch(/critical_warning|important_note/);
    expect(read(callouts)).toEqual(read(body));
    expect(findPlaceholders(callouts).map(({ name, style }) => [name, style])).toEqual(findPlaceholders(body).map(({ name, style }) => [name, style]));
  });

  test('the feature plan has three of them', () => {
    expect(read(warningsAsCallouts(BUILT_IN_TEMPLATES[0]?.body ?? ''))).toHaveLength(3);
  });
});
