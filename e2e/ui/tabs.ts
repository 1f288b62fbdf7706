/**
 * Tabs that tests use one after the other: a new tab takes a browser context, a process and a cold start of all
 * scripts, which is more than most tests do with it. When a tab is given back, everything that the test left in it is
 * removed.
 */
import type { Browser, Page } from 'playwright-core';

export type TabOptions = NonNullable<Parameters<Browser['newPage']>[0]>;

export class Tabs {
  readonly #browser: Browser;
  readonly #opened: (tab: Page) => void;
  readonly #tabs = new Map<string, Page>();

  /** `opened` is called for each tab that is really new. */
  constructor(browser: Browser, opened: (tab: Page) => void) {
    this.#browser = browser;
    this.#opened = opened;
  }

  /**
   * A tab with these options and nothing in it. Its context's storage is still there, for the origins that stored it.
   */
  async take({ viewport, colorScheme, reducedMotion, ...options }: TabOptions): Promise<Page> {
    const key = JSON.stringify(options);
    let tab = this.#tabs.get(key);
    if (tab === undefined || tab.isClosed()) {
      tab = await this.#browser.newPage(options);
      this.#tabs.set(key, tab);
      this.#opened(tab);
    }
    await tab.emulateMedia({ colorScheme: colorScheme ?? 'light', reducedMotion: reducedMotion ?? 'no-preference' });
    if (viewport) await tab.setViewportSize(viewport);
    return tab;
  }

  /** Ends what a tab shows, and resets other pages beside it, routes, its history, and the pointer's place. */
  async giveBack(tab: Page): Promise<void> {
    if (tab.isClosed()) return;
    const pages = tab.context().pages();
    await Promise.all(pages.map((page) => (page === tab ? undefined : page.close())));
    await tab.unrouteAll();
    await tab.goto('about:blank');
    await tab.mouse.move(0, 0);
    const session = await tab.context().newCDPSession(tab);
    await session.send('Page.resetNavigationHistory');
    await session.detach();
  }

  /** For leftovers that cannot be removed, as after a failed test: all tabs from now on are new. */
  async closeAll(): Promise<void> {
    const tabs = [...this.#tabs.values()];
    this.#tabs.clear();
    await Promise.all(tabs.map((tab) => tab.close()));
  }
}
