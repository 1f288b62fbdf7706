/** What the ICE candidates that this browser has gathered say of the ways on which others could reach it (RFC 8839 section 5.1). */

/** `none`: no way at all. `hidden`: only addresses behind names that multicast resolves, if it gets through. `open`: more. */
export type Reach = 'none' | 'hidden' | 'open';

/**
 * How far a browser is with looking. `ended`: it says that it is done; a candidate may still come, where its name has to be
 * registered first. `settled`: none does any more.
 */
export type Gathering = 'under way' | 'ended' | 'settled';

/**
 * `candidates`: their lines, as they are told to the other side. `undefined` while nobody can know: what is over before the
 * browser has looked says nothing of its ways.
 */
export function reachOf(candidates: readonly string[], gathering: Gathering): Reach | undefined {
  let isHidden = false;
  for (const line of candidates) {
    const [, , transport = '', , address = ''] = line.split(' ');
    if (transport.toLowerCase() !== 'udp') continue; // between two browsers, TCP candidates find nobody who listens
    if (!address.endsWith('.local')) return 'open';
    isHidden = true;
  }
  if (isHidden) return gathering === 'under way' ? undefined : 'hidden';
  return gathering === 'settled' ? 'none' : undefined;
}
