/** Another device as a test plays it: it proves who it is, and then says what the test wants. */
import { connectionDigest } from '../../protocol/connection-proof.ts';
import { publicKeyOf, sign } from '../../protocol/keys.ts';
import { TRANSFER_VERSION } from '../../protocol/limits.ts';
import type { ControlMessage, TransferId } from '../../protocol/peer.ts';
import { CONNECTION, certificateOf, Device } from './device.ts';
import { channelPair } from './memory-channel.ts';

/** The id of the transfer number `n` of anybody. */
export const transferOf = (n: number) => `transfer ${n}`.replace(' ', '_').padEnd(16, '_') as TransferId;

/** Connects it with `victim` by the link number `link`. The same `name` is the same device. */
export function stranger(victim: Device, link: number, name = `mallory${link}`) {
  const [control, controlOfVictim] = channelPair();
  const [bulk, bulkOfVictim] = channelPair();
  const heard: ControlMessage[] = [];
  const ignore = { opened() {}, closed() {}, drained() {}, binary() {} };
  control.listen({ ...ignore, text: (data) => heard.push(JSON.parse(data)) });
  bulk.listen({ ...ignore, text() {} });
  const { id: peer, secret } = new Device(name);
  victim.link(link, peer, controlOfVictim, bulkOfVictim);
  const tell = (message: ControlMessage) => control.send(JSON.stringify(message));
  const end = (of: Pick<Device, 'id' | 'secret'>) => ({
    key: publicKeyOf(of.secret),
    fingerprint: certificateOf(of.id),
  });
  const own = end({ id: peer, secret });
  tell({ type: 'hello', version: TRANSFER_VERSION, key: own.key });
  tell({ type: 'proof', signature: sign(secret, connectionDigest(own, end(victim), CONNECTION)) });
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
  return { peer, link, heard, control, bulk, tell, announce, piece, offer, answer };
}
