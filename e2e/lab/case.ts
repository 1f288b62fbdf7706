/** One network with two phones and one file: played as the data say, then compared with the expectation. */
import { basename, join } from 'node:path';
import type { Status } from '../../src/router/status/status.ts';
import { randomFile } from '../drive/files.ts';
import type { Phone, PhoneOptions } from '../drive/phone.ts';
import { Checks } from './checks.ts';
import { countRelay, type PortRange, relayed } from './counters.ts';
import { type Captured, dtlsThroughRelay } from './evidence.ts';
import { BEHAVIOUR, type NatKind } from './nat.ts';
import { isRelayed, showPair } from './pairs.ts';
import { describe } from './probe.ts';
import type { Hold } from './program.ts';
import { applyProductNat, type RouterOptions, type RouterProcess } from './router-process.ts';
import { Stage, type StageOptions } from './stage.ts';
import { kilobytes, seconds } from './table.ts';
import { HOST, type Topology } from './topology.ts';
import { type Transfer, transfer } from './transfer.ts';

/** Range of our own router's relay ports (N4). */
export const RELAY_PORTS: PortRange = { first: 20_000, last: 24_999 };

export type PathWanted = 'direct' | 'relay';

export type ClientPlan = {
  readonly name: string;
  readonly node: string;
  /** Address of the app as this client knows it. */
  readonly url: string;
  readonly browser?: PhoneOptions['browser'];
};

/** Values that most cases share. */
export const DEFAULTS = { fileName: 'test.zip', fileBytes: 2_000_000 } as const;

export type Case = {
  readonly title: string;
  readonly topology: Topology;
  /** What must be proved of the NATs before the phones come: from which host, against which outside host. */
  readonly nats: readonly { readonly client: string; readonly outside: string; readonly kind: NatKind }[];
  /** Where the router process runs, and how it is started. */
  readonly router: RouterOptions & { readonly node: string; readonly address: string };
  /** Flags of `nat apply` for each product router. */
  readonly productNat?: Readonly<Record<string, readonly string[]>>;
  readonly relayPorts?: PortRange;
  /** What else must be there before the router starts; gives flags for it. */
  readonly prepare?: (stage: Stage) => Promise<readonly string[]>;
  /** Sender, then receiver. */
  readonly clients: readonly [ClientPlan, ClientPlan];
  readonly fileName: string;
  readonly fileBytes: number;
  readonly path: PathWanted;
};

export type Played = {
  readonly title: string;
  readonly checks: Checks;
  readonly transfer: Transfer;
  readonly captured: Captured;
  /** What the router says of its relay at the end. */
  readonly turn: Status['turn'];
  /** Bytes that passed the relay ports between the acceptance and the end. */
  readonly relayedBytes: number;
  /** Packets of the file that went through the TURN server, counted at the sender's and the receiver's cable. */
  readonly relayedDtls: number;
};

export type PlayOptions = StageOptions & {
  readonly captures?: boolean;
  readonly hold?: Hold;
  /** Called with each step that is done: where a machine is emulated, they take minutes. */
  readonly step?: (done: string) => void;
  /** Called when both phones are online; what it gives is called when the file is saved, or is not. */
  readonly watch?: (stage: Stage, phones: readonly [Phone, Phone]) => () => void;
};

/** Sets up everything of a case but the phones. */
export async function setTheStage(plan: Case, checks: Checks, options: PlayOptions): Promise<Stage> {
  const stage = await Stage.build(plan.topology, options);
  try {
    for (const [node, flags] of Object.entries(plan.productNat ?? {})) await applyProductNat(stage.world, node, flags);
    for (const { client, outside, kind } of plan.nats) {
      const found = await stage.probe(client, outside);
      const wanted = describe(BEHAVIOUR[kind]);
      checks.equal(`NAT in front of ${client}`, found === undefined ? 'no answer' : describe(found), wanted);
    }
    return stage;
  } catch (error) {
    await stage.close();
    throw error;
  }
}

