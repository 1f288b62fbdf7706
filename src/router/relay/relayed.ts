/**
 * How many connections coturn relays now. Each has a UDP port in a range that nobody else may use, so the kernel's list
 * of sockets has the answer; coturn itself only tells on its console, which is switched off.
 */
import { readFileSync } from 'node:fs';
import { RELAY_PORTS } from '../config/ports.ts';

/** proc_pid_net(5): a head, then one socket a line, `sl local_address ...` with the port in hexadecimal. */
const PORT = /^\s*\d+: [0-9A-F]+:([0-9A-F]{4}) /;

export function countRelayed(sockets: string): number {
  return sockets.split('\n').filter((line) => {
    const port = Number.parseInt(PORT.exec(line)?.[1] ?? '0', 16);
    return port >= RELAY_PORTS.first && port <= RELAY_PORTS.last;
  }).length;
}

/** `undefined` where the kernel keeps no such list. */
export function relayedNow(): number | undefined {
  try {
    return countRelayed(readFileSync('/proc/net/udp', 'utf8'));
  } catch {
    return undefined;
  }
}
