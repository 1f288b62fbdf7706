import { describe, expect, it } from 'vitest';
import { findingsOf, worstLevel } from './findings.ts';
import type { Status } from './status.ts';

type Change = { [K in keyof Status]?: Partial<Status[K]> };
const MINUTE_MS = 60_000;

const self = { id: 'self', name: 'R1', address: '192.168.1.1', clients: 3, last_seen_ms: 0 };
const router = (name: string, ahead?: number): Status['mesh']['routers'][number] => ({
  ...self,
  id: name,
  name,
  link: 'direct',
  ...(ahead !== undefined && { clock_ahead_ms: ahead, rtt_ms: 2 }),
});

function statusWith({ router = {}, machine = {}, turn = {}, mesh = {}, ...rest }: Change): Status {
  return {
    urls: ['http://192.168.42.1:8080/'],
    clients: 3,
    clients_at_most: 512,
    tls: { state: 'off', reason: 'as --https-port says' },
    words: { state: 'off', cause: 'switched-off' },
    ...(rest as Partial<Status>),
    router: { ...self, version: '1', uptime_s: 1, rss_bytes: 1, time: '2026-11-26T19:41:02+09:00', ...router },
    machine: { memory_bytes: 1e9, memory_free_bytes: 5e8, disk_bytes: 1e10, disk_free_bytes: 5e9, ...machine },
    turn: { state: 'running', ...turn },
    mesh: { state: 'joined', trust: 'key', digest: '', routers: [self, router2], ...mesh },
  };
}
const TLS = {
  state: 'on',
  port: 8443,
  certificate: 'operator',
  names: [],
  expires: '2027-01-01T00:00:00Z',
  days_left: 30,
} as const;
const HELD: Status['words'] = {
  state: 'on',
  ...{ events: 3, posts: 2, letters: 1, blobs: 0, bytes: 900, bytes_at_most: 1e9, days: 14 },
  gone: { ended: 0, deleted: 0, removed: 0, evicted: 0, lost: 0 },
  refused: {},
};
const router2 = router('R2', 0);
const codes = (change: Change, appReady = true) => findingsOf(statusWith(change), appReady).map(({ code }) => code);

