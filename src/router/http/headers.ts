/** Security headers of every answer. */
import { createHash } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { type Https, secureHosts } from '../tls/https.ts';

/** A Host header that is safe in a policy: a name or an IP literal, with or without a port. */
const PLAIN_HOST = /^(?:[\w.-]{1,253}|\[[\da-f:.]{2,45}\])(?::\d{1,5})?$/i;

/** The import map of the app's page (src/tasks/integrity.mjs): the only inline script of any page. */
const IMPORT_MAP = /<script type="importmap">([^<]*)<\/script>/;

/** The import map of a page as the policy names it; `undefined` when the page has none. */
export function importMapDigest(page: string): string | undefined {
  const [, map] = IMPORT_MAP.exec(page) ?? [];
  return map === undefined ? undefined : `'sha256-${createHash('sha256').update(map).digest('base64')}'`;
}

function contentSecurityPolicy(
  secure: boolean,
  host: string | undefined,
  https: Https,
  importMap: string | undefined,
): string {
  // 'self' includes the WebSocket of the same host only in newer browsers (Safari 15.4), so the socket is named as well.
  const socket = host !== undefined && PLAIN_HOST.test(host) ? ` ${secure ? 'wss' : 'ws'}://${host}` : '';
  return [
    "default-src 'none'",
    ["script-src 'self' 'wasm-unsafe-eval'", importMap].filter(Boolean).join(' '),
    "style-src 'self'",
    "img-src 'self' blob: data:",
    'media-src blob:', // received films and sounds
    `connect-src 'self'${socket}${secure ? '' : secureOrigins(https, host)}`,
    "worker-src 'self'",
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}

/** This router over HTTPS: a page on plain HTTP tries it before it offers to go there. */
function secureOrigins(https: Https, host: string | undefined): string {
  if (https.state !== 'on') return '';
  return secureHosts(https, host)
    .map((name) => ` https://${name}:${https.port}`)
    .join('');
}

/** `importMap`: the digest of that of the page, if the answer is one of the app's. */
export function securityHeaders(
  request: IncomingMessage,
  https: Https,
  importMap?: string,
): Readonly<Record<string, string>> {
  const secure = 'encrypted' in request.socket && request.socket.encrypted === true;
  return {
    'Content-Security-Policy': contentSecurityPolicy(secure, request.headers.host, https, importMap),
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'no-referrer',
    'Permissions-Policy': 'camera=(self), geolocation=(), microphone=(), payment=(), usb=()',
    'Cross-Origin-Resource-Policy': 'same-origin',
    // On plain HTTP browsers ignore it and complain in their console.
    ...(secure && { 'Cross-Origin-Opener-Policy': 'same-origin' }),
  };
}
