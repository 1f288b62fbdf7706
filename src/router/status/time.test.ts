import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { isoTime, largestUnits } from './time.ts';

describe('the time of this machine', () => {
  const zone = process.env['TZ'];
  const restore = (): void => {
    if (zone === undefined) delete process.env['TZ'];
    else process.env['TZ'] = zone;
  };
  beforeEach(restore);
  afterEach(restore);

  it.each([
    ['Asia/Tokyo', '2026-11-26T19:41:02+09:00'],
    ['UTC', '2026-11-26T10:41:02+00:00'],
    ['America/St_Johns', '2026-11-26T07:11:02-03:30'],
  ])('in %s', (name, text) => {
    process.env['TZ'] = name;
    const date = new Date(Date.UTC(2026, 10, 26, 10, 41, 2, 345));
    expect(isoTime(date)).toBe(text);
    expect(Date.parse(text)).toBe(Date.UTC(2026, 10, 26, 10, 41, 2));
  });
});

it.each([
  [0, '0s'],
  [0.4, '0s'],
  [59.9, '59s'],
  [60, '1min 0s'],
  [-75, '1min 15s'],
  [3_600, '1h 0min'],
  [3 * 86_400 + 7_300, '3d 2h'],
  [56 * 31_536_000 + 14 * 86_400, '56y 14d'],
])('%d seconds in the two largest units', (seconds, text) => {
  expect(
    largestUnits(seconds)
      .map(([count, unit]) => `${count}${unit}`)
      .join(' '),
  ).toBe(text);
});
