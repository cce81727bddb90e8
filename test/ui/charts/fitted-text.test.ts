import { expect, test } from 'vitest';
import { fitted } from '../../../src/ui/charts/fitted-text';

test.each([
  ['Short', 100, 'Short'],
  ['Implementation Plan: Auth rewrite', 104, 'Implementation…'],
  ['数据库迁移计划与回滚方案', 104, '数据库迁移计划…'],
  ['😀😀😀😀😀😀😀😀😀😀', 60, '😀😀😀😀…'],
  ['', 10, ''],
  ['x', 1, '…'],
])('%s in %d units: %s', (text, width, shown) => {
  expect(fitted(text, width)).toBe(shown);
});
