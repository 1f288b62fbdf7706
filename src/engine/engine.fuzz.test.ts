/** Two whole engines through everything that a shelter does to them. Stories are random, rules are not. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { BLOCK_BYTES, WINDOW_BYTES } from '../protocol/limits.ts';
import { isActive } from '../transfer/about-view.ts';
import { READ_AHEAD_BUNDLES } from '../transfer/sending.ts';
import type { TransferView } from '../transfer/view.ts';
import type { Side } from './testing/shelter/clock.ts';
import { isExcusedBy, type Parcel } from './testing/shelter/parcel.ts';
import { Broken, demand } from './testing/shelter/rules.ts';
import { Shelter, SIDES } from './testing/shelter/shelter.ts';
import { FORGED_WORDS, type Step, type Story } from './testing/shelter/steps.ts';
import { otherSide } from './testing/shelter/wire.ts';

/**
 * Stories of each kind: in `npm test` more than in `npm run check`, because each connection signs, and most of them after a
 * change: `FUZZ_RUNS=1000 npx vitest run --project unit src/engine/engine.fuzz.test.ts`.
 */
const RUNS = Number(process.env['FUZZ_RUNS'] ?? (process.env['HIKYAKU_TALLY'] === undefined ? 12 : 20));
/** For a busy machine, in milliseconds. */
const BUSY_MS = 120_000 + 500 * RUNS;

/** Sizes at, just before and just after the borders of blocks, and one longer than a window. */
const SIZES = [
  0,
  1,
  100_000,
  BLOCK_BYTES - 1,
  BLOCK_BYTES,
  BLOCK_BYTES + 1,
  2.5 * BLOCK_BYTES,
  WINDOW_BYTES + BLOCK_BYTES + 9,
];

/** Sizes of files that travel together, of which some leave no room for the next. */
const SMALL_SIZES = [0, 1, 2_000, 3_000, 30_000, 61_000];

/** Files of which each fills a bundle: more of them than may be read ahead. */
const FULL_BUNDLES = Array.from({ length: READ_AHEAD_BUNDLES + 8 }, () => 61_000);

/** Longer than a window and everything under way beside it, so that bytes are left when the trouble begins. */
const LONG = WINDOW_BYTES + 3 * BLOCK_BYTES + 9;

const side = fc.constantFrom<Side>('a', 'b');
const which = fc.nat(3);
/** Acts of the network, the devices and the two persons that do not keep a transfer from a good end. */
const harmless: readonly fc.WeightedArbitrary<Step>[] = [
  { weight: 10, arbitrary: fc.tuple(fc.constant('run'), fc.integer({ min: 1, max: 80 }), fc.nat(999)) },
  { weight: 2, arbitrary: fc.tuple(fc.constant('wait'), fc.constantFrom(100, 3_000, 16_000, 40_000)) },
  { weight: 2, arbitrary: fc.tuple(fc.constant('send'), side, which) },
  { weight: 3, arbitrary: fc.tuple(fc.constantFrom('cut', 'hang-up', 'freeze', 'thaw', 'reload', 'choose'), side) },
  { weight: 1, arbitrary: fc.tuple(fc.constant('close'), side, which) },
  { weight: 2, arbitrary: fc.tuple(fc.constantFrom('pause', 'resume', 'resume'), side, which) },
  { weight: 1, arbitrary: fc.tuple(fc.constant('storage'), side, fc.constantFrom('full', 'good', 'good')) },
  { weight: 1, arbitrary: fc.tuple(fc.constant('kill'), side, fc.nat(3), fc.integer({ min: -1, max: 6 })) },
];
const harmful: readonly fc.WeightedArbitrary<Step>[] = [
  { weight: 1, arbitrary: fc.tuple(fc.constant('change'), fc.nat(1), which, fc.nat(5)) },
  { weight: 1, arbitrary: fc.tuple(fc.constantFrom('cancel', 'pause'), side, which) },
  { weight: 1, arbitrary: fc.tuple(fc.constant('decline'), side) },
  { weight: 1, arbitrary: fc.tuple(fc.constant('storage'), side, fc.constantFrom('failing', 'good')) },
  { weight: 1, arbitrary: fc.constantFrom<Step>(['apart'], ['together'], ['together']) },
];
const dishonest: readonly fc.WeightedArbitrary<Step>[] = [
  { weight: 2, arbitrary: fc.tuple(fc.constant('echo'), side, fc.nat(30)) },
  { weight: 2, arbitrary: fc.tuple(fc.constant('forge'), side, fc.constantFrom(...FORGED_WORDS), which) },
  { weight: 1, arbitrary: fc.tuple(fc.constant('spoil'), side) },
];

