/**
 * The built app, read into memory once at the start. It is about a megabyte; in return no request needs a descriptor, waits for
 * the disk, or leaves a file open when its client does not read. A new build needs a new start.
 */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import type { IncomingHttpHeaders } from 'node:http';
import { extname, join, sep } from 'node:path';
import { matchLanguage } from '../../languages/match.ts';
import type { Answer } from '../pages/answer.ts';
import { preferredTags } from '../pages/language.ts';
import { importMapDigest } from './headers.ts';

export type Asked = {
  readonly method?: string | undefined;
  /** With a query: `?lang=ja` asks for the page with the words of that language. */
  readonly url?: string | undefined;
  readonly headers: IncomingHttpHeaders;
};

/** The answer to a request for `path`; `undefined` when the app has no such file. */
type StaticFiles = (path: string, asked: Asked) => Answer | undefined;

type Encoding = 'br' | 'gzip';
type File = {
  readonly contentType: string;
  readonly etag: string;
  readonly bytes: Buffer;
  /** Compressed forms that the build put beside it. */
  readonly encoded: ReadonlyMap<Encoding, Buffer>;
  readonly cacheControl: string;
  /** Of a page: of its import map. */
  readonly inlineScript: string | undefined;
};

const INDEX = '/index.html';
/** The same page for each language of the app, which names the words of that one (src/tasks/words.mjs). */
const INDEX_OF = /^\/index\.([A-Za-z-]+)\.html$/;
/** Below this path Vite puts files whose names carry a hash of their content. All others must be revalidated. */
const HASHED = '/assets/';
const CACHE_HASHED = 'public, max-age=31536000, immutable';
const CACHE_OTHER = 'no-cache';

const SUFFIXES: readonly (readonly [Encoding, string])[] = [
  ['br', '.br'],
  ['gzip', '.gz'],
];

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html;charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.map': 'application/json',
  '.webmanifest': 'application/manifest+json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.wasm': 'application/wasm',
  '.txt': 'text/plain',
};

/** A single range of RFC 9110 section 14.1.2. Others are ignored, as a server may do. */
const RANGE = /^bytes=(\d{1,15})-(\d{1,15})?$/;

/** `undefined` if no app is in `directory`. */
export function staticFiles(directory: string): StaticFiles | undefined {
  if (!existsSync(join(directory, INDEX))) return undefined;
  const files = readAll(directory);
  if (!files.has(INDEX)) return undefined;
  const tags = [...files.keys()].flatMap((path) => INDEX_OF.exec(path)?.[1] ?? []);
  const indexFor = ({ url, headers }: Asked): File | undefined => {
    const asked = new URLSearchParams(url?.split('?', 2)[1]).get('lang')?.toLowerCase();
    const tag =
      tags.find((one) => one.toLowerCase() === asked) ?? matchLanguage(preferredTags(headers['accept-language']), tags);
    return files.get(`/index.${tag}.html`) ?? files.get(INDEX);
  };
  return (path, asked) => {
    const file = path === '/' ? indexFor(asked) : files.get(path);
    if (file === undefined) return undefined;
    const vary = path === '/' ? 'Accept-Encoding, Accept-Language' : 'Accept-Encoding';
    return { ...answerOf(file, asked, vary), inlineScript: file.inlineScript };
  };
}

function readAll(directory: string): ReadonlyMap<string, File> {
  // Links are followed: some package managers install nothing else. A link that leads nowhere is no file.
  const paths = readdirSync(directory, { recursive: true, encoding: 'utf8' })
    .filter((name) => statSync(join(directory, name), { throwIfNoEntry: false })?.isFile() === true)
    .map((name) => `/${name.split(sep).join('/')}`);
  const all = new Set(paths);
  const read = (path: string): Buffer => readFileSync(join(directory, path));
  const isForm = (path: string): boolean =>
    SUFFIXES.some(([, suffix]) => path.endsWith(suffix) && all.has(path.slice(0, -suffix.length)));
  const isHidden = (path: string): boolean => path.includes('/.');
  return new Map(
    paths
      .filter((path) => !isForm(path) && !isHidden(path))
      .map((path) => {
        const bytes = read(path);
        const forms = SUFFIXES.filter(([, suffix]) => all.has(path + suffix));
        const file: File = {
          contentType: TYPES[extname(path)] ?? 'application/octet-stream',
          // Weak, because its compressed forms share it.
          etag: `W/"${createHash('sha256').update(bytes).digest('base64url').slice(0, 22)}"`,
          bytes,
          encoded: new Map(forms.map(([encoding, suffix]) => [encoding, read(path + suffix)])),
          cacheControl: path.startsWith(HASHED) ? CACHE_HASHED : CACHE_OTHER,
          inlineScript: extname(path) === '.html' ? importMapDigest(bytes.toString()) : undefined,
        };
        return [path, file];
      }),
  );
}

/** `vary`: the headers of the request by which the answer differs (RFC 9110 section 12.5.5). */
function answerOf(file: File, { method, headers }: Asked, vary: string): Answer {
  const { contentType, etag, bytes, cacheControl } = file;
  const common = { ETag: etag, 'Cache-Control': cacheControl, 'Accept-Ranges': 'bytes', Vary: vary };
  if (holds(headers['if-none-match'], etag)) return { status: 304, contentType, body: '', headers: common };
  const range = method === 'GET' ? rangeOf(headers) : undefined;
  if (range !== undefined) return partOf(file, range, common);
  for (const [encoding] of SUFFIXES) {
    const form = file.encoded.get(encoding);
    if (form !== undefined && accepts(headers['accept-encoding'], encoding))
      return { status: 200, contentType, body: form, headers: { ...common, 'Content-Encoding': encoding } };
  }
  return { status: 200, contentType, body: bytes, headers: common };
}

type Range = { readonly first: number; readonly last: number };

/** A range with a condition (If-Range) is answered with the whole file, which is always right. */
function rangeOf(headers: IncomingHttpHeaders): Range | undefined {
  const [, first, last] = RANGE.exec(headers.range ?? '') ?? [];
  if (first === undefined || headers['if-range'] !== undefined) return undefined;
  const range = { first: Number(first), last: last === undefined ? Number.POSITIVE_INFINITY : Number(last) };
  return range.last < range.first ? undefined : range;
}

function partOf({ contentType, bytes }: File, { first, last }: Range, common: Record<string, string>): Answer {
  if (first >= bytes.length)
    return { status: 416, contentType, body: '', headers: { ...common, 'Content-Range': `bytes */${bytes.length}` } };
  const end = Math.min(last, bytes.length - 1);
  const headers = { ...common, 'Content-Range': `bytes ${first}-${end}/${bytes.length}` };
  return { status: 206, contentType, body: bytes.subarray(first, end + 1), headers };
}

/** True when an If-None-Match has this tag, compared weakly as RFC 9110 section 13.1.2 says. */
function holds(condition: string | undefined, etag: string): boolean {
  const bare = (tag: string): string => tag.trim().replace(/^W\//, '');
  return condition?.split(',').some((tag) => tag.trim() === '*' || bare(tag) === bare(etag)) === true;
}

/** RFC 9110 section 12.5.3; a weight of 0 means no. */
function accepts(header: string | string[] | undefined, encoding: Encoding): boolean {
  return String(header ?? '')
    .split(',')
    .some((item) => {
      const [name = '', weight = ''] = item.split(';').map((part) => part.trim().toLowerCase());
      return name === encoding && !/^q=0(?:\.0*)?$/.test(weight);
    });
}
