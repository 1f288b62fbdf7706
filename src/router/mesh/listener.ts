/** Accepts links from other routers, and dials them. The only file that opens TCP connections between routers. */
import type { AddressInfo, Socket } from 'node:net';
import { connect, createServer, type PSKCallbackNegotation, type TLSSocket } from 'node:tls';
import { plainAddress } from '../machine/ipv4.ts';
import type { Log } from '../machine/log.ts';
import type { MeshKeys } from './keys.ts';
import { tlsOptions } from './link.ts';

/** The same for all meshes: the key itself shows which mesh it is. */
const IDENTITY = 'hikyaku mesh 1';
/**
 * Connections in all, including those that have not shown the key yet; and from one address: a link, and its
 * replacement.
 */
const MAX_CONNECTIONS = 192;
const MAX_CONNECTIONS_PER_ADDRESS = 6;
const HANDSHAKE_MS = 5_000;

type ListenerOptions = {
  readonly keys: MeshKeys;
  readonly port: number;
  /** True when links from this address are accepted. */
  readonly allows: (address: string) => boolean;
  readonly linked: (socket: TLSSocket) => void;
  /** Somebody without the key came. */
  readonly refused: (address: string) => void;
  readonly log: Log;
};

export type Listener = { readonly port: number; stop(): void };

export async function listen({ keys, port, allows, linked, refused, log }: ListenerOptions): Promise<Listener> {
  const perAddress = new Map<string, number>();
  const server = createServer({
    ...tlsOptions(),
    handshakeTimeout: HANDSHAKE_MS,
    pskCallback: (_, identity) => (identity === IDENTITY ? keys.link : null),
  });
  server.maxConnections = MAX_CONNECTIONS;
  // Before TLS looks at it. Phones of the LAN reach this port too, since it is on the same machine.
  server.prependListener('connection', (socket: Socket) => {
    const address = plainAddress(socket.remoteAddress ?? '');
    const open = (perAddress.get(address) ?? 0) + 1;
    if (!allows(address) || open > MAX_CONNECTIONS_PER_ADDRESS) {
      socket.destroy();
      return;
    }
    perAddress.set(address, open);
    socket.once('close', () => {
      const left = (perAddress.get(address) ?? 1) - 1;
      if (left > 0) perAddress.set(address, left);
      else perAddress.delete(address);
    });
  });
  server.on('secureConnection', linked);
  server.on('tlsClientError', (error, socket) => {
    log.debug(`a router without the key: ${error.message}`);
    if (isKeyError(error)) refused(plainAddress(socket.remoteAddress ?? ''));
  });
  const bound = await bind(server, port, log);
  server.on('error', (error) => log.warn(`the listener for other routers: ${error.message}`));
  return { port: bound, stop: () => void server.close() };
}

/** Resolves with a socket that has shown the key; rejects when nobody is there, or a router with another key. */
export function dial(address: string, port: number, keys: MeshKeys): Promise<TLSSocket> {
  return new Promise((resolve, reject) => {
    const socket = connect({
      host: address,
      port,
      ...tlsOptions(),
      pskCallback: (): PSKCallbackNegotation => ({ psk: keys.link, identity: IDENTITY }),
      checkServerIdentity: () => undefined, // there is no certificate: the key is the proof
    });
    const timer = setTimeout(() => socket.destroy(new Error('no answer in time')), HANDSHAKE_MS);
    socket.once('secureConnect', () => {
      clearTimeout(timer);
      socket.removeAllListeners('error');
      resolve(socket);
    });
    socket.once('error', (error) => {
      clearTimeout(timer);
      reject(error);
    });
  });
}

/** Two sides with different keys cannot read each other's first encrypted record. */
export function isKeyError(error: Error & { readonly code?: string }): boolean {
  return error.code?.startsWith('ERR_SSL') === true;
}

/** Listens on all addresses, IPv6 too where it exists: a connection's source decides if it is accepted. */
function bind(server: ReturnType<typeof createServer>, port: number, log: Log): Promise<number> {
  return new Promise((resolve, reject) => {
    const attempts = [
      { host: '::', port },
      { host: '0.0.0.0', port },
      { host: '::', port: 0 },
      { host: '0.0.0.0', port: 0 },
    ];
    const next = (error?: Error): void => {
      const attempt = attempts.shift();
      if (attempt === undefined) {
        reject(error);
        return;
      }
      if (error !== undefined) log.debug(`links are not taken there: ${error.message}`);
      server.once('error', next);
      server.listen(attempt.port, attempt.host, () => {
        server.off('error', next);
        resolve((server.address() as AddressInfo).port); // bound to a port, so its address is not the name of a pipe
      });
    };
    next();
  });
}
