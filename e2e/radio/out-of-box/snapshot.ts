/** What a machine is like, as lines: to be compared before and after. */
import type { CommandOptions } from '../machine/channel.ts';

type Shell = { output: (command: string, options?: CommandOptions) => Promise<string> };

/** Counters and clocks of the kernel, which change by themselves. */
const NOT_SETTINGS =
  'random|fastopen_key|file-nr|inode|dentry|ns_last_pid|nf_conntrack_count|cad_pid|perf_event_max_sample_rate|pty.nr|max_lb_cost|stable_secret';
/** Debian's own that come and go by the clock, and this lab's. */
const BY_THE_CLOCK =
  'apt-daily|dpkg-db|e2scrub|fstrim|man-db|systemd-|user@|session-|getty|modprobe@|lab-|logrotate|network-pre';

/**
 * Copies that programs make before they change a file (`passwd-`) are left out. Coturn of Debian, where it finds no address, is started again for ever: its state is whatever it is at
 * that moment.
 */
const COMMANDS = `cd / && find etc -not -path etc/mtab -not -name '*-' -printf '%y %m %u:%g %p %l\\n' | sort | sed 's/^/path /'
find etc -type f -not -name '*-' | sort | xargs -d '\\n' sha256sum | sed 's/^/file /'
nft list ruleset | sed 's/^/rule /'
sysctl -a 2> /dev/null | grep -v -E '${NOT_SETTINGS}' | sort | sed 's/^/kernel /'
ip -o link | sed -E 's/^[0-9]+: //; s/ qlen [0-9]+//; s/ qdisc [a-z_]+//' | sort | sed 's/^/link /'
ip -br address | sort | sed 's/^/address /'
{ ip route; ip -6 route; } | sort | sed 's/^/route /'
iw reg get | sed 's/^/law /'
iw dev | grep -v -E 'ifindex|wdev|txpower|multicast' | sed 's/^/radio /'
ip netns list | sort | sed 's/^/namespace /'
grep . /sys/class/rfkill/*/soft | sort | sed 's/^/blocked /'
systemctl list-unit-files --no-legend --plain | awk '{ print "unit file", $1, $2 }' | sort
systemctl list-units --all --no-legend --plain --type=service,timer,target,socket |
  awk '$1 == "coturn.service" { $3 = "as it likes" } $3 != "inactive" { print "unit", $1, $3 }' | grep -v -E '${BY_THE_CLOCK}' | sort
find /run -maxdepth 3 -name '*hikyaku*' -not -path '/run/lab/*' | sort | sed 's/^/memory /'
getent passwd | sort | sed 's/^/user /'
pgrep -a 'node|hostapd|dnsmasq' | sed -E 's/^[0-9]+ /program /' | sort || true`;

export async function snapshot(machine: Shell): Promise<readonly string[]> {
  return (await machine.output(COMMANDS)).split('\n');
}

/**
 * Lines that are gone (`-`) and new (`+`). A setting of the kernel that is new belongs to a module that was loaded meanwhile, as
 * nftables loads some: such a module stays until the next boot.
 */
export function differences(before: readonly string[], after: readonly string[]): readonly string[] {
  const [old, now] = [new Set(before), new Set(after)];
  const known = new Set(before.map(nameOf));
  return [
    ...before.filter((line) => !now.has(line)).map((line) => `- ${line}`),
    ...after
      .filter((line) => !old.has(line) && (!line.startsWith('kernel ') || known.has(nameOf(line))))
      .map((line) => `+ ${line}`),
  ];
}

const nameOf = (line: string): string => line.split(' = ')[0] ?? '';
