/**
 * The DTLS certificate of this device, the same for all its connections and visits: by its fingerprint a returning
 * device is recognised as the one with which a transfer began. The private key never leaves the browser; pages only
 * hold a reference, which IndexedDB stores even on plain HTTP (tried in Chromium and Firefox).
 */
import { type Keyval, keyval } from '../../store/keyval.ts';
import { answered } from './site-data.ts';

const KEY = 'certificate';
const DAY_MS = 24 * 60 * 60 * 1000;
/** Browsers grant at most a year (W3C webrtc-pc, section 4.9.1: user agents may cap it there). */
const LIFE_MS = 365 * DAY_MS;
/**
 * Renewed this long before its end, in milliseconds: a browser does not use an expired certificate. Transfers that are
 * unfinished that day must be sent again, which happens once in eleven months.
 */
const RENEW_MS = 30 * DAY_MS;

/** `isSure`: the storage has answered. Otherwise it may hold another certificate, by which this device is known. */
type Found = { readonly certificate: RTCCertificate | undefined; readonly isSure: boolean };

function isGood(kept: unknown): kept is RTCCertificate {
  return kept instanceof RTCCertificate && kept.expires > Date.now() + RENEW_MS;
}

/** By the current clock: correcting it may have made a certificate expire. */
const hasEnded = ({ expires }: RTCCertificate): boolean => expires <= Date.now();

export class OwnCertificate {
  readonly #settings: Pick<Keyval, 'get' | 'update'>;
  #found: Promise<Found> | undefined;
  #isTaken = false;
  /** Made in this visit, because none was found. */
  #fresh: RTCCertificate | undefined;

  constructor(settings: Pick<Keyval, 'get' | 'update'> = keyval('settings')) {
    this.#settings = settings;
  }

  /** Looks for the certificate before it is needed. */
  async prepare(): Promise<void> {
    await this.#find();
  }

  /**
   * The certificate for one connection: the same for a whole visit, whatever happens to the storage after the first
   * connection, until it expires; a fresh one when the browser stores none. `undefined` when the browser cannot make
   * one: then each connection has its own, and interrupted transfers must be sent again.
   */
  async take(): Promise<RTCCertificate | undefined> {
    const asked = this.#find();
    const { certificate, isSure } = await asked;
    const isOver = certificate !== undefined && hasEnded(certificate);
    // A storage that was silent when the page opened is asked once more: nobody would recognise this device by a fresh
    // certificate.
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

  /** Stores `fresh`, unless another page of this device has stored one meanwhile: the stored one counts. */
  async #keep(fresh: RTCCertificate): Promise<RTCCertificate | undefined> {
    try {
      await this.#settings.update(KEY, (old) => (isGood(old) ? old : fresh));
      const kept = await this.#settings.get(KEY);
      return kept.ok && isGood(kept.value) ? kept.value : undefined;
    } catch {
      return undefined; // a browser that has certificates but cannot store them
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
