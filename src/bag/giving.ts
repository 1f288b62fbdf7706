/** Brings to routers what is one's own, and the files that belong to it; and notes what they say. */
import type { Counter } from '../protocol/blob.ts';
import type { EventId, SignedEvent } from '../protocol/event.ts';
import type { Filter } from '../protocol/filter.ts';
import { blobsOf } from '../words/admission.ts';
import type { Outcome } from '../words/holding.ts';
import { DELETION, WRAP } from '../words/kinds.ts';
import type { Refused } from '../words/refusal.ts';
import type { OwnRouter } from './api/api.ts';
import type { BlobStore } from './blobs/blob-store.ts';
import type { HeldFiles } from './blobs/held-files.ts';
import type { Carried } from './carried/carried.ts';
import type { Kept } from './carried/kept.ts';
import type { LetterState } from './letters/leaving.ts';
import { AGAIN_MS, type Refusals } from './line/refusals.ts';

export type GivingPorts = {
  readonly carried: Carried;
  readonly blobs: BlobStore;
  readonly files: HeldFiles;
  readonly refusals: Pick<Refusals, 'note' | 'isRefused'>;
  readonly line: {
    readonly router: OwnRouter | undefined;
    readonly counter: Counter | undefined;
    give(id: EventId): Promise<Outcome | undefined>;
    /** Asks the router for what matches, and takes it. */
    fetch(filter: Filter): Promise<boolean>;
  };
  /** How far an event of one's own has come is another thing now. */
  readonly changed: (event: SignedEvent) => void;
};

/** What a router says when it is asked too much: it is asked again at the next visit. */
const LATER: readonly Refused[] = ['pace', 'unknown'];
/** What is said to a file and is true of all that do not belong to whoever brings them; under this name it is remembered. */
const OF_ALL: readonly Refused[] = ['full', 'quota', 'disk'];
const OTHERS_FILES = 'files of others';

export class Giving {
  readonly #ports: GivingPorts;
  readonly #underWay = new Set<EventId>();
  /** What was brought to the router of that name, or is there already. */
  readonly #brought = new Map<string, Set<string>>();
  #bringing: Promise<void> = Promise.resolve();

  constructor(ports: GivingPorts) {
    this.#ports = ports;
  }

  /** Keeps an event of one's own, and gives it to the router if there is one. Resolves when it is kept. */
  async leave(event: SignedEvent): Promise<void> {
    await this.#ports.carried.keepOwn(event);
    void this.give(event.id).then(() => this.bringFiles());
  }

  /** Those that the router may not have, and has not just refused, the oldest first. */
  pending(): readonly EventId[] {
    const { line, carried, refusals } = this.#ports;
    const at = line.router?.id;
    const isRefused = (id: EventId): boolean => at !== undefined && refusals.isRefused(at, id, AGAIN_MS.own);
    const own = [...carried.all].filter((kept) => kept.own && kept.own.at !== at && !isRefused(kept.event.id));
    return own.sort((a, b) => a.first - b.first).map(({ event }) => event.id);
  }

  async give(id: EventId): Promise<void> {
    const { line, carried, changed } = this.#ports;
    const { router } = line;
    const kept = carried.get(id);
    if (router === undefined || kept === undefined || this.#underWay.has(id)) return;
    this.#underWay.add(id);
    changed(kept.event);
    const outcome = await line.give(id);
    this.#underWay.delete(id);
    await this.#note(id, outcome, router);
    changed(kept.event);
  }

  /** As far as this device has heard; `undefined` for what is let go. */
  stateOf(id: EventId): LetterState | undefined {
    const kept = this.#ports.carried.get(id);
    if (kept?.own === undefined) return undefined;
    const { at, ...rest } = kept.own;
    const hasAll = !blobsOf(kept.event).some((sha256) => this.#ports.blobs.waits(sha256));
    const isOnItsWay = !hasAll && at !== undefined && at === this.#ports.line.router?.id;
    return {
      ...rest,
      ...(at !== undefined && hasAll && { at }),
      isUnderWay: this.#underWay.has(id) || isOnItsWay,
    };
  }

  /** Brings the files that the router lacks: one's own, then those that were opened here. One call after the other. */
  bringFiles(): Promise<void> {
    this.#bringing = this.#bringing.then(() => this.#bringAll());
    return this.#bringing;
  }

  async #note(id: EventId, outcome: Outcome | undefined, router: OwnRouter): Promise<void> {
    const { carried, refusals } = this.#ports;
    const kept = carried.get(id);
    const own = kept?.own;
    if (kept === undefined || own === undefined || outcome === undefined) return;
    refusals.note(router.id, id, outcome);
    if (outcome === 'held' || outcome === 'known') {
      const wasElsewhere = own.at !== undefined && own.at !== router.id;
      await carried.note(id, { at: router.id, ...((own.isCarried || wasElsewhere) && { isCarried: true }) });
    } else if (kept.event.kind === WRAP && (outcome === 'deleted' || outcome === 'removed'))
      await this.#noteDeleted(kept, outcome);
    else if (!LATER.includes(outcome)) await carried.note(id, { ...own, refused: outcome });
  }

  /** A router may say so of any letter. It is let go when the one for whom it is has signed that nobody needs to hold it. */
  async #noteDeleted({ event }: Kept, refused: Refused): Promise<void> {
    const { carried, line } = this.#ports;
    await line.fetch({ kinds: [DELETION], '#e': [event.id] });
    const own = carried.get(event.id)?.own;
    if (own !== undefined) await carried.note(event.id, { ...own, refused });
  }

  async #bringAll(): Promise<void> {
    const { carried, line } = this.#ports;
    const { router } = line;
    if (router === undefined) return;
    const named = [...carried.all].sort((a, b) => Number(b.own !== undefined) - Number(a.own !== undefined));
    for (const kept of named)
      for (const sha256 of blobsOf(kept.event)) if (!(await this.#bring(router, kept, sha256))) return;
  }

  /** False when nothing more can be brought now. */
  async #bring(router: OwnRouter, { event, own }: Kept, sha256: string): Promise<boolean> {
    const { blobs, files, carried, line, changed, refusals } = this.#ports;
    const brought = this.#brought.get(router.id) ?? new Set();
    this.#brought.set(router.id, brought);
    if (!blobs.has(sha256) || brought.has(sha256)) return true;
    // The router has not taken what names it, or does not want this; a person may try again.
    if (own !== undefined && (own.at !== router.id || own.refused !== undefined)) return true;
    const isRefused = (id: string): boolean => refusals.isRefused(router.id, id, AGAIN_MS.theirs);
    if (own === undefined && isRefused(OTHERS_FILES)) return false; // one's own were before them
    if (own === undefined && isRefused(sha256)) return true;
    const bytes = await blobs.read(sha256);
    if (bytes === undefined) return true;
    const { counter } = line;
    if (counter?.router !== router.id) return false;
    const outcome = await files.put(router.base, counter, sha256, bytes);
    if (outcome === undefined || line.router !== router) return false;
    if (outcome === 'held') {
      brought.add(sha256);
      await blobs.isHeld(sha256);
      changed(event);
      return true;
    }
    if (LATER.includes(outcome)) return false;
    const now = carried.get(event.id)?.own;
    if (now !== undefined) await carried.note(event.id, { ...now, refused: outcome });
    else refusals.note(router.id, OF_ALL.includes(outcome) ? OTHERS_FILES : sha256, outcome);
    return now !== undefined || !OF_ALL.includes(outcome); // a router that is full is not asked for each
  }
}
