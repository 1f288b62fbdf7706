import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { MAX_FILES } from '../protocol/limits.ts';
import type { DeviceId } from '../protocol/signaling.ts';
import { type Asking, bytesOf, hasRoom, isOverdue, placeFor, type Standing } from './before-consent.ts';

const MB = 1024 * 1024;
let peers = 0;
const [ann, bob] = ['ann', 'bob'] as DeviceId[] as [DeviceId, DeviceId];
/** An offer of a device that has no other. */
const asking = (standing: Standing, bytes = 0, underWay?: Asking['underWay']): Asking => ({
  peer: `peer ${++peers}` as DeviceId,
  standing,
  bytes,
  ...(underWay && { underWay }),
});
const many = (count: number, { standing, bytes, underWay }: Asking): Asking[] =>
  Array.from({ length: count }, () => asking(standing, bytes, underWay));
const of = (peer: DeviceId, standing: Standing = 'stranger') => ({ ...asking(standing), peer });
const since = (forMs: number, quietMs = 0) => ({ forMs, quietMs });

describe('places', () => {
  test.each<[Standing, number]>([
    ['stranger', 6],
    ['known', 8],
  ])('of a %s there are %i, however many the others take', (standing, most) => {
    const others = many(30, asking(standing === 'known' ? 'stranger' : 'known'));
    expect(placeFor(asking(standing), [...others, ...many(most - 1, asking(standing))])).toEqual({ isFree: true });
    expect(placeFor(asking(standing), [...others, ...many(most, asking(standing))])).toEqual({ isFree: false });
  });

  test.each<[string, Asking[], boolean]>([
    ['the third of a stranger', [of(ann), of(ann)], true],
    ['the fourth of a stranger', [of(ann), of(ann), of(ann)], false],
    ['the second of a stranger, where others wait', [of(ann), ...many(2, asking('stranger'))], false],
    ['the first of a stranger, behind three of another', [of(bob), of(bob), of(bob)], true],
    [
      'the first of a stranger, behind three of another and two more',
      [of(bob), of(bob), of(bob), ...many(2, asking('stranger'))],
      true,
    ],
    [
      'the first of a stranger, where all places are taken',
      [of(bob), of(bob), of(bob), ...many(3, asking('stranger'))],
      false,
    ],
  ])('%s', (_, before, isFree) => {
    expect(placeFor(of(ann), before)).toEqual({ isFree });
  });

  test('somebody known may have as many as all known ones together', () => {
    expect(
      placeFor(
        of(ann, 'known'),
        Array.from({ length: 7 }, () => of(ann, 'known')),
      ),
    ).toEqual({ isFree: true });
  });

  test('a stranger’s slow manifest gives way to the next stranger; an offer on the screen does not', () => {
    const dragging = asking('stranger', 0, since(20_000));
    const longer = asking('stranger', 0, since(30_000));
    expect(placeFor(asking('stranger'), [...many(4, asking('stranger')), dragging, longer])).toEqual({
      isFree: true,
      insteadOf: longer,
    });
    expect(
      placeFor(asking('stranger'), [...many(5, asking('stranger')), asking('stranger', 0, since(14_000))]),
    ).toEqual({
      isFree: false,
    });
  });

  test('the manifest of a known device gives way to nobody', () => {
    expect(placeFor(asking('known'), many(8, asking('known', 0, since(500_000))))).toEqual({ isFree: false });
  });
});

describe('memory', () => {
  test.each<[string, Asking, number, Asking[], boolean]>([
    [
      'two strangers, together under what they have',
      asking('stranger', 0.3 * MB),
      0.1 * MB,
      [asking('stranger', 0.3 * MB)],
      true,
    ],
    ['two strangers, together over it', asking('stranger', 0.3 * MB), 0.2 * MB, [asking('stranger', 0.3 * MB)], false],
    [
      'a stranger with a photo beside one with long lists',
      asking('stranger'),
      1_000,
      [asking('stranger', 15 * MB)],
      true,
    ],
    ['a stranger alone', asking('stranger', 30 * MB), 2 * MB, [asking('known', 8 * MB)], true],
    ['a stranger beside one that sent nothing yet', asking('stranger', 30 * MB), 2 * MB, [asking('stranger')], true],
    ['a known one beside strangers', asking('known', 30 * MB), MB, many(3, asking('stranger', 2 * MB)), true],
    ['two known ones over all', asking('known', 4 * MB), MB, [asking('known', 4 * MB)], false],
    [
      'two known ones and strangers over all',
      asking('known', 3 * MB),
      MB,
      [asking('known', MB), asking('stranger', 4 * MB)],
      false,
    ],
  ])('%s', (_, own, more, others, expected) => {
    expect(hasRoom(own, more, others)).toBe(expected);
  });

  test('in any order, several strangers together never exceed their budget, but for what one had alone and each one’s own share', () => {
    const turn = fc.tuple(fc.nat(2), fc.integer({ min: 1, max: 100_000 }));
    fc.assert(
      fc.property(fc.array(turn, { minLength: 1, maxLength: 400 }), (turns) => {
        const held = [0, 0, 0];
        let alone = 0;
        for (const [who, more] of turns) {
          const own = asking('stranger', held[who]);
          const others = held.flatMap((bytes, index) => (index === who ? [] : [asking('stranger', bytes)]));
          if (!hasRoom(own, more, others)) continue;
          held[who] = (held[who] ?? 0) + more;
          const all = held.reduce((sum, bytes) => sum + bytes, 0);
          if (all === held[who]) alone = all;
          else expect(all).toBeLessThanOrEqual(Math.max(0.75 * MB, alone) + 0.5 * MB);
        }
      }),
    );
  });

  test('a hundred thousand files of ordinary names are about 15 MB', () => {
    const entries = Array.from({ length: MAX_FILES }, (_, n) => ({
      path: `photos/2031/IMG_${n}.JPG`,
      size: 1,
      modified: 1,
    }));
    expect(bytesOf(entries) / MB).toBeGreaterThan(10);
    expect(bytesOf(entries) / MB).toBeLessThan(20);
  });
});

describe('time', () => {
  test.each<[string, Asking, boolean]>([
    ['a stranger that goes on', asking('stranger', 0, since(100_000, 2_000)), false],
    ['a stranger that has stopped', asking('stranger', 0, since(10_000, 10_000)), true],
    ['a stranger that drips', asking('stranger', 0, since(180_000, 2_000)), true],
    ['a known one behind other blocks', asking('known', 0, since(50_000, 50_000)), false],
    ['a known one that has stopped', asking('known', 0, since(60_000, 60_000)), true],
    ['a known one that drips', asking('known', 0, since(600_000)), true],
    ['one that a person is asked', asking('stranger'), false],
  ])('%s', (_, one, expected) => {
    expect(isOverdue(one)).toBe(expected);
  });
});
