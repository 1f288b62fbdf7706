/** Programs and services around a box: what it needs, what stands in its way, what it leaves alone. Pure. */
import type { Hardware } from '../hardware/hardware.ts';
import { packageOf } from '../hardware/packages.ts';
import { AP_INTERFACE, BACKHAUL, LAN_BRIDGE, MESH_INTERFACE, type OnRadio } from '../settings/settings.ts';

type Use = {
  readonly accessPoint?: OnRadio;
  readonly meshPoint?: OnRadio;
  readonly cables: { readonly lan: readonly string[]; readonly backhaul: readonly string[] };
};

/** One sentence when something is missing that this plan runs. */
export function missingPrograms({ missing, hasBatman }: Hardware, use: Use): readonly string[] {
  const hasBackhaul = use.meshPoint !== undefined || use.cables.backhaul.length > 0;
  const needed = [
    ...['ip', 'dnsmasq', 'nft'],
    ...(use.accessPoint || use.meshPoint ? ['iw'] : []),
    ...(use.accessPoint ? ['hostapd'] : []),
    ...(use.meshPoint ? ['wpa_supplicant'] : []),
    ...(hasBatman && hasBackhaul ? ['batctl'] : []),
  ].filter((program) => missing.includes(program));
  if (needed.length === 0) return [];
  const packages = needed.map(packageOf);
  return [`Missing: ${needed.join(', ')}. apt-get install ${packages.join(' ')}`];
}

/** Who answers at every address answers on our bridge as well; ours cannot. */
export function portProblems({ listeners }: Hardware): readonly string[] {
  const owners = new Set(listeners.flatMap(({ owner }) => owner ?? []));
  return [...owners].map((owner) => {
    const ports = portsOf(listeners, owner);
    const stop = owner.endsWith('.service')
      ? `systemctl disable --now ${owner}, or let it listen at its own interfaces only.`
      : 'stop it, or let it listen at its own interfaces only.';
    return `${owner} listens at every address on ${ports.join(', ')}, which the box needs for its phones: ${stop}`;
  });
}

/** Ports of which only root is told whose they are. They may be this box's own, which is up already. */
export function unseenPorts({ listeners }: Hardware): readonly string[] {
  const ports = portsOf(listeners, undefined);
  if (ports.length === 0) return [];
  return [`${ports.join(', ')}: a program has it, and whose it is, this user is not told: sudo hikyaku setup --print`];
}

const portsOf = (listeners: Hardware['listeners'], owner: string | undefined): readonly string[] =>
  listeners.filter((one) => one.owner === owner).map(({ protocol, port }) => `${protocol} ${port}`);

/** Commands that let a box work beside a firewall, in the order in which they are said. */
const LETS_PASS = {
  docker: [
    `iptables -I DOCKER-USER -i ${LAN_BRIDGE} -o ${BACKHAUL} -j ACCEPT`,
    `iptables -I DOCKER-USER -i ${BACKHAUL} -o ${LAN_BRIDGE} -j ACCEPT`,
  ],
  ufw: [
    `ufw allow in on ${LAN_BRIDGE}`,
    `ufw allow in on ${BACKHAUL}`,
    `ufw route allow in on ${LAN_BRIDGE} out on ${BACKHAUL}`,
    `ufw route allow in on ${BACKHAUL} out on ${LAN_BRIDGE}`,
  ],
  firewalld: [
    `firewall-cmd --permanent --zone=trusted --add-interface=${LAN_BRIDGE}`,
    `firewall-cmd --permanent --zone=trusted --add-interface=${BACKHAUL}`,
    'firewall-cmd --reload',
  ],
} as const;

/** Who would drop what phones send, or take the box's interfaces, until told otherwise. What passes, the box itself decides. */
export function obstacleProblems({ obstacles }: Hardware, { cables }: Pick<Use, 'cables'>): readonly string[] {
  return obstacles.flatMap((obstacle) => {
    if (obstacle.program !== 'dhcpcd')
      return `${obstacle.program} drops what passes between phones and boxes. Let it pass: ${LETS_PASS[obstacle.program].join('; ')}`;
    const ours = [AP_INTERFACE, MESH_INTERFACE, LAN_BRIDGE, BACKHAUL, ...cables.lan, ...cables.backhaul];
    const taken = ours.filter((name) => !obstacle.spares.includes(name));
    if (taken.length === 0) return [];
    return `dhcpcd takes every interface. Add this line to /etc/dhcpcd.conf: denyinterfaces ${taken.join(' ')}; then systemctl restart dhcpcd.`;
  });
}

export const servicesLeft = ({ services }: Hardware): readonly string[] =>
  services.map((service) => `${service}: goes on with its own configuration; the box runs its own beside it.`);
