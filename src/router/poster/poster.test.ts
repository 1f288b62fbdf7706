import { expect, it } from 'vitest';
import { PICTURES } from './pictures.ts';
import { posterPage as answer, type PosterFacts, posterSize } from './poster.ts';
import { STEPS } from './words.ts';

const posterPage = (facts: PosterFacts): string => answer(facts).body;
const FACTS = { size: 'a4', url: 'http://192.168.42.1/', routerName: '東体育館' } as const;

it('has a picture for each step', () => {
  expect(PICTURES).toHaveLength(STEPS.length);
});

it('writes names as they are, and runs nothing in them', () => {
  const wifi = { ssid: '<img src=x>', password: '"&<script>' };
  const html = posterPage({ ...FACTS, routerName: '<b>', wifi });
  expect(html).toContain('&lt;img src=x&gt;');
  expect(html).toContain('&quot;&amp;&lt;script&gt;');
  expect(html).not.toMatch(/<img|<script|style=|Hikyaku 飛脚<br><b>/);
});

it('says so when there is no password, and leaves lines when it knows nothing', () => {
  expect(posterPage({ ...FACTS, wifi: { ssid: 'Open' } })).toContain('パスワードなし');
  expect(posterPage(FACTS).match(/class="blank"/g)).toHaveLength(2);
});

it.each([
  ['a6', 'a6'],
  ['a4', 'a4'],
  ['a5', 'a4'],
  [null, 'a4'],
] as const)('size %s is %s', (asked, size) => {
  expect(posterSize(asked)).toBe(size);
});
