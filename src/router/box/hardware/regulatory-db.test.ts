import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseRegulatoryDb } from './regulatory-db.ts';

/** A database of two countries, byte by byte: 00 may listen at 2402-2482, JP may send there, and has to watch at 5250-5330. */
function database(): Uint8Array {
  const view = new DataView(new ArrayBuffer(88));
  const text = (at: number, word: string) => {
    for (const [i, letter] of [...word].entries()) view.setUint8(at + i, letter.charCodeAt(0));
  };
  const rule = (at: number, flags: number, from: number, to: number) => {
    view.setUint8(at, 12); // its length
    view.setUint8(at + 1, flags);
    view.setUint16(at + 2, 2000); // 20 dBm
    view.setUint32(at + 4, from * 1000);
    view.setUint32(at + 8, to * 1000);
  };
  text(0, 'RGDB');
  view.setUint32(4, 20);
  text(8, '00');
  view.setUint16(10, 24 / 4);
  text(12, 'JP');
  view.setUint16(14, 32 / 4);
  // One rule, and two; pointers stand behind the length, at an even place.
  for (const [at, rules] of [
    [24, [44]],
    [32, [60, 72]],
  ] as const) {
    view.setUint8(at, 3);
    view.setUint8(at + 1, rules.length);
    for (const [i, pointer] of rules.entries()) view.setUint16(at + 4 + i * 2, pointer / 4);
  }
  rule(44, 1 << 3, 2402, 2482);
  rule(60, 0, 2402, 2482);
  rule(72, 1 << 2, 5250, 5330);
  return new Uint8Array(view.buffer);
}

const changed = (at: number, byte: number): Uint8Array => database().map((old, index) => (index === at ? byte : old));

describe("the kernel's database of laws", () => {
  it('says what each country allows', () => {
    expect([...parseRegulatoryDb(database())]).toEqual([
      ['00', [{ fromMHz: 2402, toMHz: 2482, isListenOnly: true, needsRadarWatch: false }]],
      [
        'JP',
        [
          { fromMHz: 2402, toMHz: 2482, isListenOnly: false, needsRadarWatch: false },
          { fromMHz: 5250, toMHz: 5330, isListenOnly: false, needsRadarWatch: true },
        ],
      ],
    ]);
  });

  it('is none where it is cut, of another version, or something else', () => {
    const whole = database();
    expect(parseRegulatoryDb(whole.slice(0, 70)).size).toBe(0);
    expect(parseRegulatoryDb(changed(7, 21)).size).toBe(0);
    expect(parseRegulatoryDb(new Uint8Array()).size).toBe(0);
  });

  it('is read without fail, whatever the bytes are', () => {
    fc.assert(
      fc.property(fc.nat(87), fc.nat(255), (at, byte) => {
        for (const code of parseRegulatoryDb(changed(at, byte)).keys()) expect(code).toMatch(/^(?:[A-Z]{2}|00)$/);
      }),
    );
  });
});
