/**
 * Held files over HTTP, in the form of Blossom: brought with a device's signature, fetched by their digest, here or from the router
 * that has them. What comes out is bytes and never a page of this router, whatever is in them.
 */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import {
  blobIn,
  LENGTH_HEADER,
  permitIn,
  REASON_HEADER,
  SHA256_HEADER,
  type Sha256,
  UPLOAD_PATH,
} from '../../protocol/blob.ts';
import { only, SHA256 } from '../../protocol/ids.ts';
import type { Bringer, Outcome } from '../../words/holding.ts';
import type { Refused } from '../../words/refusal.ts';
import type { WordsLimits } from '../limits/limits.ts';
import type { Log } from '../machine/log.ts';
import { nameInHost, type OwnName } from '../machine/own-names.ts';
import type { Blobs } from '../words/api.ts';
import { rangeIn } from './range.ts';
import { Uploads } from './uploads.ts';
import type { WordsSocket } from './words-socket.ts';

export type FilesOptions = {
  readonly blobs: Blobs;
  /** Largest file that is taken, in bytes. */
  readonly blobBytes: number;
  /** Brings a file here from another router. Resolves to false when none in reach has it. */
  readonly bring: (sha256: Sha256) => Promise<boolean>;
  /** The id of this router, to which permits to upload are made out. */
  readonly router: () => string;
  /** Whose challenges they answer, whether one is used for the first time, and how many are checked. */
  readonly permits: Pick<WordsSocket, 'asks' | 'usePermit' | 'mayCheck'>;
  readonly limits: WordsLimits;
  readonly isOwnName: OwnName;
  readonly log: Log;
};

/** True when the request is its business, which it then answers. */
export type Files = (request: IncomingMessage, response: ServerResponse) => boolean;

/** What the status of an answer says of a refusal (BUD-06). */
const STATUS: Readonly<Partial<Record<Refused, number>>> = {
  'too-large': 413,
  malformed: 400,
  'not-genuine': 400,
  unknown: 401,
  pace: 429,
  quota: 429,
  full: 507,
  disk: 507,
};
const DIGEST = only(SHA256);
/** Whatever somebody has left: bytes to look at in the app, and nothing that a browser would open as a page of this router. */
const AS_BYTES = {
  'Content-Type': 'application/octet-stream',
  'Content-Disposition': 'attachment',
  'Content-Security-Policy': "default-src 'none'; sandbox",
  'Accept-Ranges': 'bytes',
  'Cache-Control': 'no-store',
};

export function createFiles(options: FilesOptions): Files {
  const { limits, isOwnName, log } = options;
  const counter: Counter = { ...options, uploads: new Uploads(limits) };

  return (request, response) => {
    const path = request.url?.split('?', 1)[0] ?? '/';
    const blob = blobIn(path);
    const answer = blob ? fetched(blob, request, response, counter) : brought(path, request, response, counter);
    if (answer === undefined || !isOwnName(nameInHost(request.headers.host).name)) return false;
    answer().catch((error: unknown) => {
      log.debug(`a held file was not answered for: ${String(error)}`);
      response.destroy(); // its phone has gone, or the disk failed on the way: a cut answer is no whole file
    });
    return true;
  };
}

type Counter = FilesOptions & { readonly uploads: Uploads };
type Answering = (() => Promise<void>) | undefined;

function fetched(sha256: Sha256, request: IncomingMessage, response: ServerResponse, counter: Counter): Answering {
  if (request.method !== 'GET' && request.method !== 'HEAD') return undefined;
  return async () => {
    const { blobs, bring } = counter;
    // Whoever only asks does not make a file cross the backhaul.
    const isWanted = request.method === 'GET';
    if (!blobs.has(sha256) && !(isWanted && (await bring(sha256))))
      return refuse(response, 404, 'nobody in reach has this file');
    const size = blobs.size(sha256);
    if (size === undefined) return refuse(response, 404, 'nobody in reach has this file');
    const range = rangeIn(request.headers.range, size);
    if (range === undefined) {
      response.setHeader('Content-Range', `bytes */${size}`);
      return refuse(response, 416, 'the file is shorter');
    }
    const { from, to } = range === 'all' ? { from: 0, to: size } : range;
    response.writeHead(range === 'all' ? 200 : 206, {
      ...AS_BYTES,
      'Content-Length': to - from,
      ...(range !== 'all' && { 'Content-Range': `bytes ${from}-${to - 1}/${size}` }),
    });
    const bytes = request.method === 'HEAD' ? undefined : blobs.read(sha256, from, to);
    if (bytes === undefined) response.end();
    else await pipeline(Readable.from(bytes, { objectMode: false }), response);
  };
}

