/**
 * The animation in README.md: a photo goes from one phone to the other, step by step, on real pages. An animated WebP of a few
 * still pictures, each long enough to be read.
 */
import { execFileSync } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { temporaryFolder } from '../drive/files.ts';
import { Phone } from '../drive/phone.ts';
import { takePhotos } from '../drive/photos.ts';
import { Router } from '../drive/router.ts';
import { sideBySide } from './in-use.ts';
import { AS_PHONE, shot } from './shot.ts';

const SCREEN = { width: 390, height: 700 };
/** How long each picture is shown, in milliseconds, and the last one. */
const STEP_MS = 1_800;
const LAST_MS = 3_600;
/** Of the pictures, from 0 to 100: text stays sharp. */
const QUALITY = 72;
const PHOTOS = 6;

/** Writes the animation to `path`. */
export async function takeInMotion(path: string): Promise<void> {
  const router = await Router.start(['--name', 'East Gym']);
  const folder = await temporaryFolder('in-motion');
  const phones: Phone[] = [];
  const frames: string[] = [];
  const step = async (): Promise<void> => {
    const screens: Buffer[] = [];
    for (const phone of phones) screens.push(await shot(phone.chromium.page, 2));
    const frame = join(folder.path, `frame-${frames.length}.png`);
    await writeFile(frame, await sideBySide(screens));
    frames.push(frame);
  };
  try {
    for (const name of ['Hana', 'Kenji'])
      phones.push(await Phone.open(name, router.plainUrl, { viewport: SCREEN, initScript: AS_PHONE }));
    const [hana, kenji] = phones;
    if (hana === undefined || kenji === undefined) throw new Error('two phones were wanted');
    await hana.waitForDevice(kenji.name);
    await kenji.waitForDevice(hana.name);
    const photos = await takePhotos(hana, join(folder.path, 'DCIM'), PHOTOS);
    await step();
    await hana.chooseFiles('Choose files', photos);
    await hana.chromium.page.getByText(`${PHOTOS} photos`).first().waitFor(); // within a button that has a name of its own
    await step();
    await hana.press({ role: 'button', prefix: kenji.name, in: { role: 'list', name: 'Devices' } });
    await hana.chromium.page.getByRole('button', { name: 'Send now' }).waitFor();
    await step();
    await hana.sendNow(1);
    await kenji.offer();
    await step();
    await kenji.press({ role: 'button', name: 'Show pictures' });
    await kenji.chromium.page
      .locator('dialog canvas')
      .nth(PHOTOS - 1)
      .waitFor();
    await step();
    await kenji.accept();
    await kenji.waitForState(hana.name, 'Saved');
    await hana.waitForState(kenji.name, 'Sent');
    await kenji.chromium.page.getByRole('button', { name: 'Later' }).waitFor();
    await step();
    const flags = frames.flatMap((frame, at) => ['-d', String(at === frames.length - 1 ? LAST_MS : STEP_MS), frame]);
    execFileSync('img2webp', ['-loop', '0', '-lossy', '-q', String(QUALITY), '-m', '6', ...flags, '-o', path]);
  } finally {
    await Promise.all(phones.map((phone) => phone.close()));
    await router.stop();
    await folder.remove();
  }
}
