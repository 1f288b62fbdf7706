/** Which way the kernel would send a packet. */
import { createSocket } from 'node:dgram';

/** RFC 863: any port does, since nothing is sent. */
const DISCARD = 9;

/** Whether packets to an IPv4 address `to` would leave with the address `from`: on the interface that has it. */
export async function leavesFrom(from: string, to: string): Promise<boolean> {
  const socket = createSocket('udp4');
  try {
    await new Promise<void>((resolve, reject) => {
      socket.once('error', reject);
      socket.connect(DISCARD, to, resolve);
    });
    return socket.address().address === from;
  } catch {
    return false; // no route at all
  } finally {
    socket.close();
  }
}
