/**
 * The offers that a person is asked about. Those of blocked people are not among them; nor those that need no question,
 * because the person knows the sender and has said so: these are accepted here, as long as the storage has room.
 */
import { computed, effect, type ReadonlySignal, signal, untracked } from '@preact/signals';
import type { DeviceId } from '../../protocol/signaling.ts';
import type { OfferView, TransferKey } from '../../transfer/view.ts';
import type { People } from '../people/people.ts';

type Means = {
  readonly offers: ReadonlySignal<readonly OfferView[]>;
  readonly people: People;
  /** How many more bytes may be stored; `undefined` when the browser does not tell (plain HTTP). */
  readonly room: () => Promise<number | undefined>;
  /** Accepts all files of an offer. */
  readonly accept: (offer: OfferView) => void;
  /** Unix time in milliseconds. */
  readonly now: () => number;
};

export function askedOffers({ offers, people, room, accept, now }: Means): ReadonlySignal<readonly OfferView[]> {
  /** Offers that were seen while they were open: each is decided once, so that none vanishes under a finger. */
  const seen = new Set<TransferKey>();
  const unasked = signal<ReadonlySet<TransferKey>>(new Set());
  const decide = async (offer: OfferView): Promise<void> => {
    const { key, peer, totalBytes } = offer;
    unasked.value = new Set(unasked.value).add(key);
    const left = await room();
    const isOpen = offers.peek().some((one) => one.key === key && !one.isSilent);
    // Where nothing tells how much room there is, a full disk interrupts the transfer, and nothing is lost.
    const fits = left === undefined || totalBytes <= left;
    if (isOpen && fits && people.takesUnasked(peer, totalBytes, now())) return accept(offer);
    unasked.value = new Set([...unasked.value].filter((other) => other !== key));
  };
  effect(() => {
    const open = offers.value;
    untracked(() => {
      for (const offer of open.filter(({ key }) => !seen.has(key))) {
        seen.add(offer.key);
        if (!offer.isSilent && people.needsNoQuestion(offer.peer, offer.totalBytes, now())) void decide(offer);
      }
    });
  });
  const isBlocked = (peer: DeviceId) => people.all.value.get(peer)?.is === 'blocked';
  // A sender that fell silent before it heard the answer: the engine has refused to accept, and the person decides.
  const isDecided = ({ key, isSilent }: OfferView) => unasked.value.has(key) && !isSilent;
  return computed(() => offers.value.filter((offer) => !isBlocked(offer.peer) && !isDecided(offer)));
}
