/** What one phone may try against everybody else on its Wi-Fi, as data. The letters are those of the study of attacks. */
import { TRANSFER_VERSION } from '../../src/protocol/limits.ts';
import type { Attack as PageAttack, Step } from '../page/hostile.ts';
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
};

const say = (message: object): Step => ({ control: JSON.stringify(message) });
const GREETING: readonly Step[] = [say({ type: 'hello', version: TRANSFER_VERSION }), { until: 'hello' }];
const transferOf = (index: number): string => `hostile-offer-${String(index).padStart(2, '0')}`;
const OFFERS_EACH = 8;
/** A path of 4,000 characters is allowed; pieces of one such entry make 100,000 files a manifest of 400 MB. */
const LONG_PATH = 4_000;
const MANY_FILES = 100_000;

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
    what: 'A1: four connections with 900 requests each, whose answers nobody reads',
    how: { by: 'machine', order: { do: 'pipeline', path: '/', connections: 4, requests: 900 } },
  },
  {
    name: 'idle',
    what: 'B1: 1,030 connections from one address that say nothing, or half a request',
    how: { by: 'machine', order: { do: 'idle', connections: 1_030 } },
  },
  {
    name: 'status',
    what: 'B: /status 100 times a second',
    how: { by: 'machine', order: { do: 'ask', path: '/status', perSecond: 100 } },
  },
  {
    name: 'relay',
    what: 'B4: 399 relay allocations by 11 devices',
    how: { by: 'machine', order: { do: 'allocate', victim: 'Haru', devices: 11, allocations: 399 } },
  },
  {
    name: 'visits',
    what: 'B5: bursts of 372 visits as devices that nobody has seen before',
    how: { by: 'machine', order: { do: 'visits', visits: 372 } },
  },
  {
    name: 'seats',
    what: 'B5: 511 pages from nine addresses that stay',
    how: { by: 'machine', order: { do: 'seats', sockets: 511 } },
  },
  {
    name: 'calls',
    what: 'A4: 28 calls a second to each phone, each from a device that nobody has seen before',
    how: { by: 'machine', order: { do: 'calls', victims: ['Aki', 'Haru'], everyMs: 36 } },
  },
  {
    name: 'offers',
    what: 'B2: eight offers each of eight devices, again and again',
    how: {
      by: 'page',
      devices: 8,
      plan: { name: 'Junk', victim: 'Haru', calls: true, steps: [...GREETING, ...offers, { untilClosed: true }] },
    },
  },
  {
    name: 'manifests',
    what: 'B3: manifests of six devices in pieces of one entry that never end',
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
    name: 'rebinding',
    what: "C1: the router's own pages and socket under the name of another site",
    how: {
      by: 'machine',
      order: { do: 'rebind', host: 'evil.example', paths: ['/', '/status.json', '/poster', '/https.json'] },
    },
  },
  {
    name: 'mesh',
    what: 'B6: an open mesh in which one machine lists 61,440 devices',
    how: { by: 'router', routers: 120, devicesEach: 512 },
  },
];
