/** `hikyaku setup`: looks, plans, asks, does, and sees that it works. What does not work is taken back. */
import { readFileSync } from 'node:fs';
import { hostname } from 'node:os';
import type { Config } from '../../config/config.ts';
import { Problem } from '../../config/problem.ts';
import { readIfThere, wordsOf } from '../../machine/files.ts';
import { COTURN } from '../giving-back/coturn.ts';
import type { Hardware, Radio } from '../hardware/hardware.ts';
import { lookAtHardware } from '../hardware/look.ts';
import { readBox } from '../links/read-box.ts';
import type { Plan, Wishes } from '../plan/plan.ts';
import { planOf } from '../plan/plan-of.ts';
import { noPlanInWords, planInWords } from '../plan/words.ts';
import { readSettings, variablesIn } from '../settings/read-settings.ts';
import { SETTINGS_FILE } from '../settings/settings.ts';
import { settingsText } from '../settings/settings-text.ts';
import { decidedNow } from '../state/decided.ts';
import { TARGET } from '../units/names.ts';
import { isSystemdHere, unitStates } from '../units/systemctl.ts';
import { spareRadio } from '../verify/spare-radio.ts';
import { verify } from '../verify/verify.ts';
import { ask, hasTerminal } from './ask.ts';
import { changesIn, trialText } from './changes.ts';
import { COTURN_SAYS, type Coturn, coturnOf, OTHER_TURN_PORT, withoutCoturn } from './coturn.ts';
import { saidBy, wishesOf } from './options.ts';
import { questionsFor } from './questions.ts';
import { beginTrial, endTrialWell, giveBack, isTrialOn, settingsBefore } from './trial.ts';
import { doneInWords } from './words.ts';

/** How setup ends: done or nothing to do, not done, or asked for in a wrong way. */
const EXIT = { well: 0, failed: 1, usage: 2 } as const;

export type Surroundings = {
  readonly print: (line: string) => void;
  readonly complain: (line: string) => void;
  /** How this program is run: node and its bundle. */
  readonly self: readonly [string, ...string[]];
  /** The backhaul address that goes with this router's identity. `keeps`: an identity that is new shall stay. */
  readonly addressOf: (keeps: boolean) => string;
};

type Planned = {
  readonly plan: Plan;
  readonly text: string;
  readonly coturn: Coturn;
  readonly config: Config;
  /** It may join the Wi-Fi, to see whether that works. */
  readonly spare: Radio | undefined;
};

export async function setUp(given: ReadonlyMap<string, string>, around: Surroundings): Promise<number> {
  const { print, complain } = around;
  const isReal = !given.has('print');
  const refusal = isReal ? await whyNotNow() : undefined;
  if (refusal !== undefined) return say(complain, refusal, EXIT.usage);
  const said = saidBy(given, readSecret);
  const before = settingsBefore();
  const known = before === '' ? undefined : readBox([SETTINGS_FILE]);
  const old = known !== undefined && 'problems' in known ? undefined : known;
  const isAsked = isReal && !given.has('yes');
  if (isAsked && !hasTerminal())
    return say(
      complain,
      'setup: nobody can be asked here: hikyaku setup --yes, with --country and what else is wished',
      EXIT.usage,
    );
  const hardware = await lookAtHardware({ listens: isReal });
  const cables = hardware.cables.map((cable) => cable.interface);
  const address = old?.settings.backhaulAddress ?? around.addressOf(isReal);
  const wishes = wishesOf(said, old, address, cables);
  const answers = isAsked ? await ask(questionsFor(hardware, said, wishes), print) : {};
  if (answers === undefined) return say(complain, 'setup: nothing was changed', EXIT.failed);
  const planned = await planFor(hardware, { ...wishes, ...answers } as Wishes, before);
  if ('problem' in planned) return say(complain, planned.problem, EXIT.failed);
  print(planInWords(planned.plan, hardware));
  const changes = changesIn(before, planned.text);
  if (before !== '' && changes.length > 0)
    print(['', 'What changes:', ...changes.map((line) => `  ${line}`)].join('\n'));
  if (!isReal) return EXIT.well;
  if (changes.length === 0 && (await runs()))
    return say(print, '\nNothing changes. hikyaku doctor says how it goes.', EXIT.well);
  return carryOut(planned, before, around);
}

