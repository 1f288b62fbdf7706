/**
 * What happens while a mesh is cut: who comes, goes or walks, and which router restarts. Data, made from a seed. Pure.
 */
import type { Random } from '../drive/random.ts';

export type Deed =
  /** Opens the app. */
  | { readonly do: 'join'; readonly who: string; readonly router: string }
  /** Closes it. */
  | { readonly do: 'bye'; readonly who: string }
  /** The battery is empty. */
  | { readonly do: 'drop'; readonly who: string }
  | { readonly do: 'rename'; readonly who: string; readonly called: string }
  /** Reloads the page. */
  | { readonly do: 'reload'; readonly who: string }
  /** Walks to the Wi-Fi of another router, on this island or not. `isNoticed`: a closed socket tells the old router. */
  | { readonly do: 'walk'; readonly who: string; readonly router: string; readonly isNoticed: boolean }
  /** The process is killed and started again. */
  | { readonly do: 'restart'; readonly router: string };

export type Story = {
  readonly islands: readonly (readonly string[])[];
  /** In order; `atMs` counts from the cut. */
  readonly deeds: readonly (Deed & { readonly atMs: number })[];
};

export type StoryOptions = {
  readonly routers: readonly string[];
  readonly islands: number;
  /** Where everybody is; `undefined` means nowhere. */
  readonly people: ReadonlyMap<string, string | undefined>;
  /** People who stay where they are, as witnesses. */
  readonly witnesses: ReadonlySet<string>;
  readonly splitMs: number;
  readonly deeds: number;
  /** How many router processes are killed. */
  readonly restarts: number;
};

/** Share of the events in the last second, too late to settle before the islands meet. */
const LATE = 0.2;
const LATE_MS = 1_000;
/** A killed router is back, with its people, before the islands meet. */
const RESTART_BETWEEN = [0.1, 0.6] as const;

export function tellStory(random: Random, options: StoryOptions): Story {
  const { routers, islands, splitMs } = options;
  const places = new Map(options.people);
  const times = Array.from({ length: options.deeds }, () =>
    random.next() < LATE ? splitMs - random.next() * Math.min(LATE_MS, splitMs) : random.next() * splitMs,
  ).sort((a, b) => a - b);
  const deeds: (Deed & { atMs: number })[] = [];
  for (const atMs of times) deeds.push({ atMs, ...someDeed(random, options, places) });
  for (const router of random.shuffled(routers).slice(0, options.restarts)) {
    const [from, to] = RESTART_BETWEEN;
    deeds.push({ atMs: splitMs * (from + random.next() * (to - from)), do: 'restart', router });
  }
  return { islands: cut(random, routers, islands), deeds: deeds.sort((a, b) => a.atMs - b.atMs) };
}

/** Every router is on an island, and no island is empty. */
function cut(random: Random, routers: readonly string[], islands: number): readonly (readonly string[])[] {
  const [...order] = random.shuffled(routers);
  const lists = order.splice(0, islands).map((router) => [router]);
  for (const router of order) random.pick(lists).push(router);
  return lists;
}

function someDeed(random: Random, options: StoryOptions, places: Map<string, string | undefined>): Deed {
  const { routers, witnesses } = options;
  const who = random.pick([...places.keys()]);
  const at = places.get(who);
  const router = random.pick(routers);
  if (at === undefined) {
    places.set(who, router);
    return { do: 'join', who, router };
  }
  const rename: Deed = { do: 'rename', who, called: `${who.split(' ')[0]} ${random.below(1_000)}` };
  if (witnesses.has(who)) return rename;
  switch (random.below(5)) {
    case 0:
      places.set(who, undefined);
      return { do: 'bye', who };
    case 1:
      places.set(who, undefined);
      return { do: 'drop', who };
    case 2:
      return { do: 'reload', who };
    case 3:
      if (router === at) return rename;
      places.set(who, router);
      return { do: 'walk', who, router, isNoticed: random.below(2) === 0 };
    default:
      return rename;
  }
}
