import { expect, test } from 'vitest';
import { whyNoWebRtc } from './no-webrtc.ts';

const APPLE = 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_3 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko)';

test.each([
  ['firefox', 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0'],
  ['safari', `${APPLE} Version/18.3 Mobile/15E148 Safari/604.1`],
  ['other', `${APPLE} Mobile/15E148 Instagram 300.0`],
  ['other', 'Mozilla/5.0 (Linux; Android 13; wv) AppleWebKit/537.36 Version/4.0 Chrome/120.0.0.0 Mobile Safari/537.36'],
])('%s: %s', (expected, userAgent) => {
  expect(whyNoWebRtc(userAgent)).toBe(expected);
});
