/** Makes the parts of the bag, each of those before it. What one needs from a later one it asks of `told`. */
import type { EventId, SignedEvent } from '../protocol/event.ts';
import type { Reconciling } from '../words/exchange/reconciling.ts';
import type { Outcome } from '../words/holding.ts';
import type { FromBag, OwnRouter } from './api/api.ts';
import type { HolderState } from './api/views.ts';
import { Attached } from './attached.ts';
import { BlobStore } from './blobs/blob-store.ts';
import { HeldFiles } from './blobs/held-files.ts';
import { Carried } from './carried/carried.ts';
import { Checking } from './carried/checking.ts';
import { MOST_BYTES, ROOM_AGAIN } from './carried/room.ts';
import { Giving } from './giving.ts';
import { Arriving } from './letters/arriving.ts';
import { KeyBook } from './letters/keys.ts';
import { Leaving } from './letters/leaving.ts';
import { Messages } from './letters/messages.ts';
import type { Holder } from './line/holder-facts.ts';
import type { Socket } from './line/line.ts';
import { patientFetch } from './line/patient-fetch.ts';
import { Refusals } from './line/refusals.ts';
import { RouterLine } from './line/router-line.ts';
import type { Situation } from './situation.ts';
import { Journal, WRITES_NOTHING } from './store/journal.ts';
import { KeepingLife } from './store/keeping-life.ts';
import { type Clocks, Life } from './store/life.ts';
import { AT, type Stored, type Stores } from './stored.ts';
import { TakingAlong } from './taking-along.ts';
import { UnnamedFiles } from './unnamed-files.ts';

export type BagPorts = Clocks & {
  readonly stores: Stores;
  readonly schedule: (task: () => void, ms: number) => () => void;
  /** From 0 up to 1. */
  readonly random: () => number;
  readonly fetch: (url: string, init?: RequestInit) => Promise<Response>;
  readonly open: (url: string) => Socket;
  readonly post: (message: FromBag) => void;
};

/** What the parts tell the whole. */
export type Told = {
  /** These have come, gone or changed. */
  events(events: readonly Pick<SignedEvent, 'id' | 'kind' | 'tags'>[]): void;
  messages(ids: readonly EventId[]): void;
  files(): void;
  /** The browser does not store something. */
  refused(): void;
  /** A letter to the owner of this device has come. */
  letter(wrap: SignedEvent): Promise<Outcome>;
  holder(state: HolderState, holder: Holder | undefined): void;
  visit(router: OwnRouter, first: Reconciling, second: Reconciling): Promise<never>;
};

/** In seconds since 1970, as this device believes; never before that. */
export const secondsOf = ({ now }: Pick<Clocks, 'now'>): number => Math.max(0, Math.floor(now() / 1000));

/** What is stored, and the line to the router. */
export function makeStorage(situation: Situation, stored: Stored, ports: BagPorts, told: Told) {
  const { schedule, stores, elapsed } = ports;
  const journalOf = (store: keyof Stores): Journal =>
    new Journal({
      store: stored.unread.has(store) ? WRITES_NOTHING : stores[store],
      schedule,
      refused: () => told.refused(),
    });
  const journal = journalOf('words');
  const life = new Life(stored.life ?? { lived: stored.latest, wall: ports.now() }, ports);
  const messages = new Messages(
    { journal: journalOf('messages'), life, changed: (ids) => told.messages(ids) },
    stored.messages,
  );
  const blobs = new BlobStore(
    {
      store: stores.blobs,
      journal: journalOf('blobs'),
      life,
      areMessagesFleeting: stored.unread.has('messages'),
      changed: () => told.files(),
    },
    stored.blobs,
  );
  const carried = new Carried(
    {
      life,
      journal,
      checking: new Checking({ elapsed, schedule }),
      self: situation.self,
      days: () => situation.holder.days,
      isOperator: (key) => key === situation.operator,
      takesLetters: () => situation.takesLetters,
      letter: (wrap) => told.letter(wrap),
      changed: (events) => told.events(events),
    },
    stored.events,
    stored.gone,
  );
  const hasRoom = (): boolean => carried.lettersBytes < ROOM_AGAIN * MOST_BYTES.letters;
  const refusals = new Refusals({ elapsed, hasRoom });
  const line = new RouterLine({
    ...ports,
    fetch: patientFetch(ports, true),
    refusals,
    secret: situation.secret,
    holding: carried,
    now: () => secondsOf(ports),
    changed: (state, holder) => told.holder(state, holder),
    visit: (router, first, second) => told.visit(router, first, second),
  });
  const keepingLife = new KeepingLife(life, stored.life, (kept) => void journal.write({ put: [[AT.life, kept]] }));
  return { journal, life, keepingLife, messages, blobs, carried, refusals, line };
}

export type Storage = ReturnType<typeof makeStorage>;

/** Those who say, open, bring and fetch. */
export function makeHands(situation: Situation, storage: Storage, ports: BagPorts, told: Told) {
  const { life, line, messages, carried, blobs, refusals } = storage;
  const { secret, self } = situation;
  const now = (): number => secondsOf(ports);
  const files = new HeldFiles({ fetch: patientFetch(ports), secret, now });
  const giving = new Giving({ carried, blobs, files, line, refusals, changed: (event) => told.events([event]) });
  const common = {
    secret,
    messages,
    lived: () => life.now,
    now,
    leave: (event: SignedEvent) => giving.leave(event),
    schedule: ports.schedule,
  };
  const leaving = new Leaving({
    ...common,
    name: () => situation.name,
    isPresent: (id) => situation.present.has(id),
    pass: (to, event) => ports.post({ type: 'pass', to, event }),
    knowsLetter: (wrap) => carried.has(wrap) || carried.isGone(wrap),
    keepFile: (sha256, bytes) => blobs.keepOwn(sha256, bytes),
  });
  const arriving = new Arriving({
    ...common,
    isKnown: (key) => situation.known.has(key),
    isBlocked: (id) => situation.blocked.has(id),
    isKeptOut: (id) => situation.letIn !== undefined && !situation.letIn.has(id),
    receipt: (to, of) => leaving.receipt(to, of),
    arrived: (from, of) => leaving.arrived(from, of),
    drop: (id) => messages.drop(id),
    letGo: (wraps) => carried.letGo(wraps),
  });
  const attached = new Attached({
    carried,
    messages,
    blobs,
    files,
    self,
    router: () => line.router,
    hasFile: (id) => arriving.hasFile(id),
  });
  const unnamed = new UnnamedFiles({ carried, messages, blobs, self, isWhole: situation.isWhole });
  const keys = new KeyBook({
    ask: (id) => line.keyOf(id),
    isPresent: (id) => situation.present.has(id),
    meet: (peer) => ports.post({ type: 'meet', peer }),
    schedule: ports.schedule,
  });
  for (const { with: other } of messages.all) keys.learn(other);
  const takesLetters = (): boolean => situation.takesLetters;
  const { elapsed } = ports;
  const takingAlong = new TakingAlong({ carried, blobs, files, line, takesLetters, elapsed });
  const takeFiles = (pause: (ms: number) => Promise<void>) => takingAlong.look(pause);
  return { giving, leaving, arriving, attached, unnamed, keys, takeFiles };
}

export type Hands = ReturnType<typeof makeHands>;
