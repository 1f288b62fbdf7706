/**
 * True when a WebSocket request comes from a page of this router. Browsers do not apply the same-origin policy to
 * WebSockets; they always send `Origin` and leave the decision to the server (RFC 6455 section 10.2). No browser sends
 * a request without `Origin`, so that is refused as well, without an exception for loopback; a script can set the
 * header.
 *
 * Hosts are compared, not schemes: a proxy that ends TLS in front of the router keeps the host and changes the scheme.
 */
export function isOwnOrigin(origin: string | undefined, host: string | undefined): boolean {
  if (origin === undefined || host === undefined || !URL.canParse(origin)) return false;
  const page = new URL(origin);
  if (page.protocol !== 'http:' && page.protocol !== 'https:') return false;
  // Parsed with the page's scheme, so that an explicit default port equals a missing one.
  const own = `${page.protocol}//${host}`;
  return URL.canParse(own) && new URL(own).host === page.host;
}
