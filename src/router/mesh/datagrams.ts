/**
 * UDP on the backhaul, and the only file that knows `dgram` multicast: datagrams to all routers there, to one of them,
 * and from them. IPv6 and IPv4 side by side, because this router or another one may lack either.
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
  /** To everybody on the backhaul. `onlyIpv6`: over that family alone, where there is one. */
  broadcast(make: () => Uint8Array, onlyIpv6: boolean): void;
  send(bytes: Uint8Array, address: string, port: number): void;
  close(): void;
};

/** One way to all routers: the group, the local interface as the system names it, and where datagrams are sent to. */
type Way = { readonly family: 4 | 6; readonly group: string; readonly over: string; readonly destination: string };

type Handler = (bytes: Uint8Array, from: string) => void;

/** `heard` gets only datagrams from the backhaul. Sockets that cannot be opened are left out. */
export function openDatagrams(backhaul: Backhaul, port: number, heard: Handler, log: Log): Datagrams {
  let closed = false;
  const sockets = new Map<4 | 6, { readonly socket: Socket; readonly group: string }>();
  const take = (bytes: Uint8Array, { address }: RemoteInfo): void => {
    if (isFromBackhaul(address, backhaul)) heard(bytes, address);
  };
  for (const way of waysOf(backhaul))
    open(way, port, log, (socket) => {
      if (closed) {
        socket.close();
        return;
      }
      socket.on('message', take);
      sockets.set(way.family, { socket, group: way.destination });
    });

  // A cable that is out is no news here: a router that hears nothing any more notices by that.
  const ignore = (): void => {};
  return {
    broadcast(make, onlyIpv6) {
      for (const [family, { socket, group }] of sockets)
        if (family === 6 || !onlyIpv6 || !sockets.has(6)) socket.send(make(), port, group, ignore);
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

function waysOf({ interface: name, ipv4, linkLocal }: Backhaul): readonly Way[] {
  const over = `::%${name}`;
  const over6: Way = { family: 6, group: GROUP_6, over, destination: `${GROUP_6}%${name}` };
  return [
    ...(linkLocal === undefined ? [] : [over6]),
    ...(ipv4 === undefined ? [] : [{ family: 4, group: GROUP_4, over: ipv4.address, destination: GROUP_4 } as const]),
  ];
}

/** Calls `opened` with a socket that is a member of the group; says why there is none otherwise. */
function open({ family, group, over }: Way, port: number, log: Log, opened: (socket: Socket) => void): void {
  const socket = createSocket({ type: `udp${family}`, reuseAddr: true, ...(family === 6 && { ipv6Only: true }) });
  const fail = (error: Error): void => {
    log.debug(`no datagrams over IPv${family} through ${over}: ${error.message}`);
    socket.close();
  };
  socket.once('error', fail);
  socket.bind(port, () => {
    try {
      socket.setMulticastInterface(over);
      socket.setMulticastTTL(MULTICAST_TTL);
      socket.setMulticastLoopback(false);
      socket.addMembership(group, over);
    } catch (error) {
      fail(error as Error); // dgram throws errors of the system
      return;
    }
    socket.off('error', fail);
    socket.on('error', (error) => log.debug(`a datagram over IPv${family}: ${error.message}`));
    opened(socket);
  });
}
