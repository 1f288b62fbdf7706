/** `hikyaku watch`: one look, what there is to mend, and what the router may tell. Says in the log only what is new. */
import { existsSync, readFileSync } from 'node:fs';
import { replaceFile, wordsOf } from '../../machine/files.ts';
import { RADIO_REPORT_FILE, radioReportText } from '../../machine/radio-report.ts';
import { BACKHAUL_PREFIX, moveTo } from '../../net/backhaul-address.ts';
import { linksUp, readdress } from '../links/links.ts';
import { SETTINGS_FILE } from '../settings/settings.ts';
import { writeSettings } from '../settings/settings-file.ts';
import { withBackhaulAddress } from '../settings/settings-text.ts';
import { decidedNow } from '../state/decided.ts';
import { lookAtBox } from '../state/look.ts';
import { askRouter, routersIn } from '../state/router-says.ts';
import type { BoxState, Decided } from '../state/state.ts';
import { UNITS } from '../units/names.ts';
import { unitsDo } from '../units/systemctl.ts';
import { type Doubles, leaves } from './doubles.ts';
import { newsIn, recall, remember } from './memory.ts';
import { type Repair, repairsOf } from './repairs.ts';
import { reportOf } from './report.ts';

type Box = Extract<Decided, { is: 'box' }>;

export async function watch({ print }: { readonly print: (line: string) => void }): Promise<number> {
  const decided = decidedNow();
  if (decided.is !== 'box') return 0; // nothing to look after, or nobody who knows what
  const state = await lookAtBox(decided);
  const before = recall();
  const said: string[] = [];
  for (const repair of repairsOf(state)) said.push(await mend(repair, decided));
  const double = await leaveDouble(state, decided, before.doubles);
  said.push(...double.said);
  try {
    replaceFile(RADIO_REPORT_FILE, radioReportText(reportOf(state, before.used)), { mode: 0o644 });
    remember({ used: Object.fromEntries(state.use), said, doubles: double.doubles });
  } catch (error) {
    said.push(`the router is not told of the radio: ${wordsOf(error)}`);
  }
  for (const line of newsIn(before.said, said)) print(line);
  return 0;
}

/** What was done, in one line. */
async function mend(repair: Repair, box: Box): Promise<string> {
  if (repair.do === 'restart') {
    const refused = await unitsDo('restart', repair.unit);
    return refused === undefined ? `${repair.why}: ${repair.unit} was started anew` : `${repair.why}: ${refused}`;
  }
  if (repair.do === 'start') return `${repair.why}: ${(await unitsDo('start', ...repair.units)) ?? 'started'}`;
  const outcome = await linksUp(box);
  return 'problem' in outcome ? `${repair.why}: ${outcome.problem}` : `${repair.why}: put back`;
}

/** Another box has our address, and a smaller id: this one takes its next one. Not while settings are on trial. */
async function leaveDouble(
  state: BoxState,
  box: Box,
  doubles: Doubles,
): Promise<{ readonly said: readonly string[]; readonly doubles: Doubles }> {
  const { settings, config, isOnTrial } = box;
  if (isOnTrial || state.units.get(UNITS.router)?.active !== 'active' || !existsSync(SETTINGS_FILE))
    return { said: [], doubles };
  const answer = await askRouter(config, '/status.json');
  const free = moveTo(routersIn(answer?.json));
  const decision = leaves(doubles, free === undefined ? undefined : settings.backhaulAddress, state.upS);
  if (free === undefined || !decision.leaves) return { said: [], doubles: decision.next };
  const address = `${free}/${BACKHAUL_PREFIX}`;
  const outcome = await readdress(box, address);
  const double = `another box has ${settings.backhaulAddress}`;
  if ('problem' in outcome) return { said: [`${double}: ${outcome.problem}`], doubles: decision.next };
  return { said: [`${double}: this one has ${address} now${kept(address)}`], doubles: decision.next };
}

/** Where the disk cannot be written, the next boot finds the double again, and moves again. */
function kept(address: string): string {
  try {
    writeSettings(withBackhaulAddress(readFileSync(SETTINGS_FILE, 'utf8'), address));
    return '';
  } catch (error) {
    return `, until the next boot (${wordsOf(error)})`;
  }
}
