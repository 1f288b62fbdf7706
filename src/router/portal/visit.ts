/** The parts of an HTTP request by which the captive portal decides. */
import type { IncomingMessage } from 'node:http';
import { plainAddress } from '../machine/ipv4.ts';
import { nameInHost } from '../machine/own-names.ts';

export type Visit = {
  readonly method: 'GET' | 'HEAD';
  /** Lower case, without port and without the dot that ends a full name; empty when none was sent. */
  readonly host: string;
  /** True when the Host header names a port: then the address was typed or linked, not redirected here from port 80. */
  readonly namesPort: boolean;
  readonly path: string;
  /** The language of the query's `lang`, and those of the browser, to choose from when a page is shown. */
  readonly asked: string | null;
  readonly acceptLanguage: string | undefined;
  readonly secure: boolean;
  readonly client: string;
  /** The router's address that the client reached; empty when no URL can hold it (browsers never adopted RFC 6874). */
  readonly reached: string;
  readonly userAgent: string | undefined;
  readonly wantsPage: boolean;
};

/** `undefined` for what is neither GET nor HEAD. */
export function visitOf(request: IncomingMessage): Visit | undefined {
  const { method, headers, socket, url = '/' } = request;
  if (method !== 'GET' && method !== 'HEAD') return undefined;
  const { name, namesPort } = nameInHost(headers.host);
  const [path = '/', query] = url.split('?', 2);
  return {
    method,
    host: name,
    namesPort,
    path,
    asked: new URLSearchParams(query).get('lang'),
    acceptLanguage: headers['accept-language'],
    secure: 'encrypted' in socket && socket.encrypted === true,
    client: plainAddress(socket.remoteAddress ?? ''),
    reached: socket.localAddress?.includes('%') ? '' : plainAddress(socket.localAddress ?? ''),
    userAgent: headers['user-agent'],
    wantsPage: acceptsPage(headers.accept),
  };
}

/** Browsers ask for HTML when they navigate; probes send no Accept header, or accept anything. */
function acceptsPage(accept: string | undefined): boolean {
  return accept === undefined || /text\/html|\*\/\*/.test(accept);
}
