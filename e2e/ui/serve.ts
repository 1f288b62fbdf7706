/** Builds the fake-model page as the app itself is built, and serves it: loads faster than the development server. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build, preview } from 'vite';

export async function serveUi(): Promise<{ url: (state: string) => string; close: () => Promise<void> }> {
  const outDir = await mkdtemp(join(tmpdir(), 'hikyaku-ui-'));
  const output = { outDir, emptyOutDir: true };
  await build({ logLevel: 'error', build: { ...output, rolldownOptions: { input: 'e2e/ui/index.html' } } });
  const server = await preview({ logLevel: 'error', build: output, preview: { port: 0, host: '127.0.0.1' } });
  const address = server.resolvedUrls?.local[0] ?? '';
  return {
    url: (state) => `${address}e2e/ui/index.html?state=${state}`,
    async close() {
      await server.close();
      await rm(outDir, { recursive: true });
    },
  };
}
