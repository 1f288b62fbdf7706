/** The router as a service of systemd, out of the package, is killed, flooded and held, each during a file between two phones. */
import { Checks } from '../checks.ts';
import { showPair } from '../pairs.ts';
import { type Outcome, programOf, type RunOptions } from '../program.ts';
import { BLOWS, judgeTime, Service, type Struck } from '../service.ts';
import { seconds } from '../table.ts';

const FILE_BYTES = 200_000_000;

export async function playService({ say }: Pick<RunOptions, 'say'>): Promise<Outcome> {
  const checks = new Checks();
  const service = await Service.start();
  try {
    const all: Struck[] = [];
    for (const blow of BLOWS) {
      say(`  the router ${blow}`);
      const struck = await service.strike(blow, FILE_BYTES, checks);
      judgeTime(struck, checks);
      all.push(struck);
    }
    const table = {
      title: `The router of a package under systemd, while ${FILE_BYTES / 1e6} MB go from phone to phone on its LAN`,
      head: ['it', 'answers again after', 'starts', 'pair', 'payload sent again', 'intact'],
      rows: all.map(({ blow, backMs, restarts, testimony }) => [
        blow,
        seconds(backMs),
        String(restarts),
        testimony.connection.pair === null ? 'none' : showPair(testimony.connection.pair),
        `${(testimony.sentAgainBytes / 1e6).toFixed(2)} MB`,
        testimony.intact ? 'yes' : 'NO',
      ]),
    };
    return { tables: [table], checks: checks.all };
  } finally {
    await service.close();
  }
}

export const run = programOf({
  name: 'service',
  shows: 'a router that is hit comes back in seconds, and phones that send to each other do not notice',
  play: playService,
});
