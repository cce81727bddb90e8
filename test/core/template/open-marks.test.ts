import { describe, expect, test } from 'vitest';
import { noteFields } from '../../../src/core/template/form-fields';
import { findPlaceholders } from '../../../src/core/template/placeholder';

const names = (text: string): string[] => findPlaceholders(text).map(({ from, to }) => text.slice(from, to));

describe('what says in a plan that something is still open', () => {
  const BODY = '## Task 1: Read\n\n- Owner: [TBD]\n- Expected: [N] tests pass, effort [TBD] days\n- Wait for [TODO]\n';

  test.each([
    ['by its heading', `# Sync Implementation Plan\n\n${BODY}`],
    ['in German', `# Umsetzungsplan: Sync\n\n${BODY}`],
    ['by its type', `---\ntype: plan\n---\n# Sync\n\n${BODY}`],
    ['by its template', `---\nplan-template: own\n---\n${BODY}`],
  ])('a plan %s', (_name, text) => {
    expect(names(text)).toEqual(['[TBD]', '[N]', '[TBD]', '[TODO]']);
    expect(new Set(noteFields(text).map(({ id }) => id)).size).toBe(4);
  });

  test('variables and dates too', () => {
    expect(names('---\ntype: plan\n---\n# Sync\n\n[TODO]\n\nFor {{x}}, released on YYYY-MM-DD by {{team}}.\n')).toEqual(['[TODO]', '{{x}}', 'YYYY-MM-DD', '{{team}}']);
  });

  test.each([
    ['an ordinary note', `# Sync\n\n${BODY.replace('Owner: [TBD]', 'x')}For {{x}}, on YYYY-MM-DD and [N].\n`],
    ['a tag', '# Auth plan\n\n- [TODO] Write the tests\n- [ ] [TODO]: write the tests\n'],
    ['code', '# Auth plan\n\nRead `list[N]`, list[N] and `{{x}}`.\n\n```\n[TBD]\n{{x}} YYYY-MM-DD\n```\n'],
    ['what explains a form', '# Auth plan\n\nThe date format is YYYY-MM-DD, and files are named YYYY-MM-DD.\n'],
    ['a link', '# Auth plan\n\n[TBD](https://x.example) and [N][n]\n\n[n]: https://x.example\n'],
    ['a heading that only begins so', `# Planning\n\n- Wait for [TODO]\n`],
    ['no type of plan', '---\ntype: planet\n---\n- Wait for [TODO]\n'],
  ])('not in %s', (_name, text) => {
    expect(names(text)).toEqual([]);
  });
});
