/**
 * One file larger than any page's memory: 4 GB from phone to phone. Prints how much the process trees of both browsers
 * grow (proportional set size), and compares the digests.
 *
 * Flags: `--bytes N`.
 */
import { createHash, randomBytes } from 'node:crypto';
import { open, rm, statfs } from 'node:fs/promises';
import { sha256 } from '../drive/files.ts';
import { Stage, together } from '../drive/stage.ts';
import { watch } from '../drive/usage.ts';
import { renderTable } from '../lab/table.ts';
import type { Options } from '../run/program.ts';

const BYTES = 4_000_000_000;
/** The source, the receiver's storage, and the receiver's saved copy. */
const COPIES = 3;
const LIMIT_BYTES = 100_000_000;
const PIECE_BYTES = 8 * 1024 * 1024;

/**
 * A few pieces of noise in changing order, each marked with its number, so no two blocks are alike. Returns the digest.
 */
async function write(path: string, bytes: number): Promise<string> {
  const noise = Array.from({ length: 4 }, () => randomBytes(PIECE_BYTES));
  const hash = createHash('sha256');
  const file = await open(path, 'w');
  for (let position = 0, index = 0; position < bytes; position += PIECE_BYTES, index++) {
    const piece = (noise[(index * 5 + (index >> 3)) % noise.length] as Buffer).subarray(0, bytes - position);
    for (let at = 0; at + 8 <= piece.length; at += 1024 * 1024) piece.writeBigUInt64BE(BigInt(position + at), at);
    hash.update(piece);
    await file.write(piece);
  }
  await file.close();
  return hash.digest('hex');
}

const say = (line: string) => process.stdout.write(`${line}\n`);
const MB = (bytes: number) => (bytes / 1e6).toFixed(0);

export async function run(options: Options): Promise<unknown> {
  const bytes = Number(options['bytes'] ?? BYTES);
  const stage = await Stage.set();
  try {
    const { bavail, bsize } = await statfs(stage.path());
    if (bavail * bsize < COPIES * bytes) {
      say(`The disk has room for ${MB(bavail * bsize)} MB; ${MB(COPIES * bytes)} MB are needed.`);
      process.exitCode = 2;
      return undefined;
    }
    const source = stage.path('huge.bin');
    const digest = await write(source, bytes);
    const phones = await Promise.all([stage.phone('Aki', 'secure'), stage.phone('Haru', 'secure')]);
    const [aki, haru] = phones;
    await together(aki, haru);
    await aki.sendFiles([source], ['Haru']);
    await haru.offer();
    const usage = await watch(phones, async () => {
      await haru.accept();
      await haru.waitForState('huge.bin', 'Saved', { timeoutMs: 3_600_000 });
      await aki.waitForState('huge.bin', 'Sent');
    });
    const row = await haru.transfer('huge.bin');
    await rm(source);
    const copy = await haru.save('huge.bin', stage.path('saved'));
    const identical = (await sha256(copy.path)) === digest;
    const grown = usage.memoryPeak.map((peak, at) => peak - (usage.memoryBefore[at] ?? 0));
    say(
      renderTable({
        title: `${MB(bytes)} MB in ${usage.seconds.toFixed(0)} s, ${(bytes / 1e6 / usage.seconds).toFixed(1)} MB/s, ${identical && row.verified ? 'identical and verified' : 'NOT IDENTICAL'}`,
        head: ['', 'before, MB', 'peak, MB', `grown, MB (limit ${MB(LIMIT_BYTES)})`],
        rows: ['sender', 'receiver'].map((side, at) => [
          side,
          MB(usage.memoryBefore[at] ?? 0),
          MB(usage.memoryPeak[at] ?? 0),
          MB(grown[at] ?? 0),
        ]),
      }),
    );
    if (!identical || grown.some((more) => more >= LIMIT_BYTES)) process.exitCode = 1;
    return { bytes, identical, grownBytes: grown, ...usage };
  } finally {
    await stage.strike();
  }
}
