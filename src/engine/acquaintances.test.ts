import { expect, test, vi } from 'vitest';
import type { DeviceId } from '../protocol/signaling.ts';
import { Acquaintances } from './acquaintances.ts';

const [ann, bob] = ['ann', 'bob'] as DeviceId[] as [DeviceId, DeviceId];

test('only an agreement makes a device known, and is reported once', () => {
  const tell = vi.fn();
  const acquaintances = new Acquaintances(tell);
  acquaintances.note({ peer: ann, wasAgreed: false });
  expect(acquaintances.has(ann)).toBe(false);
  expect(tell).not.toHaveBeenCalled();
  acquaintances.note({ peer: ann, wasAgreed: true });
  acquaintances.note({ peer: ann, wasAgreed: true });
  acquaintances.note({ peer: ann, wasAgreed: false });
  expect([ann, bob].map((peer) => acquaintances.has(peer))).toEqual([true, false]);
  acquaintances.note({ peer: bob, wasAgreed: true });
  expect(tell.mock.calls).toEqual([[[ann]], [[ann, bob]]]);
});
