/**
 * Three cables in a row, with no switch between them: a file goes from one end to the other. First the routers in the
 * middle bridge their two ports, and nobody types an address. Then the three cables are separate networks with routing
 * between them, and the ends name each other.
 */
import { Checks } from '../checks.ts';
import { judgeMeeting, meet } from '../meeting.ts';
import { Mesh } from '../mesh.ts';
import { bridgedChain, ROUTED_PEERS, routedChain } from '../mesh-networks.ts';
import { showPair } from '../pairs.ts';
import { type Outcome, programOf, type RunOptions } from '../program.ts';
import { seconds } from '../table.ts';
import type { Topology } from '../topology.ts';

/**
 * Twice the promise: a named peer that did not answer is dialled every other second, and switches must learn the way
 * first.
 */
const MEET_MS = 6_000;

const CHAINS: readonly {
  readonly title: string;
  readonly network: Topology;
  readonly flags: Readonly<Record<string, readonly string[]>>;
}[] = [
  { title: 'bridged in the middle', network: bridgedChain(), flags: {} },
  { title: 'routed in the middle', network: routedChain(), flags: ROUTED_PEERS },
];

export async function playChain(options: RunOptions): Promise<Outcome> {
  const checks = new Checks();
  const rows: string[][] = [];
  const head = [
    'chain',
    'routers of ours',
    'all see all',
    'ends see each other',
    'first byte of the file',
    'pair',
    'intact',
  ];
  const title = 'Three cables in a row, after they went in';
  for (const { title: chain, network, flags } of CHAINS) {
    options.say(`  ${chain}`);
    const mesh = await Mesh.build(network, options, flags);
    try {
      const phones = await Promise.all([mesh.phone('Ann'), mesh.phone('Bob')]);
      if (options.pcap !== undefined) await mesh.stage.capture();
      const met = await meet(mesh, mesh.names, phones);
      const own = new Checks();
      judgeMeeting(met, own, MEET_MS);
      for (const { what, met: isMet, wanted, found } of own.all) checks.that(`${chain}: ${what}`, isMet, wanted, found);
      const { pair } = met.transfer.sender.connection;
      rows.push([
        chain,
        mesh.names.join(', '),
        seconds(met.wholeMs),
        seconds(met.seenMs),
        seconds(met.firstByteMs),
        pair === null ? 'none' : showPair(pair),
        met.transfer.intact ? 'yes' : 'NO',
      ]);
      await mesh.stage.captured();
      await options.hold?.(mesh.stage, [{ title, head, rows }], checks.all);
    } finally {
      await mesh.close();
    }
  }
  return { tables: [{ title, head, rows }], checks: checks.all };
}

export const run = programOf({
  name: 'chain',
  shows: 'a file goes through routers in a row, with no common cable',
  play: playChain,
});
