/** What the ICE candidates that this browser has gathered say of the ways on which others could reach it (RFC 8839 section 5.1). */

/** `none`: no way at all. `hidden`: only addresses behind names that multicast resolves, if it gets through. `open`: more. */
export type Reach = 'none' | 'hidden' | 'open';

/** `candidates`: their lines, as they are told to the other side. */
export function reachOf(candidates: readonly string[]): Reach {
  let reach: Reach = 'none';
  for (const line of candidates) {
    const [, , transport = '', , address = ''] = line.split(' ');
    if (transport.toLowerCase() !== 'udp') continue; // between two browsers, TCP candidates find nobody who listens
    if (!address.endsWith('.local')) return 'open';
    reach = 'hidden';
  }
  return reach;
}
