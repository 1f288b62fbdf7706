/** Puts something on the board, and takes it back. */

import { sha256 as hash } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { bytesIn, type EventId, type SignedEvent, signedBy } from '../../protocol/event.ts';
import type { SecretKey } from '../../protocol/keys.ts';
import { MAX_ATTACHMENTS, MAX_EVENT_BYTES, MAX_TEXT_BYTES } from '../../protocol/limits.ts';
import type { Attachment } from '../../words/attachment.ts';
import { DELETION, POST } from '../../words/kinds.ts';
import { postDraft } from '../../words/post.ts';
import type { FileToSay, NotSaid, PersonMessage } from '../api/api.ts';

const DAY_S = 24 * 60 * 60;
const utf8 = new TextEncoder();

export type NewPost = Omit<Extract<PersonMessage, { readonly type: 'post' }>, 'type' | 'request'>;

export type PostingPorts = {
  readonly secret: SecretKey;
  readonly now: () => number;
  readonly authorName: () => string;
  /** Name of the router at which it is written. */
  readonly place: () => string;
  readonly leave: (event: SignedEvent) => Promise<void>;
  readonly keepFile: (sha256: string, bytes: Uint8Array<ArrayBuffer>) => Promise<boolean>;
};

/** Resolves when it is stored, or with why it was not said. `blobBytes`: the largest file that the router takes. */
export async function putUp(
  { text, topic, days, files, replyTo }: NewPost,
  blobBytes: number,
  ports: PostingPorts,
): Promise<NotSaid | undefined> {
  if (utf8.encode(text).length > MAX_TEXT_BYTES) return 'too-long';
  if (files.length > MAX_ATTACHMENTS) return 'too-many-files';
  const attachments: Attachment[] = [];
  for (const file of files) {
    const attached = await attach(file, blobBytes, ports);
    if (typeof attached === 'string') return attached;
    attachments.push(attached);
  }
  const said = { text, topic, authorName: ports.authorName(), place: ports.place(), attachments, lasts: days * DAY_S };
  const post = signedBy(ports.secret, postDraft({ ...said, ...(replyTo && { replyTo }) }, ports.now()));
  if (bytesIn(post) > MAX_EVENT_BYTES) return 'too-long';
  await ports.leave(post);
  return undefined;
}

async function attach(
  { blob, name, type, picture }: FileToSay,
  blobBytes: number,
  { keepFile }: PostingPorts,
): Promise<Attachment | NotSaid> {
  if (blob.size > blobBytes) return 'file-too-large';
  const bytes = await blob.arrayBuffer().then(
    (buffer) => new Uint8Array(buffer),
    () => undefined,
  );
  if (bytes === undefined) return 'unreadable';
  const [sha256, thumb] = [digestOf(bytes), picture && digestOf(picture)];
  if (!(await keepFile(sha256, bytes))) return 'no-room';
  if (picture && thumb && !(await keepFile(thumb, picture))) return 'no-room';
  return { sha256, name, type, size: bytes.length, ...(thumb && { thumb }) };
}

const digestOf = (bytes: Uint8Array): string => bytesToHex(hash(bytes));

/** Takes a post of one's own back (NIP-09). */
export const takeBack = (id: EventId, { secret, now, leave }: PostingPorts): Promise<void> =>
  leave(
    signedBy(secret, {
      kind: DELETION,
      created_at: now(),
      tags: [
        ['e', id],
        ['k', String(POST)], // it is held for longer than the post
      ],
      content: '',
    }),
  );
