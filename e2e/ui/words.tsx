/** Words without a worker: messages and posts that are worth looking at, and calls that change them at once. */
import { type Signal, signal } from '@preact/signals';
import type { ChosenFile } from '../../src/app/model/model.ts';
import { joined, partsOf, type WholeMessage } from '../../src/app/model/together.ts';
import type { Words } from '../../src/app/model/words.ts';
import type {
  AttachmentView,
  BoardView,
  CarriedView,
  HolderState,
  MessageView,
  PostView,
} from '../../src/bag/api/views.ts';
import type { EventId } from '../../src/protocol/event.ts';
import type { PublicKey } from '../../src/protocol/keys.ts';
import type { DeviceId } from '../../src/protocol/signaling.ts';
import { TOPICS } from '../../src/words/post.ts';
import { ITO } from './acquaintances.tsx';
import { picture } from './contents.tsx';
import { OWN_KEY } from './people.tsx';
import { at } from './transfers.tsx';

export type FakeWords = { readonly [K in keyof Words]: Words[K] extends { value: infer T } ? Signal<T> : Words[K] };

export type WordsOver = {
  readonly holder?: HolderState;
  readonly messages?: ReadonlyMap<DeviceId, readonly WholeMessage[]>;
  readonly board?: BoardView;
  readonly carried?: Partial<CarriedView>;
  /** Nothing can be kept. */
  readonly isFull?: boolean;
  /** Nothing that is kept can be deleted. */
  readonly isRefusing?: boolean;
};

const hex = (from: number): string => from.toString(16).padStart(64, '0');
const id = (from: number): EventId => hex(from) as EventId;
const keyOf = (letter: string): PublicKey => letter.repeat(43) as PublicKey;
const DAY = 86_400_000;

/** Somebody who is nowhere else than in what they have written. */
export const FAR_KEY = keyOf('f');
export const FAR = FAR_KEY.slice(0, 16) as DeviceId;

const attachment = (name: string, type: string, size: number, more: Partial<AttachmentView> = {}): AttachmentView => ({
  sha256: hex(name.length + size),
  name,
  type,
  size,
  ...more,
});
const PHOTO = attachment('gym.jpg', 'image/jpeg', 2_400_000, { thumb: hex(7), width: 4000, height: 3000 });
const PHOTO_2 = attachment('gate.jpg', 'image/jpeg', 1_900_000, { thumb: hex(8), width: 4000, height: 3000 });
const MAP = attachment('避難所の地図.pdf', 'application/pdf', 1_280_000);

const message = (n: number, text: string, more: Partial<MessageView> = {}): MessageView => ({
  id: id(n),
  with: keyOf('i'),
  direction: 'received',
  text,
  attachments: [],
  at: at(12, 6) + n * 60_000,
  ...more,
});
const sent = (n: number, text: string, more: Partial<MessageView> = {}): MessageView =>
  message(n, text, { direction: 'sent', ...more });

const WITH_ITO: readonly MessageView[] = [
  message(1, 'We are at the east gym, all well.\nGrandmother is with us.', { withName: 'Blue Fox', at: at(11, 12) }),
  sent(2, 'Thank you! I come tomorrow.', { progress: 'arrived', at: at(11, 14) }),
  message(3, 'Look at http://hikyaku.internal/mizu and, when you have time, (https://kyusui.org/a)', {
    at: at(12, 7),
  }),
  message(4, '', { attachments: [PHOTO, PHOTO_2, MAP] }),
  sent(5, 'Is there room for two more?', { progress: 'left' }),
  sent(6, 'いま運んでもらっています', { progress: 'carried' }),
  sent(7, 'And this one?', { progress: 'kept' }),
  sent(8, 'Nobody has said that it arrived.', { progress: 'undelivered', at: at(5, 9) }),
  sent(9, 'Too much', { progress: 'refused', why: 'quota' }),
  message(10, 'Room for you all.', { isNew: true, at: at(12, 12) }),
];
const OF_FAR: readonly MessageView[] = [
  message(11, 'We walked to the clinic. 母は元気です。', {
    with: FAR_KEY,
    withName: 'Far Heron',
    isNew: true,
    at: at(12, 13),
  }),
  message(12, '', { with: FAR_KEY, withName: 'Far Heron', attachments: [PHOTO], isNew: true, at: at(12, 14) }),
];
export const MESSAGES = new Map([
  [ITO, WITH_ITO],
  [FAR, OF_FAR],
]);

