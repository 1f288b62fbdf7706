/** Programs that drop what passes through a box, or take its interfaces: as they say themselves. Pure but for `look.ts`. */
import { BACKHAUL, LAN_BRIDGE } from '../settings/settings.ts';
import type { Obstacle } from './hardware.ts';

/** What was said; empty where the program is not there. */
export type ObstaclesSay = {
  /** `systemctl is-active` of docker.service and firewalld.service. */
  readonly docker: string;
  readonly firewalld: string;
  /** `iptables -S`: Docker drops what passes where it was the one who switched forwarding on. */
  readonly iptables: string;
  /** /etc/ufw/ufw.conf and /etc/ufw/user.rules. */
  readonly ufw: string;
  readonly ufwRules: string;
  /** /etc/firewalld/zones/trusted.xml. */
  readonly firewalldTrusted: string;
  readonly isDhcpcdEverywhere: boolean;
  /** /etc/dhcpcd.conf. */
  readonly dhcpcd: string;
};

export function obstaclesIn(say: ObstaclesSay): readonly Obstacle[] {
  const isActive = (state: string): boolean => state.trim() === 'active';
  const passes = (chain: string, from: string, to: string) => `-A ${chain} -i ${from} -o ${to} -j ACCEPT`;
  const both = (rules: string, chain: string): boolean =>
    rules.includes(passes(chain, LAN_BRIDGE, BACKHAUL)) && rules.includes(passes(chain, BACKHAUL, LAN_BRIDGE));
  const obstacles: Obstacle[] = [];
  if (isActive(say.docker) && /^-P FORWARD DROP$/m.test(say.iptables) && !both(say.iptables, 'DOCKER-USER'))
    obstacles.push({ program: 'docker' });
  const isUfwOpen =
    both(say.ufwRules, 'ufw-user-forward') &&
    [LAN_BRIDGE, BACKHAUL].every((name) => say.ufwRules.includes(`-A ufw-user-input -i ${name} -j ACCEPT`));
  if (/^ENABLED=yes\b/m.test(say.ufw) && !isUfwOpen) obstacles.push({ program: 'ufw' });
  if (
    isActive(say.firewalld) &&
    ![LAN_BRIDGE, BACKHAUL].every((name) => new RegExp(`<interface name=["']${name}["']`).test(say.firewalldTrusted))
  )
    obstacles.push({ program: 'firewalld' });
  if (say.isDhcpcdEverywhere) obstacles.push({ program: 'dhcpcd', spares: sparedBy(say.dhcpcd) });
  return obstacles;
}

/** dhcpcd.conf(5): `denyinterfaces` may stand more than once. */
const sparedBy = (conf: string): readonly string[] =>
  conf.split('\n').flatMap((line) => {
    const [word, ...names] = line.trim().split(/\s+/);
    return word === 'denyinterfaces' ? names : [];
  });
