/** Twelve ways through the app, as people in a shelter go them: what is touched, and how it can be seen that it has worked. */
import { readdir } from 'node:fs/promises';
import { basename } from 'node:path';
import { sha256 } from '../../../drive/files.ts';
import type { Target } from '../../../drive/page/screen.ts';
import type { Finger } from '../finger.ts';
import { downloads } from './downloads.ts';
import { button, type Ground, link, OFFER, PHOTOS, person } from './ground.ts';

export type Journey = {
  readonly name: string;
  /** Most taps, and letters that are typed, of all who take part together. */
  readonly goal: { readonly taps: number; readonly letters?: number };
  /** Gives those who took part. Throws if it did not lead where it should. */
  walk(ground: Ground): Promise<readonly Finger[]>;
};

const CHOOSE = button('Choose files');
const RECEIVED: Target = { role: 'button', prefix: 'IMG_2041.JPG', in: { role: 'list', name: 'Received files' } };
const TAKE = button('Receive and save', OFFER);

function hold(isTrue: boolean, what: string): void {
  if (!isTrue) throw new Error(`it should be so, and is not: ${what}`);
}

/** These photos lie in the folder of the person's downloads, bit for bit. */
async function holdSaved(folder: string, photos: readonly string[]): Promise<void> {
  const there = await Promise.all((await readdir(folder)).map((name) => sha256(`${folder}/${name}`)));
  for (const photo of photos) hold(there.includes(await sha256(photo)), `${basename(photo)} is on the device`);
}

async function firstPhoto(ground: Ground): Promise<readonly Finger[]> {
  const [hana, kenji] = await pair(ground);
  const photos = ground.photos.slice(0, 1);
  await hana.pick(person('Kenji'), photos);
  const saved = await downloads(kenji.phone, ground.path('first'), 1, () => kenji.tap(TAKE));
  await holdSaved(saved, photos);
  return [hana, kenji];
}

async function thirtyPhotos(ground: Ground): Promise<readonly Finger[]> {
  const [hana, kenji] = await pair(ground);
  await hana.pick(CHOOSE, ground.photos);
  await hana.tap(person('Kenji'));
  const saved = await downloads(kenji.phone, ground.path('thirty'), PHOTOS, () => kenji.tap(TAKE));
  await holdSaved(saved, ground.photos);
  return [hana, kenji];
}

async function amongForty(ground: Ground): Promise<readonly Finger[]> {
  const room = await ground.room(40);
  const [hana, kenji] = await pair(ground);
  await hana.phone.waitForDevice(room.names[39] ?? '');
  await hana.tap({ role: ['searchbox', 'textbox'], name: 'Find somebody' });
  await hana.type('ken');
  await hana.pick(person('Kenji'), ground.photos.slice(0, 1));
  await kenji.phone.offer();
  return [hana];
}

async function wrongPerson(ground: Ground): Promise<readonly Finger[]> {
  const [hana, kenji, other] = await ground.phones('Hana', 'Kenji', 'Kenta');
  if (!hana || !kenji || !other) throw new Error('three phones were wanted');
  await hana.pick(CHOOSE, ground.photos.slice(0, 1));
  await hana.tap(person('Kenta'));
  await hana.tap(button('Undo'));
  await hana.tap(person('Kenji'));
  await kenji.phone.offer();
  hold(!(await other.phone.text()).includes('Incoming files'), 'the wrong person was asked nothing');
  return [hana];
}

async function everybody(ground: Ground): Promise<readonly Finger[]> {
  const [hana, ...others] = await ground.phones('Hana', 'Kenji', 'Mei');
  if (!hana) throw new Error('a phone was wanted');
  await hana.pick(CHOOSE, ground.photos.slice(0, 3));
  await hana.tap(button('Send to several'));
  await hana.tap(button('Everybody'));
  await hana.tap(button('Send'));
  for (const { phone } of others) await phone.offer();
  return [hana];
}

async function declined(ground: Ground): Promise<readonly Finger[]> {
  const [hana, kenji] = await pair(ground);
  await hana.phone.sendFiles(ground.photos.slice(0, 2), ['Kenji']);
  await kenji.phone.offer();
  await kenji.tap(button('Decline', OFFER));
  await hana.phone.waitForState('2 photos', 'Declined');
  return [kenji];
}

async function bringIn(ground: Ground): Promise<readonly Finger[]> {
  const [hana] = await pair(ground);
  await hana.tap(link('Bring somebody in'));
  await hana.see({ role: 'img', prefix: 'Code that joins' });
  hold((await hana.phone.text()).includes(new URL(ground.address).host), 'the plain address is told');
  return [hana];
}

