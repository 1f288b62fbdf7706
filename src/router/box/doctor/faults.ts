/** What is wrong with a box, and what to do about it, one line each, worst first. Pure: from typed facts to words. */
import type { Hardware, Radio } from '../hardware/hardware.ts';
import { packageOf } from '../hardware/packages.ts';
import { AP_INTERFACE, BACKHAUL, type BoxSettings, LAN_BRIDGE, MESH_INTERFACE } from '../settings/settings.ts';
import type { BoxState, LinkSeen } from '../state/state.ts';
import { type Fault, known, wrong } from './fault.ts';
import { unitFaults } from './unit-faults.ts';

/** What the router itself says at /healthz and /status.json; absent while nobody answers. */
export type RouterSays = {
  readonly isHealthy: boolean;
  readonly reason?: string;
  /** Of coturn: why it does not run. */
  readonly relayTrouble?: string;
  /** Names of other routers with this one's address between boxes. */
  readonly doubles: readonly string[];
};

export type Facts = {
  readonly state: BoxState;
  readonly hardware: Hardware;
  readonly hasSystemd: boolean;
  readonly isRoot: boolean;
  /** Of the disk with the state; absent where there is none yet. */
  readonly diskFreeBytes?: number;
  readonly year: number;
  readonly router?: RouterSays;
};

/** With less, a day of posts does not fit, and the journal is thrown away (systemd keeps 15 % free of it). */
const DISK_LOW_BYTES = 100_000_000;
/** The product is younger: an earlier clock was never set. */
const FIRST_YEAR = 2025;
/** After its start a box is not complete at once: measured, 34 s until the last phone saw the other one. */
const COMPLETE_AFTER_S = 45;

const MEND = 'mend it, or run hikyaku setup; then systemctl restart hikyaku.target';

export function faultsOf(facts: Facts): readonly Fault[] {
  const { decided } = facts.state;
  if (!facts.hasSystemd)
    return [wrong('systemd does not run here', 'start this machine with systemd, or run the router by hand')];
  if (decided.is === 'nothing') return [wrong('this machine is not set up', 'hikyaku setup'), ...machineFaults(facts)];
  if (decided.is === 'unreadable')
    return [...decided.problems.map((problem) => wrong(problem, MEND)), ...machineFaults(facts)];
  const all = [
    ...(decided.isOnTrial
      ? [known('new settings are on trial; they are taken back by themselves unless setup sees them work')]
      : []),
    ...radioFaults(facts, decided.settings),
    ...linkFaults(facts.state, decided.settings),
    ...unitFaults(facts.state, facts.hardware),
    ...routerFaults(facts),
    ...meshFaults(facts, decided.settings),
    ...machineFaults(facts),
  ];
  return [...all.filter(({ is }) => is === 'wrong'), ...all.filter(({ is }) => is === 'known')];
}

function radioFaults(facts: Facts, { accessPoint, meshPoint, country }: BoxSettings): readonly Fault[] {
  const { state } = facts;
  const jobs = [
    ...(accessPoint ? [{ name: AP_INTERFACE, on: accessPoint, mode: 'AP' as const, is: 'access point' }] : []),
    // Without batman-adv links make none, and that is said of the kernel.
    ...(meshPoint && state.batman.state !== 'missing'
      ? [{ name: MESH_INTERFACE, on: meshPoint, mode: 'mesh point' as const, is: 'mesh link' }]
      : []),
  ];
  const domain =
    jobs.length > 0 && state.country !== undefined && country !== undefined && state.country !== country
      ? [
          wrong(
            `the kernel goes by the law of ${state.country === '00' ? 'no country (00)' : state.country}, not of ${country}`,
            `iw reg set ${country}; if it stays so, the radio's own firmware decides: see docs/hardware.md`,
          ),
        ]
      : [];
  return [...domain, ...jobs.flatMap(({ name, on, mode, is }) => jobFaults(facts, name, on.radio, mode, is))];
}

function jobFaults(
  { state, hardware }: Facts,
  name: string,
  mac: string,
  mode: 'AP' | 'mesh point',
  is: string,
): readonly Fault[] {
  const phy = [...state.radios].find(([, own]) => own === mac)?.[0];
  if (phy === undefined)
    return [wrong(`the radio of the ${is} (${mac}) is not there`, 'plug it in, or run hikyaku setup for another one')];
  const blocked = state.blocked.get(phy);
  if (blocked === 'by a switch') return [wrong(`${phy} is blocked by a switch`, 'switch its radio on')];
  if (blocked === 'by software')
    return [
      wrong(
        `${phy} is blocked by software`,
        'that is lifted within 20 s; if it comes back, something blocks it: where NetworkManager runs, nmcli radio wifi on',
      ),
    ];
  const radio = hardware.radios.find((one) => one.phy === phy);
  if (radio !== undefined && !radio.modes.includes(mode)) return [lacking(radio, mode)];
  const taken = takenBack(radio?.usedBy, radio?.interfaces[0] ?? phy);
  if (taken !== undefined) return [taken];
  if (state.links.get(name)?.hasCarrier === true && state.air.get(name)?.channel !== undefined) return [];
  const unit = name === AP_INTERFACE ? 'hikyaku-ap' : 'hikyaku-mesh';
  return [
    wrong(
      `the ${is} is not on the air`,
      `it is tried again every 20 s; why not: journalctl --namespace=hikyaku -u ${unit} -n 20`,
    ),
  ];
}

