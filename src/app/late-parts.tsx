/** Which parts come after the first screen, in which chunks, and what stands in their place until then. */
import { late } from './late/late.tsx';

const soon = () => import('./soon.ts');
const departing = late(async () => (await soon()).Departing, null);
const offers = late(async () => (await soon()).Offers, null);
const transfers = late(async () => (await soon()).Transfers, null);
const arrivedBar = late(async () => (await soon()).ArrivedBar, null);

const screen = <main class="page" aria-busy="true" />;
const later = () => import('./later.ts');
const inbox = late(async () => (await later()).InboxScreen, screen);
const forgotten = late(async () => (await later()).Forgotten, screen);
/** There before anybody presses it, because what keeps the app is removed, too. */
const forget = late(async () => (await later()).Forget, null);

/** There before anybody needs it, because by then the router may be gone. */
const report = late(async () => (await later()).Report, null);

/** To be called when the first screen is up; in the order in which somebody may need them. */
export function fetchLateParts(): void {
  for (const { fetch } of [departing, offers, transfers, arrivedBar, inbox, forget, forgotten, report]) fetch();
}

export const LateArrivedBar = arrivedBar.Late;
export const LateDeparting = departing.Late;
export const LateForget = forget.Late;
export const LateForgotten = forgotten.Late;
export const LateInbox = inbox.Late;
export const LateOffers = offers.Late;
export const LateReport = report.Late;
export const LateTransfers = transfers.Late;
