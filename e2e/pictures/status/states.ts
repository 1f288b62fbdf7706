/** States of a router and its mesh that the operator's page must be able to show: for tests and pictures. */
import type { RouterInReach, Status } from '../../../src/router/status/status.ts';

const NAMES = [
  '東体育館',
  'North School',
  '公民館 2階',
  'Harbour Office',
  '市役所 防災課',
  'Town Hall',
  '第三小学校 体育館（受付）',
  'Clinic',
  '物資集積所',
  'Riverside Community Centre, east wing',
];
/** A router name made by an enemy of the page. */
export const HOSTILE_NAME = `"><script>alert(1)</script>&'\u202efdp.exe\u200b`;
const GB = 1e9;

export function other(index: number, more: Partial<RouterInReach> = {}): RouterInReach {
  const round = Math.floor(index / NAMES.length);
  return {
    id: `router-${String(index).padStart(2, '0')}-of-test`,
    name: `${NAMES[index % NAMES.length]}${round === 0 ? '' : ` ${round + 1}`}`,
    address: `192.168.1.${index + 2}`,
    clients: (index * 7 + 3) % 61,
    last_seen_ms: (index * 137) % 1_000,
    link: 'direct',
    clock_ahead_ms: [120, -2_400, 75_000, 0, -40][index % 5] ?? 0,
    rtt_ms: 2 + index,
    ...more,
  };
}

type Options = {
  readonly others?: readonly RouterInReach[];
  readonly mesh?: Partial<Status['mesh']>;
  readonly more?: Partial<Status>;
};

export function stateWith({ others = [], mesh = {}, more = {} }: Options = {}): Status {
  const self = { id: 'CaJnJDPpIm_BgPv9', name: '西コミュニティセンター' };
  const clients = 23;
  return {
    router: {
      ...self,
      version: '0.1.0',
      uptime_s: 3 * 86_400 + 7_300,
      rss_bytes: 71_000_000,
      time: '2026-11-26T19:41:02+09:00',
    },
    tls: {
      state: 'on',
      port: 8443,
      certificate: 'own',
      names: ['hikyaku.internal', '192.168.42.1'],
      expires: '2028-01-20T00:00:00.000Z',
      days_left: 419,
      authority: Array.from({ length: 32 }, (_, index) => (index * 7 + 16).toString(16).toUpperCase()).join(':'),
    },
    urls: ['http://192.168.42.1:8080/', 'https://192.168.42.1:8443/'],
    machine: {
      memory_bytes: 4 * GB,
      memory_free_bytes: 2.6 * GB,
      disk_bytes: 31 * GB,
      disk_free_bytes: 12 * GB,
    },
    clients,
    clients_at_most: 512,
    turn: { state: 'running', allocations: 4 },
    words: {
      state: 'on',
      events: 214,
      posts: 127,
      letters: 68,
      blobs: 31,
      bytes: 0.214 * GB,
      bytes_at_most: GB,
      days: 14,
      gone: { ended: 0, deleted: 9, removed: 1, evicted: 0, lost: 0 },
      refused: {},
    },
    mesh: {
      state: others.length === 0 ? 'alone' : 'joined',
      trust: 'key',
      digest: '8f14e45fceea167a',
      presence: 'c9f0f895fb98ab91',
      routers: [{ ...self, address: '192.168.1.1', clients, last_seen_ms: 0 }, ...others],
      missing: [],
      devices: others.reduce((sum, one) => sum + one.clients, clients),
      strangers: [],
      ...mesh,
    },
    ...more,
  };
}

const many = (count: number): readonly RouterInReach[] => Array.from({ length: count }, (_, index) => other(index));
const alone = stateWith();
const AP = { interface: 'ap0', state: 'on-air', channel: 6 } as const;

