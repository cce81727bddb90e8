import { expect, test } from 'vitest';
import { compareVersions, isSameVersion, nextVersion } from '../../../src/core/plan/version';

test.each([
  ['1', '2'],
  ['1.2', '1.3'],
  ['1.9', '1.10'],
  ['2.0.9', '2.0.10'],
  ['v3', 'v4'],
  ['V1.0', 'V1.1'],
  ['r7', 'r8'],
  ['Rev. 4', 'Rev. 5'],
  ['Version 2', 'Version 3'],
  ['**1.2**', '**1.3**'],
  ['`v2`', '`v3`'],
  ['[1.0.0]', '[1.0.1]'],
  ['1.09', '1.10'],
  ['001', '002'],
  [' 1.2 ', '1.3'],
  ['', ''],
  ['draft', ''],
  ['1.x', ''],
  ['1.2-beta', ''],
  ['1.2 (draft)', ''],
  ['1.2.', ''],
  ['2026.03', ''],
  ['2026-03-17', ''],
  ['2026', ''],
  ['v2026.1', ''],
  ['1,2', ''],
  ['12345678901', ''],
])('after %j comes %j', (version, next) => {
  expect(nextVersion(version)).toBe(next);
});

test.each([
  ['1.2', 'v1.2', true],
  ['**1.2**', '1.2', true],
  ['1.2', '1.3', false],
  ['1.2', '1.2-beta', false],
  ['draft', 'draft', false],
])('%j and %j are one version: %j', (one, other, isSame) => {
  expect(isSameVersion(one, other)).toBe(isSame);
});

test.each([
  ['1.10', '1.9', 1],
  ['v2', '1.9', 1],
  ['1.0', '1.0.1', -1],
  ['1.0', '1', 0],
  ['draft', '1', 0],
])('%j against %j: %i', (one, other, sign) => {
  expect(Math.sign(compareVersions(one, other))).toBe(sign);
});
