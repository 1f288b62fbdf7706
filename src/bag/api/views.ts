/** What the page shows of words: messages to a person, the board, and what this device carries for others. */
import type { EventId } from '../../protocol/event.ts';
import type { PublicKey } from '../../protocol/keys.ts';
import type { Together } from '../../words/letters/message.ts';
import type { Topic } from '../../words/post.ts';
import type { Refused } from '../../words/refusal.ts';

/** A file that hangs on a message or a post. What its sender says of it (`name`, `type`, the size of the picture) is only said. */
export type AttachmentView = {
  /** SHA-256 of the bytes as a router holds them; those of a letter are sealed. */
  readonly sha256: string;
  /** Cleaned; of one path segment. */
  readonly name: string;
  /** In lower case, as its sender says. */
  readonly type: string;
  /** In bytes, opened. */
  readonly size: number;
  /** Of a small picture of it, a JPEG of at most `MAX_PICTURE_SIDE` pixels. */
  readonly thumb?: string;
  /** Of a picture, in pixels. */
  readonly width?: number;
  readonly height?: number;
};

/**
 * How far something that is said here has come. `sending`: on its way to the other device or the router. `kept`: on this device
 * alone, no router has it yet; this device brings it to the next one. `left`: a router has stored it. `carried`: other phones or
 * routers have taken it from there as well. `arrived`: the device that it is for says so. `undelivered`: days have passed without
 * that. `refused`: the router does not take it; `why` says what helps.
 */
export type Progress = 'sending' | 'kept' | 'left' | 'carried' | 'arrived' | 'undelivered' | 'refused';

export type MessageView = {
  readonly id: EventId;
  /** The other one. */
  readonly with: PublicKey;
  /**
   * As the other one was called when it was said: by themselves in what they have written, or in the list of those here. Cleaned;
   * absent where nobody knows.
   */
  readonly withName?: string;
  readonly direction: 'sent' | 'received';
  /** Plain text, lines kept, nothing in it that shows nothing or turns the direction of what follows. */
  readonly text: string;
  readonly attachments: readonly AttachmentView[];
  /** When this device had it first, by its own clock in Unix milliseconds. Messages stand in this order. */
  readonly at: number;
  /** For those that were sent. */
  readonly progress?: Progress;
  readonly why?: Refused;
  /** Came, and was not on the screen yet. */
  readonly isNew?: true;
  /** It was said with others, as one: they come by themselves, in any order. As its author says. */
  readonly together?: Together;
};

export type PostView = {
  readonly id: EventId;
  readonly author: PublicKey;
  /** As the author calls themselves, cleaned; may be empty. */
  readonly authorName: string;
  readonly isOwn: boolean;
  readonly text: string;
  readonly topic: Topic;
  /** Name of the router at which it was written; may be empty. */
  readonly place: string;
  readonly attachments: readonly AttachmentView[];
  /** When anybody here had it first, as well as that is known, by this device's clock in Unix milliseconds. */
  readonly at: number;
  /** When it is taken down, in the same way. */
  readonly endsAt?: number;
  readonly isPinned: boolean;
  /** The oldest first; replies have none of their own. */
  readonly replies: readonly PostView[];
  /** For those of the person here. */
  readonly progress?: Progress;
  readonly why?: Refused;
};

/** `waiting`: not known yet. `off`: this router holds nothing (`--hold off`, or an older one). `away`: no router answers. */
export type HolderState = 'waiting' | 'here' | 'off' | 'away';

export type BoardView = {
  /** Pinned first, then the newest. Hidden, deleted and ended ones are left out. */
  readonly posts: readonly PostView[];
  /** False until this device knows all that the router has. */
  readonly isWhole: boolean;
};

/** What this device would bring to a router that lacks it. */
export type CarriedView = {
  /** Sealed, to other people. */
  readonly letters: number;
  readonly posts: number;
  readonly files: number;
  /** Of all that. */
  readonly bytes: number;
  /** Names of the routers whose posts they are, the most posts first, three at most. */
  readonly places: readonly string[];
  /** True while strangers' letters are taken along. */
  readonly takesLetters: boolean;
  /** The browser stores nothing, or has no room: all words here are gone when the page is closed. */
  readonly isFleeting?: true;
};

/** What a router takes, and nobody else's is counted in it. */
export type HolderFacts = {
  /** Largest file that it holds, in bytes. */
  readonly blobBytes: number;
  /** After so many days it lets go of what it holds. */
  readonly days: number;
};
