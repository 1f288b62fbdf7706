/**
 * Builds the fake-model page as the app itself is built, and serves it: loads faster than the development server. Each page
 * may come from an origin of its own; the parts come from one host for all of them, so that the browser loads and compiles
 * them once and not once for each test.
 */
import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build, preview } from 'vite';

const PAGE = 'e2e/ui/index.html';
/** A worker must come from the page's own origin. */
const OWN_WORKERS = `<script>
  Worker = class extends Worker {
    constructor(url, options) {
      super(new URL(url).pathname, options);
    }
  };
</script>`;

export async function serveUi(): Promise<{ url: (state: string) => string; close: () => Promise<void> }> {
  const outDir = await mkdtemp(join(tmpdir(), 'hikyaku-ui-'));
  const output = { outDir, emptyOutDir: true };
  await build({ logLevel: 'error', build: { ...output, rolldownOptions: { input: PAGE } } });
  const page = readFileSync(join(outDir, PAGE), 'utf8');
  const server = await preview({
    logLevel: 'error',
    build: output,
    preview: {
      port: 0,
      host: '127.0.0.1',
      allowedHosts: true,
      cors: true,
      headers: { 'Cache-Control': 'max-age=3600' },
    },
    plugins: [
      {
        name: 'parts-from-one-host',
        configurePreviewServer({ middlewares }) {
          middlewares.use((request, response, next) => {
            if (!request.url?.startsWith(`/${PAGE}`)) return next();
            const port = request.headers.host?.split(':')[1] ?? '';
            response.setHeader('Content-Type', 'text/html');
            const parts = `="http://parts.ui.localhost:${port}/assets`;
            response.end(
              page.replaceAll(/(?<=src|href)="[./]*\/assets/g, parts).replace('<head>', `<head>${OWN_WORKERS}`),
            );
          });
        },
      },
    ],
  });
  const address = server.resolvedUrls?.local[0] ?? '';
  return {
    url: (state) => `${address}${PAGE}?state=${state}`,
    async close() {
      await server.close();
      await rm(outDir, { recursive: true });
    },
  };
}
