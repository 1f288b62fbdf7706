/**
 * Firefox from inside: scripts with the rights of the browser itself, over its Marionette protocol. Only for what no
 * page can see, such as the browser's view of the network.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile, watch, writeFile } from 'node:fs/promises';
import { connect, type Socket } from 'node:net';
import { join } from 'node:path';
import { temporaryFolder } from './files.ts';
import { FIREFOX } from './firefox.ts';

const PORT_FILE = 'MarionetteActivePort';
/** Starting takes seconds on a busy machine. */
const START_MS = 60_000;

export type Preferences = Readonly<Record<string, string | number | boolean>>;

export class FirefoxInside {
  readonly #socket: Socket;
  readonly #end: () => Promise<void>;
  readonly #frames: AsyncGenerator<unknown>;
  #count = 0;

  private constructor(socket: Socket, end: () => Promise<void>) {
    this.#socket = socket;
    this.#end = end;
    this.#frames = frames(socket);
  }

  /** Starts Firefox with these preferences and none of those that automation usually sets. */
  static async start(preferences: Preferences): Promise<FirefoxInside> {
    const profile = await temporaryFolder('firefox');
    const all = { ...preferences, 'marionette.port': 0, 'remote.prefs.recommended': false };
    const lines = Object.entries(all).map(([name, value]) => `user_pref("${name}", ${JSON.stringify(value)});\n`);
    await writeFile(join(profile.path, 'user.js'), lines.join(''));
    const listening = portOf(profile.path);
    const words = ['--headless', '--no-remote', '--marionette', '--remote-allow-system-access', '--profile'];
    const child = spawn(FIREFOX, [...words, profile.path], { stdio: 'ignore' });
    const gone = once(child, 'exit');
    const end = async (): Promise<void> => {
      child.kill('SIGKILL');
      await gone;
      await profile.remove();
    };
    try {
      const socket = connect(await listening, '127.0.0.1');
      const inside = new FirefoxInside(socket, end);
      await inside.#frames.next(); // Firefox introduces itself first
      await inside.#ask('WebDriver:NewSession', {});
      await inside.#ask('Marionette:SetContext', { value: 'chrome' });
      return inside;
    } catch (error) {
      await end();
      throw error;
    }
  }

  /** Runs a script until it calls `done(value)`; gives up after 30 s. */
  async evaluate(script: string): Promise<unknown> {
    const body = `const done = arguments[0]; ${script}`;
    const { value } = (await this.#ask('WebDriver:ExecuteAsyncScript', { script: body, args: [] })) as {
      readonly value: unknown;
    };
    return value;
  }

  async close(): Promise<void> {
    this.#socket.destroy();
    await this.#end();
  }

  async #ask(command: string, parameters: object): Promise<unknown> {
    this.#count += 1;
    const message = JSON.stringify([0, this.#count, command, parameters]);
    this.#socket.write(`${Buffer.byteLength(message)}:${message}`);
    const { value } = await this.#frames.next();
    const [, , error, result] = value as readonly [number, number, { readonly message: string } | null, unknown];
    if (error !== null) throw new Error(`${command}: ${error.message}`);
    return result;
  }
}

/** Resolves when Firefox has written where it listens. */
async function portOf(profile: string): Promise<number> {
  for await (const { filename } of watch(profile, { signal: AbortSignal.timeout(START_MS) })) {
    if (filename !== PORT_FILE) continue;
    const port = Number(await readFile(join(profile, PORT_FILE), 'utf8'));
    if (port > 0) return port;
  }
  throw new Error('the folder of the profile is gone');
}

/** Each message is its length in bytes, a colon, and JSON. */
async function* frames(socket: Socket): AsyncGenerator<unknown> {
  let rest = Buffer.alloc(0);
  for await (const piece of socket) {
    rest = Buffer.concat([rest, piece as Buffer]);
    for (;;) {
      const start = rest.indexOf(':') + 1;
      const end = start + Number(rest.subarray(0, Math.max(0, start - 1)));
      if (start === 0 || rest.length < end) break;
      yield JSON.parse(rest.subarray(start, end).toString());
      rest = rest.subarray(end);
    }
  }
}
