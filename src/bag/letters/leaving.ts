/**
 * What the owner of this device says to others: over a link while the other one is here, and else, or when that is not heard in a few
 * seconds, sealed and left with a router. Whatever was said is stored first.
 */
import { bytesToHex, randomBytes } from '@noble/hashes/utils.js';
import { type EventId, type Rumor, rumorOf, type SignedEvent } from '../../protocol/event.ts';
import { idOf, type PublicKey, publicKeyOf, type SecretKey } from '../../protocol/keys.ts';
import { MAX_ATTACHMENTS, MAX_TEXT_BYTES } from '../../protocol/limits.ts';
import type { DeviceId } from '../../protocol/signaling.ts';
import { fits, sealed } from '../../words/letters/envelope.ts';
import { type LeftFile, messageDraft, type Said, type Together } from '../../words/letters/message.ts';
import { sealedFile, TAG_BYTES } from '../../words/letters/sealed-file.ts';
import type { FileToSay, NotSaid } from '../api/api.ts';
import type { Progress } from '../api/views.ts';
import type { OwnState } from '../carried/kept.ts';
import type { Messages } from './messages.ts';
import { type MessageRecord, pictureAs } from './record.ts';

/** The other device may be in a pocket. In milliseconds. */
export const LIVE_MS = 5_000;
const DAY_MS = 24 * 60 * 60 * 1000;
const utf8 = new TextEncoder();

export type LeavingPorts = {
  readonly secret: SecretKey;
  readonly messages: Messages;
  /** What the owner of this device calls themselves. */
  readonly name: () => string;
  readonly lived: () => number;
  readonly now: () => number;
  /** True while the device can be reached. */
  readonly isPresent: (id: DeviceId) => boolean;
  /** Says it over a link; `heard` or `unpassed` follows, or neither. */
  readonly pass: (to: DeviceId, event: Rumor) => void;
  /** Keeps an event of this device's own, and gives it to the router. Resolves when it is kept. */
  readonly leave: (event: SignedEvent) => Promise<void>;
  /** True while that letter is kept here, and when it was let go because nobody needs it any more. */
  readonly knowsLetter: (wrap: EventId) => boolean;
  /** Keeps the bytes of a file until a router has them. False when there is no room. */
  readonly keepFile: (sha256: string, bytes: Uint8Array<ArrayBuffer>) => Promise<boolean>;
  readonly schedule: (task: () => void, ms: number) => () => void;
};

/** A letter that was left, as far as this device has heard of it; `undefined` once it is let go. */
export type LetterState = OwnState & { readonly isUnderWay: boolean };

export class Leaving {
  readonly #ports: LeavingPorts;
  /** Words that were passed over a link, until they are heard. */
  readonly #live = new Map<EventId, { readonly to: PublicKey; readonly rumor: Rumor; readonly stop: () => void }>();

  constructor(ports: LeavingPorts) {
    this.#ports = ports;
  }

