/** What keeps something from being said: looked for while it is written. Pure. */
import { MAX_ATTACHMENTS, MAX_TEXT_BYTES } from '../../protocol/limits.ts';
import type { ChosenFile } from '../model/chosen-file.ts';

export type Hindrance =
  | { readonly is: 'too-long' }
  | { readonly is: 'too-large'; readonly file: ChosenFile }
  | { readonly is: 'too-many' };

/** `blobBytes`: largest file; `undefined` where larger ones go in another way. */
export function hindranceTo(
  text: string,
  files: readonly ChosenFile[],
  blobBytes: number | undefined,
): Hindrance | undefined {
  if (bytesIn(text) > MAX_TEXT_BYTES) return { is: 'too-long' };
  if (files.length > MAX_ATTACHMENTS) return { is: 'too-many' };
  const file = blobBytes === undefined ? undefined : files.find((one) => one.file.size > blobBytes);
  return file && { is: 'too-large', file };
}

/** In UTF-8. */
const bytesIn = (text: string): number =>
  // Most texts are far from the limit, and this is asked at each key.
  text.length * 3 <= MAX_TEXT_BYTES ? text.length : new TextEncoder().encode(text).length;
