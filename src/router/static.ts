/** The built app as files, by sirv, with what sirv leaves to its caller: caching rules, ranges, and streams that fail. */
import { existsSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import sirv from 'sirv';

export type StaticFiles = (request: IncomingMessage, response: ServerResponse, notFound: () => void) => void;

/** Vite puts what carries a hash of its content in its name below this path; everything else is asked for again. */
const HASHED = '/assets/';
const CACHE_HASHED = 'public, max-age=31536000, immutable';
const CACHE_OTHER = 'no-cache';

/** A single range that sirv reads as RFC 9110 section 14.1.2 means it. Others are ignored, as a server may do. */
const RANGE = /^bytes=(\d{1,15})-(\d{1,15})?$/;

/** Serves the files in `directory`, `undefined` if no app is there. They are listed once: a new build needs a new start. */
export function staticFiles(directory: string): StaticFiles | undefined {
  if (!existsSync(join(directory, 'index.html'))) return undefined;
  const serve = sirv(directory, { etag: true, brotli: true, gzip: true, extensions: ['html'] });
  return (request, response, notFound) => {
    if (!mayRange(request)) delete request.headers.range;
    response.setHeader('Cache-Control', request.url?.startsWith(HASHED) ? CACHE_HASHED : CACHE_OTHER);
    response.setHeader('Accept-Ranges', 'bytes');
    response.setHeader('Vary', 'Accept-Encoding'); // sirv leaves it out of a 304.
    // sirv pipes and forgets: a file that vanished would end the process, a client that left would leak a descriptor.
    response.once('pipe', (file: NodeJS.ReadableStream & { destroy(): void }) => {
      file.once('error', () => response.destroy());
      response.once('close', () => file.destroy());
    });
    serve(request, response, notFound);
  };
}

/** Ranges are for GET only, and a condition on one (If-Range) is met most simply by sending the whole file. */
function mayRange(request: IncomingMessage): boolean {
  const [, first, last] = RANGE.exec(request.headers.range ?? '') ?? [];
  if (first === undefined || request.method !== 'GET' || request.headers['if-range'] !== undefined) return false;
  // sirv takes a last position of 0 for none.
  return last === undefined || (Number(last) > 0 && Number(last) >= Number(first));
}
