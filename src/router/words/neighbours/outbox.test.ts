import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { WordsMessage } from '../../mesh/messages.ts';
import { Outbox, UNDER_WAY_BYTES } from './outbox.ts';
import { Pace } from './pace.ts';

const notice = (length: number): WordsMessage => ({ type: 'tell', words: ['NOTICE', 'x'.repeat(length)] });
const bytes = (n: number): WordsMessage => ({ type: 'bytes', n, bytes: Buffer.alloc(64 * 1024) });

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function line(pace = new Pace()) {
  const sent: WordsMessage[] = [];
  const outbox = new Outbox({ pace, send: (message) => sent.push(message) });
  return { outbox, sent };
}
const lengthOf = (messages: readonly WordsMessage[]): number => JSON.stringify(messages).length;

describe('a link', () => {
  test('has so much under way and no more, until the other end has taken care of it', async () => {
    const { outbox, sent } = line();
    for (let count = 0; count < 300; count++) outbox.put(notice(1_000), 'text');
    await vi.advanceTimersByTimeAsync(10_000);
    expect(lengthOf(sent)).toBeGreaterThan(UNDER_WAY_BYTES - 2_000);
    expect(lengthOf(sent)).toBeLessThan(UNDER_WAY_BYTES + 2_000);
    const before = sent.length;
    expect(outbox.took(10)).toBe(true);
    await vi.advanceTimersByTimeAsync(10_000);
    expect(sent).toHaveLength(before + 10);
  });

  test('says when more is taken care of than was sent', async () => {
    const { outbox } = line();
    outbox.put(notice(10), 'text');
    await vi.advanceTimersByTimeAsync(100);
    expect(outbox.took(2)).toBe(false);
    expect(outbox.took(1)).toBe(true);
    expect(outbox.took(1)).toBe(false);
  });

  test('lets those who have more to say wait, one after the other', async () => {
    const { outbox } = line();
    for (let count = 0; count < 300; count++) outbox.put(notice(1_000), 'text');
    const order: number[] = [];
    for (const number of [1, 2])
      void outbox.ready().then(() => {
        order.push(number);
        outbox.put(notice(60_000), 'text');
      });
    await vi.advanceTimersByTimeAsync(10_000);
    expect(order).toEqual([]);
    outbox.took(120);
    await vi.advanceTimersByTimeAsync(10_000);
    expect(order).toEqual([1]);
    outbox.stop();
    await vi.advanceTimersByTimeAsync(0);
    expect(order).toEqual([1, 2]);
  });
});

describe('all links together', () => {
  test('carry so many bytes a second', async () => {
    const pace = new Pace(100_000);
    const lines = [line(pace), line(pace), line(pace)];
    const sum = () => lines.flatMap(({ sent }) => sent).length * 64 * 1024;
    for (const { outbox } of lines) for (let n = 0; n < 100; n++) outbox.put(bytes(n), 'file');
    const taken = lines.map(() => 0);
    const taking = setInterval(() => {
      for (const [index, { outbox, sent }] of lines.entries()) {
        const { length } = sent; // more is sent while it is being told
        outbox.took(length - (taken[index] ?? 0));
        taken[index] = length;
      }
    }, 100);
    await vi.advanceTimersByTimeAsync(20_000);
    const before = sum();
    await vi.advanceTimersByTimeAsync(20_000);
    clearInterval(taking);
    expect(sum() - before).toBeGreaterThan(1_900_000);
    expect(sum() - before).toBeLessThan(2_100_000);
  });

  test('carry 400 frames of words a second at most, and words before files', async () => {
    const pace = new Pace();
    const [one, other] = [line(pace), line(pace)];
    for (let count = 0; count < 100; count++) one.outbox.put(bytes(count), 'file');
    for (let count = 0; count < 1_000; count++) other.outbox.put(notice(10), 'text');
    const files = one.sent.length;
    await vi.advanceTimersByTimeAsync(1_000);
    expect(other.sent.length).toBeGreaterThan(350);
    expect(other.sent.length).toBeLessThanOrEqual(520); // with what goes at once
    expect(one.sent).toHaveLength(files);
  });
});
