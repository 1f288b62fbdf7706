/** A finding in words: what is so, what to do, and what to type. Pure. */
import type { Forms } from '../../languages/forms.ts';
import type { Html, Part } from '../pages/html.ts';
import { shown } from '../pages/names.ts';
import type { Finding, FindingCode } from './findings.ts';
import type { Told } from './spoken.ts';
import { durationWords } from './spoken.ts';
import type { Advice } from './words.ts';

export type Said = {
  readonly what: Html;
  readonly todo?: Html;
  /** To be typed as it stands. */
  readonly command?: string;
  /** What a program or the system said, in its own words. */
  readonly machine?: string;
};

/** A sentence names no more than that; the table has all. */
const MAX_LISTED = 4;

/** The same in every language. */
const COMMANDS: Partial<Record<FindingCode, string>> = {
  'app-missing': 'npm run build',
  'access-point-off': 'hikyaku doctor',
  'radio-blocked': 'rfkill unblock wifi',
  'country-unset': 'hikyaku setup --country JP',
  'radio-unknown': 'systemctl status hikyaku-watch.timer hikyaku-watch',
  'mesh-point-off': 'hikyaku doctor',
  'batman-missing': 'modprobe batman-adv',
  'relay-missing': 'apt-get install coturn',
  'same-address': 'ip addr replace 10.107.0.2/16 dev bh0',
  'own-clock': 'date -s "2026-11-26 19:41"',
  'no-backhaul': 'npm start -- --backhaul eth1',
};

/** `told`: the words and how they are spoken. */
export function adviceOn(one: Finding, told: Told): Said {
  const { say, form } = told.speech;
  const { what, todo }: Advice =
    one.code === 'strangers' ? told.words.strangers[one.reason] : told.words.findings[one.code];
  const { count = 0, ...values } = valuesOf(one, told);
  const sentence = isForms(what) ? form(what, count) : what;
  const command = COMMANDS[one.code];
  return {
    what: say(sentence, values),
    ...(todo !== undefined && { todo: say(todo) }),
    ...(command !== undefined && { command }),
    ...('reason' in one && one.code !== 'strangers' && one.reason !== undefined && { machine: shown(one.reason) }),
  };
}

const isForms = (text: string | Forms): text is Forms => typeof text !== 'string';

/** What stands in the places of its text; `count` chooses among the forms. */
function valuesOf(one: Finding, told: Told): { readonly count?: number } & Readonly<Record<string, Part>> {
  const { bytes, percent } = told.speech;
  switch (one.code) {
    case 'full':
      return { clients: one.clients, most: one.most };
    case 'memory-low':
    case 'disk-low':
      return { free: bytes(one.freeBytes) };
    case 'held-damaged':
      return { count: one.count };
    case 'certificate-ends':
      return { count: one.daysLeft };
    case 'radio-blocked':
    case 'radar-wait':
      return { names: few(one.names, told) };
    case 'stations-many':
      return { stations: one.stations, most: one.most };
    case 'stations-weak':
      return { count: one.count };
    case 'air-busy':
      return { channel: one.channel, share: percent(one.percent) };
    case 'same-address':
    case 'shared-address':
    case 'other-network':
      return { count: one.names.length, names: few(one.names, told) };
    case 'strangers':
      return { addresses: few(one.addresses, told) };
    case 'gone':
      return { count: one.names.length, names: few(one.names, told), time: span(one.goneMs, told) };
    case 'own-clock':
      return { time: shown(one.time.slice(0, 16).replace('T', ' ')) };
    case 'clocks':
      return { names: few(one.names, told), time: span(one.apartMs, told) };
    default:
      return {};
  }
}

/** Names come from other routers. */
function few(names: readonly string[], { words, speech }: Told): string {
  const more = names.length - MAX_LISTED;
  const listed = names.slice(0, MAX_LISTED).map(shown);
  return speech.list(more > 0 ? [...listed, speech.plain(speech.form(words.more, more))] : listed);
}

/** In the largest unit, from minutes on, so that the words do not change with every renewal of the page. */
function span(ms: number, told: Told): string {
  const minutes = Math.max(1, Math.round(ms / 60_000));
  if (minutes >= 1_051_200) return durationWords([[Math.round(minutes / 525_600), 'y']], told);
  if (minutes >= 2_880) return durationWords([[Math.round(minutes / 1_440), 'd']], told);
  if (minutes >= 120) return durationWords([[Math.round(minutes / 60), 'h']], told);
  return durationWords([[minutes, 'min']], told);
}
