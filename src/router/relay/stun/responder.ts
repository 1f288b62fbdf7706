/**
 * A STUN server inside the router process, for when there is no coturn: without STUN, nothing connects on a LAN whose
 * access point drops multicast. We wrote it ourselves because npm's servers are unmaintained, untyped or whole TURN
 * servers.
 */
import { createSocket, type Socket } from 'node:dgram';
import { once } from 'node:events';
import { TokenBucket } from '../../../transfer/token-bucket.ts';
import { answerBinding } from './answer.ts';

/** A browser asks once or twice per connection and interface, then every 10 s; 20 connections at once are 80 requests. */
const BURST_PER_ADDRESS = 200;
const PER_ADDRESS_PER_SECOND = 40;
/** All addresses together, about a tenth of what one core answers. */
const BURST = 2000;
const PER_SECOND = 1000;
/** Addresses that are counted. The first one heard is dropped first, so that forged senders fill no memory. */
const MAX_ADDRESSES = 1024;

export type Responder = { readonly port: number; close(): Promise<void> };

/** Answers on every address, or rejects with the system's error. Port 0 takes any free port, for a single address. */
export async function startResponder(addresses: readonly string[], port: number): Promise<Responder> {
  const admits = createLimit();
  const sockets: Socket[] = [];
  const close = async (): Promise<void> => {
    await Promise.all(sockets.splice(0).map((socket) => new Promise<void>((resolve) => socket.close(() => resolve()))));
  };
  try {
    for (const address of addresses) {
      const socket = createSocket('udp4');
      sockets.push(socket);
      socket.bind({ address, port, exclusive: true });
      await once(socket, 'listening');
      socket.on('message', (datagram, sender) => {
        if (!admits(sender.address, performance.now())) return;
        const answer = answerBinding(datagram, sender);
        if (answer !== undefined) socket.send(answer, sender.port, sender.address, () => {});
      });
      // Reports of the system on sent packets (ICMP) are useless here.
      socket.on('error', () => {});
    }
    return { port: sockets[0]?.address().port ?? port, close };
  } catch (error) {
    await close();
    throw error;
  }
}

function createLimit(): (address: string, now: number) => boolean {
  const all = new TokenBucket(BURST, PER_SECOND, performance.now());
  const each = new Map<string, TokenBucket>();
  return (address, now) => {
    let bucket = each.get(address);
    if (bucket === undefined) {
      const [first] = each.keys();
      if (each.size >= MAX_ADDRESSES && first !== undefined) each.delete(first);
      bucket = new TokenBucket(BURST_PER_ADDRESS, PER_ADDRESS_PER_SECOND, now);
      each.set(address, bucket);
    }
    return bucket.take(now) && all.take(now);
  };
}
