import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type Wifi, wifiCode } from './wifi-code.ts';

it.each([
  [{ ssid: 'Hikyaku', password: 'hinan-2026' }, 'WIFI:T:WPA;P:hinan-2026;S:Hikyaku;;'],
  [{ ssid: '00000JAPAN' }, 'WIFI:T:nopass;S:00000JAPAN;;'],
  [{ ssid: '避難所 東', password: '12345678' }, 'WIFI:T:WPA;P:12345678;S:避難所 東;;'],
  [
    { ssid: 'a;b:c,d"e\\f', password: ';;::\\\\""' },
    'WIFI:T:WPA;P:\\;\\;\\:\\:\\\\\\\\\\"\\";S:a\\;b\\:c\\,d\\"e\\\\f;;',
  ],
  [{ ssid: 'CAFE' }, 'WIFI:T:nopass;S:"CAFE";;'],
  [{ ssid: '2026' }, 'WIFI:T:nopass;S:"2026";;'],
  [{ ssid: '"quoted"' }, 'WIFI:T:nopass;S:"\\"quoted\\"";;'],
] as const)('%j is %s', (wifi, code) => {
  expect(wifiCode(wifi)).toBe(code);
});

/** As ZXing reads it: fields end at a `;` without a backslash before it; one pair of quotation marks goes. */
function read(code: string): Wifi & { readonly hexadecimal: boolean } {
  const fields = new Map<string, string>();
  for (const [, name = '', value = ''] of code.slice('WIFI:'.length).matchAll(/([TPS]):((?:\\.|[^\\;])*);/gsu))
    fields.set(name, value.replace(/\\(.)/gsu, '$1'));
  const ssid = fields.get('S') ?? '';
  const password = fields.get('P');
  return {
    ssid: /^".*"$/su.test(ssid) ? ssid.slice(1, -1) : ssid,
    ...(password !== undefined && { password }),
    hexadecimal: /^[\da-f]+$/i.test(ssid),
  };
}

it('what a reader reads is what was written, and never as hexadecimal', () => {
  const nasty = fc.string({
    unit: fc.constantFrom('a', 'F', '0', ';', ':', ',', '"', '\\', 'S', '難', ' '),
    minLength: 1,
  });
  fc.assert(
    fc.property(nasty, fc.option(nasty, { nil: undefined }), (ssid, password) => {
      const wifi = { ssid, ...(password !== undefined && { password }) };
      expect(read(wifiCode(wifi))).toEqual({ ...wifi, hexadecimal: false });
    }),
  );
});
