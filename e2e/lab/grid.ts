/**
 * Pairs of NATs, one after the other, between the same two browsers: the rules of the two routers change, and the pages
 * are reloaded, so that no old connection is left.
 */
import { join } from 'node:path';
import { randomFile } from '../drive/files.ts';
import type { Phone, PhoneOptions } from '../drive/phone.ts';
import { type PathWanted, RELAY_PORTS } from './case.ts';
import { Checks } from './checks.ts';
import { countRelay, relayed } from './counters.ts';
import { BEHAVIOUR, type NatBehaviour, type NatKind, natText } from './nat.ts';
import { isRelayed, showPair } from './pairs.ts';
import { describe } from './probe.ts';
import type { Hold } from './program.ts';
import { Stage, type StageOptions } from './stage.ts';
import { kilobytes, seconds, type Table } from './table.ts';
import { type Topology, WAN } from './topology.ts';
import { type Transfer, transfer } from './transfer.ts';

export type Cell = {
  /** Kinds of the NATs in front of client1 and client2. */
  readonly nats: readonly [NatKind, NatKind];
  readonly path: PathWanted;
  /** client2 sends to client1. */
  readonly backwards?: boolean;
};

type Browser = NonNullable<PhoneOptions['browser']>;

export type Grid = {
  readonly title: string;
  readonly topology: Topology;
  /**
   * Routers of client1 and client2 that get the rules of a cell. `undefined`: a router with rules of its own, which
   * cells only name.
   */
  readonly routers: readonly [string | undefined, string | undefined];
  readonly router: { readonly node: string; readonly url: string };
  readonly prepare?: (stage: Stage) => Promise<void>;
  readonly cells: readonly Cell[];
  readonly browsers?: readonly [Browser, Browser];
};

export type GridOptions = StageOptions & {
  readonly hold?: Hold;
  readonly say: (line: string) => void;
};

/** Enough for several round trips of the flow control, little enough to be quick. */
const FILE_BYTES = 1_000_000;

export async function playGrid(
  grid: Grid,
  options: GridOptions,
): Promise<{ readonly table: Table; readonly checks: Checks }> {
  const checks = new Checks();
  const rows: (readonly string[])[] = [];
  const stage = await Stage.build(grid.topology, options);
  try {
    await grid.prepare?.(stage);
    const router = await stage.router(grid.router.node, { flags: ['--mesh', 'off'] });
    await router.waitForTurn();
    await countRelay(stage.world, grid.router.node, RELAY_PORTS);
    const [one, two] = grid.browsers ?? [];
    const phones = await Promise.all([
      stage.phone('Client 1', 'client1', grid.router.url, one && { browser: one }),
      stage.phone('Client 2', 'client2', grid.router.url, two && { browser: two }),
    ]);
    if (options.pcap !== undefined) await stage.capture();
    for (const cell of grid.cells) {
      const name = nameOf(cell);
      options.say(`  ${name}`);
      await proveNats(grid, cell, stage, checks);
      rows.push(await playCell(grid, cell, stage, phones, checks));
    }
    await stage.captured();
    const table = { title: grid.title, head: HEAD, rows };
    await options.hold?.(stage, [table], checks.all);
    return { table, checks };
  } finally {
    await stage.close();
  }
}

function nameOf({ nats: [one, two], backwards }: Cell): string {
  return backwards === true ? `${two} to ${one}` : `${one} to ${two}`;
}

async function proveNats({ routers }: Grid, { nats }: Cell, stage: Stage, checks: Checks): Promise<void> {
  for (const [index, kind] of nats.entries()) {
    const router = routers[index];
    const client = `client${index + 1}`;
    if (router !== undefined) await stage.world.load(router, natText(kind, WAN));
    const found: NatBehaviour | undefined = await stage.probe(client, 'far');
    const shown = found === undefined ? 'no answer' : describe(found);
    checks.equal(`${kind} in front of ${client}`, shown, describe(BEHAVIOUR[kind]));
  }
}

/** A pair that cannot connect becomes a row as well, and the next one is played. */
async function playCell(
  { router: { node, url } }: Grid,
  cell: Cell,
  stage: Stage,
  phones: readonly [Phone, Phone],
  checks: Checks,
): Promise<readonly string[]> {
  const name = nameOf(cell);
  const before = await relayed(stage.world, node);
  try {
    await Promise.all(
      phones.map(async (phone) => {
        await phone.open(url);
        await phone.waitForStatus('Online');
      }),
    );
    const file = await randomFile(join(stage.folder, `${name}.zip`), FILE_BYTES);
    const [from, to] = cell.backwards === true ? [phones[1], phones[0]] : phones;
    const seen = await transfer(from, to, file, stage.folder);
    const after = await relayed(stage.world, node);
    return compare(cell, seen, after.bytes - before.bytes, checks);
  } catch (error) {
    const words = error instanceof Error ? error.message : String(error);
    checks.that(`${name}: a transfer`, false, 'a file that arrives', words);
    return [...name.split(' to '), cell.path, 'NONE'];
  }
}

function compare(cell: Cell, seen: Transfer, bytes: number, checks: Checks): readonly string[] {
  const name = nameOf(cell);
  const pairs = [seen.sender, seen.receiver].map(({ connection }) => connection.pair);
  const shown = pairs.map((pair) => (pair === null ? 'none' : showPair(pair)));
  const found = pairs.some((pair) => pair !== null && isRelayed(pair)) ? 'relay' : 'direct';
  checks.that(`${name}: selected pair`, found === cell.path, cell.path, shown.join(' | '));
  const word = cell.path === 'relay' ? 'Relayed' : 'Direct';
  checks.equal(`${name}: the screens say`, `${seen.sender.row.path} | ${seen.receiver.row.path}`, `${word} | ${word}`);
  checks.that(`${name}: the file`, seen.intact, 'the same SHA-256', seen.intact ? 'the same SHA-256' : 'other bytes');
  const throughRelay = bytes >= FILE_BYTES;
  const wanted = cell.path === 'relay' ? 'the file' : 'not the file';
  checks.that(`${name}: through the relay`, throughRelay === (cell.path === 'relay'), wanted, kilobytes(bytes));
  return [...name.split(' to '), cell.path, found, ...shown, seconds(seen.firstByteMs), kilobytes(bytes)];
}

const HEAD = ['sender', 'receiver', 'theory', 'found', "sender's pair", "receiver's pair", 'first byte', 'relay ports'];
