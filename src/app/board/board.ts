/** Which posts of the board are looked for. Pure, and fast for thousands of them. */
import type { PostView } from '../../bag/api/views.ts';
import type { EventId } from '../../protocol/event.ts';
import type { Topic } from '../../words/post.ts';

export type Wanted = { readonly topic: Topic | undefined; readonly query: string };

/** In the order in which they came. Each word of `query` stands in the post, its replies, its author, its place or its files. */
export function fitting(posts: readonly PostView[], { topic, query }: Wanted): readonly PostView[] {
  const wanted = foldedOf(query).split(/\s+/u).filter(Boolean);
  return posts.filter(
    (post) => (topic === undefined || post.topic === topic) && wanted.every((word) => seenOf(post).includes(word)),
  );
}

/** Narrow and wide, large and small letters count as the same, and hiragana as katakana. */
const foldedOf = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\u3041-\u3096]/gu, (letter) => String.fromCharCode(letter.charCodeAt(0) + 0x60));

/** Folding two thousand posts takes a phone longer than looking through them. */
const seen = new WeakMap<PostView, string>();

function seenOf(post: PostView): string {
  const known = seen.get(post);
  if (known !== undefined) return known;
  const texts = [post, ...post.replies].flatMap((one) => [
    one.text,
    one.authorName,
    one.place,
    ...one.attachments.map(({ name }) => name),
  ]);
  const folded = foldedOf(texts.join('\n'));
  seen.set(post, folded);
  return folded;
}

/** The post with this id, or the one to which the reply with this id belongs. */
export const postWith = (posts: readonly PostView[], id: string): PostView | undefined => {
  const isIt = (post: { readonly id: EventId }): boolean => post.id === id;
  return posts.find((post) => isIt(post) || post.replies.some(isIt));
};
