import { describe, expect, it } from 'vitest';
import { ownNames } from '../machine/own-names.ts';
import { decide } from './decide.ts';
import { isMiniBrowser } from './mini-browser.ts';
import type { Visit } from './visit.ts';

const OWN = 'files.example.org';
const isOwnName = ownNames({
  hostname: OWN,
  domains: [],
  machine: 'raspberrypi',
  isCertified: () => false,
});
const VISIT: Visit = {
  method: 'GET',
  host: '192.168.42.1',
  namesPort: false,
  path: '/',
  asked: null,
  acceptLanguage: undefined,
  secure: false,
  client: '192.168.42.100',
  reached: '192.168.42.1',
  userAgent: undefined,
  wantsPage: true,
};
const decided = (visit: Partial<Visit>, seen = false) => decide({ ...VISIT, ...visit }, isOwnName, () => seen);

describe('a name that is not ours, on port 80', () => {
  it.each(['example.com', 'www.google.com', 'news.example.co.jp'])('%s leads to the page', (host) => {
    expect(decided({ host })).toEqual({ do: 'lead-to-page' });
    expect(decided({ host }, true)).toEqual({ do: 'lead-to-page' });
  });

  it('gives no page to an app that asks for data', () => {
    expect(decided({ host: 'api.example.com', wantsPage: false })).toEqual({ do: 'refuse' });
  });

  it('with the path that only probes have is a probe of an unknown maker', () => {
    expect(decided({ host: 'check.example.com', path: '/generate_204' })).toEqual({ do: 'lead-to-page' });
    expect(decided({ host: 'check.example.com', path: '/generate_204' }, true)).toMatchObject({ do: 'succeed' });
  });
});

describe('a name that is ours', () => {
  it.each([
    { host: '192.168.42.1' },
    { host: '[fd00::1]' },
    { host: OWN },
    { host: '' },
    { host: 'raspberrypi' },
    { host: 'raspberrypi.local' },
    { host: 'hikyaku.internal', namesPort: true },
    { host: OWN, namesPort: true },
    { host: OWN, secure: true },
  ])('%j gets the app, and nothing of the portal', (visit) => {
    expect(decided(visit)).toEqual({ do: 'pass', seen: true });
    expect(decided({ ...visit, path: '/assets/main.js' })).toEqual({ do: 'pass' });
    expect(decided({ ...visit, path: '/welcome' })).toMatchObject({ do: 'show-page' });
  });

  it('is none that a probe asks for, with or without a port', () => {
    expect(decided({ host: 'captive.apple.com', path: '/hotspot-detect.html', namesPort: true })).toEqual({
      do: 'lead-to-page',
    });
  });
});

describe('a name that is not ours and was not led here from port 80', () => {
  it.each([{ namesPort: true }, { secure: true }])('%j gets nothing but the way to the right one', (how) => {
    for (const path of ['/', '/index.html', '/status.json', '/status', '/poster', '/https.json', '/ca.crt', '/welcome'])
      for (const wantsPage of [true, false])
        expect(decided({ host: 'evil.example', path, wantsPage, ...how }), path).toEqual({ do: 'misdirected' });
  });

  it('learns that the router is well', () => {
    expect(decided({ host: 'evil.example', path: '/healthz', namesPort: true })).toEqual({ do: 'pass' });
  });
});

describe('having seen the page', () => {
  it('is pressing its link, not loading it', () => {
    expect(decided({ path: '/welcome' })).not.toHaveProperty('seen');
    expect(decided({ path: '/welcome/next' })).toMatchObject({ do: 'show-next', seen: true });
  });

  it('is no look at the headers', () => {
    expect(decided({ path: '/welcome/next', method: 'HEAD' })).toMatchObject({ seen: false });
    expect(decided({ method: 'HEAD' })).toEqual({ do: 'pass' });
  });
});

it('tells its state as JSON only where there is TLS', () => {
  expect(decided({ path: '/captive' })).toEqual({ do: 'pass' });
  expect(decided({ path: '/captive', secure: true })).toEqual({ do: 'tell-state' });
});

it.each([
  // The small windows: iOS, macOS, Android.
  [
    true,
    'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148',
  ],
  [true, 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko)'],
  [
    true,
    'Mozilla/5.0 (Linux; Android 15; Pixel 8 Build/AP4A; wv) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/141.0.0.0 Mobile Safari/537.36',
  ],
  [true, undefined],
  // Browsers.
  [
    false,
    'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1',
  ],
  [
    false,
    'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) CriOS/141.0.0.0 Mobile/15E148 Safari/604.1',
  ],
  [
    false,
    'Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Mobile Safari/537.36',
  ],
  [false, 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:144.0) Gecko/20100101 Firefox/144.0'],
] as const)('a mini browser: %s, %s', (mini, userAgent) => {
  expect(isMiniBrowser(userAgent)).toBe(mini);
});
