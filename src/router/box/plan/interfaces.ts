/** Which interfaces a box may use, and why it keeps its hands off the others. Pure. */
import type { Cable, Hardware, Radio, User } from '../hardware/hardware.ts';
import { AP_INTERFACE, MESH_INTERFACE } from '../settings/settings.ts';
import type { Wishes } from './plan.ts';

/** As people know a radio: by its interface, not by one that a box made before; else by the kernel's name for it. */
export const nameOf = ({ interfaces, phy }: Pick<Radio, 'interfaces' | 'phy'>): string =>
  interfaces.find((name) => name !== AP_INTERFACE && name !== MESH_INTERFACE) ?? phy;

export type Usable = {
  readonly radios: readonly Radio[];
  readonly cables: readonly Cable[];
  /** One sentence for each interface that stays as it is. */
  readonly left: readonly string[];
};

type Asked = Pick<Wishes, 'take' | 'leave' | 'lanCables'>;

/** A name that this machine does not have is a mistake of typing: a sentence for each. */
export function unknownNames({ radios, cables }: Hardware, { take, leave, lanCables }: Asked): readonly string[] {
  const ofRadios = radios.flatMap(({ phy, interfaces }) => [phy, ...interfaces]);
  const ofCables = cables.map((cable) => cable.interface);
  const wrong = (flag: string, asked: readonly string[], known: readonly string[]) =>
    asked
      .filter((name) => !known.includes(name))
      .map((name) => `${flag} ${name}: this machine has ${known.length === 0 ? 'none' : known.join(', ')}.`);
  return [
    ...wrong('--take', take, [...ofRadios, ...ofCables]),
    ...wrong('--leave', leave, [...ofRadios, ...ofCables]),
    ...wrong('--lan-cables', lanCables, ofCables),
  ];
}

export function usableOf({ radios, cables }: Hardware, asked: Asked): Usable {
  const whyLeft = new Map<Radio | Cable, string | undefined>([
    ...radios.map((radio): [Radio, string | undefined] => [radio, whyRadioIsLeft(radio, asked)]),
    ...cables.map((cable): [Cable, string | undefined] => [cable, whyCableIsLeft(cable, asked)]),
  ]);
  return {
    radios: radios.filter((radio) => whyLeft.get(radio) === undefined),
    cables: cables.filter((cable) => whyLeft.get(cable) === undefined),
    left: [...whyLeft.values()].filter((why) => why !== undefined),
  };
}

function whyRadioIsLeft(radio: Radio, { take, leave }: Asked): string | undefined {
  const name = nameOf(radio);
  const isNamedIn = (list: readonly string[]) => [radio.phy, ...radio.interfaces].some((known) => list.includes(known));
  if (isNamedIn(leave)) return `${name}: you said so.`;
  if (radio.blocked === 'by a switch')
    return `${name}: a switch on the machine turns it off. Turn it on, and run setup again.`;
  if (isNamedIn(take)) return undefined;
  if (radio.usedBy) return `${name}: ${usedBy(radio.usedBy)} (--take ${name} takes it).`;
  return radio.isWayOut ? `${name}: ${WAY_OUT} (--take ${name} takes it).` : undefined;
}

function whyCableIsLeft(cable: Cable, { take, leave, lanCables }: Asked): string | undefined {
  const name = cable.interface;
  if (leave.includes(name)) return `${name}: you said so.`;
  if (take.includes(name) || lanCables.includes(name)) return undefined;
  if (cable.isWayOut) return `${name}: ${WAY_OUT} (--take ${name} takes it).`;
  if (cable.usedBy) return `${name}: ${usedBy(cable.usedBy)} (--take ${name} takes it).`;
  if (cable.addresses.length > 0)
    return `${name}: it has the address ${cable.addresses.join(', ')} (--take ${name} takes it).`;
  return undefined;
}

const WAY_OUT = 'the way to the Internet, or to you, leads over it';

const usedBy = ({ program, connection }: User): string =>
  `used by ${program}${connection === undefined ? '' : ` for ${JSON.stringify(connection)}`}`;
