/** The clients of this router, what each of them sees, and the version up to which it was told. Pure. */
import type { RouterMessage } from '../../protocol/signaling.ts';
import type { Effect } from './effects.ts';
import { describe, type Entry } from './entry.ts';
import type { News, Roster } from './roster.ts';
import { inCommon, sees, type Viewer } from './sight.ts';

type Client = { readonly viewer: Viewer; told: number };

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
    return client && this.#roster.get(client.viewer.id);
  }

  /** Its welcome tells it everything up to now. */
  add(socket: S, viewer: Viewer): void {
    this.#all.set(socket, { viewer, told: this.#roster.version });
  }

  sockets(): Iterable<S> {
    return this.#all.keys();
  }

  delete(socket: S): void {
    this.#all.delete(socket);
  }

  /**
   * A device must know its caller: one that joined or changed since the last delta, or that hides from this device until
   * now, is announced first.
   */
  introduce(caller: Entry<S>, socket: S): readonly Effect<S>[] {
    const client = this.#all.get(socket);
    if (client === undefined) return [];
    const { viewer } = client;
    const isNew = this.#roster.letSee(caller, viewer);
    if (caller.changed > client.told) {
      const news = this.#roster.since(client.told);
      client.told = this.#roster.version;
      return this.#delta([socket], viewer, news);
    }
    return isNew ? this.#delta([socket], viewer, { put: [caller], gone: [] }) : [];
  }

  /** One frame for each client that missed something. Clients that missed and see the same share one message. */
  tellAll(): readonly Effect<S>[] {
    const byTold = new Map<number, News<S> & { readonly to: S[] }>();
    const effects: Effect<S>[] = [];
    for (const [socket, client] of this.#all) {
      const { viewer, told } = client;
      const missed = byTold.get(told) ?? { ...this.#roster.since(told), to: [] };
      byTold.set(told, missed);
      client.told = this.#roster.version;
      if (this.#isForAll(viewer, missed)) missed.to.push(socket);
      else effects.push(...this.#delta([socket], viewer, missed));
    }
    for (const missed of byTold.values()) effects.push(...this.#delta(missed.to, ANYBODY, missed));
    this.#roster.allTold();
    return effects;
  }

  /** True when `viewer` is told what a client of no group is told that is not in the news itself. */
  #isForAll(viewer: Viewer, { put, gone }: News<S>): boolean {
    const isOpen = ({ audience }: Pick<Entry<S>, 'audience'>) => audience === 'everybody';
    const hasNone = ({ id, member }: Entry<S>) => id !== viewer.id && inCommon(viewer, member) === undefined;
    return put.every((entry) => isOpen(entry) && hasNone(entry)) && gone.every(isOpen);
  }

  /** No client is told of itself, nor of what it may not see. What was announced anew is not gone. */
  #delta(to: readonly S[], viewer: Viewer, { put, gone, more }: News<S>): readonly Effect<S>[] {
    const seen = put.filter(({ id, audience }) => id !== viewer.id && sees(viewer, audience));
    const lost = gone.filter(
      ({ id, audience }) => id !== viewer.id && sees(viewer, audience) && !this.#isSeen(viewer, id),
    );
    if (to.length === 0 || (seen.length === 0 && lost.length === 0 && more === undefined)) return [];
    const message: RouterMessage = {
      type: 'delta',
      ...(seen.length > 0 && { put: seen.map((entry) => describe(entry, viewer)) }),
      ...(lost.length > 0 && { gone: lost.map(({ id }) => id) }),
      ...(more !== undefined && { more }),
    };
    return [{ type: 'send', to, message }];
  }

  #isSeen(viewer: Viewer, id: Viewer['id']): boolean {
    const entry = this.#roster.get(id);
    return entry !== undefined && sees(viewer, entry.audience);
  }
}

/** Of no group, and no device. */
const ANYBODY: Viewer = { id: '' as Viewer['id'], groups: new Set() };
