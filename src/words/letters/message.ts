/**
 * What a letter says (NIP-17): a text (kind 14), a file (kind 15), or that letters have arrived (ours). Several files and a text are
 * several letters: each is whole by itself, whatever becomes of the others. That they were said together stands in each.
 */
import {
  type Draft,
  type EventId,
  eventId,
  type HexKey,
  hexOf,
  type Tag,
  tagValue,
  tagValues,
} from '../../protocol/event.ts';
import type { PublicKey } from '../../protocol/keys.ts';
import { MAX_ATTACHMENTS, MAX_PICTURE_BYTES } from '../../protocol/limits.ts';
import { cleanName } from '../../protocol/name.ts';
import { type Attachment, describedBy } from '../attachment.ts';
import { FILE_MESSAGE, MESSAGE, RECEIPT } from '../kinds.ts';
import { cleanText } from '../text.ts';
import { type FileKey, isFileKey } from './sealed-file.ts';

/** A file, what opens it, and a small picture of it: a JPEG in base64, of `MAX_PICTURE_BYTES` at most. */
export type LeftFile = Omit<Attachment, 'thumb'> & { readonly opens: FileKey; readonly picture?: string };

export type Said =
  | { readonly says: 'text'; readonly text: string }
  | { readonly says: 'file'; readonly file: LeftFile }
  /** The letters that have arrived, by the ids of what is in them. */
  | { readonly says: 'arrived'; readonly of: readonly EventId[] };

/** Of letters that were said together: which they are, the place of this one among them, from 0, and how many there are. */
export type Together = { readonly id: string; readonly at: number; readonly of: number };

const TOGETHER_ID = /^[0-9a-f]{16}$/;
const COUNT = /^\d{1,2}$/;

const ALGORITHM = 'aes-gcm';
const PICTURE = /^[A-Za-z0-9+/]+={0,2}$/;
const MAX_PICTURE_LENGTH = Math.ceil(MAX_PICTURE_BYTES / 3) * 4;
/** Most letters that one receipt names: with more it would not fit where it is read. */
export const MAX_RECEIPT = 48;

/** `now`: in seconds since 1970, as this device believes. `name`: what its author calls themselves, as in a post; only said. */
export function messageDraft(said: Said, to: PublicKey, now: number, name = '', together?: Together): Draft {
  const forWhom: Tag = ['p', hexOf(to)];
  const others: readonly Tag[] = together ? [['together', together.id, String(together.at), String(together.of)]] : [];
  const draft = (kind: number, tags: readonly Tag[], content: string): Draft => ({
    kind,
    created_at: now,
    tags: [forWhom, ...tags, ...(name === '' || kind === RECEIPT ? [] : [['name', name]]), ...others],
    content,
  });
  if (said.says === 'text') return draft(MESSAGE, [], said.text);
  if (said.says === 'arrived')
    return draft(
      RECEIPT,
      said.of.map((id) => ['e', id]),
      '',
    );
  return draft(FILE_MESSAGE, fileTags(said.file), `/${said.file.sha256}`);
}

function fileTags({ sha256, name, type, size, width, height, opens, picture }: LeftFile): readonly Tag[] {
  return [
    ['file-type', type],
    ['encryption-algorithm', ALGORITHM],
    ['decryption-key', opens.key],
    ['decryption-nonce', opens.nonce],
    ['x', sha256],
    ['size', String(size)],
    ['alt', name],
    ...(width && height ? [['dim', `${width}x${height}`]] : []),
    ...(picture ? [['picture', picture]] : []),
  ];
}

/** What the author of a message calls themselves, cleaned; may be empty. */
export const authorIn = (rumor: Draft): string => cleanName(tagValue(rumor, 'name') ?? '');

/** `undefined` of what was said alone, and of what makes no sense. */
export function togetherIn({ tags }: Pick<Draft, 'tags'>): Together | undefined {
  const [, id = '', place = '', count = ''] = tags.find(([name]) => name === 'together') ?? [];
  if (!TOGETHER_ID.test(id) || !COUNT.test(place) || !COUNT.test(count)) return undefined;
  const [at, of] = [Number(place), Number(count)];
  return of > 1 && of <= MAX_ATTACHMENTS + 1 && at < of ? { id, at, of } : undefined;
}

/** `undefined` for what is none of these, or is not addressed to `self`: somebody else may have passed a letter on. */
export function saidIn(rumor: Draft, self: HexKey): Said | undefined {
  if (!tagValues(rumor, 'p').includes(self)) return undefined;
  if (rumor.kind === MESSAGE) return { says: 'text', text: cleanText(rumor.content) };
  if (rumor.kind === RECEIPT) return { says: 'arrived', of: idsIn(rumor) };
  if (rumor.kind !== FILE_MESSAGE) return undefined;
  const file = fileIn(rumor);
  return file && { says: 'file', file };
}

function idsIn(rumor: Draft): readonly EventId[] {
  return tagValues(rumor, 'e')
    .slice(0, MAX_RECEIPT)
    .flatMap((said) => {
      try {
        return [eventId(said, 'e')];
      } catch {
        return [];
      }
    });
}

function fileIn(rumor: Draft): LeftFile | undefined {
  const said = (name: string): string => tagValue(rumor, name) ?? '';
  const sha256 = said('x');
  const size = Number(said('size') || Number.NaN);
  const opens = { key: said('decryption-key'), nonce: said('decryption-nonce') };
  const picture = said('picture');
  if (said('encryption-algorithm') !== ALGORITHM || !isFileKey(opens)) return undefined;
  if (!/^[0-9a-f]{64}$/.test(sha256) || !Number.isSafeInteger(size) || size < 0) return undefined;
  const { thumb, ...described } = describedBy(
    new Map([
      ['m', said('file-type')],
      ['alt', said('alt')],
      ['dim', said('dim')],
    ]),
  );
  const isPicture = picture.length <= MAX_PICTURE_LENGTH && PICTURE.test(picture);
  return { sha256, size, ...described, opens, ...(isPicture && { picture }) };
}
