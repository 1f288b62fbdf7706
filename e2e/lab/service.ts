/**
 * The router as a service of systemd is hit, while two phones on its LAN send each other a file: it is back in seconds, and the file
 * does not notice.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { temporaryFolder } from '../drive/files.ts';
import { Phone } from '../drive/phone.ts';
import type { Checks } from './checks.ts';
import { shows } from './device-lists.ts';
import { isRelayed, rememberConnections, showPair } from './pairs.ts';
import { ADDRESS, install, machineWith, makeLan, onPhone, pack, property, writeSettings } from './systemd/box.ts';
import type { Machine } from './systemd/machine.ts';
import { seconds } from './table.ts';
import { type Testimony, Witness } from './witness.ts';

const URL = `http://${ADDRESS}:8080/`;
const TRANSFER_MS = 300_000;

export const BLOWS = ['is killed', 'is flooded', 'hangs'] as const;
export type Blow = (typeof BLOWS)[number];

/** From the blow until a phone is answered again, in milliseconds. A router that hangs is given 30 s by its unit. */
export const BACK_WITHIN_MS: Readonly<Record<Blow, number>> = {
  'is killed': 5_000,
  'is flooded': 5_000,
  hangs: 40_000,
};

/** One phone asks for the same page 900 times on each of four connections, and reads nothing of it: once that ended a router. */
const FLOOD = `const { connect } = require('node:net');
const asked = ('GET / HTTP/1.1\\r\\nHost: ${ADDRESS}:8080\\r\\n\\r\\n').repeat(900);
for (let count = 0; count < 4; count++) {
  const socket = connect(8080, '${ADDRESS}', () => socket.write(asked));
  socket.pause();
  socket.on('error', () => {});
}
setInterval(() => {}, 1000);
console.log('sent');`;

/** Prints "answered" once the router has answered, however long that takes. */
const ASK = `(async () => {
  for (;;) {
    try {
      const { status } = await fetch('${URL}healthz', { signal: AbortSignal.timeout(1000) });
      if (status === 200) break;
    } catch {}
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  console.log('answered');
})()`;

export type Struck = {
  readonly blow: Blow;
  readonly backMs: number;
  readonly restarts: number;
  readonly testimony: Testimony;
};

export class Service {
  readonly #machine: Machine;
  readonly #phones: readonly [Phone, Phone];
  readonly #witness: Witness;
  readonly #folder: { readonly path: string; readonly remove: () => Promise<void> };

  private constructor(
    machine: Machine,
    phones: readonly [Phone, Phone],
    witness: Witness,
    folder: { readonly path: string; readonly remove: () => Promise<void> },
  ) {
    this.#machine = machine;
    this.#phones = phones;
    this.#witness = witness;
    this.#folder = folder;
  }

  /** The package is packed from `dist`. */
  static async start(): Promise<Service> {
    const folder = await temporaryFolder('service');
    const machine = await machineWith(pack(folder.path));
    try {
      await install(machine);
      await makeLan(machine);
      await writeSettings(machine);
      await machine.output('systemctl start hikyaku-router');
      const initScript = await rememberConnections();
      const open = (name: 'Ann' | 'Bob') => Phone.open(name, URL, { prefix: onPhone(machine, name), initScript });
      const phones = await Promise.all([open('Ann'), open('Bob')]);
      return new Service(machine, phones, await Witness.of(...phones), folder);
    } catch (error) {
      await machine.close();
      await folder.remove();
      throw error;
    }
  }

  /** Hits it once the file is at one percent, and waits until the file is there and both lists are right. */
  async strike(blow: Blow, bytes: number, checks: Checks): Promise<Struck> {
    const [ann, bob] = this.#phones;
    const name = `${blow.replaceAll(' ', '-')}.bin`;
    const before = await this.#restarts();
    await ann.waitForDevice(bob.name);
    const file = await this.#witness.begin(this.#folder.path, name, bytes, 1);
    const backMs = await this.#hit(blow);
    const testimony = await this.#witness.end(file, this.#folder.path, bytes, TRANSFER_MS);
    await Promise.all([shows(ann, bob.name, {}, TRANSFER_MS), shows(bob, ann.name, {}, TRANSFER_MS)]);
    const restarts = (await this.#restarts()) - before;
    judge({ blow, backMs, restarts, testimony }, checks);
    return { blow, backMs, restarts, testimony };
  }

  /** Milliseconds until it answers again. */
  async #hit(blow: Blow): Promise<number> {
    const pid = await property(this.#machine, 'MainPID');
    const flood = blow === 'is flooded' ? await this.#start(FLOOD) : undefined;
    const start = performance.now();
    if (blow === 'is killed') await this.#machine.output(`kill -KILL ${pid}`);
    if (blow === 'hangs') await this.#machine.output(`kill -STOP ${pid}`);
    const asking = await this.#start(ASK);
    const backMs = performance.now() - start;
    asking.kill('SIGKILL');
    flood?.kill('SIGKILL');
    return backMs;
  }

  /** A program of Eve's; resolves when it has said a word. */
  async #start(script: string) {
    const [program = '', ...words] = [...onPhone(this.#machine, 'Eve'), process.execPath, '-e', script];
    const child = spawn(program, words, { stdio: ['ignore', 'pipe', 'inherit'] });
    await once(child.stdout, 'data');
    return child;
  }

  #restarts = async (): Promise<number> => Number(await property(this.#machine, 'NRestarts'));

  async close(): Promise<void> {
    await Promise.allSettled(this.#phones.map((phone) => phone.close()));
    await this.#machine.close();
    await this.#folder.remove();
  }
}

function judge({ blow, restarts, testimony }: Struck, checks: Checks): void {
  const { intact, states, sentAgainBytes, connection } = testimony;
  const { pair } = connection;
  checks.equal(`${blow}: started again by systemd`, restarts, blow === 'is flooded' ? 0 : 1);
  checks.equal(`${blow}: the file arrives with the same SHA-256`, intact, true);
  checks.equal(`${blow}: the screens said`, [...states].sort().join(', '), 'Receiving, Saved, Sending, Sent');
  checks.equal(`${blow}: payload sent again`, sentAgainBytes, 0);
  checks.that(`${blow}: pair`, pair !== null && !isRelayed(pair), 'direct', pair === null ? 'none' : showPair(pair));
}

/** The promise, which a machine that is busy with tests may miss. */
export function judgeTime({ blow, backMs }: Struck, checks: Checks): void {
  const most = BACK_WITHIN_MS[blow];
  checks.that(`${blow}: answers again`, backMs <= most, `within ${seconds(most)}`, seconds(backMs));
}
