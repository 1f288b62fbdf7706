import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { first as en } from '../i18n/en/first.ts';
import { late as enLate } from '../i18n/en/late.ts';
import { first as ja } from '../i18n/ja/first.ts';
import { late as jaLate } from '../i18n/ja/late.ts';
import type { Dictionary } from './dictionaries.ts';
import { createSpeech, whenSpoken } from './language.ts';

const failed = () => Promise.reject(new TypeError('Failed to fetch dynamically imported module'));
const english: Dictionary = {
  tag: 'en',
  name: 'English',
  direction: 'ltr',
  loadFirst: async () => ({ first: en }),
  loadLate: async () => ({ late: enLate }),
};
const japanese: Dictionary = {
  tag: 'ja',
  name: '日本語',
  direction: 'ltr',
  loadFirst: async () => ({ first: ja }),
  loadLate: async () => ({ late: jaLate }),
};

const prefer = (...languages: string[]) => vi.stubGlobal('navigator', { languages });
const settled = () => vi.advanceTimersByTimeAsync(10_000);
const shown = ({ spoken }: ReturnType<typeof createSpeech>) => ({
  tag: spoken.value?.first.tag,
  people: spoken.value?.first.words.devices,
  late: spoken.value?.late.value?.words.accept,
});

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('the first language', () => {
  test.each([
    [['ja-JP', 'en'], 'ja'],
    [['fr', 'JA'], 'ja'],
    [['en-GB', 'ja'], 'en'],
    [['tlh', ''], 'en'],
    [['constructor'], 'en'],
  ])('of a browser that prefers %j is %s', async (languages, tag) => {
    prefer(...languages);
    const speech = createSpeech([japanese, english]);
    await settled();
    expect(shown(speech).tag).toBe(tag);
    expect(shown(speech).late).toBe(tag === 'ja' ? jaLate.accept : enLate.accept);
  });

  test('is shown with its first words, before the rest is there', async () => {
    prefer('ja');
    const speech = createSpeech([{ ...japanese, loadLate: () => new Promise(() => {}) }, english]);
    await settled();
    expect(shown(speech)).toEqual({ tag: 'ja', people: ja.devices, late: undefined });
  });

  test('gives way to English where its words do not come, and is shown when they do', async () => {
    prefer('ja');
    let isHere = false;
    const loadFirst = () => (isHere ? japanese.loadFirst() : failed());
    const speech = createSpeech([{ ...japanese, loadFirst }, english]);
    await settled();
    expect(shown(speech).tag).toBe('en');
    isHere = true;
    await settled();
    expect(shown(speech)).toEqual({ tag: 'ja', people: ja.devices, late: jaLate.accept });
  });
});

test('without the router an app speaks the language that it has kept, whichever it is', async () => {
  prefer('vi');
  const gone = { loadFirst: failed, loadLate: failed };
  const vietnamese: Dictionary = { ...english, ...gone, tag: 'vi', name: 'Tiếng Việt' };
  const speech = createSpeech([vietnamese, { ...english, ...gone }, japanese]);
  await settled();
  expect(shown(speech)).toEqual({ tag: 'ja', people: ja.devices, late: jaLate.accept });
});

describe('another language', () => {
  test('takes its place with all of its words at once, and not before', async () => {
    prefer('en');
    let isHere = false;
    const loadLate = () => (isHere ? japanese.loadLate() : failed());
    const speech = createSpeech([{ ...japanese, loadLate }, english]);
    await settled();
    speech.choose('ja');
    await settled();
    expect(shown(speech)).toEqual({ tag: 'en', people: en.devices, late: enLate.accept });
    isHere = true;
    await settled();
    expect(shown(speech)).toEqual({ tag: 'ja', people: ja.devices, late: jaLate.accept });
  });

  test('that is wanted no longer is not shown when it comes at last', async () => {
    prefer('en');
    let isHere = false;
    const loadFirst = () => (isHere ? japanese.loadFirst() : failed());
    const speech = createSpeech([{ ...japanese, loadFirst }, english]);
    await settled();
    speech.choose('ja');
    await settled();
    speech.choose('en');
    isHere = true;
    await settled();
    expect(shown(speech).tag).toBe('en');
  });

  test('that there are no words for cannot be chosen', async () => {
    prefer('en');
    const speech = createSpeech([japanese, english]);
    await settled();
    speech.choose('ko');
    await settled();
    expect(shown(speech).tag).toBe('en');
  });
});

test('a language makes its words ready in its own way, the late ones as well', async () => {
  prefer('en');
  const prepare = <Words>(words: Words): Words => JSON.parse(JSON.stringify(words).replaceAll('Accept', 'ACCEPT'));
  const speech = createSpeech([{ ...english, loadFirst: async () => ({ first: en, prepare }) }]);
  await settled();
  expect(shown(speech).late).toBe('ACCEPT');
});

test('a language that the page was opened in by name comes before those of the browser, if it is there', async () => {
  prefer('en');
  for (const [asked, tag] of [
    ['ja', 'ja'],
    ['constructor', 'en'],
    [null, 'en'],
  ] as const) {
    const speech = createSpeech([japanese, english], asked);
    await settled();
    expect(shown(speech).tag).toBe(tag);
  }
});

test('a link to another language is obeyed for this visit, and what the person has chosen stays', async () => {
  prefer('en');
  const kept = new Map([['hikyaku-language', 'ja']]);
  const localStorage = {
    getItem: (key: string) => kept.get(key),
    setItem: (key: string, text: string) => kept.set(key, text),
  };
  vi.stubGlobal('localStorage', localStorage);
  const visit = async (asked: string | null) => {
    const speech = createSpeech([japanese, english], asked);
    await settled();
    return shown(speech).tag;
  };
  expect([await visit('en'), await visit(null)]).toEqual(['en', 'ja']);
  kept.clear();
  expect([await visit('ja'), await visit(null)]).toEqual(['ja', 'ja']);
});

test('who waits for a language waits until its first words are there, and no longer', async () => {
  prefer('ja');
  let bring = () => {};
  const come = new Promise<void>((resolve) => {
    bring = resolve;
  });
  const speech = createSpeech([{ ...japanese, loadFirst: () => come.then(japanese.loadFirst) }]);
  let isSpoken = false;
  const waits = whenSpoken(speech).then(() => {
    isSpoken = true;
  });
  await settled();
  expect(isSpoken).toBe(false);
  bring();
  await waits;
  await whenSpoken(speech);
});
