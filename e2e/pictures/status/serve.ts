/** Serves the operator's page in a chosen state, with the router's own answers and headers. */
import { once } from 'node:events';
import { copyFile, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { createRequestListener } from '../../../src/router/http/http.ts';
import { createLog } from '../../../src/router/machine/log.ts';
import type { Status } from '../../../src/router/status/status.ts';
import { temporaryFolder } from '../../drive/files.ts';

export type Shown = {
  /** Sets the state that is shown from now on. */
  show(status: Status): void;
  readonly url: string;
  close(): Promise<void>;
};

export async function serveStatus(first: Status): Promise<Shown> {
  let current = first;
  // Of the app, only the files that the page names, and that the router looks for.
  const app = await temporaryFolder('app');
  await writeFile(join(app.path, 'index.html'), '<!doctype html><title>Hikyaku</title>');
  await copyFile('public/favicon.svg', join(app.path, 'favicon.svg'));
  const server = createServer(
    createRequestListener({
      appDirectory: app.path,
      status: () => current,
      standing: () => JSON.stringify(current),
      https: () => ({ state: 'off', reason: '' }),
      plainUrl: () => '',
      log: createLog('error'),
    }),
  );
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo; // bound to a port, so its address is not the name of a pipe
  return {
    show(status) {
      current = status;
    },
    url: `http://127.0.0.1:${port}/status`,
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
      await app.remove();
    },
  };
}
