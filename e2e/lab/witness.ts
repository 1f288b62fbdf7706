/** Watches one running transfer from both ends: what the screens say, and how many bytes of the file are sent. */
import { basename, join } from 'node:path';
import { randomFile, sha256 } from '../drive/files.ts';
import { callOf } from '../drive/page/inject.ts';
import { PayloadCounter } from '../drive/payload.ts';
import type { Phone, State } from '../drive/phone.ts';
import type { ConnectionReport } from './connections.ts';
import type { Said } from './screen-history.ts';
import { newestConnection } from './transfer.ts';

const HISTORY = '../../lab/screen-history.ts';

export type Testimony = {
  readonly intact: boolean;
  /** Every state that either screen showed after the acceptance. */
  readonly states: ReadonlySet<State>;
  readonly said: readonly { readonly who: string; readonly said: readonly Said[] }[];
  /** Bytes of the file that were sent again. */
  readonly sentAgainBytes: number;
  readonly connection: ConnectionReport;
};

export class Witness {
  readonly #from: Phone;
  readonly #to: Phone;
  readonly #counter: PayloadCounter;

  private constructor(from: Phone, to: Phone, counter: PayloadCounter) {
    this.#from = from;
    this.#to = to;
    this.#counter = counter;
  }

  /** Call before the first connection between the two. Their pages must not be reloaded afterwards. */
  static async of(from: Phone, to: Phone): Promise<Witness> {
    return new Witness(from, to, await PayloadCounter.start(from));
  }

  /** Sends a new file, which is accepted. Resolves when the receiver's screen shows this progress (in percent). */
  async begin(folder: string, name: string, bytes: number, percent: number): Promise<string> {
    const file = await randomFile(join(folder, name), bytes);
    await this.#counter.reset();
    await this.#from.sendFiles([file], [this.#to.name]);
    await this.#to.accept();
    // A side that has not yet heard of the acceptance still says Waiting.
    await Promise.all([this.#from.waitForState(name, 'Sending'), this.#to.waitForState(name, 'Receiving')]);
    const watch = await callOf(HISTORY, 'watch', [{ texts: [name] }]);
    await Promise.all([this.#from, this.#to].map((phone) => phone.evaluate(watch)));
    await this.#to.waitForState(name, 'Receiving', { progress: percent });
    return file;
  }

  /** Waits for the end of the transfer. */
  async end(file: string, folder: string, bytes: number, timeoutMs: number): Promise<Testimony> {
    const name = basename(file);
    const [from, to] = [this.#from, this.#to];
    await to.waitForState(name, ['Saved', 'Failed'], { timeoutMs });
    await from.waitForState(name, ['Sent', 'Failed'], { timeoutMs });
    const connection = await newestConnection(from);
    const history = await callOf(HISTORY, 'history', []);
    const said = await Promise.all(
      [from, to].map(async (phone) => ({ who: phone.name, said: (await phone.evaluate(history)) as Said[] })),
    );
    const saved = await to.save(name, join(folder, 'saved'));
    return {
      intact: (await sha256(saved.path)) === (await sha256(file)),
      states: new Set(said.flatMap(({ said: all }) => all.map(({ state }) => state))),
      said,
      sentAgainBytes: (await this.#counter.read()).sent - bytes,
      connection,
    };
  }
}
