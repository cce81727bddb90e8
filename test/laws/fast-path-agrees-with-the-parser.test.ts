import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readFrontmatter, readWithParser } from '../../src/core/markdown/frontmatter';
import { frontmatterRange } from '../../src/core/markdown/frontmatter-range';
import { readPlainProperties } from '../../src/core/markdown/plain-properties';
import { plainYamls, yamls } from './arbitrary-yaml';
import { runs } from './runs';

test('what the fast path reads is what the parser reads: same properties, same places, no problem', () => {
  fc.assert(fc.property(fc.oneof({ weight: 3, arbitrary: plainYamls }, { weight: 1, arbitrary: yamls }), (inside) => {
    const text = `---\n${inside}\n---\n`;
    const range = frontmatterRange(text);
    const plain = range && readPlainProperties(text, range);
    fc.pre(plain !== null);
    expect({ range, properties: plain, problem: null }).toEqual(range && readWithParser(text, range));
    expect(readFrontmatter(text)?.problem).toBeNull();
  }), runs(20_000));
});
