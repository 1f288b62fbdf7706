import { afterEach, expect, test, vi } from 'vitest';
import { namedByPage } from './named-by-page.ts';

const module = (code: string): string => `data:text/javascript,${encodeURIComponent(code)}`;
const page = {
  baseURI: 'http://router.test/',
  querySelector: (selector: string) =>
    selector === 'script[data-words="ja"]'
      ? {
          src: module('export const first = { language: "言語" };'),
          dataset: { late: module('export const late = { accept: "受け取る" };') },
        }
      : null,
};
afterEach(() => void vi.unstubAllGlobals());

test('the words that the page names are loaded by these names', async () => {
  vi.stubGlobal('document', page);
  const named = namedByPage('ja');
  expect((await named?.loadFirst())?.first.language).toBe('言語');
  expect((await named?.loadLate())?.late.accept).toBe('受け取る');
});

test('it names those of no other language, and a page that is not built names none', () => {
  vi.stubGlobal('document', page);
  expect(namedByPage('ja-x-easy')).toBeUndefined();
  vi.stubGlobal('document', { ...page, querySelector: () => null });
  expect(namedByPage('ja')).toBeUndefined();
});
