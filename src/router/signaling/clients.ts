/** The clients of this router, and the version up to which each was told. Pure. */
import type { DeviceId, RouterMessage } from '../../protocol/signaling.ts';
import type { Effect } from './effects.ts';
import { describe, type Entry } from './entry.ts';
import type { News, Roster } from './roster.ts';

type Client = { readonly id: DeviceId; told: number };

export class Clients<S> {
  readonly #roster: Roster<S>;
  readonly #all = new Map<S, Client>();

  constructor(roster: Roster<S>) {
    this.#roster = roster;
  }

  get size(): number {
    return this.#all.size;
  }

  has(socket: S): boolean {
    return this.#all.has(socket);
  }

  /** The device whose socket this is. */
  deviceAt(socket: S): Entry<S> | undefined {
    const client = this.#all.get(socket);
    return client && this.#roster.get(client.id);
  }

  /** Its welcome tells it everything up to now. */
  add(socket: S, id: DeviceId): void {
    this.#all.set(socket, { id, told: this.#roster.version });
  }

  sockets(): Iterable<S> {
    return this.#all.keys();
  }

  delete(socket: S): void {
    this.#all.delete(socket);
  }

  /** A device must know its caller: one that joined or changed since the last delta is announced first. */
  introduce(caller: Entry<S>, socket: S): readonly Effect<S>[] {
    const client = this.#all.get(socket);
    if (client === undefined || caller.changed <= client.told) return [];
    const news = this.#roster.since(client.told);
    client.told = this.#roster.version;
    return delta([socket], without(client.id, news));
  }

  /** One frame for each client that missed something. Clients that missed the same share one message. */
  tellAll(): readonly Effect<S>[] {
    const byTold = new Map<number, News<S> & { readonly to: S[] }>();
    const effects: Effect<S>[] = [];
    for (const [socket, client] of this.#all) {
      const missed = byTold.get(client.told) ?? { ...this.#roster.since(client.told), to: [] };
      byTold.set(client.told, missed);
      client.told = this.#roster.version;
      if (missed.put.some((entry) => entry.id === client.id))
        effects.push(...delta([socket], without(client.id, missed)));
      else missed.to.push(socket);
    }
    for (const missed of byTold.values()) effects.push(...delta(missed.to, missed));
    this.#roster.allTold();
    return effects;
  }
}

/** No client is told of itself. */
function without<S>(id: DeviceId, news: News<S>): News<S> {
  return { ...news, put: news.put.filter((entry) => entry.id !== id) };
}

function delta<S>(to: readonly S[], { put, gone, more }: News<S>): readonly Effect<S>[] {
  if (to.length === 0 || (put.length === 0 && gone.length === 0 && more === undefined)) return [];
  const message: RouterMessage = {
    type: 'delta',
    ...(put.length > 0 && { put: put.map(describe) }),
    ...(gone.length > 0 && { gone }),
    ...(more !== undefined && { more }),
  };
  return [{ type: 'send', to, message }];
}
