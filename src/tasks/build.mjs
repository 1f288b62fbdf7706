// Builds what is shipped: dist/app (the page, with .br and .gz beside each file), dist/router.mjs (one file, no
// node_modules) and dist/THIRD-PARTY.txt (the licences of both). `node src/tasks/build.mjs app` builds only the page; `... router [DIRECTORY]` only the router, into
// DIRECTORY if given; `... worker DIRECTORY` only the parts that list the files in it: digests in the pages, and the
// service worker. Fails when the first load grows too big, and when a script or a style uses what
// the oldest engines lack.
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { firstLoad } from './first-load.mjs';
import { addIntegrity, renewIntegrity } from './integrity.mjs';
import { CSS_TARGET, lackingIn, TARGET } from './oldest-engines.mjs';
import { precompress } from './precompress.mjs';
import { buildServiceWorker } from './service-worker.mjs';
import { thirdParty, thirdPartyText } from './third-party.mjs';
import { writePages } from './words.mjs';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
/** In gzip bytes: until two devices see each other, and until they can connect. */
const SEEING_BUDGET_BYTES = 75_000;
const CONNECTING_BUDGET_BYTES = 120_000;

// The result must not depend on the environment: a test runner sets another one.
process.env['NODE_ENV'] = 'production';

const { plugin, folders } = thirdParty();

async function buildApp() {
  const built = await build({
    root: ROOT,
    configFile: join(ROOT, 'vite.config.ts'),
    logLevel: 'warn',
    plugins: [plugin],
    worker: { plugins: () => [plugin] },
    build: { target: TARGET, cssTarget: CSS_TARGET },
  });
  const app = join(ROOT, 'dist', 'app');
  const { output } = [built].flat()[0];
  addIntegrity(app, output);
  writePages(app);
  await buildServiceWorker(app, [plugin]);
  await precompress(app);
  sayFirstLoad(firstLoad(app, output));
  const lacking = lackingIn(app);
  if (lacking.length === 0) return;
  say('The oldest engines lack what these files use (src/tasks/oldest-engines.mjs, oldest-styles.mjs):');
  for (const line of lacking) say(`  ${line}`);
  process.exitCode = 1;
}

function sayFirstLoad({ seeing, connecting, rest, languages }) {
  const sumOf = (rows) => rows.reduce((sum, { bytes }) => sum + bytes, 0);
  const line = (bytes, what) => say(`  ${String(bytes).padStart(7)}  ${what}`);
  say('First load, gzip bytes:');
  for (const { file, bytes } of [...seeing, ...connecting]) line(bytes, file);
  const [seen, connected] = [sumOf(seeing), sumOf([...seeing, ...connecting])];
  line(seen, `of ${SEEING_BUDGET_BYTES} until two devices see each other, in the language with the most to load`);
  say(`           ${languages.map(({ tag, bytes }) => `${tag} ${bytes}`).join(', ')}`);
  line(connected, `of ${CONNECTING_BUDGET_BYTES} until they can connect`);
  line(connected + sumOf(rest), 'with every part that comes later or never');
  if (seen <= SEEING_BUDGET_BYTES && connected <= CONNECTING_BUDGET_BYTES) return;
  say('The first load is over its budget: load the heavier parts later with import().');
  process.exitCode = 1;
}

/** Now; of a package that anybody can build again, the date of its commit. */
function builtMs() {
  const seconds = Number(process.env['SOURCE_DATE_EPOCH']);
  return Number.isSafeInteger(seconds) && seconds > 0 ? seconds * 1_000 : Date.now();
}

async function buildRouter(directory = 'dist') {
  const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
  await build({
    root: ROOT,
    configFile: false,
    publicDir: false,
    logLevel: 'warn',
    plugins: [plugin],
    define: {
      HIKYAKU_VERSION: JSON.stringify(version),
      HIKYAKU_BUILT_MS: JSON.stringify(builtMs()),
      // ws tries two native modules unless told not to; there is no node_modules to find them in.
      'process.env.WS_NO_BUFFER_UTIL': '"1"',
      'process.env.WS_NO_UTF_8_VALIDATE': '"1"',
    },
    ssr: { noExternal: true, target: 'node' },
    build: {
      ssr: 'src/router/main.ts',
      outDir: directory,
      emptyOutDir: false,
      target: 'node18', // that of Debian 12, see docs/decisions/0017
      minify: false, // An operator may have to read a stack trace.
      rollupOptions: { output: { entryFileNames: 'router.mjs', codeSplitting: false } },
    },
  });
}

function say(line) {
  process.stderr.write(`${line}\n`);
}

const [only, directory] = process.argv.slice(2);
if (only !== undefined && only !== 'app' && only !== 'router' && (only !== 'worker' || directory === undefined)) {
  say(`build: "${only}" is nothing to build; expected app, router or worker DIRECTORY, or nothing for all`);
  process.exit(2);
}
if (only === undefined || only === 'app') await buildApp();
if (only === undefined || only === 'router') await buildRouter(directory);
if (only === undefined) writeFileSync(join(ROOT, 'dist', 'THIRD-PARTY.txt'), thirdPartyText(folders));
if (only === 'worker') {
  renewIntegrity(directory);
  writePages(directory);
  await buildServiceWorker(directory);
}
