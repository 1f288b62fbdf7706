/** Browsers that cannot transfer a data channel to a worker keep it on the page, behind a bridge of messages. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { HIGH_WATER_BYTES } from '../../src/engine/api/channel.ts';
import { randomFile, sha256 } from '../drive/files.ts';
import type { Phone } from '../drive/phone.ts';
import { type Context, MB, Stage, together } from '../drive/stage.ts';

const FILE_BYTES = 40 * MB;
/** The queue may exceed the watermark by one message. */
const MESSAGE_BYTES = 64 * 1024;

/**
 * Refuses to transfer channels, as Chrome before 130 and Firefox before 144 do, and records the queue of each channel.
 */
const OLD_BROWSER = `(() => {
  const { postMessage } = Worker.prototype;
  globalThis.bridged = { refused: 0, longestQueue: 0 };
  Worker.prototype.postMessage = function (message, transfer) {
    if (Array.isArray(transfer) && transfer.some((it) => it instanceof RTCDataChannel)) {
      bridged.refused += 1;
      throw new DOMException('An RTCDataChannel could not be cloned.', 'DataCloneError');
    }
    return postMessage.call(this, message, transfer);
  };
  const { send } = RTCDataChannel.prototype;
  RTCDataChannel.prototype.send = function (data) {
    send.call(this, data);
    bridged.longestQueue = Math.max(bridged.longestQueue, this.bufferedAmount);
  };
})()`;

let stage: Stage;

beforeAll(async () => {
  stage = await Stage.set({ browser: 'pages' });
});

afterAll(() => stage.strike());

const seen = async (phone: Phone) =>
  (await phone.evaluate('bridged')) as { readonly refused: number; readonly longestQueue: number };

it.each<[string, Context, string | undefined]>([
  ['both', 'secure', OLD_BROWSER],
  ['only the sender', 'plain', undefined],
])('a file arrives where %s cannot transfer channels, and the queue stays short', async (who, context, receiver) => {
  const [aki, haru] = await Promise.all([
    stage.phone(`Aki, ${who}`, context, { initScript: OLD_BROWSER }),
    stage.phone(`Haru, ${who}`, context, receiver === undefined ? {} : { initScript: receiver }),
  ]);
  await together(aki, haru);
  const name = `bridge, ${who}.bin`;
  const file = await randomFile(stage.path(name), FILE_BYTES);
  await aki.sendFiles([file], [haru.name]);
  await haru.accept();
  expect(await haru.waitForState(name, 'Saved')).toMatchObject({ verified: true });
  await aki.waitForState(name, 'Sent');
  expect(await sha256((await haru.save(name, stage.path('saved'))).path)).toBe(await sha256(file));
  const { refused, longestQueue } = await seen(aki);
  // One, plus one for each lane that a slow machine may open.
  expect(refused).toBeGreaterThanOrEqual(1);
  expect(longestQueue).toBeLessThanOrEqual(HIGH_WATER_BYTES + MESSAGE_BYTES);
  if (receiver !== undefined) expect((await seen(haru)).refused).toBeGreaterThanOrEqual(1);
  await Promise.all([stage.leave(aki), stage.leave(haru)]);
});
