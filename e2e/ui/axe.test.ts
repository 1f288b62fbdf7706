/**
 * Screens and states, light and dark, against the rules of axe-core: no violation at all. Every one of them in
 * `npm run test:grid`; in `npm test` so many that each kind of element is looked at in each kind of parent that it has.
 */
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { gridOf, isWhole } from '../run/grid.ts';
import { violations } from './accessibility.ts';
import { fakeApp } from './fake-app.ts';
import { parts, reach, SCREENS } from './reached.ts';

const ui = fakeApp();

/** All that the other screens show stands in one of these as well; the whole grid holds them to that. */
const SAMPLE = [
  'empty',
  'devices+several',
  'devices+rename',
  'devices+missing',
  'failed+report',
  'knowing+blocked',
  'knowing-unkept+people',
  'knowing-busy',
  'between+known',
  'between-away+person',
  'talking',
  'talking-parts+person',
  'talking+attached',
  'talking+delete-message',
  'talking+delete-messages',
  'talking-refused+delete-messages-refused',
  'board+post',
  'board+write',
  'board+personal',
  'board-empty+board',
  'board-away+board',
  'offer-known',
  'offer-mixed',
  'offer-not-known+who',
  'first-send+depart',
  'dozing',
  'offer',
  'offer-photos',
  'offer-photos+tile',
  'offer-photos+some',
  'crowd+everybody',
  'not-proven',
  'strangers+decline',
  'saved+listed',
  'saved+handed',
  'devices+arrived',
  'devices+arrived-busy',
  'inbox+choosing',
  'photos+grid',
  'photos+grid-choosing',
  'failed+cancel',
  'inbox+forget',
  'devices+forgotten',
  'inbox',
  'inbox+deleted',
  'connecting',
  'offline',
  'update',
  'by-hand+hint',
  'shelter+find',
  'shelter+open',
  'devices+bring',
  'shared-page',
  'lost',
  'outdated',
  'cannot',
  'compare-asked',
  'compare-code',
  'compare-unkept',
  'compare-different-me',
  'haru+sure',
  'haru+mine',
  'haru+photo',
];
/** What has been on a screen so far: each element by its tag, classes and role, behind its parent. */
const seen = new Map<string, Set<string>>();

/** Runs in the page. */
const kindsOfElements = () => {
  const kindOf = (one: Element | null) =>
    one === null ? '' : [one.tagName, ...[...one.classList].sort(), one.getAttribute('role') ?? ''].join(' ');
  return [...document.body.querySelectorAll('*')]
    .filter((one) => one.checkVisibility())
    .map((one) => `${kindOf(one.parentElement)} > ${kindOf(one)}`);
};

async function show(state: string, locale: string, without?: RegExp): Promise<Page> {
  const still = { colorScheme: 'light', reducedMotion: 'reduce' } as const;
  return await ui.open(state, { ...still, locale, ...(without && { without }) });
}

test.each(gridOf(SCREENS, SAMPLE))('%s', async (name) => {
  const { state, action } = parts(name);
  const page = await show(state, 'en-US', action === 'missing' ? /soon-.*\.js/ : undefined);
  await reach(page, name);
  expect(await violations(page)).toEqual([]);
  // Only the colours differ.
  await page.emulateMedia({ colorScheme: 'dark' });
  expect(await violations(page, ['color-contrast'])).toEqual([]);
  // At the end, when parts that load late are there.
  seen.set(name, new Set(await page.evaluate(kindsOfElements)));
});

if (isWhole)
  test('the sample has all that is on any screen', () => {
    const inSample = new Set(SAMPLE.flatMap((name) => [...(seen.get(name) ?? [])]));
    const missed = [...seen].map(([name, kinds]) => [name, ...[...kinds].filter((kind) => !inSample.has(kind))]);
    expect(seen.size).toBe(SCREENS.length);
    expect(missed.filter(({ length }) => length > 1)).toEqual([]);
  });

test('in Japanese', async () => {
  const page = await show('extras', 'ja-JP');
  await page.getByRole('button', { name: 'ファイルを選ぶ' }).waitFor();
  expect(await violations(page)).toEqual([]);
});

test('a page with faults has violations, in the light and in the dark', async () => {
  const page = await show('devices', 'en-US');
  await page.evaluate(() => document.querySelector('main')?.append(document.createElement('button')));
  await page.addStyleTag({ content: '@media (prefers-color-scheme: dark) { .hint { color: #444 } }' });
  const rules = async () => [...new Set((await violations(page)).map((line) => line.split(':')[0]))];
  expect(await rules()).toEqual(['button-name']);
  await page.emulateMedia({ colorScheme: 'dark' });
  expect(await rules()).toEqual(['button-name', 'color-contrast']);
});
