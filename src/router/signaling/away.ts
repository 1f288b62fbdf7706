/**
 * Devices that lost their socket and may be back in a moment, within limits in all and per address. Pure. Beyond a
 * limit a device goes at once, and always one from the address with most of them: a flood of visits from one place
 * costs only that place.
 */
import type { DeviceId } from '../../protocol/signaling.ts';
import { placesOf } from '../limits/places.ts';

export type AwayLimits = {
  readonly awayDevices: number;
  readonly awayPerAddress: number;
  readonly awayPerNetwork: number;
};

type Away = { readonly until: number; readonly holders: readonly string[] };

export class AwayDevices {
  readonly #limits: AwayLimits;
  /** In the order in which they left: grace is the same for all, so it also ends in that order. */
  readonly #away = new Map<DeviceId, Away>();
  /** By place. */
  readonly #byHolder = new Map<string, Set<DeviceId>>();

  constructor(limits: AwayLimits) {
    this.#limits = limits;
  }

  /** When the first one's grace ends. */
  get firstEnd(): number | undefined {
    const [first] = this.#away.values();
    return first?.until;
  }

  /** The devices whose grace has ended. */
  endedAt(now: number): readonly DeviceId[] {
    const ended: DeviceId[] = [];
    for (const [id, { until }] of this.#away) {
      if (until > now) break;
      ended.push(id);
    }
    return ended;
  }

  /** Keeps `id`, whose socket came from `address`. Returns the device that is dropped for it, if any. */
  add(id: DeviceId, address: string, until: number): DeviceId | undefined {
    const { awayDevices, awayPerAddress, awayPerNetwork } = this.#limits;
    const places = placesOf(address);
    this.#away.set(id, { until, holders: places.map(({ key }) => key) });
    let most = new Set<DeviceId>();
    for (const { key, isCrowd } of places) {
      const own = this.#byHolder.get(key) ?? new Set();
      this.#byHolder.set(key, own.add(id));
      if (own.size > (isCrowd ? awayPerNetwork : awayPerAddress)) most = own;
    }
    if (most.size > 0) return firstOf(most);
    if (this.#away.size <= awayDevices) return undefined;
    for (const ids of this.#byHolder.values()) if (ids.size > most.size) most = ids;
    // When no address has more than others, the first that left.
    return most.size > 1 ? firstOf(most) : firstOf(new Set(this.#away.keys()));
  }

  delete(id: DeviceId): void {
    const holders = this.#away.get(id)?.holders ?? [];
    this.#away.delete(id);
    for (const holder of holders) {
      const own = this.#byHolder.get(holder);
      own?.delete(id);
      if (own?.size === 0) this.#byHolder.delete(holder);
    }
  }
}

function firstOf(ids: ReadonlySet<DeviceId>): DeviceId | undefined {
  const [first] = ids;
  return first;
}
