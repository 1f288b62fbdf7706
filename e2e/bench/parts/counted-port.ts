/** A port before a router's that counts what crosses it, by the path that each connection asks for first. */
import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';

export type CountedPort = {
  readonly port: number;
  /** Both ways, with headers, of connections that began with a request for a path that begins so. */
  bytes(path: string): number;
  close(): Promise<void>;
};

/** `port`: of the router on this machine. */
export async function countedPort(port: number): Promise<CountedPort> {
  const sums = new Map<string, number>();
  const open = new Set<Socket>();
  const server = createServer((near) => {
    const far = connect({ host: '127.0.0.1', port, noDelay: true });
    near.setNoDelay(true);
    let path = '';
    const count = ({ length }: Buffer): void => void sums.set(path, (sums.get(path) ?? 0) + length);
    near.once('data', (head) => {
      path = /^\S+ (\S+)/.exec(head.toString('latin1', 0, 300))?.[1] ?? '';
      // What a connection is asked for later counts as well where it began: sockets begin with their own request.
    });
    near.on('data', count);
    far.on('data', count);
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      open.add(one);
      one.pipe(other);
      one.on('error', () => other.destroy());
      one.on('close', () => open.delete(one));
    }
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return {
    port: address.port,
    bytes: (path) => [...sums].reduce((sum, [asked, bytes]) => (asked.startsWith(path) ? sum + bytes : sum), 0),
    async close() {
      for (const socket of open) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}
