/** Which way the kernel would send a packet. */
import { createSocket } from 'node:dgram';
import { wordsOf } from './files.ts';

/** RFC 863: any port does, since nothing is sent. */
const DISCARD = 9;
/** No route at all, or one that forbids it. All else (no descriptor, no memory) says nothing of routes. */
const NO_WAY = new Set(['ENETUNREACH', 'EHOSTUNREACH', 'EACCES']);

/**
 * Whether packets to an IPv4 address `to` would leave with the address `from`: on the interface that has it. `undefined` while
 * the kernel cannot say.
 */
export async function leavesFrom(from: string, to: string): Promise<boolean | undefined> {
  const socket = createSocket('udp4');
  try {
    await new Promise<void>((resolve, reject) => {
      socket.once('error', reject);
      // What the kernel refuses comes to the callback, what keeps the socket from being made as an event.
      socket.connect(DISCARD, to, (error?: Error) => (error === undefined ? resolve() : reject(error)));
    });
    return socket.address().address === from;
  } catch (error) {
    return NO_WAY.has(wordsOf(error)) ? false : undefined;
  } finally {
    socket.close();
  }
}
