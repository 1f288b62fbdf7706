/** The app over a fake model, in a real browser, for the tests of one file. */
import { type Browser, chromium, type Locator, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, inject } from 'vitest';
import { CHROMIUM, CHROMIUM_PAGES } from '../drive/chromium.ts';
import type {} from './served-once.ts'; // what it provides
import { type TabOptions, Tabs } from './tabs.ts';

/** `place`: the rest of the address, from `#` or `&` on; `without`: requests of the page that never get an answer. */
export type OpenOptions = TabOptions & { readonly place?: string; readonly without?: RegExp };

export type FakeApp = {
  /**
   * The page that `open` opened last. A test that adds init scripts, which stay in the tab, must close it at the end.
   */
  readonly page: Page;
  /** Opens a page in place of the previous one. By default, a phone whose owner reads English. */
  open(state: string, options?: OpenOptions): Promise<Page>;
  button(name: string | RegExp): Locator;
  /** What the screens have called in the model or the shell. */
  calls(of?: 'model' | 'shell'): Promise<unknown[][]>;
};

/**
 * Call it at the top of a file: it registers hooks before and after the tests. No page may throw. `isWhole`: with the browser around
 * the page, which shows PDFs.
 */
export function fakeApp({ isWhole = false } = {}): FakeApp {
  let browser: Browser;
  let tabs: Tabs;
  let page: Page | undefined;
  let opened = 0;
  const errors: string[] = [];

  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: isWhole ? CHROMIUM : CHROMIUM_PAGES, args: ['--no-sandbox'] });
    tabs = new Tabs(browser, (tab) => tab.on('pageerror', (error) => errors.push(String(error))));
  });
  afterAll(async () => {
    await browser?.close();
  });
  afterEach(async ({ task }) => {
    const left = page;
    page = undefined;
    if (task.result?.state === 'fail') await tabs.closeAll();
    else if (left !== undefined) await tabs.giveBack(left);
    expect(errors.splice(0)).toEqual([]);
  });

  const shown = (): Page => {
    if (page === undefined) throw new Error('no page was opened');
    return page;
  };
  return {
    get page() {
      return shown();
    },
    async open(state, { place = '', without, ...options } = {}) {
      if (page !== undefined) await tabs.giveBack(page);
      page = await tabs.take({ viewport: { width: 390, height: 844 }, locale: 'en-US', ...options });
      if (without !== undefined) await page.route(without, (route) => route.abort());
      // A new origin, so that nothing another page has stored, registered or opened is there.
      const url = new URL(`${inject('fakeApp')}${state}${place}`);
      url.hostname = `page-${++opened}.ui.localhost`;
      await page.goto(url.href);
      await page.getByRole('main').waitFor();
      return page;
    },
    button: (name) => shown().getByRole('button', { name, exact: true }),
    calls: (of = 'model') => shown().evaluate(`window.${of}.calls`),
  };
}
