/**
 * Figures for programs that draw curves: the facts of the status, in the text format of Prometheus (0.0.4). Pure. Names and
 * units are a contract, because dashboards are built on them: docs/metrics.md lists them, and a test compares.
 */
import { REFUSALS, type Refusal } from '../limits/refusals.ts';
import type { LoopDelay } from '../machine/loop-delay.ts';
import type { RelayedBytes } from '../relay/usage.ts';
import type { Status } from './status.ts';

export const METRICS_PATH = '/metrics';
export const METRICS_TYPE = 'text/plain; version=0.0.4; charset=utf-8';

/** Facts that only these figures need. */
export type Measured = {
  /** Absent when the relay is not our own coturn. */
  readonly relayed?: RelayedBytes;
  readonly dataDirectoryBytes: number;
  readonly loop: LoopDelay;
};

type Sample = { readonly value: number; readonly labels?: Readonly<Record<string, string>> };
type Family = {
  /** Without the prefix `hikyaku_`. Ends in its unit; a counter ends in `total`. */
  readonly name: string;
  readonly type: 'gauge' | 'counter';
  readonly help: string;
  /** Empty when the value is not known: the family is then left out. */
  readonly samples: readonly Sample[];
};

export function metricsText(status: Status, measured: Measured): string {
  const families = [
    ...ofPeople(status),
    ...ofMesh(status),
    ...ofRelay(status, measured),
    ...ofWords(status),
    ...ofProcess(status, measured),
  ];
  return families
    .filter(({ samples }) => samples.length > 0)
    .map(written)
    .join('');
}

function ofPeople({ clients, clients_at_most: most, refused }: Status): readonly Family[] {
  return [
    gauge('clients', 'Devices that are connected to this router.', clients),
    gauge('clients_limit', 'Devices beyond which this router turns others away.', most),
    {
      name: 'refusals_total',
      type: 'counter',
      help: 'Requests and sockets that were turned away, by reason.',
      samples: (Object.keys(REFUSALS) as Refusal[]).map((reason) => ({
        value: refused?.[reason] ?? 0,
        labels: { reason },
      })),
    },
  ];
}

function ofMesh({ mesh, clients }: Status): readonly Family[] {
  const others = mesh.routers.slice(1); // the first one is this router itself
  return [
    gauge('mesh_routers', 'Other routers in reach.', others.length),
    gauge('mesh_links', 'Links to other routers that are up.', others.filter(({ link }) => link === 'direct').length),
    gauge('mesh_devices', 'Devices behind all routers in reach, this one included.', mesh.devices ?? clients),
  ];
}

function ofRelay({ turn }: Status, { relayed }: Measured): readonly Family[] {
  return [
    gauge('relay_up', 'Whether the relay (TURN) is running: 1 or 0.', turn.state === 'running' ? 1 : 0),
    gauge('relay_allocations', 'Connections that are relayed now.', turn.allocations),
    {
      name: 'relay_bytes_total',
      type: 'counter',
      help: 'Bytes relayed, as coturn tells them: every 4096 packets of a session, and at its end.',
      samples:
        relayed === undefined
          ? []
          : [
              { value: relayed.toPeers, labels: { direction: 'to_peer' } },
              { value: relayed.fromPeers, labels: { direction: 'from_peer' } },
            ],
    },
  ];
}

function ofWords({ words }: Status): readonly Family[] {
  if (words.state === 'off') return [];
  const byReason = (name: string, help: string, counts: Readonly<Record<string, number>>): Family => ({
    name,
    type: 'counter',
    help,
    samples: Object.entries(counts).map(([reason, value]) => ({ value, labels: { reason } })),
  });
  const { posts, letters, events } = words;
  const sorts = { post: posts, letter: letters, other: events - posts - letters };
  return [
    {
      name: 'words_events',
      type: 'gauge',
      help: 'Events that are held for those who are not here, by sort.',
      samples: Object.entries(sorts).map(([sort, value]) => ({ value, labels: { sort } })),
    },
    gauge('words_blobs', 'Files that belong to them.', words.blobs),
    gauge('words_bytes', 'Bytes of all that is held.', words.bytes),
    gauge('words_limit_bytes', 'Bytes that may be held.', words.bytes_at_most),
    byReason('words_gone_total', 'Events that are no longer held, by reason.', words.gone),
    byReason('words_refused_total', 'Events that were not taken, by reason.', words.refused),
  ];
}

function ofProcess({ router, machine }: Status, { dataDirectoryBytes, loop }: Measured): readonly Family[] {
  return [
    gauge('data_directory_bytes', 'Size of the files in the data directory.', dataDirectoryBytes),
    gauge('disk_free_bytes', 'Free bytes of the disk that holds the data directory.', machine?.disk_free_bytes),
    gauge('memory_free_bytes', 'Memory of the machine that programs could still have.', machine?.memory_free_bytes),
    gauge('resident_memory_bytes', 'Resident memory of the router process.', router.rss_bytes),
    gauge('event_loop_delay_p50_seconds', 'Delay of the event loop over the last minutes, median.', loop.p50S),
    gauge('event_loop_delay_p99_seconds', 'The same, 99th percentile.', loop.p99S),
    gauge('event_loop_delay_max_seconds', 'The same, longest.', loop.maxS),
    gauge('uptime_seconds', 'Time since the router process was started.', router.uptime_s),
    {
      name: 'build_info',
      type: 'gauge',
      help: 'Always 1. The version is in its label.',
      samples: [{ value: 1, labels: { version: router.version } }],
    },
  ];
}

function gauge(name: string, help: string, value: number | undefined): Family {
  return { name, type: 'gauge', help, samples: value === undefined ? [] : [{ value }] };
}

function written({ name, type, help, samples }: Family): string {
  const full = `hikyaku_${name}`;
  const lines = samples.map(({ value, labels = {} }) => {
    const pairs = Object.entries(labels).map(([label, text]) => `${label}="${escaped(text)}"`);
    return `${full}${pairs.length === 0 ? '' : `{${pairs.join(',')}}`} ${value}\n`;
  });
  return `# HELP ${full} ${help}\n# TYPE ${full} ${type}\n${lines.join('')}`;
}

/** The three characters that the format escapes in a label's value. */
function escaped(text: string): string {
  return text.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n');
}
