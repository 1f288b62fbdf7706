import type { IncomingMessage } from 'node:http';
import { expect, it } from 'vitest';
import { visitOf } from './visit.ts';

/** As much of a request as is looked at. */
const request = (host: string, localAddress: string, remoteAddress = '192.168.42.7') =>
  ({ method: 'GET', url: '/a?b', headers: { host }, socket: { localAddress, remoteAddress } }) as IncomingMessage;

it.each([
  ['hikyaku.internal', 'hikyaku.internal', false],
  ['Hikyaku.Internal.:8080', 'hikyaku.internal', true],
  ['[fd00::1]:8080', '[fd00::1]', true],
  ['a:b:c', '', false],
])('of the Host header %s the name is %s', (header, host, namesPort) => {
  expect(visitOf(request(header, '192.168.42.1'))).toMatchObject({ host, namesPort, path: '/a' });
});

it('IPv4 addresses of a dual-stack socket are plain ones; one with a zone is none that a URL can hold', () => {
  expect(visitOf(request('x', '::ffff:192.168.42.1', '::ffff:192.168.42.7'))).toMatchObject({
    reached: '192.168.42.1',
    client: '192.168.42.7',
  });
  expect(visitOf(request('x', 'fe80::1%wlan0'))).toMatchObject({ reached: '' });
});
