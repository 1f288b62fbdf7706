/** What was said and what was sent between the owner of this device and others, as lines in time. Pure, but for signals. */
import { idOf } from '../../protocol/keys.ts';
import type { DeviceId } from '../../protocol/signaling.ts';
import type { TransferView } from '../../transfer/view.ts';
import { timeOf } from './between.ts';
import { type Heard, nameOf } from './name-of.ts';
import type { WholeMessage } from './together.ts';
import type { Words } from './words.ts';

export type Item =
  | { readonly is: 'transfer'; readonly key: string; readonly at: number; readonly transfer: TransferView }
  | { readonly is: 'message'; readonly key: string; readonly at: number; readonly message: WholeMessage };

/** `transfers` and `messages`: with one person, each the oldest first. What has no time has only just begun. */
export function conversation(transfers: readonly TransferView[], messages: readonly WholeMessage[]): readonly Item[] {
  const items: Item[] = [
    ...transfers.map((transfer) => {
      const at = timeOf(transfer) ?? Number.MAX_SAFE_INTEGER;
      return { is: 'transfer', key: transfer.key, at, transfer } as const;
    }),
    ...messages.map((message) => ({ is: 'message', key: message.id, at: message.at, message }) as const),
  ];
  return items.sort((a, b) => a.at - b.at);
}

/** With somebody messages were exchanged: the last of them, and how many nobody has seen yet. */
export type Talk = { readonly id: DeviceId; readonly last: WholeMessage; readonly unread: number };

/** The newest first. */
export function talksIn(messages: Words['messages']['value']): readonly Talk[] {
  const talks = [...messages].flatMap(([id, all]) => {
    const last = all[all.length - 1];
    return last === undefined ? [] : [{ id, last, unread: all.filter(({ isNew }) => isNew).length }];
  });
  return talks.sort((a, b) => b.last.at - a.last.at);
}

/** What somebody is called who may only be known from what they wrote. Reads signals. */
export function nameOfWriter(model: Heard & { readonly words: Words }, id: DeviceId): string | undefined {
  const heard = nameOf(model, id);
  if (heard !== undefined) return heard;
  const messages = model.words.messages.value.get(id);
  if (messages !== undefined) return [...messages].reverse().find(({ withName }) => withName)?.withName ?? '';
  const all = model.words.board.value.posts.flatMap((post) => [post, ...post.replies]);
  return all.find(({ author }) => idOf(author) === id)?.authorName;
}
