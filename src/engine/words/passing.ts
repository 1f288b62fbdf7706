/**
 * Passes what people say to each other between the page and a proven link, and keeps none of it. The other end says `heard` once it
 * has stored a word; who does not hear that in time leaves it with a router instead.
 */
import { bytesIn, type EventId, hexOf } from '../../protocol/event.ts';
import type { WordMessage } from '../../protocol/passed-words.ts';
import type { DeviceId } from '../../protocol/signaling.ts';
import { TokenBucket } from '../../transfer/token-bucket.ts';
import type { EngineMessage } from '../api/api.ts';
import type { Link } from '../link/link.ts';

/** What one device may say, in bytes: ten of the longest messages at once, and one in two seconds. The rest counts as idle talk. */
const SAID = { burst: 400 * 1024, perSecond: 20 * 1024 };
/** Words to one device that wait for a link, or for its `heard`. Of more, the oldest are left with a router. */
const MAX_UNDER_WAY = 64;

export type PassingPorts = {
  readonly post: (message: EngineMessage) => void;
  /** Calls `met` with a link to the device, now or when there is one; or `noLink`. */
  readonly wantLink: (peer: DeviceId) => void;
  /** As `Regard.hears`. */
  readonly hears: (peer: DeviceId, isInvited: boolean) => boolean;
  /** Milliseconds on a monotonic clock. */
  readonly elapsed: () => number;
};

type LinkEnd = Pick<Link, 'peer' | 'keys' | 'hearsWords' | 'tell' | 'lose'>;

export class Passing {
  readonly #ports: PassingPorts;
  /** What waits for a link. */
  readonly #waiting = new Map<DeviceId, WordMessage[]>();
  /** Words of which nobody has said yet that they are heard. Whoever stands here was spoken to, and may answer over the same link. */
  readonly #unheard = new Map<DeviceId, Set<EventId>>();
  /** Of those who have said much of late. */
  readonly #said = new Map<DeviceId, TokenBucket>();

  constructor(ports: PassingPorts) {
    this.#ports = ports;
  }

  /** Tells the device, once there is a link to it. */
  pass(peer: DeviceId, message: WordMessage): void {
    const waiting = this.#waiting.get(peer) ?? [];
    if (message.type === 'word') {
      const unheard = this.#unheard.get(peer) ?? new Set();
      this.#unheard.set(peer, unheard);
      const [oldest] = unheard;
      if (oldest !== undefined && unheard.size >= MAX_UNDER_WAY) {
        unheard.delete(oldest);
        this.#ports.post({ type: 'unpassed', peer, ids: [oldest] });
      }
      unheard.add(message.event.id);
    }
    this.#waiting.set(peer, [...waiting, message]);
    this.#ports.wantLink(peer);
  }

  /** Makes a link, if there can be one, only to learn from it who that is. */
  meet(peer: DeviceId): void {
    this.#waiting.set(peer, this.#waiting.get(peer) ?? []);
    this.#ports.wantLink(peer);
  }

  waitsFor(peer: DeviceId): boolean {
    return this.#waiting.has(peer);
  }

  met(link: LinkEnd): void {
    this.#ports.post({ type: 'met', key: link.keys.other });
    if (!link.hearsWords) {
      this.noLink(link.peer);
      return;
    }
    const waiting = this.#waiting.get(link.peer) ?? [];
    this.#waiting.delete(link.peer);
    for (const message of waiting) link.tell(message);
  }

  /** There is no link to the device now, or none that carries words. */
  noLink(peer: DeviceId): void {
    this.#waiting.delete(peer);
    const ids = [...(this.#unheard.get(peer) ?? [])];
    this.#unheard.delete(peer);
    // Not all of this one: a new link would be a new bucket.
    const now = this.#ports.elapsed();
    for (const [device, said] of this.#said) if (said.has(now, SAID.burst)) this.#said.delete(device);
    if (ids.length > 0) this.#ports.post({ type: 'unpassed', peer, ids });
  }

  /** Handles what the other end says; true if the person here can use it. */
  told(link: LinkEnd, message: WordMessage): boolean {
    const { peer } = link;
    if (message.type === 'heard') {
      const isNews = this.#unheard.get(peer)?.delete(message.id) ?? false;
      if (isNews) this.#ports.post({ type: 'heard', peer, id: message.id });
      return isNews;
    }
    const { event } = message;
    const key = link.keys.other;
    if (event.pubkey !== hexOf(key)) {
      link.lose('protocol-violation');
      return true;
    }
    const { hears, elapsed, post } = this.#ports;
    const said = this.#said.get(peer) ?? new TokenBucket(SAID.burst, SAID.perSecond, elapsed());
    this.#said.set(peer, said);
    if (!hears(peer, this.#unheard.has(peer)) || !said.take(elapsed(), bytesIn(event))) return false;
    post({ type: 'word', peer, key, event });
    return true;
  }
}
