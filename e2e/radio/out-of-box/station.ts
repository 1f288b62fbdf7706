/** A phone's radio and what a phone does first, in a network namespace of the machine. */
import type { Shell } from '../machine/channel.ts';

export type Station = {
  /** Of its namespace. */
  readonly name: string;
  readonly phy: string;
};

export const PASSWORD = 'twelve letters';
export const SSID = 'Hikyaku';

/** Takes the radio from the machine: a router does not see it any more. */
export async function takeRadio(machine: Shell, { name, phy }: Station): Promise<void> {
  await machine.output(
    ['set -e', `ip netns add ${name}`, `iw phy ${phy} set netns name ${name}`, `ip -n ${name} link set lo up`].join(
      '\n',
    ),
  );
}

export const device = ({ phy }: Station): string => phy.replace('phy', 'wlan');

/** What of it was not possible is an error. `joinMs`: until the access point had let it in. */
export async function join(machine: Shell, station: Station, limitMs: number): Promise<{ readonly joinMs: number }> {
  const conf = `ctrl_interface=/run/station-${station.name}\nnetwork={\n  ssid="${SSID}"\n  psk="${PASSWORD}"\n  scan_ssid=1\n}\n`;
  const file = `/run/station-${station.name}.conf`;
  const start = performance.now();
  await machine.output(
    [
      'set -e',
      `cat > ${file} <<'END'\n${conf}END`,
      `ip netns exec ${station.name} wpa_supplicant -B -q -D nl80211 -i ${device(station)} -c ${file} > /dev/null`,
      `until ip netns exec ${station.name} iw dev ${device(station)} link | grep -q '^Connected' &&`,
      `  [ "$(ip netns exec ${station.name} cat /sys/class/net/${device(station)}/operstate)" = up ]; do sleep 0.3; done`,
    ].join('\n'),
    { timeoutMs: limitMs },
  );
  return { joinMs: performance.now() - start };
}

export async function leave(machine: Shell, station: Station): Promise<void> {
  await machine.output(`wpa_cli -p /run/station-${station.name} -i ${device(station)} terminate`);
}

/** Address by DHCP, the router's name, its page, and STUN: each `done`, or what was wrong. */
export async function firstSteps(
  machine: Shell,
  station: Station,
  stun: string,
): Promise<Readonly<Record<string, unknown>>> {
  const errand = JSON.stringify({ hostname: 'hikyaku.internal', port: 80, stun: { address: stun, port: 3478 } });
  const name = device(station);
  const said = await machine.output(
    `ip netns exec ${station.name} hikyaku client ${name} "$(ip netns exec ${station.name} cat /sys/class/net/${name}/address)" '${errand}'`,
  );
  return JSON.parse(said) as Readonly<Record<string, unknown>>;
}

/** An address of the LAN that nobody has had: whoever opened the page is told from then on that the Internet is there. */
const SOMEBODY_ELSE = '192.168.42.250';

/** Where another phone at this radio is led that asks for a page of the Internet, to see whether it is there: `status location`. */
export async function portal(machine: Shell, station: Station): Promise<string> {
  const program = `
    const { Resolver } = require('node:dns').promises;
    const resolver = new Resolver();
    resolver.setServers(['192.168.42.1']);
    const headers = { host: 'connectivitycheck.gstatic.com' };
    resolver.resolve4(headers.host).then(([host]) =>
      require('node:http').get({ host, path: '/generate_204', headers, localAddress: '${SOMEBODY_ELSE}' }, (answer) => {
        console.log(answer.statusCode, answer.headers.location ?? '');
        process.exit();
      }).on('error', (error) => console.log(error.message)))
      .catch((error) => console.log(error.message));`;
  const inside = `ip netns exec ${station.name}`;
  await machine.output(`${inside} ip address replace ${SOMEBODY_ELSE}/24 dev ${device(station)}`);
  return machine.output(`${inside} node -`, { input: program });
}