/** In one line; `undefined`: go on. */
async function whyNotNow(): Promise<string | undefined> {
  if (process.getuid?.() !== 0) return 'setup changes networks and services: run it as root (sudo hikyaku setup)';
  if (!isSystemdHere()) return 'setup needs systemd, which does not run here';
  const target = (await unitStates([TARGET])).get(TARGET);
  if (target === undefined || target.isMissing)
    return `${TARGET} is not installed: setup is a part of the package hikyaku`;
  return isTrialOn()
    ? 'another setup is at work, or died: wait ten minutes, or take it back now with hikyaku setup --give-back'
    : undefined;
}

async function planFor(
  found: Hardware,
  wishes: Wishes,
  before: string,
): Promise<Planned | { readonly problem: string }> {
  const coturn = coturnOf((await unitStates([COTURN])).get(COTURN), readIfThere('/etc/turnserver.conf'));
  const hardware = withoutCoturn(found);
  const plan = planOf(hardware, wishes);
  if ('problems' in plan) return { problem: noPlanInWords(plan) };
  const others = new Map(variablesIn(before));
  if (coturn === 'of others' && !others.has('HIKYAKU_TURN_PORT')) others.set('HIKYAKU_TURN_PORT', OTHER_TURN_PORT);
  const remarks =
    coturn === 'absent' ? plan.remarks : [...plan.remarks, { about: 'coturn', says: COTURN_SAYS[coturn] }];
  const text = settingsText(plan.settings, plan.router, others);
  const read = readSettings(text, hostname());
  // What was written by hand stays, and may be wrong.
  if ('problems' in read) return { problem: `setup: ${SETTINGS_FILE}: ${read.problems.join('; ')}` };
  const spare = spareRadio(hardware, read, wishes.leave);
  return { plan: { ...plan, remarks }, text, coturn, config: read.config, spare };
}

async function carryOut(
  { plan, text, coturn, config, spare }: Planned,
  before: string,
  { print, complain, self }: Surroundings,
): Promise<number> {
  print('\nDoing it, and looking whether it works: up to a minute. Ctrl-C takes everything back.');
  const stop = new AbortController();
  // A login over the Wi-Fi that is being changed ends with it: that is no wish.
  process.on('SIGHUP', () => {});
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => stop.abort());
  const refused = await beginTrial(trialText(before, text), self, coturn === 'in the way');
  const box = decidedNow();
  const { failures, isJoined } =
    refused !== undefined || box.is !== 'box'
      ? { failures: [refused ?? 'the settings on trial are gone'], isJoined: false }
      : await verify(box, self, spare, stop.signal);
  const isToEnd = failures.length > 0 || stop.signal.aborted;
  const problem = isToEnd ? undefined : await endTrialWell(text, coturn === 'in the way');
  // Once it is done, it is done: a Ctrl-C that came meanwhile finds a box, and `undo` takes it back.
  if (!isToEnd && problem === undefined) {
    for (const line of doneInWords(plan, config, isJoined, process.stdout.isTTY === true)) print(line);
    return EXIT.well;
  }
  const why = problem !== undefined ? [problem] : stop.signal.aborted ? ['it was interrupted'] : failures;
  complain(['setup: it does not work, and is taken back:', ...why.map((line) => `  ${line}`)].join('\n'));
  for (const trouble of await giveBack()) complain(`setup: ${trouble}`);
  complain('Why it failed: journalctl --namespace=hikyaku -n 40. The machine is as it was before.');
  return EXIT.failed;
}

async function runs(): Promise<boolean> {
  const target = (await unitStates([TARGET])).get(TARGET);
  return target?.active === 'active' && target.isEnabled;
}

function readSecret(flag: string, path: string): string {
  try {
    return readFileSync(path, 'utf8').trim();
  } catch (error) {
    throw new Problem(`setup: ${flag} ${path}: expected a file that can be read (${wordsOf(error)})`);
  }
}

function say(to: (line: string) => void, line: string, status: number): number {
  to(line);
  return status;
}
