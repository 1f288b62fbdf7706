/** The poster and the captive page as a browser shows and prints them. */
import { type Browser, chromium, type Page } from 'playwright-core';
import decodeQR from 'qr/decode.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CHROMIUM_PAGES } from '../drive/chromium.ts';
import { HOST, type Running, start } from '../router/setting.ts';

const WIFI = { ssid: '避難所; "東" \\ A:B,C', password: 'a;b:c,d"e\\f 9' };
/** Written out: every character with a meaning in the code is behind a backslash. */
const WIFI_CODE = 'WIFI:T:WPA;P:a\\;b\\:c\\,d\\"e\\\\f 9;S:避難所\\; \\"東\\" \\\\ A\\:B\\,C;;';
let browser: Browser;
/** The page that reads codes from pictures. */
let reader: Page;
let running: Running;
beforeAll(async () => {
  browser = await chromium.launch({ executablePath: CHROMIUM_PAGES, args: ['--no-sandbox'] });
  reader = await browser.newPage();
  running = await start({}, { name: '第二避難所・東体育館', waysIn: { wifi: WIFI, publicPort: 80 } });
});
afterAll(async () => {
  await browser?.close();
  await running?.router.stop();
});

async function open(path: string, width = 1280, port = running.port): Promise<Page> {
  const page = await browser.newPage({ viewport: { width, height: 900 } });
  const complaints: string[] = [];
  page.on('console', (message) => complaints.push(message.text()));
  const response = await page.goto(`http://${HOST}:${port}${path}`);
  expect(response?.status()).toBe(200);
  // Browsers ask for the app's icon by themselves, and there is no app here.
  expect(complaints.filter((line) => !line.includes('503'))).toEqual([]);
  return page;
}

/** Reads a code as a camera would from the screen. */
async function scan(page: Page, code: string): Promise<string> {
  const png = await page.locator(code).screenshot();
  const { width, height, pixels } = await reader.evaluate(async (base64) => {
    const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
    const image = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
    const context = new OffscreenCanvas(image.width, image.height).getContext('2d');
    if (context === null) throw new Error('no canvas');
    context.drawImage(image, 0, 0);
    const { data } = context.getImageData(0, 0, image.width, image.height);
    // As text: a list of that many numbers takes seconds to transfer.
    let pixels = '';
    for (const value of data) pixels += String.fromCharCode(value);
    return { width: image.width, height: image.height, pixels };
  }, png.toString('base64'));
  return decodeQR({ width, height, data: Buffer.from(pixels, 'latin1') });
}

const pagesOf = (pdf: Buffer): number => pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0;
/** In points, as PDF has it. */
const paperOf = (pdf: Buffer): readonly number[] =>
  (/\/MediaBox\s*\[([\d. ]+)\]/.exec(pdf.toString('latin1'))?.[1] ?? '')
    .trim()
    .split(/\s+/)
    .map(Number)
    .map(Math.round);

describe.each([
  ['a4', [0, 0, 842, 595]],
  ['a6', [0, 0, 298, 420]],
] as const)('the poster in %s', (size, paper) => {
  let page: Page;
  beforeAll(async () => {
    page = await open(`/poster?size=${size}`);
  });

  it('is one page, on that paper', async () => {
    const pdf = await page.pdf({ preferCSSPageSize: true });
    expect(pagesOf(pdf)).toBe(1);
    const [left, top, width = 0, height = 0] = paperOf(pdf);
    expect([left, top]).toEqual([0, 0]);
    expect(Math.abs(width - paper[2])).toBeLessThanOrEqual(1);
    expect(Math.abs(height - paper[3])).toBeLessThanOrEqual(1);
  });

  it('has nothing cut off', async () => {
    const outside = await page.evaluate(() => {
      const sheet = document.querySelector('main')?.getBoundingClientRect();
      if (sheet === undefined) throw new Error('no sheet');
      return [...document.querySelectorAll('main *')]
        .filter((element) => {
          const { left, top, right, bottom, width } = element.getBoundingClientRect();
          if (width === 0) return false; // not shown: brackets around readings, for browsers without ruby
          return left < sheet.left - 1 || top < sheet.top - 1 || right > sheet.right + 1 || bottom > sheet.bottom + 1;
        })
        .map((element) => element.outerHTML.slice(0, 80));
    });
    expect(outside).toEqual([]);
  });

  it('has codes that a camera reads', async () => {
    expect(await scan(page, '.c1 .qr')).toBe(WIFI_CODE);
    expect(await scan(page, '.c2 .qr')).toBe(`http://${HOST}/`);
    expect(await page.locator('.c1 dd').allTextContents()).toEqual([WIFI.ssid, WIFI.password]);
  });

  it('has lines to write on when the Wi-Fi is not known', async () => {
    const bare = await start();
    const blank = await open(`/poster?size=${size}`, 1280, bare.port);
    expect(await blank.locator('.c1 .blank').count()).toBe(2);
    expect(await blank.locator('.c1 .qr').count()).toBe(0);
    expect(pagesOf(await blank.pdf({ preferCSSPageSize: true }))).toBe(1);
    await blank.close();
    await bare.router.stop();
  });
});

it('the poster has room for the longest possible name and password', async () => {
  const wifi = { ssid: 'W'.repeat(32), password: 'M'.repeat(63) };
  const long = await start({}, { name: '長い名前の避難所'.repeat(3), waysIn: { wifi } });
  for (const size of ['a4', 'a6']) {
    const page = await open(`/poster?size=${size}`, 1280, long.port);
    const { inside, needed } = await page.locator('main').evaluate((sheet) => ({
      inside: [sheet.clientWidth, sheet.clientHeight],
      needed: [sheet.scrollWidth, sheet.scrollHeight],
    }));
    expect(needed, size).toEqual(inside);
    expect(await scan(page, '.c1 .qr')).toBe(`WIFI:T:WPA;P:${wifi.password};S:${wifi.ssid};;`);
    await page.close();
  }
  await long.router.stop();
});

describe('the captive page', () => {
  it.each([320, 390, 1280])('fits %i pixels', async (width) => {
    const page = await open('/welcome', width);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
    await page.close();
  });

  it('has a code that a camera reads, also in the dark scheme', async () => {
    const page = await open('/welcome', 390);
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      expect(await scan(page, '.qr')).toBe(`http://${HOST}/`);
    }
    await page.close();
  });
});
