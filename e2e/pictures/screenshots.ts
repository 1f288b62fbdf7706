/**
 * `npm run screenshots`: pictures of every screen of the real app on real browsers behind the real router, into
 * e2e/output/screenshots. Each state is reached once; then the same page is taken in every size, scheme and language.
 * `-- --only readme --out docs` makes those in README.md anew.
 */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { randomFile, sparseFile, temporaryFolder } from '../drive/files.ts';
import { Phone } from '../drive/phone.ts';
import { Router } from '../drive/router.ts';
import { takeInMotion } from './in-motion.ts';
import { takeInUse } from './in-use.ts';
import { statusPictures } from './status/pictures.ts';
import { run as shootWayIn } from './way-in.ts';

const VIEWS = {
  phone: { width: 390, height: 844 },
  small: { width: 320, height: 640 },
  desktop: { width: 1280, height: 800 },
} as const;
const SCHEMES = ['light', 'dark'] as const;
const LANGUAGES = ['en', 'ja'] as const;
/**
 * So large that the transfer lasts through all pictures of two states, in bytes. Sparse: it takes no room at the
 * sender.
 */
const LONG_FILE_BYTES = 700_000_000;
/** Progress at which these pictures are taken, in percent. */
const UNDER_WAY = 12;

export async function run(options: Readonly<Record<string, string>>): Promise<readonly string[]> {
  const out = options['out'] || 'e2e/output/screenshots';
  await mkdir(out, { recursive: true });
  const only = options['only'];
  if (only !== undefined && only !== 'readme') throw new Error(`--only ${only}: expected readme`);
  const others = only === undefined ? [...(await shootApp(out)), ...(await shootWayIn({ out }))] : [];
  const [still, moving] = [join(out, 'in-use.png'), join(out, 'in-motion.webp')];
  await takeInUse(still);
  await takeInMotion(moving);
  return [...others, still, moving];
}

/** Not in pieces: each state follows from the one before. */
async function shootApp(out: string): Promise<readonly string[]> {
  const written: string[] = [];
  const router = await Router.start(['--name', 'East Gym', '--https-port', '0']);
  const files = await temporaryFolder('pictures');
  const phones: Phone[] = [];
  const open = async (name: string): Promise<Phone> => {
    const phone = await Phone.open(name, router.plainUrl);
    phones.push(phone);
    return phone;
  };
  const shoot: Shoot = async (phone, state) => {
    written.push(...(await shootAll(phone.chromium.page, join(out, state))));
  };
  try {
    const hana = await open('Hana’s phone');
    await shoot(hana, 'empty');

    const desk = await open('受付のパソコン');
    const otter = await open('Calm Otter');
    for (const name of [desk.name, otter.name]) await hana.waitForDevice(name);
    await otter.waitForDevice(desk.name);
    await shootAround(hana, shoot);

    const map = await randomFile(join(files.path, '避難所の地図.pdf'), 1_280_000);
    const list = await randomFile(join(files.path, 'evacuees.csv'), 18_400);
    const notice = await randomFile(join(files.path, 'notice of the water supply, east side.pdf'), 820_000);
    await hana.chooseFiles('Choose files', [map, list, notice]);
    await shoot(hana, 'files');
    await hana.press({ role: 'button', name: 'Send to several' });
    await shoot(hana, 'several');
    await hana.press({ role: 'button', name: 'Send to several' });

    await hana.sendChosen(desk.name);
    await desk.offer();
    await shoot(desk, 'offer');
    await shoot(hana, 'waiting');
    await desk.accept();
    await desk.waitForState(hana.name, 'Saved');
    await hana.waitForState(desk.name, 'Sent');
    await shoot(hana, 'sent');
    await shootArrived(desk, hana.name, shoot);

    const film = await sparseFile(join(files.path, 'film.mov'), LONG_FILE_BYTES);
    await otter.sendFiles([film], [desk.name]);
    await desk.accept();
    await desk.waitForState('film.mov', 'Receiving', { progress: UNDER_WAY });
    await shoot(desk, 'receiving');
    await shoot(otter, 'sending');
    otter.kill();
    await desk.waitForState('film.mov', ['Interrupted', 'Failed']);
    await shoot(desk, 'failed');

    // A page made by the router: its address gives the language.
    const trust = async (page: Page, language: string) =>
      void (await page.goto(`${router.plainUrl}trust?lang=${language}`));
    written.push(...(await shootAll(hana.chromium.page, join(out, 'trust'), trust)));
    written.push(...(await statusPictures(out)));
  } finally {
    await Promise.all(phones.map((phone) => phone.close()));
    await router.stop();
    await files.remove();
  }
  return written;
}

type Shoot = (phone: Phone, state: string) => Promise<void>;

/** What is seen before anything is sent. */
async function shootAround(phone: Phone, shoot: Shoot): Promise<void> {
  await shoot(phone, 'devices');
  await phone.goHere();
  await shoot(phone, 'here');
  await phone.goHome();
  await phone.press({ role: 'link', name: 'Bring somebody in' });
  await shoot(phone, 'bring-in');
  await phone.goHome();
  await phone.press({ role: 'link', name: 'Board' });
  await shoot(phone, 'board');
  await phone.press({ role: 'button', name: 'New post' });
  await shoot(phone, 'new-post');
  await phone.goHome();
}

/** What somebody sees who has just received something. */
async function shootArrived(phone: Phone, from: string, shoot: Shoot): Promise<void> {
  await phone.chromium.page.getByRole('button', { name: 'Later' }).waitFor();
  await shoot(phone, 'arrived');
  await phone.press({ role: 'button', name: 'Later' });
  await shoot(phone, 'saved');
  await phone.goReceived();
  await shoot(phone, 'inbox');
  await phone.press({ role: 'button', name: 'Back' });
  await phone.press({ role: 'link', prefix: `About ${from}` });
  await shoot(phone, 'person');
  await phone.goHome();
}

async function shootAll(page: Page, name: string, say = speak): Promise<string[]> {
  const paths: string[] = [];
  for (const [view, size] of Object.entries(VIEWS)) {
    await page.setViewportSize(size);
    for (const colorScheme of SCHEMES) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      for (const language of LANGUAGES) {
        await say(page, language);
        const path = `${name}-${view}-${colorScheme}-${language}.png`;
        await page.screenshot({ path, animations: 'disabled' });
        paths.push(path);
      }
    }
  }
  await say(page, 'en');
  return paths;
}

/** Changes the page's language in place; behind an open dialog nobody could press the menu itself. */
async function speak(page: Page, language: string): Promise<void> {
  await page.evaluate((tag) => {
    const select = document.querySelector('select');
    if (!select) throw new Error('the page has no choice of languages');
    select.value = tag;
    select.dispatchEvent(new Event('change', { bubbles: true }));
  }, language);
  await page.locator(`html[lang=${language}]`).waitFor();
}
