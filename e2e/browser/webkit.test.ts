/**
 * The page comes up in WebKit, new and old: code that an old engine cannot parse is a blank page on somebody's iPhone.
 */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { Router } from '../drive/router.ts';
import { type Engine, WebKit, whyNoWebKit } from '../drive/webkit.ts';

let router: Router;

beforeAll(async () => {
  router = await Router.start(['--https-port', '0']);
});

afterAll(() => router?.stop());

async function secureUrl(): Promise<string> {
  const { urls } = (await (await fetch(new URL('https.json', router.url))).json()) as { readonly urls: string[] };
  return `https://127.0.0.1:${new URL(urls[0] ?? '').port}/`;
}

const NAME = '#app button.own-name';
const STATUS = 'document.querySelector("#app output")?.textContent ?? document.body.innerText';
const HEADING = 'document.querySelector(".forgotten h1")?.textContent';
const FIELDS = 'document.querySelectorAll("#app .rename input").length';

/** Waits for the button, which comes with a later part of the page. */
const pressWhenThere = (webkit: WebKit, words: string) =>
  expect
    .poll(() =>
      webkit.evaluate(`(() => {
        const says = (it) => [it.textContent, it.querySelector('span')?.textContent].includes('${words}');
        const button = [...document.querySelectorAll('button')].find(says);
        button?.click();
        return button !== undefined;
      })()`),
    )
    .toBe(true);

describe.each<[Engine, RegExp]>([
  ['gtk', /Version\/(?:1[89]|[2-9]\d)/],
  ['wpe', /Version\/16\.0/],
])('WebKit, %s', (engine, version) => {
  const why = whyNoWebKit(engine);
  const missing = why && `${why} is not installed`;
  beforeEach(({ skip }) => skip(missing !== undefined, missing));

  test('the page works and forgets everything when told to, over http and over https', async () => {
    const webkit = await WebKit.start(engine);
    try {
      for (const url of [router.plainUrl, await secureUrl()]) {
        await webkit.goto(url);
        expect(await webkit.evaluate('navigator.userAgent')).toMatch(version);
        expect(await webkit.evaluate('isSecureContext')).toBe(url.startsWith('https:'));
        await expect.poll(() => webkit.evaluate(STATUS)).toMatch(/^Online/);
        await webkit.press(NAME);
        await expect.poll(() => webkit.evaluate(FIELDS)).toBe(1);
        await webkit.evaluate("location.hash = '#here'");
        await pressWhenThere(webkit, 'Forget everything on this device');
        await pressWhenThere(webkit, 'Forget everything');
        await expect.poll(() => webkit.evaluate(HEADING)).toBe('This device has forgotten everything');
        expect(await webkit.evaluate('localStorage.length')).toBe(0);
        await pressWhenThere(webkit, 'Start as a new device');
        await expect.poll(() => webkit.evaluate(STATUS)).toMatch(/^Online/);
      }
    } finally {
      await webkit.close();
    }
  });
});
