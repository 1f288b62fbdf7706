/**
 * The links of a box without radio, made and taken away for real: in a network of its own, with real programs, and with
 * CAP_NET_ADMIN as the only right. Radios are played in the radio lab.
 */
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { expect, it, type TestContext } from 'vitest';
import { cablesWithBoxes } from '../../src/router/box/render/cable-rules.ts';
import type { Machine } from '../../src/router/box/render/rendered.ts';
import { findSystemProgram } from '../../src/router/machine/run-program.ts';

const TSX = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href;
const AGENT = fileURLToPath(new URL('box-links-agent.ts', import.meta.url));
const missing = ['unshare', 'setpriv', 'ip', 'nft'].filter((name) => findSystemProgram(name) === undefined);

/** eth1 is in use, with an address and a route; eth2 and eth3 are down. */
const MACHINE = `set -e
PATH=$PATH:/usr/sbin:/sbin
mount -t tmpfs -o mode=1777 tmpfs /run
mkdir -m 1777 /run/systemd /run/hikyaku # systemd's own, and that of the unit
cat > /run/box.conf <<END
HIKYAKU_NAME="Shelter"
HIKYAKU_PUBLIC_PORT=80
HIKYAKU_LAN_CABLES=eth1
HIKYAKU_BACKHAUL_CABLES=eth2,eth3
HIKYAKU_BACKHAUL_ADDRESS=10.107.3.7/16
END
for name in eth1 eth2 eth3; do
  ip link add $name type veth peer name far-$name
  ip link set $name addrgenmode none; ip link set far-$name addrgenmode none
  ip link set far-$name up; ip link set $name up
done
ip addr add 192.168.7.2/24 brd + dev eth1
ip route add 172.30.0.0/16 via 192.168.7.9 dev eth1 metric 5
ip link set eth2 down; ip link set eth3 down
node() { '${process.execPath}' --import '${TSX}' '${AGENT}' "$@"; }
as_unit() {
  setpriv --reuid 12345 --regid 12345 --clear-groups --inh-caps -all,+net_admin --ambient-caps +net_admin \\
    --bounding-set -all,+net_admin --no-new-privs '${process.execPath}' --import '${TSX}' '${AGENT}' "$@"
}
as_nobody() { setpriv --reuid 12345 --regid 12345 --clear-groups --bounding-set -all '${process.execPath}' --import '${TSX}' '${AGENT}' "$@"; }
say() { echo "=== $1"; shift; "$@"; }
all() {
  ip -json -details address; echo; ip route; nft list ruleset; find /run
  grep -rs . /proc/sys/net | grep -v 'secret\\|nf_conntrack_count\\|tcp_fastopen_key'
}
`;

/** What was said after each `=== name`. Throws what went wrong. */
function played(context: TestContext, script: string): (name: string) => string {
  if (missing.length > 0) context.skip(`not installed: ${missing.join(', ')}`);
  if (process.getuid?.() !== 0) context.skip('needs root');
  const { status, stdout, stderr } = spawnSync('unshare', ['--net', '--mount', 'sh', '-c', MACHINE + script], {
    encoding: 'utf8',
    maxBuffer: 2 ** 26,
  });
  if (status !== 0) throw new Error(`${stdout.slice(-2_000)}${stderr}`);
  const parts = new Map(stdout.split(/^=== /m).map((part) => [part.split('\n')[0] ?? '', part.replace(/^.*\n/, '')]));
  return (name) => {
    const part = parts.get(name);
    if (part === undefined) throw new Error(`nothing was said of ${name}`);
    // What the kernel makes known up to a second later: the state of a link, whether an address of IPv6 is another's.
    return part.trim().replaceAll(/"(?:tentative|operstate|qdisc)":[^,}]*,?|"NO-CARRIER",/g, '');
  };
}

const WELL = '{"absent":[]}';

