/**
 * Several routers with real browsers behind them, in short. `npm run lab -- mesh`, `crash` and `roam` do it at length.
 */
import { afterAll, beforeAll, test } from 'vitest';
import type { Phone } from '../drive/phone.ts';
import { Checks } from './checks.ts';
import { CRASH_NETWORK, crash, type Limits } from './crash.ts';
import { judgeMeeting, meet } from './meeting.ts';
import { Mesh } from './mesh.ts';
import { expectAllMet, needsTheLab } from './setting.ts';
import { Witness } from './witness.ts';

/** Many times the promise: other tests may keep the machine busy. The scenarios check the promise itself. */
const MEET_MS = 20_000;
const LIMITS: Limits = { noticedMs: 20_000, healedMs: 60_000 };
/** Large enough to be still under way after the blow. */
const FILE_BYTES = 100_000_000;

const lab = needsTheLab();
let mesh: Mesh;
let ann: Phone;
let bob: Phone;
let witness: Witness;

beforeAll(async () => {
  if (!lab.runs) return;
  mesh = await Mesh.build(CRASH_NETWORK);
  [ann, bob] = await Promise.all([mesh.phone('Ann'), mesh.phone('Bob'), mesh.phone('Cid')]);
  witness = await Witness.of(ann, bob);
});

afterAll(() => mesh?.close());

test('two routers are plugged together: their devices see each other, and a file goes straight across', async () => {
  const checks = new Checks();
  const met = await meet(mesh, ['r1', 'r2'], [ann, bob]);
  judgeMeeting(met, checks, MEET_MS);
  expectAllMet(checks.all);
});

test('a third router that comes and dies does not disturb a file between the two', async () => {
  const checks = new Checks();
  await mesh.cables(mesh.names, 'in');
  for (const blow of ['the router process', 'the whole router'] as const)
    await crash(mesh, [ann, bob], witness, { blow, percent: 1, bytes: FILE_BYTES }, checks, LIMITS);
  expectAllMet(checks.all);
});