function brought(path: string, request: IncomingMessage, response: ServerResponse, counter: Counter): Answering {
  if (path !== UPLOAD_PATH) return undefined;
  if (request.method === 'HEAD') return async () => say(response, wouldTake(request, counter));
  if (request.method === 'PUT') return () => take(request, response, counter);
  return undefined;
}

/** BUD-06: what would be said to a file like that, before it crosses the air. */
function wouldTake({ headers, socket }: IncomingMessage, counter: Counter): Outcome | 'no-length' {
  const { blobs, blobBytes, router, permits } = counter;
  const sha256 = headers[SHA256_HEADER];
  const length = lengthIn(headers[LENGTH_HEADER]);
  if (typeof sha256 !== 'string' || !DIGEST.test(sha256)) return 'malformed';
  if (length === undefined) return 'no-length';
  if (length > blobBytes) return 'too-large';
  // Its time is nobody's to prolong who may not bring it: else whoever knows a digest keeps for ever what its author took back.
  if (headers.authorization === undefined) return blobs.has(sha256) ? 'known' : 'held';
  const address = addressOf(socket);
  if (!permits.mayCheck(address, 1)) return 'pace';
  const permit = permitIn(headers.authorization, router(), permits.asks);
  if (permit?.files.includes(sha256) !== true) return 'unknown';
  if (!blobs.has(sha256)) return blobs.wouldTake(length, { is: 'device', key: permit.by, address });
  blobs.renew(sha256);
  return 'known';
}

async function take(request: IncomingMessage, response: ServerResponse, counter: Counter): Promise<void> {
  const { blobs, blobBytes, uploads, router, permits } = counter;
  const { headers, socket } = request;
  const address = addressOf(socket);
  const length = lengthIn(headers['content-length']);
  const refused = (outcome: Outcome | 'no-length'): void => {
    // What is still coming would be taken for the next request.
    response.setHeader('Connection', 'close');
    response.once('finish', () => socket.destroySoon());
    say(response, outcome);
  };
  if (length === undefined) return refused('no-length');
  if (length > blobBytes) return refused('too-large');
  if (!permits.mayCheck(address, 1)) return refused('pace');
  const permit = permitIn(headers.authorization, router(), permits.asks);
  const sha256 = headers[SHA256_HEADER] ?? (permit?.files.length === 1 ? permit.files[0] : undefined);
  if (permit === undefined) return refused('unknown');
  if (typeof sha256 !== 'string' || !DIGEST.test(sha256) || !permit.files.includes(sha256)) return refused('malformed');
  // Whoever has heard it cannot say it again.
  if (!permits.usePermit(permit)) return refused('unknown');
  const by: Bringer = { is: 'device', key: permit.by, address };
  const outcome = await uploads.during(request, address, (bytes) => blobs.receive(sha256, length, bytes, by));
  if (outcome !== 'held') return refused(outcome); // of what is known already nothing is read
  const described = { url: `/${sha256}`, sha256, size: length, type: AS_BYTES['Content-Type'] };
  json(response, 201, { ...described, uploaded: Math.floor(Date.now() / 1000) });
}

const addressOf = ({ remoteAddress }: Socket): string => remoteAddress ?? 'unknown';

const lengthIn = (header: string | string[] | undefined): number | undefined =>
  typeof header === 'string' && /^\d{1,15}$/.test(header) ? Number(header) : undefined;

function say(response: ServerResponse, outcome: Outcome | 'no-length'): void {
  if (outcome === 'held' || outcome === 'known') json(response, 200, {});
  else if (outcome === 'no-length') refuse(response, 411, 'say how long it is', 'malformed');
  else refuse(response, STATUS[outcome] ?? 403, `not taken: ${outcome}`, outcome);
}

/** BUD-01: errors are JSON with a `message`; `reason` is ours, for the page. */
function refuse(response: ServerResponse, status: number, message: string, reason?: Refused): void {
  if (reason !== undefined) response.setHeader(REASON_HEADER, reason);
  json(response, status, { message, ...(reason !== undefined && { reason }) });
}

function json(response: ServerResponse, status: number, value: object): void {
  const body = Buffer.from(JSON.stringify(value));
  response.writeHead(status, {
    'Content-Type': 'application/json',
    'Content-Length': body.length,
    'Cache-Control': 'no-store',
  });
  response.end(body);
}