/** Most stories get past the consent, so that bytes are under way when the trouble begins. */
const beginning: fc.Arbitrary<readonly Step[]> = fc.constantFrom<readonly Step[]>(
  [
    ['send', 'a', 0],
    ['run', 40, 1],
  ],
  [
    ['send', 'a', 0],
    ['send', 'b', 1],
    ['run', 60, 2],
  ],
  [
    ['send', 'a', 0],
    ['run', 5, 3],
  ],
  [
    ['send', 'a', 0],
    ['run', 35, 4],
    ['pause', 'a', 0],
    ['run', 40, 5],
  ],
  [
    ['send', 'b', 0],
    ['run', 35, 6],
    ['pause', 'a', 0],
    ['run', 20, 7],
  ],
);
const files = fc.oneof(
  fc.array(fc.constantFrom(...SIZES), { minLength: 1, maxLength: 4 }),
  fc.array(fc.constantFrom(...SMALL_SIZES, BLOCK_BYTES + 1), { minLength: 1, maxLength: 30, size: 'max' }),
  fc.constant(FULL_BUNDLES),
);
/** What goes wrong at leisure: somebody has enough while the two are apart, or writes to a file before it is chosen again. */
const unlucky: fc.Arbitrary<readonly Step[]> = fc.oneof(
  beginning,
  fc.tuple(side, fc.nat(3), fc.nat(2)).map(([first, file, block]): readonly Step[] => [
    ['send', 'a', 0],
    ['run', 70, 9],
    ['pause', 'b', 0],
    ['run', 30, 10],
    ['reload', 'a'],
    ['change', 0, file, block],
    ['choose', 'a'],
    ['hang-up', first],
  ]),
  fc
    .tuple(side, fc.integer({ min: 20, max: 90 }))
    .map(([first, steps]): readonly Step[] => [
      ['send', 'a', 0],
      ['run', steps, 11],
      ['apart'],
      ['cut', first],
      ['wait', 40_000],
      ['cancel', 'a', 0],
    ]),
);
const story = (steps: readonly fc.WeightedArbitrary<Step>[], first = beginning): fc.Arbitrary<Story> =>
  fc.record({
    sets: fc
      .tuple(fc.boolean(), fc.array(files, { minLength: 1, maxLength: 2 }))
      .map(([isLong, [first = [], ...more]]) => [isLong ? [...first, LONG] : first, ...more]),
    lanes: fc.nat(2),
    everyNth: fc.constantFrom(1, 1, 2),
    script: fc
      .tuple(first, fc.array(fc.oneof(...steps), { maxLength: 25, size: 'max' }))
      .map(([begun, then]) => [...begun, ...then]),
  });

const going = (view: TransferView | undefined): boolean => view !== undefined && isActive(view);
/** True when a person must first mend something, and then press Resume. */
const waitsForSomebody = (view: TransferView): boolean =>
  view.needsFiles !== undefined ||
  view.phase === 'paused' ||
  (view.phase === 'interrupted' && ['storage-full', 'storage-failed', 'source-unreadable'].includes(view.cause));

/**
 * Explains why nothing happens although nothing prevents it: what the screens show, and what a person can do about it.
 */
function explain(shelter: Shelter, parcel: Parcel): void {
  const { id, from, isUntold } = parcel;
  const mine = shelter.view(from, id);
  const theirs = shelter.view(otherSide[from], id);
  if (mine && going(mine)) demand(waitsForSomebody(mine), `the sender is stuck, ${JSON.stringify(mine)}`);
  if (!theirs || !going(theirs)) return;
  demand(!isUntold, 'a receiver is told of an end that it could not be told of before');
  if (theirs.phase === 'interrupted') {
    const isMisled = isExcusedBy(parcel, 'misspoken');
    demand(theirs.cause !== 'no-answer' || isMisled, 'a receiver waits for an answer, and the sender is there');
    return;
  }
  demand(theirs.phase === 'paused', `the receiver is stuck, ${JSON.stringify(theirs)}`);
  demand(mine?.phase === 'paused', 'the receiver says paused, and the sender is not');
}

async function play(scene: Story, visit: (shelter: Shelter) => void = () => {}): Promise<Shelter> {
  const shelter = new Shelter(scene);
  visit(shelter);
  for (const one of scene.script) await shelter.step(one);
  shelter.trace.push('> all is well from here on');
  shelter.mend();
  await shelter.settle();
  for (const parcel of shelter.rules.parcels.values()) explain(shelter, parcel);
  for (let round = 0; round < 6 && !isOver(shelter); round += 1) {
    await shelter.help();
    await shelter.settle();
  }
  // Whatever has happened before is no excuse for what begins now.
  shelter.rules.calm();
  await shelter.step(['send', 'a', 0]);
  await shelter.settle();
  return shelter;
}

