/** One post in the list: its beginning, and the way to all of it. */
import { useMemo } from 'preact/hooks';
import type { PostView } from '../../bag/api/views.ts';
import { useLateText } from '../i18n/context.ts';
import type { Model } from '../model/model.ts';
import { useFocused } from '../person/useFocused.ts';
import { iconOf } from '../pieces/file-icon.ts';
import { Icon } from '../pieces/icons.tsx';
import { hashOf } from '../place/place.ts';
import { Thumbnail } from '../preview/Thumbnail.tsx';
import { PostHead } from './PostHead.tsx';

/** The rest is cut off by lines, and in the tree of a screen reader by this, in UTF-16 code units. */
const SHOWN_LENGTH = 300;
const SHOWN_PICTURES = 3;

type Props = { post: PostView; model: Pick<Model, 'words'>; wasOpen: boolean };

export function PostRow(props: Props) {
  return useMemo(() => <Row {...props} />, [props.post, props.model]);
}

function Row({ post, model, wasOpen }: Props) {
  const { words, format } = useLateText();
  const link = useFocused<HTMLAnchorElement>(wasOpen);
  const { id, text, attachments, replies } = post;
  const cut = text.length > SHOWN_LENGTH ? `${text.slice(0, SHOWN_LENGTH)}…` : text;
  const pictures = attachments.filter(({ type }) => type.startsWith('image/')).slice(0, SHOWN_PICTURES);
  return (
    <li class="post" data-topic={post.topic}>
      <PostHead post={post} />
      <a ref={link} class="post-open" href={hashOf({ screen: 'post', id })}>
        <span class="post-text" dir="auto">
          {cut || attachments.map(({ name }) => name).join(', ')}
        </span>
        {pictures.length > 0 && (
          <span class="post-pictures" aria-hidden="true">
            {pictures.map((file) => (
              <Thumbnail key={file.sha256} path="picture.jpg" read={() => model.words.thumb(id, file)} />
            ))}
          </span>
        )}
        <span class="figures post-more">
          {attachments.length > 0 && (
            <span class="post-count">
              <Icon name={iconOf(attachments[0]?.name ?? '')} />
              {format.count(words.files, attachments.length)}
            </span>
          )}
          {replies.length > 0 && <span class="post-count">{format.count(words.onBoard.replies, replies.length)}</span>}
        </span>
      </a>
    </li>
  );
}
