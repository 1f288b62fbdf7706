/**
 * A reader of the board, in a real Chromium: comes to a router for the first time, with the board as the screen that opens; comes
 * again, with all of it on the device; and looks at the board again from another screen.
 */
import { PLAIN_HOST } from '../../drive/browser.ts';
import { Phone } from '../../drive/phone.ts';
import type { CountedPort } from './counted-port.ts';
import { slowed } from './slowed.ts';
import { watchThreads } from './threads.ts';

/** In milliseconds and bytes; `bag` and `page` in seconds of processor time, however slowly the browser is let have them. */
export type Visit = {
  /** From the page's hello at the router until the first posts can be read, and until all are there. */
  readonly first: number;
  readonly whole: number;
  /** From the address until that hello: everything before words. */
  readonly hello: number;
  /** Of all workers of the page; the engine's does next to nothing meanwhile. */
  readonly bag: number;
  readonly page: number;
  /** On the socket of words. */
  readonly bytes: number;
};

export type Reader = {
  readonly times: number;
  readonly newcomer: Visit;
  readonly again: Visit;
  /** From the press on "Board" until posts can be read, in milliseconds. */
  readonly press: number;
};

/** Notes when the page is online, has posts and has all of them. Runs in it, before it. */
const WATCH = `
  window.seen = {};
  new MutationObserver(() => {
    const note = (what, is) => { if (is && !(what in seen)) seen[what] = performance.now(); };
    note('online', document.querySelector('[data-connection=online]'));
    note('first', document.querySelector('.post-list .post'));
    note('whole', document.querySelector('.post-list .post') && document.querySelector('.board-state')?.textContent === '');
  }).observe(document, { childList: true, subtree: true, attributeFilter: ['data-connection'] });
`;
/** Resolves in the page as soon as that was seen. */
const until = (what: string): string => `new Promise((resolve) => {
  const look = () => (${what}) ? resolve(performance.now()) : requestAnimationFrame(look);
  look();
})`;

export async function reader(port: CountedPort, times: number): Promise<Reader> {
  const phone = await Phone.start('Reader', { initScript: WATCH });
  const quicken = await slowed(phone, times);
  try {
    const newcomer = await visit(phone, port);
    await phone.open('about:blank');
    const again = await visit(phone, port);
    return { times, newcomer, again, press: await press(phone) };
  } finally {
    await quicken();
    await phone.close();
  }
}

async function visit(phone: Phone, port: CountedPort): Promise<Visit> {
  const before = port.bytes('/words');
  const used = watchThreads([phone]);
  await phone.open(`http://${PLAIN_HOST}:${port.port}/#board`);
  await phone.evaluate(until('seen.whole && seen.online'));
  const seen = (await phone.evaluate('seen')) as { readonly [what in 'online' | 'first' | 'whole']: number };
  const threads = used();
  return {
    hello: seen.online,
    first: seen.first - seen.online,
    whole: seen.whole - seen.online,
    bag: threads.get('renderer / DedicatedWorker') ?? Number.NaN,
    page: threads.get('renderer / chromium') ?? Number.NaN,
    bytes: port.bytes('/words') - before,
  };
}

async function press(phone: Phone): Promise<number> {
  await phone.goHome();
  await phone.waitFor({ role: 'button', prefix: 'Your name:' });
  return Number(
    await phone.evaluate(`(async () => {
      const begun = performance.now();
      document.querySelector('a[href="#board"]').click();
      return await ${until(`document.querySelector('.post-list .post')`)} - begun;
    })()`),
  );
}
