import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MAX_NAME_LENGTH } from './limits.ts';
import { cleanLine, cleanName } from './name.ts';

const ACUTE = '\u0301';

describe('a name', () => {
  it.each([
    ['folds white space', '  a \n\t b\u3000c ', 'a b c'],
    ['drops direction overrides', 'photo\u202egpj.exe', 'photo gpj.exe'],
    ['composes', 'か\u3099', 'が'],
    ['unifies compatible forms', 'Ｈａｎａ ﾊﾅ ①', 'Hana ハナ 1'],
    ['keeps emoji whole when it cuts', `${'x'.repeat(MAX_NAME_LENGTH - 1)}😀`, 'x'.repeat(MAX_NAME_LENGTH - 1)],
    ['keeps emoji', 'ひまわり🌻', 'ひまわり🌻'],
    ['composes what stood apart by something invisible', `e\u200b${ACUTE}`, 'é'],
  ])('%s', (_, raw, clean) => {
    expect(cleanName(raw)).toBe(clean);
  });

  it('and a line of text keep to the same rules, each to its length', () => {
    expect(cleanLine('  遠足の\n\n写真です\u202e ✓', 200)).toBe('遠足の 写真です');
    expect(cleanLine('x'.repeat(300), 200)).toBe('x'.repeat(200));
  });

  it('that was cleaned does not change when it is cleaned again', () => {
    const odd = fc.constantFrom(
      '\u200d',
      '\u0e4d',
      '\u0e32',
      ACUTE,
      '\u094d',
      'e',
      '🦊',
      '2',
      ' ',
      '✓',
      '\ufe0f',
      'ｶ',
      'ﾞ',
    );
    const name = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(odd).map((parts) => parts.join('')),
    );
    fc.assert(fc.property(name, (raw) => cleanName(cleanName(raw)) === cleanName(raw)));
  });
});

describe('shows nothing, and is therefore none', () => {
  it.each([
    ['Hangul filler', '\u3164'],
    ['halfwidth Hangul filler', '\uffa0'],
    ['Hangul jamo fillers', '\u115f\u1160'],
    ['Braille without a dot', '\u2800'],
    ['zero width', '\u200b\u200c\u200d\u2060\ufeff'],
    ['variation selectors', '\ufe0f\u{e0100}\u180b'],
    ['tags', '\u{e0041}\u{e007f}'],
    ['soft hyphen', '\u00ad'],
    ['Khmer vowels that are inherent', '\u17b4\u17b5'],
    ['invisible operators', '\u2061\u2064\u206a'],
    ['a note without a head', '\u{1d159}'],
    ['musical formats', '\u{1d173}\u{1d17a}'],
    ['spaces of every width', '\u00a0\u1680\u2000\u200a\u202f\u205f\u3000'],
    ['marks without a letter', `${ACUTE}${ACUTE}`],
    ['private use', '\ue000\u{f0000}'],
    ['a mixture', ' \u3164\u2800 \u200b\u3164 '],
  ])('%s', (_, raw) => {
    expect(cleanName(raw)).toBe('');
    expect(cleanName(`花${raw}`)).toMatch(/^花[\u0301]{0,2}$/u);
  });
});

describe('stays on its own line', () => {
  it('keeps at most two of the marks that fit on any letter', () => {
    expect(cleanName(`a${'\u0333'.repeat(39)}b`)).toBe('a\u0333\u0333b');
    expect(cleanName(`x${'\u0336\u0489\u20dd'.repeat(10)}`)).toHaveLength(3);
  });

  it('keeps no mark of a script twice on one letter', () => {
    expect(cleanName(`ก${'\u0e47'.repeat(20)}`)).toBe('ก\u0e47');
  });

  // Each is a word or a name as people write it.
  it.each([
    'Nguyễn Thị Ngọc',
    'มนุษย์ที่น้ำ',
    'मृत्युंजय',
    'र्‍याक',
    'မြို့',
    'ကျွန်ုပ်',
    'می‌خواهم',
    'שָׁלוֹם',
    'مُحَمَّد',
    'តុលា ស្រី',
  ])('%s is left as it is', (word) => {
    expect(cleanName(word)).toBe(word.normalize('NFC'));
  });
});

describe('says nothing that only the app may say', () => {
  it.each([
    '受付 ✓',
    '受付✔️',
    '☑受付',
    '受付 ✅',
    '🔒 受付',
    '受付🔐',
    '🔑受付',
    '🛡️受付',
    '受付 √',
    '受付🆗',
  ])('%s', (raw) => {
    expect(cleanName(raw)).toBe('受付');
  });

  it('drops a picture before two digits', () => {
    expect(cleanName('受付 🐢27')).toBe('受付 27');
    expect(cleanName('受付 🐢 ２７')).toBe('受付 27');
    expect(cleanName('🐢2 組')).toBe('🐢2 組');
    expect(cleanName('🐢2027')).toBe('🐢2027');
  });
});
