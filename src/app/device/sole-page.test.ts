import { afterEach, expect, test } from 'vitest';
import { takeEngine } from './sole-page.ts';

const channels: BroadcastChannel[] = [];
/** A page's end of a channel of this test's own. */
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

test('a page that let go for another address takes the engine back without hearing itself ask', async () => {
  const events: string[] = [];
  const page = takeEngine(() => events.push('lets go'), end('b'));
  await page.mine;
  page.release(); // as the router said: at another address the channel is another one, too
  const again = takeEngine(() => events.push('lets go again'), end('b'));
  await again.mine;
  const other = takeEngine(() => {}, end('b'));
  await other.mine;
  expect(events).toEqual(['lets go again']);
});

test('letting go may be what releases it', async () => {
  const events: string[] = [];
  const first = takeEngine(() => {
    first.release();
    events.push('released');
  }, end('c'));
  await first.mine;
  await takeEngine(() => {}, end('c')).mine;
  expect(events).toEqual(['released']);
});

test('where pages cannot hear each other the engine is had at once', async () => {
  await takeEngine(
    () => {},
    () => undefined,
  ).mine;
});
