/**
 * The caps that stop a hostile phone: where each stands in the sources, and which attack gets through without it.
 * Lifting a cap edits the sources' text, so the product itself has no switch that would weaken it.
 */
import type { Lift } from '../drive/lifted.ts';

export type Cap = Lift & {
  /** The attack that it stops. */
  readonly attack: string;
  /**
   * Beginnings of checks, at least one of which fails without the cap. Counts are preferred, because on a busy machine
   * a time may be missed for no reason.
   */
  readonly notices: readonly string[];
};

const ROUTER = 'src/router/limits/limits.ts';
const CALLS = 'src/app/net/admission.ts';
const CONSENT = 'src/transfer/before-consent.ts';
const MANY = '1_000_000';

export const CAPS: readonly Cap[] = [
  {
    name: 'requests that wait',
    file: ROUTER,
    find: 'waitingRequests: 8,',
    by: `waitingRequests: ${MANY},`,
    attack: 'pipelining',
    notices: ['memory of the router'],
  },
  {
    name: 'connections of an address',
    file: ROUTER,
    find: 'connectionsPerAddress: 32,',
    by: `connectionsPerAddress: ${MANY},`,
    attack: 'idle',
    notices: ['descriptors of the router'],
  },
  {
    name: 'the status once a second',
    file: 'src/router/http/http.ts',
    find: 'const STATUS_MS = 1_000;',
    by: 'const STATUS_MS = 0;',
    attack: 'status',
    notices: ['cores of the router'],
  },
  {
    name: 'relay allocations of an address',
    file: ROUTER,
    find: 'perAddress: 100,',
    by: 'perAddress: 700,',
    attack: 'relay',
    notices: ['allocations granted'],
  },
  {
    name: 'who stayed for a while',
    file: ROUTER,
    find: 'settledMs: 10_000,',
    by: 'settledMs: 0,',
    attack: 'visits',
    notices: ['strangers left'],
  },
  {
    name: 'signatures of an address',
    file: ROUTER,
    find: 'signatures: 512,',
    by: `signatures: ${MANY},`,
    attack: 'false hellos',
    notices: ['hellos checked'],
  },
  {
    name: 'places of those away',
    file: ROUTER,
    find: 'awayPerAddress: 8,',
    by: `awayPerAddress: ${MANY},`,
    attack: 'seats',
    notices: ['strangers left'],
  },
  {
    name: 'seats for who comes alone',
    file: ROUTER,
    find: 'reservedSockets: 128,',
    by: 'reservedSockets: 0,',
    attack: 'seats',
    notices: ['seats held', 'a join'],
  },
  {
    name: 'sockets of an address',
    file: ROUTER,
    find: 'socketsPerAddress: 64,',
    by: `socketsPerAddress: ${MANY},`,
    attack: 'many seats',
    notices: ['seats held'],
  },
  {
    name: 'sockets that are told to go',
    file: ROUTER,
    find: 'farewells: 16,\n  farewellsPerAddress: 4,',
    by: `farewells: ${MANY},\n  farewellsPerAddress: ${MANY},`,
    attack: 'upgrades',
    notices: ['descriptors of the router', 'a join'],
  },
  {
    name: 'offers of an address',
    file: ROUTER,
    find: 'offers: 128,',
    by: `offers: ${MANY},`,
    attack: 'calls of one',
    notices: ['calls that were not refused'],
  },
  {
    name: "strangers' calls under way",
    file: CALLS,
    find: 'const MAX_STRANGERS_CALLS = 4;',
    by: `const MAX_STRANGERS_CALLS = ${MANY};`,
    attack: 'calls',
    notices: ['open connections'],
  },
  {
    name: "strangers' new calls",
    file: CALLS,
    find: 'STRANGERS_NEW_CALLS = { burst: 12, perSecond: 1 }',
    by: `STRANGERS_NEW_CALLS = { burst: ${MANY}, perSecond: 1 }`,
    attack: 'nonsense',
    notices: ['connections that the attacked page made'],
  },
  {
    name: "strangers' connections",
    file: CALLS,
    find: 'const MAX_STRANGERS = 8;',
    by: `const MAX_STRANGERS = ${MANY};`,
    attack: 'company',
    notices: ['open connections'],
  },
  {
    name: "strangers' open offers",
    file: CONSENT,
    find: '{ known: 8, stranger: 6 }',
    by: `{ known: 8, stranger: ${MANY} }`,
    attack: 'offers',
    notices: ['offers that wait'],
  },
  {
    name: 'memory before consent',
    file: CONSENT,
    find: 'stranger: 768 * 1024 }',
    by: 'stranger: 2 ** 40 }',
    attack: 'manifests',
    notices: ['memory of the attacked page'],
  },
  {
    name: 'idle talk',
    file: 'src/engine/link/idle-talk.ts',
    find: 'STRANGERS_WORDS = 64 * 1024;',
    by: 'STRANGERS_WORDS = WORDS.burst;',
    attack: 'small talk',
    notices: ['answers over one connection'],
  },
  {
    name: 'names of our own',
    file: 'src/router/machine/own-names.ts',
    find: "=> !name.includes('.') ||",
    by: '=> name.length >= 0 ||',
    attack: 'rebinding',
    notices: ["under another site's name"],
  },
  {
    name: 'devices of an unknown router',
    file: 'src/router/mesh/acquaintances.ts',
    find: 'DEVICES_PER_UNKNOWN_ROUTER = 8;',
    by: 'DEVICES_PER_UNKNOWN_ROUTER = 512;',
    attack: 'mesh',
    notices: ['devices of nobody'],
  },
];
