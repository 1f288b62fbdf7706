/** The captive portal in real browsers: Firefox's own detection, and a window that follows a probe. */
import { type Browser, chromium } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CHROMIUM_PAGES } from '../drive/chromium.ts';
import { FirefoxInside } from '../drive/marionette.ts';
import { HOST, type Running, start } from '../router/setting.ts';

describe('Firefox', () => {
  /** nsICaptivePortalService. */
  const STATE = { notCaptive: 1, unlocked: 2, locked: 3 } as const;
  let running: Running;
  let firefox: FirefoxInside;

  beforeAll(async () => {
    running = await start();
    firefox = await FirefoxInside.start({
      'network.captive-portal-service.enabled': true,
      'captivedetect.canonicalURL': `http://detectportal.firefox.com:${running.port}/canonical.html`,
      // Every name leads here, so nothing leaves this machine.
      'network.dns.forceResolve': HOST,
    });
  });
  afterAll(async () => {
    await firefox?.close();
    await running?.router.stop();
  });

  /** Makes Firefox probe again until it reaches this state. */
  const thinks = (state: number) =>
    firefox.evaluate(`
      const service = Cc['@mozilla.org/network/captive-portal-service;1'].getService(Ci.nsICaptivePortalService);
      const look = () => {
        if (service.state === ${state}) return done(service.state);
        service.recheckCaptivePortal();
        setTimeout(look, 200);
      };
      look();`);

  it('detects the portal, and that it is free once its owner has seen the page', async () => {
    expect(await thinks(STATE.locked)).toBe(STATE.locked);
    // From the address of Firefox, as its owner's visit.
    expect((await fetch(`http://${HOST}:${running.port}/welcome/next`)).status).toBe(200);
    expect(await thinks(STATE.unlocked)).toBe(STATE.unlocked);
  });
});

describe('a small window like that of iOS', () => {
  const USER_AGENT =
    'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148';
  const PROBE = 'http://captive.apple.com/hotspot-detect.html';
  let browser: Browser;
  let running: Running;

  beforeAll(async () => {
    running = await start();
    browser = await chromium.launch({
      executablePath: CHROMIUM_PAGES,
      args: ['--no-sandbox', `--host-resolver-rules=MAP captive.apple.com:80 ${HOST}:${running.port}`],
    });
  });
  afterAll(async () => {
    await browser?.close();
    await running?.router.stop();
  });

  it('goes from the probe to the page, follows its link, and then the probe succeeds', async () => {
    const page = await browser.newPage({
      userAgent: USER_AGENT,
      viewport: { width: 390, height: 844 },
      locale: 'ja-JP',
    });
    await page.goto(PROBE);
    expect(page.url()).toBe(`http://${HOST}:${running.port}/welcome`);
    await page.getByRole('heading', { name: 'Safari か Chrome で、このアドレスを開いてください' }).waitFor();
    expect(await page.locator('.address').innerText()).toMatch(new RegExp(`^http://\\s*${HOST}:${running.port}$`));

    await page.getByRole('link', { name: 'わかりました OK' }).click();
    await page.getByRole('heading', { name: 'この画面を閉じて、Safari か Chrome を開いてください' }).waitFor();
    expect(page.url()).toBe(`http://${HOST}:${running.port}/welcome/next`);

    await page.goto(PROBE);
    expect(page.url()).toBe(PROBE);
    expect(await page.title()).toBe('Success');
    await page.close();
  });
});
