/**
 * Every language on the screens of a small phone: nothing is cut off, no word is broken into letters, and no rule of
 * axe-core is broken. In `npm test` on one screen of each kind, in every second language by turns; in `npm run test:grid`
 * on all there are in all languages, also with letters twice as large, and axe in every language and in the dark, which
 * takes a quarter of an hour.
 */
import type { Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import { DICTIONARIES } from '../../src/app/language/dictionaries.ts';
import { gridOf, isWhole } from '../run/grid.ts';
import { violations } from './accessibility.ts';
import { cutOff } from './cut.ts';
import { fakeApp } from './fake-app.ts';
import { parts, reach, SCREENS } from './reached.ts';

const SMALL = { width: 320, height: 568 };

/** One of each kind. */
const SOME = [
  'devices+files',
  'shelter+open',
  'knowing+known',
  'offer-photos+some',
  'saved+listed',
  'inbox+choosing',
  'devices+here',
  'haru+sure',
  'talking+person',
  'board+board',
  'board+personal',
];
/** One of each family of letters, one after the other; Arabic ones stand in languages.test.ts. */
const SCRIPTS = ['ja-x-easy', 'zh-Hans', 'ko', 'vi', 'ne', 'th', 'my'];
/** Lines may end behind any letter. */
const BREAKS_ANYWHERE: ReadonlySet<string> = new Set(['ja', 'ja-x-easy', 'zh-Hans', 'zh-Hant']);

const ui = fakeApp();
/** The words of each language that may not be broken. */
const words = new Map<string, readonly string[]>();

const textsIn = (node: unknown): readonly string[] => {
  if (typeof node === 'string') return [node];
  return typeof node === 'object' && node !== null ? Object.values(node).flatMap(textsIn) : [];
};

beforeAll(async () => {
  for (const { tag, loadFirst, loadLate } of DICTIONARIES) {
    const texts = textsIn([(await loadFirst()).first, (await loadLate()).late]);
    const segmenter = new Intl.Segmenter(tag, { granularity: 'word' });
    const found = texts.flatMap((text) => [...segmenter.segment(text)].map(({ segment }) => segment));
    words.set(tag, BREAKS_ANYWHERE.has(tag) ? [] : [...new Set(found)]);
  }
});

async function speak(page: Page, tag: string): Promise<void> {
  await page.evaluate(`speech.choose('${tag}')`);
  await page.locator(`html[lang="${tag}"]`).waitFor();
}

/** Sizes settle within a few frames; a fault stays. */
async function faults(page: Page, tag: string): Promise<readonly string[]> {
  const own = words.get(tag) ?? [];
  await page.evaluate('new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))');
  const found = await page.evaluate(cutOff, own);
  if (found.length === 0) return [];
  await page.evaluate(
    'Promise.allSettled([document.fonts.ready, ...document.getAnimations().map((it) => it.finished)])',
  );
  return await page.evaluate(cutOff, own);
}

test.each(gridOf(SCREENS, SOME))('%s', async (screen) => {
  const { state, action } = parts(screen);
  const page = await ui.open(state, {
    viewport: SMALL,
    reducedMotion: 'reduce',
    ...(action === 'missing' && { without: /soon-.*\.js/ }),
  });
  await reach(page, screen);
  const found: Record<string, readonly string[]> = {};
  const look = async (tag: string, how = '') => {
    const lines = await faults(page, tag);
    if (lines.length > 0) found[`${tag}${how}`] = lines;
  };
  const turn = SOME.indexOf(screen);
  const withAxe = SCRIPTS[turn % SCRIPTS.length];
  for (const [index, { tag }] of DICTIONARIES.entries()) {
    if (!isWhole && index % 2 !== turn % 2 && tag !== withAxe) continue;
    await speak(page, tag);
    await look(tag);
    if (isWhole || tag === withAxe) {
      const lines = await violations(page);
      if (lines.length > 0) found[`${tag}, axe`] = lines;
    }
    if (!isWhole) continue;
    await page.emulateMedia({ colorScheme: 'dark' });
    const dark = await violations(page, ['color-contrast']);
    if (dark.length > 0) found[`${tag}, axe in the dark`] = dark;
    await page.emulateMedia({ colorScheme: 'light' });
    await page.evaluate("document.documentElement.style.fontSize = '200%'");
    await look(tag, ', twice as large');
    await page.evaluate("document.documentElement.style.fontSize = ''");
  }
  expect(found).toEqual({});
});

test('what is cut off, or broken into letters, is found', async () => {
  const page = await ui.open('devices', { viewport: SMALL });
  await page.addStyleTag({
    content:
      '.tab > * { display: block; inline-size: 1em; min-inline-size: 0; overflow-wrap: anywhere } .device-about { display: block; block-size: 0.5em; overflow: hidden }',
  });
  await speak(page, 'vi');
  const found = (await faults(page, 'vi')).map((line) => line.split(':')[0]);
  expect(found).toEqual(expect.arrayContaining(['cut below', '"người" is broken', 'in a column of letters']));
});