function lacking({ phy, driver }: Radio, mode: 'AP' | 'mesh point'): Fault {
  const by = driver === undefined ? phy : `${phy} (${driver})`;
  return mode === 'AP'
    ? wrong(`${by} cannot be an access point`, 'use another adapter: docs/hardware.md lists some')
    : wrong(`${by} knows no 802.11s mesh`, 'join the boxes by a cable, or use another adapter: docs/hardware.md');
}

function takenBack(user: Radio['usedBy'], name: string): Fault | undefined {
  switch (user?.program) {
    case 'NetworkManager':
      return wrong(
        `NetworkManager uses ${name}${user.connection === undefined ? '' : ` for "${user.connection}"`}`,
        `nmcli device set ${name} managed no; then systemctl restart hikyaku.target`,
      );
    case 'systemd-networkd':
    case 'dhcpcd':
    case 'ifupdown':
      return wrong(
        `${user.program} uses ${name}`,
        `tell it to leave ${name} alone, or run hikyaku setup --leave ${name}`,
      );
    default:
      return undefined; // hostapd and wpa_supplicant are our own there
  }
}

function linkFaults({ links, cablesWithBoxes }: BoxState, settings: BoxSettings): readonly Fault[] {
  const again = 'systemctl restart hikyaku.target';
  const addressed = (name: string, address: string): readonly Fault[] => {
    const link = links.get(name);
    if (link === undefined) return [wrong(`${name} is not there`, again)];
    if (link.isUp && link.addresses.includes(address)) return [];
    return [wrong(`${name} ${link.isUp ? `does not have its address ${address}` : 'is switched off'}`, again)];
  };
  const hasBackhaul = settings.meshPoint !== undefined || settings.backhaulCables.length > 0;
  return [
    ...addressed(LAN_BRIDGE, settings.lanAddress),
    ...(hasBackhaul ? addressed(BACKHAUL, settings.backhaulAddress) : []),
    ...settings.lanCables.flatMap((name) => cableFaults(name, links.get(name), LAN_BRIDGE)),
    ...settings.backhaulCables.flatMap((name) => cableFaults(name, links.get(name), BACKHAUL)),
    ...cablesWithBoxes.map((name) =>
      wrong(
        `another box sends at ${name}, a cable to phones: their phones would be mixed up, so it is not let in`,
        'unplug it there, or join the boxes by a cable that is none of --lan-cables',
      ),
    ),
  ];
}

function cableFaults(name: string, link: LinkSeen | undefined, master: string): readonly Fault[] {
  if (link === undefined) return [wrong(`${name} is not there`, 'plug the adapter in, or run hikyaku setup')];
  if (link.master !== master)
    return [wrong(`${name} is not a part of ${master}: another program took it`, 'systemctl restart hikyaku.target')];
  return link.hasCarrier ? [] : [known(`nothing answers at the other end of ${name}`, 'plug the cable in')];
}

function routerFaults({ router, state }: Facts): readonly Fault[] {
  if (state.units.get('hikyaku-router.service')?.active !== 'active') return []; // its unit says more
  if (router === undefined)
    return [wrong('the router does not answer', 'journalctl --namespace=hikyaku -u hikyaku-router -n 20')];
  return [
    ...(router.isHealthy
      ? []
      : [wrong(`the router cannot work: ${router.reason ?? 'it does not say why'}`, 'see /status')]),
    ...(router.relayTrouble === undefined
      ? []
      : [
          wrong(
            `the relay does not run: ${router.relayTrouble}`,
            'journalctl --namespace=hikyaku -u hikyaku-router -n 20',
          ),
        ]),
    ...router.doubles.map((name) =>
      wrong(
        `the box ${JSON.stringify(name)} has the same address between boxes`,
        'one of the two moves by itself, within ten minutes; if not: journalctl --namespace=hikyaku -u hikyaku-watch -n 20',
      ),
    ),
  ];
}

function meshFaults({ state }: Facts, { meshPoint, backhaulCables }: BoxSettings): readonly Fault[] {
  if (meshPoint === undefined && backhaulCables.length === 0)
    return [
      known('this box has no way to other boxes', 'a second radio or a cable would be one: run hikyaku setup then'),
    ];
  if (state.batman.state === 'missing')
    return meshPoint === undefined
      ? [known('this kernel has no batman-adv: cables are joined by a plain bridge')]
      : [wrong('this kernel has no batman-adv', 'install a kernel of Debian, or join the boxes by cables')];
  const peers = state.stations.get(MESH_INTERFACE)?.filter(({ isPeer }) => isPeer).length ?? 0;
  if (peers + state.batman.originators > 0 || state.upS < COMPLETE_AFTER_S) return [];
  return [
    known(
      'no other box is in reach',
      meshPoint === undefined
        ? 'join another one by cable'
        : `another one needs the same mesh key and channel ${meshPoint.channel}, and to be closer`,
    ),
  ];
}

function machineFaults({ hardware, diskFreeBytes, year, isRoot }: Facts): readonly Fault[] {
  const missing = hardware.missing.map((name) =>
    wrong(`${name} is not installed`, `apt-get install ${packageOf(name)}`),
  );
  return [
    ...missing,
    ...(diskFreeBytes !== undefined && diskFreeBytes < DISK_LOW_BYTES
      ? [wrong(`the disk has only ${Math.floor(diskFreeBytes / 1e6)} MB left`, 'delete what is not needed')]
      : []),
    ...(year < FIRST_YEAR ? [known(`the clock says ${year}: that is fine, nothing here depends on it`)] : []),
    ...(isRoot ? [] : [known('not everything can be seen without rights', 'sudo hikyaku doctor')]),
  ];
}