async function reloaded(ground: Ground): Promise<readonly Finger[]> {
  const [hana, kenji] = await pair(ground);
  await hana.phone.sendFiles(ground.photos, ['Kenji']);
  await kenji.phone.offer();
  await hana.phone.open(ground.address);
  await hana.phone.waitForStatus('Online');
  await hana.pick(button('Choose the same files again'), ground.photos);
  await kenji.tap(button('Accept', OFFER));
  await hana.phone.waitForState('30 photos', 'Sent');
  return [hana, kenji];
}

async function yesterdays(ground: Ground): Promise<readonly Finger[]> {
  const kenji = await received(ground);
  await kenji.phone.open(ground.address);
  await kenji.tap(link('Received'));
  await kenji.tap(RECEIVED);
  const saved = await downloads(kenji.phone, ground.path('again'), 1, () => kenji.tap(button('Save to device')));
  await holdSaved(saved, ground.photos.slice(0, 1));
  return [kenji];
}

async function deletedByMistake(ground: Ground): Promise<readonly Finger[]> {
  const kenji = await received(ground);
  await kenji.tap(link('Received'));
  await kenji.tap(RECEIVED);
  await kenji.tap(button('Delete'));
  await kenji.tap(button('Delete'));
  await kenji.tap({ role: 'button', prefix: 'Recently deleted' });
  await kenji.tap({ role: 'button', prefix: 'Undo:' });
  await kenji.phone.waitForText('IMG_2041.JPG');
  return [kenji];
}

async function madeSure(ground: Ground): Promise<readonly Finger[]> {
  const [hana, kenji] = await pair(ground);
  await hana.tap({ role: 'link', prefix: 'About Kenji' });
  await hana.tap(button('Make sure'));
  await hana.tap({ role: 'button', prefix: 'Compare pictures' });
  await kenji.tap(button('Accept'));
  for (const finger of [hana, kenji]) await finger.tap(button('They are the same'));
  for (const finger of [hana, kenji]) await finger.tap(button('Done'));
  await hana.phone.waitForText('Known');
  return [hana, kenji];
}

async function otherLanguage(ground: Ground): Promise<readonly Finger[]> {
  const [hana] = await pair(ground);
  await hana.choose({ role: 'combobox', prefix: 'Language' }, 'vi');
  await hana.phone.waitForText('Chọn tệp');
  hold((await hana.phone.evaluate('document.documentElement.lang')) === 'vi', 'the page says its language');
  return [hana];
}

async function pair(ground: Ground): Promise<readonly [Finger, Finger]> {
  const [hana, kenji] = await ground.phones('Hana', 'Kenji');
  if (!hana || !kenji) throw new Error('two phones were wanted');
  return [hana, kenji];
}

/** Kenji, who has taken a photo and has put it nowhere yet. */
async function received(ground: Ground): Promise<Finger> {
  const [hana, kenji] = await pair(ground);
  await hana.phone.sendFiles(ground.photos.slice(0, 1), ['Kenji']);
  await kenji.phone.accept();
  await kenji.phone.waitForState('IMG_2041', 'Saved');
  await kenji.phone.press(button('Later'));
  return kenji;
}

export const JOURNEYS: readonly Journey[] = [
  { name: 'the first photo, from the list to the other device', goal: { taps: 3 }, walk: firstPhoto },
  { name: '30 photos into the gallery', goal: { taps: 4 }, walk: thirtyPhotos },
  { name: 'the right person among 40', goal: { taps: 2, letters: 3 }, walk: amongForty },
  { name: 'pressed the wrong person, undone', goal: { taps: 4 }, walk: wrongPerson },
  { name: 'three photos to everybody', goal: { taps: 4 }, walk: everybody },
  { name: 'not wanted', goal: { taps: 1 }, walk: declined },
  { name: 'bring somebody in', goal: { taps: 1 }, walk: bringIn },
  { name: 'the page of the sender was reloaded', goal: { taps: 2 }, walk: reloaded },
  { name: 'a photo of an earlier visit, saved', goal: { taps: 3 }, walk: yesterdays },
  { name: 'deleted by mistake', goal: { taps: 6 }, walk: deletedByMistake },
  { name: 'two make sure of each other', goal: { taps: 8 }, walk: madeSure },
  { name: 'another language', goal: { taps: 2 }, walk: otherLanguage },
];
