/** A long round trip, as over a few radios: one connection would leave the link idle most of the time. */
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { delayed } from '../bench/parts/place.ts';
import { randomFile } from '../drive/files.ts';
import { connectionsOf, rememberConnections } from './pairs.ts';
import { needsTheLab } from './setting.ts';
import { transfer } from './transfer.ts';

const ROUND_TRIP_MS = 30;
const FILE_BYTES = 12_000_000;

needsTheLab();

test('a large file takes several connections at once, and arrives whole', async () => {
  const place = await delayed(ROUND_TRIP_MS);
  try {
    const options = { initScript: await rememberConnections() };
    const [from, to] = await Promise.all([place.phone('From', 0, options), place.phone('To', 1, options)]);
    for (const phone of [from, to]) {
      await phone.open(place.url);
      await phone.waitForStatus('Online');
      await phone.rename(phone.name);
    }
    const file = await randomFile(join(place.folder, 'far.bin'), FILE_BYTES);
    const { intact, sender } = await transfer(from, to, file, place.folder);
    expect(intact).toBe(true);
    expect(sender.row.path).toBe('Direct');
    const lanes = (await connectionsOf(from)).filter(({ isLane, connectedAt }) => isLane && connectedAt !== null);
    expect(lanes.length).toBeGreaterThan(0);
    await Promise.all([from.close(), to.close()]);
  } finally {
    await place.close();
  }
});
