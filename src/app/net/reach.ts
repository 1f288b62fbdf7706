/**
 * What the ICE candidates that this browser has gathered say about how others could reach it (RFC 8839 section 5.1).
 */

/**
 * `none`: not at all. `hidden`: only at addresses behind names that multicast resolves, if it gets through. `open`:
 * better.
 */
export type Reach = 'none' | 'hidden' | 'open';

/**
 * How far gathering has come. `ended`: the browser reports the end; a candidate may still come, if its name must first
 * be registered. `settled`: no more come.
 */
export type Gathering = 'under way' | 'ended' | 'settled';

/**
 * `candidates`: their lines, as they are sent to the other side. `undefined` while that is unknown: a connection that
 * ends before the browser has looked says nothing about its paths.
 */
export function reachOf(candidates: readonly string[], gathering: Gathering): Reach | undefined {
  let isHidden = false;
  for (const line of candidates) {
    const [, , transport = '', , address = ''] = line.split(' ');
    if (transport.toLowerCase() !== 'udp') continue; // between two browsers, no end listens for TCP candidates
    if (!address.endsWith('.local')) return 'open';
    isHidden = true;
  }
  if (isHidden) return gathering === 'under way' ? undefined : 'hidden';
  return gathering === 'settled' ? 'none' : undefined;
}
