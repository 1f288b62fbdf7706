/** A router that says nothing more: nobody tells a phone that the radio is gone. */
import { describe, expect, test } from 'vitest';
import { newSecret } from '../../protocol/keys.ts';
import { parseClientWords } from '../../protocol/words.ts';
import { MemoryHolding } from '../../words/testing/memory-holding.ts';
import { FakeRouter } from '../testing/fake-router.ts';
import { Timers } from '../testing/memory-keyval.ts';
import { Phone, turns } from '../testing/phone.ts';
import { Line, type Socket } from './line.ts';
import { Refusals } from './refusals.ts';

/** The longest time between two looks at a line, in milliseconds: no other timer rings. */
const LOOK_MS = 10_000;

async function seconds(phone: Phone, count: number, most = LOOK_MS): Promise<void> {
  for (let step = 0; step < count / 10; step += 1) {
    phone.pass(10);
    phone.timers.ring(most);
    await turns(10);
  }
}

async function tried(phone: Phone): Promise<void> {
  while (phone.holder !== 'here') {
    phone.timers.ring();
    await turns(5);
  }
}

describe('a router that has gone without a word', () => {
  test('is away when it owes an answer for long, what was said is kept, and goes once it is back', async () => {
    const router = new FakeRouter('r1');
    const [mother, son] = [await new Phone('Mother').begin(), await new Phone('Son').begin()];
    await mother.walk(router);
    router.isSilent = true;
    await mother.say(son, 'hello');
    await seconds(mother, 20);
    expect(mother.holder).toBe('here');
    await seconds(mother, 20);
    expect(mother.holder).toBe('away');
    await mother.message(({ progress }) => progress === 'kept');
    router.isSilent = false;
    await tried(mother);
    await mother.message(({ progress }) => progress === 'left');
  });

  test('is noticed within two minutes by somebody who only waits', async () => {
    const router = new FakeRouter('r1');
    const phone = await new Phone('Aki').begin();
    await phone.walk(router);
    await seconds(phone, 60, 60_000);
    router.isSilent = true;
    await seconds(phone, 110, 60_000);
    expect(phone.holder).toBe('away');
  });

  test('and does not say what it is, is asked again', async () => {
    const router = new FakeRouter('r1');
    router.isSilent = true;
    const phone = await new Phone('Aki').begin();
    phone.at = router;
    phone.bag.receive({ type: 'router', router: router.own });
    await turns();
    phone.timers.ring(30_000);
    await turns();
    expect(phone.holder).toBe('away');
    router.isSilent = false;
    await tried(phone);
  });

  test('does not stop the visit with a file that is never taken', async () => {
    const router = new FakeRouter('r1');
    const [mother, son] = [await new Phone('Mother').begin(), await new Phone('Son').begin()];
    await mother.walk(router);
    const { fetch } = router;
    let isStuck = true;
    Object.assign(router, {
      fetch: (url: string, init: RequestInit = {}) => {
        router.isSilent = isStuck && init.method !== undefined;
        const answer = fetch(url, init);
        router.isSilent = false;
        return answer;
      },
    });
    await mother.say(son, '', [{ blob: new Blob(['a photo']), name: 'a.jpg', type: 'image/jpeg' }]);
    await turns(40);
    expect(router.requests.at(-1)).toMatch(/^HEAD /);
    isStuck = false;
    await seconds(mother, 130, 60_000);
    expect(router.blobs.size).toBe(1);
  });
});

test('a page that has found its router again gets a new line, and says so once', async () => {
  const router = new FakeRouter('r1');
  const phone = await new Phone('Aki').begin();
  await phone.walk(router);
  const lines = (): number => router.frames.filter(({ type, isMine }) => type === 'AUTH' && isMine).length;
  phone.bag.receive({ type: 'router', router: router.own });
  await turns();
  expect(lines()).toBe(1);
  for (let count = 0; count < 2; count += 1) phone.bag.receive({ type: 'router', router: router.own, again: 1 });
  await turns(40);
  expect(lines()).toBe(2);
});

describe('a line', () => {
  async function opened() {
    const timers = new Timers();
    const now = { elapsed: 0 };
    const said: string[] = [];
    let isOpen = true;
    const socket: Socket & { bufferedAmount: number } = {
      bufferedAmount: 100_000,
      send: (text) => void said.push(text),
      close: () => {},
      onclose: null,
      onmessage: null,
    };
    const elapsed = (): number => now.elapsed;
    const ports = {
      secret: newSecret(),
      holding: new MemoryHolding(),
      now: () => 5,
      elapsed,
      schedule: timers.schedule,
    };
    const refusals = new Refusals({ elapsed, hasRoom: () => false });
    const line = new Line(socket, 'r1', { ...ports, refusals }, () => {
      isOpen = false;
    });
    const tell = (frame: object): void => socket.onmessage?.({ data: JSON.stringify(frame) });
    tell(['AUTH', 'who']);
    const answer = parseClientWords(said[0] ?? '');
    if (!answer.ok || answer.value[0] !== 'AUTH') expect.fail();
    tell(['OK', answer.value[1].id, true, '']);
    await line.ready;
    const pass = (): void => {
      now.elapsed += LOOK_MS;
      timers.ring(LOOK_MS);
    };
    return { line, socket, tell, pass, isOpen: () => isOpen };
  }

  test('on which nobody owes anything may be silent for hours', async () => {
    const { line, tell, pass, isOpen } = await opened();
    const fetched = line.first.fetch({});
    await turns();
    tell(['EOSE', '1']);
    await fetched;
    for (let look = 0; look < 1_000; look += 1) pass();
    expect(isOpen()).toBe(true);
  });

  test('stands while what was sent still leaves, or something is said, and ends when neither is so', async () => {
    const { line, socket, tell, pass, isOpen } = await opened();
    const fetched = line.first.fetch({});
    const ended = expect(fetched).rejects.toThrow();
    await turns();
    for (let look = 0; look < 6; look += 1) {
      socket.bufferedAmount -= 1_000;
      pass();
    }
    for (let look = 0; look < 6; look += 1) {
      tell(['NOTICE', 'one moment']);
      pass();
    }
    expect(isOpen()).toBe(true);
    for (let look = 0; look < 4; look += 1) pass();
    expect(isOpen()).toBe(false);
    await ended;
  });
});
