/**
 * How much is kept of people whom the owner of this device neither knows nor has answered, and whose message makes room for another
 * one. Keys are free: whoever makes up three of them must not keep everybody else out. Pure.
 */
import type { PublicKey } from '../../protocol/keys.ts';
import type { MessageRecord } from './record.ts';

/** Messages of strangers: of one, and of all of them. */
export const MOST_OF_STRANGERS = { one: 200, all: 500 } as const;

type Message = Pick<MessageRecord, 'with' | 'lived'>;

/**
 * What goes for a message of `from`: the oldest of whoever has said most, if that is more than `from` has. `undefined` where there is
 * room, `too-much` where `from` has said most themselves. `kept`: what is here of strangers, but for those who are blocked.
 */
export function whatGoesFor<M extends Message>(from: PublicKey, kept: readonly M[]): M | 'too-much' | undefined {
  const counts = new Map<PublicKey, number>();
  for (const message of kept) counts.set(message.with, (counts.get(message.with) ?? 0) + 1);
  const own = counts.get(from) ?? 0;
  if (own >= MOST_OF_STRANGERS.one) return 'too-much';
  if (kept.length < MOST_OF_STRANGERS.all) return undefined;
  const most = Math.max(...counts.values());
  if (own >= most) return 'too-much';
  const loud = kept.filter((message) => counts.get(message.with) === most);
  return loud.reduce((oldest, message) => (message.lived < oldest.lived ? message : oldest));
}
