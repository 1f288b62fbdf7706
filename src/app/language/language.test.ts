import { expect, test } from 'vitest';
import { pickLanguage } from './language.ts';

test('the first language that we have wins; English otherwise', () => {
  expect(pickLanguage(['ja-JP', 'en'])).toBe('ja');
  expect(pickLanguage(['fr', 'JA'])).toBe('ja');
  expect(pickLanguage(['en-GB', 'ja'])).toBe('en');
  expect(pickLanguage(['tlh', ''])).toBe('en');
  expect(pickLanguage(['constructor'])).toBe('en');
});