  /** Takes up what an earlier visit did not finish: what has no letter, or one that was written nowhere. `days`: until it is too late. */
  resume(days: number): void {
    for (const record of this.#ports.messages.all) {
      const { direction, hasArrived, wrap } = record;
      if (direction !== 'sent' || hasArrived || (wrap && this.#ports.knowsLetter(wrap))) continue;
      if (wrap === undefined || !this.#isTooLate(record, days)) void this.#anew(record);
    }
  }

  /** Resolves when it is stored, or with why it was not said. All of it is said, or nothing. `blobBytes`: of the router. */
  async say(
    { key: to, name: withName }: { readonly key: PublicKey; readonly name: string | undefined },
    text: string,
    files: readonly FileToSay[],
    blobBytes: number,
  ): Promise<NotSaid | undefined> {
    if (utf8.encode(text).length > MAX_TEXT_BYTES) return 'too-long';
    if (files.length > MAX_ATTACHMENTS) return 'too-many-files';
    const said: Rumor[] = [];
    const hasText = text.trim() !== '';
    const [id, of] = [bytesToHex(randomBytes(8)), (hasText ? 1 : 0) + files.length];
    const add = (what: Said): number =>
      said.push(this.#rumor(what, to, of > 1 ? { id, at: said.length, of } : undefined));
    if (hasText) add({ says: 'text', text });
    if (!said.every(fits)) return 'too-long'; // quotes and signs of control take twice the room
    for (const file of files) {
      const left = await this.#sealed(file, blobBytes);
      if (typeof left === 'string') return left;
      add({ says: 'file', file: left });
    }
    for (const rumor of said) {
      const lived = this.#ports.lived();
      const record: MessageRecord = {
        rumor,
        with: to,
        ...(withName && { withName }),
        direction: 'sent',
        lived,
        tried: lived,
      };
      await this.#ports.messages.keep(record);
      void this.#deliver(record);
    }
    return undefined;
  }

  /** Tells the author of messages that they are here. */
  async receipt(to: PublicKey, of: readonly EventId[]): Promise<void> {
    const rumor = this.#rumor({ says: 'arrived', of }, to);
    // Sealed at once: while it waits for an answer over a link, the page may be closed.
    await this.#ports.leave(this.#wrapOf(rumor, to));
  }

  /** Tries again, with a new letter: the old one may be gone everywhere, and what came twice is shown once. */
  async again(id: EventId): Promise<void> {
    const record = this.#ports.messages.get(id);
    if (record?.direction !== 'sent' || record.hasArrived) return;
    await this.#anew({ ...record, tried: this.#ports.lived() });
  }

  async #anew({ wrap, ...record }: MessageRecord): Promise<void> {
    await this.#ports.messages.keep(record);
    void this.#deliver(record);
  }

  #isTooLate({ tried, lived }: MessageRecord, days: number): boolean {
    return this.#ports.lived() - (tried ?? lived) > days * DAY_MS;
  }

  heard(peer: DeviceId, id: EventId): void {
    const live = this.#live.get(id);
    if (live === undefined || idOf(live.to) !== peer) return;
    live.stop();
    this.#live.delete(id);
    void this.arrived(live.to, [id]);
  }

  /** They do not come through over a link. */
  unpassed(ids: readonly EventId[]): void {
    for (const id of ids) this.#giveUp(id);
  }

  /** The device with that key says that these are there. Resolves to whether that is written. */
  async arrived(from: PublicKey, of: readonly EventId[]): Promise<boolean> {
    const { messages } = this.#ports;
    const written = of.map((id) => {
      const { direction, with: other } = messages.get(id) ?? {};
      if (direction !== 'sent' || other !== from) return true;
      return messages.change(id, (record) => ({ ...record, hasArrived: true }));
    });
    return (await Promise.all(written)).every((is) => is);
  }

  /** How far a message has come. `letter`: what is known of the letter that it is in. */
  progressOf(record: MessageRecord, letter: LetterState | undefined, days: number): Progress {
    const { rumor, hasArrived, wrap } = record;
    if (hasArrived) return 'arrived';
    if (this.#live.has(rumor.id)) return 'sending';
    if (this.#isTooLate(record, days)) return 'undelivered';
    if (wrap === undefined) return 'sending';
    return letter === undefined ? 'left' : progressOfOwn(letter);
  }

  async #deliver(record: MessageRecord): Promise<void> {
    const { isPresent, pass, schedule, messages } = this.#ports;
    const { rumor, with: to } = record;
    const isText = record.rumor.tags.every(([name]) => name !== 'x'); // the bytes of a file go by the router anyway
    if (!isText || !isPresent(idOf(to))) {
      await this.#leave(record);
      return;
    }
    const stop = schedule(() => this.#giveUp(rumor.id), LIVE_MS);
    this.#live.set(rumor.id, { to, rumor, stop });
    pass(idOf(to), rumor);
    await messages.change(rumor.id, (same) => same); // it is under way now: for the screen
  }

  #giveUp(id: EventId): void {
    const live = this.#live.get(id);
    live?.stop();
    this.#live.delete(id);
    const record = this.#ports.messages.get(id);
    if (live && record && !record.hasArrived) void this.#leave(record);
  }

  async #leave({ rumor, with: to }: MessageRecord): Promise<void> {
    const { messages, leave } = this.#ports;
    const wrap = this.#wrapOf(rumor, to);
    // First the letter: a message that names one which was never kept would wait for nothing.
    await leave(wrap);
    await messages.change(rumor.id, (record) => ({ ...record, wrap: wrap.id }));
  }

  #wrapOf(rumor: Rumor, to: PublicKey): SignedEvent {
    const file = rumor.tags.find(([name]) => name === 'x')?.[1];
    return sealed(rumor, this.#ports.secret, to, { now: this.#ports.now(), ...(file !== undefined && { file }) });
  }

  #rumor(said: Said, to: PublicKey, together?: Together): Rumor {
    const { secret, now, name } = this.#ports;
    return rumorOf(publicKeyOf(secret), messageDraft(said, to, now(), name(), together));
  }

  async #sealed({ blob, name, type, picture }: FileToSay, blobBytes: number): Promise<LeftFile | NotSaid> {
    if (blob.size + TAG_BYTES > blobBytes) return 'file-too-large';
    const inside = await bytesOf(blob);
    if (inside === undefined) return 'unreadable';
    const { bytes, sha256, key, nonce } = sealedFile(inside);
    if (!(await this.#ports.keepFile(sha256, bytes))) return 'no-room';
    const file: LeftFile = { sha256, name, type, size: inside.length, opens: { key, nonce } };
    return picture ? { ...file, picture: pictureAs(picture) } : file;
  }
}

/** How far something of one's own has come that a router shall hold. */
export function progressOfOwn({ at, isCarried, refused, isUnderWay }: LetterState): Progress {
  if (refused !== undefined) return 'refused';
  if (isUnderWay) return 'sending';
  if (at === undefined) return 'kept';
  return isCarried ? 'carried' : 'left';
}

/** `undefined` when it cannot be read any more: the file was moved, or the page that chose it is gone. */
export async function bytesOf(blob: Blob): Promise<Uint8Array<ArrayBuffer> | undefined> {
  try {
    return new Uint8Array(await blob.arrayBuffer());
  } catch {
    return undefined;
  }
}
