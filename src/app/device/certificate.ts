/**
 * The DTLS certificate of this device, the same for all its connections and visits: by its fingerprint a device that comes
 * back is known for the one with which a transfer began. The private key never leaves the browser; pages only hold a
 * reference, which IndexedDB keeps on plain HTTP too (tried in Chromium and Firefox).
 */
import { type Keyval, keyval } from '../../store/keyval.ts';
import { answered } from './site-data.ts';

const KEY = 'certificate';
const DAY_MS = 24 * 60 * 60 * 1000;
/** The longest that browsers grant is a year (W3C webrtc-pc, section 4.9.1: user agents may cap it there). */
const LIFE_MS = 365 * DAY_MS;
/**
 * Renewed this long before its end, in milliseconds: a browser takes no certificate that has ended. A transfer that is
 * unfinished that day has to be sent again; that is once in eleven months.
 */
const RENEW_MS = 30 * DAY_MS;

/** `isSure`: the storage has said what it holds. Else it may hold another one, by which this device is known. */
type Found = { readonly certificate: RTCCertificate | undefined; readonly isSure: boolean };

function isGood(kept: unknown): kept is RTCCertificate {
  return kept instanceof RTCCertificate && kept.expires > Date.now() + RENEW_MS;
}

/** By the clock as it is now: one that was set right since may have ended what was made for a year. */
const hasEnded = ({ expires }: RTCCertificate): boolean => expires <= Date.now();

export class OwnCertificate {
  readonly #settings: Pick<Keyval, 'get' | 'update'>;
  #found: Promise<Found> | undefined;
  #isTaken = false;
  /** Made in this visit, because nothing was found. */
  #fresh: RTCCertificate | undefined;

  constructor(settings: Pick<Keyval, 'get' | 'update'> = keyval('settings')) {
    this.#settings = settings;
  }

  /** Looks for it before it is needed. */
  async prepare(): Promise<void> {
    await this.#find();
  }

  /**
   * For one connection: the same for all of a visit, whatever becomes of the storage after the first one, until it ends; a
   * fresh one where the browser keeps none. `undefined` where it makes none at all: then each connection brings its own,
   * and what is interrupted has to be sent again.
   */
  async take(): Promise<RTCCertificate | undefined> {
    const asked = this.#find();
    const { certificate, isSure } = await asked;
    const isOver = certificate !== undefined && hasEnded(certificate);
    // A storage that was silent when the page came up is asked once more: by a fresh one nobody would be known again.
    const isOpen = !isSure && !this.#isTaken;
    if ((isOver || isOpen) && this.#found === asked) this.#found = this.#look();
    this.#isTaken = true;
    return (await this.#find()).certificate;
  }

  #find(): Promise<Found> {
    this.#found ??= this.#look();
    return this.#found;
  }

  async #look(): Promise<Found> {
    if (typeof RTCCertificate !== 'function') return { certificate: undefined, isSure: true };
    try {
      const read = await answered(this.#settings.get(KEY));
      if (read?.ok && isGood(read.value)) return { certificate: read.value, isSure: true };
      if (this.#fresh === undefined || hasEnded(this.#fresh)) this.#fresh = await newCertificate();
      const keeping = this.#keep(this.#fresh);
      if (read === undefined) return { certificate: this.#fresh, isSure: false };
      return { certificate: (await answered(keeping)) ?? this.#fresh, isSure: true };
    } catch {
      return { certificate: undefined, isSure: true };
    }
  }

  /** Keeps `fresh`, unless another page of this device has kept one meanwhile: what counts is what is kept. */
  async #keep(fresh: RTCCertificate): Promise<RTCCertificate | undefined> {
    try {
      await this.#settings.update(KEY, (old) => (isGood(old) ? old : fresh));
      const kept = await this.#settings.get(KEY);
      return kept.ok && isGood(kept.value) ? kept.value : undefined;
    } catch {
      return undefined; // a browser that has certificates and cannot keep them
    }
  }
}

function newCertificate(): Promise<RTCCertificate> {
  return RTCPeerConnection.generateCertificate({
    name: 'ECDSA',
    namedCurve: 'P-256',
    expires: LIFE_MS,
  } as EcKeyGenParams);
}
