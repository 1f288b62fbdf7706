/** Every pair of the paper's four NAT kinds, in both directions: direct wherever theory allows it, relayed otherwise. */
import { join } from 'node:path';
import type { Options } from '../../run/program.ts';
import type { PathWanted } from '../case.ts';
import type { Check } from '../checks.ts';
import { type Cell, type Grid, playGrid } from '../grid.ts';
import { NAT_KINDS, type NatKind } from '../nat.ts';
import { besideTwoNats } from '../networks.ts';
import { programOf } from '../program.ts';
import { applyProductNat } from '../router-process.ts';
import type { Table } from '../table.ts';

/** N6. The rows and columns are in the order of `NAT_KINDS`. */
const THEORY: Readonly<Record<NatKind, readonly PathWanted[]>> = {
  'full cone': ['direct', 'direct', 'direct', 'direct'],
  'restricted cone': ['direct', 'direct', 'direct', 'direct'],
  'port-restricted cone': ['direct', 'direct', 'direct', 'relay'],
  symmetric: ['direct', 'direct', 'relay', 'relay'],
};

export function cell(sender: NatKind, receiver: NatKind): Cell {
  return { nats: [sender, receiver], path: THEORY[sender][NAT_KINDS.indexOf(receiver)] ?? 'relay' };
}

export const CELLS: readonly Cell[] = NAT_KINDS.flatMap((sender) =>
  NAT_KINDS.map((receiver) => cell(sender, receiver)),
);

type Browsers = NonNullable<Grid['browsers']>;

/** STUN and TURN are outside both NATs, on our router beside them. */
export function matrix(cells: readonly Cell[], browsers: Browsers): Grid {
  return {
    title: `Pairs of NATs, ${browsers.join(' to ')}`,
    topology: besideTwoNats('full cone', 'full cone'),
    routers: ['n1', 'n2'],
    router: { node: 'r0', url: 'http://192.168.1.144:8080/' },
    prepare: ({ world }) => applyProductNat(world, 'r0'),
    cells,
    browsers,
  };
}

/** Which browsers play: without a flag, Chromium with Chromium, then Chromium with Firefox. */
function browsersOf({ chromium, firefox }: Options): readonly Browsers[] {
  if (firefox === 'both') return [['firefox', 'firefox']];
  if (firefox !== undefined) return [['chromium', 'firefox']];
  const own: Browsers = ['chromium', 'chromium'];
  return chromium === undefined ? [own, ['chromium', 'firefox']] : [own];
}

export const run = programOf({
  name: 'matrix',
  shows: 'the selected pair for every pair of NAT kinds, sixteen with both directions',
  flags: {
    chromium: 'Chromium to Chromium only',
    firefox: 'Chromium to Firefox only; with the value "both", Firefox to Firefox only',
  },
  play: async (options) => {
    const tables: Table[] = [];
    const checks: Check[] = [];
    for (const browsers of browsersOf(options.flags)) {
      const pcap = options.pcap && join(options.pcap, browsers.join('-'));
      const played = await playGrid(matrix(CELLS, browsers), { ...options, ...(pcap && { pcap }) });
      tables.push(played.table);
      checks.push(...played.checks.all);
    }
    return { tables, checks };
  },
});
