/**
 * Pictures of the pages for people who do not know the router yet: the captive window's in the sizes and schemes of
 * phones; the poster as it lies on paper, also as PDF. `npm run screenshots` takes them with the app's.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';
import { CHROMIUM } from '../drive/chromium.ts';
import { Router } from '../drive/router.ts';

/** The user agent of iOS's captive window. */
const MINI_BROWSER =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148';
const BROWSER =
  'Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Mobile Safari/537.36';
const WINDOWS = { phone: { width: 390, height: 844 }, small: { width: 320, height: 568 } } as const;
const WIFI = ['--ssid', '避難所 Free Wi-Fi', '--wifi-password', 'minna;2026'];
/** Sizes of the formats in millimetres; pictures have 4 pixels to one. */
const PAPER = { a4: { width: 297, height: 210 }, a6: { width: 105, height: 148 } } as const;
const CSS_PIXELS_PER_MM = 96 / 25.4;

export async function run(options: Readonly<Record<string, string>>): Promise<readonly string[]> {
  const out = options['out'] || 'e2e/output/screenshots';
  await mkdir(out, { recursive: true });
  const browser = await chromium.launch({ executablePath: CHROMIUM, args: ['--no-sandbox'] });
  const named = await Router.start(['--name', '東体育館', ...WIFI]);
  const unnamed = await Router.start(['--name', 'East Gym']);
  try {
    return [
      ...(await shootWindows(browser, named.url, out)),
      ...(await shootPoster(browser, named.url, join(out, 'poster'))),
      ...(await shootPoster(browser, unnamed.url, join(out, 'poster-to-write-on'))),
    ];
  } finally {
    await browser.close();
    await Promise.all([named.stop(), unnamed.stop()]);
  }
}

async function shootWindows(browser: Browser, url: string, out: string): Promise<readonly string[]> {
  const paths: string[] = [];
  for (const [size, viewport] of Object.entries(WINDOWS))
    for (const colorScheme of ['light', 'dark'] as const)
      for (const [name, path, userAgent] of [
        ['captive', '/welcome', MINI_BROWSER],
        ['captive-next', '/welcome/next', MINI_BROWSER],
        ['captive-in-browser', '/welcome', BROWSER],
      ] as const) {
        const page = await browser.newPage({ viewport, colorScheme, deviceScaleFactor: 2, userAgent });
        await page.goto(new URL(path, url).href);
        const file = join(out, `${name}-${size}-${colorScheme}.png`);
        await page.screenshot({ path: file, fullPage: true });
        paths.push(file);
        await page.close();
      }
  return paths;
}

async function shootPoster(browser: Browser, url: string, name: string): Promise<readonly string[]> {
  const paths: string[] = [];
  for (const [size, paper] of Object.entries(PAPER)) {
    const page = await browser.newPage({ deviceScaleFactor: 2 });
    await page.goto(new URL(`/poster?size=${size}`, url).href);
    await writeFile(`${name}-${size}.pdf`, await page.pdf({ preferCSSPageSize: true }));
    await page.emulateMedia({ media: 'print' });
    await page.setViewportSize({
      width: Math.round(paper.width * CSS_PIXELS_PER_MM),
      height: Math.round(paper.height * CSS_PIXELS_PER_MM),
    });
    await page.screenshot({ path: `${name}-${size}.png` });
    paths.push(`${name}-${size}.pdf`, `${name}-${size}.png`);
    await page.close();
  }
  return paths;
}
