/**
 * The other way into the same router. A page on plain HTTP learns whether this browser trusts the secure address, by trying
 * it; a page at the secure address keeps in mind when its certificate ends and where the plain address is, because after
 * that the installed app still opens, but reaches no router.
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
  /** This is the secure address, and its certificate has ended. */
  | { readonly way: 'expired'; readonly plain: string };

/** Longer than a handshake on a busy Wi-Fi; nobody sees that it is waited for. */
const TRIAL_MS = 8_000;
const KEY = 'https';
const settings = keyval('settings');

/** Looks whenever the router comes or goes, and when the page is shown again: a person may come from the system's settings. */
export function watchSecureWay(connection: ReadonlySignal<Connection>): ReadonlySignal<SecureWay | undefined> {
  const found = signal<SecureWay | undefined>(undefined);
  const isSecureAddress = location.protocol === 'https:';
  const look = async (): Promise<void> => {
    if (document.visibilityState !== 'visible') return;
    found.value = isSecureAddress ? await afterTheEnd() : await fromPlain();
  };
  effect(() => {
    const state = connection.value;
    // An ended certificate is told at once, and not only when the socket has given up.
    if (isSecureAddress || state === 'online') void look();
  });
  document.addEventListener('visibilitychange', () => void look());
  return found;
}

async function fromPlain(): Promise<SecureWay | undefined> {
  // Loopback is secure as it is.
  if (isSecureContext) return undefined;
  const info = await askRouter();
  if (info === undefined || info.urls.length === 0) return undefined;
  // The router's own authority vouches for all its names alike, so the one this page was opened by shows whether it is
  // trusted. Other names may have to be asked for at the far end of a satellite line: only where they can be of use.
  const here = info.own ? info.urls.find((url) => new URL(url).hostname === location.hostname) : undefined;
  if (here !== undefined && !(await answers(here))) return { way: 'untrusted' };
  for (const url of info.urls) if (await answers(url)) return { way: 'open', url };
  return info.own ? { way: 'untrusted' } : undefined;
}

/** The kept date counts when the router does not answer: a failed handshake looks like a router that is off. */
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

/** What the router of this page says of its two addresses; nothing where it does not answer in time. */
export async function askRouter(): Promise<HttpsInfo | undefined> {
  const text = await textAt('https.json', TRIAL_MS);
  const parsed = text === undefined ? undefined : parseHttpsInfo(text);
  return parsed?.ok ? parsed.value : undefined;
}

async function answers(url: string): Promise<boolean> {
  return (await textAt(`${url}healthz`, TRIAL_MS)) !== undefined;
}
