/** A model without an engine: its signals can be set, and its calls are only recorded. */
import { type Signal, signal } from '@preact/signals';
import type { StorageState } from '../../src/app/device/storage.ts';
import { OwnGroups } from '../../src/app/groups/own-groups.ts';
import type { Connection, Model, NotProven, Pictures, WhyOffline } from '../../src/app/model/model.ts';
import type { Listed } from '../../src/app/model/presence.ts';
import { ClosedHour } from '../../src/app/people/closed-hour.ts';
import type { People } from '../../src/app/people/people.ts';
import type { ComparisonView } from '../../src/engine/api/comparison-view.ts';
import type { PublicKey } from '../../src/protocol/keys.ts';
import type { Kept, OfferView, TransferKey, TransferView } from '../../src/transfer/view.ts';
import { CONTENTS, filesOf, picture, smallPictures } from './contents.tsx';
import { nobody } from './nobody.tsx';
import { CODE, HARU, OWN_KEY } from './people.tsx';
import { at, DEVICES } from './transfers.tsx';
import { type FakeWords, fakeWords, type WordsOver } from './words.tsx';

export type FakeModel = {
  readonly [K in keyof Omit<Model, 'words'>]: Model[K] extends { value: infer T } ? Signal<T> : Model[K];
} & {
  readonly words: FakeWords;
  readonly calls: unknown[][];
  /** How far each offer has come with the person, as the screens reported it. */
  readonly noticed: unknown[][];
};

type Over = {
  readonly connection?: Connection;
  readonly whyOffline?: WhyOffline;
  readonly canTransfer?: boolean;
  readonly devices?: readonly Listed[];
  readonly moreDevices?: number;
  readonly transfers?: readonly TransferView[];
  readonly offers?: readonly OfferView[];
  readonly comparison?: ComparisonView;
  readonly storage?: StorageState;
  readonly isRestored?: boolean;
  readonly isSlow?: boolean;
  readonly asksName?: boolean;
  readonly people?: People;
  readonly groups?: OwnGroups;
  readonly groupsOf?: Readonly<Record<string, readonly string[]>>;
  readonly warnings?: { readonly shown: readonly NotProven[]; readonly more?: number };
  /** How long strangers are still kept out. */
  readonly closedMinutes?: number;
  readonly words?: WordsOver;
};

/** What the calls of a fake model write to. */
type Desk = { readonly calls: unknown[][]; readonly transfers: Signal<readonly TransferView[]> };

export function fakeModel(over: Over): FakeModel {
  const calls: unknown[][] = [];
  const noticed: unknown[][] = [];
  const ownName = signal('Brave Crane');
  const asksName = signal(over.asksName ?? false);
  const offers = signal(over.offers ?? []);
  const transfers = signal(over.transfers ?? []);
  const connection = signal<Connection>(over.connection ?? 'online');
  const desk = { calls, transfers };
  const groups = over.groups ?? new OwnGroups('k'.repeat(43) as PublicKey);
  return {
    calls,
    noticed,
    connection,
    whyOffline: signal(connection.value === 'offline' ? (over.whyOffline ?? 'none') : undefined),
    canTransfer: over.canTransfer ?? true,
    router: signal(connection.value === 'connecting' ? undefined : { id: 'r1', name: 'East Gym' }),
    ownKey: OWN_KEY,
    ownName,
    asksName,
    ownKind: 'phone',
    people: over.people ?? nobody(),
    groups,
    groupsOf: (id) => (over.groupsOf?.[id] ?? []).map((name, n) => ({ group: `${n}` as PublicKey, name })),
    closed: hour(over.closedMinutes ?? 0),
    devices: signal<readonly Listed[]>(over.devices ?? DEVICES),
    moreDevices: signal(over.moreDevices ?? 0),
    transfers,
    isRestored: signal(over.isRestored ?? true),
    offers,
    warnings: warned(over.warnings),
    words: fakeWords(calls, over.words),
    rename(name) {
      calls.push(['rename', name]);
      ownName.value = name;
    },
    nameAsked() {
      asksName.value = false;
    },
    hold: () => {},
    arrange: () => {},
    takeOver() {
      connection.value = 'online';
    },
    end: noted(calls, 'end'),
    notice: (...values) => void noticed.push(values),
    storage: async () => over.storage,
    ...offerCalls(calls, offers),
    ...compareCalls(calls, over.comparison),
    ...transferCalls(desk),
    ...keepingCalls(desk),
    ...savingCalls(desk, over.isSlow ?? false),
  };
}

/** Strangers are kept out for so many minutes; kept nowhere. */
function hour(minutes: number): ClosedHour {
  const until = Date.now() + minutes * 60_000;
  return new ClosedHour({
    now: () => Date.now(),
    recall: () => (minutes > 0 ? String(until) : ''),
    keep: () => {},
    isAtRest: () => true,
  });
}

/** Gone once they are dismissed. */
function warned({ shown, more = 0 }: NonNullable<Over['warnings']> = { shown: [] }) {
  const warnings = { shown: signal<readonly NotProven[]>(shown), more: signal(more) };
  const dismiss = () => {
    warnings.shown.value = [];
  };
  return { ...warnings, dismiss };
}

const noted =
  (calls: unknown[][], name: string) =>
  (...values: unknown[]): void =>
    void calls.push([name, ...values]);

