/** Which way the kernel would send a packet. */
import { createSocket } from 'node:dgram';
import { wordsOf } from '../files.ts';

/** RFC 863: any port does, since nothing is sent. */
const DISCARD = 9;
/** It has no descriptor or no memory to spare, which says nothing of routes. */
const CANNOT_SAY = new Set(['EMFILE', 'ENFILE', 'ENOBUFS', 'ENOMEM']);

/**
 * Whether packets to an IPv4 address `to` would leave with the address `from`: on the interface that has it. `undefined` while
 * the kernel cannot say.
 */
export async function leavesFrom(from: string, to: string): Promise<boolean | undefined> {
  const socket = createSocket('udp4');
  try {
    await new Promise<void>((resolve, reject) => {
      socket.once('error', reject);
      socket.connect(DISCARD, to, resolve);
    });
    return socket.address().address === from;
  } catch (error) {
    return CANNOT_SAY.has(wordsOf(error)) ? undefined : false; // no route at all
  } finally {
    socket.close();
  }
}
