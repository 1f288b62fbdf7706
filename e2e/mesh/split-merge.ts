/** One round: a mesh is cut into islands, people and routers come and go meanwhile, and the islands meet again. */
import { setTimeout as pause } from 'node:timers/promises';
import type { Random } from '../drive/random.ts';
import type { Crowd } from './crowd.ts';
import { type Story, tellStory } from './story.ts';

/** Time between two checks. People's lists are in this process and cost nothing to read; a status must be requested. */
const LOOK_MS = 20;
const ASK_MS = 100;
/** A result must stay right for this time. */
const STEADY_MS = 1_000;
/** Time for islands to be right on their own: 4 s of silence, and a busy machine. */
const APART_MS = 15_000;
const GIVE_UP_MS = 30_000;

export type RoundOptions = {
  readonly islands: number;
  readonly splitMs: number;
  readonly deeds: number;
  readonly restarts: number;
};

export type Round = {
  readonly story: Story;
  /** From the cut until every island was right on its own; half of the story happens in this time. */
  readonly apartMs: number;
  readonly apartWrong: readonly string[];
  /** From the cable until all people's lists are true, and all routers agree and are right. */
  readonly listsMs: number;
  readonly digestsMs: number;
  /** The errors that were left after 30 s. */
  readonly wrong: readonly string[];
};

export async function playRound(crowd: Crowd, random: Random, options: RoundOptions): Promise<Round> {
  const { islands, splitMs, deeds, restarts } = options;
  const witnesses = new Set([...crowd.witnesses.values()].map(({ who }) => who));
  const story = tellStory(random, {
    routers: crowd.routers,
    islands,
    people: crowd.places,
    witnesses,
    splitMs,
    deeds,
    restarts,
  });
  await crowd.stage.islands(...story.islands);
  const cutAt = performance.now();
  let heldMs = 0;
  /** The clock of the story, which stands still while islands are checked. */
  const clock = (): number => performance.now() - cutAt - heldMs;
  const until = (atMs: number): Promise<void> => pause(Math.max(0, atMs - clock()));
  const act = (from: number, to: number): Promise<unknown> =>
    Promise.all(
      story.deeds
        .filter(({ atMs }) => atMs >= from && atMs < to)
        .map((deed) => until(deed.atMs).then(() => crowd.do(deed))),
    );
  const half = splitMs / 2;
  await act(0, half);
  await until(half);
  const held = performance.now();
  const wrongs = await Promise.all(story.islands.map((island) => crowd.right(island, APART_MS)));
  const apartMs = performance.now() - cutAt;
  heldMs = performance.now() - held;
  await act(half, splitMs);
  await until(splitMs);
  await crowd.stage.islands(crowd.routers);
  return { story, apartMs, apartWrong: wrongs.flat(), ...(await merged(crowd)) };
}

/** Watches a mesh whose islands have just met. */
async function merged(crowd: Crowd): Promise<Pick<Round, 'listsMs' | 'digestsMs' | 'wrong'>> {
  const start = performance.now();
  const since = (): number => performance.now() - start;
  let listsMs = Number.POSITIVE_INFINITY;
  let digestsMs = Number.POSITIVE_INFINITY;
  for (;;) {
    const lists = crowd.wrongLists();
    if (lists.length > 0) listsMs = digestsMs = Number.POSITIVE_INFINITY;
    else listsMs = Math.min(listsMs, since());
    const status = lists.length > 0 ? [] : await crowd.wrongStatus();
    if (status.length > 0) digestsMs = Number.POSITIVE_INFINITY;
    else if (lists.length === 0) digestsMs = Math.min(digestsMs, since());
    if (since() - digestsMs > STEADY_MS || since() > GIVE_UP_MS) {
      return { listsMs, digestsMs, wrong: [...lists, ...status] };
    }
    await pause(lists.length > 0 ? LOOK_MS : ASK_MS);
  }
}
