/** Two devices that are linked, and what tests do to their transfers. */
import type { TransferKey } from '../../transfer/view.ts';
import { Device } from './device.ts';
import { channelPair } from './memory-channel.ts';

export function pairWithEnds() {
  const a = new Device('a');
  const b = new Device('b');
  const control = channelPair();
  const bulk = channelPair();
  a.link(1, b.id, control[0], bulk[0]);
  b.link(1, a.id, control[1], bulk[1]);
  return { a, b, control, bulk };
}

export function pair(): { a: Device; b: Device } {
  const { a, b } = pairWithEnds();
  return { a, b };
}

export function deleteForGood({ engine }: Device, key: TransferKey): void {
  engine.receive({ type: 'delete', key });
  engine.receive({ type: 'purge', key });
}
