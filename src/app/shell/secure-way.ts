/**
 * The other way into the same router. A page on plain HTTP finds out if this browser trusts the secure address, by
 * trying it. A page at the secure address remembers when its certificate ends and what the plain address is, because
 * after that the installed app still opens, but reaches no router.
 */
import { effect, type ReadonlySignal, signal } from '@preact/signals';
import { type HttpsInfo, parseHttpsInfo } from '../../protocol/https-info.ts';
import { keyval } from '../../store/keyval.ts';
import type { Connection } from '../model/model.ts';
import { textAt } from '../net/text-at.ts';

export type SecureWay =
  /** The secure address works here. */
  | { readonly way: 'open'; readonly url: string }
  /** It would work if this device trusted the router. */
  | { readonly way: 'untrusted' }
  /** This is the secure address, and its certificate has expired. */
  | { readonly way: 'expired'; readonly plain: string };

/** Longer than a handshake on a busy Wi-Fi; nobody notices the wait. */
const TRIAL_MS = 8_000;
const KEY = 'https';
const settings = keyval('settings');

/**
 * Checks whenever the router comes or goes, and when the page is shown again: a person may come back from the system's
 * settings.
 */
export function watchSecureWay(connection: ReadonlySignal<Connection>): ReadonlySignal<SecureWay | undefined> {
  const found = signal<SecureWay | undefined>(undefined);
  const isSecureAddress = location.protocol === 'https:';
  const look = async (): Promise<void> => {
    if (document.visibilityState !== 'visible') return;
    found.value = isSecureAddress ? await afterTheEnd() : await fromPlain();
  };
  effect(() => {
    const state = connection.value;
    // An expired certificate is reported at once, and not only when the socket has given up.
    if (isSecureAddress || state === 'online') void look();
  });
  document.addEventListener('visibilitychange', () => void look());
  return found;
}

async function fromPlain(): Promise<SecureWay | undefined> {
  // Loopback is already secure.
  if (isSecureContext) return undefined;
  const info = await askRouter();
  if (info === undefined || info.urls.length === 0) return undefined;
  // The router's own authority covers all its names alike, so the name in this page's address shows if it is trusted.
  // Other names may have to be looked up over a satellite line: only where they can be of use.
  const here = info.own ? info.urls.find((url) => new URL(url).hostname === location.hostname) : undefined;
  if (here !== undefined && !(await answers(here))) return { way: 'untrusted' };
  for (const url of info.urls) if (await answers(url)) return { way: 'open', url };
  return info.own ? { way: 'untrusted' } : undefined;
}

/** The stored date counts when the router does not answer: a failed handshake looks like a router that is off. */
async function afterTheEnd(): Promise<SecureWay | undefined> {
  const info = await askRouter();
  if (info !== undefined) {
    await settings.set(KEY, JSON.stringify(info));
    return undefined;
  }
  const kept = await settings.get(KEY);
  const parsed = kept.ok && typeof kept.value === 'string' ? parseHttpsInfo(kept.value) : undefined;
  return parsed?.ok && parsed.value.expires < Date.now() ? { way: 'expired', plain: parsed.value.plain } : undefined;
}

/** What the router of this page states about its two addresses; `undefined` when it does not answer in time. */
export async function askRouter(): Promise<HttpsInfo | undefined> {
  const text = await textAt('https.json', TRIAL_MS);
  const parsed = text === undefined ? undefined : parseHttpsInfo(text);
  return parsed?.ok ? parsed.value : undefined;
}

async function answers(url: string): Promise<boolean> {
  return (await textAt(`${url}healthz`, TRIAL_MS)) !== undefined;
}