it('are there after two times up, and after down everything is as it was', (context) => {
  const said = played(
    context,
    `say before all
    say up as_unit up /run/box.conf
    say links ip -json address; say rules nft list ruleset
    say again as_unit up /run/box.conf
    say links-again ip -json address; say rules-again nft list ruleset
    say files find /run/hikyaku /run/systemd /run/NetworkManager -type f -printf '%m %p\\n'
    say forward cat /proc/sys/net/ipv4/ip_forward
    say down as_unit down /run/box.conf
    say after all`,
  );
  expect(['up', 'again', 'down'].map(said)).toEqual([WELL, WELL, WELL]);
  const links = linksIn(said('links'));
  const link = (name: string) => links.find(({ ifname }) => ifname === name);
  expect(['eth1', 'eth2', 'eth3'].map((name) => link(name)?.master)).toEqual(['lan0', 'bh0', 'bh0']);
  expect(link('lan0')).toMatchObject({
    address: '02:68:6b:00:00:01',
    addr_info: expect.arrayContaining([expect.objectContaining({ local: '192.168.42.1', prefixlen: 24 })]),
  });
  expect(link('bh0')).toMatchObject({
    addr_info: expect.arrayContaining([expect.objectContaining({ local: '10.107.3.7', prefixlen: 16 })]),
  });
  expect(link('eth1')?.addr_info).toEqual([]);
  expect(said('forward')).toBe('1');
  expect(said('rules')).toContain('table inet hikyaku');
  expect(said('files').split('\n').sort()).toEqual([
    '600 /run/hikyaku/before.json',
    '644 /run/NetworkManager/conf.d/hikyaku.conf',
    '644 /run/hikyaku/cables.nft',
    '644 /run/hikyaku/dnsmasq.conf',
    '644 /run/hikyaku/rules.nft',
    '644 /run/systemd/network/05-hikyaku.network',
  ]);
  expect(linksIn(said('links-again'))).toEqual(links);
  expect(said('rules-again')).toBe(said('rules'));
  expect(said('after').split('\n')).toEqual(said('before').split('\n'));
});

type Link = {
  readonly ifname: string;
  readonly master?: string;
  readonly address: string;
  readonly addr_info?: readonly object[];
};

/** Without what time changes in them: states of a port of a bridge with the spanning tree. */
function linksIn(json: string): readonly Link[] {
  const links: readonly Link[] = JSON.parse(json);
  return links.map(({ ifname, master, address, addr_info }) => ({
    ifname,
    ...(master !== undefined && { master }),
    address,
    addr_info: (addr_info ?? []).filter((info) => 'family' in info && info.family === 'inet'),
  }));
}

it('take another address, and the rules with them', (context) => {
  const said = played(
    context,
    `say up as_unit up /run/box.conf
    say moved as_unit readdress /run/box.conf 10.107.9.9/16
    say address ip -4 -brief address show dev bh0
    say rules nft list ruleset
    say denied as_unit readdress /run/box.conf 10.107.300.9/16
    say refused as_unit readdress /run/box.conf 10.107.8.8/40
    say kept ip -4 -brief address show dev bh0
    say still nft list ruleset
    say file cat /run/hikyaku/rules.nft
    say down as_unit down /run/box.conf
    say without as_unit readdress /run/box.conf 10.107.9.9/16`,
  );
  expect(said('moved')).toBe(WELL);
  expect(said('address').split(/\s+/).slice(2)).toEqual(['10.107.9.9/16']);
  expect(said('rules')).toContain('10.107.9.9');
  expect(said('rules')).not.toContain('10.107.3.7');
  // One that nft does not take, and one that ip does not: the box goes on with what its settings say.
  expect(JSON.parse(said('denied'))).toEqual({ problem: expect.stringMatching(/^nft -f /) });
  expect(JSON.parse(said('refused'))).toEqual({ problem: expect.stringMatching(/^ip address replace /) });
  expect(said('kept').split(/\s+/).slice(2)).toEqual(['10.107.3.7/16']);
  for (const rules of ['still', 'file']) expect(said(rules)).toMatch(/10\.107\.3\.7\b/);
  for (const rules of ['still', 'file']) expect(said(rules)).not.toMatch(/10\.107\.(?:8\.8|300\.9)/);
  expect(said('without')).toBe('{"problem":"there is no bh0: the links are down"}');
});

