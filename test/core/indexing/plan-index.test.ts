// What the index is, whatever way it came about.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { PlanIndex } from '../../../src/core/indexing/plan-index';
import { contentsFromScratch, contentsOf, rowTexts } from '../../support/index-contents';

const PLAN = '---\ntype: plan\nstatus: Draft\n---\n# Sync\n\n## Verification\n\n- [ ] one\n- [x] two\n\n| Task | Priority |\n| --- | --- |\n| Ship | High |\n';

const line = fc.constantFrom('# Sync plan', '## Phase 1: A', '## Verification', '#### Automated', '- [ ] one', '- [ ] one', '- [x] two', '- [-] three', '', '```', '**Status:** Draft', '| Task | Priority |', '| --- | --- |', '| Ship | P1 |', '| Wait | Low |', '## Open questions', 'Just words.');
const text = fc.tuple(fc.constantFrom('', '---\ntype: plan\nstatus: In Progress\n---\n', '---\nopen\n', '\uFEFF'), fc.array(line, { maxLength: 12 }), fc.constantFrom('\n', '\r\n')).map(([head, lines, lineBreak]) => (head + lines.join('\n')).replace(/\n/g, lineBreak));
const path = fc.constantFrom('a.md', 'Plans/b.md', 'Plans/deep/c.md', 'Plan.md', '__proto__/constructor.md', 'toString.md');

type Step = { readonly put: string; readonly text: string } | { readonly remove: string } | { readonly rename: string; readonly to: string };
const step: fc.Arbitrary<Step> = fc.oneof(fc.record({ put: path, text }), fc.record({ remove: path }), fc.record({ rename: path, to: path }));

describe('laws', () => {
  test('after any puts, removals and renames it equals one built from the texts that are left', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 20 }), (steps) => {
        const index = new PlanIndex();
        const texts = new Map<string, string>();
        for (const each of steps) {
          if ('put' in each) {
            index.put(each.put, each.text);
            texts.set(each.put, each.text);
          } else if ('remove' in each) {
            index.remove(each.remove);
            texts.delete(each.remove);
          } else {
            const moved = texts.get(each.rename);
            if (moved === undefined || texts.has(each.to)) continue;
            texts.delete(each.rename);
            texts.set(each.to, moved);
            index.rename(each.rename, each.to);
            index.put(each.to, moved);
          }
        }
        expect(contentsOf(index)).toEqual(contentsFromScratch(texts));
      }),
      { numRuns: 300 },
    );
  });

  test('the order in which notes are put does not matter', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.tuple(path, text), { selector: ([at]) => at, maxLength: 6 }), (notes) => {
        expect(contentsFromScratch(notes)).toEqual(contentsFromScratch([...notes].reverse()));
      }),
    );
  });

  test('the same text again, also with other line ends or a byte order mark, keeps the revision', () => {
    fc.assert(
      fc.property(text, (content) => {
        const index = new PlanIndex();
        index.put('a.md', content);
        const { revision } = index;
        for (const same of [content, content.replace(/\r\n/g, '\n'), content.replace(/\r?\n/g, '\r\n'), `\uFEFF${content.replace(/^\uFEFF/, '')}`]) index.put('a.md', same);
        expect(index.revision).toBe(revision);
      }),
    );
  });

  test('a change of what is shown is a new revision', () => {
    const index = new PlanIndex();
    const seen = [index.revision];
    const note = (): void => void seen.push(index.revision);
    for (const change of [() => index.put('a.md', PLAN), () => index.put('a.md', PLAN.replace('[ ]', '[x]')), () => index.rename('a.md', 'b.md'), () => index.remove('b.md')]) {
      change();
      note();
    }
    expect(new Set(seen).size).toBe(seen.length);
  });

  test('removing or renaming what is not there changes nothing', () => {
    const index = new PlanIndex();
    index.put('a.md', PLAN);
    const { revision } = index;
    index.remove('b.md');
    index.rename('b.md', 'c.md');
    index.rename('a.md', 'a.md');
    expect([index.revision, index.size]).toEqual([revision, 1]);
  });
});

describe('notes', () => {
  test('a note without anything to show takes no place', () => {
    const index = new PlanIndex();
    index.put('a.md', 'Milk and bread.\n');
    expect(index.size).toBe(0);
    index.put('a.md', PLAN);
    index.put('a.md', 'Milk and bread.\n');
    expect(index.size).toBe(0);
  });

  test('a renamed note is shown under its new path at once, and titled by its file if it has no heading', () => {
    const index = new PlanIndex();
    index.put('old.md', '---\ntype: plan\n---\n');
    index.rename('old.md', 'Plans/new.md');
    expect(rowTexts(index, '', 'plans')).toEqual(['new']);
  });

  test('paths under a folder are not those of a folder with a longer name', () => {
    const index = new PlanIndex();
    for (const at of ['Plans/a.md', 'Plans/deep/b.md', 'Plans 2/c.md', 'Plans.md']) index.put(at, PLAN);
    expect([index.pathsUnder('Plans').sort(), index.pathsUnder('Plans.md')]).toEqual([['Plans/a.md', 'Plans/deep/b.md'], ['Plans.md']]);
  });

  test.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty'])('“%s” as path, heading, label, status, cell and column is a word like any other', (word) => {
    const before = Object.getOwnPropertyNames(Object.prototype);
    const index = new PlanIndex();
    const note = `---\ntype: plan\nstatus: ${word}\n${word}: ${word}\n---\n# ${word}\n\n## ${word}\n\n### Verification\n\n**${word}:**\n- [ ] ${word}\n\n| ${word} | Priority | Effort |\n| --- | --- | --- |\n| ${word} | High | ${word} |\n`;
    index.put(`${word}.md`, note);
    index.put(`${word}/${word}.md`, note);
    expect(rowTexts(index, `path:${word}`, 'verification', 'plan')).toEqual([word, word]);
    expect(rowTexts(index, `path:${word} -priority:${word} priority:high`, 'priorities')).toHaveLength(2);
    expect(rowTexts(index, `status:${word}`, 'plans')).toHaveLength(2);
    expect(Object.getOwnPropertyNames(Object.prototype)).toEqual(before);
  });

  test('it works with prototypes that can’t be written, as when they are frozen', () => {
    const prototypes: readonly object[] = [Object.prototype, Array.prototype, Map.prototype];
    const setWritable = (writable: boolean): void => {
      for (const prototype of prototypes) {
        for (const [name, property] of Object.entries(Object.getOwnPropertyDescriptors(prototype))) if ('value' in property && name !== 'length') Object.defineProperty(prototype, name, { ...property, writable });
      }
    };
    setWritable(false);
    try {
      const index = new PlanIndex();
      index.put('__proto__', PLAN);
      expect(rowTexts(index, '', 'verification')).toEqual(['one']);
    } finally {
      setWritable(true);
    }
  });
});

test('a note that says it is no plan shows nothing', () => {
  const index = new PlanIndex();
  const text = '# Implementation Plan\n\n## Verification\n\n- [ ] a\n';
  index.put('a.md', text);
  expect(index.size).toBe(1);
  index.put('a.md', `---\nplan: false\n---\n${text}`);
  expect(index.size).toBe(0);
});
