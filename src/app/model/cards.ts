/** What stands in the list of transfers as one: a transfer, or all the sends that one press began. Pure. */
import type { BatchId, TransferKey, TransferView } from '../../transfer/view.ts';

export type Card = {
  readonly key: BatchId | TransferKey;
  /** In the order in which they began; several only for a batch. */
  readonly transfers: readonly [TransferView, ...TransferView[]];
};

/** `transfers`: newest first, and so is the result. A batch keeps the place of the first of it. */
export function cardsOf(transfers: readonly TransferView[]): readonly Card[] {
  const cards = new Map<Card['key'], [TransferView, ...TransferView[]]>();
  for (const transfer of [...transfers].reverse()) {
    const key = transfer.batch ?? transfer.key;
    const card = cards.get(key);
    if (card) card.push(transfer);
    else cards.set(key, [transfer]);
  }
  return Array.from(cards, ([key, own]) => ({ key, transfers: own })).reverse();
}

/** The first of these that is the phase of one of them is that of the card: what moves, what needs somebody, what ended. */
const TELLING = [
  'sending',
  'receiving',
  'interrupted',
  'paused',
  'waiting',
  'failed',
  'sent',
  'saved',
  'declined',
  'cancelled',
] as const satisfies readonly TransferView['phase'][];

export function phaseOf({ transfers }: Pick<Card, 'transfers'>): TransferView['phase'] {
  return TELLING.find((phase) => transfers.some((one) => one.phase === phase)) ?? transfers[0].phase;
}

/** How many of them are in each state, in an order that does not change. */
export function countsOf({
  transfers,
}: Pick<Card, 'transfers'>): readonly { readonly phase: TransferView['phase']; readonly count: number }[] {
  return ENDS_FIRST.map((phase) => ({ phase, count: transfers.filter((one) => one.phase === phase).length })).filter(
    ({ count }) => count > 0,
  );
}

const ENDS_FIRST = [
  'sent',
  'saved',
  'sending',
  'receiving',
  'waiting',
  'paused',
  'interrupted',
  'declined',
  'cancelled',
  'failed',
] as const satisfies readonly TransferView['phase'][];
