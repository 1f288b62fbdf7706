/**
 * What this device does at a router, from the moment at which that knows who it is: what a person waits for first. Its own words are
 * given, letters to its owner and the newest of the board are fetched; then the whole board is reconciled, files are brought, and
 * last, slowly and as often as it pays, the letters of strangers.
 */
import type { EventId, HexKey } from '../../protocol/event.ts';
import type { Reconciling } from '../../words/exchange/reconciling.ts';
import { PUBLIC_KINDS, WRAP } from '../../words/kinds.ts';

/** The first screen of a board, and a few more to scroll. */
export const NEWEST = 50;
/**
 * Until the letters of strangers are compared again, in milliseconds: whoever leaves takes along what is older than this. Sets that are
 * equal cost half a kilobyte; three hundred phones that follow each letter as it comes would fill the air of a whole shelter.
 */
const CARRY_AGAIN_MS = 60 * 1000;

export type VisitPorts = {
  readonly self: HexKey;
  readonly first: Reconciling;
  readonly second: Reconciling;
  /** Of one's own, which this router may not have. */
  readonly pending: () => readonly EventId[];
  /** Gives one of them, and notes what the router says. Rejects when the line ends. */
  readonly give: (id: EventId) => Promise<void>;
  /** Brings the files that the router lacks. */
  readonly bringFiles: () => Promise<void>;
  readonly takesLetters: () => boolean;
  /** Takes files of strangers' letters along, as far as there is room. */
  readonly takeFiles: (pause: VisitPorts['pause']) => Promise<void>;
  /** All that the router has for everybody is here now. */
  readonly isWhole: () => void;
  /** Resolves after a time. */
  readonly pause: (ms: number) => Promise<void>;
};

/** Rejects with `LineEnded` when the line ends, which is how every visit ends. */
export async function visit(ports: VisitPorts): Promise<never> {
  const { self, first, second, pending, give, bringFiles, takesLetters, takeFiles, isWhole, pause } = ports;
  const [kinds, letters] = [PUBLIC_KINDS, [WRAP]];
  // Before anything is fetched: what comes between the two would be missed.
  first.follow({ kinds: letters, '#p': [self] });
  first.follow({ kinds });
  await Promise.all([
    ...pending().map((id) => give(id)),
    first.fetch({ kinds: letters, '#p': [self] }).then(() => first.fetch({ kinds, limit: NEWEST })),
  ]);
  await first.reconcile({ kinds });
  isWhole();
  await bringFiles();
  for (;;) {
    // Those that are here are given in any case: who does not take new ones along may still bring what they have.
    await second.reconcile({ kinds: letters }, { fetches: takesLetters });
    await bringFiles();
    await takeFiles(pause);
    await pause(CARRY_AGAIN_MS);
    // There may be room by now for what was refused.
    await Promise.all(pending().map((id) => give(id)));
  }
}
