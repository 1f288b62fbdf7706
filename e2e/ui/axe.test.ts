/** Every screen and state, light and dark, against the rules of axe-core: no violation at all. */
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { violations } from './accessibility.ts';
import { fakeApp } from './fake-app.ts';
import { parts, reach, SCREENS } from './reached.ts';

const ui = fakeApp();

async function show(state: string, locale: string, without?: RegExp): Promise<Page> {
  const still = { colorScheme: 'light', reducedMotion: 'reduce' } as const;
  return await ui.open(state, { ...still, locale, ...(without && { without }) });
}

test.each(SCREENS)('%s', async (name) => {
  const { state, action } = parts(name);
  const page = await show(state, 'en-US', action === 'missing' ? /soon-.*\.js/ : undefined);
  await reach(page, name);
  expect(await violations(page)).toEqual([]);
  // Only the colours differ.
  await page.emulateMedia({ colorScheme: 'dark' });
  expect(await violations(page, ['color-contrast'])).toEqual([]);
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
