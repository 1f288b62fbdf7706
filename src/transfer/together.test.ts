/** Both machines against each other, through everything a shelter does to them. Scripts are random, rules are not. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { BLOCK_BYTES } from '../protocol/limits.ts';
import { hasEnded } from './has-ended.ts';
import { Broken, demand } from './testing/rules.ts';
import type { Scenario, Step } from './testing/script.ts';
import { World } from './testing/world.ts';

/** Runs of each kind. All together take about three seconds of one core. */
const RUNS = 3_000;
/** For a busy machine, in milliseconds. */
const BUSY_MS = 60_000;

/** Sizes at, just before and just after the borders of blocks; together more than a window. */
const SIZES = [
  0,
  1,
  BLOCK_BYTES - 1,
  BLOCK_BYTES,
  BLOCK_BYTES + 1,
  2.5 * BLOCK_BYTES,
  4 * BLOCK_BYTES,
  7 * BLOCK_BYTES + 9,
];

const side = fc.constantFrom('sender' as const, 'receiver' as const);
/** Acts of the network, the devices and the two persons that do not keep a transfer from a good end. */
const harmless: readonly fc.WeightedArbitrary<Step>[] = [
  { weight: 10, arbitrary: fc.tuple(fc.constant('run'), fc.integer({ min: 1, max: 25 }), fc.nat(999)) },
  {
    weight: 3,
    arbitrary: fc.constantFrom<Step>(['break'], ['break'], ['connect'], ['connect'], ['choose'], ['accept', 1]),
  },
  {
    weight: 2,
    arbitrary: fc.constantFrom<Step>(
      ['storage', 'full'],
      ['storage', 'failing'],
      ['storage', 'good'],
      ['storage', 'good'],
    ),
  },
  { weight: 3, arbitrary: fc.tuple(fc.constantFrom('pause', 'resume', 'resume'), side) },
  { weight: 3, arbitrary: fc.tuple(fc.constantFrom('close', 'freeze', 'thaw', 'reload', 'silence', 'try'), side) },
  { weight: 1, arbitrary: fc.tuple(fc.constant('kill'), fc.nat(3), fc.integer({ min: -1, max: 6 })) },
];
const harmful: readonly fc.WeightedArbitrary<Step>[] = [
  { weight: 1, arbitrary: fc.tuple(fc.constant('change'), fc.nat(3), fc.nat(7)) },
  {
    weight: 1,
    arbitrary: fc.constantFrom<Step>(['decline'], ['no-link'], ['cancel', 'receiver'], ['cancel', 'sender']),
  },
];
/** Most runs get as far as the consent, so that bytes are under way when the trouble begins. */
const consent = fc.constantFrom<readonly Step[]>(
  [
    ['run', 8, 1],
    ['accept', 1],
  ],
  [
    ['run', 8, 2],
    ['accept', 2],
  ],
);
/** The first link is given up in the middle of the offer, and the second one may well be faster. */
const twoLinks = fc
  .tuple(fc.integer({ min: 2, max: 7 }), fc.nat(999))
  .map(([steps, order]): readonly Step[] => [
    ['connect'],
    ['run', steps, order],
    ['close', 'sender'],
    ['run', 6, order],
  ]);
const beginning = fc.oneof({ weight: 8, arbitrary: consent }, { weight: 2, arbitrary: twoLinks });
const scenario = (steps: readonly fc.WeightedArbitrary<Step>[]): fc.Arbitrary<Scenario> =>
  fc.record({
    sizes: fc.array(fc.constantFrom(...SIZES), { minLength: 1, maxLength: 4, size: 'max' }),
    known: fc.uniqueArray(fc.nat(3), { maxLength: 2 }),
    script: fc
      .tuple(beginning, fc.array(fc.oneof(...steps), { maxLength: 40, size: 'max' }))
      .map(([first, then]) => [...first, ...then]),
  });

