import { describe, expect, test } from 'vitest';
import type { DeviceId } from '../../protocol/signaling.ts';
import type { TransferKey, TransferView } from '../../transfer/view.ts';
import type { Line, Note } from '../log/log.ts';
import { versionOf } from './facts.ts';
import { type Facts, reportOf, unfinishedReport } from './report.ts';
import { scrubber } from './scrub.ts';

/** Words that must not be in a report, whatever their source. */
const NAMES = ['Brave Crane', '勇ましい鶴', '避難者名簿.xlsx', 'notice of water.pdf', 'Iwaki Hall'];
const PLACES = ['192.168.8.1', '10.64.3.7:8080', 'fe80::1c2d:3eff', 'hikyaku.internal', 'a1b2c3d4.local'];
const SECRETS = ['Zk3vq9TtB2m8sXcW5yRn7pLd', '/home/aki/list.csv', 'https://iwaki.example/signal?token=abc'];
const FORBIDDEN = [...NAMES, ...PLACES, ...SECRETS];

const view = (more: Partial<TransferView>): TransferView =>
  ({
    phase: 'failed',
    reason: 'hash-failed',
    key: 's-Zk3vq9TtB2m8sXcW5yRn7pLd-aaaabbbbccccdddd' as TransferKey,
    direction: 'sending',
    peer: 'Zk3vq9TtB2m8sXcW5yRn7pLd' as DeviceId,
    peerName: '勇ましい鶴',
    title: '避難者名簿.xlsx',
    contents: 'named',
    files: 3,
    totalBytes: 1_000,
    storedBytes: 10,
    verified: false,
    failedOn: 'notice of water.pdf',
    path: 'relayed',
    ...more,
  }) as TransferView;

const lines = (...notes: Note[]): readonly Line[] =>
  notes.map((note, index) => ({ note, atMs: index * 1_500, times: 1 }));

const facts = (more: Partial<Facts> = {}): Facts => ({
  app: '0.1.0',
  router: '0.2.0',
  userAgent: 'Mozilla/5.0 (Linux; Android 10; K) Chrome/126.0.0.0',
  isSecure: false,
  display: 'browser',
  connection: 'online',
  whyOffline: undefined,
  hasWebRtc: true,
  storage: { allowedBytes: 12_000_000_000, isPersistent: false },
  devices: { here: 3, away: 1 },
  offers: 0,
  transfers: [],
  lines: [],
  names: NAMES,
  ...more,
});

test('tells versions, browser, storage, context, pairs, phases and failures', () => {
  const report = reportOf(
    facts({
      transfers: [view({})],
      lines: lines(
        ['router', 'online'],
        ['storage', 'opfs'],
        ['link', 1, 'calls'],
        ['pair', 1, ['host', 'srflx', 'udp']],
        ['pair', 1, ['host', 'relay', 'tcp']],
        ['transfer', 'dddd', 'failed hash-failed'],
        ['link', 1, 'failed', 'no-path'],
        ['socket', 'closed', 4400],
      ),
    }),
  );
  for (const said of [
    'app 0.1.0, router 0.2.0',
    'browser: Mozilla/5.0 (Linux; Android 10; K) Chrome/126.0.0.0',
    'page: no secure context, browser',
    'storage: opfs, 12000 MB allowed, may be cleared',
    'devices: 3 here, 1 away; offers waiting: 0',
    '  dddd sending: failed hash-failed, 3 files, 10 of 1000 bytes, relayed',
    '  link 1: host to relay, tcp',
    '      0.0 router online',
    '      9.0 link 1 failed no-path',
  ])
    expect(report.split('\n')).toContain(said);
  const failures = report.slice(report.indexOf('Last failures'), report.indexOf('Log, the last'));
  expect(failures.trim().split('\n')).toHaveLength(4);
});

test('states what it does not know', () => {
  const report = reportOf(facts({ router: undefined, storage: undefined, hasWebRtc: false, whyOffline: 'none' }));
  expect(report).toContain('router does not answer');
  expect(report).toContain('not known yet, the browser tells no quota');
  expect(report).toContain('no WebRTC');
  expect(report).toContain('router: online (none)');
});

test('names no person, file or address, whatever the page knows and whatever an error quotes', () => {
  const faults = FORBIDDEN.flatMap((secret): Note[] => [
    ['fault', 'page', 'TypeError', `Failed to read ${secret} here`],
    ['fault', 'engine', 'Error', `"${secret}" is not a file`],
    ['fault', 'engine', secret, secret],
    ['fault', 'page', 'Error', `cannot open ${secret}:12:5`],
  ]);
  const pair: Note = ['pair', 2, ['192.168.8.1', 'hikyaku.internal', 'udp']];
  const report = reportOf(
    facts({
      transfers: [view({}), view({ missing: { count: 1, names: NAMES, changed: NAMES } }), view({ path: 'direct' })],
      lines: lines(...faults, pair),
    }),
  );
  for (const secret of FORBIDDEN) expect(report).not.toContain(secret);
  // Nor a part of a name that is itself a name.
  for (const part of ['Crane', '鶴', '名簿', 'water', 'iwaki', 'aki', 'token', '1c2d', '64.3'])
    expect(report).not.toContain(part);
  expect(report).not.toMatch(/\b\d{1,3}(\.\d{1,3}){3}\b(?<!126\.0\.0\.0)/);
  expect(report).toContain('Failed to read');
});

