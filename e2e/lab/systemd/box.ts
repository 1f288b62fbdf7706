/**
 * A machine with the package installed and its router running as a service, and phones on its LAN:
 *
 *      Ann ---+
 *      Bob ---+--- lan0 192.168.42.1    hikyaku-router.service
 *      Eve ---+
 */
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Machine } from './machine.ts';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));

export const PHONES = ['Ann', 'Bob', 'Eve'] as const;
type PhoneName = (typeof PHONES)[number];

export const ADDRESS = '192.168.42.1';
const PACKAGE = '/mnt/hikyaku.deb';

/** Packs what is in `dist` into a folder; the path of the package. */
export const pack = (out: string): string =>
  execFileSync(process.execPath, ['src/tasks/package.mjs', '--out', out], {
    cwd: ROOT,
    encoding: 'utf8',
    env: { ...process.env, HIKYAKU_BUILT: 'yes' },
  }).trim();

/** What the package's units call and this machine may lack: packages of others are not what is tried. */
const STAND_INS = `for program in hostapd wpa_supplicant dnsmasq; do
  [ -x /usr/sbin/$program ] || { printf '#!/bin/sh\\nexec sleep infinity\\n' > /usr/sbin/$program; chmod 755 /usr/sbin/$program; }
done
[ -x /usr/bin/node ] || ln -s '${process.execPath}' /usr/bin/node`;

/** A machine on whose disk the package lies. It is not installed. */
export async function machineWith(archive: string): Promise<Machine> {
  const machine = await Machine.boot();
  try {
    await machine.output(STAND_INS);
    await machine.put(archive, PACKAGE);
    return machine;
  } catch (error) {
    await machine.close();
    throw error;
  }
}

/** Whatever it needs beside is named in the control file, and is not installed here. */
export const install = (machine: Machine): Promise<string> => machine.output(`dpkg --force-depends -i ${PACKAGE} 2>&1`);

/** The LAN that links would make, with a cable to each phone. */
const LAN = `set -e
ip link add lan0 type bridge
ip address add ${ADDRESS}/24 dev lan0
ip link set lan0 up
host=100
for phone in ${PHONES.join(' ')}; do
  ip netns add $phone
  ip link add to-$phone type veth peer name eth0 netns $phone
  ip link set to-$phone master lan0 up
  ip -n $phone link set lo up
  ip -n $phone address add 192.168.42.$host/24 dev eth0
  ip -n $phone link set eth0 up
  host=$((host + 1))
done`;

const SETTINGS = `mkdir -p /etc/hikyaku
cat > /etc/hikyaku/hikyaku.conf <<'END'
HIKYAKU_NAME="Hut 1"
HIKYAKU_LAN=lan0
HIKYAKU_MESH=off
END
chown root:hikyaku /etc/hikyaku/hikyaku.conf
chmod 640 /etc/hikyaku/hikyaku.conf`;

export const makeLan = (machine: Machine): Promise<string> => machine.output(LAN);
export const writeSettings = (machine: Machine): Promise<string> => machine.output(SETTINGS);

/** Words before a command that shall run in the network of a phone. Files and processes are those of this machine. */
export const onPhone = (machine: Machine, phone: PhoneName): readonly string[] => [
  'nsenter',
  `--net=${join('/proc', String(machine.pid), 'root/run/netns', phone)}`,
];

/** A property of a unit, as `systemctl show` says it. */
export async function property(machine: Machine, name: string, unit = 'hikyaku-router'): Promise<string> {
  return (await machine.output(`systemctl show --value -p ${name} ${unit}`)).trim();
}
