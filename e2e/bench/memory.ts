/**
 * What receiving costs in memory: the whole process tree of the receiving browser before a transfer, and its maximum
 * during it (`memoryBytes` says what counts). Once with storage in OPFS (secure context) and once in IndexedDB (plain
 * HTTP).
 *
 * Measured once and printed for comparison: ShareDrop's receiver grows by 56-59 MB and PairDrop's by 210-225 MB at only
 * 100 MB.
 */
import { rm } from 'node:fs/promises';
import { randomFile, sha256, temporaryFolder } from '../drive/files.ts';
import { Phone } from '../drive/phone.ts';
import { Router } from '../drive/router.ts';
import type { Options } from '../run/program.ts';

const GOAL_BYTES = 150_000_000;
const DEFAULT_BYTES = 1_000_000_000;
/** Time between two readings of the memory, in milliseconds. Each costs some milliseconds of processor time itself. */
const SAMPLE_MS = 250;
const TRANSFER_MS = 60 * 60 * 1000;
const FILE = 'large.bin';

type Context = 'secure' | 'plain';
type Result = {
  readonly context: Context;
  readonly storage: 'OPFS' | 'IndexedDB';
  readonly bytes: number;
  readonly seconds: number;
  readonly megabytesPerSecond: number;
  readonly receiver: Growth;
  readonly sender: Growth;
  readonly identical: boolean;
};
type Growth = { readonly beforeBytes: number; readonly mostBytes: number; readonly growthBytes: number };

/** Watches the memory of phones while `work` is under way. */
async function watch(phones: readonly Phone[], work: () => Promise<void>): Promise<Growth[]> {
  const before = phones.map((phone) => phone.memoryBytes());
  const most = [...before];
  const look = () => {
    for (const [index, phone] of phones.entries()) most[index] = Math.max(most[index] ?? 0, phone.memoryBytes());
  };
  const timer = setInterval(look, SAMPLE_MS);
  try {
    await work();
    look();
  } finally {
    clearInterval(timer);
  }
  return before.map((beforeBytes, index) => {
    const mostBytes = most[index] ?? 0;
    return { beforeBytes, mostBytes, growthBytes: mostBytes - beforeBytes };
  });
}

async function measure(context: Context, bytes: number): Promise<Result> {
  const router = await Router.start();
  const folder = await temporaryFolder('memory');
  const url = context === 'plain' ? router.plainUrl : router.url;
  const [sender, receiver] = await Promise.all([Phone.open('Sender', url), Phone.open('Receiver', url)]);
  try {
    await sender.waitForDevice('Receiver');
    // A small transfer first, so that one-time costs (code, connection, worker) do not count as growth.
    await transfer(sender, receiver, await randomFile(`${folder.path}/warm-up.bin`, 1_000_000), 'warm-up.bin');
    const source = await randomFile(`${folder.path}/${FILE}`, bytes);
    await sender.sendFiles([source], ['Receiver']);
    await receiver.offer();
    const start = performance.now();
    let seconds = 0;
    const [ofReceiver, ofSender] = await watch([receiver, sender], async () => {
      await receiver.accept();
      await receiver.waitForState(FILE, 'Saved', { timeoutMs: TRANSFER_MS });
      seconds = (performance.now() - start) / 1000;
      await sender.waitForState(FILE, 'Sent');
    });
    if (ofReceiver === undefined || ofSender === undefined) throw new Error('nothing was measured');
    const copy = await receiver.save(FILE, `${folder.path}/saved`);
    const identical = (await sha256(copy.path)) === (await sha256(source));
    await rm(copy.path);
    return {
      context,
      storage: context === 'secure' ? 'OPFS' : 'IndexedDB',
      bytes,
      seconds,
      megabytesPerSecond: bytes / 1e6 / seconds,
      receiver: ofReceiver,
      sender: ofSender,
      identical,
    };
  } finally {
    await Promise.all([sender.close(), receiver.close()]);
    await router.stop();
    await folder.remove();
  }
}

async function transfer(sender: Phone, receiver: Phone, path: string, name: string): Promise<void> {
  await sender.sendFiles([path], ['Receiver']);
  await receiver.accept();
  await receiver.waitForState(name, 'Saved');
  await sender.waitForState(name, 'Sent');
}

const megabytes = (bytes: number) => `${(bytes / 1e6).toFixed(0)} MB`.padStart(8);

function line(result: Result): string {
  const { receiver, sender } = result;
  return [
    `${result.storage.padEnd(10)} ${megabytes(result.bytes)} in ${result.seconds.toFixed(1)} s (${result.megabytesPerSecond.toFixed(1)} MB/s)`,
    `receiver ${megabytes(receiver.beforeBytes)} ->${megabytes(receiver.mostBytes)}, growth${megabytes(receiver.growthBytes)}`,
    `sender growth${megabytes(sender.growthBytes)}`,
    result.identical ? 'identical' : 'NOT IDENTICAL',
  ].join(' | ');
}

export async function run(options: Options): Promise<readonly Result[]> {
  const bytes = Number(options['bytes'] ?? DEFAULT_BYTES);
  if (!Number.isSafeInteger(bytes) || bytes <= 0) throw new Error('--bytes takes a number of bytes');
  const wanted = (['secure', 'plain'] as const).filter((context) => (options['only'] ?? context) === context);
  const results: Result[] = [];
  for (const context of wanted) {
    const result = await measure(context, bytes);
    results.push(result);
    process.stdout.write(`${line(result)}\n`);
  }
  const bad = results.filter(({ receiver, identical }) => receiver.growthBytes > GOAL_BYTES || !identical);
  process.stdout.write(`Goal: receiver grows by less than ${megabytes(GOAL_BYTES).trim()}: `);
  process.stdout.write(bad.length === 0 ? 'met\n' : `not met (${bad.map(({ storage }) => storage).join(', ')})\n`);
  process.exitCode = bad.length === 0 ? 0 : 1;
  return results;
}
