import { expect, it } from 'vitest';
import { chooseLanguage, keeping, wishOf } from './language.ts';

it.each([
  [null, 'ja', 'ja'],
  [null, 'ja-JP,ja;q=0.9,en-US;q=0.8', 'ja'],
  [null, 'en-US,en;q=0.9,ja;q=0.8', 'en'],
  [null, 'fr-FR,fr;q=0.9,ja;q=0.3,en;q=0.2', 'ja'],
  [null, 'pt-BR,pt;q=0.9,ja;q=0.3,en;q=0.2', 'pt-BR'],
  [null, 'tl-PH', 'fil'],
  [null, 'en;q=0.2, ja;q=0.7', 'ja'],
  [null, 'ja;q=0, en', 'en'],
  [null, 'ja;q=high', 'en'],
  [null, 'ja;q=0.3333,en;q=0.9', 'en'],
  [null, 'en;q=0.3333,ja;q=0.90000', 'ja'],
  [null, 'en;q=0.12345678901234567890,ja;q=0.2', 'ja'],
  [null, 'en;q=0.5, ja ; q = 0.6', 'ja'],
  [null, 'en;q=0.5,ja;level=1;q=0.6', 'ja'],
  [null, 'en;q=0.5,ja;q=1.0000', 'ja'],
  [null, 'en;q=0.5,ja;q=1.', 'ja'],
  [null, 'en;q=0.5,ja;q=1.5', 'en'],
  [null, 'en;q=0.5,ja;q=-1', 'en'],
  [null, 'en;q=0.5,ja;q=0x1', 'en'],
  [null, 'en;q=0.5,ja;q=1e0', 'en'],
  [null, 'en;q=0.5,ja;q=.9', 'en'],
  [null, 'en;q=0.5,ja;q=', 'en'],
  [null, 'en;q=0.5,ja;q', 'ja'],
  [null, 'vi', 'vi'],
  [null, 'zh-TW,zh;q=0.9,en;q=0.8', 'zh-Hant'],
  [null, 'zh-CN', 'zh-Hans'],
  [null, 'de-DE,ja-x-easy;q=0.5,ja;q=0.4', 'ja-x-easy'],
  [null, 'tlh', 'en'],
  ['ja-x-easy', 'ja', 'ja-x-easy'],
  ['ZH-hant', 'ja', 'zh-Hant'],
  ['zh-TW', 'ja', 'ja'],
  [null, '*', 'en'],
  [null, undefined, 'en'],
  [null, 'fr-FR,en;q=0.4,ja;q=0.5', 'ja'],
  [null, 'ja;q=0,fr', 'en'],
  [null, 'fr', 'en'],
  [null, ';;,,q=;q=x', 'en'],
  // Beyond what anybody reads: 32 languages, 400 characters.
  [null, `${'fr,'.repeat(31)}ja`, 'ja'],
  [null, `${'fr,'.repeat(32)}ja`, 'en'],
  [null, `${'x'.repeat(398)},ja`, 'en'],
  [null, ',;=,'.repeat(10_000), 'en'],
  ['ja', 'en', 'ja'],
  ['en', 'ja', 'en'],
  ['constructor', 'ja', 'ja'],
  ['', 'ja', 'ja'],
] as const)('asked for %j by a browser that wants %j: %s', (asked, accept, language) => {
  expect(chooseLanguage(asked, accept)).toBe(language);
});

it('only what was asked for by name is kept by links; what nobody has is no wish', () => {
  expect(wishOf('vi', 'ja')).toEqual({ language: 'vi', named: true });
  expect(wishOf(null, 'vi')).toEqual({ language: 'vi', named: false });
  expect(wishOf('tlh', 'tlh')).toEqual({ named: false });
  expect([keeping('vi', true), keeping('vi', false)]).toEqual(['?lang=vi', '']);
});
