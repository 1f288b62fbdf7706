/** Takes pictures of the fake-model page into e2e/output/ui: `tsx e2e/ui/shoot.ts [VIEWS [SCHEMES [LOCALES [STATE...]]]]`. */
import { mkdir } from 'node:fs/promises';
import { chromium } from 'playwright-core';
import { serveUi } from './serve.ts';

const OUT = 'e2e/output/ui';
const VIEWS = {
  narrow: { width: 360, height: 740 },
  phone: { width: 390, height: 844 },
  small: { width: 320, height: 568 },
  side: { width: 844, height: 390 },
  desktop: { width: 1280, height: 800 },
} as const;
const FORGET = /^(?:Forget everything|この端末から飛脚の記録を)/;
const [views = 'phone,small,desktop', schemes = 'light,dark', locales = 'en,ja', ...states] = process.argv.slice(2);

/**
 * Runs in the page: resolves when pictures are loaded, animations have ended, and an offer accepts an answer (which
 * takes a moment, because a finger may already be on its way). Endless animations are not waited for.
 */
async function settled(): Promise<void> {
  do await new Promise(requestAnimationFrame);
  while (
    // While a sender is silent, only declining is possible: that is the last of the answers.
    document.querySelector('dialog[open] .offer-answers > :disabled:last-child') !== null
  );
  await Promise.allSettled([...document.images].map((image) => image.decode()));
  await Promise.allSettled(
    document
      .getAnimations()
      .filter(({ effect }) => Number.isFinite(Number(effect?.getComputedTiming().endTime)))
      .map(({ finished }) => finished),
  );
}

const server = await serveUi();
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] });
await mkdir(OUT, { recursive: true });
for (const view of views.split(',') as (keyof typeof VIEWS)[])
  for (const colorScheme of schemes.split(',') as ('light' | 'dark')[])
    for (const locale of locales.split(',')) {
      const deviceScaleFactor = view === 'desktop' ? 1 : 1.5;
      const hasTouch = view !== 'desktop';
      const page = await browser.newPage({
        viewport: VIEWS[view],
        colorScheme,
        locale,
        deviceScaleFactor,
        hasTouch,
        isMobile: hasTouch,
      });
      page.on('console', (message) => message.type() === 'error' && process.stderr.write(`${message.text()}\n`));
      page.on('pageerror', (error) => process.stderr.write(`${error}\n`));
      for (const state of states.length > 0 ? states : ['devices']) {
        // The place in the app: `inbox@received:photo:0`.
        const place = /@([^+]*)/.exec(state)?.[1]?.replaceAll(':', '/');
        await page.goto('about:blank'); // an address that is new only after its # would keep the page
        await page.goto(`${server.url(state.split(/[+@]/)[0] ?? '')}${place === undefined ? '' : `#${place}`}`);
        await page.locator('main:not([aria-busy])').waitFor();
        if (/^(?:offer|strangers)/.test(state)) await page.locator('dialog[open]').waitFor(); // a late part
        const input = page.locator('input[type=file][multiple]');
        if (state.includes('+files'))
          await input.setInputFiles(
            ['避難者名簿.xlsx', 'notice of the water supply.pdf', 'map.png'].map((name, n) => ({
              name,
              mimeType: 'application/octet-stream',
              buffer: Buffer.alloc(12_345 * (n + 1) ** 5),
            })),
          );
        if (state.includes('+depart')) await page.locator('.device').nth(0).click();
        if (state.includes('+note')) await page.locator('.departure .quiet').click();
        if (state.includes('+several')) {
          await page.locator('.toggle').click();
          await page.locator('.device').nth(0).click();
          await page.locator('.device').nth(1).click();
        }
        if (state.includes('+rename')) await page.locator('.own-name').click();
        if (/[+](?:hint|forget|report)/.test(state)) await page.locator('.sign-line a').click();
        if (/[+](?:open|hint)/.test(state)) await page.locator('summary').first().click();
        if (state.includes('+delete'))
          await page
            .locator('.button', { hasText: /^(Delete all|すべて消す|Delete|消す)$/ })
            .last()
            .click();
        if (state.includes('+handed')) await page.locator('.save .primary').first().click();
        if (state.includes('+decline')) {
          await page.evaluate(settled);
          await page.locator('.offer-answers .button').last().click();
        }
        if (state.includes('+declineopen')) await page.locator('.strangers-title').click();
        if (state.includes('+forget')) await page.locator('.extras .button', { hasText: FORGET }).click();
        if (state.includes('+forgetyes')) {
          // The rest is named only when the browser refuses to remove something.
          if (state.includes('+forgetyesleft')) await page.evaluate('Storage.prototype.removeItem = () => { throw 0 }');
          if (state.includes('+forgetyesleft')) await page.evaluate("localStorage.setItem('hikyaku-language', '')");
          await page.locator('.offer-answer .button').nth(1).click();
          await page.locator('.forgotten .actions').waitFor();
        }
        if (state.includes('+report')) {
          await page.locator('.report-way').click();
          await page.locator('.report textarea[aria-busy=false]').waitFor();
          if (state.includes('+reportcopied')) await page.locator('.offer-answer .primary').click();
        }
        if (state.includes('+who')) await page.locator('.offer-more [aria-expanded]').last().click();
        if (state.includes('+some')) await page.locator('.offer-more [aria-expanded]').first().click();
        if (state.includes('+gone'))
          await page.evaluate(`{
            const { offers, transfers } = window.model;
            const [{ key, peer, peerName }] = offers.value;
            const end = { key, peer, peerName, phase: 'cancelled', by: 'absence', direction: 'receiving', contents: 'named' };
            transfers.value = [{ ...end, title: 'a.jpg', files: 1, totalBytes: 9, storedBytes: 0, verified: false }];
            offers.value = [];
          }`);
        if (state.includes('+look')) await page.locator('.ask-pictures .button').click();
        if (state.includes('+tile')) await page.locator('.tile').nth(1).click();
        if (state.includes('+large')) await page.evaluate("document.documentElement.style.fontSize = '200%'");
        if (state.includes('+sure')) await page.locator('.make-sure-of').click();
        if (state.includes('+mine')) await page.locator('.make-sure-way .button').last().click();
        if (state.includes('+photo')) await page.locator('.make-sure-way .button').nth(1).click();
        if (state.includes('+untick')) await page.locator('.tick input').nth(0).click();
        await page.evaluate(settled);
        const wide = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
        if (wide) process.stderr.write(`${view} ${locale} ${state}: scrolls sideways\n`);
        const fullPage =
          !/^(?:offer|strangers|compare)/.test(state) &&
          state !== 'thousands' &&
          !/[+](?:several|depart|forget|report|sure)/.test(state);
        await page.screenshot({ path: `${OUT}/${state}-${view}-${colorScheme}-${locale}.png`, fullPage });
      }
      await page.close();
    }
await browser.close();
await server.close();
