/**
 * What one link between routers costs a process: memory that stays, and processor time until both have said hello. Real
 * TLS and real links; the accepting side is a separate process, so that its memory can be told apart. This file is also
 * that process's program.
 */
import { fork } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:tls';
import { fileURLToPath } from 'node:url';
import type { Incarnation } from '../../../src/router/mesh/bus.ts';
import { deriveKeys, type MeshKeys } from '../../../src/router/mesh/keys.ts';
import { Link, type LinkEvents, tlsOptions } from '../../../src/router/mesh/link.ts';
import { dial } from '../../../src/router/mesh/listener.ts';
import { passportOf, type Seed } from '../../../src/router/mesh/passport.ts';
import { collectGarbage } from './garbage.ts';

export type LinkCost = {
  readonly links: number;
  /** Memory of the accepting process per link. */
  readonly rssBytes: number;
  /** Processor time of the accepting process for each handshake and hello. */
  readonly handshakeCpuMs: number;
};
type Usage = { readonly rss: number; readonly cpuMs: number; readonly linked: number };

const KEY = 'the key of this bench';
const now = (): number => performance.now();
const incarnation = '0000000100000001' as Incarnation;
const passportOfLink = (index: number) => passportOf(createHash('sha256').update(`link ${index}`).digest() as Seed);

function events(hello: (link: Link) => void): LinkEvents {
  return { hello, frame() {}, end() {} };
}

export async function linkCost(links: number): Promise<LinkCost> {
  const child = fork(fileURLToPath(import.meta.url), { execArgv: process.execArgv, stdio: 'inherit' });
  const ask = async (): Promise<Usage> => {
    child.send('usage');
    const [usage] = await once(child, 'message');
    return usage as Usage;
  };
  const [port] = (await once(child, 'message')) as [number];
  const keys = deriveKeys(KEY);
  const all: Link[] = [];
  const connect = async (from: number, to: number): Promise<void> => {
    for (let index = from; index < to; index += 1)
      await new Promise<void>((resolve, reject) => {
        dial('127.0.0.1', port, keys).then((socket) => {
          const passport = passportOfLink(index);
          const hello = events(() => resolve());
          all.push(new Link(socket, true, { id: passport.id, incarnation }, passport, hello, now));
        }, reject);
      });
  };
  try {
    // The one-time costs of the first links (compiled code, pages of the allocator) belong to none of them.
    const warm = Math.max(10, Math.round(links / 5));
    await connect(0, warm);
    const before = await ask();
    await connect(warm, warm + links);
    const after = await ask();
    if (after.linked !== warm + links) throw new Error(`${after.linked} of ${warm + links} links`);
    return {
      links,
      rssBytes: (after.rss - before.rss) / links,
      handshakeCpuMs: (after.cpuMs - before.cpuMs) / links,
    };
  } finally {
    for (const link of all) link.end('broken', 'measured');
    child.disconnect();
    await once(child, 'exit');
  }
}

/** Not the product's listener, which accepts six links from one address: here all come from this machine. */
function accept(keys: MeshKeys): void {
  const links: Link[] = [];
  const hellos = new Set<Link>();
  const server = createServer({ ...tlsOptions(), pskCallback: () => keys.link });
  const passport = passportOfLink(1_000_000);
  const hello = events((link) => hellos.add(link));
  server.on('secureConnection', (socket) =>
    links.push(new Link(socket, false, { id: passport.id, incarnation }, passport, hello, now)),
  );
  server.listen(0, '127.0.0.1', () => process.send?.((server.address() as AddressInfo).port));
  process.on('message', () => {
    collectGarbage();
    const { user, system } = process.cpuUsage();
    process.send?.({ rss: process.memoryUsage.rss(), cpuMs: (user + system) / 1000, linked: hellos.size });
  });
  process.once('disconnect', () => process.exit());
}

if (process.argv[1] === fileURLToPath(import.meta.url)) accept(deriveKeys(KEY));
