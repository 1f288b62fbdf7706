/** What the receiving machine tells its sender, as control messages. */
import type { ControlMessage, KnownFile, TransferId } from '../../protocol/peer.ts';
import { knownPieces } from '../../transfer/manifest.ts';
import { rangePieces } from '../../transfer/ranges.ts';
import type { ReceivingEffect } from '../../transfer/receiving.ts';

export type Told = Extract<ReceivingEffect, { readonly type: `tell-${string}` }>;

/** The messages for `effect`. `known`: files of which the receiver has copies; they are named before an accept. */
export function receiverWords(transfer: TransferId, effect: Told, known: readonly KnownFile[]): ControlMessage[] {
  switch (effect.type) {
    case 'tell-accept': {
      const names = knownPieces(known).map((files) => ({ type: 'known', transfer, files }) as const);
      const pieces = rangePieces(effect.files);
      const wanted = pieces.slice(0, -1).map((files) => ({ type: 'wanted', transfer, files }) as const);
      return [...names, ...wanted, { type: 'accept', transfer, files: pieces.at(-1) ?? [], have: effect.have }];
    }
    case 'tell-attention':
      return [{ type: 'attention', transfer, attention: effect.attention }];
    case 'tell-look':
      return [{ type: 'look', transfer }];
    case 'tell-stored':
      return [{ type: 'stored', transfer, bytes: effect.bytes }];
    case 'tell-complete':
      return [{ type: 'complete', transfer, digest: effect.digest }];
    case 'tell-fail':
      return [{ type: 'fail', transfer, reason: effect.reason }];
    case 'tell-decline':
      return [{ type: 'decline', transfer }];
    case 'tell-pause':
      return [{ type: 'pause', transfer }];
    case 'tell-cancel':
      return [{ type: 'cancel', transfer }];
  }
}
