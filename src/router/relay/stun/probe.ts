/** Asks a STUN server, to see if it is alive. */

import { randomBytes } from 'node:crypto';
import { createSocket } from 'node:dgram';
import { decodeMessage, type Endpoint, METHOD, mappedAddress, withFingerprint } from './message.ts';

/** RFC 8489 section 6.2.1: a request is sent again after this time. */
const RTO_MS = 500;

/** The address at which the server sees this process; `undefined` when no right answer came in time. */
export function askStun(address: string, port: number, withinMs: number): Promise<Endpoint | undefined> {
  const transactionId = randomBytes(12);
  const request = withFingerprint({ class: 'request', method: METHOD.binding, transactionId, attributes: [] });
  const socket = createSocket('udp4');
  return new Promise((resolve) => {
    const end = (answer?: Endpoint): void => {
      clearTimeout(deadline);
      clearInterval(again);
      socket.removeAllListeners('message');
      socket.close();
      resolve(answer);
    };
    const send = (): void => socket.send(request, port, address, () => {});
    const deadline = setTimeout(end, withinMs);
    const again = setInterval(send, RTO_MS);
    socket.on('error', () => {});
    socket.on('message', (datagram) => {
      const answer = decodeMessage(datagram);
      if (answer?.class !== 'success' || !transactionId.equals(answer.transactionId)) return;
      const mapped = mappedAddress(answer);
      if (mapped !== undefined) end(mapped);
    });
    send();
  });
}