describe('what an operator should know', () => {
  it('is nothing when all is well', () => {
    expect(findingsOf(statusWith({}), true)).toEqual([]);
    expect(worstLevel([])).toBe('note');
  });

  it.each<[string, Change, string[]]>([
    ['relay not installed', { turn: { state: 'off', cause: 'not-installed' } }, ['relay-missing']],
    ['HTTPS that cannot listen', { tls: { state: 'failed', reason: 'port taken' } }, ['secure-failed']],
    ['an operator’s certificate that ends', { tls: { ...TLS, days_left: 29 } }, ['certificate-ends']],
    ['a renewed one that does not fit', { tls: { ...TLS, problem: 'wrong key' } }, ['certificate-problem']],
    ['an own one, which is renewed', { tls: { ...TLS, certificate: 'own', days_left: 29 } }, []],
    ['relay off on purpose', { turn: { state: 'off', cause: 'switched-off' } }, ['relay-off']],
    ['relay starting', { turn: { state: 'off', cause: 'starting' } }, []],
    ['relay failed', { turn: { state: 'failed', reason: 'x' } }, ['relay-failed']],
    ['mesh off on purpose', { mesh: { state: 'off', cause: 'switched-off' } }, ['mesh-off']],
    ['no backhaul named', { mesh: { state: 'off', cause: 'no-backhaul' } }, ['no-backhaul']],
    ['alone', { mesh: { state: 'alone', routers: [self] } }, ['alone']],
    ['open mesh', { mesh: { trust: 'open' } }, ['open']],
    ['backhaul down', { mesh: { state: 'alone', routers: [self], reason: 'no address' } }, ['backhaul-down']],
    ['loopback only', { urls: ['http://127.0.0.1:8080/', 'https://[::1]:8443/'] as never }, ['unreachable']],
    ['nearly full', { clients: 490 as never }, ['full']],
    ['memory', { machine: { memory_free_bytes: 4e7 } }, ['memory-low']],
    ['words that cannot be held', { words: { state: 'off', cause: 'failed', reason: 'EACCES' } }, ['held-failed']],
    ['words that are opened', { words: { state: 'off', cause: 'opening' } }, []],
    ['words on a full disk', { words: { ...HELD, trouble: 'ENOSPC' } }, ['held-stuck']],
    ['words on a bad disk', { words: { ...HELD, damaged: 2 } }, ['held-damaged']],
    ['words in order', { words: HELD }, []],
    ['disk', { machine: { disk_free_bytes: 4e7 } }, ['disk-low']],
  ])('%s', (_, change, expected) => {
    expect(codes(change)).toEqual(expected);
  });

  it('is worst first, and the worst one gives the colour', () => {
    const change: Change = { turn: { state: 'failed' }, mesh: { trust: 'open' } };
    expect(codes(change, false)).toEqual(['app-missing', 'relay-failed', 'open']);
    expect(worstLevel(findingsOf(statusWith(change), false))).toBe('stop');
    expect(worstLevel(findingsOf(statusWith(change), true))).toBe('warn');
    expect(worstLevel(findingsOf(statusWith({ mesh: { trust: 'open' } }), true))).toBe('note');
  });

  it('names strangers by what is wrong with them, and then does not ask why nobody is there', () => {
    const strangers = [
      { address: '192.168.1.9', reason: 'other-key', last_seen_ms: 1 },
      { address: '192.168.1.8', reason: 'no-key', last_seen_ms: 1 },
      { address: '192.168.1.7', reason: 'other-key', last_seen_ms: 1 },
    ] as const;
    const status = statusWith({ mesh: { state: 'alone', routers: [self], strangers } });
    expect(findingsOf(status, true)).toEqual([
      { code: 'strangers', reason: 'other-key', addresses: ['192.168.1.9', '192.168.1.7'] },
      { code: 'strangers', reason: 'no-key', addresses: ['192.168.1.8'] },
    ]);
  });

  it.each([
    'same-address',
    'shared-address',
    'other-network',
  ] as const)('names routers that cannot be reached for %s', (apart) => {
    const routers = [self, { ...router('R2'), apart }, router('R3'), { ...router('R4'), apart }];
    expect(findingsOf(statusWith({ mesh: { routers } }), true)).toEqual([{ code: apart, names: ['R2', 'R4'] }]);
  });

  it('names routers that are gone, and when the last one was here', () => {
    const missing = [
      { id: 'a', name: 'R8', address: '192.168.1.8', gone_ms: 5_000 },
      { id: 'b', name: 'R9', address: '192.168.1.9', gone_ms: 90_000 },
    ];
    expect(findingsOf(statusWith({ mesh: { state: 'alone', routers: [self], missing } }), true)).toEqual([
      { code: 'gone', names: ['R8', 'R9'], goneMs: 5_000 },
    ]);
  });
});

describe('clocks', () => {
  const withClocks = (...ahead: readonly (number | undefined)[]) =>
    findingsOf(
      statusWith({ mesh: { routers: [self, ...ahead.map((ms, index) => router(`R${index + 2}`, ms))] } }),
      true,
    );

  it('that differ by little, or are not known, are no matter', () => {
    expect(withClocks(4 * MINUTE_MS, -4 * MINUTE_MS, undefined)).toEqual([]);
  });

  it('of two routers differ: nobody knows whose is wrong', () => {
    expect(withClocks(-6 * MINUTE_MS)).toEqual([{ code: 'clocks', names: ['R2'], apartMs: 6 * MINUTE_MS }]);
  });

  it('of most others differ: it is our own', () => {
    expect(withClocks(60 * MINUTE_MS, 61 * MINUTE_MS, 0)).toMatchObject([{ code: 'own-clock' }]);
    expect(withClocks(60 * MINUTE_MS, 0, 0)).toMatchObject([{ code: 'clocks', names: ['R2'] }]);
  });

  it('that were never set need nobody to compare with', () => {
    expect(codes({ router: { time: '1970-01-01T00:03:00+00:00' } })).toEqual(['own-clock']);
  });
});
