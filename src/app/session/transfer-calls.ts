/** A person's actions on transfers, passed to the engine. */
import type { SourceFile } from '../../engine/api/api.ts';
import { MAX_NOTE_LENGTH } from '../../protocol/limits.ts';
import { cleanLine } from '../../protocol/name.ts';
import { entryOf } from '../../transfer/sendable.ts';
import type { TransferKey } from '../../transfer/view.ts';
import type { EngineCalls } from '../engine/engine-calls.ts';
import { type Ask, attachAgain, reopen } from '../engine/files-again.ts';
import type { HeldEngine } from '../engine/held-engine.ts';
import type { ChosenFile, Model } from '../model/model.ts';
import type { Whom } from './whom.ts';

type TransferCalls = Pick<
  Model,
  | 'send'
  | 'look'
  | 'accept'
  | 'notice'
  | 'decline'
  | 'pause'
  | 'resume'
  | 'cancel'
  | 'attach'
  | 'reopen'
  | 'hide'
  | 'remove'
  | 'restore'
  | 'purge'
  | 'confirm'
  | 'retry'
>;

export function transferCalls(engine: HeldEngine, calls: EngineCalls, whom: Whom): TransferCalls {
  const ask: Ask = (question) => calls.ask(question);
  const tell =
    (type: 'decline' | 'pause' | 'resume' | 'cancel' | 'retry' | 'hide' | 'delete' | 'restore' | 'purge') =>
    (key: TransferKey) => {
      if (type === 'resume' || type === 'retry') whom.wantedOf(key);
      engine.get().post({ type, key });
    };
  return {
    send(chosen, to, said = '') {
      for (const peer of to) whom.wanted(peer);
      const recipients = to.map((peer) => ({ peer, peerName: whom.nameOf(peer) }));
      const note = cleanLine(said, MAX_NOTE_LENGTH);
      engine.get().post({ type: 'send', to: recipients, sources: chosen.map(toSource), ...(note !== '' && { note }) });
    },
    look: (key) => engine.get().post({ type: 'look', key }),
    accept: (key, files) => engine.get().post({ type: 'accept', key, files }),
    notice: (key, attention) => engine.get().post({ type: 'noticed', key, attention }),
    decline: tell('decline'),
    pause: tell('pause'),
    resume: tell('resume'),
    cancel: tell('cancel'),
    attach: (key, chosen) => attachAgain(ask, key, chosen.map(toSource)),
    reopen: (key) => reopen(ask, key),
    hide: tell('hide'),
    remove: tell('delete'),
    restore: tell('restore'),
    purge: tell('purge'),
    confirm: (key, files) => engine.get().post({ type: 'elsewhere', key, files }),
    retry: tell('retry'),
  };
}

function toSource({ file, path, handle }: ChosenFile): SourceFile {
  const entry = entryOf(path, file);
  return handle ? { file, entry, handle } : { file, entry };
}
