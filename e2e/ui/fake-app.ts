/** The app over a fake model, in a real browser, for the tests of one file. */
import { type Browser, chromium, type Locator, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import { serveUi } from './serve.ts';

type PageOptions = NonNullable<Parameters<Browser['newPage']>[0]>;
/** `place`: the part of the address from `#` on; `without`: what never arrives of the page. */
export type OpenOptions = PageOptions & { readonly place?: string; readonly without?: RegExp };

export type FakeApp = {
  /** What `open` has opened last. */
  readonly page: Page;
  /** Opens a page in place of the one before: on a phone whose owner reads English, where nothing else is said. */
  open(state: string, options?: OpenOptions): Promise<Page>;
  button(name: string | RegExp): Locator;
  /** What the screens have asked of what is behind them. */
  calls(of?: 'model' | 'shell'): Promise<unknown[][]>;
};

/** To be called at the top of a file: it registers what comes before and after the tests. No page may throw. */
export function fakeApp(): FakeApp {
  let server: Awaited<ReturnType<typeof serveUi>>;
  let browser: Browser;
  let page: Page | undefined;
  const errors: string[] = [];

  beforeAll(async () => {
    server = await serveUi();
    browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] });
  });
  afterAll(async () => {
    await browser?.close();
    await server?.close();
  });
  afterEach(async () => {
    await page?.close();
    page = undefined;
    expect(errors.splice(0)).toEqual([]);
  });

  const opened = (): Page => {
    if (page === undefined) throw new Error('no page was opened');
    return page;
  };
  return {
    get page() {
      return opened();
    },
    async open(state, { place = '', without, ...options } = {}) {
      await page?.close();
      page = await browser.newPage({ viewport: { width: 390, height: 844 }, locale: 'en-US', ...options });
      if (without !== undefined) await page.route(without, (route) => route.abort());
      page.on('pageerror', (error) => errors.push(String(error)));
      await page.goto(`${server.url(state)}${place}`);
      await page.getByRole('main').waitFor();
      return page;
    },
    button: (name) => opened().getByRole('button', { name, exact: true }),
    calls: (of = 'model') => opened().evaluate(`window.${of}.calls`),
  };
}
