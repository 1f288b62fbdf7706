/** When routers list each other, asked on their own machines, many times a second, by programs that are cheap to start. */
import type { World } from '../../lab/netns.ts';
import { APP_PORT } from '../../lab/router-process.ts';

/** Nothing comes after that any more. */
const NEVER_S = 600;
/** What the status says of routers that it lists, without those that it misses. */
const LISTED = `curl -s --max-time 5 http://127.0.0.1:${APP_PORT}/status.json | sed 's/"missing":.*//'`;

async function until(world: World, node: string, condition: string): Promise<void> {
  const loop = `until ${condition}; do sleep 0.1; done`;
  await world.output(node, ['timeout', String(NEVER_S), 'sh', '-c', loop]);
}

/** Resolves when the router on `node` lists one of that name, or lists it no more. */
export const untilListed = (world: World, node: string, name: string, isListed: boolean): Promise<void> =>
  until(world, node, `${isListed ? '' : '! '}{ ${LISTED} | grep -q '"name":"${name}"'; }`);
