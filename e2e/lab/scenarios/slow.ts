/**
 * A path on which one block takes longer than anybody waits for an answer, as when twenty phones share a narrow
 * backhaul. Slow is not silent: nothing may be interrupted, and nothing sent twice.
 */
import { setTheStage, startRouter } from '../case.ts';
import { LAN } from '../cases.ts';
import { Checks } from '../checks.ts';
import { type Outcome, programOf, type RunOptions } from '../program.ts';
import { kilobytes, seconds } from '../table.ts';
import { Witness } from '../witness.ts';

/** 25 kB/s: a block of 512 KiB takes 21 s. */
const KILOBITS = 200;
const FILE_BYTES = 1_500_000;
const PATIENCE_MS = 10 * 60_000;

export async function playSlow(options: RunOptions): Promise<Outcome> {
  const checks = new Checks();
  const stage = await setTheStage(LAN, checks, options);
  try {
    await startRouter(LAN, stage);
    if (options.pcap !== undefined) await stage.capture();
    const [one, two] = LAN.clients;
    const [from, to] = await Promise.all([
      stage.phone(one.name, one.node, one.url),
      stage.phone(two.name, two.node, two.url),
    ]);
    const witness = await Witness.of(from, to);
    await stage.world.throttle(two.node, LAN.router.node, KILOBITS);
    const began = performance.now();
    const file = await witness.begin(stage.folder, 'slow.zip', FILE_BYTES, 0);
    const seen = await witness.end(file, stage.folder, FILE_BYTES, PATIENCE_MS);
    const tookMs = performance.now() - began;
    checks.equal('slow.zip arrives with the same SHA-256', seen.intact, true);
    checks.equal('states on both screens', [...seen.states].sort().join(', '), 'Receiving, Saved, Sending, Sent');
    checks.equal('bytes sent again', seen.sentAgainBytes, 0);
    await stage.captured();
    const table = {
      title: `${FILE_BYTES / 1e6} MB over ${KILOBITS} kb/s`,
      head: ['took', 'per second', 'sent again'],
      rows: [[seconds(tookMs), kilobytes(FILE_BYTES / (tookMs / 1000)), kilobytes(seen.sentAgainBytes)]],
    };
    await options.hold?.(stage, [table], checks.all);
    return { tables: [table], checks: checks.all };
  } finally {
    await stage.close();
  }
}

export const run = programOf({
  name: 'slow',
  shows: 'a path on which a block takes 20 s is slow, and not silent',
  play: playSlow,
});
