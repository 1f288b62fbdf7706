/** The identity of this device: its secret, its name, its kind. Stored in the browser, parsed when read back. */
import { DEVICE_SECRET, DEVICE_SECRET_BYTES, only } from '../../protocol/ids.ts';
import { cleanName } from '../../protocol/name.ts';
import type { DeviceKind, DeviceSecret } from '../../protocol/signaling.ts';
import { keyval } from '../../store/keyval.ts';
import { randomToken } from '../model/random.ts';
import type { DeviceIdentity } from './handover.ts';
import { answered } from './site-data.ts';

const settings = keyval('settings');

async function kept(key: string): Promise<string | undefined> {
  const read = await settings.get(key);
  return read.ok && typeof read.value === 'string' ? read.value : undefined;
}

export type OwnDevice = { readonly secret: DeviceSecret; readonly name: string; readonly kind: DeviceKind };

/**
 * Reads this device's identity, or makes a new one. In a browser that keeps nothing (some private windows), the device
 * is new after each reload; everything else works. The same when the storage does not answer in time: the first screen
 * waits no longer. `handedOver`: the device's identity at another address; asked only when none is stored.
 */
export async function ownDevice(
  newName: () => string,
  handedOver: () => Promise<DeviceIdentity | undefined>,
): Promise<OwnDevice> {
  const read = await answered(Promise.all([kept('secret'), kept('name')]));
  const [oldSecret, oldName] = read ?? [];
  const isKnown = oldSecret !== undefined && only(DEVICE_SECRET).test(oldSecret);
  const taken = isKnown ? undefined : await handedOver();
  const secret = isKnown ? oldSecret : (taken?.secret ?? randomToken(DEVICE_SECRET_BYTES));
  const name = taken?.name || cleanName(oldName ?? '') || newName();
  // A silent storage may hold this device's identity, which must not be overwritten.
  if (read !== undefined && secret !== oldSecret) void settings.set('secret', secret);
  if (read !== undefined && name !== oldName) void settings.set('name', name);
  return { secret: secret as DeviceSecret, name, kind: deviceKind() };
}

export async function keepName(name: string): Promise<void> {
  await settings.set('name', name);
}

/** A guess from the user agent; it only chooses the picture beside the name. */
function deviceKind(agent: { readonly userAgent: string; readonly maxTouchPoints: number } = navigator): DeviceKind {
  const { userAgent, maxTouchPoints } = agent;
  // An iPad has called itself a Mac since iPadOS 13; no Mac has a touch screen.
  if (/iPad|Tablet/.test(userAgent) || (/Macintosh/.test(userAgent) && maxTouchPoints > 1)) return 'tablet';
  if (/Android/.test(userAgent)) return /Mobile/.test(userAgent) ? 'phone' : 'tablet';
  return /iPhone|iPod|Mobile/.test(userAgent) ? 'phone' : 'computer';
}
