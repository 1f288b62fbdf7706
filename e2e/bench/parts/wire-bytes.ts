/** Converts what routers say to bytes on a wire or time on the air. Pure. */

/** TLS 1.2 with ChaCha20-Poly1305: header 5, tag 16, no nonce on the wire (RFC 7905 section 2). */
const TLS_BYTES = 21;
/** TCP with time stamps; IPv6, for links use its link-local addresses first; Ethernet with its check sum. */
const TCP_IP_BYTES = 32 + 40;
const ETHERNET_BYTES = 18;
/** Changes come one at a time, so that each segment is acknowledged on its own. */
const ACK_BYTES = TCP_IP_BYTES + ETHERNET_BYTES;
const UDP_BYTES = 8;
const IPV4_BYTES = 20;
const IPV6_BYTES = 40;

/** One frame between routers, as bytes on Ethernet: to the other side, and its acknowledgement back. */
export const linkWireBytes = (frameBytes: number): number =>
  frameBytes + TLS_BYTES + TCP_IP_BYTES + ETHERNET_BYTES + ACK_BYTES;

/** A beacon goes out over IPv4 and over IPv6. */
export const beaconWireBytes = (bytes: number): number =>
  2 * (bytes + UDP_BYTES + ETHERNET_BYTES) + IPV4_BYTES + IPV6_BYTES;

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

/** IP datagrams of one beacon, for the air. */
export const beaconIpBytes = (bytes: number): readonly [number, number] => [
  bytes + UDP_BYTES + IPV4_BYTES,
  bytes + UDP_BYTES + IPV6_BYTES,
];
