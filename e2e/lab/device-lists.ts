/** The lab's end of `device-list.ts`: which devices a phone's screen shows, where, and since when. */
import { callOf } from '../drive/page/inject.ts';
import { patient } from '../drive/patience.ts';
import type { Phone } from '../drive/phone.ts';
import type { Listed } from './device-list.ts';

const IN_PAGE = '../../lab/device-list.ts';

/** How a list shows a device. */
export type Shown = { readonly at?: string; readonly away?: boolean } | 'gone';

/**
 * Resolves with the time (milliseconds since 1970) when `phone` shows `name` exactly once, as `how` says; fails after
 * `timeoutMs`.
 */
export async function shows(phone: Phone, name: string, how: Shown, timeoutMs: number): Promise<number> {
  const at = await phone.evaluate(await callOf(IN_PAGE, 'whenListed', [name, patternOf(how), patient(timeoutMs)]));
  if (typeof at === 'number') return at;
  throw new Error(
    `${phone.name} does not show ${name} as ${JSON.stringify(how)} after ${timeoutMs} ms, but ${await phone.devices()}`,
  );
}

function patternOf(how: Shown): string | null {
  if (how === 'gone') return null;
  const place = how.at === undefined ? '^(?!.* · at )' : `(?=.* · at ${how.at}$)`;
  return `${place}${how.away ? '(?=.*away for a moment)' : '(?!.*away for a moment)'}`;
}

export async function watchDevices(phone: Phone): Promise<void> {
  await phone.evaluate(await callOf(IN_PAGE, 'watch', []));
}

export async function devicesSeen(phone: Phone): Promise<readonly Listed[]> {
  return (await phone.evaluate(await callOf(IN_PAGE, 'history', []))) as Listed[];
}
