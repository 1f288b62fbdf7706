/**
 * Which offers may stand in the way of everything else. One of a device that is known may, one at a time, unless the engine says
 * that it has asked in vain too often. So may one of a stranger, until a person has declined one: then strangers' offers stand
 * aside for a while, in a list that can be opened. Ids cost nothing, and a stranger could else ask without end.
 */
import { computed, effect, type ReadonlySignal, signal } from '@preact/signals';
import type { OfferView, TransferKey } from '../../transfer/view.ts';

/** How long strangers' offers stand aside after one was declined, in milliseconds. Phones open themselves to everyone for as long. */
export const CALM_MS = 10 * 60_000;
/** So many strangers' offers that vanish within this time, in milliseconds, without an answer are a flickering screen. */
const VAIN_OFFERS = 3;
const VAIN_MS = 60_000;

/** `answered`: the engine has not yet heard of the answer. */
type Stance = 'in front' | 'aside' | 'answered';

export type Calm = {
  /** Until when new offers of strangers stand aside. */
  readonly until: number;
  /** The open offers of strangers. */
  readonly strangers: ReadonlyMap<TransferKey, Stance>;
  /** When strangers' offers vanished lately without an answer. */
  readonly vain: readonly number[];
};

const UNTROUBLED: Calm = { until: Number.NEGATIVE_INFINITY, strangers: new Map(), vain: [] };

/** `offers` are the open ones now, of strangers and others. */
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
  /** To be asked about at once: those of known devices first, each kind oldest first. */
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

/** Keeps count of what comes, goes and is answered. `now`: a clock that only goes forward, in milliseconds. */
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
