/**
 * Draws the pictures of the web app manifest into `public`, where they are committed: `tsx e2e/run/main.ts
 * e2e/pictures/install-pictures.ts`. Icons come from `favicon.svg`, screenshots from the real app behind the real
 * router. Run it again when the mark or the look of the app changes.
 */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { CHROMIUM } from '../drive/chromium.ts';
import { randomFile, sparseFile, temporaryFolder } from '../drive/files.ts';
import { Phone } from '../drive/phone.ts';
import { Router } from '../drive/router.ts';
import { AS_PHONE, shot } from './shot.ts';

const PUBLIC = fileURLToPath(new URL('../../public', import.meta.url));

/**
 * `ground`: how the red ground is drawn; a system that masks icons needs it up to the edges. `scale`: size of the mark
 * on it; of a maskable icon only a circle of 80 % is sure to be visible.
 */
type IconStyle = { readonly name: string; readonly ground: 'rounded' | 'full' | 'none'; readonly scale: number };

const ICONS: readonly (IconStyle & { readonly size: number })[] = [
  { name: 'any-192', size: 192, ground: 'rounded', scale: 1 },
  { name: 'any-512', size: 512, ground: 'rounded', scale: 1 },
  { name: 'maskable-192', size: 192, ground: 'full', scale: 0.76 },
  { name: 'maskable-512', size: 512, ground: 'full', scale: 0.76 },
  { name: 'monochrome-192', size: 192, ground: 'none', scale: 0.92 },
  { name: 'apple-touch-180', size: 180, ground: 'full', scale: 0.86 },
];

const GROUND = /<rect[^>]*fill="(#\w+)"[^>]*\/>/;

function styled(favicon: string, { ground, scale }: IconStyle): string {
  const [rect = '', red = ''] = GROUND.exec(favicon) ?? [];
  const inner = favicon.replace(/<title>.*<\/title>/, '').replace(/<\/?svg[^>]*>/g, '');
  const mark = inner.replace(rect, '');
  const shift = 16 * (1 - scale);
  const placed = (content: string) => `<g transform="translate(${shift} ${shift}) scale(${scale})">${content}</g>`;
  const svg = (content: string) => `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32">${content}</svg>`;
  if (ground === 'rounded') return svg(placed(inner));
  if (ground === 'full') return svg(`<rect width="32" height="32" fill="${red}"/>${placed(mark)}`);
  // Only the opacity of a monochrome icon counts: red parts of the mark become gaps.
  const opacity = mark.replaceAll(red, '#000');
  return svg(`<mask id="m">${placed(opacity)}</mask><rect width="32" height="32" fill="#000" mask="url(#m)"/>`);
}

async function drawIcons(folder: string): Promise<void> {
  const favicon = await readFile(join(PUBLIC, 'favicon.svg'), 'utf8');
  const browser = await chromium.launch({ executablePath: CHROMIUM, args: ['--no-sandbox'] });
  try {
    for (const icon of ICONS) {
      const page = await browser.newPage({ viewport: { width: icon.size, height: icon.size } });
      const image = `data:image/svg+xml;base64,${Buffer.from(styled(favicon, icon)).toString('base64')}`;
      await page.setContent(
        `<style>body { margin: 0 } img { display: block }</style><img src="${image}" width="${icon.size}">`,
      );
      await page.screenshot({ path: join(folder, `${icon.name}.png`), omitBackground: true });
      await page.close();
    }
  } finally {
    await browser.close();
  }
}

/** So large that the transfer lasts while the pictures are taken, in bytes; sparse, so that it takes no room. */
const LONG_FILE_BYTES = 400_000_000;

async function takeScreenshots(folder: string): Promise<void> {
  const router = await Router.start(['--name', 'East Gym']);
  const files = await temporaryFolder('pictures');
  const phones: Phone[] = [];
  const open = async (name: string, viewport: { width: number; height: number }): Promise<Phone> => {
    const isPhone = viewport.width < viewport.height;
    const phone = await Phone.open(name, router.plainUrl, { viewport, ...(isPhone && { initScript: AS_PHONE }) });
    phones.push(phone);
    return phone;
  };
  try {
    const narrow = { width: 390, height: 844 };
    const hana = await open('Hana’s phone', narrow);
    const otter = await open('Calm Otter', narrow);
    const desk = await open('Reception', { width: 1280, height: 800 });
    for (const phone of [otter, desk]) await hana.waitForDevice(phone.name);
    for (const phone of [hana, otter]) await desk.waitForDevice(phone.name);
    await writeFile(join(folder, 'narrow-devices.png'), await shot(hana.chromium.page, 2));

    const map = await randomFile(join(files.path, 'Map of the shelters.pdf'), 1_280_000);
    const list = await randomFile(join(files.path, 'Water supply.pdf'), 820_000);
    for (const file of [list, map]) {
      await desk.sendFiles([file], [hana.name]);
      await hana.accept();
    }
    for (const name of ['Water supply.pdf', 'Map of the shelters.pdf']) {
      await hana.waitForState(name, 'Saved');
      await desk.waitForState(name, 'Sent');
    }
    await writeFile(join(folder, 'narrow-saved.png'), await shot(hana.chromium.page, 2, '.transfers'));

    const film = await sparseFile(join(files.path, 'Film of the east side.mov'), LONG_FILE_BYTES);
    await otter.sendFiles([film], [desk.name]);
    await desk.accept();
    await desk.waitForState('Film', 'Receiving', { progress: 30 });
    await writeFile(join(folder, 'wide.png'), await shot(desk.chromium.page, 1));
  } finally {
    await Promise.all(phones.map((phone) => phone.close()));
    await router.stop();
    await files.remove();
  }
}

export async function run(): Promise<void> {
  const icons = join(PUBLIC, 'icons');
  const screenshots = join(PUBLIC, 'screenshots');
  for (const folder of [icons, screenshots]) await mkdir(folder, { recursive: true });
  await drawIcons(icons);
  await takeScreenshots(screenshots);
}
