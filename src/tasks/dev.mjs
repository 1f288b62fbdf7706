// `npm run dev -- FLAGS`: the app with hot reload and the router, rebuilt on change, in one terminal. Vite answers the
// browser at --port and passes on what belongs to the router, which gets the other flags.
import { spawn } from 'node:child_process';
import { createServer as createTcpServer } from 'node:net';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createServer } from 'vite';
import { routerProxy } from './dev-proxy.mjs';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const LOOPBACK = '127.0.0.1';

/** A port that is free now. The router takes it in a moment, and again after each restart. */
function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createTcpServer().once('error', reject);
    probe.listen(0, LOOPBACK, () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}

function takeFlag(args, name, fallback) {
  const at = args.findIndex((arg) => arg === name || arg.startsWith(`${name}=`));
  if (at < 0) return fallback;
  const [flag, value] = args.splice(at, args[at] === name ? 2 : 1);
  return value ?? flag.slice(name.length + 1);
}

const args = process.argv.slice(2);
const port = Number(takeFlag(args, '--port', '8080'));
const host = takeFlag(args, '--host', '0.0.0.0');
const routerPort = await freePort();

const tsx = fileURLToPath(import.meta.resolve('tsx/cli'));
const router = spawn(
  process.execPath,
  [
    tsx,
    'watch',
    '--clear-screen=false',
    'src/router/main.ts',
    '--host',
    LOOPBACK,
    '--port',
    String(routerPort),
    ...args,
  ],
  { cwd: ROOT, stdio: ['ignore', 'inherit', 'inherit'], env: { ...process.env, HIKYAKU_QR: '0' } },
);

// `changeOrigin` stays off: the router compares Origin with Host, and both name Vite then.
const target = `http://${LOOPBACK}:${routerPort}`;
const vite = await createServer({
  root: ROOT,
  configFile: join(ROOT, 'vite.config.ts'),
  server: {
    port,
    host,
    strictPort: true,
    proxy: routerProxy(target),
  },
});
await vite.listen();
vite.printUrls();

async function stop() {
  router.kill('SIGTERM');
  await vite.close();
  process.exit();
}
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, () => void stop());
router.on('exit', (code) => {
  if (code)
    process.stderr.write(`dev: the router ended with status ${code}; it starts again when its sources change\n`);
});
