/** Files that come from outside the page: shared by another app, opened with this one, or asked for by a shortcut. */
import { type ReadonlySignal, signal } from '@preact/signals';
import { keyval } from '../store/keyval.ts';
import { CHOOSE_QUERY, SHARED_QUERY, SHARED_STORE, type Shared } from '../sw/api.ts';
import { chosenFiles } from './files.ts';
import type { ChosenFile } from './model.ts';
import type { SharedText } from './shared-text.ts';

export type Arrival =
  | { readonly kind: 'file'; readonly chosen: ChosenFile }
  | { readonly kind: 'text'; readonly text: SharedText };

/** What was shared at once, by another app or by a foreign page: only its person knows. */
export type Share = {
  readonly items: readonly Arrival[];
  /** Origin of the page that sent it; empty where nothing is said, as by other apps, but also by pages that hide themselves. */
  readonly from: string;
};

/** What a shortcut or a share wants the page to begin with. */
export type Opening = { readonly shared: 'kept' | 'lost' | undefined; readonly choose: boolean };

/** Launch Handler API; Chromium on computers only. */
type LaunchParams = { readonly targetURL?: string; readonly files: readonly FileSystemFileHandle[] };
declare global {
  interface Window {
    readonly launchQueue?: { setConsumer(consumer: (launch: LaunchParams) => void): void };
  }
}

export function parseOpening(search: string): Opening {
  const query = new URLSearchParams(search);
  const shared = query.get(SHARED_QUERY);
  return { shared: shared === 'kept' || shared === 'lost' ? shared : undefined, choose: query.has(CHOOSE_QUERY) };
}

export type Arrivals = {
  /** Not yet taken by the screen, oldest first. */
  readonly waiting: ReadonlySignal<readonly Arrival[]>;
  /** Takes what waits; it is the caller's. */
  take(): readonly Arrival[];
  /** Shared to this app; nobody has said yet that it may be sent. */
  readonly shares: ReadonlySignal<readonly Share[]>;
  /** The person has shared it: it waits with what this app was opened with. */
  useShares(): void;
  dropShares(): void;
  /** Something came and could not be kept or read. */
  readonly isLost: ReadonlySignal<boolean>;
  /** How often a shortcut has asked for the button that chooses files. */
  readonly choices: ReadonlySignal<number>;
};

/** Reads what brought the page up, and listens for what comes later. */
export function watchArrivals(): Arrivals {
  const waiting = signal<readonly Arrival[]>([]);
  const shares = signal<readonly Share[]>([]);
  const isLost = signal(false);
  const choices = signal(0);
  const add = (more: readonly Arrival[] | undefined) => {
    if (more === undefined) isLost.value = true;
    else waiting.value = [...waiting.value, ...more];
  };
  const open = ({ shared, choose }: Opening) => {
    if (shared === 'kept')
      void takeShared().then((more) => {
        if (more === undefined) isLost.value = true;
        else shares.value = [...shares.value, ...more];
      });
    if (shared === 'lost') isLost.value = true;
    if (choose) choices.value += 1;
  };
  if (location.search !== '') {
    open(parseOpening(location.search));
    history.replaceState(null, '', location.pathname); // else a reload would do it again
  }
  window.launchQueue?.setConsumer(({ targetURL, files }) => {
    // A share always makes a page of its own, which has it in its address.
    if (targetURL !== undefined) open({ ...parseOpening(new URL(targetURL).search), shared: undefined });
    void Promise.all(files.map((handle) => handle.getFile()))
      .then(asArrivals, () => undefined)
      .then(add);
  });
  return {
    waiting,
    shares,
    useShares() {
      const items = shares.value.flatMap((share) => share.items);
      shares.value = [];
      add(items);
    },
    dropShares() {
      shares.value = [];
    },
    isLost,
    choices,
    take() {
      const taken = waiting.value;
      waiting.value = [];
      return taken;
    },
  };
}

const asArrivals = (files: readonly File[]): Arrival[] =>
  chosenFiles(files).map((chosen) => ({ kind: 'file', chosen }));

/** What the service worker kept; the page's from then on. `undefined` if it cannot be read. */
async function takeShared(): Promise<Share[] | undefined> {
  const store = keyval(SHARED_STORE);
  const kept = await store.entries();
  if (!kept.ok) return undefined;
  await store.change({ delete: kept.value.map(([key]) => key) });
  return kept.value.flatMap(([, value]) => {
    const shared = parseShared(value);
    if (shared === undefined) return [];
    const { files, from, ...text } = shared;
    const hasText = text.title !== '' || text.text !== '' || text.url !== '';
    // With files the title is only their name.
    const isText = hasText && (files.length === 0 || text.text !== '' || text.url !== '');
    return [{ from, items: [...asArrivals(files), ...(isText ? [{ kind: 'text', text } as const] : [])] }];
  });
}

/** An older version of the service worker may have written another form. */
export function parseShared(value: unknown): Shared | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { title, text, url, from, files } = value as Readonly<Record<string, unknown>>;
  if (typeof title !== 'string' || typeof text !== 'string' || typeof url !== 'string') return undefined;
  if (typeof from !== 'string') return undefined;
  if (!Array.isArray(files) || !files.every((file) => file instanceof File)) return undefined;
  return { title, text, url, from, files };
}