function offerCalls(calls: unknown[][], offers: Signal<readonly OfferView[]>) {
  const answer =
    (name: string) =>
    (offer: TransferKey, ...values: unknown[]): void => {
      calls.push([name, offer, ...values]);
      offers.value = offers.value.filter((other) => other.key !== offer);
    };
  const pictures = signal<ReadonlyMap<TransferKey, Pictures>>(new Map());
  const look = (key: TransferKey): void => {
    calls.push(['look', key]);
    const { entries = [] } = offers.value.find((offer) => offer.key === key) ?? {};
    void smallPictures(entries).then((made) => {
      pictures.value = new Map([[key, made]]);
    });
  };
  return { pictures, look, accept: answer('accept'), decline: answer('decline') };
}

/** The other person is asked when this one presses, and both see the code when they agree. */
function compareCalls(calls: unknown[][], first: ComparisonView | undefined) {
  const comparison = signal(first);
  return {
    comparison,
    compare(peer) {
      calls.push(['compare', peer]);
      const whom = { peer, peerName: comparison.value?.peerName ?? HARU.name };
      const isAsked = comparison.value?.phase === 'asked';
      comparison.value = isAsked
        ? { ...whom, phase: 'code', code: CODE, saidHere: false, saidThere: false }
        : { ...whom, phase: 'asking' };
    },
    compared(peer, verdict) {
      calls.push(['compared', peer, verdict]);
      const now = comparison.value;
      if (verdict === 'cancelled') comparison.value = undefined;
      else if (now?.phase === 'code' && verdict === 'same') comparison.value = { ...now, saidHere: true };
      else if (now) comparison.value = { peer: now.peer, peerName: now.peerName, phase: 'different', by: 'me' };
    },
  } satisfies Partial<Model>;
}

function transferCalls({ calls, transfers }: Desk) {
  return {
    send: (files, to, note) =>
      calls.push(['send', files.map((file) => file.path), [...to], ...(note === undefined ? [] : [note])]),
    pause: noted(calls, 'pause'),
    resume: noted(calls, 'resume'),
    retry: noted(calls, 'retry'),
    cancel(gone) {
      calls.push(['cancel', gone]);
      transfers.value = transfers.value.map((it) => (it.key === gone ? { ...it, phase: 'cancelled', by: 'me' } : it));
    },
    async attach(key, files) {
      calls.push(['attach', key, files.map((file) => file.path)]);
      return 'none';
    },
    async reopen(key) {
      calls.push(['reopen', key]);
      return 'denied';
    },
  } satisfies Partial<Model>;
}

/** Sets the marks that the engine would remember. */
function mark({ transfers }: Desk, of: TransferKey, marks: (it: TransferView) => Partial<Kept>): void {
  const kept = (it: TransferView): Kept => ({ at: 0, handedOver: [], elsewhere: [], ...it.kept, ...marks(it) });
  transfers.value = transfers.value.map((it) => (it.key === of ? { ...it, kept: kept(it) } : it));
}

function keepingCalls(desk: Desk) {
  const { calls, transfers } = desk;
  return {
    hide(of) {
      calls.push(['hide', of]);
      if (transfers.value.find(({ key }) => key === of)?.phase === 'saved') mark(desk, of, () => ({ isHidden: true }));
      else transfers.value = transfers.value.filter((transfer) => transfer.key !== of);
    },
    remove(of) {
      calls.push(['remove', of]);
      mark(desk, of, () => ({ deleted: { ms: 0, seenAt: at(12, 10) } }));
    },
    restore(of) {
      calls.push(['restore', of]);
      transfers.value = transfers.value.map((it) => {
        const { deleted: _, ...kept } = it.kept ?? { at: 0, handedOver: [], elsewhere: [] };
        return it.key === of ? { ...it, kept } : it;
      });
    },
    purge(of) {
      calls.push(['purge', of]);
      transfers.value = transfers.value.filter((transfer) => transfer.key !== of);
    },
    confirm(of, files) {
      calls.push(['confirm', of, files]);
      mark(desk, of, () => ({ elsewhere: files }));
    },
  } satisfies Partial<Model>;
}

function savingCalls(desk: Desk, isSlow: boolean) {
  const { calls, transfers } = desk;
  const saved =
    (name: string, into: 'handedOver' | 'elsewhere' = 'handedOver') =>
    async (of: TransferKey, ...values: unknown[]) => {
      calls.push([name, of, ...values]);
      // One file by its index, or all of them.
      const [first = 0, last = first] = typeof values[0] === 'number' ? [values[0]] : [0, 1e6];
      mark(desk, of, (it) => ({ [into]: [[first, Math.min(last, it.files - 1)]] }));
      return into === 'elsewhere' ? ('saved' as const) : ('handed' as const);
    };
  /** A zip of many gigabytes. */
  const untilStopped = (stop?: AbortSignal) =>
    new Promise<'aborted'>((resolve) => {
      calls.push(['saveAll']);
      stop?.addEventListener('abort', () => {
        calls.push(['stopped']);
        resolve('aborted');
      });
    });
  return {
    savableFiles: async (of) => filesOf(transfers.value, of),
    glance: (of) => (CONTENTS[of] ?? picture)(),
    canShare: (path) => /jpg|csv|pdf$/i.test(path),
    shareFile: async (...values) => {
      calls.push(['shareFile', ...values]);
      return 'handed';
    },
    saveFile: saved('saveFile'),
    saveAll: (of, signal) => (isSlow ? untilStopped(signal) : saved('saveAll')(of)),
    saveEach: async (of, only) => {
      if (only === undefined) return saved('saveEach')(of);
      calls.push(['saveEach', of, only]);
      mark(desk, of, () => ({ handedOver: only.map((index) => [index, index] as const) }));
      return 'handed';
    },
    saveToFolder: saved('saveToFolder', 'elsewhere'),
  } satisfies Partial<Model>;
}
