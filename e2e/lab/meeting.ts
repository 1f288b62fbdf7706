/**
 * Routers whose cables go in at once: when routers see each other, when two browsers do, and when a file has crossed.
 */
import { join } from 'node:path';
import { randomFile } from '../drive/files.ts';
import type { Phone } from '../drive/phone.ts';
import type { Checks } from './checks.ts';
import { shows } from './device-lists.ts';
import type { Mesh } from './mesh.ts';
import { type Seen, seeEachOther } from './observer.ts';
import { isRelayed, showPair } from './pairs.ts';
import { seconds } from './table.ts';
import { type Transfer, transfer } from './transfer.ts';

const FILE_BYTES = 2_000_000;
const GIVE_UP_MS = 60_000;

/** Times in milliseconds after the cables went in. */
export type Meeting = {
  readonly wholeMs: number;
  /** Each browser shows the other one. */
  readonly seenMs: number;
  readonly firstByteMs: number;
  readonly transfer: Transfer;
  /** The digests that all routers then give of the list of devices; one when they agree. */
  readonly digests: readonly string[];
};

/** Ann is behind the first of these routers and Bob behind the last. Ann sends as soon as they see each other. */
export async function meet(
  mesh: Mesh,
  routers: readonly string[],
  [ann, bob]: readonly [Phone, Phone],
): Promise<Meeting> {
  const { stage, observer } = mesh;
  const file = await randomFile(join(stage.folder, 'test.zip'), FILE_BYTES);
  const [first = '', last = ''] = [routers.at(0), routers.at(-1)];
  const shown = Promise.all([
    shows(ann, bob.name, { at: last }, GIVE_UP_MS),
    shows(bob, ann.name, { at: first }, GIVE_UP_MS),
  ]);
  const linkUp = await mesh.cables(routers, 'in');
  observer.watch();
  const send = async () => {
    const seenAt = Math.max(...(await shown));
    const pressedAt = Date.now();
    return { seenAt, pressedAt, seen: await transfer(ann, bob, file, stage.folder) };
  };
  const whole = observer.until('whole', (seen) => seeEachOther(seen, routers), GIVE_UP_MS);
  const [wholeAt, { seenAt, pressedAt, seen }] = await Promise.all([whole, send()]);
  await observer.until('of one mind', (status) => digestsOf(status, routers).length === 1, GIVE_UP_MS).catch(() => {});
  return {
    wholeMs: wholeAt - linkUp,
    seenMs: seenAt - linkUp,
    firstByteMs: pressedAt - linkUp + seen.firstByteMs,
    transfer: seen,
    digests: digestsOf(observer.seen, routers),
  };
}

/** The different digests of routers and of their lists; one of each when all agree. */
function digestsOf(seen: Seen, routers: readonly string[]): readonly string[] {
  const all = routers.map((router) => seen.get(router)?.mesh);
  return [...new Set(all.map((mesh) => (mesh === undefined ? 'no answer' : `${mesh.digest}, ${mesh.presence}`)))];
}

export function judgeMeeting({ seenMs, transfer: seen, digests }: Meeting, checks: Checks, withinMs: number): void {
  checks.that('the browsers see each other', seenMs <= withinMs, `within ${seconds(withinMs)}`, seconds(seenMs));
  for (const [who, { row, connection }] of Object.entries({ sender: seen.sender, receiver: seen.receiver })) {
    const { pair } = connection;
    const shown = pair === null ? 'none' : showPair(pair);
    checks.that(`pair of the ${who}`, pair !== null && !isRelayed(pair), 'direct', shown);
    checks.equal(`screen of the ${who}`, row.path ?? 'nothing', 'Direct');
  }
  checks.equal('test.zip arrives with the same SHA-256', seen.intact, true);
  checks.that('digests of routers and devices', digests.length === 1, 'the same everywhere', digests.join(' | '));
}
