/** The source address that the kernel would choose for a packet. */
import { createSocket } from 'node:dgram';
import { wordsOf } from './files.ts';

/** RFC 863: any port would do, since nothing is sent. */
const DISCARD = 9;
/** No route, or one that forbids it. Other errors (no descriptor, no memory) say nothing about routes. */
const NO_WAY = new Set(['ENETUNREACH', 'EHOSTUNREACH', 'EACCES']);

/**
 * True when packets to the IPv4 address `to` would leave from the address `from`, on its interface. `undefined` while
 * the kernel cannot say.
 */
export async function leavesFrom(from: string, to: string): Promise<boolean | undefined> {
  const socket = createSocket('udp4');
  try {
    await new Promise<void>((resolve, reject) => {
      socket.once('error', reject);
      // The kernel's refusal comes to the callback; an error that prevents the socket comes as an event.
      socket.connect(DISCARD, to, (error?: Error) => (error === undefined ? resolve() : reject(error)));
    });
    return socket.address().address === from;
  } catch (error) {
    return NO_WAY.has(wordsOf(error)) ? false : undefined;
  } finally {
    socket.close();
  }
}
