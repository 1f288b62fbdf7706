import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { type Measured, metricsText } from './metrics.ts';
import type { Status } from './status.ts';
import { readExposition } from './testing/exposition.ts';

const SELF = { id: 'r1', name: 'R1', address: '192.168.1.1', clients: 3, last_seen_ms: 0 };
const STATUS: Status = {
  router: {
    id: 'r1',
    name: 'R1',
    version: '0.1.0 "a\\b"\n',
    uptime_s: 93_600,
    rss_bytes: 57_000_000,
    time: '2026-11-26T19:41:02+09:00',
  },
  urls: [],
  machine: { memory_bytes: 4e9, memory_free_bytes: 2.6e9, disk_bytes: 31e9, disk_free_bytes: 12e9 },
  clients: 3,
  clients_at_most: 512,
  refused: { 'foreign-host': 1, 'foreign-page': 0, connections: 12, sockets: 0, full: 0 },
  turn: { state: 'running', allocations: 2 },
  tls: { state: 'off', reason: '' },
  mesh: {
    state: 'joined',
    digest: 'd1gest',
    routers: [SELF, { ...SELF, id: 'r2', link: 'direct' }, { ...SELF, id: 'r3', link: 'lost' }],
    devices: 9,
  },
  words: {
    state: 'on',
    events: 20,
    posts: 12,
    letters: 5,
    blobs: 2,
    bytes: 3_000_000,
    bytes_at_most: 1e9,
    days: 14,
    gone: { ended: 1, deleted: 2, removed: 0, evicted: 0, lost: 0 },
    refused: { quota: 3 },
  },
};
const MEASURED: Measured = {
  relayed: { toPeers: 1_168_000, fromPeers: 0 },
  dataDirectoryBytes: 4_321,
  loop: { p50S: 0.000_1, p99S: 0.002, maxS: 0.3 },
};

/** The values by name and labels. */
const valuesOf = (text: string): Readonly<Record<string, number>> =>
  Object.fromEntries(
    [...readExposition(text)].flatMap(([name, { samples }]) =>
      [...samples].map(([labels, value]) => [name.replace('hikyaku_', '') + labels, value]),
    ),
  );

it('tells what the status says, in base units', () => {
  expect(valuesOf(metricsText(STATUS, MEASURED))).toEqual({
    clients: 3,
    clients_limit: 512,
    'refusals_total{reason="foreign-host"}': 1,
    'refusals_total{reason="foreign-page"}': 0,
    'refusals_total{reason="connections"}': 12,
    'refusals_total{reason="sockets"}': 0,
    'refusals_total{reason="full"}': 0,
    mesh_routers: 2,
    mesh_links: 1,
    mesh_devices: 9,
    relay_up: 1,
    relay_allocations: 2,
    'relay_bytes_total{direction="to_peer"}': 1_168_000,
    'relay_bytes_total{direction="from_peer"}': 0,
    'words_events{sort="post"}': 12,
    'words_events{sort="letter"}': 5,
    'words_events{sort="other"}': 3,
    words_blobs: 2,
    words_bytes: 3_000_000,
    words_limit_bytes: 1e9,
    'words_gone_total{reason="ended"}': 1,
    'words_gone_total{reason="deleted"}': 2,
    'words_gone_total{reason="removed"}': 0,
    'words_gone_total{reason="evicted"}': 0,
    'words_gone_total{reason="lost"}': 0,
    'words_refused_total{reason="quota"}': 3,
    data_directory_bytes: 4_321,
    disk_free_bytes: 12e9,
    memory_free_bytes: 2.6e9,
    resident_memory_bytes: 57_000_000,
    event_loop_delay_p50_seconds: 0.000_1,
    event_loop_delay_p99_seconds: 0.002,
    event_loop_delay_max_seconds: 0.3,
    uptime_seconds: 93_600,
    'build_info{version="0.1.0 \\"a\\\\b\\"\\n"}': 1,
  });
});

it('leaves out what is not known, and counts nobody turned away as none', () => {
  const { machine: _, refused: __, ...rest } = STATUS;
  const { relayed: ___, ...measured } = MEASURED;
  const alone = { state: 'off', digest: '', routers: [SELF] } as const;
  const words = { state: 'off', cause: 'switched-off' } as const;
  const values = valuesOf(metricsText({ ...rest, turn: { state: 'off' }, mesh: alone, words }, measured));
  expect(values).toMatchObject({ relay_up: 0, mesh_routers: 0, mesh_links: 0, mesh_devices: 3 });
  expect(values['refusals_total{reason="full"}']).toBe(0);
  expect(Object.keys(values).filter((name) => /allocations|relay_bytes|disk|memory_free|words/.test(name))).toEqual([]);
});

it('says nothing that docs/metrics.md does not list, in the same units', () => {
  const rows = readFileSync(new URL('../../../docs/metrics.md', import.meta.url), 'utf8').matchAll(
    /^\| `(hikyaku_\w+)(?:\{\w+\})?` \| (gauge|counter) \| ([\w ]+) \|/gm,
  );
  const listed = [...rows].map(([, name = '', type, unit]) => {
    const [, suffix = ''] = /_(bytes|seconds)(?:_total)?$/.exec(name) ?? [];
    if (suffix !== '') expect(unit).toBe(suffix);
    return [name, type];
  });
  const told = [...readExposition(metricsText(STATUS, MEASURED))].map(([name, { type }]) => [name, type]);
  expect(listed).toEqual(told);
});