/** `lo` can be no part of a bridge. */
const WITH_LO: Machine & { readonly country: string } = {
  radios: [],
  cables: ['eth1', 'eth2', 'lo'].map((name, at) => ({ interface: name, mac: `00:10:00:00:00:0${at}` })),
  hasBatman: false,
  country: '00',
};

/** A phone at the LAN cable, a home at eth9, another box at eth2: each in a network of its own. */
const NEIGHBOURS = `
ip link add eth9 type veth peer name far-eth9; ip addr add 192.168.77.1/24 dev eth9; ip link set eth9 up
cat > /run/echo.cjs <<END
const socket = require('dgram').createSocket('udp4').bind(7, '0.0.0.0', () => require('fs').writeFileSync(process.argv[2], String(process.pid)));
socket.on('message', (data, { port, address }) => socket.send(data, port, address));
END
cat > /run/ask.cjs <<END
const socket = require('dgram').createSocket('udp4').on('message', () => { console.log('yes'); process.exit(); });
socket.on('error', () => {});
const ask = () => socket.send('x', 7, process.argv[2], () => {});
ask(); setInterval(ask, 100); setTimeout(() => { console.log('no'); process.exit(); }, 1000);
END
neighbour() { # name, cable, address, gateway
  mkfifo /run/fifo-$1
  unshare --net '${process.execPath}' /run/echo.cjs /run/fifo-$1 &
  read -r pid < /run/fifo-$1 || :; echo $pid > /run/pid-$1
  ip link set $2 netns $pid; as $1 ip link set $2 up; as $1 ip addr add $3 dev $2; as $1 ip route add default via $4
}
as() { name=$1; shift; nsenter --net --target $(cat /run/pid-$name) "$@"; }
reaches() { as $1 '${process.execPath}' /run/ask.cjs $2; }
trap 'kill $(cat /run/pid-*)' EXIT
`;

it('lead phones and other boxes to each other, and neither into the networks of the operator', (context) => {
  const said = played(
    context,
    `${NEIGHBOURS}
    say up as_unit up /run/box.conf
    neighbour phone far-eth1 192.168.42.50/24 192.168.42.1
    neighbour home far-eth9 192.168.77.2/24 192.168.77.1
    neighbour box far-eth2 10.107.9.9/16 10.107.3.7
    until [ "$(reaches phone 10.107.9.9)" = yes ]; do :; done # the spanning tree of bh0
    say phone-box reaches phone 10.107.9.9
    say phone-home reaches phone 192.168.77.2
    say home-phone reaches home 192.168.42.50
    say box-home reaches box 192.168.77.2
    say home-box reaches home 10.107.9.9
    say own-home '${process.execPath}' /run/ask.cjs 192.168.77.2
    say down as_unit down /run/box.conf`,
  );
  expect(['phone-box', 'own-home'].map(said)).toEqual(['yes', 'yes']);
  expect(['phone-home', 'home-phone', 'box-home', 'home-box'].map(said)).toEqual(['no', 'no', 'no', 'no']);
});

it('let no other box in at a cable to phones, and count it', (context) => {
  const said = played(
    context,
    `${NEIGHBOURS}
    say up as_unit up /run/box.conf
    say none nft list chain bridge hikyaku_lan cables
    ip link set far-eth1 address 02:68:6b:00:00:01
    neighbour box far-eth1 192.168.42.50/24 192.168.42.1
    say box reaches box 192.168.42.1
    say some nft list chain bridge hikyaku_lan cables
    say down as_unit down /run/box.conf
    say rules nft list ruleset`,
  );
  expect(said('up')).toBe(WELL);
  expect([said('none'), said('some')].map(cablesWithBoxes)).toEqual([[], ['eth1']]);
  expect(said('rules')).toBe('');
});

