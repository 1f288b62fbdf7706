/**
 * A router that wants to read what two people send each other: it exchanges fingerprints, invents devices, swaps keys, drops
 * proofs, repeats them. Not a byte of a file may reach it, nothing may be shown, and both screens must say what happened.
 * Then both people walk to an honest neighbour, and a file passes.
 *
 *   npm run lab -- evil-router [--only VARIANT] [--lift proof|key|patience|all]
 *
 * With `--lift` the page is built once more without that guard, and what it stops must get through.
 */
import { temporaryFolder } from '../../drive/files.ts';
import { buildLifted } from '../../drive/lifted.ts';
import { HEAD, play, reaches } from '../../evil-router/play.ts';
import { GUARDS, VARIANTS, type Variant } from '../../evil-router/variants.ts';
import { Checks } from '../checks.ts';
import { type Outcome, programOf, type RunOptions } from '../program.ts';

const NAMES = VARIANTS.map(({ name }) => name).join(', ');

export async function playEvilRouter(options: RunOptions): Promise<Outcome> {
  const { only, lift } = options.flags;
  const variants = VARIANTS.filter(({ name }) => only === undefined || name === only);
  if (variants.length === 0) throw new Error(`there is no variant "${only}"; ${NAMES}`);
  if (lift !== undefined) return playLifted(options, variants, lift);
  const checks = new Checks();
  const rows: (readonly string[])[] = [];
  for (const variant of variants) {
    options.say(`${variant.group}: ${variant.what}`);
    rows.push(await play(variant, options, checks));
  }
  return { tables: [{ title: 'An evil router', head: HEAD, rows }], checks: checks.all };
}

/** Lifts each guard in turn: every variant that it stops must then get through. */
async function playLifted(options: RunOptions, variants: readonly Variant[], lift: string): Promise<Outcome> {
  const guards = GUARDS.filter(({ name }) => lift === 'all' || name === lift);
  if (guards.length === 0) throw new Error(`there is no guard "${lift}"; ${GUARDS.map(({ name }) => name).join(', ')}`);
  const checks = new Checks();
  const rows: (readonly string[])[] = [];
  for (const guard of guards) {
    const folder = await temporaryFolder('lifted');
    try {
      const bundle = await buildLifted(guard, folder.path);
      for (const variant of variants.filter((one) => one.guard === guard.name)) {
        options.say(`without the ${guard.name}: ${variant.what}`);
        const broken = new Checks();
        rows.push(await play(variant, options, broken, bundle));
        const { unmet } = broken;
        const found = unmet.map(({ what, found }) => `${what}: ${found}`).join('; ') || 'nothing';
        const isThrough = unmet.some(({ what }) => what.startsWith(reaches(variant)));
        checks.that(`without the ${guard.name}, ${variant.name} gets through`, isThrough, 'words of a transfer', found);
      }
    } finally {
      await folder.remove();
    }
  }
  return { tables: [{ title: 'An evil router, one guard lifted at a time', head: HEAD, rows }], checks: checks.all };
}

export const run = programOf({
  name: 'evil-router',
  shows: 'a router that stands between two people reads nothing, and both screens say so',
  flags: {
    only: `VARIANT: this one alone (${NAMES})`,
    lift: 'proof|key|patience|all: build without this guard, and expect that what it stops gets through',
  },
  play: playEvilRouter,
});
