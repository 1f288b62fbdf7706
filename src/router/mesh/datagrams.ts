/**
 * UDP on the backhaul, and the only file that knows `dgram` multicast: datagrams to all routers there, to one of them, and
 * from them. IPv6 and IPv4 side by side, because either may be missing, on this router or on another one.
 */
import { createSocket, type RemoteInfo, type Socket } from 'node:dgram';
import type { Log } from '../machine/log.ts';
import { type Backhaul, isFromBackhaul } from './backhaul.ts';

/** Link-local scope, not assigned by IANA (RFC 4291 section 2.7, T flag): never routed. */
const GROUP_6 = 'ff12::686b:79';
/** RFC 2365: administratively scoped, local. With a TTL of 1 it is not routed either. */
const GROUP_4 = '239.255.104.107';
const MULTICAST_TTL = 1;

export type Datagrams = {
  /** To everybody on the backhaul. */
  broadcast(make: () => Uint8Array): void;
  send(bytes: Uint8Array, address: string, port: number): void;
  close(): void;
};

type Handler = (bytes: Uint8Array, from: string) => void;

/** `heard` gets only what comes from the backhaul. Sockets that cannot be opened are left out. */
export function openDatagrams(backhaul: Backhaul, port: number, heard: Handler, log: Log): Datagrams {
  let closed = false;
  const sockets = new Map<4 | 6, { readonly socket: Socket; readonly group: string }>();
  const take = (bytes: Uint8Array, { address }: RemoteInfo): void => {
    if (isFromBackhaul(address, backhaul)) heard(bytes, address);
  };

  function open(family: 4 | 6, group: string, join: (socket: Socket) => void): void {
    const socket = createSocket({ type: `udp${family}`, reuseAddr: true, ...(family === 6 && { ipv6Only: true }) });
    const fail = (error: Error): void => {
      log.debug(`no datagrams over IPv${family} on ${backhaul.interface}: ${error.message}`);
      sockets.delete(family);
      socket.close();
    };
    socket.once('error', fail);
    socket.bind(port, () => {
      if (closed) {
        socket.close();
        return;
      }
      try {
        join(socket);
      } catch (error) {
        return fail(error as Error); // dgram throws errors of the system
      }
      socket.off('error', fail);
      socket.on('error', (error) => log.debug(`a datagram over IPv${family}: ${error.message}`));
      socket.on('message', take);
      sockets.set(family, { socket, group });
    });
  }

  const { interface: name, ipv4, linkLocal } = backhaul;
  if (linkLocal !== undefined)
    open(6, `${GROUP_6}%${name}`, (socket) => {
      socket.setMulticastInterface(`::%${name}`);
      socket.setMulticastTTL(MULTICAST_TTL);
      socket.setMulticastLoopback(false);
      socket.addMembership(GROUP_6, `::%${name}`);
    });
  if (ipv4 !== undefined)
    open(4, GROUP_4, (socket) => {
      socket.setMulticastInterface(ipv4.address);
      socket.setMulticastTTL(MULTICAST_TTL);
      socket.setMulticastLoopback(false);
      socket.addMembership(GROUP_4, ipv4.address);
    });

  // A cable that is out is no news here: who hears nothing any more notices by that.
  const ignore = (): void => {};
  return {
    broadcast(make) {
      for (const { socket, group } of sockets.values()) socket.send(make(), port, group, ignore);
    },
    send(bytes, address, to) {
      sockets.get(address.includes(':') ? 6 : 4)?.socket.send(bytes, to, address, ignore);
    },
    close() {
      closed = true;
      for (const { socket } of sockets.values()) socket.close();
      sockets.clear();
    },
  };
}
