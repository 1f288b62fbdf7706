/** From what a machine has and what was wished to what a box on it will be. Pure: nothing is looked at, nothing is changed. */
import { contains, overlap, rangeOf } from '../../machine/ipv4.ts';
import type { Hardware } from '../hardware/hardware.ts';
import { LAN_ADDRESS } from '../settings/settings.ts';
import { cablesFor } from './cables.ts';
import { countryProblem } from './country.ts';
import { nameOf, type Usable, unknownNames, usableOf } from './interfaces.ts';
import { namesFor } from './naming.ts';
import type { NoPlan, Plan, Remark, Wishes } from './plan.ts';
import { type RadioPlan, radiosFor } from './radios.ts';
import { missingPrograms, obstacleProblems, portProblems, servicesLeft, unseenPorts } from './surroundings.ts';

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
  if (!isReached && problems.length === 0) problems.push(...unreached(radio, usable));
  const use = { ...radio, cables };
  problems.push(...obstacleProblems(hardware, use));
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
    remarks: [...radio.remarks, ...furtherRemarks(hardware, usable, use, wishes)],
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

function unreached({ noAccessPoint }: RadioPlan, { left }: Usable): readonly string[] {
  return [
    'Phones could not reach it: no radio can be an access point, and no cable is free.',
    ...(noAccessPoint === undefined ? [] : [noAccessPoint]),
    ...left,
    'Plug in a USB adapter that lists "AP" (docs/hardware.md), or lead a free cable to an access point.',
  ];
}

function furtherRemarks(hardware: Hardware, usable: Usable, use: Use, wishes: Wishes): readonly Remark[] {
  return [
    ...reachRemarks(use),
    ...cableRemarks(hardware, use, wishes),
    ...unseenPorts(hardware).map((says) => remark('ports', says)),
    ...takenRemarks(usable, use),
    ...(wishes.isolates
      ? [
          remark(
            'isolation',
            'Phones do not hear each other: every transfer goes through the box, and takes the air twice.',
          ),
        ]
      : []),
    ...(hardware.missing.includes('turnserver')
      ? [remark('relay', 'coturn is not installed: between some boxes nothing will pass (apt-get install coturn).')]
      : []),
  ];
}

const remark = (about: string, says: string): Remark => ({ about, says });

/** Who does not reach whom. */
function reachRemarks({ accessPoint, meshPoint, noAccessPoint = '', noMeshPoint = '', cables }: Use) {
  const says: Remark[] = [];
  if (accessPoint === undefined) {
    const begin = `No Wi-Fi of its own: phones come through a switch or an access point at ${cables.lan.join(', ')}.`;
    says.push(remark('wifi', `${begin} ${noAccessPoint}`.trim()));
  }
  if (meshPoint !== undefined) return says;
  const begin =
    cables.backhaul.length === 0
      ? 'This box is alone: nothing leads to other boxes.'
      : 'Other boxes are reached by cable only.';
  return [...says, remark('mesh', `${begin} ${noMeshPoint}`.trim())];
}

function cableRemarks({ hasBatman }: Hardware, { meshPoint, cables: { backhaul } }: Use, { meshKey }: Wishes) {
  const says: Remark[] = [];
  if (meshKey === undefined && (meshPoint !== undefined || backhaul.length > 0))
    says.push(
      remark(
        'key',
        'No mesh key: every box in reach belongs to it, whoever put it there. Give all your boxes one --mesh-key.',
      ),
    );
  if (!hasBatman && backhaul.length > 1)
    says.push(
      remark('cables', 'The kernel has no batman-adv: cables are bridged, and a ring of them is cut at one place.'),
    );
  if (backhaul.length > 0)
    says.push(
      remark(
        'cables',
        `${backhaul.join(', ')}: for cables to other boxes only. What else is plugged in there gets no Internet and gives none (--leave ${backhaul[0]} keeps it out).`,
      ),
    );
  return says;
}

/** What ends, and what begins, because it is used from now on. */
function takenRemarks({ radios, cables }: Usable, { accessPoint, meshPoint, cables: { lan, backhaul } }: Use) {
  const says: Remark[] = [];
  for (const radio of radios) {
    if (radio.mac !== accessPoint?.radio && radio.mac !== meshPoint?.radio) continue;
    if (radio.blocked === 'by software')
      says.push(remark('rfkill', `${nameOf(radio)} is switched off by software (rfkill). The box switches it on.`));
    if (radio.isWayOut)
      says.push(remark('take', `${nameOf(radio)} ${WAY_OUT_ENDS} Come back by the Wi-Fi of the box.`));
  }
  for (const { interface: name, isWayOut } of cables)
    if (isWayOut && [...lan, ...backhaul].includes(name)) says.push(remark('take', `${name} ${WAY_OUT_ENDS}`));
  return says;
}

const WAY_OUT_ENDS = 'is the way to the Internet, or to you: that ends.';

const unusedRadios = ({ radios }: Usable, { accessPoint, meshPoint }: RadioPlan): readonly string[] =>
  radios
    .filter(({ mac }) => mac !== accessPoint?.radio && mac !== meshPoint?.radio)
    .map((radio) => `${nameOf(radio)}: nothing for it to do.`);
