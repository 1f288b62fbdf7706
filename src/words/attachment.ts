/** A file that hangs on a post (NIP-92), or is a letter (NIP-17, kind 15): what is said of it, as a tag and read from one. */
import type { Draft, Tag } from '../protocol/event.ts';
import { only, SHA256 } from '../protocol/ids.ts';
import { MAX_ATTACHMENTS } from '../protocol/limits.ts';
import { cleanLine } from '../protocol/name.ts';

export type Attachment = {
  /** SHA-256 of the bytes that a router holds, in hexadecimal. */
  readonly sha256: string;
  readonly name: string;
  readonly type: string;
  /** In bytes. */
  readonly size: number;
  /** SHA-256 of a small picture of it. */
  readonly thumb?: string;
  readonly width?: number;
  readonly height?: number;
};

const MAX_FILE_NAME = 120;
const DIGEST = only(SHA256);
const TYPE = /^[a-z0-9.+-]{1,64}\/[a-z0-9.+-]{1,64}$/;
const UNKNOWN_TYPE = 'application/octet-stream';

/** NIP-92: one tag, in which each text is a name and a value. `url` is where it is asked for, from whichever router. */
export function attachmentTag({ sha256, name, type, size, thumb, width, height }: Attachment): Tag {
  return [
    'imeta',
    `url /${sha256}`,
    `x ${sha256}`,
    `m ${type}`,
    `size ${size}`,
    `alt ${name}`,
    ...(width && height ? [`dim ${width}x${height}`] : []),
    ...(thumb ? [`thumb ${thumb}`] : []),
  ];
}

/** Tags that do not say which bytes are meant, and how many, are passed over. */
export function attachmentsIn({ tags }: Pick<Draft, 'tags'>): readonly Attachment[] {
  return tags.flatMap((tag) => (tag[0] === 'imeta' ? attachmentIn(fieldsOf(tag)) : [])).slice(0, MAX_ATTACHMENTS);
}

const fieldsOf = (tag: Tag): ReadonlyMap<string, string> =>
  new Map(
    tag.slice(1).map((field) => {
      const gap = field.indexOf(' ');
      return [field.slice(0, gap), field.slice(gap + 1)] as const;
    }),
  );

function attachmentIn(fields: ReadonlyMap<string, string>): readonly Attachment[] {
  const sha256 = fields.get('x') ?? '';
  const size = Number(fields.get('size') ?? Number.NaN);
  if (!DIGEST.test(sha256) || !Number.isSafeInteger(size) || size < 0) return [];
  return [{ sha256, size, ...describedBy(fields) }];
}

/** What is said of the file beside its bytes: cleaned, because it is shown. */
export function describedBy(fields: ReadonlyMap<string, string>): Omit<Attachment, 'sha256' | 'size'> {
  const type = fields.get('m') ?? '';
  const thumb = fields.get('thumb') ?? '';
  const [width, height] = (/^(\d{1,5})x(\d{1,5})$/.exec(fields.get('dim') ?? '') ?? []).slice(1).map(Number);
  return {
    name: fileNameOf(fields.get('alt') ?? ''),
    type: TYPE.test(type) ? type : UNKNOWN_TYPE,
    ...(DIGEST.test(thumb) && { thumb }),
    ...(width && height ? { width, height } : {}),
  };
}

/** One segment of a path: what is before the last separator is dropped. */
export const fileNameOf = (said: string): string =>
  cleanLine(said.slice(Math.max(said.lastIndexOf('/'), said.lastIndexOf('\\')) + 1), MAX_FILE_NAME);
