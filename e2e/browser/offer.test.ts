/** What is on offer, seen before it is accepted: small pictures between real pages, and what is saved as it arrives. */
import { writeFile } from 'node:fs/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { sha256 } from '../drive/files.ts';
import type { Phone } from '../drive/phone.ts';
import { Stage, together } from '../drive/stage.ts';

const PICTURE = `(() => {
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [1600, 1200];
  const context = canvas.getContext('2d');
  for (let at = 0; at < 400; at += 1) {
    context.fillStyle = 'hsl(' + (at * 37) % 360 + ' 60% 50%)';
    context.fillRect((at * 211) % 1600, (at * 97) % 1200, 120, 90);
  }
  return canvas.toDataURL('image/jpeg').split(',')[1];
})()`;
/** Width and height of each small picture that is drawn. */
const DRAWN = `[...document.querySelectorAll('dialog .tiles canvas')].map(({ width, height }) => [width, height]).filter(([width]) => width > 0)`;
const SMALL = [200, 150];

let stage: Stage;
let aki: Phone;
let haru: Phone;
let photos: string[];

beforeAll(async () => {
  stage = await Stage.set({ browser: 'pages' });
  [aki, haru] = await Promise.all([stage.phone('Aki'), stage.phone('Haru')]);
  await together(aki, haru);
  const jpeg = Buffer.from((await aki.evaluate(PICTURE)) as string, 'base64');
  photos = [stage.path('sea.jpg'), stage.path('hill.jpg')];
  for (const path of photos) await writeFile(path, jpeg);
});
afterAll(() => stage.strike());

it('a stranger’s pictures come when the person presses, and not before', async () => {
  await aki.sendFiles(photos, ['Haru']);
  const offer = await haru.offerOf('sea.jpg');
  expect(offer.text).toContain('You have not met before');
  expect(await haru.evaluate(DRAWN)).toEqual([]);
  await haru.press({ role: 'button', name: 'Show pictures' });
  await expect.poll(() => haru.evaluate(DRAWN), { timeout: 20_000 }).toEqual([SMALL, SMALL]);
  await haru.accept();
  await haru.waitForState('Aki', 'Saved');
});

it('those of somebody who has sent before come by themselves; what is received and saved is the file itself', async () => {
  const [sea = ''] = photos;
  await aki.sendFiles([sea], ['Haru']);
  await haru.offerOf('sea.jpg');
  await expect.poll(() => haru.evaluate(DRAWN), { timeout: 20_000 }).toEqual([SMALL]);
  const saved = await haru.saveHere('Receive and save', stage.path('saved'));
  expect(await sha256(saved.path)).toBe(await sha256(sea));
  expect(saved.name).toBe('sea.jpg');
  await haru.waitForState('sea.jpg', 'Saved');
});
