/**
 * The offers that a person is asked about. Those of blocked people are not among them; nor those that need no question,
 * because the person knows the sender and has said so: these are accepted here, as long as the storage has room.
 */
import { computed, effect, type ReadonlySignal, signal, untracked } from '@preact/signals';
import { isActive } from '../../transfer/about-view.ts';
import type { OfferView, TransferKey, TransferView } from '../../transfer/view.ts';
import type { People } from '../people/people.ts';

type Means = {
  readonly offers: ReadonlySignal<readonly OfferView[]>;
  readonly transfers: ReadonlySignal<readonly TransferView[]>;
  readonly people: People;
  /** How many more bytes may be stored; `undefined` when the browser does not tell (plain HTTP). */
  readonly room: () => Promise<number | undefined>;
  /** Accepts all files of an offer. */
  readonly accept: (offer: OfferView) => void;
  /** Unix time in milliseconds. */
  readonly now: () => number;
};

/** An offer is decided once, so that none vanishes under a finger. `asked`: by the person. */
type Verdict = 'looking' | 'accepted' | 'asked';

export function askedOffers(means: Means): ReadonlySignal<readonly OfferView[]> {
  const { offers, people, room, accept, now } = means;
  /** Of the open offers, and of no others. */
  const verdicts = signal<ReadonlyMap<TransferKey, Verdict>>(new Map());
  const say = (key: TransferKey, verdict: Verdict): void => {
    verdicts.value = new Map(verdicts.peek()).set(key, verdict);
  };
  const decide = async ({ key }: OfferView): Promise<void> => {
    const told = await room();
    const offer = offers.peek().find((one) => one.key === key);
    if (offer === undefined || verdicts.peek().get(key) !== 'looking') return;
    const roomBytes = told === undefined ? undefined : told - promised(means, verdicts.peek());
    if (!people.takesUnasked(offer.peer, { ...sizeOf(offer), roomBytes }, now())) return say(key, 'asked');
    say(key, 'accepted');
    accept(offer);
  };
  /** What this browser loses with the page is for the person to know before it is sent. */
  const mayBeTaken = (offer: OfferView): boolean =>
    !offer.isFleeting &&
    people.needsNoQuestion(offer.peer, { ...sizeOf(offer), roomBytes: Number.POSITIVE_INFINITY }, now());
  effect(() => {
    const open = offers.value;
    untracked(() => {
      const before = verdicts.peek();
      const coming = open.filter((offer) => !before.has(offer.key) && mayBeTaken(offer));
      const verdict = ({ key, isSilent }: OfferView, isComing: boolean): Verdict => {
        // If the sender fell silent before it heard the answer, the engine has refused to accept: the person decides.
        if (isSilent) return 'asked';
        return before.get(key) ?? (isComing ? 'looking' : 'asked');
      };
      verdicts.value = new Map(open.map((offer) => [offer.key, verdict(offer, coming.includes(offer))]));
      for (const offer of coming) void decide(offer);
    });
  });
  const isAsked = ({ key }: OfferView) => (verdicts.value.get(key) ?? 'asked') === 'asked';
  return computed(() => offers.value.filter((offer) => !people.isBlocked(offer.peer) && isAsked(offer)));
}

const sizeOf = ({ totalBytes, entries }: OfferView) => ({ bytes: totalBytes, files: entries.length });

/** Bytes that were accepted and are not stored yet: they will take the room that the browser still reports as free. */
function promised({ offers, transfers }: Means, verdicts: ReadonlyMap<TransferKey, Verdict>): number {
  const coming = transfers.peek().filter((transfer) => transfer.direction === 'receiving' && isActive(transfer));
  const isComing = new Set(coming.map(({ key }) => key));
  // The engine has not heard of these yet.
  const told = offers.peek().filter(({ key }) => verdicts.get(key) === 'accepted' && !isComing.has(key));
  const rest = coming.map(({ totalBytes, storedBytes }) => Math.max(0, totalBytes - storedBytes));
  return [...rest, ...told.map(({ totalBytes }) => totalBytes)].reduce((sum, bytes) => sum + bytes, 0);
}
