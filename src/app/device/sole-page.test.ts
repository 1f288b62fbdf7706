import { afterEach, expect, test } from 'vitest';
import { takeEngine } from './sole-page.ts';

const channels: BroadcastChannel[] = [];
/** Opens a page's end of a channel that only this test uses. */
const end = (name: string) => (): BroadcastChannel => {
  const channel = new BroadcastChannel(name);
  channels.push(channel);
  return channel;
};

afterEach(() => {
  for (const channel of channels.splice(0)) channel.close();
});

test('a page that opens gets the engine from the one that has it', async () => {
  const events: string[] = [];
  const first = takeEngine(() => events.push('first lets go'), end('a'));
  await first.mine;
  const second = takeEngine(() => events.push('second lets go'), end('a'));
  await second.mine;
  expect(events).toEqual(['first lets go']);
});

test('a page that released the engine to another address takes it back without hearing its own request', async () => {
  const events: string[] = [];
  const page = takeEngine(() => events.push('lets go'), end('b'));
  await page.mine;
  page.release(); // on the router's word: at another address the channel is a different one, too
  const again = takeEngine(() => events.push('lets go again'), end('b'));
  await again.mine;
  const other = takeEngine(() => {}, end('b'));
  await other.mine;
  expect(events).toEqual(['lets go again']);
});

test('the callback itself may release the engine', async () => {
  const events: string[] = [];
  const first = takeEngine(() => {
    first.release();
    events.push('released');
  }, end('c'));
  await first.mine;
  await takeEngine(() => {}, end('c')).mine;
  expect(events).toEqual(['released']);
});

test('where pages cannot hear each other the engine is free at once', async () => {
  await takeEngine(
    () => {},
    () => undefined,
  ).mine;
});
