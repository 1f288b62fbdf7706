/**
 * Open connections by where they come from, on HTTP and HTTPS together, until they become sockets, which
 * `socket-count.ts` counts. A client that holds many open and says nothing must not keep others out.
 *
 * A new connection beyond a limit is not simply refused: many phones behind one home router share an address, each with
 * its browser's six connections. First an idle connection of the same address makes room (browsers expect that at any
 * time), then the one that has been silent longest. The new connection is refused only when all others are being
 * answered.
 *
 * While the router has room, an address may have several times its share for a moment: when a room full of people opens
 * the page at the same moment, behind one home router and on a slow radio, all requests are on the air at once. A
 * browser that is cut off before its first answer does not ask again, and its page stays blank.
 */
import type { Socket } from 'node:net';
import type { Limits } from './limits.ts';
import { placesOf } from './places.ts';

type Connection = {
  readonly socket: Socket;
  readonly groups: readonly Set<Connection>[];
  /** `new`: neither a whole request nor a whole TLS handshake has arrived yet. */
  state: 'new' | 'busy' | 'idle';
  /** During `Limits.youngMs` its first request may be on its way. */
  isYoung: boolean;
};

type Caps = Pick<Limits, 'connectionsPerAddress' | 'connectionsPerNetwork' | 'connections' | 'youngMs'>;
type Cause = 'address' | 'router';

/** How many times its share an address may have when many come at once: 20 browsers with six connections each. */
const RUSH = 4;
/** A rush is allowed up to this part of all connections. */
const ROOMY = 3 / 4;

export class Connections {
  readonly #caps: Caps;
  readonly #refused: (cause: Cause) => void;
  readonly #all = new Set<Connection>();
  /** By place (`places.ts`); a Set keeps the oldest first. */
  readonly #near = new Map<string, Set<Connection>>();
  readonly #bySocket = new Map<string, Connection>();

  /** `refused` is called for each connection that found no room. */
  constructor(caps: Caps, refused: (cause: Cause) => void) {
    this.#caps = caps;
    this.#refused = refused;
  }

  get size(): number {
    return this.#all.size;
  }

  /** A connection was made. Closes it, or another one, when there are too many. */
  add(socket: Socket): void {
    const { remoteAddress: address } = socket;
    if (address === undefined) return; // it ended the moment it came
    const { connections, connectionsPerAddress, connectionsPerNetwork } = this.#caps;
    const near = placesOf(address).map(({ key: place, isCrowd }) => {
      return { place, group: this.#groupOf(place), cap: isCrowd ? connectionsPerNetwork : connectionsPerAddress };
    });
    const groups = [...near.map(({ group }) => group), this.#all];
    const connection: Connection = { socket, groups, state: 'new', isYoung: true };
    const key = keyOf(socket);
    for (const group of groups) group.add(connection);
    this.#bySocket.set(key, connection);
    const mature = setTimeout(() => {
      connection.isYoung = false;
      for (const { group, cap } of near) this.#endRush(group, cap);
    }, this.#caps.youngMs);
    socket.once('close', () => {
      clearTimeout(mature);
      this.#forget(connection, key);
      for (const { place } of near) if (this.#near.get(place)?.size === 0) this.#near.delete(place);
    });
    const rush = this.#all.size <= connections * ROOMY ? RUSH : 1;
    for (const { group, cap } of near) this.#makeRoom(group, cap * rush, connection, 'address');
    this.#makeRoom(this.#all, connections, connection, 'router');
  }

  /** `socket` is the one of the request: with TLS not the one that was added, but with the same addresses and ports. */
  busy(socket: Socket): void {
    this.#set(socket, 'busy');
  }

  idle(socket: Socket): void {
    this.#set(socket, 'idle');
  }

  /** The connection has become a WebSocket, which is counted elsewhere. */
  release(socket: Socket): void {
    const connection = this.#bySocket.get(keyOf(socket));
    if (connection !== undefined) for (const group of connection.groups) group.delete(connection);
  }

  #set(socket: Socket, state: Connection['state']): void {
    const connection = this.#bySocket.get(keyOf(socket));
    if (connection !== undefined) connection.state = state;
  }

  #makeRoom(group: Set<Connection>, cap: number, newest: Connection, cause: Cause): void {
    if (group.size <= cap || newest.socket.destroyed) return;
    const others = [...group].filter((one) => one !== newest);
    const goes = others.find(({ state }) => state === 'idle') ?? others.find(({ state }) => state === 'new') ?? newest;
    this.#end(goes, cause);
  }

  /**
   * Closes one connection beyond the share: an idle one, or one that is still silent, but none that is being answered.
   */
  #endRush(group: Set<Connection>, cap: number): void {
    if (group.size <= cap) return;
    const all = [...group];
    const goes =
      all.find(({ state }) => state === 'idle') ?? all.find(({ state, isYoung }) => state === 'new' && !isYoung);
    if (goes !== undefined) this.#end(goes, 'address');
  }

  #end(goes: Connection, cause: Cause): void {
    // A destroyed connection closes later, and a flood does not wait for that.
    for (const each of goes.groups) each.delete(goes);
    goes.socket.destroy();
    if (goes.state !== 'idle') this.#refused(cause);
  }

  #forget(connection: Connection, key: string): void {
    for (const group of connection.groups) group.delete(connection);
    if (this.#bySocket.get(key) === connection) this.#bySocket.delete(key);
  }

  #groupOf(key: string): Set<Connection> {
    let group = this.#near.get(key);
    if (group === undefined) {
      group = new Set();
      this.#near.set(key, group);
    }
    return group;
  }
}

const keyOf = ({ remoteAddress, remotePort, localAddress, localPort }: Socket): string =>
  `${remoteAddress} ${remotePort} ${localAddress} ${localPort}`;
