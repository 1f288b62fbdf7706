/** The plan in words: what this machine will be, what one should know, and what stays as it is. Pure. */
import type { Hardware } from '../hardware/hardware.ts';
import type { OnRadio } from '../settings/settings.ts';
import { drawing } from './drawing.ts';
import { nameOf } from './interfaces.ts';
import type { NoPlan, Plan } from './plan.ts';
import { shown } from './shown.ts';

/** Several lines, without one at the end that is empty. No secret is in it. */
export function planInWords(plan: Plan, hardware: Hardware): string {
  const { settings, remarks, leavesAlone } = plan;
  return [
    'What this machine will be:',
    ...table([
      ['name', shown(plan.router.name)],
      ['country', settings.country],
      ['Wi-Fi', wifi(plan, hardware)],
      ['for phones', `${settings.lanAddress.split('/')[0]}${by(settings.lanCables)}`],
      ['other boxes', others(plan, hardware)],
    ]),
    '',
    ...drawing(plan),
    ...list(
      'Worth knowing:',
      remarks.map(({ says }) => says),
    ),
    ...list('Stays as it is:', leavesAlone),
  ].join('\n');
}

export const noPlanInWords = ({ problems }: NoPlan): string =>
  ['This machine cannot be a box yet:', ...problems.map(point)].join('\n');

function wifi({ settings, router }: Plan, hardware: Hardware): string | undefined {
  const { accessPoint } = settings;
  if (accessPoint === undefined) return undefined;
  const open = router.password === undefined ? 'open to everybody' : 'with a password';
  return `${shown(router.ssid ?? '')}, ${open}, ${on(accessPoint, hardware)}`;
}

function others({ settings, router }: Plan, hardware: Hardware): string {
  const { meshPoint, backhaulCables } = settings;
  const ways = [
    ...(meshPoint ? [`by radio${router.meshKey === undefined ? '' : ' (encrypted)'}, ${on(meshPoint, hardware)}`] : []),
    ...(backhaulCables.length > 0 ? [`by cable at ${backhaulCables.join(', ')}`] : []),
  ];
  return ways.length === 0 ? 'none' : ways.join('; ');
}

function on({ radio, channel }: OnRadio, { radios }: Hardware): string {
  const found = radios.find(({ mac }) => mac === radio);
  const driver = found?.driver === undefined ? '' : ` (${found.driver})`;
  return `channel ${channel}, ${found === undefined ? radio : nameOf(found)}${driver}`;
}

const by = (cables: readonly string[]): string => (cables.length === 0 ? '' : `, by cable at ${cables.join(', ')}`);

const WIDTH = 13;

const table = (rows: readonly (readonly [string, string | undefined])[]): readonly string[] =>
  rows.flatMap(([what, value]) => (value === undefined ? [] : [`  ${what.padEnd(WIDTH)}${value}`]));

const list = (heading: string, points: readonly string[]): readonly string[] =>
  points.length === 0 ? [] : ['', heading, ...points.map(point)];

const point = (words: string): string => `  - ${words}`;
