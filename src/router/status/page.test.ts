import { describe, expect, it } from 'vitest';
import { STATUS } from '../languages/dictionaries.ts';
import { type Language, OFFERED } from '../pages/language.ts';
import { statusPage as answer, type View } from './page.ts';
import type { Status } from './status.ts';

const HOSTILE = `"><script>alert("&")</script><img src=x onerror='1'>\u202e`;
const viewIn = (language: Language): View => ({
  language,
  named: true,
  words: STATUS[language],
  live: true,
  appReady: true,
});
const live = viewIn('en');

const statusPage = (status: Status, view: View): string => answer(status, view).body;

function statusOf(name: string): Status {
  const other = { id: 'r2', name, address: name, clients: 2, last_seen_ms: 12_345 };
  return {
    router: {
      id: name,
      name,
      version: name,
      uptime_s: 3 * 86_400 + 7_200,
      rss_bytes: 57_000_000,
      time: '2026-11-26T19:41:02+09:00',
    },
    urls: ['http://192.168.42.1:8080/', 'https://192.168.42.1:8443/'],
    clients: 3,
    clients_at_most: 512,
    turn: { state: 'failed', reason: name },
    tls: { state: 'failed', reason: name },
    mesh: {
      state: 'joined',
      trust: 'key',
      digest: 'd1gest',
      routers: [
        { id: 'r1', name, address: '192.168.1.1', clients: 3, last_seen_ms: 0 },
        { ...other, link: 'direct', clock_ahead_ms: -75_000, rtt_ms: 3 },
        { ...other, id: 'r3', link: 'lost' },
      ],
      missing: [{ id: 'r4', name, address: name, gone_ms: 60_000 }],
      strangers: [{ address: name, reason: 'other-key', last_seen_ms: 10 }],
    },
    words: {
      state: 'on',
      events: 20,
      posts: 12,
      letters: 5,
      blobs: 2,
      bytes: 3_000_000,
      bytes_at_most: 1e9,
      days: 14,
      gone: { ended: 1, deleted: 2, removed: 0, evicted: 0, lost: 0 },
      refused: { quota: 3 },
    },
  };
}

describe.each(OFFERED)('the page in %s', (language) => {
  const page = statusPage(statusOf(HOSTILE), viewIn(language));

  it('shows a name as text, whatever it holds and wherever it stands', () => {
    expect(page).not.toMatch(/<script|<img|\u202e/);
    expect(page.split('&lt;script&gt;alert(&quot;&amp;&quot;)').length - 1).toBeGreaterThanOrEqual(10);
  });

  it('asks nothing of a browser that the policy forbids', () => {
    expect(page).not.toMatch(/<style|<[^>]*\s(?:style|on\w+|http-equiv)=|javascript:/);
    expect(page).toContain(`<html lang="${language}" dir="ltr">`);
  });

  it('closes what it opens', () => {
    const open: string[] = [];
    for (const [, closing, tag = '', empty] of page.matchAll(/<(\/?)([a-z][a-z0-9]*)[^>]*?(\/?)>/g)) {
      if (empty === '/' || ['meta', 'link', 'br', 'wbr', 'circle', 'path', 'rect'].includes(tag)) continue;
      if (closing === '') open.push(tag);
      else expect(open.pop()).toBe(tag);
    }
    expect(open).toEqual([]);
  });
});

it('the same facts stand in the table as in the picture, and in words', () => {
  const page = statusPage(statusOf('R2'), live);
  for (const words of ['12.3 s ago', 'direct', 'broken just now', 'same mesh key', '1 min 15 s slow', 'not known'])
    expect(page).toContain(words);
  expect(page).toContain('3 d 2 h');
  expect(page).toContain('57 MB');
  expect(page).toContain('R2: a router with another mesh key. It is kept out.');
});

it('a sentence names a few, and the table all', () => {
  const status = statusOf('R1');
  const missing = Array.from({ length: 9 }, (_, n) => ({
    id: `m${n}`,
    name: `M${n}`,
    address: '192.168.1.9',
    gone_ms: 1,
  }));
  const many = { ...status, mesh: { ...status.mesh, missing } };
  expect(statusPage(many, live)).toContain('M0, M1, M2, M3, and 5 more were here and are gone');
  expect(statusPage(many, viewIn('ja'))).toContain('M0、M1、M2、M3、ほか 5 台 が見えなくなりました');
  for (const { name } of missing) expect(statusPage(many, live)).toContain(`<bdi>${name}</bdi>`);
});

it('a page that stands still offers to renew itself, and the reverse', () => {
  expect(statusPage(statusOf('R1'), live)).toContain('<a href="/status?lang=en&amp;refresh=off">Stop that</a>');
  expect(statusPage(statusOf('R1'), { ...live, live: false })).toContain('<a href="/status?lang=en">Let this page');
});

it('tells who was turned away and why, and nothing of it while nobody was', () => {
  const status = statusOf('R1');
  expect(statusPage(status, live)).not.toContain('Turned away');
  const refused = { 'foreign-host': 1, 'foreign-page': 0, connections: 12, sockets: 0, full: 0 };
  const page = statusPage({ ...status, refused }, live);
  expect(page).toContain('once: opened under a name that is not this router’s');
  expect(page).toContain('<br>12 times: too many connections from one address');
  expect(page).not.toContain('this router was full');
});

it('tells how much is held for those who are not here, or why nothing is', () => {
  const page = statusPage(statusOf('R2'), live);
  for (const words of ['12 posts', '5 sealed letters', '2 files', 'for 14 days at most', '3 MB of at most 1.0 GB'])
    expect(page).toContain(words);
  const off = (cause: 'switched-off' | 'opening' | 'failed') =>
    statusPage({ ...statusOf('R2'), words: { state: 'off', cause } }, live);
  expect(off('switched-off')).toContain('off, as --hold says');
  expect(off('opening')).toContain('being opened');
  expect(off('failed')).toContain('not held: the disk of this machine cannot be used');
});
