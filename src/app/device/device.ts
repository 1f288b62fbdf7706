/** The identity of this device: its key, its name, its kind. Stored in the browser, parsed when read back. */
import { cleanName } from '../../protocol/name.ts';
import type { DeviceKind } from '../../protocol/signaling.ts';
import { keyval } from '../../store/keyval.ts';
import { keptGroups, stored } from '../groups/own-group.ts';
import { type GroupsStore, OwnGroups } from '../groups/own-groups.ts';
import type { DeviceIdentity } from './handover.ts';
import { type KeptKey, keptKey, newKey, OwnKey } from './own-key.ts';
import { answered } from './site-data.ts';

const settings = keyval('settings');

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
  const read = await answered(Promise.all(['key', 'name', 'named', 'groups'].map((at) => settings.get(at))));
  const [oldKey, oldName, named, oldGroups] = (read ?? []).map((kept) => (kept.ok ? kept.value : undefined));
  const known = keptKey(oldKey);
  const taken = known ? undefined : await handedOver();
  const name = taken?.name || cleanName(typeof oldName === 'string' ? oldName : '') || newName();
  // A storage that is silent, or fails to read, may hold this device's identity, which must not be overwritten.
  const isRead = read?.every(({ ok }) => ok) === true;
  const keep = (at: string, value: unknown) => {
    if (isRead) void settings.set(at, value);
  };
  const made = known ?? newKey(taken?.secret, taken?.claim);
  const begun = known || !isRead ? made : await firstOf(made);
  if (name !== oldName) keep('name', name);
  // Of before there were keys: it has crossed the air, and whoever heard it could still be this device at an old router.
  if (isRead) void settings.delete('secret');
  // Whoever took the identity along was shown its name.
  const isNamed = named === true || taken !== undefined;
  if (taken !== undefined) {
    keep('named', true);
    keep('groups', stored(taken.groups));
  }
  const key = new OwnKey(begun, (now) => isRead && void keepClaim(now));
  const groups = new OwnGroups(key.publicKey, taken?.groups ?? keptGroups(oldGroups), groupsStore);
  return { key, name, isNamed, kind: deviceKind(), groups };
}

const groupsStore: GroupsStore = {
  read: async () => {
    const read = await settings.get('groups');
    return read.ok ? keptGroups(read.value) : undefined;
  },
  update: async (change) => (await settings.update('groups', (old) => stored(change(keptGroups(old))))).ok,
};

/** The key `made`, or another one that a second tab has stored meanwhile: both tabs are one device. */
async function firstOf(made: KeptKey): Promise<KeptKey> {
  let first = made;
  const written = settings.update('key', (old) => {
    first = keptKey(old) ?? made;
    return first;
  });
  await answered(written);
  return first;
}

/** A page that was left open, and has the key of before, must not bring it back. */
async function keepClaim(key: KeptKey): Promise<void> {
  await settings.update('key', (old) => {
    const stored = keptKey(old);
    return stored?.secret === key.secret && stored.claim < key.claim ? key : old;
  });
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
