/** Holds words in a folder as fast as it can, and writes a line for each that it has acknowledged, until it is killed. `shelf-agent.ts FOLDER ROUND` */
import { createHash } from 'node:crypto';
import { writeSync } from 'node:fs';
import { join } from 'node:path';
import { hexOf, type SignedEvent, signedBy } from '../../src/protocol/event.ts';
import { newSecret, publicKeyOf } from '../../src/protocol/keys.ts';
import { createLog } from '../../src/router/machine/log.ts';
import { openOn } from '../../src/router/words/holder.ts';
import { realDisk } from '../../src/router/words/real-disk.ts';
import { DELETION, POST } from '../../src/words/kinds.ts';

/** What the agent says of what it has acknowledged. */
export type Acknowledged =
  | { readonly is: 'held'; readonly event: SignedEvent }
  | { readonly is: 'gone'; readonly id: string }
  | { readonly is: 'file'; readonly sha256: string };

const [, , folder = '', round = '0'] = process.argv;
const say = (line: Acknowledged): void => void writeSync(1, `${JSON.stringify(line)}\n`);
const options = { log: createLog('error'), bytesAtMost: 1e9, days: 14, operator: newSecret() };
const disks = { words: await realDisk(join(folder, 'words')), blobs: await realDisk(join(folder, 'blobs')) };
const { shelf, blobs, tick } = await openOn(disks, options);

/** One of many people, who says things, leaves a file now and then, and takes half of it back. */
async function person(number: number): Promise<never> {
  const secret = newSecret();
  const by = { is: 'device', key: hexOf(publicKeyOf(secret)), address: `10.0.${round}.${number}` } as const;
  const put = (kind: number, tags: readonly (readonly string[])[], content: string) => {
    const event = signedBy(secret, { kind, created_at: 1_764_150_000, tags, content });
    return shelf.put(event, 0, by).then((outcome) => ({ event, outcome }));
  };
  for (let count = 0; ; count += 1) {
    const file = Buffer.alloc(20_000, `${round} ${number} ${count}`);
    const sha256 = createHash('sha256').update(file).digest('hex');
    const hasFile = count % 5 === 4;
    const pieces = async function* () {
      for (let at = 0; at < file.length; at += 7_000) yield file.subarray(at, at + 7_000);
    };
    const isThere = hasFile && (await blobs.receive(sha256, file.length, pieces(), by)) === 'held';
    const { event, outcome } = await put(POST, hasFile ? [['x', sha256]] : [], 'x'.repeat(2_000 + count));
    if (outcome !== 'held') continue;
    say({ is: 'held', event });
    if (isThere) say({ is: 'file', sha256 });
    if (count % 2 === 0 && (await put(DELETION, [['e', event.id]], '')).outcome === 'held')
      say({ is: 'gone', id: event.id });
    if (count % 10 === 9) await tick();
  }
}

await Promise.all(Array.from({ length: 8 }, (_, number) => person(number)));
