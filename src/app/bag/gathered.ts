/** What the bag tells bit by bit, put together for the screens. Pure. */
import type { FromBag } from '../../bag/api/api.ts';
import type { BoardView, MessageView, PostView } from '../../bag/api/views.ts';
import type { EventId } from '../../protocol/event.ts';
import { idOf } from '../../protocol/keys.ts';
import type { DeviceId } from '../../protocol/signaling.ts';
import { joined, partsOf, type WholeMessage } from '../model/together.ts';

type Told<Type extends FromBag['type']> = Extract<FromBag, { readonly type: Type }>;
export type Talks = ReadonlyMap<DeviceId, readonly WholeMessage[]>;

/** Talks in which nothing has changed stay the same lists. */
export function withMessages(before: Talks, { put, gone }: Told<'messages'>): Talks {
  const after = new Map(before);
  const changed = new Map<DeviceId, Map<EventId, MessageView>>();
  const talkWith = (id: DeviceId): Map<EventId, MessageView> => {
    const parts = (before.get(id) ?? []).flatMap(partsOf);
    const talk = changed.get(id) ?? new Map(parts.map((one) => [one.id, one]));
    changed.set(id, talk);
    return talk;
  };
  const going = new Set<EventId>(gone);
  if (going.size > 0)
    for (const [id, talk] of before)
      for (const part of talk.flatMap(partsOf)) if (going.has(part.id)) talkWith(id).delete(part.id);
  for (const view of put) talkWith(idOf(view.with)).set(view.id, view);
  for (const [id, talk] of changed) {
    const sorted = [...talk.values()].sort((a, b) => a.at - b.at);
    if (sorted.length > 0) after.set(id, joined(sorted, before.get(id)));
    else after.delete(id);
  }
  return after;
}

/** Pinned first, then the newest. */
export function withPosts({ posts }: BoardView, { put, gone, isWhole }: Told<'board'>): BoardView {
  const all = new Map<EventId, PostView>(posts.map((one) => [one.id, one]));
  for (const id of gone) all.delete(id);
  for (const view of put) all.set(view.id, view);
  const sorted = [...all.values()].sort((a, b) => Number(b.isPinned) - Number(a.isPinned) || b.at - a.at);
  return { posts: sorted, isWhole };
}
