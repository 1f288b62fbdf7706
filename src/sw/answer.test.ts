import { expect, test } from 'vitest';
import { type Asked, answerTo } from './answer.ts';

const OWN = 'https://hikyaku.internal';
const BUILT = ['/index.html', '/assets/index-1.js', '/favicon.svg', '/manifest.webmanifest'];
const answer = (url: string, more: Partial<Asked> = {}) =>
  answerTo({ method: 'GET', url: new URL(url, OWN).href, isNavigation: false, ...more }, OWN, {
    isBuilt: (path) => BUILT.includes(path),
    holdsWords: (path) => path === '/assets/words-ja-first-1.js',
  });
const opened = (url: string) => answer(url, { isNavigation: true });

test.each(['/', '/?choose', '/?shared=kept', '/index.html', '/#x'])('%s opens the kept page', (url) => {
  expect(opened(url)).toEqual({ file: '/index.html' });
});

test.each(['/assets/index-1.js', '/favicon.svg', '/manifest.webmanifest'])('%s comes from what is kept', (url) => {
  expect(answer(url)).toEqual({ file: url });
});

test.each([
  '/signal',
  '/words',
  '/upload',
  `/${'0123456789abcdef'.repeat(4)}`,
  '/status',
  '/status.json',
  '/healthz',
  '/trust',
  '/ca.crt',
  '/poster',
  '/welcome',
  '/sw.js',
  '/assets/index-2.js',
  '/generate_204',
])('%s is the router’s, as a page and as a part of one', (url) => {
  expect(opened(url)).toBe('network');
  expect(answer(url)).toBe('network');
});

test('words are those of a language that may not be kept yet', () => {
  expect(answer('/assets/words-ja-first-1.js')).toEqual({ words: '/assets/words-ja-first-1.js' });
  expect(answer('/assets/words-ja-first-2.js')).toBe('network');
});

test('a built file that is opened as a page comes from the router', () => {
  expect(opened('/favicon.svg')).toBe('network');
});

test('other origins are left alone, whatever their paths', () => {
  expect(answer('https://hikyaku.internal:8443/favicon.svg')).toBe('network');
  expect(opened('http://hikyaku.internal/')).toBe('network');
});

test('only a navigation by POST shares something', () => {
  const post = { method: 'POST', isNavigation: true };
  expect(answer('/share', post)).toBe('shared');
  expect(answer('/share', { ...post, isNavigation: false })).toBe('network');
  expect(opened('/share')).toBe('network');
  expect(answer('/', post)).toBe('network');
  expect(answer('/favicon.svg', { method: 'HEAD' })).toBe('network');
});
