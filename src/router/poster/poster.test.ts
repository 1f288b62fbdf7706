import { expect, it } from 'vitest';
import { POSTER } from '../languages/dictionaries.ts';
import { posterPage as answer, type PosterFacts } from './poster.ts';
import { sheetOf } from './sheet.ts';

const sheet = (query = '') => sheetOf(new URLSearchParams(query));
const posterPage = (facts: PosterFacts): string => answer(facts).body;
const FACTS = {
  sheet: sheet(),
  reader: 'en',
  words: POSTER,
  url: 'http://192.168.42.1/',
  routerName: '東体育館',
} as const;

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

it('speaks Japanese, easy Japanese and English, and to whoever prints it their own language', () => {
  const [nav = '', main = ''] = posterPage(FACTS).split('</nav>');
  for (const text of ['この Wi-Fi につなぐ', '<ruby>下<rp>', '<p lang="en">Join this Wi-Fi</p>'])
    expect(main).toContain(text);
  expect(nav).toContain('<nav lang="en">');
  expect(nav).toContain(POSTER.en.printing.print);
});

it('has only the languages beside Japanese that were asked for', () => {
  const html = posterPage({ ...FACTS, sheet: sheet('lang=en') });
  expect(html).toContain('<p lang="en">Join this Wi-Fi</p>');
  expect(html.split('</nav>')[1]).not.toContain('lang="ja-x-easy"');
});
