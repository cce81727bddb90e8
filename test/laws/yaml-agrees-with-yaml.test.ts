import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readWithOurs, readWithYaml, REFUSED_HERE } from '../support/yaml-oracle';
import { yamls } from './arbitrary-yaml';
import { runs } from './runs';

test('YAML is read as the yaml package reads it: same problems at the same places, same nodes, same texts', () => {
  fc.assert(fc.property(yamls, (source) => {
    const ours = readWithOurs(source);
    fc.pre(!(typeof ours === 'string' && REFUSED_HERE.test(ours)));
    expect(ours).toEqual(readWithYaml(source));
  }), runs(20_000));
});
