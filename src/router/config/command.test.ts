import { describe, expect, it } from 'vitest';
import { parseCommand } from './command.ts';
import type { Config } from './config.ts';
import { helpText } from './help.ts';

const configOf = (args: readonly string[], environment: Record<string, string> = {}): Config => {
  const command = parseCommand(args, { HOME: '/home/op', ...environment }, 'hut-router');
  if (command.do !== 'run') throw new Error(JSON.stringify(command));
  return command.config;
};

it('without flags serves one network', () => {
  expect(configOf([])).toEqual({
    port: 8080,
    host: '0.0.0.0',
    hostname: 'hikyaku.internal',
    https: { port: 8443 },
    name: 'hut-router',
    dataDirectory: '/home/op/.local/state/hikyaku',
    turn: 'auto',
    turnPort: 3478,
    nat: 'port-restricted',
    open: { tcp: [], udp: [] },
    mesh: 'auto',
    hold: { days: 14 },
    metrics: false,
    logLevel: 'info',
  });
});

describe('options are read', () => {
  it('as flags', () => {
    const args = ['--port=0', '--host', '::', '--name', ' 避難所 ', '--lan', 'wlan0', '--backhaul', '192.168.1.144'];
    expect(configOf([...args, '--turn', 'off', '--mesh-key', 'eight chars'])).toMatchObject({
      port: 0,
      host: '::',
      name: '避難所',
      lan: { by: 'interface', name: 'wlan0' },
      backhaul: { by: 'address', address: '192.168.1.144' },
      turn: 'off',
      meshKey: { key: 'eight chars' },
    });
  });

  it('as variables, which flags override, and which count as absent when empty', () => {
    const environment = { HIKYAKU_PORT: '9000', HIKYAKU_LOG_LEVEL: 'debug', HIKYAKU_NAME: '', HIKYAKU_QR: '1' };
    expect(configOf(['--port', '9001'], environment)).toMatchObject({
      port: 9001,
      logLevel: 'debug',
      name: 'hut-router',
      qr: true,
    });
  });

  it('as a place for state', () => {
    expect(configOf([], { XDG_STATE_HOME: '/state' }).dataDirectory).toBe('/state/hikyaku');
    expect(configOf(['--data-dir', '/data']).dataDirectory).toBe('/data');
  });

  it('as peers on a routed backhaul', () => {
    expect(configOf(['--mesh-peers', '10.7.0.1, 10.8.0.1:9000']).meshPeers).toEqual([
      { address: '10.7.0.1', port: 8642 },
      { address: '10.8.0.1', port: 9000 },
    ]);
  });

  it.each<[string[], Config['https']]>([
    [['--tls-cert', 'c', '--tls-key', 'k'], { port: 8443, files: { cert: 'c', key: 'k' } }],
    [['--https-port', '443'], { port: 443 }],
    [['--https-port', 'off'], undefined],
    [['--port', '0'], { port: 0 }],
    [['--port', '8443'], undefined],
  ])('as HTTPS: %j', (args, https) => {
    expect(configOf(args).https).toEqual(https);
  });

  it('as a name that leads to every router', () => {
    expect(configOf(['--hostname', 'files.shelter.example']).hostname).toBe('files.shelter.example');
  });
});

it.each<[string[], Record<string, string>, boolean]>([
  [['--metrics'], {}, true],
  [['--metrics', '--port', '80'], {}, true],
  [['--metrics=on'], {}, true],
  [[], { HIKYAKU_METRICS: 'on' }, true],
  [['--metrics=off'], { HIKYAKU_METRICS: 'on' }, false],
])('figures for programs are told with %j %j: %s', (args, environment, metrics) => {
  expect(configOf(args, environment)).toMatchObject({ metrics, port: args.includes('80') ? 80 : 8080 });
});

