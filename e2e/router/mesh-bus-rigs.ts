/** Buses to run the contract against: in this process, and each in a process and namespace of its own. */
import type { ChildProcess } from 'node:child_process';
import { createHash } from 'node:crypto';
import { createRequire } from 'node:module';
import { createInterface } from 'node:readline';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Bus, BusEvents, Incarnation, RouterId, Self } from '../../src/router/mesh/bus.ts';
import type { MeshMessage } from '../../src/router/mesh/messages.ts';
import { type Passport, passportOf, SEED_BYTES, type Seed } from '../../src/router/mesh/passport.ts';
import { Switch } from '../../src/router/mesh/testing/in-process.ts';
import { World } from '../lab/netns.ts';
import { HOST } from '../lab/topology.ts';

const TSX = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href;
const AGENT = fileURLToPath(new URL('mesh-bus-agent.ts', import.meta.url));
const MAX_NODES = 3;

export type Log = {
  readonly members: Set<RouterId>;
  /** The events in words, in order. */
  readonly events: string[];
  readonly received: { readonly from: RouterId; readonly text: string }[];
  readonly advertised: Map<RouterId, number>;
};

/** One router's bus, wherever it runs, and its events. */
export type Node = {
  readonly id: RouterId;
  readonly log: Log;
  publish(message: MeshMessage): Promise<void>;
  send(to: RouterId, message: MeshMessage): Promise<boolean>;
  advertise(version: number): Promise<void>;
  shun(id: RouterId): Promise<void>;
  until(wanted: (log: Log) => boolean, withinMs: number): Promise<void>;
  stop(): Promise<void>;
};

export type Rig = {
  node(index: number): Promise<Node>;
  cut(index: number): Promise<void>;
  mend(index: number): Promise<void>;
  close(): Promise<void>;
};

export type BusCommand =
  | { readonly do: 'publish'; readonly message: MeshMessage }
  | { readonly do: 'send'; readonly to: RouterId; readonly message: MeshMessage }
  | { readonly do: 'advertise'; readonly version: number }
  | { readonly do: 'shun'; readonly id: RouterId }
  | { readonly do: 'stop' };
export type BusEvent =
  | { readonly type: 'answer'; readonly value: boolean }
  | { readonly type: 'joined'; readonly id: RouterId }
  | { readonly type: 'left'; readonly id: RouterId; readonly how: string }
  | { readonly type: 'received'; readonly from: RouterId; readonly message: MeshMessage }
  | { readonly type: 'advertised'; readonly from: RouterId; readonly version: number };

export const passportOfNode = (index: number): Passport => passportOf(Buffer.alloc(SEED_BYTES, index + 1) as Seed);
export const selfOf = (index: number): Self => ({
  id: passportOfNode(index).id,
  incarnation: '0000000100000001' as Incarnation,
});

/** A line of the pipe to a bus elsewhere: JSON, with `Buffer`s as they write themselves. The test that wrote it shares this file. */
export const fromLine = <T extends BusCommand | BusEvent>(line: string): T =>
  JSON.parse(line, (_, each) => (each?.type === 'Buffer' ? Buffer.from(each.data) : each)) as T;

/** Turns events of a bus into values that can cross a pipe. */
export function eventsInto(tell: (event: BusEvent) => void): BusEvents {
  return {
    joined: ({ id }) => tell({ type: 'joined', id }),
    left: (id, how) => tell({ type: 'left', id, how }),
    received: (from, message) => tell({ type: 'received', from, message }),
    advertised: (from, version) => tell({ type: 'advertised', from, version }),
    renamed: () => {},
  };
}

export async function act(bus: Bus, command: BusCommand): Promise<boolean> {
  switch (command.do) {
    case 'publish':
      bus.publish(command.message);
      return true;
    case 'send':
      return bus.send(command.to, command.message);
    case 'advertise':
      bus.advertise(command.version);
      return true;
    case 'shun':
      bus.shun(command.id, 'the contract wants it');
      return true;
    case 'stop':
      await bus.stop();
      return true;
  }
}

function textOf(message: MeshMessage): string {
  switch (message.type) {
    case 'about':
      return message.about.name;
    case 'bytes':
      return `${message.n}: ${createHash('sha256').update(message.bytes).digest('hex')}`;
    case 'ask':
    case 'tell':
      return JSON.stringify(message.words);
    default:
      return message.type;
  }
}

