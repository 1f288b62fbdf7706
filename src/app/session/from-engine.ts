/** Passes each message of the engine to its recipient. */
import type { EngineMessage } from '../../engine/api/api.ts';
import type { PublicKey } from '../../protocol/keys.ts';
import type { DeviceId } from '../../protocol/signaling.ts';
import type { Passed } from '../bag/words.ts';
import type { EngineCalls } from '../engine/engine-calls.ts';
import type { Links } from '../net/links.ts';
import type { People } from '../people/people.ts';
import type { EngineNews } from './engine-news.ts';
import type { Warnings } from './warnings.ts';

/** What is answered by code that comes later: small pictures for the receiver of an offer, or if Blobs are kept. */
export type AskedLate = Extract<EngineMessage, { readonly type: 'want-pictures' | 'try-blobs' }>;

type Ears = {
  readonly links: Links;
  readonly news: EngineNews;
  readonly warnings: Warnings;
  readonly members: { met(peer: DeviceId, groups: readonly PublicKey[]): void };
  readonly calls: EngineCalls;
  readonly late: (asked: AskedLate) => void;
  readonly words: (message: Passed) => void;
  readonly people: Pick<People, 'know'>;
};

export function fromEngine(
  message: EngineMessage,
  { links, news, warnings, members, calls, late, words, people }: Ears,
): void {
  switch (message.type) {
    case 'ready': // EngineClient has heard these
    case 'fault':
      return;
    case 'want-link':
      links.want(message.peer);
      return;
    case 'members':
      members.met(message.peer, message.groups);
      return;
    case 'busy-link':
      void links.busy(message.link);
      return;
    case 'lane-signal':
      links.laneSignalled(message.link, message.lane, message.signal);
      return;
    case 'idle-link':
    case 'drop-link':
      links.close(message.link);
      return;
    case 'transfers':
    case 'offers':
    case 'picture':
    case 'known':
      news.told(message);
      return;
    case 'try-blobs':
    case 'want-pictures':
      late(message);
      return;
    case 'word':
    case 'heard':
    case 'met':
    case 'unpassed':
      words(message);
      return;
    case 'not-proven':
      warnings.add(message);
      return;
    case 'comparison': {
      const { comparison } = message;
      if (comparison?.phase === 'same') people.know(comparison.key, comparison.peerName);
      news.comparison.value = comparison;
      return;
    }
    case 'blob':
    case 'listing':
    case 'attached':
    case 'handles':
      calls.answered(message);
      return;
  }
}
