/**
 * While nobody looks: the screen stays on as long as bytes move, a frozen page continues by itself, and offers ring.
 */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { randomFile, sha256 } from '../drive/files.ts';
import type { Phone } from '../drive/phone.ts';
import { processTree } from '../drive/process-tree.ts';
import { MB, Stage, together } from '../drive/stage.ts';

/** Records every wake lock that the page takes; the locks are the browser's own. */
const COUNT_LOCKS = `{
  globalThis.locks = [];
  const { request } = WakeLock.prototype;
  WakeLock.prototype.request = async function (...kind) {
    const lock = await request.apply(this, kind);
    locks.push(lock);
    return lock;
  };
}`;
/** Records every notice that is shown at the moment it is shown: looking for it later makes Chromium forget it. */
const COUNT_NOTICES = `{
  globalThis.shown = [];
  const { showNotification } = ServiceWorkerRegistration.prototype;
  ServiceWorkerRegistration.prototype.showNotification = async function (title, options) {
    await showNotification.call(this, title, options);
    shown.push(title + ': ' + options.body);
  };
}`;
const HELD = 'locks.filter(({ released }) => !released).length';
/**
 * Makes the page believe that it is hidden or visible, as when a person switches apps; headless pages are always
 * visible.
 */
const show = (state: 'visible' | 'hidden') => `{
  Object.defineProperty(document, 'visibilityState', { configurable: true, get: () => '${state}' });
  document.dispatchEvent(new Event('visibilitychange'));
} 0`;

let stage: Stage;
let phone: Phone;
let other: Phone;

beforeAll(async () => {
  stage = await Stage.set();
  [phone, other] = await Promise.all([
    stage.phone('Aki', 'secure', { initScript: COUNT_LOCKS + COUNT_NOTICES }),
    stage.phone('Haru', 'secure'),
  ]);
  await together(phone, other);
});
afterAll(() => stage.strike());

it('keeps the screen on only during a transfer; a frozen page continues by itself when it is thawed', async () => {
  const file = await randomFile(stage.path('film.mov'), 60 * MB);
  expect(await phone.evaluate(HELD)).toBe(0);
  await other.sendFiles([file], [phone.name]);
  await phone.accept();
  await phone.waitForState('film.mov', 'Receiving', { progress: 5 });
  await expect.poll(() => phone.evaluate(HELD)).toBe(1);
  expect(await phone.evaluate('document.title')).toMatch(/^\d+% – Hikyaku$/);

  // Stops all processes, as a system freezes a browser; Chromium's own freezing of a page spares the engine's worker.
  const frozen = processTree(phone.pid);
  for (const pid of frozen) process.kill(pid, 'SIGSTOP');
  try {
    expect(await other.waitForState('film.mov', 'Interrupted')).toMatchObject({ verified: false });
  } finally {
    for (const pid of frozen) process.kill(pid, 'SIGCONT');
  }

  expect(await phone.waitForState('film.mov', 'Saved')).toMatchObject({ verified: true });
  await other.waitForState('film.mov', 'Sent');
  expect(await sha256((await phone.save('film.mov', stage.path('saved'))).path)).toBe(await sha256(file));
  await expect.poll(() => phone.evaluate(HELD)).toBe(0);
  await expect.poll(() => phone.evaluate('document.title')).toBe('Hikyaku');
});

it('shows a notice of an offer while nobody looks, if the person agreed; the notice goes when the offer is answered', async () => {
  const { context } = phone.chromium;
  const notices = `navigator.serviceWorker.ready
    .then((worker) => worker.getNotifications())
    .then((all) => all.map(({ title, body }) => title + ': ' + body))`;
  await phone.evaluate('navigator.serviceWorker.ready.then(() => true)');
  await context.grantPermissions(['notifications'], { origin: new URL(stage.router.url).origin });
  await phone.open(stage.router.url);
  await phone.waitForStatus('Online');
  await together(phone, other);

  const seen = await randomFile(stage.path('seen.txt'), 100);
  await other.sendFiles([seen], [phone.name]);
  await phone.offer();
  expect(await phone.evaluate(notices)).toEqual([]);
  await phone.decline();

  await phone.evaluate(show('hidden'));
  const unseen = await randomFile(stage.path('unseen.txt'), 100);
  await other.sendFiles([unseen], [phone.name]);
  await phone.offer();
  const notice = [expect.stringMatching(/^Incoming files: \u2068Haru\u2069 \(.+ \d\d\) wants to send you 1 file\.$/)];
  await expect.poll(() => phone.evaluate('shown')).toEqual(notice);
  expect(await phone.evaluate(notices)).toEqual(notice);
  await phone.evaluate(show('visible'));
  await expect.poll(() => phone.evaluate(notices)).toEqual([]);
  await phone.accept();
  await phone.waitForState('unseen.txt', 'Saved');
});
