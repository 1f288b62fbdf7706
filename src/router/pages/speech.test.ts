import { describe, expect, it } from 'vitest';
import { html } from './html.ts';
import { OFFERED } from './language.ts';
import { speechOf } from './speech.ts';

describe('a text', () => {
  const { say, plain } = speechOf('ja-x-easy');

  it('has readings above its own kanji, and none above those of a name', () => {
    expect(say('{name}へ 送[おく]る', { name: '東[x]<b>' }).html).toBe(
      '東[x]&lt;b&gt;へ <ruby>送<rp>(</rp><rt>おく</rt><rp>)</rp></ruby>る',
    );
    expect(plain('{name}へ 送[おく]る', { name: '東[x]' })).toBe('東[x]へ 送る');
  });

  it('takes markup in its places, and leaves out what is not given', () => {
    expect(say('a {b} c {d}', { b: html`<b>1</b>` }).html).toBe('a <b>1</b> c ');
  });
});

it('numbers are those of the language, but always with the digits of addresses', () => {
  expect(speechOf('en').bytes(2.6e9)).toBe('2.6 GB');
  expect(speechOf('es').bytes(2.6e9)).toBe('2,6 GB');
  for (const tag of OFFERED) {
    const { form, bytes } = speechOf(tag);
    expect(form({ other: '#' }, 1234), tag).toBe('1234');
    expect(bytes(71_000_000), tag).toBe('71 MB');
  }
});

it('a number chooses its form, and names are listed as in the language', () => {
  const { form, list } = speechOf('en');
  expect([1, 2].map((count) => form({ one: '# file', other: '# files' }, count))).toEqual(['1 file', '2 files']);
  expect(form({ one: '# s', other: '# s' }, 12.345, 1)).toBe('12.3 s');
  expect(list(['a', 'b', 'c'])).toBe('a, b, and c');
  expect(speechOf('ja').list(['a', 'b', 'c'])).toBe('a、b、c');
});
