/** What the bag tells bit by bit, put together for the screens. Pure. */
import type { FromBag } from '../../bag/api/api.ts';
import type { BoardView, MessageView, PostView } from '../../bag/api/views.ts';
import type { EventId } from '../../protocol/event.ts';
import { idOf } from '../../protocol/keys.ts';
import type { DeviceId } from '../../protocol/signaling.ts';

type Told<Type extends FromBag['type']> = Extract<FromBag, { readonly type: Type }>;
export type Talks = ReadonlyMap<DeviceId, readonly MessageView[]>;

/** Talks in which nothing has changed stay the same lists. */
export function withMessages(before: Talks, { put, gone }: Told<'messages'>): Talks {
  const after = new Map(before);
  const going = new Set<EventId>(gone);
  for (const [id, talk] of before)
    if (talk.some((one) => going.has(one.id))) {
      const left = talk.filter((one) => !going.has(one.id));
      if (left.length > 0) after.set(id, left);
      else after.delete(id);
    }
  const byPerson = new Map<DeviceId, Map<EventId, MessageView>>();
  for (const view of put) {
    const id = idOf(view.with);
    const talk = byPerson.get(id) ?? new Map((after.get(id) ?? []).map((one) => [one.id, one]));
    byPerson.set(id, talk.set(view.id, view));
  }
  for (const [id, talk] of byPerson)
    after.set(
      id,
      [...talk.values()].sort((a, b) => a.at - b.at),
    );
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
