/**
 * The router process, coturn, and a whole router die without a goodbye, each at a random moment of a file between two
 * other routers. The file does not notice; lists are right in time; a restart heals.
 */

import { Random } from '../../drive/random.ts';
import { Checks } from '../checks.ts';
import { BLOWS, CRASH_NETWORK, type Crash, crash } from '../crash.ts';
import { shows } from '../device-lists.ts';
import { Mesh } from '../mesh.ts';
import { showPair } from '../pairs.ts';
import { type Outcome, programOf, type RunOptions } from '../program.ts';
import { seconds } from '../table.ts';
import { Witness } from '../witness.ts';

const FILE_BYTES = 200_000_000;
const SEEN_MS = 30_000;

export async function playCrash(seed: number, options: RunOptions): Promise<Outcome> {
  options.say(`  seed ${seed}`);
  const checks = new Checks();
  const random = new Random(seed);
  const mesh = await Mesh.build(CRASH_NETWORK, options);
  try {
    const [ann, bob] = await Promise.all([mesh.phone('Ann'), mesh.phone('Bob'), mesh.phone('Cid')]);
    if (options.pcap !== undefined) await mesh.stage.capture();
    await mesh.cables(mesh.names, 'in');
    await shows(ann, 'Bob', { at: 'r2' }, SEEN_MS);
    const witness = await Witness.of(ann, bob);
    const crashes: Crash[] = [];
    for (const blow of BLOWS) {
      const percent = 2 + random.below(60);
      options.say(`  ${blow} dies at ${percent} %`);
      crashes.push(await crash(mesh, [ann, bob], witness, { blow, percent, bytes: FILE_BYTES }, checks));
    }
    const table = {
      title: `Of r3 dies, while ${FILE_BYTES / 1e6} MB go from r1 to r2 (seed ${seed})`,
      head: ['what', 'at', 'lists right after', 'healed after', 'pair', 'payload sent again', 'intact'],
      rows: crashes.map(({ blow, percent, noticedMs, healedMs, testimony }) => {
        const { pair } = testimony.connection;
        return [
          blow,
          `${percent} %`,
          seconds(noticedMs),
          seconds(healedMs),
          pair === null ? 'none' : showPair(pair),
          `${(testimony.sentAgainBytes / 1e6).toFixed(2)} MB`,
          testimony.intact ? 'yes' : 'NO',
        ];
      }),
    };
    await mesh.stage.captured();
    await options.hold?.(mesh.stage, [table], checks.all);
    return { tables: [table], checks: checks.all };
  } finally {
    await mesh.close();
  }
}

export const run = programOf({
  name: 'crash',
  shows: 'what dies on one router does not reach a file between two others',
  flags: { seed: 'N: the moments of an earlier run' },
  play: (options) => playCrash(Number(options.flags['seed'] ?? Date.now() % 1_000_000), options),
});
