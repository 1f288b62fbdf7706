/**
 * What a sender is told of the other person, and a receiver of the sender, is true: between real pages that are hidden,
 * frozen, closed or killed. Each waits for the words; none for a clock.
 */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { offers } from '../../src/app/i18n/en/offers.ts';
import { transfers } from '../../src/app/i18n/en/transfers.ts';
import { randomFile } from '../drive/files.ts';
import type { Phone } from '../drive/phone.ts';
import { processTree } from '../drive/process-tree.ts';
import { Stage, together } from '../drive/stage.ts';

const { waitingHelp } = transfers;
/** Eight seconds, three pings, and a busy machine. */
const UNHEEDED_MS = 30_000;
const show = (state: 'visible' | 'hidden') => `{
  Object.defineProperty(document, 'visibilityState', { configurable: true, get: () => '${state}' });
  document.dispatchEvent(new Event('visibilitychange'));
} 0`;
const isDisabled = `[...document.querySelectorAll('dialog .button')].filter((it) => /^(Accept|Receive and save)$/.test(it.textContent.trim())).every((it) => it.disabled)`;

let stage: Stage;
let aki: Phone;
let haru: Phone;

beforeAll(async () => {
  stage = await Stage.set({ browser: 'pages' });
  [aki, haru] = await Promise.all([stage.phone('Aki'), stage.phone('Haru')]);
  await together(aki, haru);
});
afterAll(() => stage.strike());

async function sends(name: string, from = aki): Promise<void> {
  await from.sendFiles([await randomFile(stage.path(name), 1000)], ['Haru']);
}
const says = (phone: Phone, words: string) =>
  expect.poll(() => phone.text(), { timeout: UNHEEDED_MS, message: words }).toContain(words);

async function whileFrozen(phone: Phone, work: () => Promise<void>): Promise<void> {
  const frozen = processTree(phone.pid);
  for (const pid of frozen) process.kill(pid, 'SIGSTOP');
  try {
    await work();
  } finally {
    for (const pid of frozen) process.kill(pid, 'SIGCONT');
  }
}

it('a page that nobody sees has it, and does not show it; after a while the sender is told to speak to them', async () => {
  await haru.evaluate(show('hidden'));
  await sends('hidden.txt');
  await says(aki, waitingHelp.delivered);
  await says(aki, waitingHelp.unheeded);
  await haru.evaluate(show('visible'));
  await says(aki, waitingHelp.ringing);
  await haru.key('Tab');
  await says(aki, waitingHelp.seen);
  await haru.accept(); // whoever was declined as a stranger would stand aside in what follows
  await aki.waitForState('hidden.txt', 'Sent');
});

it('a phone that goes to sleep while it rings is no longer said to be asked', async () => {
  await sends('asleep.txt');
  await says(aki, waitingHelp.ringing);
  await whileFrozen(haru, () => says(aki, waitingHelp.unheeded));
  await says(aki, waitingHelp.ringing);
  await haru.decline();
});

it('a sender that does not answer cannot be accepted, and can when it answers again', async () => {
  await sends('frozen.txt');
  await haru.offerOf('frozen.txt');
  await whileFrozen(aki, async () => {
    await says(haru, offers.senderSilent);
    expect(await haru.evaluate(isDisabled)).toBe(true);
  });
  await expect.poll(() => haru.evaluate(isDisabled), { timeout: UNHEEDED_MS }).toBe(false);
  await haru.accept();
  await haru.waitForState('frozen.txt', 'Saved');
});

it('gesture: accept of a sender who is gone: nothing is said to be received, and the person is told', async () => {
  const mina = await stage.phone('Mina');
  await together(mina, haru);
  await sends('gone.txt', mina);
  await haru.offerOf('gone.txt');
  mina.kill();
  // Whichever comes first: the page of the sender is gone without a word, as when a battery is empty.
  await expect
    .poll(async () => (await haru.evaluate(isDisabled)) === true || (await haru.text()).includes('no longer there'), {
      timeout: UNHEEDED_MS,
    })
    .toBe(true);
  await says(haru, 'is no longer there. Nothing was stored.');
  await haru.waitForNoOffer();
  expect(await haru.transfer('gone.txt')).toMatchObject({ state: 'Cancelled', verified: false });
});

it('a sender who closes the page takes the offer along, and the person is told where the answers stood', async () => {
  const rin = await stage.phone('Rin');
  await together(rin, haru);
  await sends('closed.txt', rin);
  await haru.offerOf('closed.txt');
  await stage.leave(rin);
  await haru.waitForNoOffer();
  await haru.press({ role: 'button', name: offers.offered.close });
  expect(await haru.transfer('closed.txt')).toMatchObject({ state: 'Cancelled' });
});