it.each<[string[], Config['hold']]>([
  [['--hold', 'off'], undefined],
  [['--hold-size', '500MB'], { days: 14, bytes: 5e8 }],
  [['--hold-file', '10MB'], { days: 14, blobBytes: 10 * 1024 ** 2 }],
  [['--hold', 'on', '--hold-size', '2GB', '--hold-days', '3'], { days: 3, bytes: 2e9 }],
])('of words is held what %j say', (args, hold) => expect(configOf(args).hold).toEqual(hold));

it('takes a TURN server of the operator and more open ports', () => {
  const args = [
    '--turn-url',
    'turn:192.168.1.144',
    '--turn-secret-file',
    '/secret',
    '--open',
    'tcp:22,udp:6696,tcp:80',
  ];
  expect(configOf(args)).toMatchObject({
    turnServer: { address: '192.168.1.144', port: 3478, secretFile: '/secret' },
    open: { tcp: [22, 80], udp: [6696] },
  });
});

it.each(['print', 'apply', 'remove'] as const)('reads `nat %s` with the same flags', (action) => {
  const command = parseCommand(['nat', action, '--nat', 'full-cone', '--lan', 'lan0'], {}, 'host');
  expect(command).toMatchObject({ do: 'nat', action, config: { nat: 'full-cone', lan: { name: 'lan0' } } });
});

it.each<[string[], object]>([
  [['list'], { action: 'list', id: '', undo: false, letters: false }],
  [['list', '--letters', '--data-dir', '/data'], { action: 'list', letters: true, config: { dataDirectory: '/data' } }],
  [['pin', 'abcd'], { action: 'pin', id: 'abcd', undo: false }],
  [
    ['hide', 'abcd', '--undo', '--data-dir', '/data'],
    { action: 'hide', undo: true, config: { dataDirectory: '/data' } },
  ],
  [['remove', 'abcd', '--data-dir', '/data'], { action: 'remove', undo: false, config: { dataDirectory: '/data' } }],
])('reads `board` %j', (args, wanted) => {
  expect(parseCommand(['board', ...args], {}, 'host')).toMatchObject({ do: 'board', ...wanted });
});

