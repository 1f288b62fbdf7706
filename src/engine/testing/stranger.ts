/** Another device as a test plays it: it proves who it is, and then says what the test wants. */
import { publicKeyOf } from '../../protocol/keys.ts';
import type { TransferId } from '../../protocol/peer.ts';
import { byHand, type Showing, selfOf } from './by-hand.ts';
import type { Device } from './device.ts';

/** The id of the transfer number `n` of anybody. */
export const transferOf = (n: number) => `transfer ${n}`.replace(' ', '_').padEnd(16, '_') as TransferId;

/** Connects it with `victim` by the link number `link`. The same `name` is the same device. */
export function stranger(victim: Device, link: number, name = `mallory${link}`, groups?: Showing) {
  const self = selfOf(name);
  const { control, bulk, heard, tell, hello, prove } = byHand(victim, self, link);
  hello();
  prove(groups && { groups });
  const announce = (n: number, files = 1) =>
    tell({ type: 'offer', transfer: transferOf(n), handle: n, files, bytes: files });
  const piece = (n: number, first: number, path = 'file') =>
    tell({ type: 'manifest', transfer: transferOf(n), first, entries: [[path, 1, 0]] });
  const offer = (n: number) => {
    announce(n);
    piece(n, 0);
  };
  /** The last thing the victim said about the transfer, apart from its progress with the person. */
  const answer = (n: number) => {
    const said = heard.filter((one) => 'transfer' in one && one.transfer === transferOf(n) && one.type !== 'attention');
    const last = said.at(-1);
    return last?.type === 'fail' ? last.reason : last?.type;
  };
  return {
    peer: self.id,
    key: publicKeyOf(self.secret),
    link,
    heard,
    control,
    bulk,
    tell,
    announce,
    piece,
    offer,
    answer,
  };
}
