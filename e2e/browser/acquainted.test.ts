/** Known people, strangers with their names, and blocked ones, between real pages at a real router. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { idOf, publicKeyOf, secretFrom } from '../../src/protocol/keys.ts';
import { randomFile } from '../drive/files.ts';
import { IMPATIENT } from '../drive/impatient.ts';
import type { Phone } from '../drive/phone.ts';
import { Stage, together } from '../drive/stage.ts';

/** Longer than a call that nobody answers. */
const UNANSWERED_MS = 90_000;

let stage: Stage;
let aki: Phone;
let ito: Phone;
/** Calls itself Ito with a Greek o. */
let other: Phone;

beforeAll(async () => {
  stage = await Stage.set({ browser: 'pages' });
  [aki, ito] = await Promise.all([stage.phone('Aki'), stage.phone('Ito')]);
  other = await stage.phone('Itο', 'plain', { initScript: IMPATIENT });
  await together(aki, ito);
  await makeKnown();
});

afterAll(() => stage.strike());

/** Reads a value of a page's storage, or writes one. */
const stored = (store: string, use: string) => `new Promise((done, fail) => {
  const opening = indexedDB.open('hikyaku-${store}');
  opening.onerror = () => fail(opening.error);
  opening.onsuccess = () => {
    const request = opening.result.transaction('${store}', 'readwrite').objectStore('${store}').${use};
    request.onerror = () => fail(request.error);
    request.onsuccess = () => { opening.result.close(); done(request.result); };
  };
})`;

/** As after the two were compared: Aki's page finds Ito among the people it knows at its next visit. */
async function makeKnown(): Promise<void> {
  const { secret } = (await ito.evaluate(stored('settings', `get('key')`))) as { secret: string };
  const own = secretFrom(secret);
  if (own === undefined) throw new Error('Ito has no key');
  const key = publicKeyOf(own);
  const person = { is: 'known', id: idOf(key), key, label: 'Ito', called: 'Ito', since: 1, acceptBytes: 0 };
  await aki.evaluate(stored('people', `put(${JSON.stringify(person)}, '${person.id}')`));
  await aki.open(stage.url('plain'));
  await aki.waitForStatus('Online');
  await together(aki, ito);
}

const dialog = () => aki.chromium.page.getByRole('dialog', { name: 'Incoming files' });

it('lists a known person first, and says of a stranger with that name that it is not them', async () => {
  await expect.poll(async () => (await aki.devices()).length).toBe(2);
  expect((await aki.devices())[0]).toMatch(/^Ito .*Known/);
  // What tells names apart comes late.
  await expect.poll(async () => (await aki.devices())[1]).toMatch(/^Itο .*This is not the Ito you know\./);
  expect((await aki.devices())[1]).not.toContain('Known');
});

it('asks about what the stranger sends, with the same words', async () => {
  await other.waitForDevice('Aki');
  await other.sendFiles([await randomFile(stage.path('false.txt'), 100)], ['Aki']);
  expect((await aki.offer()).text).toContain('This is not the Ito you know.');
  await aki.decline();
  await other.waitForState('false.txt', 'Declined');
});

it('accepts without a question what a known person may send, and asks about more', async () => {
  const { page } = aki.chromium;
  await page.getByRole('link', { name: /^About Ito / }).click();
  await page.getByText('More about this person').click();
  await page.getByRole('radio', { name: 'Up to 10 MB' }).check();
  await page.getByRole('button', { name: 'Back' }).click();
  await ito.sendFiles([await randomFile(stage.path('small.txt'), 1_000)], ['Aki']);
  const row = await aki.waitForState(['small.txt', 'Ito'], 'Saved');
  expect(row.text).toContain('Accepted without asking');
  expect(await dialog().count()).toBe(0);

  await ito.sendFiles([await randomFile(stage.path('large.bin'), 11_000_000)], ['Aki']);
  expect((await aki.offer()).text).toContain('Known');
  await aki.decline();
});

it('tells on the screen of a person what went between the two, also after a reload, and sends to them from there', async () => {
  const { page } = aki.chromium;
  await page.getByRole('link', { name: /^About Ito / }).click();
  const item = (file: string) =>
    page.getByRole('list', { name: 'Conversation' }).getByRole('listitem').filter({ hasText: file });
  await item('small.txt').getByText('Only in this app').waitFor();
  await page.locator('input[type=file][multiple]').setInputFiles(await randomFile(stage.path('answer.txt'), 3_000));
  await page.getByRole('button', { name: 'Send now' }).click();
  await ito.offerOf('answer.txt');
  await item('answer.txt')
    .getByText(/on the screen|has it on the screen/)
    .waitFor();
  await ito.accept();
  await item('answer.txt').getByText('Sent', { exact: true }).waitFor();
  await page.reload();
  await item('answer.txt').getByText('Sent', { exact: true }).waitFor();
  await item('small.txt').getByText('Only in this app').waitFor();
  await page.getByRole('button', { name: 'Back' }).click();
  await aki.waitForDevice('Ito');
});

it('answers a blocked person as nobody would, here and after a reload, until they are unblocked', async () => {
  const { page } = aki.chromium;
  await page.getByRole('link', { name: /^About Itο / }).click();
  await page.getByText('More about this person').click();
  const block = page.getByRole('button', { name: 'Block', exact: true });
  await block.click();
  await block.click();
  await page.getByText('Blocked since').waitFor();
  await page.getByRole('button', { name: 'Back' }).click();
  await expect.poll(async () => (await aki.devices()).length).toBe(1);

  await other.sendFiles([await randomFile(stage.path('again.txt'), 100)], ['Aki']);
  const failed = await other.waitForState('again.txt', 'Failed', { timeoutMs: UNANSWERED_MS });
  expect(failed.text).toContain('Could not connect to the other device.');
  expect(await dialog().count()).toBe(0);

  await aki.open(stage.url('plain'));
  await aki.waitForStatus('Online');
  await aki.waitForDevice('Ito');
  await other.press({ role: 'button', name: 'Send again', transfer: { texts: ['again.txt'] } });
  await other.waitForState(['again.txt', 'Waiting'], 'Waiting');
  await expect
    .poll(async () => (await other.transfers()).filter(({ state }) => state === 'Failed').length, {
      timeout: UNANSWERED_MS,
    })
    .toBe(1);
  expect(await dialog().count()).toBe(0);
  expect(await aki.devices()).toHaveLength(1);

  await page.getByRole('link', { name: /^Online/ }).click();
  await page.getByRole('link', { name: 'Known and blocked people' }).click();
  await page.getByRole('link', { name: /^Itο/ }).click();
  await page.getByRole('button', { name: 'Unblock', exact: true }).click();
  await page.getByRole('link', { name: 'People', exact: true }).click();
  await other.press({ role: 'button', name: 'Send again', transfer: { texts: ['again.txt'] } });
  await aki.offerOf('again.txt');
  await aki.accept();
  await aki.waitForState('again.txt', 'Saved');
});

it('heeds who was blocked in another page of the device, once this one has it back', async () => {
  const { page } = aki.chromium;
  const tab = await page.context().newPage();
  await tab.goto(stage.url('plain'));
  await aki.waitForText('Use here');
  await tab.getByRole('link', { name: /^About Itο/ }).click();
  await tab.getByText('More about this person').click();
  const block = tab.getByRole('button', { name: 'Block', exact: true });
  await block.click();
  await block.click();
  await tab.getByText('Blocked since').waitFor();
  await aki.press({ role: 'button', name: 'Use here' });
  await aki.waitForDevice('Ito');
  await expect.poll(async () => (await aki.devices()).length).toBe(1);
  await tab.close();
});
