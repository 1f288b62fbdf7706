import { expect, test } from 'vitest';
import { canPickFolders } from './folders.ts';

const IPHONE =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) AppleWebKit/605.1.15 Version/17.0 Mobile Safari/604.1';
const ANDROID = (browser: string) =>
  `Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 ${browser} Mobile Safari/537.36`;
const COMPUTER = 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/91.0.0.0 Safari/537.36';

test.each([
  ['an iPhone before 18.4', IPHONE, { isApple: true, hasIterator: false }, false],
  ['an iPhone since then', IPHONE, { isApple: true }, true],
  ['an old Chrome on Android', ANDROID('Chrome/131.0.0.0'), {}, false],
  ['a newer one', ANDROID('Chrome/132.0.0.0'), {}, true],
  ['Firefox on Android', 'Mozilla/5.0 (Android 13; Mobile; rv:140.0) Gecko/140.0 Firefox/140.0', {}, false],
  ['a computer', COMPUTER, { hasIterator: false }, true],
  ['a browser without the property', COMPUTER, { hasProperty: false }, false],
])('%s', (_, userAgent, more, expected) => {
  expect(canPickFolders({ userAgent, hasProperty: true, isApple: false, hasIterator: true, ...more })).toBe(expected);
});
