/** Photos as a phone's camera names them: real JPEGs, each another picture. */
import { mkdir, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Phone } from './phone.ts';

/** The first number in their names, as a phone that has taken pictures before. */
const FIRST = 2041;
/** When they were taken: in the afternoon of one day, a minute apart. */
const TAKEN = new Date('2026-11-28T14:02:00');
const MINUTE_MS = 60_000;

/** Draws in the page: a sky, hills and a sun that differ from number to number, and grain, so that it does not shrink to nothing. */
const DRAW = `async (number, width, height) => {
  const canvas = new OffscreenCanvas(width, height);
  const pen = canvas.getContext('2d');
  const hue = (number * 47) % 360;
  const sky = pen.createLinearGradient(0, 0, 0, height);
  sky.addColorStop(0, 'hsl(' + hue + ' 70% 45%)');
  sky.addColorStop(1, 'hsl(' + ((hue + 60) % 360) + ' 60% 80%)');
  pen.fillStyle = sky;
  pen.fillRect(0, 0, width, height);
  pen.fillStyle = 'hsl(45 90% 70%)';
  pen.beginPath();
  pen.arc(width * (0.15 + (number % 7) / 10), height * 0.3, height / 9, 0, 7);
  pen.fill();
  for (let hill = 0; hill < 3; hill++) {
    pen.fillStyle = 'hsl(' + ((hue + 150 + hill * 20) % 360) + ' 35% ' + (45 - hill * 12) + '%)';
    pen.beginPath();
    pen.moveTo(0, height);
    for (let x = 0; x <= width; x += width / 24)
      pen.lineTo(x, height * (0.55 + hill * 0.13) + Math.sin(x / (90 + hill * 40) + number + hill) * height * 0.07);
    pen.lineTo(width, height);
    pen.fill();
  }
  for (let grain = 0; grain < 6000; grain++) {
    pen.fillStyle = 'rgb(0 0 0 / ' + Math.random() * 0.12 + ')';
    pen.fillRect(Math.random() * width, Math.random() * height, 3, 3);
  }
  const blob = await canvas.convertToBlob({ type: 'image/jpeg', quality: 0.88 });
  const bytes = new Uint8Array(await blob.arrayBuffer());
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return btoa(text);
}`;

/** Writes `count` photos into `folder`; gives their paths. `phone` only lends its browser. */
export async function takePhotos(phone: Phone, folder: string, count: number): Promise<readonly string[]> {
  await mkdir(folder, { recursive: true });
  const paths: string[] = [];
  for (let at = 0; at < count; at++) {
    const path = join(folder, `IMG_${FIRST + at}.JPG`);
    const drawn = await phone.evaluate(`(${DRAW})(${at}, 1600, 1200)`);
    await writeFile(path, Buffer.from(String(drawn), 'base64'));
    const taken = new Date(TAKEN.getTime() + at * MINUTE_MS);
    await utimes(path, taken, taken);
    paths.push(path);
  }
  return paths;
}
