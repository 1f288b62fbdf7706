import { expect, it } from 'vitest';
import { addressParts } from './address.ts';

it.each([
  ['http://192.168.42.1/', '<span class="scheme">http://</span><wbr><span class="host">192.168.42.1</span>'],
  [
    'https://hikyaku.internal:8443/',
    '<span class="scheme">https://</span><wbr><span class="host">hikyaku.internal<wbr>:8443</span>',
  ],
  ['http://192.168.42.1:8080/', '<span class="scheme">http://</span><wbr><span class="host">192.168.42.1:8080</span>'],
  ['http://router.lan/', '<span class="scheme">http://</span><wbr><span class="host">router.lan</span>'],
  ['http://[fd00::1]:8080/', '<span class="scheme">http://</span><wbr><span class="host">[fd00::1]:8080</span>'],
])('%s', (url, html) => {
  expect(addressParts(url).html).toBe(html);
});