test('a failure that comes again is counted', () => {
  const again: Note = ['socket', 'refused', 1006];
  const [first, ...more] = lines(again, ['router', 'offline'], again, ['socket', 'silent']);
  const report = reportOf(facts({ lines: [{ ...first, note: again, atMs: 0, times: 37 }, ...more] }));
  const failed = report.slice(report.indexOf('Last failures:'), report.indexOf('Log, the last'));
  expect(failed.trim().split('\n')).toEqual([
    'Last failures:',
    '      3.0 socket refused 1006 ×38',
    '      4.5 socket silent',
  ]);
  expect(report).toContain('      0.0 socket refused 1006 ×37\n');
});

test('the names are read once, however many errors there are', () => {
  let reads = 0;
  function* names() {
    reads += 1;
    yield* NAMES;
  }
  const faults = Array.from({ length: 200 }, (_, index): Note => ['fault', 'page', 'Error', `Brave Crane ${index}`]);
  const report = reportOf(facts({ names: { [Symbol.iterator]: names }, lines: lines(...faults) }));
  expect(reads).toBe(1);
  expect(report).not.toContain('Brave');
});

describe('a report that could not be finished', () => {
  const fails = (): never => {
    throw new RangeError('Brave Crane');
  };

  test('shows the other parts, and of the error its class alone', () => {
    const report = reportOf(
      Object.defineProperty(facts({ lines: lines(['router', 'online']) }), 'transfers', { get: fails }),
    );
    expect(report).toContain('the report could not be finished: RangeError');
    expect(report).toContain('app 0.1.0, router 0.2.0');
    expect(report).toContain('0.0 router online');
    expect(report).not.toContain('Brave');
  });

  test('without facts says so', () => {
    expect(unfinishedReport(new TypeError('Brave Crane'))).toBe(
      'Hikyaku: report of a problem\nthe report could not be finished: TypeError\n',
    );
    expect(unfinishedReport('Brave Crane')).toContain('finished: not an Error');
  });
});

describe('the message of an error', () => {
  test.each([
    ['Cannot read properties of undefined', 'Cannot read properties of undefined'],
    ['Failed to fetch https://a.example/x.js?y=1', 'Failed to fetch <address>'],
    ['Failed to fetch http://192.168.8.1:8080/assets/x.js', 'Failed to fetch <address>'],
    ["reading 'peerName'", 'reading <quoted>'],
    ['no 192.168.1.7 here', 'no <address> here'],
    ['blob:null/abc is gone', '<address> is gone'],
    ['photo.jpg is gone', '<name> is gone'],
    ['DCIM/100/photo is gone', '<path> is gone'],
    ['C:\\Users\\aki is gone', '<address> is gone'],
    ['鶴 is gone', '<text> is gone'],
    ['key Zk3vq9TtB2m8sXcW5yRn is gone', 'key <id> is gone'],
  ])('%s', (message, shown) => {
    expect(scrubber([])(message)).toBe(shown);
  });

  test.each([
    ["Can't open 'Tanaka Taro'", "Can't open <quoted>"],
    ["Can't open 'Tanaka's list' today", "Can't open <quoted> today"],
    ["'O'Brien' isn't here", "<quoted> isn't here"],
    ["two: 'Aki''Haru' and 'Mio'", 'two: <quoted><quoted> and <quoted>'],
    [`"it's Aki" said 'Haru "Mio" Ren'`, '<quoted> said <quoted>'],
    ["the devices' names, `Aki`", "the devices' names, <quoted>"],
    ["opened 'Tanaka Taro and no more", 'opened <quoted>'],
    ['file「田中 Taro」is gone', 'file<quoted>is gone'],
    ['‘Aki’s list’ and “Mio Ren” are gone', '<quoted> and <quoted> are gone'],
    ['„Aki Mio“ is gone', '<quoted> is gone'],
  ])('%s', (message, shown) => {
    expect(scrubber([])(message)).toBe(shown);
  });

  test('names that the page knows are removed even if they are plain words, longer ones first', () => {
    expect(scrubber(['Brave', 'Brave Crane', ''])('Brave Crane and Brave left')).toBe('<name> and <name> left');
  });

  test('that was cut shows no part of a name at its end', () => {
    const end = '.jpg is not what was chosen, said Tanaka Taro';
    const message = `${'x'.repeat(503 - end.length)}${end}`;
    const cut = message.slice(0, 500);
    expect(cut).toMatch(/Tanaka T$/);
    expect(scrubber(['Tanaka Taro'])(cut)).not.toContain('Tanaka');
  });

  test('is not longer than a line', () => {
    expect(scrubber([])('word '.repeat(80))).toHaveLength(160);
  });
});

test.each<[string, unknown, string | undefined]>([
  ['the version of a router', { router: { version: '0.2.0-rc.1' } }, '0.2.0-rc.1'],
  ['a name in its place', { router: { version: 'Brave Crane' } }, undefined],
  ['nothing', {}, undefined],
  ['no object', null, undefined],
])('%s', (_, status, version) => {
  expect(versionOf(status)).toBe(version);
});
