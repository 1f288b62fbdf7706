/** From what a machine has and what was wished to what a box on it will be. Pure: nothing is looked at, nothing is changed. */
import { contains, overlap, rangeOf } from '../../machine/ipv4.ts';
import type { Hardware } from '../hardware/hardware.ts';
import { cablesFor } from './cables.ts';
import { countryProblem } from './country.ts';
import { nameOf, type Usable, unknownNames, usableOf } from './interfaces.ts';
import { namesFor } from './naming.ts';
import type { NoPlan, Plan, Remark, Wishes } from './plan.ts';
import { type RadioPlan, radiosFor } from './radios.ts';
import { missingPrograms, portProblems, servicesLeft } from './surroundings.ts';

/** The same on all boxes: a phone that walks keeps its address and its gateway. */
export const LAN_ADDRESS = '192.168.42.1/24';

export function planOf(hardware: Hardware, wishes: Wishes): Plan | NoPlan {
  const usable = usableOf(hardware, wishes);
  const problems = [
    ...unknownNames(hardware, wishes),
    ...rangeProblems(hardware, usable, wishes),
    ...portProblems(hardware),
  ];
  const law = usable.radios.length === 0 ? undefined : countryProblem(wishes.country, hardware);
  if (law !== undefined) problems.push(law);
  const onAir: RadioPlan | { problem: string } =
    law === undefined
      ? radiosFor({ radios: usable.radios, country: wishes.country ?? '', hardware, ...wishes })
      : { remarks: [] };
  if ('problem' in onAir) problems.push(onAir.problem);
  const radio: RadioPlan = 'problem' in onAir ? { remarks: [] } : onAir;
  const cables = cablesFor(usable.cables, wishes.lanCables, radio.accessPoint !== undefined);
  const { router, problems: ofNames } = namesFor(wishes, hardware, radio.accessPoint !== undefined);
  problems.push(...ofNames);
  const isReached = radio.accessPoint !== undefined || cables.lan.length > 0;
  // Where something else is wrong, whether phones reach it is not known yet.
  if (!isReached && problems.length === 0) problems.push(unreached(radio, usable));
  const use = { ...radio, cables };
  if (problems.length === 0) problems.push(...missingPrograms(hardware, use));
  const [first, ...rest] = problems;
  if (first !== undefined) return { problems: [first, ...rest] };
  const hasRadio = radio.accessPoint !== undefined || radio.meshPoint !== undefined;
  return {
    settings: {
      ...(hasRadio && wishes.country !== undefined && { country: wishes.country }),
      ...(radio.accessPoint && { accessPoint: { ...radio.accessPoint, isolates: wishes.isolates ?? false } }),
      ...(radio.meshPoint && { meshPoint: radio.meshPoint }),
      lanCables: cables.lan,
      backhaulCables: cables.backhaul,
      lanAddress: LAN_ADDRESS,
      backhaulAddress: wishes.backhaulAddress,
    },
    router,
    remarks: [...radio.remarks, ...furtherRemarks(hardware, usable, use, router.meshKey !== undefined, wishes)],
    leavesAlone: [...usable.left, ...unusedRadios(usable, radio), ...servicesLeft(hardware)],
  };
}

type Use = RadioPlan & { readonly cables: { readonly lan: readonly string[]; readonly backhaul: readonly string[] } };

/** Two networks of one range on one machine: nobody could say which way a packet goes. */
function rangeProblems({ cables }: Hardware, usable: Usable, { backhaulAddress }: Wishes): readonly string[] {
  const ours = [
    { range: rangeOf(LAN_ADDRESS), of: 'its phones', text: '192.168.42.0/24' },
    { range: rangeOf(backhaulAddress), of: 'the way between boxes', text: '10.107.0.0/16' },
  ];
  return cables
    .filter((cable) => !usable.cables.includes(cable))
    .flatMap((cable) => cable.addresses.map((address) => ({ name: cable.interface, address })))
    .flatMap(({ name, address }) => {
      const taken = ours.find(
        ({ range }) => overlap(range, rangeOf(address)) || contains(range, address.split('/')[0] ?? ''),
      );
      return taken === undefined
        ? []
        : [
            `${name} has the address ${address}, and a box uses ${taken.text} for ${taken.of}: give that network another range, or unplug it.`,
          ];
    });
}

function unreached({ remarks }: RadioPlan, { left }: Usable): string {
  const why = remarks.filter(({ about }) => about === 'wifi').map(({ says }) => says);
  const free = left.length === 0 ? [] : ['Not used:', ...left];
  return [
    'Phones could not reach this machine: no radio can be an access point, and no cable is free.',
    ...why,
    ...free,
    'Plug in a USB adapter that lists "AP" (docs/hardware.md), or lead a free cable to an access point.',
  ].join(' ');
}

function furtherRemarks(
  hardware: Hardware,
  usable: Usable,
  use: Use,
  hasKey: boolean,
  wishes: Wishes,
): readonly Remark[] {
  const says: Remark[] = [];
  const { accessPoint, meshPoint, cables } = use;
  if (meshPoint === undefined && cables.backhaul.length === 0)
    says.push({
      about: 'mesh',
      says: 'This box is alone: phones at other boxes are out of its reach until a cable or a second radio leads there.',
    });
  if (!hasKey && (meshPoint !== undefined || cables.backhaul.length > 0))
    says.push({
      about: 'key',
      says: 'No mesh key: every box in reach belongs to it, whoever put it there. Give all your boxes one --mesh-key.',
    });
  if (!hardware.hasBatman && cables.backhaul.length > 1)
    says.push({
      about: 'cables',
      says: 'The kernel has no batman-adv: cables are bridged, and a ring of them is cut at one place.',
    });
  if (cables.backhaul.length > 0)
    says.push({
      about: 'cables',
      says: `${cables.backhaul.join(', ')}: for cables to other boxes only. What else is plugged in there gets no Internet and gives none (--leave ${cables.backhaul[0]} keeps it out).`,
    });
  for (const radio of usable.radios) {
    const isUsed = [accessPoint?.radio, meshPoint?.radio].includes(radio.mac);
    if (!isUsed) continue;
    if (radio.blocked === 'by software')
      says.push({
        about: 'rfkill',
        says: `${nameOf(radio)} is switched off by software (rfkill). The box switches it on.`,
      });
    if (radio.isWayOut)
      says.push({
        about: 'take',
        says: `${nameOf(radio)} is the way to the Internet, or to you: that ends. Come back by the Wi-Fi of the box.`,
      });
  }
  for (const cable of usable.cables)
    if (cable.isWayOut)
      says.push({ about: 'take', says: `${cable.interface} is the way to the Internet, or to you: that ends.` });
  if (wishes.isolates)
    says.push({
      about: 'isolation',
      says: 'Phones do not hear each other: every transfer goes through the box, and takes the air twice.',
    });
  if (hardware.missing.includes('turnserver'))
    says.push({
      about: 'relay',
      says: 'coturn is not installed: between some boxes nothing will pass (apt-get install coturn).',
    });
  return says;
}

const unusedRadios = ({ radios }: Usable, { accessPoint, meshPoint }: RadioPlan): readonly string[] =>
  radios
    .filter(({ mac }) => mac !== accessPoint?.radio && mac !== meshPoint?.radio)
    .map((radio) => `${nameOf(radio)}: nothing for it to do.`);
