import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { CLOSED_MS, ClosedHour } from './closed-hour.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A browser that keeps a text, and the clock of its device. */
function browser() {
  const kept = { text: '', isTouched: false };
  const visit = () =>
    new ClosedHour({
      now: () => Date.now(),
      recall: () => kept.text,
      keep: (text) => {
        kept.text = text;
      },
      isAtRest: () => !kept.isTouched,
    });
  return { kept, visit };
}

test('it ends by itself after an hour, and the next visit knows', () => {
  const { kept, visit } = browser();
  const hour = visit();
  expect(hour.until.value).toBeUndefined();
  hour.begin();
  expect(hour.until.value).toBe(Date.now() + CLOSED_MS);
  vi.advanceTimersByTime(CLOSED_MS - 1);
  expect(hour.until.value).toBeDefined();
  vi.advanceTimersByTime(1);
  expect([hour.until.value, kept.text]).toEqual([undefined, '']);
  expect(visit().until.value).toBeUndefined();
});

test('it does not end under a finger, because what says so on the screen goes with it', () => {
  const { kept, visit } = browser();
  const hour = visit();
  hour.begin();
  kept.isTouched = true;
  vi.advanceTimersByTime(CLOSED_MS + 5_000);
  expect(hour.until.value).toBeDefined();
  kept.isTouched = false;
  vi.advanceTimersByTime(1_000);
  expect([hour.until.value, kept.text]).toEqual([undefined, '']);
});

test('a reload does not end it, and makes it no longer', () => {
  const { visit } = browser();
  visit().begin();
  const end = Date.now() + CLOSED_MS;
  vi.advanceTimersByTime(20 * 60_000);
  const again = visit();
  expect(again.until.value).toBe(end);
  vi.advanceTimersByTime(40 * 60_000);
  expect(again.until.value).toBeUndefined();
});

test('a person may end it early, and begin it anew', () => {
  const { visit } = browser();
  const hour = visit();
  hour.begin();
  hour.end();
  expect([hour.until.value, visit().until.value]).toEqual([undefined, undefined]);
  vi.advanceTimersByTime(60_000);
  hour.begin();
  vi.advanceTimersByTime(CLOSED_MS - 60_000); // the end of the first one would be now
  expect(hour.until.value).toBe(Date.now() + 60_000);
});

test('a clock that was set back makes it an hour at most, one that was set forward ends it', () => {
  const { visit } = browser();
  visit().begin();
  vi.setSystemTime(Date.now() - 5 * CLOSED_MS);
  expect(visit().until.value).toBe(Date.now() + CLOSED_MS);
  vi.setSystemTime(Date.now() + 9 * CLOSED_MS);
  expect(visit().until.value).toBeUndefined();
});

test('a clock that is set back meanwhile makes it no longer', () => {
  const hour = browser().visit();
  hour.begin();
  vi.setSystemTime(Date.now() - 24 * CLOSED_MS);
  vi.advanceTimersByTime(CLOSED_MS);
  expect(hour.until.value).toBeUndefined();
});

test('what another page of this device has done is seen when asked for', () => {
  const { visit } = browser();
  const [here, there] = [visit(), visit()];
  here.begin();
  there.readAgain();
  expect(there.until.value).toBe(here.until.value);
});

test('an hour that another page has begun meanwhile outlasts the one of this page', () => {
  const { kept, visit } = browser();
  const [here, there] = [visit(), visit()];
  here.begin();
  vi.advanceTimersByTime(CLOSED_MS - 60_000);
  there.begin();
  vi.advanceTimersByTime(60_000);
  expect([here.until.value, kept.text]).toEqual([there.until.value, String(there.until.value)]);
  vi.advanceTimersByTime(CLOSED_MS - 60_000);
  expect([here.until.value, there.until.value, kept.text]).toEqual([undefined, undefined, '']);
});

test.each(['', 'soon', 'NaN', '-1', 'Infinity', '{}'])('a stored %j closes nothing for longer than an hour', (text) => {
  const { kept, visit } = browser();
  kept.text = text;
  const end = text === 'Infinity' ? Date.now() + CLOSED_MS : undefined;
  expect(visit().until.value).toBe(end);
});
