/** The part of the seam that is words: messages to people, the board, and what this device carries for others. */
import type { ReadonlySignal } from '@preact/signals';
import type { NotSaid as NotSaidByBag } from '../../bag/api/api.ts';
import type { AttachmentView, BoardView, CarriedView, HolderFacts, HolderState } from '../../bag/api/views.ts';
import type { EventId } from '../../protocol/event.ts';
import type { DeviceId } from '../../protocol/signaling.ts';
import type { Topic } from '../../words/post.ts';
import type { ChosenFile } from './chosen-file.ts';
import type { WholeMessage } from './together.ts';

/** `elsewhere`: another tab has taken over, before it was known whether this one had stored it. */
export type NotSaid = NotSaidByBag | 'elsewhere';

/** What is being written, and to whom: it survives a reload. */
export type DraftKey = DeviceId | 'board' | `reply-${EventId}`;

export type Words = {
  readonly holder: ReadonlySignal<HolderState>;
  readonly facts: ReadonlySignal<HolderFacts>;
  /** By the other one, the oldest first. */
  readonly messages: ReadonlySignal<ReadonlyMap<DeviceId, readonly WholeMessage[]>>;
  readonly board: ReadonlySignal<BoardView>;
  readonly carried: ReadonlySignal<CarriedView>;

  /** Resolves when it is stored here, and so will not be lost; what becomes of it, its `progress` says. */
  say(to: DeviceId, text: string, files: readonly ChosenFile[]): Promise<NotSaid | undefined>;
  /** The person here has these messages before their eyes. */
  read(from: DeviceId): void;
  /** Tries again what was `refused` or `undelivered`. */
  again(id: EventId): void;
  /** Takes a message off this device; the other one keeps theirs. */
  forget(id: EventId): void;
  /** The same of all that was said with somebody. Resolves to false where the browser refuses: then it is still here. */
  forgetAll(other: DeviceId): Promise<boolean>;

  post(post: NewPost): Promise<NotSaid | undefined>;
  /** Takes back a post of one's own, wherever it has come. */
  takeBack(id: EventId): void;

  /** The bytes of a file, once they are here and their digest fits; `undefined` when nobody in reach has them. */
  attachment(of: EventId, file: AttachmentView): Promise<Blob | undefined>;
  /** A small picture of it, the same way. */
  thumb(of: EventId, file: AttachmentView): Promise<Blob | undefined>;

  draft(key: DraftKey): string;
  keepDraft(key: DraftKey, text: string): void;

  /** Throws away what is carried for others: not one's own messages and posts. */
  throwAway(): void;
  takeLetters(isOn: boolean): void;
};

export type NewPost = {
  readonly text: string;
  readonly topic: Topic;
  /** How long it shall stand, in days. */
  readonly days: number;
  readonly files: readonly ChosenFile[];
  /** The post to which it is a reply. */
  readonly replyTo?: EventId;
};
