import { expect, test } from 'vitest';
import { writeDateLike } from '../../../src/core/date/date-style';

test.each([
  [['2026-03-17'], '2026-04-02'],
  [['2026-03-17T09:00'], '2026-04-02'],
  [['2026/03/17'], '2026/04/02'],
  [['17.03.2026'], '02.04.2026'],
  [['7.3.2026'], '2.4.2026'],
  [['17.12.2026', '7.3.2026'], '2.4.2026'],
  [['March 17, 2026'], 'April 2, 2026'],
  [['March 05, 2026'], 'April 02, 2026'],
  [['March 17 2026'], 'April 2 2026'],
  [['Mar 17, 2026'], 'Apr 2, 2026'],
  [['Mar. 17, 2026'], 'Apr. 2, 2026'],
  [['Sept 7, 2026'], 'Apr 2, 2026'],
  [['June 7, 2026'], 'April 2, 2026'],
  [['May 7, 2026'], 'April 2, 2026'],
  [['May 7, 2026', 'Mar 3, 2026'], 'Apr 2, 2026'],
  [['17 Mar 2026'], '2 Apr 2026'],
  [['17 MAR 2026'], '2 APR 2026'],
  [['17 Mar 2026', 'March 05, 2026'], '2 Apr 2026'],
  [['17th March 2026'], '2nd April 2026'],
  [['March 1st, 2026'], 'April 2nd, 2026'],
  [['soon', ' 17 Mar 2026 '], '2 Apr 2026'],
  [['soon', '03/17/2026', '31.02.2026'], '2026-04-02'],
  [[], '2026-04-02'],
])('after %j the second of April is %j', (samples, written) => {
  expect(writeDateLike('2026-04-02', samples)).toBe(written);
});

test.each([[1, 'st'], [2, 'nd'], [3, 'rd'], [4, 'th'], [11, 'th'], [12, 'th'], [13, 'th'], [21, 'st'], [22, 'nd'], [23, 'rd'], [30, 'th']])('the %i%s', (day, ending) => {
  expect(writeDateLike(`2026-01-${String(day).padStart(2, '0')}`, ['5th May 2026'])).toBe(`${day}${ending} January 2026`);
});
