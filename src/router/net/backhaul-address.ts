/**
 * The IPv4 address that a router gives itself on the backhaul, where nobody assigns addresses: computed from its id, so
 * that it is the same after each start and another one for each router, as a rule. Pure. Where two have the same one all
 * the same, both know it from each other (`mesh/apart.ts`), and one of them moves on to its next one.
 */
import { createHash } from 'node:crypto';

/** Private (RFC 1918), and seldom met: home routers take 192.168/16, 10.0/16 and 10.1/16. */
const NETWORK = '10.107';
export const BACKHAUL_PREFIX = 16;
/** Last parts of an address: .0 and .255 are left out, because other machines take them for a network or everybody. */
const LAST_PARTS = 254;

/**
 * The address of a router at its `attempt` (0, 1, 2 …), such as 10.107.3.144; its network has `BACKHAUL_PREFIX` bits.
 * Router ids are compared and hashed as text.
 */
export function backhaulAddressOf(routerId: string, attempt: number): string {
  const hash = createHash('sha256').update(`hikyaku backhaul ${attempt} ${routerId}`).digest();
  // The last part from 48 bits, so that all of them are equally likely.
  return `${NETWORK}.${hash.readUInt8(0)}.${1 + (hash.readUIntBE(1, 6) % LAST_PARTS)}`;
}

/** What `/status.json` says of a router in `mesh.routers`; this router comes first there. */
export type OnBackhaul = { readonly id: string; readonly backhaul?: string | undefined };

/**
 * The address to move to when this router, the first of the list, has to leave its own: another one with a smaller id has
 * it, too. `undefined` when it stays. Addresses of the others are passed over.
 */
export function moveTo([own, ...others]: readonly OnBackhaul[]): string | undefined {
  const address = addressIn(own);
  if (own === undefined || address === undefined) return undefined;
  if (!others.some((other) => addressIn(other) === address && other.id < own.id)) return undefined;
  const taken = new Set([address, ...others.map(addressIn)]);
  for (let attempt = 0; ; attempt += 1) {
    const next = backhaulAddressOf(own.id, attempt);
    if (!taken.has(next)) return next;
  }
}

const addressIn = (one: OnBackhaul | undefined): string | undefined => one?.backhaul?.split('/')[0];