describe('a mistake is reported in one line, with the right form', () => {
  it.each<[string[], Record<string, string>, RegExp]>([
    [['--prot', '1'], {}, /^--prot is no flag; did you mean --port\?$/],
    [['--frobnicate'], {}, /^--frobnicate is no flag; --help lists them$/],
    [['8080'], {}, /^"8080" is no flag/],
    [['--port'], {}, /^--port needs a value/],
    [['--port', '--host', '::'], {}, /^--port needs a value/],
    [['--port', '65536'], {}, /^--port "65536": expected a whole number from 0/],
    [['--port', '80a'], {}, /^--port "80a": expected a whole number/],
    [['--port='], {}, /^--port "": expected a whole number/],
    [[], { HIKYAKU_TURN: 'on' }, /^HIKYAKU_TURN "on": expected auto or off$/],
    [['--host', 'router.example'], {}, /^--host "router.example": expected an address/],
    [['--host', 'fe80::1%eth0'], {}, /expected an address/],
    [['--lan', '192.168.1'], {}, /expected a network interface/],
    [['--lan', 'a/b'], {}, /expected a network interface/],
    [['--name', 'x'.repeat(41)], {}, /expected a name of 1 to 40/],
    [['--name', ' '], {}, /expected a name/],
    [['--metrics=yes'], {}, /^--metrics "yes": expected on or off$/],
    [['--metrics='], {}, /^--metrics "": expected on or off$/],
    [['--metrics', 'on'], {}, /^"on" is no flag/],
    [['--no-metrics'], {}, /^--no-metrics is no flag/],
    [[], { HIKYAKU_METRICS: '1' }, /^HIKYAKU_METRICS "1": expected on or off$/],
    [['--log-level', 'loud'], {}, /expected error or warn or info or debug/],
    [['--tls-cert', 'c'], {}, /needs both --tls-cert and --tls-key$/],
    [['--https-port', 'off', '--tls-cert', 'c', '--tls-key', 'k'], {}, /not both/],
    [['--https-port', 'on'], {}, /expected a whole number from 0 \(any free port\) to 65535, or off$/],
    [['--https-port', '8080'], {}, /^--https-port 8080: expected another port than --port$/],
    ...[
      'router',
      'a..b',
      '-a.internal',
      'a-.internal',
      'Router.internal',
      '10.0.0.1',
      'ルーター.internal',
      `${'a'.repeat(45)}.b.c`,
    ].map((name): [string[], Record<string, string>, RegExp] => [
      [`--hostname=${name}`],
      {},
      /expected a DNS name in small letters/,
    ]),
    [['--https-port', '8080', '--tls-cert', 'c', '--tls-key', 'k'], {}, /another port than --port/],
    [['--mesh-key', 'long enough', '--mesh-key-file', 'f'], {}, /not both/],
    [['--turn-port', '0'], {}, /^--turn-port "0": expected a whole number from 1/],
    [['--turn-url', 'turn:relay.example:3478'], {}, /expected turn:ADDRESS:PORT with an IPv4 address, no name/],
    [['--turn-url', 'turn:192.168.1.144:0'], {}, /expected turn:ADDRESS:PORT/],
    [['--turn-url', 'turn:192.168.1.144'], {}, /needs both --turn-url and --turn-secret-file/],
    [['--turn-url', 'turn:10.0.0.1', '--turn-secret-file', 'f', '--turn', 'off'], {}, /not both/],
    [['--open', '22'], {}, /^--open "22": expected a list such as tcp:22,udp:6696$/],
    [['--nat', 'symmetric'], {}, /expected port-restricted or full-cone/],
    [['--hold', 'yes'], {}, /^--hold "yes": expected on or off$/],
    [['--hold-size', '1TB'], {}, /^--hold-size "1TB": expected a size from 100MB to 999GB/],
    [['--hold-size', '99MB'], {}, /expected a size/],
    [['--hold-file', '101MB'], {}, /^--hold-file "101MB": expected a size from 1MB to 100MB/],
    [['--hold', 'off', '--hold-file', '1MB'], {}, /^expected --hold off or --hold-file, not both$/],
    [['--hold-days', '0'], {}, /expected a whole number of days from 1 to 365/],
    [['--hold', 'off', '--hold-days', '3'], {}, /^expected --hold off or --hold-days, not both$/],
    [['--hold', 'off', '--hold-size', '1GB'], {}, /^expected --hold off or --hold-size, not both$/],
    [['board'], {}, /^board: expected board list, board pin, board hide, board remove$/],
    [['board', 'pin'], {}, /^board pin: expected the id of a post, as `board list` shows it$/],
    [['board', 'pin', '--undo'], {}, /expected the id of a post/],
    [['board', 'list', '--undo'], {}, /^--undo is no flag/],
    [['board', 'hide', 'abcd', '--letters'], {}, /^--letters is no flag/],
    [['nat'], {}, /^nat: expected nat print, nat apply, nat remove$/],
    [['nat', 'aply'], {}, /^nat aply: expected nat print/],
    [['--mesh-key', 'short'], {}, /^--mesh-key: expected a key of 8/],
  ])('%j %j', (args, environment, problem) => {
    const command = parseCommand(args, environment, 'host');
    expect(command).toEqual({ do: 'complain', problem: expect.stringMatching(problem) });
    expect(JSON.stringify(command)).not.toContain('\\n');
  });
});

it('prints help or its version, whatever the other arguments', () => {
  expect(parseCommand(['--help', '--port', 'x'], {}, 'host')).toEqual({ do: 'help' });
  expect(parseCommand(['-h'], {}, 'host')).toEqual({ do: 'help' });
  expect(parseCommand(['--version'], {}, 'host')).toEqual({ do: 'version' });
  expect(helpText()).toContain('--mesh-key-file');
});

it('ignores a host name that people cannot read', () => {
  const command = parseCommand([], {}, '\u0007');
  expect(command.do === 'run' && command.config.name).toBe('router');
});
