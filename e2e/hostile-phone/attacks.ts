/** What one phone may try against everybody else on its Wi-Fi, as data. The letters are from the study of attacks. */
import { LANGUAGES } from '../../src/languages/languages.ts';
import { LIMITS } from '../../src/router/limits/limits.ts';
import { DEVICES_PER_UNKNOWN_ROUTER } from '../../src/router/mesh/acquaintances.ts';
import { MAX_OPEN_OFFERS } from '../../src/transfer/before-consent.ts';
import type { Attack as PageAttack, Step } from '../drive/page/hostile.ts';
import type { Order } from './orders.ts';

export type Attack = {
  readonly name: string;
  readonly what: string;
  readonly how:
    | { readonly by: 'machine'; readonly order: Order }
    /** With a browser's WebRTC, from a page that is not the app. */
    | { readonly by: 'page'; readonly plan: PageAttack; readonly devices: number }
    /** As a router of an open mesh, from the backhaul. */
    | { readonly by: 'router'; readonly routers: number; readonly devicesEach: number };
  /** The attack lasts at least this long, in milliseconds: it shows no effect before. */
  readonly forMs?: number;
  /** The most it may get of each thing that is counted (`orders.ts`). */
  readonly most?: Readonly<Record<string, number>>;
  /** The least it must get of each: an attack that never arrives proves nothing. */
  readonly least: Readonly<Record<string, number>>;
  /** Devices that do not exist, on an honest screen during the attack and after it. */
  readonly leastStrangersListed?: number;
  readonly mostStrangersListed?: number;
  readonly mostStrangersLeft?: number;
  /** Connections of the attacked page, open at once and in all, including honest ones. */
  readonly mostOpen?: number;
  readonly mostMade?: number;
  /** Memory of the router's process at its worst, in bytes. */
  readonly mostRouterBytes?: number;
  /** Descriptors of the router's process at its worst. */
  readonly mostRouterDescriptors?: number;
  /** Processor time of the router during the attack, in cores. */
  readonly mostRouterCores?: number;
  /** True when it puts a question on the attacked screen, which the person there declines before anything else. */
  readonly declinedOnce?: boolean;
  /** Hostile offers that wait on the attacked screen. */
  readonly mostAsking?: number;
  readonly leastAsking?: number;
};

const say = (message: object): Step => ({ control: JSON.stringify(message) });
const GREETING: readonly Step[] = [{ hello: true }, { prove: 'truly' }];
const transferOf = (index: number): string => `hostile-offer-${String(index).padStart(2, '0')}`;
const PICTURE = JSON.stringify({ type: 'picture', transfer: transferOf(0), file: 0, jpeg: 'A'.repeat(8_000) });
const STATUS_PAGES = LANGUAGES.flatMap(({ tag }) => [`/status?lang=${tag}`, `/status?lang=${tag}&refresh=off`]);
const OFFERS_EACH = 8;
/** A path of 4,000 characters is allowed; with one such entry per piece, 100,000 files make a manifest of 400 MB. */
const LONG_PATH = 4_000;
const MANY_FILES = 100_000;
/** Devices that one machine lists as those of one router. */
const LISTED_EACH = 512;

const offers = Array.from({ length: OFFERS_EACH }, (_, index): readonly Step[] => {
  const transfer = transferOf(index);
  return [
    say({ type: 'offer', transfer, handle: index + 1, files: 1, bytes: 1 }),
    say({ type: 'manifest', transfer, first: 0, entries: [[`junk-${index}.bin`, 1, 0]] }),
  ];
}).flat();

