/** Converts what routers say to bytes on a wire or time on the air. Pure. */

/** TLS 1.2 with ChaCha20-Poly1305: header 5, tag 16, no nonce on the wire (RFC 7905 section 2). */
const TLS_BYTES = 21;
/** TCP with time stamps; IPv6, for links use its link-local addresses first; Ethernet with its check sum. */
const TCP_IP_BYTES = 32 + 40;
const ETHERNET_BYTES = 18;
/** Changes come one at a time, so that each segment is acknowledged on its own. */
const ACK_BYTES = TCP_IP_BYTES + ETHERNET_BYTES;
const UDP_BYTES = 8;
const IPV6_BYTES = 40;

/** One frame between routers, as bytes on Ethernet: to the other side, and its acknowledgement back. */
export const linkWireBytes = (frameBytes: number): number =>
  frameBytes + TLS_BYTES + TCP_IP_BYTES + ETHERNET_BYTES + ACK_BYTES;

/** A beacon over IPv6, over which alone linked routers send theirs. */
export const beaconWireBytes = (bytes: number): number => bytes + UDP_BYTES + IPV6_BYTES + ETHERNET_BYTES;

/**
 * Time on the air of a multicast frame on 802.11, in microseconds: sent once, at the lowest rate of the network, without
 * aggregation or acknowledgement. OFDM: preamble 20, then symbols of 4 (IEEE 802.11-2020 section 17.4.3); before it DIFS 34 and
 * half of the smallest window of 15 slots of 9; MAC header, LLC and check sum are 36 bytes. At 1 and 2 Mb/s (DSSS, long
 * preamble) 192, DIFS 50, half of 31 slots of 20.
 */
export function multicastAirtimeUs(ipBytes: number, mbitPerSecond: number): number {
  const bits = 8 * (ipBytes + 36);
  if (mbitPerSecond < 6) return 50 + 15.5 * 20 + 192 + bits / mbitPerSecond;
  return 34 + 7.5 * 9 + 20 + 4 * Math.ceil((22 + bits) / (4 * mbitPerSecond));
}

/** The IP datagram of a beacon over IPv6, for the air. */
export const beaconIpBytes = (bytes: number): number => bytes + UDP_BYTES + IPV6_BYTES;

/**
 * As many listeners as batman-adv sends a multicast to one by one; with more, each router sends it again (its setting
 * `multicast_fanout`).
 */
const MULTICAST_FANOUT = 16;
/** How often each router repeats a flooded frame on a radio (batman-adv, `BATADV_NUM_BCASTS_MAX`). */
const REPEATS = 3;
/** batman-adv around a flooded frame, and the Ethernet header in it (`struct batadv_bcast_packet`). */
const BATMAN_BYTES = 14 + 14;

/**
 * Time on the air, in microseconds, that the beacons of one round take: one of each router, over IPv6, where all of them share
 * a channel. `batman`: over batman-adv. Its unicasts go at the same rate here, which is too slow for a good radio, and
 * too fast for one with lost frames.
 */
export function roundAirtimeUs(routers: number, beaconBytes: number, mbitPerSecond: number, batman: boolean): number {
  const plain = multicastAirtimeUs(beaconIpBytes(beaconBytes), mbitPerSecond);
  if (!batman) return routers * plain;
  const wrapped = multicastAirtimeUs(beaconIpBytes(beaconBytes) + BATMAN_BYTES, mbitPerSecond);
  return routers - 1 <= MULTICAST_FANOUT ? routers * (routers - 1) * wrapped : REPEATS * routers * routers * wrapped;
}
