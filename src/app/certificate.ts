/**
 * The DTLS certificate of this device, the same for all its connections and visits: by its fingerprint a device that comes
 * back is known for the one with which a transfer began. The private key never leaves the browser; pages only hold a
 * reference, which IndexedDB keeps on plain HTTP too (tried in Chromium and Firefox).
 */
import { keyval } from '../store/keyval.ts';

const KEY = 'certificate';
const DAY_MS = 24 * 60 * 60 * 1000;
/** The longest that browsers grant is a year (W3C webrtc-pc, section 4.9.1: user agents may cap it there). */
const LIFE_MS = 365 * DAY_MS;
/**
 * Renewed this long before its end, in milliseconds: a browser takes no certificate that has ended. A transfer that is
 * unfinished that day has to be sent again; that is once in eleven months.
 */
const RENEW_MS = 30 * DAY_MS;
/** A storage that takes longer than this must not hold up a first connection, in milliseconds. */
const PATIENCE_MS = 1_500;

const settings = keyval('settings');

function isGood(kept: unknown): kept is RTCCertificate {
  return kept instanceof RTCCertificate && kept.expires > Date.now() + RENEW_MS;
}

/**
 * This device's certificate; a fresh one for this visit where the browser keeps none. `undefined` where it makes none at
 * all: then each connection brings its own, and what is interrupted has to be sent again.
 */
export async function ownCertificate(): Promise<RTCCertificate | undefined> {
  if (typeof RTCCertificate !== 'function') return undefined;
  const late = new Promise<undefined>((resolve) => setTimeout(resolve, PATIENCE_MS));
  try {
    const kept = await Promise.race([settings.get(KEY), late]);
    if (kept?.ok && isGood(kept.value)) return kept.value;
    const fresh = await RTCPeerConnection.generateCertificate({
      name: 'ECDSA',
      namedCurve: 'P-256',
      expires: LIFE_MS,
    } as EcKeyGenParams);
    return (await Promise.race([keep(fresh), late])) ?? fresh;
  } catch {
    return undefined;
  }
}

/** Keeps `fresh`, unless another page of this device has kept one meanwhile: what counts is what is kept. */
async function keep(fresh: RTCCertificate): Promise<RTCCertificate | undefined> {
  try {
    await settings.update(KEY, (old) => (isGood(old) ? old : fresh));
    const kept = await settings.get(KEY);
    return kept.ok && isGood(kept.value) ? kept.value : undefined;
  } catch {
    return undefined; // a browser that has certificates and cannot keep them
  }
}
