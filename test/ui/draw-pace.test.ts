// When things are drawn: storms of news make few drawings, the last of them with all news; what the user does is drawn in the next frame.
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import '../host/dom/install-dom';
import { DrawPace } from '../../src/ui/draw-pace';

let drawn: number[] = [];
let pace: DrawPace;
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'requestAnimationFrame', 'cancelAnimationFrame', 'performance'] });
  drawn = [];
  pace = new DrawPace(createDiv(), () => void drawn.push(performance.now()));
});
afterEach(() => {
  pace.stop();
  vi.useRealTimers();
});

test('500 changes in a second are drawn three times at most, the first at once, and the last change is drawn', () => {
  const start = performance.now();
  for (let change = 0; change < 500; change++) {
    pace.news();
    vi.advanceTimersByTime(2);
  }
  const last = performance.now();
  vi.advanceTimersByTime(2000);
  expect(drawn.length).toBeLessThanOrEqual(3);
  expect((drawn[0] ?? Infinity) - start).toBeLessThanOrEqual(20);
  expect(drawn.at(-1)).toBeGreaterThanOrEqual(last - 2);
});

test('news that come alone are each drawn in the next frame', () => {
  pace.news();
  vi.advanceTimersByTime(600);
  pace.news();
  vi.advanceTimersByTime(20);
  expect(drawn).toHaveLength(2);
});

test('what the user does does not wait for a storm to pass', () => {
  pace.news();
  vi.advanceTimersByTime(50);
  pace.news();
  pace.soon();
  pace.soon();
  vi.advanceTimersByTime(20);
  expect(drawn).toHaveLength(2);
});

test('nothing is drawn once it is stopped', () => {
  pace.news();
  pace.stop();
  pace.news();
  pace.stop();
  vi.advanceTimersByTime(2000);
  expect(drawn).toEqual([]);
});

test('moved to another window while a frame is awaited, it is drawn there', () => {
  const asked: string[] = [];
  const windowOf = (name: string): Window => ({ requestAnimationFrame: (run: () => void) => (asked.push(name), name === 'second' && run(), 1), cancelAnimationFrame: () => void asked.push(`not ${name}`) }) as unknown as Window;
  const el = { win: windowOf('first') };
  pace = new DrawPace(el as unknown as HTMLElement, () => void drawn.push(1));
  pace.soon();
  el.win = windowOf('second');
  pace.news();
  expect([asked, drawn]).toEqual([['first', 'not first', 'second'], [1]]);
});
