/** Whole engines for tests: joined by channels in memory, with storage in memory, and pages that can be reloaded. */
import { createHash } from 'node:crypto';
import { newNonce } from '../../protocol/compare.ts';
import type { Fingerprint, Fingerprints } from '../../protocol/fingerprint.ts';
import { idOf, publicKeyOf, type SecretKey } from '../../protocol/keys.ts';
import type { TransferId } from '../../protocol/peer.ts';
import type { ConnectionId, DeviceId } from '../../protocol/signaling.ts';
import type { OfferView, TransferKey, TransferView } from '../../transfer/view.ts';
import type { ChannelEnd, EngineMessage, LinkId } from '../api/api.ts';
import type { Channel } from '../api/channel.ts';
import { Assembler } from '../blocks/assembler.ts';
import { BlockReader } from '../blocks/block-reader.ts';
import { bundleReader } from '../blocks/bundle-reader.ts';
import { sha256 } from '../blocks/hash.ts';
import { Engine, type EnginePorts } from '../engine.ts';
import type { Catalog, ReceivedRecord, SentRecord } from '../records/catalog.ts';
import type { Ledger } from '../records/ledger.ts';
import { openAgain } from '../records/origins.ts';
import { MemoryStore } from '../store/memory.ts';
import type { Pack, Store } from '../store/store.ts';
import { channelPair } from './memory-channel.ts';
import { memoryCatalog, memoryLedger } from './memory-records.ts';

export type Files = Readonly<Record<string, Uint8Array<ArrayBuffer>>>;

function sourcesOf(files: Files, modified = 0) {
  return Object.entries(files).map(([path, bytes]) => ({
    file: new File([bytes], path),
    entry: { path, size: bytes.length, modified },
  }));
}

/** A port that stops answering when the page is gone: pending calls are neither completed nor rejected. */
function mortal<P extends object>(port: P, page: { readonly isGone: boolean }): P {
  return new Proxy(port, {
    get(target, name) {
      const member: unknown = Reflect.get(target, name);
      if (typeof member !== 'function') return member;
      return (...given: unknown[]) => (page.isGone ? new Promise(() => {}) : Reflect.apply(member, target, given));
    },
  });
}

/** The same key for the same name, so that a device can come back. */
export const secretOf = (name: string): SecretKey => createHash('sha256').update(name).digest('base64url') as SecretKey;

/** Of all links in tests: the browsers that would choose it are missing. */
export const CONNECTION = 'a-link-of-a-test' as ConnectionId;

/** The fingerprint of a device's certificate. */
export function certificateOf(holder: string): Fingerprint {
  return Buffer.from(holder).toString('hex').padEnd(64, '0') as Fingerprint;
}

/** An engine with storage in memory, and what it told its page. */
export class Device {
  readonly id: DeviceId;
  readonly secret: SecretKey;
  readonly store: MemoryStore;
  readonly catalog: Catalog<ReceivedRecord>;
  readonly outbox: Catalog<SentRecord>;
  readonly ledger: Ledger;
  readonly engine: Engine;
  readonly posted: EngineMessage[] = [];
  readonly views = new Map<TransferKey, TransferView>();
  offers: readonly OfferView[] = [];
  readonly #page = { isGone: false };
  readonly #packs: Pack[] = [];
  readonly #timers = new Set<NodeJS.Timeout>();
  #ends = new Map<unknown, Channel>();
  #watchers: (() => void)[] = [];
  #transfers = 0;
  #requests = 0;

