/**
 * Which offers may cover the rest of the page. Those of known devices may, one at a time, unless the engine says that a
 * device has asked in vain too often. Those of strangers may, until a person has declined one: then strangers' offers
 * stand aside for a while, in a list that can be opened. Ids cost nothing, so otherwise a stranger could ask without
 * end.
 */
import { computed, effect, type ReadonlySignal, signal } from '@preact/signals';
import type { OfferView, TransferKey } from '../../transfer/view.ts';

/**
 * How long strangers' offers stand aside after one was declined, in milliseconds. Phones stay open to everyone for the
 * same time.
 */
export const CALM_MS = 10 * 60_000;
/**
 * This many strangers' offers that vanish without an answer within this time, in milliseconds, make a flickering
 * screen.
 */
const VAIN_OFFERS = 3;
const VAIN_MS = 60_000;

/** `answered`: the engine has not heard of the answer yet. */
type Stance = 'in front' | 'aside' | 'answered';

export type Calm = {
  /** Until when new offers of strangers stand aside. */
  readonly until: number;
  /** The open offers of strangers. */
  readonly strangers: ReadonlyMap<TransferKey, Stance>;
  /** When strangers' offers recently vanished without an answer. */
  readonly vain: readonly number[];
};

const UNTROUBLED: Calm = { until: Number.NEGATIVE_INFINITY, strangers: new Map(), vain: [] };

/** `offers`: all open ones now, of strangers and others. */
function offersChanged(calm: Calm, offers: readonly OfferView[], now: number): Calm {
  const open = new Set(offers.map(({ key }) => key));
  const vanished = [...calm.strangers].filter(([key, stance]) => !open.has(key) && stance !== 'answered');
  const vain = [...calm.vain.filter((at) => now - at < VAIN_MS), ...vanished.map(() => now)];
  const until = vain.length >= VAIN_OFFERS ? now + CALM_MS : calm.until;
  const stance = now < until ? 'aside' : 'in front';
  const strangers = offers.filter(({ isKnown }) => !isKnown);
  return { until, vain, strangers: new Map(strangers.map(({ key }) => [key, calm.strangers.get(key) ?? stance])) };
}

/** A person here has answered the offer `key`. */
export function answered(calm: Calm, key: TransferKey, answer: 'accepted' | 'declined', now: number): Calm {
  if (!calm.strangers.has(key)) return calm;
  const isDeclined = answer === 'declined';
  const strangers = [...calm.strangers].map(([other, stance]): [TransferKey, Stance] => {
    if (other === key) return [other, 'answered'];
    return [other, isDeclined && stance === 'in front' ? 'aside' : stance];
  });
  return { ...calm, until: isDeclined ? now + CALM_MS : calm.until, strangers: new Map(strangers) };
}

type Arranged = {
  /** Offers to ask about at once: those of known devices first, each kind oldest first. */
  readonly inFront: readonly OfferView[];
  readonly aside: readonly OfferView[];
};

export function arranged(calm: Calm, offers: readonly OfferView[]): Arranged {
  const isAside = ({ key, standsAside }: OfferView) => standsAside ?? calm.strangers.get(key) === 'aside';
  const inFront = offers.filter((offer) => !isAside(offer));
  return {
    inFront: [...inFront.filter(({ isKnown }) => isKnown), ...inFront.filter(({ isKnown }) => !isKnown)],
    aside: offers.filter(isAside),
  };
}

export type Watched = {
  readonly arranged: ReadonlySignal<Arranged>;
  readonly answered: (key: TransferKey, answer: 'accepted' | 'declined') => void;
};

/** Tracks which offers come, go and are answered. `now`: a monotonic clock, in milliseconds. */
export function watchOffers(offers: ReadonlySignal<readonly OfferView[]>, now: () => number): Watched {
  const calm = signal(UNTROUBLED);
  effect(() => {
    calm.value = offersChanged(calm.peek(), offers.value, now());
  });
  return {
    arranged: computed(() => arranged(calm.value, offers.value)),
    answered: (key, answer) => {
      calm.value = answered(calm.peek(), key, answer, now());
    },
  };
}
