/**
 * Whether a WebSocket request comes from a page of this router. Browsers do not apply the same-origin policy to
 * WebSockets; they send `Origin` always and leave the decision to the server (RFC 6455 section 10.2). A request without
 * `Origin` comes from no browser and is refused as well: one rule, no exception for loopback; a script sets the header.
 *
 * Hosts are compared, not schemes: a proxy that ends TLS in front of the router keeps the host and changes the scheme.
 */
export function isOwnOrigin(origin: string | undefined, host: string | undefined): boolean {
  if (origin === undefined || host === undefined || !URL.canParse(origin)) return false;
  const page = new URL(origin);
  if (page.protocol !== 'http:' && page.protocol !== 'https:') return false;
  // Parsed with the page's scheme, so that a default port written out is the same as one left out.
  const own = `${page.protocol}//${host}`;
  return URL.canParse(own) && new URL(own).host === page.host;
}
