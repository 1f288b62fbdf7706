/**
 * WebKit, the engine of every browser on an iPhone, driven over WebDriver. `gtk` is close to today's Safari, and
 * `gtk-private` its private browsing; `wpe` (Debian's 2.38) calls itself Safari 16.0, stands for old iPhones, and is always
 * private. No Debian build has WebRTC: pages that are to transfer files come through `lending-door.ts`.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { type AddressInfo, createServer } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Browser, type BrowserOptions, PLAIN_HOST } from './browser.ts';
import { WebDriverSession } from './webdriver.ts';

export type Engine = 'gtk' | 'gtk-private' | 'wpe';

/** A browser that keeps what pages store: MiniBrowser under automation is always private. */
const KEEPING_BROWSER = fileURLToPath(new URL('webkit-keeping.py', import.meta.url));
const UNSHARE = 'unshare';
/** Off in WebKitGTK, on in Safari. */
const FEATURES = 'FileSystem,AccessHandle,StorageAPI,StorageAPIEstimate,WebShare,WebShareFileAPI';

const ENGINES = {
  gtk: { driver: '/usr/bin/WebKitWebDriver', browser: KEEPING_BROWSER, options: 'webkitgtk:browserOptions' },
  'gtk-private': {
    driver: '/usr/bin/WebKitWebDriver',
    browser: 'webkit2gtk-4.1/MiniBrowser',
    options: 'webkitgtk:browserOptions',
  },
  wpe: { driver: '/usr/bin/WPEWebDriver', browser: 'wpe-webkit-1.1/MiniBrowser', options: 'wpe:browserOptions' },
} as const;

const argumentsOf = (engine: Engine, profile: string): string[] =>
  ({
    gtk: [join(profile, 'kept'), FEATURES],
    'gtk-private': ['--automation'],
    wpe: ['--automation', '--headless'],
  })[engine];

/** Debian puts it in a folder named for the processor. */
function binaryOf(engine: Engine): string | undefined {
  const { browser } = ENGINES[engine];
  if (browser.startsWith('/')) return browser;
  const paths = readdirSync('/usr/lib').map((folder) => join('/usr/lib', folder, browser));
  return paths.find((path) => existsSync(path));
}

/** Why this engine cannot be started here; `undefined` when it can. */
export function whyNoWebKit(engine: Engine): string | undefined {
  const gtk = ['/usr/bin/Xvfb', ...(engine === 'gtk' ? ['/usr/lib/python3/dist-packages/gi'] : [])];
  const missing = [...(engine === 'wpe' ? [] : gtk), ENGINES[engine].driver].find((file) => !existsSync(file));
  return missing ?? (binaryOf(engine) === undefined ? ENGINES[engine].browser : undefined);
}

export async function launchWebKit(engine: Engine, { profile, viewport }: BrowserOptions): Promise<Browser> {
  const { driver, options } = ENGINES[engine];
  const processes: ChildProcess[] = [];
  const close = async () => {
    for (const child of processes.reverse()) await ended(child);
  };
  try {
    const screen = engine === 'wpe' ? {} : await startScreen(processes);
    const port = await freePort();
    const env = { ...quiet(profile), ...screen };
    processes.push(spawnWithNames(profile, [driver, `--port=${port}`, '--host=127.0.0.1'], env));
    const session = await WebDriverSession.start(`http://127.0.0.1:${port}`, {
      acceptInsecureCerts: true,
      [options]: { binary: binaryOf(engine), args: argumentsOf(engine, profile) },
    });
    if (engine !== 'wpe') await session.resize(viewport.width, viewport.height);
    return { ...hands(session), close: () => session.end().then(close) };
  } catch (error) {
    await close();
    throw error;
  }
}

/** What a person can do with a page and see of it. */
const hands = (session: WebDriverSession): Omit<Browser, 'close'> => ({
  goto: (url) => session.goto(url),
  evaluate: (expression) => session.evaluate(expression),
  click: async (expression) => {
    const found = await session.element(expression);
    return found !== undefined && (await session.click(found));
  },
  fill: async (expression, text) => {
    const found = await session.element(expression);
    if (found === undefined) throw new Error('no field to fill');
    await session.fill(found, text);
  },
  key: (name) => session.key(name),
  choose: async (trigger, paths) => {
    await session.evaluate(CATCH_FIELD);
    await trigger();
    const field = await session.element('globalThis.caughtField');
    if (field === undefined) throw new Error('no field of files was opened');
    await session.put(field, paths.join('\n'));
  },
  download: async (trigger, folder) => {
    await session.evaluate(CATCH_DOWNLOAD);
    await trigger();
    const { name, content } = (await session.evaluate('globalThis.caughtDownload')) as Caught;
    const path = join(folder, name);
    await mkdir(folder, { recursive: true });
    await writeFile(path, Buffer.from(content, 'base64'));
    return { path, name };
  },
  screenshot: (path) => session.screenshot(path),
  problems: () => [],
});

