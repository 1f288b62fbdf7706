/** A router that is killed while it writes, again and again: what it has acknowledged is on its disk. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdir } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { expect, it } from 'vitest';
import type { SignedEvent } from '../../src/protocol/event.ts';
import { newSecret } from '../../src/protocol/keys.ts';
import { createLog } from '../../src/router/machine/log.ts';
import { openOn } from '../../src/router/words/holder.ts';
import { realDisk } from '../../src/router/words/real-disk.ts';
import { temporaryDirectory } from './setting.ts';
import type { Acknowledged } from './shelf-agent.ts';

const TSX = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href;
const AGENT = fileURLToPath(new URL('shelf-agent.ts', import.meta.url));

/** Lets it write until it has said so many lines, and kills it in the middle of the next ones. */
async function killedAfter(lines: number, folder: string, round: number): Promise<readonly Acknowledged[]> {
  const child = spawn(process.execPath, ['--import', TSX, AGENT, folder, String(round)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(child, 'exit');
  const said: Acknowledged[] = [];
  for await (const line of createInterface(child.stdout)) {
    said.push(JSON.parse(line) as Acknowledged);
    if (said.length === lines) child.kill('SIGKILL');
  }
  expect((await ended)[1]).toBe('SIGKILL');
  return said;
}

async function reopened(folder: string) {
  const log = createLog('error');
  const disks = { words: await realDisk(join(folder, 'words')), blobs: await realDisk(join(folder, 'blobs')) };
  const opened = await openOn(disks, { log, bytesAtMost: 1e9, days: 14, operator: newSecret() });
  const stop = async () => {
    await opened.blobs.stop();
    await opened.shelf.stop();
  };
  return { ...opened, stop };
}

it('what was acknowledged before a SIGKILL is there after it, and what was taken back is not', async () => {
  const directory = await temporaryDirectory();
  const held = new Map<string, SignedEvent>();
  const gone = new Set<string>();
  const files = new Set<string>();
  for (const [round, lines] of [1, 40, 250, 3, 120].entries()) {
    const said = await killedAfter(lines, directory.path, round);
    expect(said.length).toBeGreaterThanOrEqual(lines);
    for (const one of said) {
      if (one.is === 'held') held.set(one.event.id, one.event);
      else if (one.is === 'gone') gone.add(one.id);
      else files.add(one.sha256);
    }
    const { shelf, blobs, stop } = await reopened(directory.path);
    const found = new Map<string, SignedEvent>();
    for await (const { event } of shelf.query({})) found.set(event.id, event);
    let checked = 0;
    for (const [id, event] of held) {
      if (gone.has(id)) expect([found.has(id), shelf.isGone(event.id)]).toEqual([false, true]);
      else if (found.has(id)) expect(found.get(id)).toEqual(event);
      // Its deletion may have been written just before the end, and not been acknowledged.
      else expect(shelf.isGone(event.id)).toBe(true);
      checked += 1;
    }
    expect(checked).toBe(held.size);
    const { blobs: count } = blobs.counts();
    expect((await readdir(join(directory.path, 'blobs'))).filter((name) => !/^[0-9a-f]{64}\./.test(name))).toEqual([]);
    expect(count).toBeLessThanOrEqual(files.size + 8 * (round + 1)); // and those that were not acknowledged any more
    for (const sha256 of files) {
      if (!shelf.naming(sha256).isNamed) continue;
      let bytes = 0;
      for await (const piece of blobs.read(sha256) ?? []) bytes += piece.length;
      expect([sha256, bytes]).toEqual([sha256, 20_000]);
    }
    await stop();
  }
  expect([held.size > 100, gone.size > 20, files.size > 5]).toEqual([true, true, true]);
  await directory.remove();
}, 120_000);
