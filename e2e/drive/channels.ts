/**
 * Hears every message of a phone's data channels, from outside the app: wraps the browser's own `RTCDataChannel` in the
 * worker that holds the channels. Chromium only.
 */
import type { Worker } from 'playwright-core';
import type { Phone } from './phone.ts';

const wrap = (note: string) => `(() => {
  const note = ${note};
  const { prototype } = RTCDataChannel;
  const { send } = prototype;
  prototype.send = function (data) {
    note(this, data, 'sent');
    return send.call(this, data);
  };
  const { set, get } = Object.getOwnPropertyDescriptor(prototype, 'onmessage');
  Object.defineProperty(prototype, 'onmessage', {
    get,
    set(listener) {
      set.call(this, (event) => {
        note(this, event.data, 'received');
        listener.call(this, event);
      });
    },
  });
})()`;

/**
 * `note`: an expression of a function (channel, data, 'sent' or 'received'). Call before any connection is made; the page
 * must not be reloaded meanwhile. Resolves with the worker, in which the expression was evaluated.
 */
export async function hearChannels({ chromium: { page } }: Phone, note: string): Promise<Worker> {
  const worker = page.workers()[0] ?? (await page.waitForEvent('worker'));
  await worker.evaluate(wrap(note));
  return worker;
}
