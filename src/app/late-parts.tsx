/** Which parts come after the first screen, in which chunks, and what is shown in their place until then. */
import type { examine } from './files/examine.ts';
import { brought } from './late/brought.ts';
import { whenIdle } from './late/idle.ts';
import { late } from './late/late.tsx';
import { fetchReader } from './make-sure/reader.ts';
import { learn } from './people/look-alike.ts';
import { rest } from './session/rest.ts';

const soon = () => import('./soon.ts');
const departing = late(async () => (await soon()).Departing, null);
const asides = late(async () => (await soon()).Asides, null);
const aboutChosen = late(async () => (await soon()).AboutChosen, null);
const tray = late(async () => (await soon()).Tray, null);
const sendBar = late(async () => (await soon()).SendBar, null);
const markPlace = late(async () => (await soon()).MarkPlace, null);
const offers = late(async () => (await soon()).Offers, null);
const transfers = late(async () => (await soon()).Transfers, null);
const closedBar = late(async () => (await soon()).ClosedBar, null);
const notProven = late(async () => (await soon()).NotProven, null);
const certificateEnded = late(async () => (await soon()).CertificateEnded, null);
const updateBar = late(async () => (await soon()).UpdateBar, null);
const nameField = late(async () => (await soon()).NameField, null);
const ongoing = late(async () => (await soon()).Ongoing, null);

/** Files chosen before this part is loaded wait for it. */
export const lateExamine: typeof examine = async (...choice) => (await brought(soon)).examine(...choice);

const screen = <main class="page" aria-busy="true" />;
const later = () => import('./later.ts');
const inbox = late(async () => (await later()).InboxScreen, screen);
const makeSure = late(async () => (await later()).MakeSure, null);
const people = late(async () => (await later()).PeopleScreens, screen);
const keepPast = late(async () => (await later()).KeepPast, null);
const sendTo = late(async () => (await later()).SendTo, null);
const groups = late(async () => (await later()).GroupsScreen, screen);
const bring = late(async () => (await later()).BringScreen, screen);
const here = late(async () => (await later()).HereScreen, screen);
const trouble = late(async () => (await later()).Trouble, null);
const nobody = late(async () => (await later()).Nobody, null);
const search = late(async () => (await later()).Search, null);
const groupsLink = late(async () => (await later()).GroupsLink, null);
const board = late(async () => (await later()).BoardScreens, screen);
const heard = late(async () => (await later()).Heard, null);
const newMessages = late(async () => (await later()).NewMessages, null);
const talks = late(async () => (await later()).Talks, null);
const forgotten = late(async () => (await later()).Forgotten, screen);

/** Loaded before anybody needs it, because by then the router may be gone. */
const report = late(async () => (await later()).Report, null);

/** Not needed before somebody wants to deceive, and larger than most parts. */
const careful = () => import('./people/uts39.ts');
/** Rows grow where a name turns out to be like another one: not under a finger. */
async function learnLookAlikes(): Promise<void> {
  const { carefulLook } = await brought(careful);
  await rest();
  learn(carefulLook);
}

/** Call it when the first screen is up. The order is that in which people may need the parts. */
export function fetchLateParts(): void {
  const soonest = [
    departing,
    asides,
    aboutChosen,
    tray,
    sendBar,
    markPlace,
    offers,
    transfers,
    closedBar,
    nameField,
    ongoing,
    notProven,
    updateBar,
    certificateEnded,
  ];
  for (const { fetch } of [
    ...soonest,
    trouble,
    search,
    nobody,
    inbox,
    groupsLink,
    people,
    sendTo,
    heard,
    newMessages,
    talks,
    board,
    keepPast,
    groups,
    makeSure,
    here,
    bring,
    forgotten,
    report,
  ])
    fetch();
  whenIdle(() => void learnLookAlikes());
  whenIdle(fetchReader);
}

export const LateClosedBar = closedBar.Late;
export const LateDeparting = departing.Late;
export const LateForgotten = forgotten.Late;
export const LateGroups = groups.Late;
export const LateGroupsLink = groupsLink.Late;
export const LateHere = here.Late;
export const LateInbox = inbox.Late;
export const LateMakeSure = makeSure.Late;
export const LateNobody = nobody.Late;
export const LateNotProven = notProven.Late;
export const LateCertificateEnded = certificateEnded.Late;
export const LateUpdateBar = updateBar.Late;
export const LateOffers = offers.Late;
export const LateOngoing = ongoing.Late;
export const LatePeople = people.Late;
export const LateKeepPast = keepPast.Late;
export const LateReport = report.Late;
export const LateSearch = search.Late;
export const LateMarkPlace = markPlace.Late;
export const LateSendBar = sendBar.Late;
export const LateSendTo = sendTo.Late;
export const LateAsides = asides.Late;
export const LateAboutChosen = aboutChosen.Late;
export const LateNameField = nameField.Late;
export const LateBoard = board.Late;
export const LateHeard = heard.Late;
export const LateNewMessages = newMessages.Late;
export const LateTalks = talks.Late;
export const LateBring = bring.Late;
export const LateTrouble = trouble.Late;
export const LateTransfers = transfers.Late;
export const LateTray = tray.Late;
