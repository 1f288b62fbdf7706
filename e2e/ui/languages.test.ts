/** Languages that begin at the right, and texts with readings: every screen can show them, though none is offered yet. */
import { describe, expect, test } from 'vitest';
import { first as ja } from '../../src/app/i18n/ja/first.ts';
import { violations } from './accessibility.ts';
import { fakeApp } from './fake-app.ts';
import { arabic } from './test-languages.ts';

const SMALL = { width: 320, height: 568 };

const ui = fakeApp();
const show = async (state: string, language: string, place = '') => {
  const page = await ui.open(state, { viewport: SMALL, place: `&language=${language}${place}` });
  await page.locator(`html[lang="${language}"]`).waitFor();
  return page;
};
const isOverWide = () => ui.page.evaluate('document.documentElement.scrollWidth > innerWidth');

describe('a language that begins at the right', () => {
  test.each([
    ['devices', ''],
    ['shelter', ''],
    ['several', ''],
    ['offer-photos', ''],
    ['saved', ''],
    ['failed', ''],
    ['knowing', ''],
    ['offline', ''],
    ['inbox', '#received'],
    ['knowing', '#people'],
    ['knowing', '#groups'],
    ['devices', '#here'],
    ['talking', '#here'],
    ['talking', '#people/eb5mfvncu6xVoGKV'],
    ['talking-away', '#people/eb5mfvncu6xVoGKV'],
    ['board', '#board'],
    ['board-off', '#board'],
    ['board-empty', '#board'],
  ])('%s %s is no wider than the screen, and breaks no rule of axe', async (state, place) => {
    const page = await show(state, 'ar', place);
    expect(await page.locator('html').getAttribute('dir')).toBe('rtl');
    await page.locator('main:not([aria-busy])').waitFor();
    await expect.poll(isOverWide).toBe(false);
    expect(await violations(page)).toEqual([]);
  });

  test('has its arrow back turned', async () => {
    const page = await show('inbox', 'ar', '#received');
    const back = page.getByRole('button', { name: arabic('Back') }).locator('.icon');
    await back.waitFor();
    expect(await back.evaluate((icon) => getComputedStyle(icon).transform)).toBe('matrix(-1, 0, 0, 1, 0, 0)');
  });

  test('is left again for one that begins at the left', async () => {
    const page = await show('devices', 'ar');
    await page.getByRole('combobox', { name: arabic('Language') }).selectOption('en');
    await page.locator('html[lang="en"][dir="ltr"]').waitFor();
    await page.getByRole('button', { name: 'Choose files' }).waitFor();
  });
});

describe('readings', () => {
  test.each([
    ['devices', ''],
    ['offer-photos', ''],
    ['inbox', '#received'],
    ['devices', '#here'],
  ])('stand above the kanji of %s %s, and nowhere else', async (state, place) => {
    const page = await show(state, 'ja-x-easy', place);
    await page.locator('main:not([aria-busy]) ruby').first().waitFor();
    const found = await page.evaluate(() => {
      const attributes = [...document.querySelectorAll('*')].flatMap((it) =>
        [...it.attributes].map(({ value }) => value),
      );
      const said = [document.title, document.body.textContent, ...attributes].join('\n');
      return { marks: /[\ufff9-\ufffb]/.test(said), brackets: /\p{Script=Han}\[/u.exec(said)?.[0] ?? '' };
    });
    expect(found).toEqual({ marks: false, brackets: '' });
    await expect.poll(isOverWide).toBe(false);
  });

  test('are not part of what something is called', async () => {
    const page = await show('devices', 'ja-x-easy');
    // Ruby may stand between blanks in a name.
    const called = (name: string) => new RegExp(`^${[...name].join('\\s?')}$`);
    await page.getByRole('button', { name: called(ja.chooseFiles) }).waitFor();
    await page.getByRole('combobox', { name: called(ja.language) }).waitFor();
  });
});
