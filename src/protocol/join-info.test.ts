import { expect, it } from 'vitest';
import { parseJoinInfo } from './join-info.ts';

const WIFI = { ssid: 'Shelter', password: 'correct horse', code: 'WIFI:T:WPA;P:correct horse;S:Shelter;;' };

it.each([
  {},
  { wifi: WIFI },
  { wifi: { ssid: '東体育館', code: 'WIFI:T:nopass;S:東体育館;;' } },
])('%j is parsed', (answer) => {
  expect(parseJoinInfo(JSON.stringify(answer))).toEqual({ ok: true, value: answer });
});

it.each([
  { code: 'https://bank.example/' },
  { code: `WIFI:${'x'.repeat(400)}` },
  { code: 'WIFI:S:a;;\nhttps://bank.example/' },
  { ssid: '' },
  { ssid: 'x'.repeat(33) },
  { password: 7 },
])('%j is refused', (wrong) => {
  expect(parseJoinInfo(JSON.stringify({ wifi: { ...WIFI, ...wrong } }))).toMatchObject({ ok: false });
});
