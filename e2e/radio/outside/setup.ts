/**
 * A volunteer's machine becomes a box and is one no more: a Debian with two radios and without a network, our package, one command.
 * A phone joins, the mesh link is switched off under it, and in the end the machine is what it was.
 */
import type { Checks } from '../../lab/checks.ts';
import { type Outcome, programOf, type RunOptions } from '../../lab/program.ts';
import { seconds } from '../../lab/table.ts';
import { offlineApt } from '../machine/debian-root.ts';
import type { Machine } from '../machine/machine.ts';
import { boot, LIMIT_MS, onStage, PHONE, reachable, SETUP, type Stage, until } from '../out-of-box/disk.ts';
import { DEBS } from '../out-of-box/packed.ts';
import { differences, snapshot } from '../out-of-box/snapshot.ts';
import { leave } from '../out-of-box/station.ts';

/** On a machine of its own: the watch looks every 20 s. */
const BACK_MS = 25_000;

type Seen = { readonly bare: readonly string[]; readonly installed: readonly string[] };

/** On a machine that is not set up. */
async function install(machine: Machine, { checks }: Stage): Promise<Seen> {
  const bare = await snapshot(machine);
  await machine.output(`${offlineApt(DEBS)} install --no-install-recommends hikyaku`, { timeoutMs: LIMIT_MS });
  const installed = await snapshot(machine);
  const active = await machine.output("systemctl list-units --no-legend --plain 'hikyaku*'; pgrep -a hostapd || true");
  checks.equal('after the installation there runs of ours', active || 'nothing', 'nothing');
  const changed = differences(bare, installed).filter((line) => OF_NETWORKS.test(line));
  checks.equal('the installation changes of networks', changed.join('; ') || 'nothing', 'nothing');
  return { bare, installed };
}
const OF_NETWORKS = /^. (?:rule|kernel|link|address|route|law|radio) /;

/** A mesh link that somebody switches off. */
async function repaired(machine: Machine, checks: Checks): Promise<number> {
  const start = performance.now();
  await machine.output('ip link set mesh0 down');
  await until(machine, `iw dev mesh0 info | grep -q channel && ip link show mesh0 | grep -q LOWER_UP`);
  const tookMs = performance.now() - start;
  checks.that(
    'a mesh link that is switched off is back',
    tookMs <= BACK_MS * SLOW,
    `within ${seconds(BACK_MS * SLOW)}`,
    seconds(tookMs),
  );
  return tookMs;
}
/** Without KVM, and with others on the same cores. */
const SLOW = 4;

async function takenBack(machine: Machine, { checks }: Stage, { bare, installed }: Seen): Promise<void> {
  await leave(machine, PHONE);
  const undone = await machine.run('hikyaku undo', { timeoutMs: LIMIT_MS });
  checks.equal('undo ends with', `${undone.status} ${undone.stderr}`.trim(), '0');
  // Its log stays in memory until the package goes.
  const left = differences(installed, await snapshot(machine)).filter((line) => !line.includes('journal'));
  checks.equal('undo leaves', left.join('; ') || 'nothing', 'nothing');
  await machine.output(`${offlineApt(DEBS)} purge hikyaku`, { timeoutMs: LIMIT_MS });
  const last = differences(bare, await snapshot(machine));
  checks.equal('purging leaves', last.join('; ') || 'nothing', 'nothing');
  checks.equal('its state is there', (await machine.run('[ -e /var/lib/hikyaku ]')).status === 0, false);
}

async function played(stage: Stage) {
  const { options, checks } = stage;
  const machine = await boot(stage);
  try {
    options.say('  the package is installed');
    const seen = await install(machine, stage);
    options.say('  setup');
    const start = performance.now();
    const { status, stderr } = await machine.run(SETUP, { timeoutMs: LIMIT_MS });
    const setupMs = performance.now() - start;
    checks.equal('setup ends with', `${status} ${stderr}`.trim(), '0');
    if (status !== 0) return [];
    options.say('  a phone joins');
    const joinMs = await reachable(machine, checks, 'after setup');
    options.say('  the mesh link is switched off');
    const backMs = await repaired(machine, checks);
    options.say('  undo, purge');
    await takenBack(machine, stage, seen);
    const rows = [
      ['setup, until a client of its own has the page', seconds(setupMs)],
      ['a phone joins the access point', seconds(joinMs)],
      ['a mesh link that was switched off is back', seconds(backMs)],
    ];
    return [{ title: 'A box in one command', head: ['what', 'took'], rows }];
  } finally {
    await machine.cutPower();
  }
}

export const run = programOf({
  name: 'radio setup',
  shows: 'one command makes a box of a Debian with two radios that phones can use, and another one takes it back',
  flags: { fresh: 'the machine has none of the programs that the package needs: some minutes longer' },
  play: (options: RunOptions): Promise<Outcome> => onStage(options, played),
});
