/**
 * WebKit, the engine of every browser on an iPhone, driven over WebDriver. `gtk` is close to today's Safari; `wpe`
 * (Debian's 2.38) calls itself Safari 16.0 and stands for old iPhones. No Debian build of either has WebRTC. Every
 * session is private.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { PLAIN_HOST } from './browser.ts';
import { temporaryFolder } from './files.ts';

export type Engine = 'gtk' | 'wpe';

const ENGINES = {
  gtk: {
    driver: '/usr/bin/WebKitWebDriver',
    browser: 'webkit2gtk-4.1/MiniBrowser',
    options: 'webkitgtk:browserOptions',
    args: ['--automation'],
  },
  wpe: {
    driver: '/usr/bin/WPEWebDriver',
    browser: 'wpe-webkit-1.1/MiniBrowser',
    options: 'wpe:browserOptions',
    args: ['--automation', '--headless'],
  },
} as const;
/** How a WebDriver names an element (W3C WebDriver, section 11). */
const ELEMENT = 'element-6066-11e4-a52e-4f735466cecf';
/** Time between two tests whether the driver listens, in milliseconds; it does not announce that. */
const LOOK_MS = 50;
const STARTING_MS = 30_000;

/** Debian puts it in a folder named for the processor. */
function binaryOf(engine: Engine): string | undefined {
  const paths = readdirSync('/usr/lib').map((folder) => join('/usr/lib', folder, ENGINES[engine].browser));
  return paths.find((path) => existsSync(path));
}

/** Why this engine cannot be started here; `undefined` when it can. */
export function whyNoWebKit(engine: Engine): string | undefined {
  const wanted = [...(engine === 'gtk' ? ['/usr/bin/Xvfb'] : []), ENGINES[engine].driver];
  const missing = wanted.find((file) => !existsSync(file));
  return missing ?? (binaryOf(engine) === undefined ? ENGINES[engine].browser : undefined);
}

export class WebKit {
  readonly #session: string;
  readonly #close: () => Promise<void>;

  private constructor(session: string, close: () => Promise<void>) {
    this.#session = session;
    this.#close = close;
  }

  static async start(engine: Engine): Promise<WebKit> {
    const { driver, options, args } = ENGINES[engine];
    const home = await temporaryFolder(`webkit-${engine}`);
    const processes: ChildProcess[] = [];
    const close = async () => {
      for (const child of processes.reverse()) await ended(child);
      await home.remove();
    };
    try {
      const screen = engine === 'gtk' ? await startScreen(processes) : {};
      const port = await freePort();
      const env = { ...quiet(home.path), ...screen };
      processes.push(spawnWithNames(home.path, [driver, `--port=${port}`, '--host=127.0.0.1'], env));
      const capabilities = { acceptInsecureCerts: true, [options]: { binary: binaryOf(engine), args } };
      const base = `http://127.0.0.1:${port}`;
      await listening(base);
      const made = await ask(`${base}/session`, { capabilities: { alwaysMatch: capabilities } });
      const { sessionId } = made as { readonly sessionId: string };
      return new WebKit(`${base}/session/${sessionId}`, close);
    } catch (error) {
      await close();
      throw error;
    }
  }

  async goto(url: string): Promise<void> {
    await ask(`${this.#session}/url`, { url });
  }

  /** The value of an expression in the page. */
  evaluate(expression: string): Promise<unknown> {
    return ask(`${this.#session}/execute/sync`, { script: `return (${expression})`, args: [] });
  }

  /** Presses the element that a selector finds, as a finger does. */
  async press(selector: string): Promise<void> {
    const found = await ask(`${this.#session}/element`, { using: 'css selector', value: selector });
    await ask(`${this.#session}/element/${(found as Readonly<Record<string, string>>)[ELEMENT]}/click`, {});
  }

  async close(): Promise<void> {
    await fetch(this.#session, { method: 'DELETE' }).catch(() => {});
    await this.#close();
  }
}

/** No data of this machine's user is read or written, and no bus or graphics card is looked for. */
function quiet(home: string): NodeJS.ProcessEnv {
  const folders = { HOME: home, XDG_RUNTIME_DIR: join(home, 'run'), XDG_CONFIG_HOME: home, XDG_DATA_HOME: home };
  mkdirSync(folders.XDG_RUNTIME_DIR, { mode: 0o700 });
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

/** WebKit asks the system for names; in a private mount namespace `PLAIN_HOST` leads to this machine as well. */
function spawnWithNames(home: string, command: readonly string[], env: NodeJS.ProcessEnv): ChildProcess {
  const hosts = join(home, 'hosts');
  writeFileSync(hosts, `127.0.0.1 localhost ${PLAIN_HOST}\n`);
  const user = process.getuid?.() === 0 ? [] : ['--map-root-user'];
  const script = 'mount --bind "$0" /etc/hosts && exec "$@"';
  return spawn('unshare', [...user, '--mount', 'sh', '-c', script, hosts, ...command], { env, stdio: 'ignore' });
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exit = once(child, 'exit');
  child.kill();
  await exit;
}

async function listening(base: string): Promise<void> {
  for (const end = Date.now() + STARTING_MS; ; await pause(LOOK_MS)) {
    const answer = await fetch(`${base}/status`).catch(() => undefined);
    if (answer?.ok) return;
    if (Date.now() > end) throw new Error(`no WebDriver at ${base}`);
  }
}

async function ask(url: string, body: unknown): Promise<unknown> {
  const response = await fetch(url, { method: 'POST', body: JSON.stringify(body) });
  const { value } = (await response.json()) as { readonly value: unknown };
  if (!response.ok) throw new Error(`${url}: ${JSON.stringify(value)}`);
  return value;
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
