import { expect, it } from 'vitest';
import { countRelayed } from './relayed.ts';

/**
 * As Linux 6.1 prints it: two relayed connections (ports 20000 and 24999), coturn's own port, and ports beside the
 * range.
 */
const PROC_NET_UDP = `   sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode ref pointer drops
  212: 9001A8C0:0D96 00000000:0000 07 00000000:00000000 00:00000000 00000000   104        0 31337 2 0000000000000000 0
 4070: 9001A8C0:4E20 00000000:0000 07 00000000:00000000 00:00000000 00000000   104        0 31338 2 0000000000000000 0
 9069: 9001A8C0:61A7 00000000:0000 07 00000000:00000000 00:00000000 00000000   104        0 31339 2 0000000000000000 0
 4069: 9001A8C0:4E1F 00000000:0000 07 00000000:00000000 00:00000000 00000000     0        0 31340 2 0000000000000000 0
 9070: 00000000:61A8 00000000:0000 07 00000000:00000000 00:00000000 00000000     0        0 31341 2 0000000000000000 0
`;

it('counts the ports of relayed connections among the sockets of the machine', () => {
  expect(countRelayed(PROC_NET_UDP)).toBe(2);
  expect(countRelayed('')).toBe(0);
});
