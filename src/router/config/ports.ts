/** Ports of the router on which several files must agree. */

/** RFC 8489 section 18.7. */
export const STUN_PORT = 3478;
/**
 * Relay addresses, one port per allocation. Below the ephemeral range of every operating system (Linux 32768-60999, others
 * 49152-65535): a port that a phone's mapping could take must not be open on the backhaul, or punching to it fails.
 */
export const RELAY_PORTS = { first: 20_000, last: 24_999 } as const;
/** Beacons (UDP) and links (TCP) between routers. Below ephemeral ports for the same reason. */
export const MESH_PORT = 8642;
