/** Shares to this app, which the service worker keeps until the person has decided about them. */
import { type ReadonlySignal, signal } from '@preact/signals';
import type { Keyval } from '../../store/keyval.ts';
import type { Shared } from '../../sw/api.ts';
import { chosenFiles } from '../files/files.ts';
import type { Arrival } from './arrival.ts';

/** Things that were shared together, by another app or by a foreign page: only the person knows. */
export type Share = {
  readonly items: readonly Arrival[];
  /** Origin of the page that sent it; empty for other apps, but also for pages that hide their address. */
  readonly from: string;
};

export type Shares = {
  /** The person has not yet agreed to send these. */
  readonly waiting: ReadonlySignal<readonly Share[]>;
  /**
   * Reads the stored shares. `lost`: some can never be read, and are deleted; `refused`: the storage does not answer.
   */
  look(): Promise<'read' | 'lost' | 'refused'>;
  /** The person has decided: the shares are deleted from the store and belong to the caller. */
  take(): readonly Share[];
};

export function keptShares(store: Keyval): Shares {
  const waiting = signal<readonly Share[]>([]);
  let keys: readonly IDBValidKey[] = [];
  return {
    waiting,
    async look() {
      const kept = await store.entries();
      if (!kept.ok) return 'refused';
      const read = kept.value.map(([key, value]) => ({ key, shared: parseShared(value) }));
      const unreadable = read.filter(({ shared }) => shared === undefined).map(({ key }) => key);
      if (unreadable.length > 0) await store.change({ delete: unreadable });
      keys = read.filter(({ shared }) => shared !== undefined).map(({ key }) => key);
      waiting.value = read.flatMap(({ shared }) => (shared ? [shareOf(shared)] : []));
      return unreadable.length > 0 ? 'lost' : 'read';
    },
    take() {
      const taken = waiting.value;
      // Not earlier: a page that is reloaded, or closed by its system, must find them.
      void store.change({ delete: keys });
      keys = [];
      waiting.value = [];
      return taken;
    },
  };
}

function shareOf({ files, from, ...text }: Shared): Share {
  const hasText = text.title !== '' || text.text !== '' || text.url !== '';
  // When there are files, the title only names them.
  const isText = hasText && (files.length === 0 || text.text !== '' || text.url !== '');
  return { from, items: [...asArrivals(files), ...(isText ? [{ kind: 'text', text } as const] : [])] };
}

export const asArrivals = (files: readonly File[]): Arrival[] =>
  chosenFiles(files).map((chosen) => ({ kind: 'file', chosen }));

/** Other versions of the service worker may have written another form; the first one did not store the origin. */
export function parseShared(value: unknown): Shared | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { title, text, url, from = '', files } = value as Readonly<Record<string, unknown>>;
  if (typeof title !== 'string' || typeof text !== 'string' || typeof url !== 'string') return undefined;
  if (typeof from !== 'string') return undefined;
  if (!Array.isArray(files) || !files.every((file) => file instanceof File)) return undefined;
  return { title, text, url, from, files };
}
