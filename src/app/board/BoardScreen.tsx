/** All posts, the pinned ones first and then the newest, by topic and by what is looked for. */
import { type Signal, signal } from '@preact/signals';
import { useMemo, useRef } from 'preact/hooks';
import type { BoardView } from '../../bag/api/views.ts';
import { TOPICS } from '../../words/post.ts';
import { useLateText } from '../i18n/context.ts';
import { fill } from '../i18n/format.ts';
import { ScreenHead } from '../inbox/ScreenHead.tsx';
import type { Model } from '../model/model.ts';
import { Icon } from '../pieces/icons.tsx';
import { useHeld } from '../pieces/useHeld.ts';
import { usePages } from '../pieces/usePages.tsx';
import type { Navigation } from '../place/navigation.ts';
import { fitting, type Wanted } from './board.ts';
import { PostRow } from './PostRow.tsx';

/** Three screens of a phone: two thousand at once would keep it busy for seconds. */
const PAGE_POSTS = 20;

/** Stays while another screen is shown. */
const wanted: Signal<Wanted> = signal({ topic: undefined, query: '' });

type Props = { model: Model; navigation: Navigation };

export function BoardScreen({ model, navigation }: Props) {
  const { words } = useLateText();
  const said = words.onBoard;
  const { holder, board } = model.words;
  const view = useHeld(board.value);
  const left = navigation.left.value;
  return (
    <main class="page inbox board">
      <ScreenHead title={words.board} onBack={() => navigation.back()} keepsFocus={left?.screen === 'post'} />
      <button class="button primary big" type="button" onClick={() => navigation.go({ screen: 'write' })}>
        <Icon name="plus" />
        {said.newPost}
      </button>
      <State holder={holder.value} board={view} />
      {view.posts.length > 0 && (
        <>
          <Looked posts={view.posts} />
          <Posts posts={view.posts} wasOpen={left?.screen === 'post' ? left.id : undefined} model={model} />
        </>
      )}
    </main>
  );
}

function State({ holder, board }: { holder: Model['words']['holder']['value']; board: BoardView }) {
  const said = useLateText().words.onBoard;
  const isEmpty = board.posts.length === 0;
  return (
    <div role="status" class="board-state">
      {(holder === 'off' || holder === 'away') && <p class="hint">{said[holder]}</p>}
      {holder === 'waiting' && <p class="hint">{said.waiting}</p>}
      {holder === 'here' && !board.isWhole && <p class="hint">{isEmpty ? said.waiting : said.notWhole}</p>}
      {isEmpty && holder !== 'waiting' && board.isWhole && (
        <div class="nobody">
          <p class="nobody-title">{said.empty}</p>
          {holder === 'here' && <p>{said.emptyHelp}</p>}
        </div>
      )}
    </div>
  );
}

/** Looks for words, and for a topic. */
function Looked({ posts }: Pick<BoardView, 'posts'>) {
  const { words, format } = useLateText();
  const said = words.onBoard;
  const { topic, query } = wanted.value;
  const look = (next: Partial<Wanted>): void => {
    wanted.value = { ...wanted.value, ...next };
  };
  const isLooking = topic !== undefined || query.trim() !== '';
  const found = useMemo(() => fitting(posts, { topic, query }).length, [posts, topic, query]);
  return (
    <div class="board-look">
      <label class="search">
        <Icon name="search" />
        <span class="hidden">{said.find}</span>
        <input
          type="search"
          placeholder={said.find}
          autocomplete="off"
          enterkeyhint="search"
          value={query}
          onInput={({ currentTarget }) => look({ query: currentTarget.value })}
        />
      </label>
      <label class="topic-choice">
        <span class="label">{said.topic}</span>{' '}
        <select
          value={topic ?? ''}
          onChange={({ currentTarget }) => look({ topic: TOPICS.find((one) => one === currentTarget.value) })}
        >
          <option value="">{said.allTopics}</option>
          {TOPICS.map((one) => (
            <option key={one} value={one}>
              {said.topics[one]}
            </option>
          ))}
        </select>
      </label>
      <p class="hint" aria-live="polite" hidden={!isLooking}>
        {isLooking &&
          (found > 0 ? fill(words.here.find.found, { count: format.count({ other: '#' }, found) }) : said.noneFits)}
      </p>
    </div>
  );
}

type PostsProps = Pick<BoardView, 'posts'> & Pick<Props, 'model'> & { wasOpen: string | undefined };

function Posts({ posts, wasOpen, model }: PostsProps) {
  const { words } = useLateText();
  const { topic, query } = wanted.value;
  const found = useMemo(() => fitting(posts, { topic, query }), [posts, topic, query]);
  const opened = found.findIndex(({ id }) => id === wasOpen) + 1;
  const first = useRef(Math.ceil(Math.max(1, opened) / PAGE_POSTS) * PAGE_POSTS);
  const { shown, more } = usePages(found, PAGE_POSTS, first.current);
  return (
    <>
      <ul class="post-list" aria-label={words.onBoard.posts}>
        {shown.map((post) => (
          <PostRow key={post.id} post={post} model={model} wasOpen={post.id === wasOpen} />
        ))}
      </ul>
      {more}
    </>
  );
}
