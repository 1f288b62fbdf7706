import { expect, it } from 'vitest';
import { chooseLanguage } from './language.ts';

it.each([
  [null, 'ja', 'ja'],
  [null, 'ja-JP,ja;q=0.9,en-US;q=0.8', 'ja'],
  [null, 'en-US,en;q=0.9,ja;q=0.8', 'en'],
  [null, 'pt-BR,pt;q=0.9,ja;q=0.3,en;q=0.2', 'ja'],
  [null, 'en;q=0.2, ja;q=0.7', 'ja'],
  [null, 'ja;q=0, en', 'en'],
  [null, 'ja;q=high', 'ja'],
  [null, 'vi', 'en'],
  [null, '*', 'en'],
  [null, undefined, 'en'],
  [null, ',;=,'.repeat(10_000), 'en'],
  ['ja', 'en', 'ja'],
  ['en', 'ja', 'en'],
  ['constructor', 'ja', 'ja'],
  ['', 'ja', 'ja'],
] as const)('asked for %j by a browser that wants %j: %s', (asked, accept, language) => {
  expect(chooseLanguage(asked, accept)).toBe(language);
});
