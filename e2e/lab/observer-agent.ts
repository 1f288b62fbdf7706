/**
 * Asks routers for `/status.json` from a node of the lab, again and again, and reports changes. Started with
 * `World.spawn`; the lab's end is `observer.ts`.
 */
import type { Status } from '../../src/router/status/status.ts';

/** Names of routers, and their addresses to ask. An empty order means a pause. */
export type Order = Readonly<Record<string, string>>;
export type Report = {
  readonly router: string;
  /** Milliseconds since 1970, when the answer arrived. */
  readonly at: number;
  /** Absent when there was no answer. */
  readonly status?: Status;
};

const ASK_EVERY_MS = 100;
const PATIENCE_MS = 500;

let round = 0;

/** The parts of a status that count as a change; its clocks do not. */
const essence = ({ clients, turn, mesh }: Status): string => {
  const routers = mesh.routers.map((one) => [one.id, one.name, one.address, one.clients]);
  return JSON.stringify([clients, turn, { ...mesh, routers, strangers: [] }]);
};

async function ask(url: string): Promise<Status | undefined> {
  try {
    const answer = await fetch(url, { signal: AbortSignal.timeout(PATIENCE_MS) });
    return (await answer.json()) as Status; // this is the type of our own router's answer
  } catch {
    return undefined;
  }
}

async function watch(router: string, url: string, since: number): Promise<void> {
  let last: string | undefined;
  while (round === since) {
    const status = await ask(url);
    if (round !== since) return;
    const now = status === undefined ? 'silent' : essence(status);
    if (now !== last) process.send?.({ router, at: Date.now(), ...(status && { status }) } satisfies Report);
    last = now;
    await new Promise((next) => setTimeout(next, ASK_EVERY_MS));
  }
}

process.on('message', (order: Order) => {
  round += 1;
  for (const [router, url] of Object.entries(order)) void watch(router, url, round);
});
process.on('disconnect', () => process.exit());
process.send?.('ready');
