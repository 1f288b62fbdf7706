/** Which parts come after the first screen, in which chunks, and what stands in their place until then. */
import { late } from './late/late.tsx';

const screen = <main class="page" aria-busy="true" />;

const later = () => import('./later.ts');
const inbox = late(async () => (await later()).InboxScreen, screen);
const forgotten = late(async () => (await later()).Forgotten, screen);
/** There before anybody presses it, because what keeps the app is removed, too. */
const forget = late(async () => (await later()).Forget, null);

const transferParts = () => import('./transfers/TransferParts.tsx');
const transfers = late(async () => (await transferParts()).Transfers, null);
const arrivedBar = late(async () => (await transferParts()).ArrivedBar, null);

/** Offers come when there are connections, long after the first screen. */
const offers = late(async () => (await import('./offer/Offers.tsx')).Offers, null);

/** To be called when the first screen is up; in the order in which somebody may need them. */
export function fetchLateParts(): void {
  for (const { fetch } of [offers, transfers, arrivedBar, inbox, forget, forgotten]) fetch();
}

export const LateInbox = inbox.Late;
export const LateForgotten = forgotten.Late;
export const LateForget = forget.Late;
export const LateTransfers = transfers.Late;
export const LateArrivedBar = arrivedBar.Late;
export const LateOffers = offers.Late;
