/** A device without an engine, that a test plays word by word at the other end of a link. */
import { connectionDigest, type End } from '../../protocol/connection-proof.ts';
import type { Fingerprint } from '../../protocol/fingerprint.ts';
import type { GroupProof } from '../../protocol/group-proof.ts';
import { idOf, publicKeyOf, type SecretKey, sign } from '../../protocol/keys.ts';
import { TRANSFER_VERSION } from '../../protocol/limits.ts';
import type { ControlMessage } from '../../protocol/peer.ts';
import type { ConnectionId, DeviceId } from '../../protocol/signaling.ts';
import { CONNECTION, certificateOf, type Device, secretOf } from './device.ts';
import { channelPair } from './memory-channel.ts';

/** What makes a device itself. */
export type Self = { readonly id: DeviceId; readonly secret: SecretKey };

/** The device of that name. */
export function selfOf(name: string): Self {
  const secret = secretOf(name);
  return { id: idOf(publicKeyOf(secret)), secret };
}

/** What is shown of groups, from the digest that is signed here and the one that the device signs. */
export type Showing = (own: Uint8Array, ofDevice: Uint8Array) => readonly GroupProof[];

/** What a proof says, and who signs it. */
export type Signing = {
  readonly by: SecretKey;
  readonly own: Fingerprint;
  readonly other: Fingerprint;
  readonly connection: ConnectionId;
  readonly groups?: Showing;
};

/** A link from `device` to this test, which answers as `self` with the certificate `own`. It has said nothing yet. */
export function byHand(device: Device, self: Self, link: number, own: Fingerprint = certificateOf(self.id)) {
  const [control, controlOfDevice] = channelPair();
  const [bulk, bulkOfDevice] = channelPair();
  const heard: ControlMessage[] = [];
  const ignore = { opened() {}, closed() {}, drained() {}, binary() {} };
  control.listen({ ...ignore, text: (data) => heard.push(JSON.parse(data)) });
  bulk.listen({ ...ignore, text() {} });
  const other = certificateOf(device.id);
  device.link(link, self.id, controlOfDevice, bulkOfDevice, { own: other, other: own });
  const tell = (message: ControlMessage) => control.send(JSON.stringify(message));
  const hello = (secret = self.secret) => tell({ type: 'hello', version: TRANSFER_VERSION, key: publicKeyOf(secret) });
  /** As the right device would sign it, but for what is `otherwise`. */
  const prove = (otherwise: Partial<Signing> = {}) => {
    const said: Signing = { by: self.secret, own, other, connection: CONNECTION, ...otherwise };
    const signer: End = { key: publicKeyOf(self.secret), fingerprint: said.own };
    const there: End = { key: publicKeyOf(device.secret), fingerprint: said.other };
    const digest = connectionDigest(signer, there, said.connection);
    const groups = said.groups?.(digest, connectionDigest(there, signer, said.connection));
    tell({ type: 'proof', signature: sign(said.by, digest), ...(groups && { groups }) });
  };
  return { control, bulk, heard, tell, hello, prove, sentBytes: () => bulkOfDevice.sentBytes };
}
