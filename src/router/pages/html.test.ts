import { expect, it } from 'vitest';
import { addressHtml, escapeHtml, withReadings } from './html.ts';

it('text stays text', () => {
  expect(escapeHtml('<a b="c">&amp;')).toBe('&lt;a b=&quot;c&quot;&gt;&amp;amp;');
  expect(addressHtml('http://[fd00::1]:8080/')).toBe('<span class="scheme">http://</span><wbr><b>[fd00::1]:8080</b>');
});

it('readings in brackets stand above the kanji before them, and only there', () => {
  expect(withReadings('人[ひと]に送[おく]る')).toBe(
    '<ruby>人<rp>(</rp><rt>ひと</rt><rp>)</rp></ruby>に<ruby>送<rp>(</rp><rt>おく</rt><rp>)</rp></ruby>る',
  );
  expect(withReadings('Wi-Fi[1] <x>')).toBe('Wi-Fi[1] &lt;x&gt;');
});
