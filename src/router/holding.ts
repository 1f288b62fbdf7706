/** What this router holds for those who are not here, as its operator has decided: opened at the start, with the way to ask about it. */
import { mkdirSync, statfsSync } from 'node:fs';
import { join } from 'node:path';
import { type HexKey, hexOf } from '../protocol/event.ts';
import { publicKeyOf } from '../protocol/keys.ts';
import { MAX_BLOB_BYTES } from '../protocol/limits.ts';
import type { Config } from './config/config.ts';
import { wordsOf } from './machine/files.ts';
import { folderBytes } from './machine/folder-size.ts';
import type { Log } from './machine/log.ts';
import type { WordsStatus } from './status/status.ts';
import { answerTo } from './words/board-commands.ts';
import { boardSocket, serveBoard } from './words/board-socket.ts';
import { type Holder, openHolder } from './words/holder.ts';
import { operatorKey } from './words/operator-key.ts';

export type Hold = Holder & {
  /** Whose labels count here. */
  readonly operator: HexKey;
  /** Largest file that is held, in bytes. */
  readonly blobBytes: number;
};

/** The disk cannot be used; why, in words for the log, and the system's word. */
export type NotHeld = { readonly failed: string; readonly reason: string };

/**
 * Most that is held where the operator has not said how much: what phones leave in a shelter of some hundred people in two weeks, with a
 * few photos each. And never more than a tenth of what the disk has free, because the machine needs room for itself, and a full disk
 * stops more than words.
 */
const MOST_BYTES = 1_000_000_000;
const PART_OF_FREE = 0.1;
/** Where the disk does not say how much is free: the smallest size that may be chosen. */
const UNKNOWN_BYTES = 100_000_000;
const FOLDERS = ['words', 'blobs'] as const;

/** `undefined` when nothing is to be held. */
export async function openHold(
  { hold, dataDirectory }: Pick<Config, 'hold' | 'dataDirectory'>,
  meshKey: string | undefined,
  log: Log,
): Promise<Hold | NotHeld | undefined> {
  if (hold === undefined) return undefined;
  let stopSocket: (() => Promise<void>) | undefined;
  try {
    const folder = join(dataDirectory, FOLDERS[0]);
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const opened: { holder?: Holder } = {};
    stopSocket = await socketIn(folder, async () => opened.holder, log);
    const operator = await operatorKey(dataDirectory, meshKey);
    const bytesAtMost = hold.bytes ?? roomOn(dataDirectory);
    const { days, blobBytes = MAX_BLOB_BYTES } = hold;
    const holder = await openHolder(dataDirectory, { log, bytesAtMost, blobBytesAtMost: blobBytes, days, operator });
    opened.holder = holder;
    const stop = async (): Promise<void> => {
      await stopSocket?.();
      await holder.stop();
    };
    return { ...holder, operator: hexOf(publicKeyOf(operator)), blobBytes, stop };
  } catch (error) {
    await stopSocket?.();
    const reason = wordsOf(error);
    return { failed: `${dataDirectory} cannot be used (${reason})`, reason };
  }
}

/** A folder that another router uses is not touched. Without the socket for another reason, all but the commands works. */
async function socketIn(
  folder: string,
  holder: () => Promise<Holder | undefined>,
  log: Log,
): Promise<(() => Promise<void>) | undefined> {
  try {
    return await serveBoard(boardSocket(folder), async function* (asked) {
      const shelf = (await holder())?.shelf;
      if (shelf === undefined) yield { problem: 'the router is starting' };
      else yield* answerTo(asked, shelf);
    });
  } catch (error) {
    if (wordsOf(error) === 'EADDRINUSE') throw error;
    log.warn(`words: the commands \`board …\` do not reach this router (${wordsOf(error)})`);
    return undefined;
  }
}

/** What is held already counts as free: else every start would have less room than the one before. */
function roomOn(dataDirectory: string): number {
  try {
    const { bsize, bavail } = statfsSync(dataDirectory);
    const held = FOLDERS.reduce((sum, name) => sum + folderBytes(join(dataDirectory, name)), 0);
    return Math.min(MOST_BYTES, Math.floor((bsize * bavail + held) * PART_OF_FREE));
  } catch {
    return UNKNOWN_BYTES;
  }
}

export function wordsStatus(hold: Hold | NotHeld | 'opening' | 'off'): WordsStatus {
  if (hold === 'off') return { state: 'off', cause: 'switched-off' };
  if (hold === 'opening') return { state: 'off', cause: 'opening' };
  if ('failed' in hold) return { state: 'off', cause: 'failed', reason: hold.reason };
  const { events, posts, letters, bytes, bytesAtMost, days, gone, refused } = hold.shelf.counts();
  const { blobs } = hold.blobs.counts();
  const { trouble } = hold.health;
  const damaged = gone.lost + hold.blobs.damaged;
  return {
    state: 'on',
    events,
    posts,
    letters,
    blobs,
    bytes,
    bytes_at_most: bytesAtMost,
    days,
    gone,
    refused,
    ...(trouble && { trouble }),
    ...(damaged > 0 && { damaged }),
  };
}