/** There is no radio here: a cable is called as one, and what only radios know is said yes to. */
const WITH_RADIO: Machine & { readonly country: string } = {
  radios: [{ phy: 'phy9', mac: '02:00:00:00:09:00', interfaces: ['wlan7'], hasHt: true, canSae: true }],
  cables: ['eth1', 'eth2', 'eth3'].map((name, at) => ({ interface: name, mac: `00:10:00:00:00:0${at}` })),
  hasBatman: false,
  country: '00',
};
const RADIO = `
ip link add wlan7 type veth peer name far-wlan7; ip link set wlan7 addrgenmode none; ip link set wlan7 up
mkdir /run/bin; printf '#!/bin/sh\\n' > /run/bin/iw; chmod +x /run/bin/iw; export PATH=/run/bin:$PATH
printf 'HIKYAKU_COUNTRY=JP\\nHIKYAKU_AP_RADIO=02:00:00:00:09:00\\nHIKYAKU_AP_CHANNEL=6\\n' >> /run/box.conf
`;

it("make the access point of the radio's own interface, and give it its name back, unless another one has it by then", (context) => {
  const said = played(
    context,
    `${RADIO}
    say before all
    say up as_unit up /run/box.conf '${JSON.stringify(WITH_RADIO)}'
    say links ip -json link
    say again as_unit up /run/box.conf '${JSON.stringify({ ...WITH_RADIO, radios: WITH_RADIO.radios.map((one) => ({ ...one, interfaces: ['ap0', 'wlan7'] })) })}'
    say others cat /run/NetworkManager/conf.d/hikyaku.conf
    ip link set ap0 master lan0 # as hostapd does, and is killed
    say down as_unit down /run/box.conf
    say after all
    say up-2 as_unit up /run/box.conf '${JSON.stringify(WITH_RADIO)}'
    ip link add wlan7 type veth peer name far-other
    say down-2 as_unit down /run/box.conf
    say taken ip -json link`,
  );
  expect(['up', 'again', 'down', 'up-2', 'down-2'].map(said)).toEqual([WELL, WELL, WELL, WELL, WELL]);
  const names = (json: string): readonly string[] => linksIn(json).map(({ ifname }) => ifname);
  expect(names(said('links'))).toContain('ap0');
  expect(names(said('links'))).not.toContain('wlan7');
  expect(said('others')).toContain('interface-name:=wlan7');
  expect(said('after')).toBe(said('before'));
  expect(names(said('taken'))).toEqual(expect.arrayContaining(['wlan0', 'wlan7']));
  expect(names(said('taken'))).not.toContain('ap0');
});

it('that fail are taken back, and the one line says which command failed and why', (context) => {
  const said = played(
    context,
    `sed -i s/eth3/lo/ /run/box.conf
    say before all
    say failed as_unit up /run/box.conf '${JSON.stringify(WITH_LO)}'
    say after all
    say denied as_nobody up /run/box.conf
    say then all
    ip link add lan0 type veth peer name far-lan0
    say with all
    say foreign as_unit up /run/box.conf
    say down as_unit down /run/box.conf
    say still all`,
  );
  expect(JSON.parse(said('failed'))).toEqual({
    problem: expect.stringMatching(/^ip link set dev lo master bh0: \S.*$/),
  });
  expect(said('after')).toBe(said('before'));
  expect(JSON.parse(said('denied'))).toEqual({
    problem: expect.stringMatching(/^links up changes networks and rules: it needs CAP_NET_ADMIN/),
  });
  expect(said('then')).toBe(said('before'));
  expect(JSON.parse(said('foreign'))).toEqual({
    problem: 'an interface lan0 is there that this box has not made: give it another name',
  });
  expect(said('down')).toBe(WELL);
  expect(said('still')).toBe(said('with'));
});

it('whose making was killed half-way are taken back as well', (context) => {
  const said = played(
    context,
    `say before all
    mkdir /run/bin; printf '#!/bin/sh\\nkill -9 $PPID\\n' > /run/bin/nft; chmod +x /run/bin/nft
    echo === killed; PATH=/run/bin:$PATH as_unit up /run/box.conf || echo ended
    say half ip -brief link show dev bh0
    rm -r /run/bin
    say down as_unit down /run/box.conf
    say after all`,
  );
  expect(said('killed')).toContain('ended');
  expect(said('half')).toContain('bh0');
  expect(said('down')).toBe(WELL);
  expect(said('after')).toBe(said('before'));
});
