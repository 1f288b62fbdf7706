/** Words where nothing holds them: nothing was said, nothing can be, and the screens say so. */
import { signal } from '@preact/signals';
import { MAX_BLOB_BYTES } from '../../protocol/limits.ts';
import type { Words } from '../model/words.ts';

export function noWords(): Words {
  const nothing = (): void => {};
  const notSaid = async () => 'no-room' as const;
  const none = async () => undefined;
  return {
    holder: signal('off'),
    facts: signal({ blobBytes: MAX_BLOB_BYTES, days: 0 }),
    messages: signal(new Map()),
    board: signal({ posts: [], isWhole: true }),
    carried: signal({ letters: 0, posts: 0, files: 0, bytes: 0, places: [], takesLetters: false }),
    say: notSaid,
    read: nothing,
    again: nothing,
    forget: nothing,
    post: notSaid,
    takeBack: nothing,
    attachment: none,
    thumb: none,
    draft: () => '',
    keepDraft: nothing,
    throwAway: nothing,
    takeLetters: nothing,
  };
}