export const ATTACKS: readonly Attack[] = [
  {
    name: 'pipelining',
    what: 'A1: 30 connections with 5,000 requests each, whose answers nobody reads',
    least: { 'requests sent': 5_000 },
    mostRouterBytes: 260e6,
    how: { by: 'machine', order: { do: 'pipeline', path: '/', connections: 30, requests: 5_000 } },
  },
  {
    name: 'idle',
    what: 'B1: 1,030 connections from one address that say nothing, or half a request',
    least: { 'connections made': 1_000 },
    how: { by: 'machine', order: { do: 'idle', connections: 1_030 } },
    // Four times its share while there is room; the surplus is trimmed when it is no longer young (`connections.ts`).
    // Counted at the router: the attacker learns late that connections were closed. A router with three pages has some
    // 40 of its own.
    mostRouterDescriptors: 4 * LIMITS.connectionsPerAddress + 64,
  },
  {
    name: 'status',
    what: 'B: /status 100 times a second, each time in another language or manner',
    least: { 'answered 200': 20 },
    mostRouterCores: 0.3,
    how: { by: 'machine', order: { do: 'ask', paths: STATUS_PAGES, perSecond: 100 } },
  },
  {
    name: 'relay',
    what: 'B4: 399 relay allocations by 11 devices',
    least: { 'allocations granted': 50, 'allocations refused (486)': 1 },
    how: {
      by: 'machine',
      order: { do: 'allocate', victim: 'Haru', devices: 11, allocations: 399, addresses: 1 },
    },
    most: { 'allocations granted': 100 },
  },
  {
    name: 'visits',
    what: 'B5: bursts of 372 visits as devices that nobody has seen before',
    least: { visits: 100 },
    how: { by: 'machine', order: { do: 'visits', visits: 372 } },
    // Checked only afterwards: during the attack hundreds of devices may really be here, and are listed rightly.
    mostStrangersLeft: 24,
  },
  {
    name: 'false hellos',
    what: 'B5: hellos that nobody has signed, from one address, as fast as 30 sockets at a time can say them',
    least: { 'hellos checked': 100, 'hellos not looked at': 1 },
    how: { by: 'machine', order: { do: 'false-hellos', sockets: 30 } },
    forMs: 10_000,
    // The burst, and half a minute at the pace of the long run.
    most: { 'hellos checked': LIMITS.hellos.signatures + LIMITS.hellos.signaturesPerMinute / 2 },
  },
  {
    name: 'seats',
    what: 'B5: 511 pages from nine addresses that stay, and go without a word',
    least: { 'seats taken': 100 },
    how: { by: 'machine', order: { do: 'seats', sockets: 511, addresses: 9 } },
    forMs: 12_000,
    most: { 'seats held': 400 },
    mostStrangersLeft: 80,
  },
  {
    name: 'many seats',
    what: 'B5: 200 pages from one address that stay',
    least: { 'seats taken': 32 },
    how: { by: 'machine', order: { do: 'seats', sockets: 200, addresses: 1 } },
    most: { 'seats held': 64 },
  },
  {
    name: 'upgrades',
    what: 'B1: 600 sockets a second from nine addresses, on which nothing is ever said, not even the close of a refusal',
    least: { 'sockets asked for': 2_000, refused: 1_000 },
    how: { by: 'machine', order: { do: 'upgrade', perSecond: 600 } },
    forMs: 8_000,
    // The seats of a few addresses, sockets that are being told to go, requests under way, and honest people.
    mostRouterDescriptors: LIMITS.sockets - LIMITS.reservedSockets + LIMITS.farewells + 128,
  },
  {
    name: 'calls of one',
    what: 'A4: 28 calls a second to each phone from one address, each from a device that nobody has seen before',
    least: { 'calls that were not refused': 20, 'callers refused': 1 },
    how: {
      by: 'machine',
      order: { do: 'calls', victims: ['Aki', 'Haru'], everyMs: 36, addresses: 1, sdp: 'sound' },
    },
    most: { 'calls that were not refused': 200 },
  },
  {
    name: 'calls',
    what: 'A4: the same from nine addresses, so that the router lets them pass',
    least: { 'calls that were not refused': 100 },
    how: {
      by: 'machine',
      order: { do: 'calls', victims: ['Aki', 'Haru'], everyMs: 36, addresses: 9, sdp: 'sound' },
    },
    mostOpen: 6,
  },
  {
    name: 'nonsense',
    what: 'A4: the same with descriptions that a browser throws out, so that each makes room for the next',
    least: { 'calls that were not refused': 50 },
    how: {
      by: 'machine',
      order: { do: 'calls', victims: ['Haru'], everyMs: 36, addresses: 9, sdp: 'nonsense' },
    },
    mostMade: 90,
  },
  {
    name: 'company',
    what: 'A4: forty devices that connect, prove who they are, and stay without a word',
    least: { 'times the page was reached': 8 },
    // Eight, and those of honest people.
    mostOpen: 13,
    how: {
      by: 'page',
      devices: 40,
      plan: { name: 'Silent', victim: 'Haru', calls: true, steps: [...GREETING, { untilClosed: true }] },
    },
  },
  {
    name: 'offers',
    what: 'B2: eight offers each of sixteen devices, again and again',
    least: { 'times the page was reached': 3 },
    mostOpen: 10,
    declinedOnce: true,
    forMs: 15_000,
    leastAsking: 1,
    mostAsking: MAX_OPEN_OFFERS.stranger,
    how: {
      by: 'page',
      devices: 16,
      plan: { name: 'Junk', victim: 'Haru', calls: true, steps: [...GREETING, ...offers, { untilClosed: true }] },
    },
  },
  {
    name: 'pictures',
    what: 'B3: six devices that offer photos and send small pictures of them, for which nobody has asked, without end',
    least: { 'times the page was reached': 1 },
    how: {
      by: 'page',
      devices: 6,
      plan: {
        name: 'Showy',
        victim: 'Haru',
        calls: true,
        steps: [
          ...GREETING,
          say({ type: 'offer', transfer: transferOf(0), handle: 1, files: 1, bytes: 1, pictures: true }),
          say({ type: 'manifest', transfer: transferOf(0), first: 0, entries: [['junk.jpg', 1, 0]] }),
          { flood: { text: PICTURE, times: Number.MAX_SAFE_INTEGER } },
          { untilClosed: true },
        ],
      },
    },
  },
  {
    name: 'manifests',
    what: 'B3: manifests of six devices in pieces of one entry that never end',
    least: { 'times the page was reached': 1 },
    how: {
      by: 'page',
      devices: 6,
      plan: {
        name: 'Endless',
        victim: 'Haru',
        calls: true,
        steps: [
          ...GREETING,
          say({ type: 'offer', transfer: transferOf(0), handle: 1, files: MANY_FILES, bytes: MANY_FILES }),
          { pieces: { transfer: transferOf(0), pathLength: LONG_PATH, times: MANY_FILES - 1 } },
          { untilClosed: true },
        ],
      },
    },
  },
  {
    name: 'small talk',
    what: 'B3: six devices that ask for signs of life as fast as their connections carry it',
    least: { 'times the page was reached': 1, 'answers over one connection': 100 },
    // 64 kB at 273 characters each, plus what the ten seconds of a stranger's connection add.
    most: { 'answers over one connection': 850 },
    how: {
      by: 'page',
      devices: 6,
      plan: {
        name: 'Chatty',
        victim: 'Haru',
        calls: true,
        steps: [
          ...GREETING,
          { flood: { text: JSON.stringify({ type: 'ping' }), times: Number.MAX_SAFE_INTEGER } },
          { untilClosed: true },
        ],
      },
    },
  },
  {
    name: 'rebinding',
    what: "C1: the router's own pages and socket under the name of another site",
    least: { '/ answered': 400 },
    how: {
      by: 'machine',
      order: { do: 'rebind', host: 'evil.example', paths: ['/', '/status.json', '/poster', '/https.json'] },
    },
  },
  {
    name: 'mesh',
    what: 'B6: an open mesh in which one machine lists 10,240 devices as twenty routers',
    least: { 'links that held': 4 },
    how: { by: 'router', routers: 20, devicesEach: LISTED_EACH },
    leastStrangersListed: 20,
    // The devices of the first router, which becomes known, and of the few others that get a link from its address.
    mostStrangersListed: LISTED_EACH + 6 * DEVICES_PER_UNKNOWN_ROUTER,
    forMs: 14_000,
  },
];
