/** News worth announcing: offers that came, transfers that ended. Never mere progress. */

import { isActive } from '../../transfer/about-view.ts';
import { summaryOf } from '../../transfer/contents.ts';
import type { OfferView, TransferKey, TransferView } from '../../transfer/view.ts';
import type { LateText } from '../i18n/context.ts';
import { fill } from '../i18n/format.ts';
import { type Card, cardsOf } from '../model/cards.ts';
import { labelOf } from '../people/standing.ts';
import { type Acquainted, spokenOf } from '../pieces/people.ts';
import { datedOf, titleOf } from '../pieces/titles.ts';
import { countsInWords } from './counts.ts';
import { reason } from './reason.ts';

/** Phase of each transfer, and the open offers. */
export type Known = {
  readonly offers: ReadonlySet<TransferKey>;
  readonly phases: ReadonlyMap<TransferKey, TransferView['phase']>;
};

export function know(offers: readonly OfferView[], transfers: readonly TransferView[]): Known {
  return {
    offers: new Set(offers.map((offer) => offer.key)),
    phases: new Map(transfers.map((transfer) => [transfer.key, transfer.phase])),
  };
}

/** Sentences for the changes since `known`. A person's own actions need none. */
export function news(
  known: Known,
  offers: readonly OfferView[],
  transfers: readonly TransferView[],
  text: LateText,
  people: Acquainted,
): string[] {
  const arrived = offers
    .filter(({ key }) => !known.offers.has(key))
    .map(({ peer, peerName, entries }) =>
      fill(text.words.sayOffer, {
        name: spokenOf(people, { id: peer, name: peerName }, text.words),
        files: datedOf(summaryOf(entries), text),
      }),
    );
  const isOpen = new Set(offers.map(({ key }) => key));
  const ended = transfers.filter(({ key, phase }) =>
    // A withdrawn offer closes its dialog: the person who was about to answer is told why.
    known.phases.has(key) ? known.phases.get(key) !== phase : known.offers.has(key) && !isOpen.has(key),
  );
  const begun = transfers.filter(({ key, kept }) => kept?.isUnasked && !known.phases.has(key)).filter(isActive);
  const { batches, alone } = apart(transfers);
  const isAlone = ({ key }: TransferView) => alone.has(key);
  return [
    ...arrived,
    ...begun.map((transfer) => unasked(transfer, text, people)),
    ...ended.filter(isAlone).flatMap((transfer) => ending(transfer, text, people)),
    ...batches.flatMap((card) => batchEnding(card, known, text)),
  ];
}

/** What was sent to several people speaks with one voice. */
function apart(transfers: readonly TransferView[]): { batches: readonly Card[]; alone: ReadonlySet<TransferKey> } {
  const cards = cardsOf(transfers);
  const isAlone = (card: Card) => card.transfers.length === 1;
  return {
    batches: cards.filter((card) => !isAlone(card)),
    alone: new Set(cards.filter(isAlone).map((card) => card.transfers[0].key)),
  };
}

const MOVING: ReadonlySet<TransferView['phase'] | undefined> = new Set(['waiting', 'sending', 'paused'] as const);

/** Once, when nothing of it moves any more: forty people would be forty announcements. Those of the person here need none. */
function batchEnding({ transfers }: Card, known: Known, text: LateText): string[] {
  const before = transfers.map(({ key }) => known.phases.get(key));
  const comesToRest = before.some((phase) => MOVING.has(phase)) && !transfers.some(({ phase }) => MOVING.has(phase));
  const isOwnDoing = transfers.every((one) => one.phase === 'cancelled' && one.by === 'me');
  if (!comesToRest || isOwnDoing) return [];
  const counts = text.format.list(countsInWords({ transfers }, text));
  return [fill(text.words.batch.sayBatch, { title: titleOf(transfers[0], text), counts })];
}

function unasked(transfer: TransferView, text: LateText, people: Acquainted): string {
  const name = spokenOf(people, { id: transfer.peer, name: transfer.peerName }, text.words);
  return fill(text.words.sayUnasked, { name, title: titleOf(transfer, text) });
}

function ending(transfer: TransferView, text: LateText, people: Acquainted): string[] {
  const { words } = text;
  const who = { id: transfer.peer, name: transfer.peerName };
  const values = { title: titleOf(transfer, text), name: spokenOf(people, who, words) };
  const ended = () => {
    const why = reason(transfer, { ...text, name: labelOf(people, who) }) ?? '';
    return fill(words.sayEnded, { ...values, phase: words.phase[transfer.phase], reason: why });
  };
  switch (transfer.phase) {
    case 'waiting':
    case 'sending':
    case 'receiving':
    case 'paused':
      return [];
    case 'sent':
      return [fill(words.saySent, values)];
    case 'saved':
      return [fill(words.saySaved, values)];
    case 'declined':
      return transfer.direction === 'sending' ? [fill(words.sayDeclined, values)] : [];
    case 'cancelled':
      return transfer.by === 'me' ? [] : [ended()];
    case 'interrupted':
    case 'failed':
      return [ended()];
  }
}
