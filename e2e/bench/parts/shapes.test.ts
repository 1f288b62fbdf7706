import { describe, expect, it } from 'vitest';
import { crowdOf, pieces } from './shapes.ts';

describe('a crowd', () => {
  it('is one sender and many receivers in a fan-out', () => {
    expect(crowdOf('fan-out', 2)).toEqual({
      senders: 1,
      receivers: 2,
      flows: [
        { from: 0, to: 0 },
        { from: 0, to: 1 },
      ],
    });
  });

  it('is many senders and one receiver in a fan-in', () => {
    expect(crowdOf('fan-in', 2)).toEqual({
      senders: 2,
      receivers: 1,
      flows: [
        { from: 0, to: 0 },
        { from: 1, to: 0 },
      ],
    });
  });

  it('is each with one of its own in pairs', () => {
    expect(crowdOf('pairs', 2)).toEqual({
      senders: 2,
      receivers: 2,
      flows: [
        { from: 0, to: 0 },
        { from: 1, to: 1 },
      ],
    });
  });
});

describe('pieces', () => {
  it('are of the size, but the last', () => {
    expect(pieces([1, 2, 3, 4, 5], 2)).toEqual([[1, 2], [3, 4], [5]]);
    expect(pieces([], 2)).toEqual([]);
  });
});