export const STATES = {
  'single-lan': {
    ...alone,
    mesh: {
      state: 'off',
      cause: 'no-backhaul',
      reason: 'off: the network between routers is not named (see --backhaul)',
      digest: alone.mesh.digest,
      routers: alone.mesh.routers,
    },
  },
  alone,
  two: stateWith({ others: many(1) }),
  three: stateWith({ others: many(2) }),
  five: stateWith({ others: many(4) }),
  nine: stateWith({ others: many(8), mesh: { trust: 'open' } }),
  twenty: stateWith({ others: many(19) }),
  sixty: stateWith({ others: many(59) }),
  trouble: stateWith({
    others: [
      other(0, { link: 'lost', last_seen_ms: 3_400 }),
      other(1, { clock_ahead_ms: -56 * 365 * 86_400_000 }),
      other(2),
    ],
    mesh: {
      missing: [{ id: 'gone', name: 'Old Temple', address: '192.168.1.77', gone_ms: 260_000 }],
      strangers: [
        { address: '192.168.1.9', reason: 'other-key', last_seen_ms: 300 },
        { address: 'fe80::4c2:9aff:fe11:2233%wlan1', reason: 'other-version', last_seen_ms: 900 },
      ],
    },
    more: {
      turn: {
        state: 'off',
        cause: 'not-installed',
        reason:
          'coturn is not installed (apt-get install coturn); STUN answers on 192.168.42.1 and 192.168.1.1, port 3478',
      },
    },
  }),
  broken: stateWith({
    mesh: { reason: 'the interface of the backhaul has no address now', trust: 'open' },
    more: {
      urls: ['http://127.0.0.1:8080/', 'https://127.0.0.1:8443/'],
      clients: 500,
      machine: {
        memory_bytes: 512e6,
        memory_free_bytes: 9e6,
        disk_bytes: 8 * GB,
        disk_free_bytes: 21e6,
      },
      turn: { state: 'failed', reason: 'ended with status 255: bad configuration: <relay-ip> & more' },
    },
  }),
  radio: stateWith({
    others: many(2),
    more: {
      radio: {
        ...{ state: 'known', age_s: 7, country: 'JP' },
        access_point: { ...AP, busy_percent: 34, noise_dbm: -92, stations_dbm: [-48, -71, -63] },
        mesh_point: { interface: 'mesh0', state: 'on-air', channel: 11, busy_percent: 9, peers: 1 },
        batman: { state: 'running', originators: 2, through_others: 1 },
      },
    },
  }),
  'radio-crowded': stateWith({
    more: {
      radio: {
        ...{ state: 'known', age_s: 7, country: '00' },
        access_point: {
          ...AP,
          busy_percent: 88,
          stations_dbm: Array.from({ length: 18 }, () => -84),
          stations_at_most: 19,
        },
        mesh_point: { interface: 'mesh0', state: 'on-air', channel: 11, peers: 0 },
        batman: { state: 'missing', originators: 0, through_others: 0 },
      },
    },
  }),
  'radio-off': stateWith({
    more: {
      clients: 0,
      radio: {
        ...{ state: 'known', age_s: 7, country: 'JP' },
        access_point: { ...AP, state: 'off', stations_dbm: [] },
        mesh_point: { interface: 'mesh0', state: 'radar', channel: 52, peers: 0 },
      },
    },
  }),
  'radio-unknown': stateWith({
    more: { radio: { state: 'unknown', cause: 'missing', reason: '/run/hikyaku/radio.json: ENOENT' } },
  }),
  hostile: stateWith({
    others: [
      other(0, { name: HOSTILE_NAME }),
      other(1, { name: 'W'.repeat(40), address: 'fe80::1ff:fe23:4567:890a%enp0s31f6' }),
      other(2, { name: '\u05e9\u05dc\u05d5\u05dd \u0645\u0631\u062d\u0628\u0627 123' }),
      other(3, { name: '👩‍👩‍👧‍👦'.repeat(8) }),
    ],
    mesh: { missing: [{ id: 'x', name: HOSTILE_NAME, address: HOSTILE_NAME, gone_ms: 1 }] },
    more: {
      router: {
        id: HOSTILE_NAME,
        name: HOSTILE_NAME,
        version: HOSTILE_NAME,
        uptime_s: 1,
        rss_bytes: 1,
        time: '1970-01-01T00:00:09+00:00',
      },
      turn: { state: 'failed', reason: HOSTILE_NAME },
    },
  }),
} as const satisfies Readonly<Record<string, Status>>;
export type StateName = keyof typeof STATES;
