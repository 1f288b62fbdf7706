import { expect, test } from 'vitest';
import { partsOf } from './links.ts';

const hrefs = (text: string) => partsOf(text).flatMap(({ href }) => href ?? []);

test.each([
  ['See http://hikyaku.internal/#board.', ['http://hikyaku.internal/#board']],
  ['給水は https://example.jp/mizu?x=1を見てください', ['https://example.jp/mizu?x=1']],
  ['（https://example.jp/a）と https://example.jp/b、', ['https://example.jp/a', 'https://example.jp/b']],
  ['(https://example.org/a_(b))', ['https://example.org/a_(b)']],
  ['HTTPS://Example.org', ['https://example.org/']],
  ['javascript:alert(1) data:text/html,x file:///etc/passwd ftp://a.b intent://x', []],
  ['https://bank.example@evil.example/', []],
  ['https://exаmple.org/', []], // a Cyrillic а
  ['https:// nothing', []],
  ['<a href="https://example.org/">here</a>', ['https://example.org/']],
])('addresses in "%s"', (text, found) => {
  expect(hrefs(text)).toEqual(found);
  expect(
    partsOf(text)
      .map((part) => part.text)
      .join(''),
  ).toBe(text);
});
