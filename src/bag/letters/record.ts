/** A message as this device keeps it, said here or received, and what the page is shown of it. Parsed when read back. */
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { type EventId, eventId, type HexKey, hexOf, type Rumor, rumor } from '../../protocol/event.ts';
import { type PublicKey, publicKey } from '../../protocol/keys.ts';
import { cleanName } from '../../protocol/name.ts';
import { ParseError } from '../../protocol/parse.ts';
import { type LeftFile, saidIn, togetherIn } from '../../words/letters/message.ts';
import type { AttachmentView, MessageView } from '../api/views.ts';

export type MessageRecord = {
  readonly rumor: Rumor;
  /** The other one. */
  readonly with: PublicKey;
  /** As they were called then; absent where nobody knows. */
  readonly withName?: string;
  readonly direction: 'sent' | 'received';
  /** When it was said or came here, in the count of `Life`. */
  readonly lived: number;
  /** Of what was sent: when it was tried last, the letter it is in, and that it has arrived. */
  readonly tried?: number;
  readonly wrap?: EventId;
  readonly hasArrived?: true;
  /** Of what came: it was not on the screen yet, and its author does not know that it is here. */
  readonly isNew?: true;
  readonly isReceiptDue?: true;
  /** Letters that nobody needs to hold any more, once that is said. */
  readonly done?: readonly EventId[];
  /** Letters that are held for the sake of the file that goes with them, until that is here. */
  readonly waits?: readonly EventId[];
};

export function recordIn(value: unknown): MessageRecord | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const stored = value as Readonly<Record<string, unknown>>;
  const { direction, withName, lived, tried, hasArrived, isNew, isReceiptDue } = stored;
  if ((direction !== 'sent' && direction !== 'received') || !isTime(lived)) return undefined;
  try {
    const wrap = stored['wrap'] === undefined ? undefined : eventId(stored['wrap'], 'wrap');
    return {
      rumor: rumor(stored['rumor'], 'rumor'),
      with: publicKey(stored['with'], 'with'),
      direction,
      lived,
      ...(typeof withName === 'string' && { withName: cleanName(withName) }),
      ...(isTime(tried) && { tried }),
      ...(wrap && { wrap }),
      ...(hasArrived === true && { hasArrived }),
      ...(isNew === true && { isNew }),
      ...(isReceiptDue === true && { isReceiptDue }),
      ...idsIn('done', stored['done']),
      ...idsIn('waits', stored['waits']),
    };
  } catch (error) {
    if (error instanceof ParseError) return undefined;
    throw error;
  }
}

const isTime = (value: unknown): value is number => typeof value === 'number' && Number.isFinite(value);

function idsIn(name: 'done' | 'waits', value: unknown): Partial<MessageRecord> {
  return Array.isArray(value) ? { [name]: value.map((id) => eventId(id, name)) } : {};
}

/** The file that it is; its bytes, as a router holds them, are sealed. */
export function fileOf({ rumor: said, direction, with: other }: MessageRecord, self: HexKey): LeftFile | undefined {
  const read = saidIn(said, direction === 'sent' ? hexOf(other) : self);
  return read?.says === 'file' ? read.file : undefined;
}

export function messageView(record: MessageRecord, self: HexKey): Omit<MessageView, 'at' | 'progress' | 'why'> {
  const { rumor: said, with: other, withName, direction, isNew } = record;
  const read = saidIn(said, direction === 'sent' ? hexOf(other) : self);
  const together = togetherIn(said);
  return {
    id: said.id,
    with: other,
    ...(withName && { withName }),
    direction,
    text: read?.says === 'text' ? read.text : '',
    attachments: read?.says === 'file' ? [attachmentView(read.file)] : [],
    ...(isNew && { isNew }),
    ...(together && { together }),
  };
}

function attachmentView({ opens, picture, ...file }: LeftFile): AttachmentView {
  const small = picture === undefined ? undefined : pictureIn(picture);
  return { ...file, ...(small && { thumb: bytesToHex(sha256(small)) }) };
}

/** The small picture of a letter. Base64, as `LeftFile` has it; `undefined` when it is none. */
export function pictureIn(base64: string): Uint8Array<ArrayBuffer> | undefined {
  try {
    return Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
  } catch {
    return undefined;
  }
}

export function pictureAs(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes));
}
