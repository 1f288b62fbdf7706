/** How many messages have come that nobody has seen yet. */
import type { Words } from './words.ts';

export function unreadIn(messages: Words['messages']['value']): number {
  let count = 0;
  for (const all of messages.values()) for (const { isNew } of all) if (isNew) count += 1;
  return count;
}
