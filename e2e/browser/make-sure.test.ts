/** Two people make sure of each other on plain HTTP: by comparing what both screens show, and by a photo of a code. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Phone } from '../drive/phone.ts';
import { photoOf } from '../drive/photo-of.ts';
import { Stage, together } from '../drive/stage.ts';

let stage: Stage;
let aki: Phone;
let haru: Phone;
let mina: Phone;

beforeAll(async () => {
  stage = await Stage.set({ browser: 'pages' });
  [aki, haru, mina] = (await Promise.all(['Aki', 'Haru', 'Mina'].map((name) => stage.phone(name)))) as [
    Phone,
    Phone,
    Phone,
  ];
  await together(aki, haru, mina);
});

afterAll(() => stage.strike());

const named = (name: string) => ({ role: 'button', name }) as const;
const page = (phone: Phone) => phone.chromium.page;
const heading = (phone: Phone, name: string) =>
  page(phone).getByRole('dialog').getByRole('heading', { name, exact: true }).waitFor();

/** Opens the screen of a person, and there "Make sure". */
async function makeSure(phone: Phone, of: string): Promise<void> {
  await phone.press({ role: 'link', prefix: `About ${of}` });
  await phone.press(named('Make sure'));
}

const home = (phone: Phone) => phone.press({ role: ['button', 'link'], name: 'Back' });

/** What the screen shows: the pictures by their names, and the digits as they are read out. */
async function shown(phone: Phone): Promise<string> {
  await heading(phone, 'Do both screens show the same?');
  const pictures = await page(phone).getByRole('list', { name: 'Pictures' }).getByRole('listitem').allInnerTexts();
  const digits = await page(phone)
    .getByText(/^Number: \d( \d){5}$/)
    .textContent();
  expect(pictures).toHaveLength(4);
  return [...pictures, digits].join();
}

const listed = async (phone: Phone, name: string) =>
  page(phone)
    .getByRole('list', { name: 'Devices' })
    .getByRole('button', { name: new RegExp(`^${name}`) })
    .textContent();

it('both screens show the same, both people say so, and both know each other, also after a reload', async () => {
  await makeSure(aki, 'Haru');
  await aki.press(named('Compare pictures'));
  // The other one needs no pointer: everything is reached by keyboard.
  await heading(haru, 'Aki wants to make sure that you are you');
  await haru.pressByKeyboard(named('Accept'));
  expect(await shown(aki)).toBe(await shown(haru));
  await haru.pressByKeyboard(named('They are the same'));
  await heading(haru, 'You said: the same. Waiting for Aki.');
  await aki.waitForText('said: the same. And you?');
  await aki.press(named('They are the same'));
  for (const phone of [aki, haru]) await phone.waitForText('Known');
  await page(aki).getByRole('textbox', { name: 'What you call them' }).fill('Haru from the kitchen');
  await aki.press(named('Done'));
  await haru.pressByKeyboard(named('Done'));
  await home(aki);

  for (const phone of [aki, haru]) await page(phone).reload();
  await aki.waitForDevice('Haru from the kitchen');
  await haru.waitForDevice('Aki');
  expect(await listed(aki, 'Haru from the kitchen')).toContain('Known');
  expect(await listed(haru, 'Aki')).toContain('Known');
  expect(await listed(aki, 'Mina')).not.toContain('Known');
});

it('the two screens differ, says one: both are warned, and nobody is known', async () => {
  await makeSure(mina, 'Aki');
  await mina.press(named('Compare pictures'));
  await aki.press(named('Accept'));
  await Promise.all([shown(aki), shown(mina)]);
  await mina.press(named('They are the same'));
  await aki.press(named('They are not the same'));
  for (const phone of [aki, mina]) {
    await heading(phone, 'Do not send anything to this device');
    await phone.press(named('Close'));
  }
  await home(mina);
  expect(await listed(mina, 'Aki')).not.toContain('Known');
});

it('a photo of the other screen makes sure of its person, and says that they are not sure of this one', async () => {
  await makeSure(mina, 'Haru');
  await makeSure(haru, 'Mina');
  await haru.press(named('Show my code'));
  const code = await page(haru).getByRole('img', { name: 'Code of this device' }).screenshot();
  const shot = { width: 1100, turn: 7, tilt: [14, -18], blur: 5, noise: 0.3 } as const;
  const photo = await photoOf(mina.chromium.context, code, shot);
  const camera = () => page(mina).locator('input[type=file][capture]');
  const choose = (buffer: Buffer) => camera().setInputFiles({ name: 'IMG_0001.JPG', mimeType: 'image/jpeg', buffer });

  await mina.press(named('Take a photo of their code'));
  await choose(await photoOf(mina.chromium.context, await page(mina).screenshot(), shot)); // of something else
  await heading(mina, 'No code was found in this photo');
  await choose(photo);
  await mina.waitForText('Known');
  await mina.waitForText('is not sure of you yet');
  await mina.press(named('Done'));
  await home(mina);
  expect(await listed(mina, 'Haru')).toContain('Known');
  await haru.press(named('Close'));
  await home(haru);
  expect(await listed(haru, 'Mina')).not.toContain('Known');

  // The same photo does not make somebody else known.
  await makeSure(mina, 'Aki');
  await mina.press(named('Take a photo of their code'));
  await choose(photo);
  await heading(mina, 'Do not send anything to this device');
  await mina.press(named('Close'));
  await home(mina);
  expect(await listed(mina, 'Aki')).not.toContain('Known');
});
