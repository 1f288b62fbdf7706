/** One file from one phone to another, as two people do it, and what was observed of it. */
import { join } from 'node:path';
import { sha256 } from '../drive/files.ts';
import type { Phone, TransferRow } from '../drive/phone.ts';
import type { ConnectionReport } from './connections.ts';
import { connectionsOf } from './pairs.ts';

export type Seen = {
  readonly row: TransferRow;
  readonly connection: ConnectionReport;
};

export type Transfer = {
  readonly sender: Seen;
  readonly receiver: Seen;
  /** From pressing the other device's button to the question to its person: the first bytes have arrived. */
  readonly firstByteMs: number;
  /** When the receiver said yes, in milliseconds since 1970. All traffic of the file comes after. */
  readonly acceptedAt: number;
  readonly acceptedToSavedMs: number;
  /** The saved file has the digest of the chosen one. */
  readonly intact: boolean;
};

/** Chooses the file, presses the other device, and waits until the other side asks its person. */
export async function offer(from: Phone, to: Phone, path: string): Promise<{ readonly firstByteMs: number }> {
  await from.waitForDevice(to.name);
  await from.chooseFiles('Choose files', [path]);
  const asked = to.offer();
  const start = performance.now();
  await from.sendChosen(to.name);
  await asked;
  return { firstByteMs: performance.now() - start };
}

export async function transfer(from: Phone, to: Phone, path: string, folder: string): Promise<Transfer> {
  const name = path.slice(path.lastIndexOf('/') + 1);
  const { firstByteMs } = await offer(from, to, path);
  const acceptedAt = Date.now();
  await to.accept();
  const received = await to.waitForState(name, 'Saved');
  const acceptedToSavedMs = Date.now() - acceptedAt;
  const sent = await from.waitForState(name, 'Sent');
  const [sender, receiver] = await Promise.all([newestConnection(from), newestConnection(to)]);
  const saved = await to.save(name, join(folder, to.name));
  return {
    sender: { row: sent, connection: sender },
    receiver: { row: received, connection: receiver },
    firstByteMs,
    acceptedAt,
    acceptedToSavedMs,
    intact: (await sha256(saved.path)) === (await sha256(path)),
  };
}

export async function newestConnection(phone: Phone): Promise<ConnectionReport> {
  const newest = (await connectionsOf(phone)).filter(({ isLane }) => !isLane).at(-1);
  if (newest === undefined) throw new Error(`${phone.name} has no open connection`);
  return newest;
}
