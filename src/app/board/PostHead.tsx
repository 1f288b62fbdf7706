/** Of a post or a reply: topic, who wrote it, as they call themselves and with their mark, where, and how long ago. */
import type { PostView } from '../../bag/api/views.ts';
import { idOf } from '../../protocol/keys.ts';
import { useLateText } from '../i18n/context.ts';
import { fill } from '../i18n/format.ts';
import { ageOf } from '../model/age.ts';
import { Name } from '../pieces/Name.tsx';
import { Phrase } from '../pieces/Phrase.tsx';
import { NotThem, Who } from '../pieces/Who.tsx';
import { hashOf } from '../place/place.ts';

export function PostHead({ post, isReply = false }: { post: PostView; isReply?: boolean }) {
  const { tag, words, format } = useLateText();
  const said = words.onBoard;
  const id = idOf(post.author);
  const name = post.authorName || said.somebody;
  return (
    <div class="post-head">
      {!isReply && (
        <p class="post-topic">
          {post.isPinned && <span class="chip">{said.pinned}</span>}{' '}
          <span class="chip topic" data-topic={post.topic}>
            {said.topics[post.topic]}
          </span>
        </p>
      )}
      <p class="post-who">
        {post.isOwn ? <strong>{said.own}</strong> : <Who id={id} name={name} href={hashOf({ screen: 'person', id })} />}
      </p>
      {!post.isOwn && <NotThem id={id} name={name} />}
      <p class="figures">
        <time dateTime={new Date(post.at).toISOString()}>{ageOf(Date.now() - post.at, tag)}</time>
        {post.place !== '' && (
          <>
            {' · '}
            <Phrase text={words.behind}>
              <Name of={post.place} />
            </Phrase>
          </>
        )}
        {post.endsAt !== undefined && <> · {fill(said.until, { date: format.date(post.endsAt) })}</>}
      </p>
    </div>
  );
}
