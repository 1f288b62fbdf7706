/** Every pair of the paper's four NAT kinds, in both directions: direct wherever theory allows it, relayed otherwise. */
import type { PathWanted } from '../case.ts';
import { type Cell, type Grid, playGrid } from '../grid.ts';
import { NAT_KINDS, type NatKind } from '../nat.ts';
import { besideTwoNats } from '../networks.ts';
import { programOf } from '../program.ts';
import { applyProductNat } from '../router-process.ts';

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

/** STUN and TURN are outside of both NATs, on our router beside them. */
export function matrix(cells: readonly Cell[], browsers: Grid['browsers'] = [undefined, undefined]): Grid {
  return {
    title: 'Pairs of NATs',
    topology: besideTwoNats('full cone', 'full cone'),
    routers: ['n1', 'n2'],
    router: { node: 'r0', url: 'http://192.168.1.144:8080/' },
    prepare: ({ world }) => applyProductNat(world, 'r0'),
    cells,
    browsers,
  };
}

export const run = programOf({
  name: 'matrix',
  shows: 'the selected pair for every pair of NAT kinds, sixteen with both directions',
  flags: { firefox: 'the receiver is Firefox; with the value "both", the sender too' },
  play: async (options) => {
    const { firefox } = options.flags;
    const browsers: Grid['browsers'] = [
      firefox === 'both' ? 'firefox' : 'chromium',
      firefox === undefined ? 'chromium' : 'firefox',
    ];
    const { table, checks } = await playGrid(matrix(CELLS, browsers), options);
    return { tables: [table], checks: checks.all };
  },
});
