import { expect, test } from 'vitest';
import { type EventId, rumorOf } from '../../protocol/event.ts';
import { newSecret, publicKeyOf } from '../../protocol/keys.ts';
import { messageDraft } from '../../words/letters/message.ts';
import { Journal } from '../store/journal.ts';
import { Life } from '../store/life.ts';
import { MemoryKeyval, Timers } from '../testing/memory-keyval.ts';
import { Messages, MOST_FORGOTTEN } from './messages.ts';

const [self, other] = [newSecret(), newSecret()].map(publicKeyOf);

function keeping(store: MemoryKeyval) {
  const clock = { now: 1_764_150_000_000, elapsed: 0 };
  const life = new Life(undefined, { now: () => clock.now, elapsed: () => clock.elapsed });
  const journal = new Journal({ store, schedule: new Timers().schedule, refused: () => {} });
  const inOrder = [...store.kept].sort(([a], [b]) => (String(a) < String(b) ? -1 : 1)); // as a browser gives them
  const messages = new Messages({ journal, life, changed: () => {} }, inOrder);
  const forget = async (text: string): Promise<EventId> => {
    if (!self || !other) expect.fail();
    clock.elapsed += 1_000;
    const rumor = rumorOf(other, messageDraft({ says: 'text', text }, self, 5));
    await messages.keep({ rumor, with: other, direction: 'received', lived: life.now });
    await messages.forget([rumor.id]);
    return rumor.id;
  };
  return { messages, life, clock, forget };
}

test('of those that were taken off this device the newest are known, also over a visit, whatever their ids are', async () => {
  const store = new MemoryKeyval();
  const first = keeping(store);
  const forgotten: EventId[] = [];
  for (let at = 0; at < MOST_FORGOTTEN; at += 1) forgotten.push(await first.forget(`message ${at}`));
  const again = keeping(store.after());
  again.clock.elapsed = first.clock.elapsed;
  const more: EventId[] = [];
  for (let at = 0; at < 5; at += 1) more.push(await again.forget(`later ${at}`));
  expect(forgotten.filter((id) => !again.messages.knows(id))).toEqual(forgotten.slice(0, 5));
  expect(more.every((id) => again.messages.knows(id))).toBe(true);
});