/**
 * Explains why nothing happens although nothing prevents it: what the screens show, and what a person can do about it.
 */
function explain(world: World): void {
  const { sender, receiver } = world;
  const theirs = receiver?.state;
  const mine = sender?.state;
  const isOffered = theirs?.phase === 'offered';
  if (sender && mine && !hasEnded(mine)) {
    const isPaused = 'isPaused' in mine && mine.isPaused;
    const isFull = mine.phase === 'interrupted' && mine.cause.startsWith('storage-');
    demand(sender.needsFiles || isPaused || isFull || isOffered, `the sender is stuck, ${mine.phase}`);
  }
  if (!theirs || hasEnded(theirs) || isOffered || theirs.phase === 'interrupted') return;
  demand(theirs.phase === 'receiving' && theirs.isPaused, `the receiver is stuck, ${theirs.phase}`);
  demand(mine?.phase === 'sending' && mine.isPaused, 'the receiver says paused, and the sender is not');
}

/** What persons do who want the transfer to succeed. */
function help(world: World): void {
  const { sender, receiver } = world;
  world.accept(1);
  if (sender?.needsFiles) world.step(['choose']);
  if (sender && 'isPaused' in sender.state) sender.dispatch({ type: 'resume-pressed' });
  if (receiver?.state.phase === 'interrupted' || receiver?.state.phase === 'receiving')
    receiver.dispatch({ type: 'resume-pressed' });
}

/** Network, devices and storage work: everything pending happens. */
function settle(world: World): void {
  for (let round = 0; round < 40; round += 1) {
    world.settle();
    const isSilent = world.silence('sender');
    const wants = world.meet();
    if (!wants && !isSilent && !world.isBusy) return;
  }
  throw new Broken('the two never come to terms');
}

function play(scene: Scenario, trace?: string[]): World {
  const world = new World(scene, trace);
  for (const one of scene.script) world.step(one);
  trace?.push('> all is well from here on');
  world.thaw();
  settle(world);
  explain(world);
  for (let round = 0; round < 8; round += 1) {
    help(world);
    settle(world);
  }
  return world;
}

function checkEnd({ sender, receiver, rules }: World): void {
  const mine = sender?.state;
  const theirs = receiver?.state;
  demand(!mine || hasEnded(mine), `the sender never ends: ${mine?.phase}`);
  demand(!theirs || hasEnded(theirs), `the receiver never ends: ${theirs?.phase}`);
  if (rules.excuses.size > 0) return;
  demand(theirs?.phase === 'saved', `nothing was in the way, and the receiver ends ${theirs?.phase}`);
  demand(!mine || mine.phase === 'sent', `nothing was in the way, and the sender ends ${mine?.phase}`);
}

/** Plays many random scenes; a broken rule is reported with the story that broke it. */
function playAll(scenes: fc.Arbitrary<Scenario>): void {
  const property = fc.property(scenes, (scene) => {
    try {
      checkEnd(play(scene));
    } catch (error) {
      const trace: string[] = [];
      try {
        play(scene, trace);
      } catch {}
      throw new Error(`${error instanceof Error ? error.message : error}\n${trace.join('\n')}`);
    }
  });
  fc.assert(property, { numRuns: RUNS });
}

describe('a sender and a receiver', () => {
  test('get everything across, whatever networks, pages and patient persons do', { timeout: BUSY_MS }, () => {
    playAll(scenario(harmless));
  });

  test('end with the truth when files change, storage fails, or somebody has enough', { timeout: BUSY_MS }, () => {
    playAll(scenario([...harmless, ...harmful]));
  });
});

test('without trouble everything is saved without help', () => {
  const world = play({
    sizes: [7 * BLOCK_BYTES + 9, 0, 1],
    known: [],
    script: [
      ['run', 9, 1],
      ['accept', 1],
    ],
  });
  expect([world.sender?.state.phase, world.receiver?.state.phase]).toEqual(['sent', 'saved']);
});
