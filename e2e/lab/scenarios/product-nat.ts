/** Our router with `--nat full-cone` against each kind of NAT: it is enough when one side lets everybody in. */
import { type Grid, playGrid } from '../grid.ts';
import { NAT_KINDS } from '../nat.ts';
import { foreign, PRODUCT, twoRouters } from '../networks.ts';
import { programOf } from '../program.ts';
import { applyProductNat } from '../router-process.ts';

export const PRODUCT_NAT: Grid = {
  title: 'Our full cone against each kind, both directions',
  topology: twoRouters(PRODUCT, foreign('full cone')),
  routers: [undefined, 'r2'],
  router: { node: 'r1', url: 'http://192.168.1.144:8080/' },
  prepare: ({ world }) => applyProductNat(world, 'r1', ['--nat', 'full-cone']),
  cells: NAT_KINDS.flatMap((kind) =>
    [false, true].map((backwards) => ({ nats: ['full cone', kind] as const, path: 'direct' as const, backwards })),
  ),
};

export const run = programOf({
  name: 'product-nat',
  shows: 'with our full-cone option on one side, every pair is direct',
  play: async (options) => {
    const { table, checks } = await playGrid(PRODUCT_NAT, options);
    return { tables: [table], checks: checks.all };
  },
});