const isOver = (shelter: Shelter): boolean =>
  [...shelter.rules.parcels.keys()].every((id) => SIDES.every((one) => !going(shelter.view(one, id))));

function checkEnd(shelter: Shelter): void {
  for (const one of SIDES) demand(shelter.heldBlocks(one) === 0, 'every block that was read is let go of');
  for (const parcel of shelter.rules.parcels.values()) {
    const { id, from } = parcel;
    const mine = shelter.view(from, id);
    const theirs = shelter.view(otherSide[from], id);
    demand(!going(mine), `the sender never ends: ${JSON.stringify(mine)}`);
    demand(!going(theirs), `the receiver never ends: ${JSON.stringify(theirs)}`);
    if (theirs?.phase === 'saved') checkContent(shelter, parcel, theirs);
    if (parcel.isExcused || isExcusedBy(parcel, 'cancelled', 'declined', 'changed', 'misspoken', 'spoilt')) continue;
    demand(theirs?.phase === 'saved', `nothing was in the way, and the receiver ends ${theirs?.phase}`);
    demand(!mine || mine.phase === 'sent', `nothing was in the way, and the sender ends ${mine?.phase}`);
  }
}

/** The final content of the disk must be what the rules saw being written. */
function checkContent(shelter: Shelter, { from, files, accepted }: Parcel, { key, totalBytes }: TransferView): void {
  const stored = shelter.stored(otherSide[from], key);
  demand(stored.length === totalBytes, 'all bytes are there');
  let position = 0;
  for (const index of accepted ?? []) {
    const size = files[index]?.entry.size ?? 0;
    const versions = files[index]?.versionsWith(stored.subarray(position, position + size), 0) ?? [];
    demand(versions.length > 0, `file ${index} is what was sent`);
    position += size;
  }
}

/** Plays many random stories; a broken rule is reported with the story that broke it. */
async function playAll(scenes: fc.Arbitrary<Story>, numRuns = RUNS): Promise<void> {
  const property = fc.asyncProperty(scenes, async (scene) => {
    let shelter: Shelter | undefined;
    try {
      checkEnd(
        await play(scene, (made) => {
          shelter = made;
        }),
      );
    } catch (error) {
      const trace = shelter?.trace.slice(-120).join('\n');
      throw new Error(`${error instanceof Error ? error.message : error}\n${error instanceof Broken ? trace : ''}`, {
        cause: error,
      });
    } finally {
      await shelter?.close();
    }
  });
  await fc.assert(property, { numRuns, endOnFailure: true });
}

describe('two engines', () => {
  test('get everything across, whatever networks, pages and patient persons do', { timeout: BUSY_MS }, async () => {
    await playAll(story(harmless));
  });

  test('end with the truth when files change, storage fails, or somebody has enough', {
    timeout: BUSY_MS,
  }, async () => {
    await playAll(story([...harmless, ...harmful], unlucky), 1.5 * RUNS); // the shortest, with the most that can go wrong
  });

  test('save nothing wrong and never get stuck, whatever one of them says', { timeout: BUSY_MS }, async () => {
    await playAll(story([...harmless, ...dishonest]));
  });
});

const CALM: Story = {
  sets: [[5 * BLOCK_BYTES + 9, 0, 1], [BLOCK_BYTES + 1]],
  lanes: 2,
  everyNth: 1,
  script: [
    ['send', 'a', 0],
    ['send', 'b', 1],
    ['run', 30, 1],
  ],
};

test('without trouble everything is saved without help', async () => {
  const shelter = new Shelter(CALM);
  for (const one of CALM.script) await shelter.step(one);
  await shelter.settle();
  checkEnd(shelter);
  expect(SIDES.flatMap((one) => [...shelter.device(one).views.values()].map(({ phase }) => phase)).sort()).toEqual([
    'saved',
    'saved',
    'sent',
    'sent',
  ]);
  await shelter.close();
});

test('files from an earlier transfer are copied and not sent again', async () => {
  const shelter = await play({ ...CALM, script: [...CALM.script, ['run', 500, 1], ['send', 'a', 0]] });
  checkEnd(shelter);
  const [, , again] = shelter.rules.parcels.values();
  expect([again?.isSaved, again?.chunkBytes]).toEqual([true, 0]);
  await shelter.close();
});

test('the same story happens in the same way', async () => {
  const script: readonly Step[] = [...CALM.script, ['cut', 'a'], ['run', 60, 7], ['reload', 'b'], ['run', 60, 8]];
  const [once, again] = [await play({ ...CALM, script }), await play({ ...CALM, script })];
  expect(again.trace).toEqual(once.trace);
  await Promise.all([once.close(), again.close()]);
});
