/** Networks of the lab with radios in place of cables, and cases that are played in them. */
import { type Case, type Played, play, ROW_HEAD, rowOf } from '../../lab/case.ts';
import type { Outcome, RunOptions } from '../../lab/program.ts';
import { seconds } from '../../lab/table.ts';
import type { AccessPoint, MeshAir, Topology } from '../../lab/topology.ts';

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

const head = [...ROW_HEAD, 'accepted to saved'];
const row = (played: Played) => [...rowOf(played), seconds(played.transfer.acceptedToSavedMs)];

/** `look`: what else is expected of each. */
export async function playCases(
  cases: readonly Case[],
  options: RunOptions,
  look: (played: Played) => void = () => {},
): Promise<Outcome> {
  const all: Played[] = [];
  for (const plan of cases) {
    options.say(`  ${plan.title}`);
    const [from, to] = plan.clients;
    const clients: Case['clients'] = [
      { ...from, browser: 'pages' },
      { ...to, browser: 'pages' },
    ];
    const played = await play({ ...plan, clients }, { ...options, captures: options.pcap !== undefined });
    look(played);
    all.push(played);
  }
  return {
    tables: [{ title: '2 MB from client to client', head, rows: all.map(row) }],
    checks: all.flatMap(({ title, checks }) =>
      checks.all.map((check) => ({ ...check, what: `${title}: ${check.what}` })),
    ),
  };
}
