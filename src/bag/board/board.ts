/**
 * The board as the page shows it, made anew where something has changed, and told in portions, the newest first: a phone draws twenty
 * posts, and two thousand are here.
 */
import { type EventId, type HexKey, keyFrom, type SignedEvent } from '../../protocol/event.ts';
import { targetsOf } from '../../words/admission.ts';
import { DELETION, LABEL, POST } from '../../words/kinds.ts';
import { lastsOf, postIn, replyOf } from '../../words/post.ts';
import type { Refused } from '../../words/refusal.ts';
import type { FromBag } from '../api/api.ts';
import type { PostView, Progress } from '../api/views.ts';
import type { Carried } from '../carried/carried.ts';
import type { Kept } from '../carried/kept.ts';

type Told = Extract<FromBag, { readonly type: 'board' }>;
type Changed = Pick<SignedEvent, 'id' | 'kind' | 'tags'>;

/** Posts that are told at once: the first screens, which somebody waits for, and then as many as a slow phone takes in a blink. */
const PORTION = { first: 50, next: 200 } as const;

/** Replies that are shown with a post, the newest of them: more do not fit on a page, and each new one tells all of them again. */
const MOST_REPLIES = 100;

export type BoardPorts = {
  readonly carried: () => Carried;
  readonly self: HexKey;
  readonly wallAt: (lived: number) => number;
  /** Of posts of one's own. */
  readonly progressOf: (kept: Kept) => { readonly progress: Progress; readonly why?: Refused };
};

export class Board {
  readonly #ports: BoardPorts;
  /** Replies by their post, which may not be here. */
  readonly #replies = new Map<EventId, Set<EventId>>();
  readonly #changed = new Set<EventId>();
  readonly #shown = new Set<EventId>();
  isWhole = false;

  constructor(ports: BoardPorts) {
    this.#ports = ports;
  }

  /** These have come, gone or changed. */
  note(events: readonly Changed[]): void {
    for (const event of events) {
      if (event.kind === POST) this.#notePost(event);
      else if (event.kind === DELETION || event.kind === LABEL) for (const id of targetsOf(event)) this.#touch(id);
    }
  }

  /** The operator whose word counts is another one, or what a router holds. */
  touchAll(): void {
    for (const { event } of this.#ports.carried().all) if (event.kind === POST) this.#touch(event.id);
  }

  get hasNews(): boolean {
    return this.#changed.size > 0;
  }

  /** True while the page does not have the first screens yet, as far as anybody knows. */
  get isAwaited(): boolean {
    return this.#shown.size < PORTION.first;
  }

  /** The most important of what has changed and was not told yet. */
  news(): Told {
    const put: PostView[] = [];
    const gone: EventId[] = [];
    for (const id of this.#portion()) {
      this.#changed.delete(id);
      const view = this.#viewOf(id);
      if (view) {
        put.push(view);
        this.#shown.add(id);
      } else if (this.#shown.delete(id)) gone.push(id);
    }
    return { type: 'board', put, gone, isWhole: this.isWhole && !this.hasNews };
  }

  #portion(): readonly EventId[] {
    const size = this.isAwaited ? PORTION.first : PORTION.next;
    const all = [...this.#changed];
    if (all.length <= size) return all;
    const { carried } = this.#ports;
    const ranked = all.map((id) => ({
      id,
      isPinned: carried().labelsOf(id).includes('pin'),
      first: carried().get(id)?.first ?? Number.NEGATIVE_INFINITY,
    }));
    const order = ranked.sort((a, b) => Number(b.isPinned) - Number(a.isPinned) || b.first - a.first);
    return order.slice(0, size).map(({ id }) => id);
  }

  #notePost(event: Changed): void {
    const root = replyOf(event);
    if (root !== undefined) {
      const replies = this.#replies.get(root) ?? new Set();
      if (this.#ports.carried().has(event.id)) this.#replies.set(root, replies.add(event.id));
      else replies.delete(event.id);
      if (replies.size === 0) this.#replies.delete(root);
    }
    this.#changed.add(root ?? event.id);
  }

  /** A reply is shown with its post. */
  #touch(id: EventId): void {
    const event = this.#ports.carried().get(id)?.event;
    this.#changed.add((event && replyOf(event)) ?? id);
  }

  #viewOf(id: EventId): PostView | undefined {
    const kept = this.#ports.carried().get(id);
    if (kept === undefined || !this.#isShown(kept)) return undefined;
    // One level of replies: deeper ones do not fit on a phone. A reply to a reply stands nowhere, whichever came first.
    if (replyOf(kept.event) !== undefined) return undefined;
    const replies = [...(this.#replies.get(id) ?? [])]
      .flatMap((reply) => this.#ports.carried().get(reply) ?? [])
      .filter((reply) => this.#isShown(reply))
      .sort((a, b) => a.first - b.first)
      .slice(-MOST_REPLIES);
    return { ...this.#postOf(kept), replies: replies.map((reply) => this.#postOf(reply)) };
  }

  #isShown({ event }: Kept): boolean {
    const carried = this.#ports.carried();
    return event.kind === POST && !carried.isRemoved(event) && !carried.labelsOf(event.id).includes('hide');
  }

  #postOf(kept: Kept): PostView {
    const { self, wallAt, progressOf, carried } = this.#ports;
    const { event, first } = kept;
    const { text, topic, authorName, place, attachments } = postIn(event);
    return {
      id: event.id,
      author: keyFrom(event.pubkey),
      authorName,
      isOwn: event.pubkey === self,
      text,
      topic,
      place,
      attachments,
      at: wallAt(first),
      ...(lastsOf(event) !== undefined && { endsAt: wallAt(carried().endOf(kept)) }),
      isPinned: carried().labelsOf(event.id).includes('pin'),
      replies: [],
      ...(kept.own && progressOf(kept)),
    };
  }
}
