// What a development server passes on to the router: every path that the router answers itself (`router/http/paths.json`).
import { readFileSync } from 'node:fs';

/** Where sockets are opened. */
const SOCKETS = ['/signal', '/words'];
/** Held files, by their digests (`protocol/blob.ts`). */
const HELD = '/[0-9a-f]{64}';

const PATHS = new URL('../router/http/paths.json', import.meta.url);

/** For Vite's `server.proxy`: exactly these paths, with or without a query. `target`: where the router listens. */
export function routerProxy(target) {
  const paths = JSON.parse(readFileSync(PATHS, 'utf8'));
  return Object.fromEntries(
    [
      ...paths.map((path) => [path.replaceAll('.', '\\.'), { target, ws: SOCKETS.includes(path) }]),
      [HELD, { target }],
    ].map(([path, to]) => [`^${path}(\\?|$)`, to]),
  );
}