/** A picker of the system cannot be answered by WebDriver: the field that would open it is taken, and filled. */
const CATCH_FIELD = `addEventListener('click', (event) => {
  if (event.target.type !== 'file') return;
  event.preventDefault();
  globalThis.caughtField = event.target;
}, { capture: true }) ?? 0`;

type Caught = { readonly name: string; readonly content: string };
/** What is saved is small, in ms. */
const SAVED_MS = 30_000;
/** WebDriver tells of no download: what a link would save is taken out of the page. */
const CATCH_DOWNLOAD = `(() => {
  const PIECE = 0x3000; // so many bytes are whole groups of three
  const base64 = (bytes) => {
    const pieces = [];
    for (let at = 0; at < bytes.byteLength; at += PIECE)
      pieces.push(btoa(String.fromCharCode(...new Uint8Array(bytes.slice(at, at + PIECE)))));
    return pieces.join('');
  };
  const blobs = new Map();
  const make = URL.createObjectURL;
  URL.createObjectURL = (blob) => {
    const url = make.call(URL, blob);
    blobs.set(url, blob);
    return url;
  };
  globalThis.caughtDownload = new Promise((resolve, reject) => {
    setTimeout(() => reject(new Error('nothing was saved')), ${SAVED_MS});
    const caught = (link) => {
      const blob = blobs.get(link?.href);
      if (blob === undefined || !link.hasAttribute('download')) return false;
      // For a moment old WebKit cannot read what came from a worker.
      const read = (tries) =>
        blob.arrayBuffer().then(
          (bytes) => resolve({ name: link.download, content: base64(bytes) }),
          (error) => (tries > 0 ? setTimeout(read, 200, tries - 1) : reject(error)),
        );
      read(25);
      return true;
    };
    addEventListener('click', (event) => caught(event.target.closest('a')) && event.preventDefault(), true);
    const { click } = HTMLAnchorElement.prototype; // of one that is nowhere in the page, too
    HTMLAnchorElement.prototype.click = function () {
      if (!caught(this)) click.call(this);
    };
  });
  return 0;
})()`;

/** No data of this machine's user is read or written, and no bus or graphics card is looked for. */
function quiet(home: string): NodeJS.ProcessEnv {
  const folders = { HOME: home, XDG_RUNTIME_DIR: join(home, 'run'), XDG_CONFIG_HOME: home, XDG_DATA_HOME: home };
  mkdirSync(folders.XDG_RUNTIME_DIR, { mode: 0o700, recursive: true });
  const graphics = { WEBKIT_DISABLE_DMABUF_RENDERER: '1', LIBGL_ALWAYS_SOFTWARE: '1' };
  const bus = { DBUS_SESSION_BUS_ADDRESS: 'disabled:', GTK_A11Y: 'none', NO_AT_BRIDGE: '1' };
  return { PATH: process.env['PATH'], LANG: 'C.UTF-8', XDG_CACHE_HOME: home, ...folders, ...graphics, ...bus };
}

async function startScreen(processes: ChildProcess[]): Promise<{ DISPLAY: string }> {
  const stdio = ['ignore', 'ignore', 'ignore', 'pipe'] as const;
  const child = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '800x1000x24', '-nolisten', 'tcp'], {
    stdio: [...stdio],
  });
  processes.push(child);
  const [said] = (await once(child.stdio[3] ?? child, 'data')) as [Buffer];
  return { DISPLAY: `:${said.toString().trim()}` };
}

/**
 * WebKit asks the system for names; in a private mount namespace `PLAIN_HOST` leads to this machine as well. The driver
 * does not always end its browser: all of its processes share a namespace, which ends with the first of them.
 */
function spawnWithNames(home: string, command: readonly string[], env: NodeJS.ProcessEnv): ChildProcess {
  const hosts = join(home, 'hosts');
  writeFileSync(hosts, `127.0.0.1 localhost ${PLAIN_HOST}\n`);
  const user = process.getuid?.() === 0 ? [] : ['--map-root-user'];
  const script = 'mount --bind "$0" /etc/hosts && exec "$@"';
  const apart = [...user, '--mount', '--pid', '--fork', '--kill-child', '--mount-proc'];
  return spawn(UNSHARE, [...apart, 'sh', '-c', script, hosts, ...command], { env, stdio: 'ignore' });
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exit = once(child, 'exit');
  child.kill(child.spawnfile === UNSHARE ? 'SIGKILL' : 'SIGTERM'); // it passes no gentler one on
  await exit;
}

/** The drivers cannot take a port of the system's choice. */
function freePort(): Promise<number> {
  const server = createServer();
  return new Promise((resolve, reject) => {
    server.once('error', reject).listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}