class Recorder implements Node {
  readonly id: RouterId;
  readonly log: Log = { members: new Set(), events: [], received: [], advertised: new Map() };
  readonly #do: (command: BusCommand) => Promise<boolean>;
  #wake: (() => void)[] = [];

  constructor(id: RouterId, act: (command: BusCommand) => Promise<boolean>) {
    this.id = id;
    this.#do = act;
  }

  hear(event: BusEvent): void {
    const { members, events, received, advertised } = this.log;
    switch (event.type) {
      case 'joined':
        members.add(event.id);
        events.push(`joined ${event.id}`);
        break;
      case 'left':
        members.delete(event.id);
        events.push(`left ${event.id} ${event.how}`);
        break;
      case 'received': {
        const { message } = event;
        received.push({ from: event.from, text: textOf(message) });
        break;
      }
      case 'advertised':
        advertised.set(event.from, event.version);
    }
    for (const wake of this.#wake.splice(0)) wake();
  }

  async publish(message: MeshMessage): Promise<void> {
    await this.#do({ do: 'publish', message });
  }

  send(to: RouterId, message: MeshMessage): Promise<boolean> {
    return this.#do({ do: 'send', to, message });
  }

  async advertise(version: number): Promise<void> {
    await this.#do({ do: 'advertise', version });
  }

  async shun(id: RouterId): Promise<void> {
    await this.#do({ do: 'shun', id });
  }

  async stop(): Promise<void> {
    await this.#do({ do: 'stop' });
  }

  until(wanted: (log: Log) => boolean, withinMs: number): Promise<void> {
    return new Promise((resolve, reject) => {
      const look = (): void => {
        if (wanted(this.log)) {
          clearTimeout(timer);
          resolve();
        } else this.#wake.push(look);
      };
      const timer = setTimeout(
        () => reject(new Error(`${this.id} waited ${withinMs} ms: ${JSON.stringify(this.log.events)}`)),
        withinMs,
      );
      look();
    });
  }
}

export async function inMemory(): Promise<Rig> {
  const hub = new Switch();
  const pairs = (index: number): readonly RouterId[] =>
    Array.from({ length: MAX_NODES }, (_, other) => selfOf(other).id).filter((id) => id !== selfOf(index).id);
  return {
    async node(index) {
      const bus = hub.bus(selfOf(index));
      const recorder: Recorder = new Recorder(bus.self.id, (command) => act(bus, command));
      await bus.start(eventsInto((event) => recorder.hear(event)));
      return recorder;
    },
    async cut(index) {
      for (const other of pairs(index)) hub.cut(selfOf(index).id, other);
    },
    async mend(index) {
      for (const other of pairs(index)) hub.mend(selfOf(index).id, other);
    },
    close: async () => {},
  };
}

export async function inNamespaces(): Promise<Rig> {
  const hosts = Array.from({ length: MAX_NODES }, (_, index) => ({
    name: `n${index}`,
    on: 'backhaul',
    addresses: [`192.168.1.${index + 1}`],
  }));
  const world = await World.build({ segments: [{ name: 'backhaul', range: '192.168.1.0/24' }], routers: [], hosts });
  return {
    async node(index) {
      const command = [process.execPath, '--import', TSX, AGENT, String(index)];
      const child = world.spawn(`n${index}`, command, { stdio: ['pipe', 'pipe', 'inherit'] });
      const recorder = new Recorder(selfOf(index).id, remote(child));
      if (child.stdout) createInterface(child.stdout).on('line', (line) => recorder.hear(fromLine<BusEvent>(line)));
      return recorder;
    },
    cut: (index) => world.link(`n${index}`, HOST, 'down'),
    mend: (index) => world.link(`n${index}`, HOST, 'up'),
    close: () => world.close(),
  };
}

/** Commands are answered in order. */
function remote(child: ChildProcess): (command: BusCommand) => Promise<boolean> {
  const waiting: ((value: boolean) => void)[] = [];
  if (child.stdout)
    createInterface(child.stdout).on('line', (line) => {
      const event = fromLine<BusEvent>(line);
      if (event.type === 'answer') waiting.shift()?.(event.value);
    });
  return (command) =>
    new Promise((resolve) => {
      waiting.push(resolve);
      child.stdin?.write(`${JSON.stringify(command)}\n`);
    });
}