  /**
   * `before`: an earlier visit to the page on the same device, `laterMs` ago. `ports`: replacements for the usual ones.
   */
  constructor(id: string, before?: Device, laterMs = 0, ports: Partial<EnginePorts> = {}) {
    this.secret = secretOf(id);
    this.id = idOf(publicKeyOf(this.secret));
    this.store = before?.store ?? new MemoryStore();
    this.catalog = before?.catalog ?? memoryCatalog();
    this.outbox = before?.outbox ?? memoryCatalog();
    this.ledger = before?.ledger ?? memoryLedger();
    const schedule = (task: () => void, ms: number) => {
      const timer = setTimeout(() => {
        this.#timers.delete(timer);
        task();
      }, ms);
      timer.unref();
      this.#timers.add(timer);
      return () => {
        this.#timers.delete(timer);
        clearTimeout(timer);
      };
    };
    this.engine = new Engine({
      store: this.#storeOfPage(),
      isFleeting: false,
      catalog: mortal(this.catalog, this.#page),
      outbox: mortal(this.outbox, this.#page),
      ledger: mortal(this.ledger, this.#page),
      hash: sha256,
      read: new BlockReader({ hash: sha256, schedule }).read,
      readBundle: bundleReader({ hash: sha256, schedule }),
      openAgain,
      assembler: () => new Assembler(),
      now: () => Date.now() + laterMs,
      elapsed: () => performance.now(),
      openChannel: (end) => this.#ends.get(end) ?? channelPair()[0],
      randomBytes: (count) => crypto.getRandomValues(new Uint8Array(count)),
      newNonce: () => newNonce((bytes) => crypto.getRandomValues(bytes)),
      newTransferId: () => {
        this.#transfers += 1;
        return `${id}${this.#transfers}`.padEnd(16, '_') as TransferId; // unique within one visit, which is enough here
      },
      schedule,
      zip: async () => new Blob(),
      post: (message) => this.#hear(message),
      ...ports,
    });
    this.engine.receive({ type: 'own', secret: this.secret });
  }

  #storeOfPage(): Store {
    const store = mortal(this.store, this.#page);
    return {
      open: async (key, size) => {
        const pack = await store.open(key, size);
        this.#packs.push(pack);
        if (this.#page.isGone) await pack.close();
        return mortal(pack, this.#page);
      },
      read: (key, start, end) => store.read(key, start, end),
      delete: (key) => store.delete(key),
      keys: () => store.keys(),
    };
  }

  /** The page is closed or its browser killed: from now on pending calls have no effect. */
  async leave(): Promise<void> {
    this.#page.isGone = true;
    for (const timer of this.#timers) clearTimeout(timer);
    this.#watchers = [];
    for (const pack of this.#packs) await pack.close();
  }

  #hear(message: EngineMessage): void {
    this.posted.push(message);
    if (message.type === 'offers') this.offers = message.offers;
    if (message.type === 'transfers') {
      for (const view of message.changed) this.views.set(view.key, view);
      for (const key of message.gone) this.views.delete(key);
    }
    for (const watcher of this.#watchers) watcher();
  }

  /** Gives the engine the ends of a link. `fingerprints`: as this device's browser would see them. */
  link(
    link: number,
    peer: DeviceId,
    control: Channel,
    bulk: Channel,
    fingerprints: Fingerprints = { own: certificateOf(this.id), other: certificateOf(peer) },
    maxMessageBytes = 256 * 1024,
  ): void {
    const ends = [{}, {}];
    this.#ends.set(ends[0], control).set(ends[1], bulk);
    const [c, b] = ends as unknown as [ChannelEnd, ChannelEnd]; // used only as keys here; `openChannel` above knows them
    const named = { link: link as LinkId, peer, peerName: peer, connection: CONNECTION };
    this.engine.receive({ type: 'link', ...named, control: c, bulk: b });
    this.engine.receive({ type: 'link-connected', link: link as LinkId, maxMessageBytes, fingerprints });
  }

  /** Adds a lane to a link. */
  lane(link: number, bulk: Channel): void {
    const end = {};
    this.#ends.set(end, bulk);
    this.engine.receive({ type: 'lane', link: link as LinkId, bulk: end as unknown as ChannelEnd }); // a key, as above
  }

  send(to: DeviceId, files: Files): void {
    this.sendToAll([to], files);
  }

  sendToAll(to: readonly DeviceId[], files: Files): void {
    const recipients = to.map((peer) => ({ peer, peerName: peer }));
    this.engine.receive({ type: 'send', to: recipients, sources: sourcesOf(files) });
  }

  /** Chooses files again for a transfer that needs them; resolves with true if they are the right ones. */
  async choose(key: TransferKey, files: Files, modified = 0): Promise<boolean> {
    this.#requests += 1;
    const request = this.#requests;
    this.engine.receive({ type: 'attach', request, key, sources: sourcesOf(files, modified) });
    const answer = await this.until(() =>
      this.posted.find((message) => message.type === 'attached' && message.request === request),
    );
    return answer.type === 'attached' && answer.isSame;
  }

  /** What the worker does when the page is opened again. */
  async restore(): Promise<void> {
    await this.engine.restore();
    await this.engine.tidy();
  }

  phase(phase: TransferView['phase']): Promise<TransferView> {
    return this.until(() => [...this.views.values()].find((view) => view.phase === phase));
  }

  /** Resolves when `found` returns something. */
  until<T>(found: () => T | undefined): Promise<T> {
    return new Promise((resolve) => {
      const look = () => {
        const value = found();
        if (value === undefined) return;
        this.#watchers = this.#watchers.filter((watcher) => watcher !== look);
        resolve(value);
      };
      this.#watchers.push(look);
      look();
    });
  }

  ended(): Promise<TransferView> {
    const going = ['waiting', 'sending', 'receiving', 'paused', 'interrupted'];
    return this.until(() => [...this.views.values()].find(({ phase }) => !going.includes(phase)));
  }

  /** True if the pack of `key` holds `expected` from `start` on. */
  async holds(key: TransferKey, start: number, expected: Uint8Array): Promise<boolean> {
    const stored = await this.store.read(key, start, start + expected.length);
    return Buffer.from(await stored.arrayBuffer()).equals(expected);
  }
}

/** Bytes that differ by position and seed; quick to make, because some tests want many. */
export function bytes(length: number, seed: number): Uint8Array<ArrayBuffer> {
  const made = new Uint8Array(length).fill(seed);
  for (let index = 0; index < length; index += 997) made[index] = index % 251;
  return made;
}

export async function acceptAll(device: Device): Promise<OfferView> {
  const offer = await device.until(() => device.offers[0]);
  device.engine.receive({ type: 'accept', key: offer.key, files: [[0, offer.entries.length - 1]] });
  return offer;
}

/** Connects the engines of two devices anew, with the link number `link`; each sees the other as present. */
export function connect(a: Device, b: Device, link: number): { sentBytes: () => number } {
  const control = channelPair();
  const bulk = channelPair();
  a.link(link, b.id, control[0], bulk[0]);
  b.link(link, a.id, control[1], bulk[1]);
  return { sentBytes: () => bulk[0].sentBytes };
}

export function meet(a: Device, b: Device): void {
  a.engine.receive({ type: 'present', peers: [b.id] });
  b.engine.receive({ type: 'present', peers: [a.id] });
}
