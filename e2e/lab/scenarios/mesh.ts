/**
 * N routers, each with its own LAN, NAT and coturn, and a browser behind the first and the last. Everything runs, then
 * all cables go in at once. Measured: until all routers see each other, until the browsers do, until a file has
 * crossed. Then the cost of a quiet mesh: packets on each router's cable, and memory of each router.
 */
import { setTimeout as delay } from 'node:timers/promises';
import type { Phone } from '../../drive/phone.ts';
import { commandOf, residentBytes } from '../../drive/process-tree.ts';
import { Checks } from '../checks.ts';
import { judgeMeeting, meet } from '../meeting.ts';
import { Mesh } from '../mesh.ts';
import { mesh as network } from '../mesh-networks.ts';
import type { Traffic } from '../netns.ts';
import { connectionsOf, showPair } from '../pairs.ts';
import { type Outcome, programOf, type RunOptions } from '../program.ts';
import { kilobytes, seconds, type Table } from '../table.ts';
import { WAN } from '../topology.ts';

/** The promise of the product, from cable to list. */
const MEET_MS = 3_000;
/** The app closes an idle connection after 30 s. */
const CONNECTIONS_END_MS = 90_000;
const LOOK_MS = 500;
const IDLE_MS = 20_000;

async function untilNobodyIsConnected(phones: readonly Phone[]): Promise<void> {
  const end = performance.now() + CONNECTIONS_END_MS;
  for (const phone of phones)
    while ((await connectionsOf(phone)).length > 0) {
      if (performance.now() > end) throw new Error(`${phone.name} stays connected`);
      await delay(LOOK_MS);
    }
}

type Cost = {
  readonly router: string;
  readonly idle: Traffic;
  readonly processBytes: number;
  readonly coturnBytes: number;
};

/** Costs while nobody sends and nobody looks. */
async function idle(mesh: Mesh): Promise<readonly Cost[]> {
  const { stage, observer, names } = mesh;
  observer.rest();
  const before = await stage.world.traffic(names, WAN);
  const start = performance.now();
  await delay(IDLE_MS);
  const after = await stage.world.traffic(names, WAN);
  const lasted = (performance.now() - start) / 1000;
  const perSecond = (way: 'in' | 'out', unit: 'packets' | 'bytes', name: string) =>
    ((after.get(name)?.[way][unit] ?? 0) - (before.get(name)?.[way][unit] ?? 0)) / lasted;
  return names.map((router) => {
    const { processes } = mesh.router(router);
    const memory = (program: string) =>
      processes.reduce((sum, pid) => sum + (commandOf(pid) === program ? residentBytes(pid) : 0), 0);
    const rate = (way: 'in' | 'out') => ({
      packets: perSecond(way, 'packets', router),
      bytes: perSecond(way, 'bytes', router),
    });
    return {
      router,
      idle: { in: rate('in'), out: rate('out') },
      processBytes: memory('node'),
      coturnBytes: memory('turnserver'),
    };
  });
}

const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(1)} MB`;
const rate = (value: number): string => value.toFixed(1);

function costTable(costs: readonly Cost[]): Table {
  const sum = (of: (cost: Cost) => number) => costs.reduce((total, cost) => total + of(cost), 0) / costs.length;
  const row = (name: string, of: (read: (cost: Cost) => number) => number) => [
    name,
    rate(of(({ idle: { out } }) => out.packets)),
    kilobytes(of(({ idle: { out } }) => out.bytes)),
    rate(of((cost) => cost.idle.in.packets)),
    kilobytes(of((cost) => cost.idle.in.bytes)),
    megabytes(of(({ processBytes }) => processBytes)),
    megabytes(of(({ coturnBytes }) => coturnBytes)),
    megabytes(of(({ processBytes, coturnBytes }) => processBytes + coturnBytes)),
  ];
  return {
    title: `Each router while nobody sends (${IDLE_MS / 1000} s), on its cable to the backhaul, and in memory (RSS)`,
    head: ['router', 'out packets/s', 'out /s', 'in packets/s', 'in /s', 'router process', 'coturn', 'all processes'],
    rows: [...costs.map((cost) => row(cost.router, (read) => read(cost))), row('mean', sum)],
  };
}

export async function playMesh(routers: number, options: RunOptions): Promise<Outcome> {
  const checks = new Checks();
  options.say(`  ${routers} routers start`);
  const mesh = await Mesh.build(network(routers, { Ann: 'r1', Bob: `r${routers}` }), options);
  try {
    const phones = await Promise.all([mesh.phone('Ann'), mesh.phone('Bob')]);
    if (options.pcap !== undefined) await mesh.stage.capture();
    const before = (await mesh.router('r1').status()).mesh.state;
    checks.equal('r1 before the cables go in', before, 'alone');
    options.say('  cables in');
    const met = await meet(mesh, mesh.names, phones);
    judgeMeeting(met, checks, MEET_MS);
    options.say('  waiting for the connection to be closed, then for silence');
    await untilNobodyIsConnected(phones);
    const costs = await idle(mesh);
    for (const { router, coturnBytes } of costs)
      if (coturnBytes === 0) checks.that(`coturn of ${router}`, false, 'runs', 'no process');
    const { pair } = met.transfer.sender.connection;
    const table: Table = {
      title: 'After the cables went in',
      head: [
        'routers',
        'all see all',
        'browsers see each other',
        'first byte of the file',
        'of that, since "send"',
        'pair',
        'intact',
      ],
      rows: [
        [
          String(routers),
          seconds(met.wholeMs),
          seconds(met.seenMs),
          seconds(met.firstByteMs),
          seconds(met.transfer.firstByteMs),
          pair === null ? 'none' : showPair(pair),
          met.transfer.intact ? 'yes' : 'NO',
        ],
      ],
    };
    const tables = [table, costTable(costs)];
    await mesh.stage.captured();
    await options.hold?.(mesh.stage, tables, checks.all);
    return { tables, checks: checks.all };
  } finally {
    await mesh.close();
  }
}

export const run = programOf({
  name: 'mesh',
  shows: 'routers that are plugged together act as one, and what that costs',
  flags: { routers: 'N: how many (3)' },
  play: (options) => {
    const routers = Number(options.flags['routers'] ?? 3);
    if (!Number.isInteger(routers) || routers < 2 || routers > 200) throw new Error('--routers: expected 2 to 200');
    return playMesh(routers, options);
  },
});
