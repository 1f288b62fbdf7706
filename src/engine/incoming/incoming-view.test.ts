import { expect, test } from 'vitest';
import { agreementOn, type Receiving, type ReceivingEvent, receiving } from '../../transfer/receiving.ts';
import { stepSeen } from './incoming-view.ts';

const DIGEST = new Uint8Array(32);
const agreement = agreementOn([{ path: 'a', size: 30, modified: 0 }], [[0, 0]]);
const accepted: Receiving = {
  phase: 'receiving',
  agreement,
  isPaused: false,
  sender: 'due',
  flow: { at: 0, offset: 0, begunBytes: 0, storedBytes: 0, toldBytes: 0, pending: 0 },
};

test('of the steps of a transfer a screen sees the first frame, each stored block, a pause and the end', () => {
  const events: readonly ReceivingEvent[] = [
    { type: 'block', file: 0, offset: 0, digest: DIGEST },
    { type: 'chunk', file: 0, offset: 0, payload: new Uint8Array(10) },
    { type: 'chunk', file: 0, offset: 10, payload: new Uint8Array(20) },
    { type: 'end', file: 0, offset: 30, digest: DIGEST },
    { type: 'peer-paused' },
    { type: 'peer-resumed' },
    { type: 'block-stored', bytes: 30 },
    { type: 'file-matched' },
    { type: 'sealed', digest: 'd' },
  ];
  let now: Receiving = accepted;
  const seen = events.map((event) => {
    const [next] = receiving(now, event);
    const step = stepSeen(now, next);
    now = next;
    return `${event.type}: ${step}`;
  });
  expect(seen).toEqual([
    'block: changed',
    'chunk: nothing',
    'chunk: nothing',
    'end: nothing',
    'peer-paused: changed',
    'peer-resumed: changed',
    'block-stored: progressed',
    'file-matched: changed',
    'sealed: changed',
  ]);
  expect(now.phase).toBe('saved');
});
