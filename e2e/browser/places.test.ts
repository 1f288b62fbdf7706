/** Each screen has an address: the system's back, a reload, and a page that comes out of the browser's memory lead to where one was. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Phone } from '../drive/phone.ts';
import { Stage, together } from '../drive/stage.ts';

let stage: Stage;
let aki: Phone;
let haru: Phone;

beforeAll(async () => {
  stage = await Stage.set({ browser: 'pages' });
  // A page of which the test can say that its socket is dead, as after a night in the browser's memory.
  const initScript = `{
    const { WebSocket } = window;
    window.WebSocket = class extends WebSocket { constructor(...how) { super(...how); window.lastSocket = this; } };
  }`;
  [aki, haru] = await Promise.all([stage.phone('Aki', 'plain', { initScript }), stage.phone('Haru', 'plain')]);
  await together(aki, haru);
});
afterAll(() => stage.strike());

const hash = () => aki.evaluate('location.hash');
const titles = [
  ['#here', 'This Wi-Fi and this device'],
  ['#here/bring', 'Bring somebody in'],
  ['#received', 'Received files'],
  ['#groups', 'Groups'],
  ['#people', 'People'],
] as const;

it.each(
  titles,
)('%s stays where it is over a reload, and the way back leads to the first screen', async (place, title) => {
  const { page } = aki.chromium;
  const heading = page.getByRole('heading', { name: title, exact: true, level: 2 });
  await aki.evaluate(`location.hash = '${place}'`);
  await heading.waitFor();
  await page.reload();
  await heading.waitFor();
  await aki.waitForStatus('Online');
  expect(await hash()).toBe(place);
  await page.getByRole('button', { name: 'Back', exact: true }).click();
  await aki.waitForDevice('Haru');
  expect(await hash()).toBe('');
});

it('the tabs say where one is, and the system’s back goes from one to the other', async () => {
  const { page } = aki.chromium;
  const tab = (name: RegExp) => page.getByRole('navigation', { name: 'Screens' }).getByRole('link', { name });
  await aki.goReceived();
  await expect.poll(() => tab(/^Received/).getAttribute('aria-current')).toBe('page');
  await aki.goHome();
  await expect.poll(() => tab(/^People/).getAttribute('aria-current')).toBe('page');
  await page.goBack();
  await expect.poll(() => tab(/^Received/).getAttribute('aria-current')).toBe('page');
  await page.goForward();
  await aki.waitForDevice('Haru');
  // A second press on the same tab is no step on the way back.
  const before = await aki.evaluate('history.length');
  await aki.goHome();
  expect(await aki.evaluate('history.length')).toBe(before);
});

it('a page that comes out of the browser’s memory is connected again, on the screen that it showed', async () => {
  await aki.goReceived();
  await aki.evaluate("dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }))");
  // The browser has closed it, and a sleeping page hears nothing of that: no event, no new try.
  await aki.evaluate("for (const type of ['onclose', 'onerror', 'onmessage']) lastSocket[type] = null");
  await aki.evaluate('lastSocket.close()');
  await aki.evaluate("dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))");
  await aki.waitForStatus('Online');
  expect(await hash()).toBe('#received');
  await haru.waitForDevice('Aki');
  await aki.goHome();
  await aki.waitForDevice('Haru');
});
