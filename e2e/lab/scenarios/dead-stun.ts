/**
 * The first STUN server in a client's list does not answer. Nobody waits for it: candidates trickle, and the second
 * server's is enough. Compared with the same pair in the same run, while that server does answer.
 */
import { join } from 'node:path';
import { randomFile } from '../../drive/files.ts';
import type { Phone } from '../../drive/phone.ts';
import { setTheStage, startRouter } from '../case.ts';
import { TWO_ROUTERS } from '../cases.ts';
import { Checks } from '../checks.ts';
import { isRelayed, showPair } from '../pairs.ts';
import { type Outcome, programOf, type RunOptions } from '../program.ts';
import type { Stage } from '../stage.ts';
import { seconds } from '../table.ts';
import { LAN } from '../topology.ts';
import { transfer } from '../transfer.ts';

/** Alternates with and without, so that a slow moment of the machine hits both. */
const ROUNDS = 3;
const FILE_BYTES = 100_000;
const ALLOWED_MS = 1_000;

/** Questions to the LAN's address are dropped unheard, and with them TURN at the same address. */
const DEAD = `table inet lab_dead
delete table inet lab_dead
table inet lab_dead {
  counter unheard {
  }
  chain input {
    type filter hook input priority -150;
    iifname "${LAN}" ip daddr 192.168.42.1 udp dport 3478 counter name unheard drop
  }
}`;
const ALIVE = 'table inet lab_dead\ndelete table inet lab_dead';

async function once(name: string, stage: Stage, [from, to]: readonly [Phone, Phone]) {
  const urls = TWO_ROUTERS.clients.map(({ url }) => url);
  await Promise.all(
    [from, to].map(async (phone, index) => {
      await phone.open(urls[index] ?? '');
      await phone.waitForStatus('Online');
    }),
  );
  return transfer(from, to, await randomFile(join(stage.folder, `${name}.zip`), FILE_BYTES), stage.folder);
}

const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0;

export async function playDeadStun(options: RunOptions): Promise<Outcome> {
  const checks = new Checks();
  const stage = await setTheStage(TWO_ROUTERS, checks, options);
  try {
    await startRouter(TWO_ROUTERS, stage);
    if (options.pcap !== undefined) await stage.capture();
    const [one, two] = TWO_ROUTERS.clients;
    const phones = await Promise.all([
      stage.phone(one.name, one.node, one.url),
      stage.phone(two.name, two.node, two.url),
    ]);
    const rows: string[][] = [];
    const times = { alive: [] as number[], dead: [] as number[] };
    // The first transfer of a page loads code from the router: it is not counted.
    await once('warm-up', stage, phones);
    for (let round = 1; round <= ROUNDS; round++) {
      for (const state of ['alive', 'dead'] as const) {
        await stage.world.load('r1', state === 'dead' ? DEAD : ALIVE);
        const seen = await once(`${state} ${round}`, stage, phones);
        times[state].push(seen.firstByteMs);
        const { pair } = seen.sender.connection;
        rows.push([String(round), state, seconds(seen.firstByteMs), pair === null ? 'none' : showPair(pair)]);
        checks.that(
          `round ${round}, ${state}: path`,
          pair !== null && !isRelayed(pair),
          'direct',
          rows.at(-1)?.[3] ?? '',
        );
        if (state === 'dead') {
          const unheard = (await stage.world.counters('r1', 'inet lab_dead')).get('unheard')?.packets ?? 0;
          checks.that(`round ${round}: questions that nobody heard`, unheard > 0, 'some', String(unheard));
        }
      }
    }
    const growth = median(times.dead) - median(times.alive);
    checks.that('first byte later by', growth < ALLOWED_MS, `less than ${seconds(ALLOWED_MS)}`, seconds(growth));
    await stage.captured();
    const table = {
      title: 'Time from "send" to the first byte',
      head: ['round', 'first STUN', 'first byte', 'pair'],
      rows,
    };
    await options.hold?.(stage, [table], checks.all);
    return { tables: [table], checks: checks.all };
  } finally {
    await stage.close();
  }
}

export const run = programOf({
  name: 'dead-stun',
  shows: 'a STUN server that does not answer costs less than a second',
  play: playDeadStun,
});
