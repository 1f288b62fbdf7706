/** As iptables 1.8.9, ufw 0.36.2, firewalld 1.3 and dhcpcd 9.4 (Debian 12) write them. */
import { expect, test } from 'vitest';
import { type ObstaclesSay, obstaclesIn } from './obstacles.ts';

const NOTHING: ObstaclesSay = {
  ...{ docker: '', firewalld: '', iptables: '', ufw: '', ufwRules: '', firewalldTrusted: '' },
  ...{ isDhcpcdEverywhere: false, dhcpcd: '' },
};
const DOCKER = '-P INPUT ACCEPT\n-P FORWARD DROP\n-P OUTPUT ACCEPT\n-N DOCKER-USER\n-A FORWARD -j DOCKER-USER\n';
const UFW = '# comments\nENABLED=yes\nLOGLEVEL=low\n';

test.each<readonly [what: string, say: Partial<ObstaclesSay>, programs: readonly string[]]>([
  ['nothing', {}, []],
  ['Docker, which switched forwarding on', { docker: 'active\n', iptables: DOCKER }, ['docker']],
  ['Docker, which found it on', { docker: 'active\n', iptables: DOCKER.replace('DROP', 'ACCEPT') }, []],
  ['rules that Docker left', { docker: 'inactive\n', iptables: DOCKER }, []],
  [
    'Docker, told one direction',
    { docker: 'active\n', iptables: `${DOCKER}-A DOCKER-USER -i lan0 -o bh0 -j ACCEPT\n` },
    ['docker'],
  ],
  [
    'Docker, told both',
    {
      docker: 'active\n',
      iptables: `${DOCKER}-A DOCKER-USER -i lan0 -o bh0 -j ACCEPT\n-A DOCKER-USER -i bh0 -o lan0 -j ACCEPT\n`,
    },
    [],
  ],
  ['ufw', { ufw: UFW }, ['ufw']],
  ['ufw, not enabled', { ufw: UFW.replace('yes', 'no') }, []],
  [
    'ufw, told',
    {
      ufw: UFW,
      ufwRules:
        '-A ufw-user-input -i lan0 -j ACCEPT\n-A ufw-user-input -i bh0 -j ACCEPT\n' +
        '-A ufw-user-forward -i lan0 -o bh0 -j ACCEPT\n-A ufw-user-forward -i bh0 -o lan0 -j ACCEPT\n',
    },
    [],
  ],
  ['firewalld', { firewalld: 'active\n', firewalldTrusted: '<zone target="ACCEPT">\n</zone>' }, ['firewalld']],
  [
    'firewalld, told',
    {
      firewalld: 'active\n',
      firewalldTrusted: '<zone target="ACCEPT">\n  <interface name="lan0"/>\n  <interface name="bh0"/>\n</zone>',
    },
    [],
  ],
])('%s', (_what, say, programs) => {
  expect(obstaclesIn({ ...NOTHING, ...say }).map(({ program }) => program)).toEqual(programs);
});

test('dhcpcd takes what it does not spare', () => {
  const dhcpcd = '# denyinterfaces eth7\nhostname\ndenyinterfaces lan0 bh0\n denyinterfaces ap0\n';
  expect(obstaclesIn({ ...NOTHING, dhcpcd })).toEqual([]);
  expect(obstaclesIn({ ...NOTHING, isDhcpcdEverywhere: true, dhcpcd })).toEqual([
    { program: 'dhcpcd', spares: ['lan0', 'bh0', 'ap0'] },
  ]);
});
