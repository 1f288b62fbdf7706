/** What must hold at every moment between two honest machines, whatever happens around them. */
import { BLOCK_BYTES, WINDOW_BYTES } from '../../protocol/limits.ts';
import { hasEnded } from '../has-ended.ts';
import { totalBytes } from '../manifest.ts';
import { firstBlocks } from '../plan.ts';
import type { Agreement, Receiving, ReceivingEffect } from '../receiving.ts';
import { READ_AHEAD_BLOCKS, type Sending, type SendingEffect, type SendingEvent } from '../sending.ts';
import type { Disk, Token } from './content.ts';

const sum = (lengths: Iterable<number>) => [...lengths].reduce((total, length) => total + length, 0);

/** A rule that was broken. */
export class Broken extends Error {}

export function demand(holds: boolean, rule: string): asserts holds {
  if (!holds) throw new Broken(rule);
}

export class Rules {
  /** Events that may keep a transfer from being saved. */
  readonly excuses = new Set<'cancelled' | 'declined' | 'changed' | 'storage failed' | 'unreachable'>();
  hasConsent = false;
  /** True when the receiver has lost some of its stored blocks since the present run began. */
  hasLost = false;
  wasSaved = false;
  readonly #disk: Disk;
  readonly #pack: ReadonlyMap<number, Token>;
  /** Blocks requested and not yet stored in the present run, with their lengths; and how many are not sent yet. */
  readonly #ahead = new Map<number, number>();
  #first: readonly number[] = [];
  #queuedBlocks = 0;
  /** Blocks that were sent in the present run, with their lengths. */
  readonly #sent = new Map<number, number>();

  constructor(disk: Disk, pack: ReadonlyMap<number, Token>) {
    this.#disk = disk;
    this.#pack = pack;
  }

  sawSender(before: Sending, event: SendingEvent, after: Sending, effects: readonly SendingEffect[]): void {
    if (event.type === 'block-transmitted' && before.phase === 'sending') this.#queuedBlocks -= 1;
    for (const effect of effects) {
      if (effect.type === 'start-from') this.#started(effect.files, effect.blocks);
      if (effect.type === 'release') this.#queuedBlocks = 0;
      if (effect.type !== 'transmit') continue;
      this.#queuedBlocks += 1;
      if (effect.length > 0) {
        const block = (this.#first[effect.at] ?? 0) + effect.offset / BLOCK_BYTES;
        this.#ahead.set(block, effect.length);
        this.#sent.set(block, effect.length);
      }
      demand(sum(this.#ahead.values()) <= WINDOW_BYTES, 'no more than the window is under way');
    }
    demand(this.#queuedBlocks <= READ_AHEAD_BLOCKS && this.#queuedBlocks >= 0, 'few blocks are read ahead');
    if (after.phase === 'sent') demand(this.wasSaved, 'sent only when the receiver has saved');
    if (after.phase === 'failed') {
      const { reason } = after;
      demand(reason !== 'protocol-violation', 'two honest sides never break the protocol (the sender says so)');
      if (reason === 'digest-mismatch' || reason === 'source-changed')
        demand(this.excuses.has('changed'), `${reason} only if a file changed`);
    }
  }

  #started(files: readonly number[], blocks: number): void {
    const entries = files.flatMap((file) => this.#disk.entries[file] ?? []);
    const again = sum([...this.#sent].filter(([block]) => block >= blocks).map(([, length]) => length));
    demand(this.hasLost || again <= WINDOW_BYTES + BLOCK_BYTES, 'an interruption costs at most a window and a block');
    this.hasLost = false;
    this.#sent.clear();
    this.#first = firstBlocks(entries);
    this.#ahead.clear();
    this.#queuedBlocks = 0;
  }

  sawReceiver(before: Receiving, after: Receiving, effects: readonly ReceivingEffect[]): void {
    if (hasEnded(before)) demand(after === before, 'an ended state never changes');
    if (effects.some(({ type }) => type === 'open-store')) demand(this.hasConsent, 'nothing is opened before consent');
    if (after.phase === 'saved' && before.phase !== 'saved') {
      demand(before.phase === 'verifying', 'saved only from verifying');
      this.#checkSaved(after.agreement);
    }
    if (after.phase === 'failed')
      demand(
        after.reason !== 'protocol-violation' && after.reason !== 'digest-mismatch',
        `two honest sides never break the protocol (the receiver says ${after.reason})`,
      );
  }

  #checkSaved({ files, entries, totalBytes: bytes }: Agreement): void {
    this.wasSaved = true;
    demand(totalBytes(entries) === bytes, 'the accepted bytes add up');
    const first = firstBlocks(entries);
    for (const [at, file] of files.entries()) {
      const own = this.#disk.blocks(file, 0).map((_, block) => this.#pack.get((first[at] ?? 0) + block) ?? 'none');
      demand(this.#disk.wasEver(file, own), `saved only with the whole of one version of file ${file}, not ${own}`);
    }
  }

  wrote(number: number, counted: number, token: Token, { files, entries }: Agreement): void {
    demand(this.hasConsent, 'nothing is stored before consent');
    demand(number === counted, 'every block is stored once, behind the one before it');
    const first = firstBlocks(entries);
    // An empty file begins where the next one does, and has no blocks.
    const at = first.filter((block) => block <= number).length - 1;
    const own = `${files[at]}.${number - (first[at] ?? 0)}`;
    demand(token.split('v')[0] === own, 'every block is stored in its own place');
    this.#ahead.delete(number);
  }
}
