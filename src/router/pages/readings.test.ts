import { expect, it } from 'vitest';
import { withReadings } from './readings.ts';

it('readings in brackets stand above the kanji before them, and only there', () => {
  expect(withReadings('人[ひと]に送[おく]る').html).toBe(
    '<ruby>人<rp>(</rp><rt>ひと</rt><rp>)</rp></ruby>に<ruby>送<rp>(</rp><rt>おく</rt><rp>)</rp></ruby>る',
  );
  expect(withReadings('Wi-Fi[1] <x>').html).toBe('Wi-Fi[1] &lt;x&gt;');
});
