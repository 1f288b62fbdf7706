/** The identity of this device: its key, its name, its kind. Stored in the browser, parsed when read back. */
import { cleanName } from '../../protocol/name.ts';
import type { DeviceKind } from '../../protocol/signaling.ts';
import { keyval } from '../../store/keyval.ts';
import { keptGroups, stored } from '../groups/own-group.ts';
import { OwnGroups } from '../groups/own-groups.ts';
import type { DeviceIdentity } from './handover.ts';
import { keptKey, newKey, OwnKey } from './own-key.ts';
import { answered } from './site-data.ts';

const settings = keyval('settings');

async function kept(key: string): Promise<unknown> {
  const read = await settings.get(key);
  return read.ok ? read.value : undefined;
}

export type OwnDevice = {
  readonly key: OwnKey;
  readonly name: string;
  /** The person has chosen the name, or was asked for it. */
  readonly isNamed: boolean;
  readonly kind: DeviceKind;
  readonly groups: OwnGroups;
};

/**
 * Reads this device's identity, or makes a new one. In a browser that keeps nothing (some private windows), the device
 * is new after each reload; everything else works. The same when the storage does not answer in time: the first screen
 * waits no longer. `handedOver`: the device's identity at another address; asked only when none is stored.
 */
export async function ownDevice(
  newName: () => string,
  handedOver: () => Promise<DeviceIdentity | undefined>,
): Promise<OwnDevice> {
  const read = await answered(Promise.all([kept('key'), kept('name'), kept('named'), kept('groups')]));
  const [oldKey, oldName, named, oldGroups] = read ?? [];
  const known = keptKey(oldKey);
  const taken = known ? undefined : await handedOver();
  const name = taken?.name || cleanName(typeof oldName === 'string' ? oldName : '') || newName();
  // A silent storage may hold this device's identity, which must not be overwritten.
  const keep = (at: string, value: unknown) => {
    if (read !== undefined) void settings.set(at, value);
  };
  const begun = known ?? newKey(taken?.secret);
  if (!known) keep('key', begun);
  if (name !== oldName) keep('name', name);
  // Of before there were keys: it has crossed the air, and whoever heard it could still be this device at an old router.
  if (read !== undefined) void settings.delete('secret');
  // Whoever took the identity along was shown its name.
  const isNamed = named === true || taken !== undefined;
  if (taken !== undefined) {
    keep('named', true);
    keep('groups', stored(taken.groups));
  }
  const key = new OwnKey(begun, (now) => keep('key', now));
  const groups = new OwnGroups(key.publicKey, taken?.groups ?? keptGroups(oldGroups), (now) => keep('groups', now));
  return { key, name, isNamed, kind: deviceKind(), groups };
}

export async function keepName(name: string): Promise<void> {
  await settings.set('name', name);
}

/** From now on the person is not asked for a name. */
export async function keepNamed(): Promise<void> {
  await settings.set('named', true);
}

/** A guess from the user agent; it only chooses the picture beside the name. */
function deviceKind(agent: { readonly userAgent: string; readonly maxTouchPoints: number } = navigator): DeviceKind {
  const { userAgent, maxTouchPoints } = agent;
  // An iPad has called itself a Mac since iPadOS 13; no Mac has a touch screen.
  if (/iPad|Tablet/.test(userAgent) || (/Macintosh/.test(userAgent) && maxTouchPoints > 1)) return 'tablet';
  if (/Android/.test(userAgent)) return /Mobile/.test(userAgent) ? 'phone' : 'tablet';
  return /iPhone|iPod|Mobile/.test(userAgent) ? 'phone' : 'computer';
}
