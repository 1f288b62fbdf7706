/**
 * coturn is missing: the router's own STUN answers are enough for everything but relaying. Then coturn is killed while
 * it carries a transfer: it is started again, the transfer goes on, and no screen says anything untrue meanwhile.
 */
import { join } from 'node:path';
import { randomFile, sha256 } from '../../drive/files.ts';
import { callOf } from '../../drive/page/inject.ts';
import type { Phone } from '../../drive/phone.ts';
import { type Played, play, ROW_HEAD, rowOf } from '../case.ts';
import { NO_MULTICAST, ON_THE_BACKHAUL, TWO_ROUTERS } from '../cases.ts';
import { Checks } from '../checks.ts';
import { BEHAVIOUR } from '../nat.ts';
import { besideTwoNats } from '../networks.ts';
import { describe } from '../probe.ts';
import { type Outcome, programOf, type RunOptions } from '../program.ts';
import { applyProductNat } from '../router-process.ts';
import type { Said } from '../screen-history.ts';
import { Stage } from '../stage.ts';
import { seconds, type Table } from '../table.ts';
import { offer } from '../transfer.ts';

/** A search path with nft and ip, but without turnserver. */
const WITHOUT_COTURN = '/usr/sbin:/sbin';
const HISTORY = '../../lab/screen-history.ts';
const FILE_BYTES = 80_000_000;
/**
 * Time for a browser to give up a silent path (30 s, RFC 7675 section 5.1), for a router to start coturn, and to send
 * the rest.
 */
const RECOVERED_MS = 120_000;
const RUNNING_MS = 20_000;

export async function playMissing(options: RunOptions): Promise<Outcome> {
  const played: Played[] = [];
  for (const plan of [NO_MULTICAST, TWO_ROUTERS]) {
    options.say(`  without coturn: ${plan.title}`);
    const missing = { ...plan, router: { ...plan.router, path: WITHOUT_COTURN } };
    const one = await play(missing, options);
    one.checks.equal('the router says of its relay', one.turn.state, 'off');
    const reason = one.turn.reason ?? '';
    one.checks.that(
      'and why',
      /not installed/.test(reason) && /STUN answers/.test(reason),
      'what is missing, and what is left',
      reason,
    );
    played.push(one);
  }
  return {
    tables: [{ title: 'coturn is missing', head: ROW_HEAD, rows: played.map(rowOf) }],
    checks: played.flatMap(({ checks }) => checks.all),
  };
}

export async function playKilled(options: RunOptions): Promise<Outcome> {
  const checks = new Checks();
  const stage = await Stage.build(besideTwoNats('symmetric', 'symmetric'), options);
  try {
    await applyProductNat(stage.world, 'r0');
    for (const client of ['client1', 'client2']) {
      const found = await stage.probe(client, 'far');
      checks.equal(`NAT in front of ${client}`, found ? describe(found) : 'no answer', describe(BEHAVIOUR.symmetric));
    }
    const router = await stage.router('r0', { flags: ['--mesh', 'off'] });
    await router.waitForTurn();
    const [from, to] = await Promise.all([
      stage.phone('Client 1', 'client1', ON_THE_BACKHAUL),
      stage.phone('Client 2', 'client2', ON_THE_BACKHAUL),
    ]);
    if (options.pcap !== undefined) await stage.capture();
    const file = await randomFile(join(stage.folder, 'big.zip'), FILE_BYTES);
    await offer(from, to, file);
    await to.accept();
    await Promise.all(
      [from, to].map(async (phone) => phone.evaluate(await callOf(HISTORY, 'watch', [{ texts: ['big.zip'] }]))),
    );
    await Promise.all([
      to.waitForState('big.zip', 'Receiving', { progress: 10 }),
      from.waitForState('big.zip', 'Sending', { progress: 10 }),
    ]);

    options.say('  killing turnserver');
    const first = router.processOf('turnserver');
    process.kill(first, 'SIGKILL');
    const killedAt = Date.now();
    await router.waitForStatus(
      ({ turn }) => turn.state === 'running' && router.processOf('turnserver') !== first,
      RUNNING_MS,
    );
    const backAt = Date.now();
    checks.that('coturn is running again', true, 'another process', `after ${seconds(backAt - killedAt)}`);

    await Promise.all([
      to.waitForState('big.zip', ['Saved', 'Failed'], { timeoutMs: RECOVERED_MS }),
      from.waitForState('big.zip', ['Sent', 'Failed'], { timeoutMs: RECOVERED_MS }),
    ]);
    const saved = await to.save('big.zip', join(stage.folder, 'saved'));
    checks.equal('big.zip arrives', (await sha256(saved.path)) === (await sha256(file)), true);
    const histories = await Promise.all([from, to].map(historyOf));
    judge(histories, killedAt, checks);
    await stage.captured();
    const table = tableOf(histories, killedAt, backAt);
    await options.hold?.(stage, [table], checks.all);
    return { tables: [table], checks: checks.all };
  } finally {
    await stage.close();
  }
}

type History = { readonly who: string; readonly said: readonly Said[] };

async function historyOf(phone: Phone): Promise<History> {
  return { who: phone.name, said: (await phone.evaluate(await callOf(HISTORY, 'history', []))) as Said[] };
}

/**
 * What a screen must not say: that it is done and then something else, that all goes well for ever, that it failed, or
 * that the path is another one. (The digest shows that the file was whole when the screens said so.)
 */
function judge(histories: readonly History[], killedAt: number, checks: Checks): void {
  const isDone = ({ state, verified }: Said) => verified || state === 'Saved' || state === 'Sent';
  for (const { who, said } of histories) {
    const states = said.map(({ state }) => state).join(', ');
    const firstDone = said.findIndex(isDone);
    checks.that(`${who} says it is done at the end only`, firstDone === said.length - 1, 'last', states);
    const interrupted = said.some(({ at, state }) => at > killedAt && state === 'Interrupted');
    checks.that(`${who} says that it is interrupted`, interrupted, 'Interrupted', states);
    checks.equal(
      `${who} calls the relayed path direct`,
      said.some(({ path }) => path === 'Direct'),
      false,
    );
    checks.equal(
      `${who} says that it failed`,
      said.some(({ state }) => state === 'Failed'),
      false,
    );
  }
}

function tableOf(histories: readonly History[], killedAt: number, backAt: number): Table {
  const said = histories.flatMap(({ who, said: all }) =>
    all.map(({ at, state, path, verified, progress }) => ({
      at,
      cells: [who, state, path ?? '-', progress === undefined ? '-' : `${progress} %`, verified ? 'Verified' : '-'],
    })),
  );
  const events = [
    { at: killedAt, cells: ['turnserver is killed'] },
    { at: backAt, cells: ['turnserver answers again'] },
  ];
  const rows = [...said, ...events]
    .sort((a, b) => a.at - b.at)
    .map(({ at, cells }) => [seconds(at - killedAt), ...cells]);
  return { title: 'What the screens said', head: ['time', 'who', 'state', 'path', 'progress', 'digest'], rows };
}

export const run = programOf({
  name: 'no-coturn',
  shows: 'what is left without coturn, and what the screens say when it dies under a transfer',
  play: async (options) => {
    const missing = await playMissing(options);
    const killed = await playKilled(options);
    return { tables: [...missing.tables, ...killed.tables], checks: [...missing.checks, ...killed.checks] };
  },
});
