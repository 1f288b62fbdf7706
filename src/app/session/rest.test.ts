import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { isAtRest, rest, type Touched, watchTouches } from './rest.ts';

const page = new EventTarget();
watchTouches(page as Touched);
/** A pointer or fingers do something, as far as this page cares. */
const hear = (name: string, more: object = {}) => page.dispatchEvent(Object.assign(new Event(name), more));

// One clock for all of them: it must not start anew, because the page remembers when it was touched.
beforeAll(() => void vi.useFakeTimers());
beforeEach(() => void vi.advanceTimersByTime(60_000));
afterAll(() => void vi.useRealTimers());

test.each([
  ['keydown'],
  ['wheel'],
  ['scroll'],
  ['dragover'],
  ['pointermove', { buttons: 0 }],
  ['pointerup', { buttons: 0 }],
  ['pointercancel', { buttons: 0 }],
  ['touchend', { touches: [] }],
])('for a moment after a %s nothing is at rest', (name, more: object = {}) => {
  expect(isAtRest()).toBe(true);
  hear(name, more);
  vi.advanceTimersByTime(1_400);
  expect(isAtRest()).toBe(false);
  vi.advanceTimersByTime(100);
  expect(isAtRest()).toBe(true);
});

test('a finger that lies on the screen is not at rest, also when the browser has begun to scroll', () => {
  hear('pointerdown', { buttons: 1 });
  hear('touchstart', { touches: [{}] });
  hear('pointercancel', { buttons: 0 });
  vi.advanceTimersByTime(9_000);
  expect(isAtRest()).toBe(false);
  hear('touchend', { touches: [] });
  vi.advanceTimersByTime(1_500);
  expect(isAtRest()).toBe(true);
});

test('a mouse button that is held is not at rest; one that was let go elsewhere is, after the next move', () => {
  hear('pointerdown', { buttons: 1 });
  vi.advanceTimersByTime(9_000);
  expect(isAtRest()).toBe(false);
  hear('pointermove', { buttons: 0 });
  vi.advanceTimersByTime(1_500);
  expect(isAtRest()).toBe(true);
});

test('what would move the page can wait for rest', async () => {
  hear('keydown');
  let isDone = false;
  void rest().then(() => {
    isDone = true;
  });
  await vi.advanceTimersByTimeAsync(1_000);
  expect(isDone).toBe(false);
  await vi.advanceTimersByTimeAsync(1_000);
  expect(isDone).toBe(true);
});

test('a finger that was lifted unheard, because its button was gone, does not hold the page up for ever', () => {
  hear('touchstart', { touches: [{}] });
  vi.advanceTimersByTime(9_999);
  expect(isAtRest()).toBe(false);
  vi.advanceTimersByTime(1);
  expect(isAtRest()).toBe(true);
  hear('touchend', { touches: [] });
});
