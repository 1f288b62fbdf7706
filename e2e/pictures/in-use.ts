/** The picture in README.md: two phones, side by side, while a file goes over. Made with the other screenshots, or alone. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { CHROMIUM } from '../drive/chromium.ts';
import { sparseFile, temporaryFolder } from '../drive/files.ts';
import { Phone } from '../drive/phone.ts';
import { Router } from '../drive/router.ts';
import { AS_PHONE, shot } from './shot.ts';

const SCREEN = { width: 400, height: 740 };
/** How wide each phone is in the picture, in pixels of a page; the picture has half as many again. */
const SHOWN = 300;
const GAP = 24;
const SHARPNESS = 1.5;
/** So large that the transfer lasts while the pictures are taken, in bytes; sparse, so that it takes no room. */
const FILM_BYTES = 400_000_000;
/** How far it has come, in percent. */
const UNDER_WAY = 40;

/** Writes the picture to `path`. */
export async function takeInUse(path: string): Promise<void> {
  const router = await Router.start(['--name', 'East Gym']);
  const files = await temporaryFolder('in-use');
  const phones: Phone[] = [];
  const open = async (name: string): Promise<Phone> => {
    const phone = await Phone.open(name, router.plainUrl, { viewport: SCREEN, initScript: AS_PHONE });
    phones.push(phone);
    return phone;
  };
  try {
    const hana = await open('Hana');
    const kenji = await open('Kenji');
    await hana.waitForDevice(kenji.name);
    const film = await sparseFile(join(files.path, 'Film of the east side.mov'), FILM_BYTES);
    await hana.sendFiles([film], [kenji.name]);
    await kenji.accept();
    await kenji.waitForState('Film', 'Receiving', { progress: UNDER_WAY });
    const screens = [];
    for (const phone of [hana, kenji]) screens.push(await shot(phone.chromium.page, 2));
    await writeFile(path, await sideBySide(screens));
  } finally {
    await Promise.all(phones.map((phone) => phone.close()));
    await router.stop();
    await files.remove();
  }
}

/** The screens as phones that lie on a table. */
export async function sideBySide(screens: readonly Buffer[]): Promise<Buffer> {
  const browser = await chromium.launch({ executablePath: CHROMIUM, args: ['--no-sandbox'] });
  try {
    const page = await browser.newPage({ deviceScaleFactor: SHARPNESS });
    const images = screens.map((png) => `<img src="data:image/png;base64,${png.toString('base64')}" />`);
    await page.setContent(`<style>
      body { margin: 0 }
      div { display: inline-flex; gap: ${GAP}px; padding: ${GAP}px; background: #d9d2c3 }
      img { width: ${SHOWN}px; border: 6px solid #26221c; border-radius: 22px }
    </style><div>${images.join('')}</div>`);
    return await page.locator('div').screenshot();
  } finally {
    await browser.close();
  }
}
