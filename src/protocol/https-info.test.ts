import { expect, it } from 'vitest';
import { type HttpsInfo, parseHttpsInfo } from './https-info.ts';

const INFO: HttpsInfo = {
  urls: ['https://hikyaku.internal:8443/', 'https://192.168.42.1:8443/'],
  own: true,
  expires: 1_831_939_200_000,
  plain: 'http://192.168.42.1:8080/',
};

it('an answer of the router is parsed', () => {
  expect(parseHttpsInfo(JSON.stringify(INFO))).toEqual({ ok: true, value: INFO });
  expect(parseHttpsInfo(JSON.stringify({ ...INFO, urls: [], plain: 'http://[fd00::1]/' }))).toMatchObject({ ok: true });
});

it.each([
  { urls: ['javascript:alert(1)'] },
  { urls: ['http://hikyaku.internal/'] },
  { urls: ['https://hikyaku.internal@bank.example/'] },
  { urls: ['https://hikyaku.internal/#x'] },
  { urls: Array.from({ length: 5 }, () => 'https://a.b/') },
  { plain: 'https://192.168.42.1/' },
  { expires: 1.5 },
  { own: 'yes' },
])('%j is refused', (wrong) => {
  expect(parseHttpsInfo(JSON.stringify({ ...INFO, ...wrong }))).toMatchObject({ ok: false });
});