/** Said as one: the last photo has not come; of what was sent, a file was not taken; and only a photo has come. */
export const IN_PARTS: readonly WholeMessage[] = joined([
  message(31, '', { attachments: [PHOTO], together: { id: 'a', at: 1, of: 3 } }),
  message(32, 'The gate is here.', { together: { id: 'a', at: 0, of: 3 } }),
  sent(33, 'Two maps', { progress: 'left', together: { id: 'b', at: 0, of: 3 } }),
  sent(34, '', { progress: 'left', attachments: [PHOTO_2], together: { id: 'b', at: 1, of: 3 } }),
  sent(35, '', { progress: 'refused', why: 'quota', attachments: [MAP], together: { id: 'b', at: 2, of: 3 } }),
]);

/** Tries to be more than text. What is hidden in it is taken out before a view is made of it (`src/words/text.ts`). */
export const HOSTILE: readonly MessageView[] = [
  message(20, '<img src=x onerror="window.hacked=1"><script>window.hacked=1</script>'),
  message(
    21,
    'javascript:window.hacked=1 data:text/html,<script>window.hacked=1</script> https://bank.example@evil.example/',
  ),
  message(22, '<a href="https://evil.example/">https://bank.example/</a> שלום gpj.exe אבג'),
  message(23, 'x'.repeat(2_000)),
];

const post = (n: number, text: string, more: Partial<PostView> = {}): PostView => ({
  id: id(100 + n),
  author: keyOf(String.fromCharCode(97 + (n % 26))),
  authorName: ['Hana’s phone', '受付', 'Calm Otter', ''][n % 4] ?? '',
  isOwn: false,
  text,
  topic: TOPICS[n % TOPICS.length] ?? 'notice',
  place: 'East Gym',
  attachments: [],
  at: Date.now() - n * 3_600_000 - 120_000,
  isPinned: false,
  replies: [],
  ...more,
});

const POSTS: readonly PostView[] = [
  post(0, 'Water: 10:00 and 15:00 at the north gate. Bring a bottle.\n給水は 10 時と 15 時、北門です。', {
    isPinned: true,
    topic: 'notice',
    endsAt: Date.now() + 3 * DAY,
  }),
  post(1, 'We need blankets for six people in room 2-1.', {
    topic: 'need',
    replies: [
      post(50, 'Two are at the entrance, take them.', { at: Date.now() - 600_000 }),
      post(51, 'Thank you!', { isOwn: true, author: OWN_KEY, at: Date.now() - 300_000, progress: 'left' }),
    ],
  }),
  post(2, 'Found: keys with a red fob, beside the stairs.', { topic: 'lost', attachments: [PHOTO, PHOTO_2] }),
  post(3, 'I can charge phones until the evening. https://kyusui.org/b', {
    topic: 'offer',
    isOwn: true,
    author: OWN_KEY,
    progress: 'carried',
  }),
  post(4, 'The bridge at the river is closed.', { topic: 'safety', attachments: [MAP], place: '西小学校' }),
];

export const BOARD: BoardView = { posts: POSTS, isWhole: true };
export const LONG_BOARD: BoardView = {
  isWhole: false,
  posts: Array.from({ length: 2_000 }, (_, n) => post(n, `Post ${n}: ${'what is needed here. '.repeat(n % 9)}`)),
};

const CARRIED: CarriedView = {
  letters: 12,
  posts: 40,
  files: 3,
  bytes: 3_200_000,
  places: ['西小学校', 'East Gym'],
  takesLetters: true,
};

