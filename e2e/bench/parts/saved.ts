/** When a receiver answers an offer, and when what came is saved, by its page's own clock: a driver's answers take time. */
import { callOf } from '../../drive/page/inject.ts';
import type { Phone } from '../../drive/phone.ts';

/** Longest time until something is saved. */
const LIMIT_MS = 600_000;

/** In milliseconds since 1970. */
export type AcceptedAndSaved = { readonly accepted: number; readonly saved: number };

/**
 * Resolves with the times of the next click and of `Saved`, or with nothing if it was not saved. The page is read as a
 * person reads it only at the end: at every tick of progress that would cost a second of CPU.
 */
async function clickAndSaved(name: string): Promise<string> {
  const wanted = { query: { texts: [name, 'Verified'] }, states: ['Saved'], progress: 0 };
  const row = await callOf('./screen.ts', 'waitFor', ['row', wanted, LIMIT_MS]);
  return `(async () => {
    const now = () => performance.timeOrigin + performance.now();
    const clicked = new Promise((resolve) =>
      document.addEventListener('click', () => resolve(now()), { capture: true, once: true }));
    const saved = await new Promise((resolve) => {
      const observer = new MutationObserver(() => {
        if (document.querySelector('[data-phase=saved], [data-phase=failed]') === null) return;
        observer.disconnect();
        resolve(now());
      });
      observer.observe(document.body, { subtree: true, childList: true, attributeFilter: ['data-phase'] });
    });
    const row = await ${row};
    return row === null ? [] : [await clicked, saved];
  })()`;
}

/** Accepts what the receiver's screen shows under `name`, and waits until it is saved; nothing else is ended there yet. */
export async function accept(to: Phone, name: string): Promise<AcceptedAndSaved> {
  const times = to.evaluate(await clickAndSaved(name)) as Promise<readonly number[]>;
  await to.press({ role: 'button', name: 'Accept', in: { role: 'dialog', name: 'Incoming files' } });
  const [accepted, saved] = await times;
  if (accepted === undefined || saved === undefined) throw new Error(`${name} was not saved: ${await to.text()}`);
  return { accepted, saved };
}
