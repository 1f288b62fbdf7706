import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ENCODINGS, encodingOf } from './text-encoding.ts';

const hex = (digits: string): Uint8Array => Uint8Array.from(Buffer.from(digits.replaceAll(' ', ''), 'hex'));
const text = (content: string): Uint8Array => Uint8Array.from(Buffer.from(content));

// 氏名,年齢\r\n山田太郎,42\r\n as each encoding writes it
const SHIFT_JIS = '8e81 96bc 2c 944e 97ee 0d0a 8e52 9363 91be 9859 2c 3432 0d0a';
const EUC_JP = 'bbe1 ccbe 2c c7af cef0 0d0a bbb3 c5c4 c2c0 cfba 2c 3432 0d0a';
const ISO_2022_JP = '1b2442 3b61 4c3e 1b2842 2c 1b2442 472f 4e70 1b2842 0d0a';

describe('the encoding of a list', () => {
  test.each<[string, string, Uint8Array]>([
    ['utf-8', 'Japanese', text('氏名,年齢\r\n山田太郎,42\r\n')],
    ['utf-8', 'with a mark', hex('efbbbf 61')],
    ['utf-8', 'only ASCII', text('name,age\r\n')],
    ['shift_jis', 'kanji', hex(SHIFT_JIS)],
    // ﾔﾏﾀﾞ ﾀﾛｳ
    ['shift_jis', 'half-width katakana', hex('d4cfc0de 20 c0dbb3 2c 3432')],
    ['euc-jp', 'kanji', hex(EUC_JP)],
    // ひらがな; as Shift_JIS it would be mostly half-width katakana
    ['euc-jp', 'hiragana', hex('a4d2 a4e9 a4ac a4ca')],
    ['shift_jis', 'rare kanji that EUC-JP would read as others', hex('e0a1 e0a2')],
    ['iso-2022-jp', 'kanji', hex(ISO_2022_JP)],
    ['utf-16le', 'with a mark', hex('fffe 4e6d')],
    ['utf-16be', 'with a mark', hex('feff 6d4e')],
    ['utf-16le', 'without a mark', hex('6e00 6100 6d00 6500')],
    ['utf-16be', 'without a mark', hex('006e 0061 006d 0065')],
    ['windows-1252', 'of Western Europe', hex('4d fc 6c 6c 65 72 2c 20 43 61 66 e9 0a')],
  ])('%s: %s', (encoding, _, bytes) => {
    expect(encodingOf(bytes, true)).toBe(encoding);
  });

  test('a character that is cut at the end of the bytes does not matter', () => {
    for (const [encoding, bytes] of [
      ['utf-8', text('氏名').subarray(0, 5)],
      ['shift_jis', hex(SHIFT_JIS).subarray(0, 13)],
    ] as const) {
      expect(encodingOf(bytes, false)).toBe(encoding);
    }
  });

  test('the end mark of old programs does not matter', () => {
    expect(encodingOf(hex(`${SHIFT_JIS} 1a`), true)).toBe('shift_jis');
    expect(encodingOf(hex(`${EUC_JP} 1a1a1a`), true)).toBe('euc-jp');
    expect(encodingOf(hex('61 1a 62'), true)).toBeUndefined();
    expect(encodingOf(hex('61 62 1a'), false)).toBeUndefined();
  });

  test('control characters and stray zeros are not text', () => {
    expect(encodingOf(hex('61 62 63 00 64 65 66 67'), true)).toBeUndefined();
    expect(encodingOf(hex('61 01 62'), true)).toBeUndefined();
  });

  test('any bytes give an answer that a browser can decode', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), fc.boolean(), (bytes, isWhole) => {
        const encoding = encodingOf(bytes, isWhole);
        expect([...ENCODINGS, undefined]).toContain(encoding);
        if (encoding) new TextDecoder(encoding).decode(bytes);
      }),
    );
  });
});