const attached = (files: readonly ChosenFile[]): readonly AttachmentView[] =>
  files.map(({ file, path }) => attachment(path, file.type || 'application/octet-stream', file.size));

export function fakeWords(calls: unknown[][], over: WordsOver = {}): FakeWords {
  const carried = signal<CarriedView>({ ...CARRIED, ...over.carried });
  const drafts = new Map<string, string>();
  return {
    holder: signal<HolderState>(over.holder ?? 'here'),
    facts: signal({ blobBytes: 25 * 1024 * 1024, days: 30 }),
    carried,
    ...messageCalls(calls, over),
    ...boardCalls(calls, over.board),
    attachment: async (_, { type }) => (type.startsWith('image/') ? picture() : undefined),
    thumb: async () => picture(),
    draft: (key) => drafts.get(key) ?? '',
    keepDraft: (key, text) => void drafts.set(key, text),
    throwAway() {
      calls.push(['throwAway']);
      carried.value = { ...carried.value, letters: 0, posts: 0, files: 0, bytes: 0, places: [] };
    },
    takeLetters(takesLetters) {
      calls.push(['takeLetters', takesLetters]);
      carried.value = { ...carried.value, takesLetters };
    },
  };
}

function messageCalls(calls: unknown[][], over: WordsOver) {
  const messages = signal<ReadonlyMap<DeviceId, readonly WholeMessage[]>>(over.messages ?? new Map());
  let made = 1_000;
  const change = (into: (message: MessageView) => readonly MessageView[]): void => {
    const changed = (all: readonly WholeMessage[]) => joined(all.flatMap(partsOf).flatMap(into), all);
    messages.value = new Map([...messages.value].map(([other, all]) => [other, changed(all)]));
  };
  return {
    messages,
    async say(to, text, files) {
      calls.push(['say', to, text, files.map(({ path }) => path)]);
      if (over.isFull) return 'no-room';
      made += 1;
      const next = sent(made, text, { attachments: attached(files), progress: 'sending', at: Date.now() });
      messages.value = new Map(messages.value).set(to, [...(messages.value.get(to) ?? []), next]);
      return undefined;
    },
    read(from) {
      calls.push(['read', from]);
      const all = messages.value.get(from) ?? [];
      messages.value = new Map(messages.value).set(
        from,
        all.map(({ isNew: _, ...one }) => one),
      );
    },
    again(of) {
      calls.push(['again', of]);
      change((one) => {
        const { why: _, ...rest } = one;
        return [one.id === of ? { ...rest, progress: 'sending' } : one];
      });
    },
    forget(of) {
      calls.push(['forget', of]);
      change((one) => (one.id === of ? [] : [one]));
    },
    async forgetAll(other) {
      calls.push(['forgetAll', other]);
      if (over.isRefusing) return false;
      messages.value = new Map([...messages.value].filter(([id]) => id !== other));
      return true;
    },
  } satisfies Partial<FakeWords>;
}

function boardCalls(calls: unknown[][], begins: BoardView = { posts: [], isWhole: true }) {
  const board = signal<BoardView>(begins);
  let made = 2_000;
  return {
    board,
    async post({ text, topic, days, files, replyTo }) {
      calls.push(['post', text, topic, days, files.map(({ path }) => path), ...(replyTo ? [replyTo] : [])]);
      made += 1;
      const own = { topic, isOwn: true, author: OWN_KEY, attachments: attached(files), at: Date.now() };
      const next = post(made, text, own);
      const posts = replyTo
        ? board.value.posts.map((one) => (one.id === replyTo ? { ...one, replies: [...one.replies, next] } : one))
        : [next, ...board.value.posts];
      board.value = { ...board.value, posts };
      return undefined;
    },
    takeBack(of) {
      calls.push(['takeBack', of]);
      const posts = board.value.posts.filter((one) => one.id !== of);
      board.value = {
        ...board.value,
        posts: posts.map((one) => ({ ...one, replies: one.replies.filter((reply) => reply.id !== of) })),
      };
    },
  } satisfies Partial<FakeWords>;
}
