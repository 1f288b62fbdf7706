/** Pictures of the operator's page in its states: part of `npm run screenshots`. */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { CHROMIUM } from '../../drive/chromium.ts';
import { serveStatus } from './serve.ts';
import { STATES, type StateName } from './states.ts';

const VIEWS = {
  small: { width: 320, height: 640 },
  desktop: { width: 1280, height: 800 },
} as const;
const SCHEMES = ['light', 'dark'] as const;
const LANGUAGES = ['ja', 'en'] as const;

/** Writes the pictures into `out`, and returns their paths. */
export async function statusPictures(
  out: string,
  states: readonly StateName[] = ['alone', 'three', 'twenty', 'trouble', 'single-lan'],
): Promise<readonly string[]> {
  await mkdir(out, { recursive: true });
  const written: string[] = [];
  const served = await serveStatus(STATES.alone);
  const browser = await chromium.launch({ executablePath: CHROMIUM, args: ['--no-sandbox'] });
  try {
    for (const [view, viewport] of Object.entries(VIEWS))
      for (const colorScheme of SCHEMES) {
        const page = await browser.newPage({ viewport, colorScheme });
        for (const state of states)
          for (const language of LANGUAGES) {
            served.show(STATES[state]);
            await page.goto(`${served.url}?lang=${language}&refresh=off`);
            const path = join(out, `status-${state}-${view}-${colorScheme}-${language}.png`);
            await page.screenshot({ path, fullPage: true });
            written.push(path);
          }
        await page.close();
      }
  } finally {
    await browser.close();
    await served.close();
  }
  return written;
}
