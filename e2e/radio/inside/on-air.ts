/** Networks of the lab with radios in place of cables, and cases that are played in them. */
import { readFile } from 'node:fs/promises';
import type { Phone } from '../../drive/phone.ts';
import { type Case, type Played, type PlayOptions, play, ROW_HEAD, rowOf } from '../../lab/case.ts';
import type { Outcome, RunOptions } from '../../lab/program.ts';
import type { Stage } from '../../lab/stage.ts';
import { seconds } from '../../lab/table.ts';
import { type AccessPoint, type MeshAir, type Topology, WAN } from '../../lab/topology.ts';

export const PASSWORD = 'earthquake-2026';
export const MESH: MeshAir = { id: 'hikyaku-mesh', channel: 11, password: PASSWORD };

/**
 * Access points by router, and the mesh that all segments become, unless they stay `cables`. Nobody is in the mesh but the routers: what the lab has there
 * only watches, and each radio costs.
 */
export function onAir(
  wired: Topology,
  points: Readonly<Record<string, AccessPoint>>,
  air: MeshAir | 'cables' = MESH,
): Topology {
  const { segments, routers, hosts } = wired;
  return {
    ...wired,
    segments: air === 'cables' ? segments : segments.map((segment) => ({ ...segment, air })),
    routers: routers.map((router) => {
      const accessPoint = points[router.name];
      return accessPoint === undefined ? router : { ...router, accessPoint };
    }),
    hosts: hosts.filter(({ on }) => routers.some(({ name }) => name === on)),
  };
}

/** Flags of scenarios that are told what was played before, on the host. */
export const BESIDE = { beside: 'FILE: what was found elsewhere, to stand in the same table' };

const head = [...ROW_HEAD, 'accepted to saved'];
const row = (played: Played) => [...rowOf(played), seconds(played.transfer.acceptedToSavedMs)];

/** Plays it between two Chromiums. `look`: what else is expected. */
export async function playCase(
  plan: Case,
  options: Pick<RunOptions, 'say' | 'flags' | 'pcap'>,
  look: (played: Played) => void = () => {},
): Promise<Outcome> {
  const { say, pcap } = options;
  say(`  ${plan.title}`);
  const [from, to] = plan.clients;
  const clients: Case['clients'] = [
    { ...from, browser: 'pages' },
    { ...to, browser: 'pages' },
  ];
  const start = performance.now();
  const step = (done: string) => say(`    ${((performance.now() - start) / 1000).toFixed(0).padStart(4)} s  ${done}`);
  const watch: PlayOptions['watch'] = (stage, phones) => {
    const timer = setInterval(() => tell(stage, phones, step), STILL_MS);
    return () => clearInterval(timer);
  };
  const played = await play({ ...plan, clients }, { ...options, step, watch, captures: pcap !== undefined });
  look(played);
  const before = await beside(options.flags['beside']);
  return {
    tables: [
      {
        title: '2 MB from client to client',
        head,
        rows: [...before.tables.flatMap((table) => table.rows), row(played)],
      },
    ],
    checks: [
      ...before.checks,
      ...played.checks.all.map((check) => ({ ...check, what: `${plan.title}: ${check.what}` })),
    ],
  };
}

/** What both screens say, and what every radio hears: for a file that stands still. */
async function tell({ world, topology }: Stage, phones: readonly Phone[], say: (line: string) => void): Promise<void> {
  const inOne = (text: string) => text.replaceAll(/\s+/g, ' ').slice(0, TOLD);
  for (const phone of phones) say(`${phone.name}: ${await phone.text().then(inOne, String)}`);
  for (const { name } of [...topology.routers, ...topology.hosts]) {
    const heard = world.output(name, ['sh', '-c', HEARD]);
    say(`${name}: ${await heard.then(inOne, String)}`);
  }
}
/** A file of 2 MB takes a minute and a half, where others use the processors as well two. */
const STILL_MS = 150_000;
const TOLD = 700;
const HEARD = `for name in $(iw dev | sed -n 's/.*Interface //p'); do
  echo "$name:"; iw dev $name station dump | grep -E 'Station|authorized|plink|inactive'
done; batctl meshif ${WAN} originators -H 2> /dev/null; ip neigh`;

async function beside(file: string | undefined): Promise<Outcome> {
  if (file === undefined) return { tables: [], checks: [] };
  return JSON.parse(await readFile(file, 'utf8')) as Outcome;
}
