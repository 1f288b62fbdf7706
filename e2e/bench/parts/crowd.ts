/**
 * Routers with devices that come and go, as the authors of presence: each has the real map of its own devices, and
 * publishes real frames. The caller passes the time, so that a minute of a thousand routers takes seconds. Same seed,
 * same crowd.
 */
import { createHash } from 'node:crypto';
import { idOf, publicKeyOf, type SecretKey, type Signature } from '../../../src/protocol/keys.ts';
import { GRACE_MS } from '../../../src/protocol/limits.ts';
import {
  CHALLENGE_BYTES,
  type Challenge,
  DEVICE_KINDS,
  type DeviceId,
  type DeviceKind,
} from '../../../src/protocol/signaling.ts';
import { DEVICES_PER_ROUTER } from '../../../src/router/mesh/acquaintances.ts';
import type { Incarnation, RouterId, Self } from '../../../src/router/mesh/bus.ts';
import { Claims } from '../../../src/router/mesh/claims.ts';
import type { PresenceMessage } from '../../../src/router/mesh/messages.ts';
import type { Local } from '../../../src/router/mesh/own-devices.ts';
import { Presence } from '../../../src/router/mesh/presence.ts';
import { Random } from '../../drive/random.ts';

/** Names as the app proposes them and as people write them. */
const NAMES = [
  'Quiet Heron',
  '受付',
  'Brave Tanuki',
  '山田',
  "Mina's phone",
  'Gentle Badger',
  '物資班のスマホ',
  'Reception desk',
];
/** Milliseconds of a device's clock. */
const FIRST_CLAIM = 1_764_150_000_000;
const ROUTER_NAMES = ['東体育館', 'North School', '公民館 2階', 'Harbour Office', '市役所 防災課', 'Town Hall'];

type Author = {
  readonly self: Self;
  readonly name: string;
  readonly presence: Presence;
  readonly devices: Map<DeviceId, Local>;
};
export type Said = { readonly from: RouterId; readonly message: PresenceMessage };

type Somebody = Local & { readonly kind: DeviceKind };

/** With a hello of the right form and length. Nobody in a crowd is at two routers, so nobody checks what it says. */
export function deviceOf(index: number, router: string): Somebody {
  const digest = digestOf(`device ${index}`);
  const key = publicKeyOf(digest.toString('base64url') as SecretKey);
  const kind: DeviceKind = DEVICE_KINDS[(digest[0] ?? 0) % DEVICE_KINDS.length] ?? DEVICE_KINDS[0];
  const hello = {
    key,
    challenge: digestOf(`challenge ${index}`).subarray(0, CHALLENGE_BYTES).toString('base64url') as Challenge,
    claim: FIRST_CLAIM + index,
    signature: createHash('sha512').update(`signature ${index}`).digest('base64url') as Signature,
  };
  return {
    id: idOf(key),
    name: `${NAMES[index % NAMES.length]} ${index % 97}`,
    kind,
    away: false,
    hello,
    saidTo: router,
  };
}

const digestOf = (text: string): Buffer => createHash('sha256').update(text).digest();

export class Crowd {
  readonly #authors: readonly Author[];
  readonly #random: Random;
  /** Devices that are away, and when their grace ends: in order. */
  readonly #away: { readonly author: Author; readonly id: DeviceId; readonly until: number }[] = [];
  #devices = 0;

  constructor(routers: number, devicesEach: number, seed: number) {
    this.#random = new Random(seed);
    this.#authors = Array.from({ length: routers }, (_, index) => {
      const id = createHash('sha256').update(`router ${index}`).digest('base64url').slice(0, 16) as RouterId;
      const self = { id, incarnation: '0000000100000001' as Incarnation };
      const name = `${ROUTER_NAMES[index % ROUTER_NAMES.length]} ${index}`;
      return {
        self,
        name,
        presence: new Presence(self, GRACE_MS, () => DEVICES_PER_ROUTER, new Claims(() => 0)),
        devices: new Map<DeviceId, Local>(),
      };
    });
    for (const author of this.#authors) {
      for (let count = 0; count < devicesEach; count += 1) this.#arrive(author);
      author.presence.publish(author.devices.values());
    }
  }

  get routers(): readonly { readonly self: Self; readonly name: string }[] {
    return this.#authors;
  }

  snapshots(): readonly Said[] {
    return this.#authors.map(({ self, presence }) => ({ from: self.id, message: presence.snapshot() }));
  }

  /**
   * `changes` devices leave and as many others come, somewhere; those whose grace is over are removed. Returns what the
   * routers then publish. Call it once for each batch of the federation.
   */
  step(now: number, changes: number): readonly Said[] {
    const touched = new Set<Author>();
    for (; this.#away[0] !== undefined && this.#away[0].until <= now; this.#away.shift()) {
      const { author, id } = this.#away[0];
      author.devices.delete(id);
      touched.add(author);
    }
    for (let count = 0; count < changes; count += 1) {
      touched.add(this.#leave(now));
      touched.add(this.#arrive(this.#pick(this.#authors)));
    }
    return [...touched].flatMap(({ self, presence, devices }) => {
      const message = presence.publish(devices.values());
      return message === undefined ? [] : [{ from: self.id, message }];
    });
  }

  #arrive(author: Author): Author {
    const device = deviceOf(this.#devices++, author.self.id);
    author.devices.set(device.id, device);
    return author;
  }

  #leave(now: number): Author {
    for (;;) {
      const author = this.#pick(this.#authors);
      const here = [...author.devices.values()].filter(({ away }) => !away);
      if (here.length === 0) continue;
      const device = this.#pick(here);
      author.devices.set(device.id, { ...device, away: true });
      this.#away.push({ author, id: device.id, until: now + GRACE_MS });
      return author;
    }
  }

  #pick<T>(all: readonly T[]): T {
    const picked = all[this.#random.below(all.length)];
    if (picked === undefined) throw new Error('nobody to pick');
    return picked;
  }
}
