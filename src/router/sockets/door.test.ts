import { expect, it } from 'vitest';
import { LIMITS } from '../limits/limits.ts';
import { Door } from './door.ts';

const HOST = 'hikyaku.internal:8080';
const page = { url: '/signal?x', headers: { host: HOST, origin: `http://${HOST}` } };
const PHONE = '192.168.42.7';

function lab(limits: Partial<typeof LIMITS> = {}) {
  const refused: string[] = [];
  const door = new Door(
    '/signal',
    { ...LIMITS, ...limits },
    (name) => name === 'hikyaku.internal',
    (reason) => refused.push(reason),
  );
  return { door, refused };
}

it.each([
  ['another path', { ...page, url: '/signals' }, '404 Not Found', []],
  [
    'a name that is not ours',
    { ...page, headers: { host: 'evil.example' } },
    '421 Misdirected Request',
    ['foreign-host'],
  ],
  [
    'a page of somebody else',
    { ...page, headers: { host: HOST, origin: 'http://evil.example' } },
    '403 Forbidden',
    ['foreign-page'],
  ],
])('%s is refused', (_, request, status, reasons) => {
  const { door, refused } = lab();
  expect(door.ask(request, PHONE)).toEqual({ do: 'refuse', status });
  expect(refused).toEqual(reasons);
});

it('lets in as many as there are seats, then tells a few why not, and refuses the rest', () => {
  const { door, refused } = lab({ socketsPerAddress: 1, farewells: 9, farewellsPerAddress: 1 });
  const take = () => {
    const verdict = door.ask(page, PHONE);
    if (verdict.do !== 'refuse') verdict.seat.take();
    return verdict;
  };
  const first = take();
  expect([first.do, take().do, take()]).toEqual([
    'let-in',
    'say-farewell',
    { do: 'refuse', status: '503 Service Unavailable' },
  ]);
  expect(refused).toEqual(['sockets', 'sockets']);
  if (first.do === 'let-in') first.seat.leave();
  expect(take().do).toBe('let-in');
});

it('counts no seat for a handshake that fails', () => {
  const { door } = lab({ socketsPerAddress: 1 });
  for (let count = 0; count < 3; count += 1) expect(door.ask(page, PHONE).do).toBe('let-in');
});
