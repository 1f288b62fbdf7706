/** A port for a server that is to come back on it. */
import { once } from 'node:events';
import { createServer } from 'node:net';

/** Below those that Linux gives out by itself (ip_local_port_range: 32768 to 60999), above those that browsers refuse. */
const FIRST = 20_000;
const LAST = 32_767;

/**
 * A free TCP port of 127.0.0.1 that nobody is given who asks for any port: one of those may go to another test, or to
 * the near end of a connection, while its server is away.
 */
export async function keptPort(): Promise<number> {
  for (;;) {
    const port = FIRST + Math.floor(Math.random() * (LAST - FIRST + 1));
    const server = createServer().listen(port, '127.0.0.1');
    const free = await once(server, 'listening').then(
      () => true,
      (error: NodeJS.ErrnoException) => {
        if (error.code === 'EADDRINUSE') return false;
        throw error;
      },
    );
    if (!free) continue;
    server.close();
    await once(server, 'close');
    return port;
  }
}
