/** What honest people do during an attack: a call, a transfer, a newcomer's join; and how long each takes. */
import { join } from 'node:path';
import { randomFile } from '../drive/files.ts';
import type { Phone } from '../drive/phone.ts';

const FILE_BYTES = 4_000_000;
export const ROUNDS = 3;

/** Times of one round, in milliseconds. */
export type Round = {
  /** From choosing the file until the other's screen shows the question. */
  readonly call: number;
  /** From "Accept" to "Saved". */
  readonly transfer: number;
  /** From opening the page to "Online". */
  readonly join: number;
};
export const DEEDS = ['call', 'transfer', 'join'] as const satisfies readonly (keyof Round)[];

export type People = {
  readonly aki: Phone;
  readonly haru: Phone;
  /** Opens the app anew each time. */
  readonly guest: Phone;
  readonly url: string;
  readonly folder: string;
};

let files = 0;

async function round({ aki, haru, guest, url, folder }: People): Promise<Round> {
  files += 1;
  const name = `honest-${files}.bin`;
  const file = await randomFile(join(folder, name), FILE_BYTES);
  const chosen = performance.now();
  await aki.sendFiles([file], ['Haru']);
  await haru.offerOf(name);
  const asked = performance.now();
  await haru.accept();
  await haru.waitForState(name, 'Saved');
  const saved = performance.now();
  await aki.waitForState(name, 'Sent');
  const opened = performance.now();
  await guest.open(url);
  await guest.waitForStatus('Online');
  const online = performance.now();
  await guest.open('about:blank');
  return { call: asked - chosen, transfer: saved - asked, join: online - opened };
}

/** The median of several rounds. */
export async function rounds(people: People): Promise<Round> {
  const all: Round[] = [];
  for (let count = 0; count < ROUNDS; count += 1) all.push(await round(people));
  const median = (deed: keyof Round): number =>
    all.map((one) => one[deed]).sort((a, b) => a - b)[Math.floor(ROUNDS / 2)] ?? Number.NaN;
  return { call: median('call'), transfer: median('transfer'), join: median('join') };
}