/** Resolves when the router's STUN and TURN are up, or when it says why they are not. */
export async function startRouter(plan: Case, stage: Stage): Promise<RouterProcess> {
  const { node, path } = plan.router;
  const more = (await plan.prepare?.(stage)) ?? [];
  const flags = ['--mesh', 'off', ...(plan.router.flags ?? []), ...more];
  const router = await stage.router(node, { flags, ...(path !== undefined && { path }) });
  await router.waitForTurn();
  await countRelay(stage.world, node, plan.relayPorts ?? RELAY_PORTS);
  return router;
}

export async function play(plan: Case, options: PlayOptions = {}): Promise<Played> {
  const checks = new Checks();
  const { step = () => {} } = options;
  const stage = await setTheStage(plan, checks, options);
  try {
    step('the network is there');
    const router = await startRouter(plan, stage);
    step('the router runs');
    if (options.captures !== false) await stage.capture();
    const [from, to] = await Promise.all(
      plan.clients.map(({ name, node, url, browser }) => stage.phone(name, node, url, browser && { browser })),
    );
    if (from === undefined || to === undefined) throw new Error('a case has two clients');
    step('both phones are online');
    const file = await randomFile(join(stage.folder, plan.fileName), plan.fileBytes);
    const before = await relayed(stage.world, plan.router.node);
    const end = options.watch?.(stage, [from, to]);
    const seen = await transfer(from, to, file, stage.folder).finally(end);
    step('the file is saved');
    const after = await relayed(stage.world, plan.router.node);
    const captured = await stage.captured();
    const relay = { address: plan.router.address, ...(plan.relayPorts ?? RELAY_PORTS) };
    const played: Played = {
      title: plan.title,
      checks,
      transfer: seen,
      captured,
      turn: (await router.status()).turn,
      relayedBytes: after.bytes - before.bytes,
      relayedDtls: plan.clients.reduce(
        (sum, { node }) => sum + dtlsThroughRelay(captured.get(`${node}-${HOST}`) ?? [], seen.acceptedAt, relay),
        0,
      ),
    };
    compare(plan, played);
    await options.hold?.(stage, [{ title: plan.title, head: ROW_HEAD, rows: [rowOf(played)] }], checks.all);
    return played;
  } finally {
    await stage.close();
  }
}

function compare(plan: Case, { checks, transfer: seen, captured, relayedBytes, relayedDtls }: Played): void {
  const [sender, receiver] = [seen.sender.connection.pair, seen.receiver.connection.pair];
  const relayedPair = [sender, receiver].some((pair) => pair !== null && isRelayed(pair));
  const shown = [sender, receiver].map((pair) => (pair === null ? 'none' : showPair(pair))).join(' | ');
  checks.that('selected pair', relayedPair === (plan.path === 'relay'), plan.path, shown);
  const word = plan.path === 'relay' ? 'Relayed' : 'Direct';
  checks.equal('the screens say', `${seen.sender.row.path} | ${seen.receiver.row.path}`, `${word} | ${word}`);
  checks.that(
    `${basename(plan.fileName)} arrives`,
    seen.intact,
    'the same SHA-256',
    seen.intact ? 'the same SHA-256' : 'other bytes',
  );
  if (plan.path === 'relay')
    checks.that(
      'bytes through the relay ports',
      relayedBytes >= plan.fileBytes,
      `at least ${kilobytes(plan.fileBytes)}`,
      kilobytes(relayedBytes),
    );
  else if (captured.size > 0) checks.equal('packets of the file through coturn', relayedDtls, 0);
}

/** Sender's pair, receiver's pair, and how long it took. */
export function rowOf({ title, transfer: seen, relayedBytes, relayedDtls }: Played): readonly string[] {
  const pair = ({ connection }: Transfer['sender']) => (connection.pair === null ? 'none' : showPair(connection.pair));
  return [
    title,
    pair(seen.sender),
    pair(seen.receiver),
    seen.sender.row.path ?? '-',
    seconds(seen.firstByteMs),
    kilobytes(relayedBytes),
    String(relayedDtls),
    seen.intact ? 'yes' : 'NO',
  ];
}
export const ROW_HEAD = [
  'case',
  "sender's pair",
  "receiver's pair",
  'screen',
  'first byte',
  'relay ports',
  'DTLS via coturn',
  'intact',
];
