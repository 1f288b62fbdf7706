/** What this device keeps of the people whom its owner has made sure of, or has blocked. Parsed when read back. */

import { idOf, type PublicKey, publicKeyFrom } from '../../protocol/keys.ts';
import { cleanName } from '../../protocol/name.ts';
import { type DeviceId, deviceIdFrom } from '../../protocol/signaling.ts';

/** Somebody who was compared face to face: this key is theirs. */
export type Known = {
  readonly is: 'known';
  readonly id: DeviceId;
  readonly key: PublicKey;
  /** What the owner of this device calls them; not what they call themselves. */
  readonly label: string;
  /** What they called themselves when they were compared: somebody else under this name is not them either. */
  readonly called: string;
  /** When they were compared, in Unix milliseconds. */
  readonly since: number;
  /** What they send is accepted without a question up to this many bytes at once; 0: never. */
  readonly acceptBytes: number;
  /** What was accepted so; absent before the first time. The rules are in `unasked.ts`. */
  readonly taken?: Taken;
};

/** What was accepted without a question since `from`, in Unix milliseconds. */
export type Taken = { readonly from: number; readonly bytes: number; readonly offers: number };

/** Somebody from whom nothing is taken, and who is not told so. */
export type Blocked = {
  readonly is: 'blocked';
  readonly id: DeviceId;
  /** As they were called when they were blocked. */
  readonly label: string;
  readonly since: number;
  /** They were known: who is unblocked is who they were. */
  readonly was?: Known;
};

export type Person = Known | Blocked;

/** `undefined` when `value`, from the storage, is no person or another one than `id`. */
export function keptPerson(id: unknown, value: unknown): Person | undefined {
  const own = typeof id === 'string' ? deviceIdFrom(id) : undefined;
  if (own === undefined || typeof value !== 'object' || value === null) return undefined;
  const { is, label, since, was } = value as Readonly<Record<string, unknown>>;
  if (is !== 'blocked') return keptKnown(own, value);
  const shown = keptName(label);
  if (shown === '') return undefined;
  const before = keptKnown(own, was);
  return { is, id: own, label: shown, since: keptTime(since), ...(before && { was: before }) };
}

function keptKnown(id: DeviceId, value: unknown): Known | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { is, key, label, called, since, acceptBytes, taken } = value as Readonly<Record<string, unknown>>;
  const shown = keptName(label);
  const whole = typeof key === 'string' ? publicKeyFrom(key) : undefined;
  if (is !== 'known' || shown === '' || whole === undefined || idOf(whole) !== id) return undefined;
  const already = keptTaken(taken);
  return {
    is,
    id,
    key: whole,
    label: shown,
    called: keptName(called) || shown,
    since: keptTime(since),
    acceptBytes: count(acceptBytes),
    ...(already && { taken: already }),
  };
}

function keptTaken(value: unknown): Taken | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { from, bytes, offers } = value as Readonly<Record<string, unknown>>;
  return { from: count(from), bytes: count(bytes), offers: count(offers) };
}

const keptName = (value: unknown): string => (typeof value === 'string' ? cleanName(value) : '');
const keptTime = (value: unknown): number => (typeof value === 'number' && Number.isFinite(value) ? value : 0);
const count = (value: unknown): number => (Number.isSafeInteger(value) ? Math.max(0, Number(value)) : 0);
