/**
 * Runs in an empty page (`drive/page/inject.ts` brings it there): data channels without any app, one for each other page,
 * and the two loops that the app is compared with. Each call gets a fresh copy of this module, so lasting state is kept
 * on `globalThis`.
 */
import { HIGH_WATER_BYTES, LOW_WATER_BYTES } from '../../../src/engine/api/channel.ts';
import { FRAME_HEADER_BYTES, MAX_CHUNK_BYTES } from '../../../src/protocol/frame.ts';

/** The app's longest message, as its watermarks are the app's: neither may make the difference. */
const MESSAGE_BYTES = FRAME_HEADER_BYTES + MAX_CHUNK_BYTES;
/** `getRandomValues` gives no more at once. */
const RANDOM_BYTES = 64 * 1024;

/** PairDrop's figures: chunks are read and sent one by one, and the receiver must answer after each partition. */
const CHUNK_BYTES = 64_000;
const PARTITION_BYTES = 1_000_000;

/** A connection to another page. */
type Line = {
  readonly connection: RTCPeerConnection;
  readonly channel: RTCDataChannel;
  /** Milliseconds since 1970 when everything had arrived. */
  arrival?: Promise<number>;
};

type Kept = { readonly lines: Map<number, Line>; file?: File };

const KEY = 'benchWire';

function kept(): Kept {
  const before = Reflect.get(globalThis, KEY) as Kept | undefined;
  if (before !== undefined) return before;
  const begun: Kept = { lines: new Map() };
  Reflect.set(globalThis, KEY, begun);
  return begun;
}

/** The line with the number that the caller gave it; without a number the only one. */
function line(id = 0): Line {
  const found = kept().lines.get(id);
  if (found === undefined) throw new Error(`there is no line ${id}`);
  return found;
}

const next = (target: EventTarget, type: string) =>
  new Promise<void>((resolve) => target.addEventListener(type, () => resolve(), { once: true }));

function begin(id: number): Line {
  const connection = new RTCPeerConnection();
  const channel = connection.createDataChannel('wire', { negotiated: true, id: 100 });
  channel.binaryType = 'arraybuffer';
  channel.bufferedAmountLowThreshold = LOW_WATER_BYTES;
  const begun: Line = { connection, channel };
  kept().lines.set(id, begun);
  return begun;
}

/** The session description with all its candidates. */
async function described(connection: RTCPeerConnection): Promise<string> {
  await connection.setLocalDescription();
  while (connection.iceGatheringState !== 'complete') await next(connection, 'icegatheringstatechange');
  return connection.localDescription?.sdp ?? '';
}

export function call(id: number): Promise<string> {
  return described(begin(id).connection);
}

export async function answer(id: number, sdp: string): Promise<string> {
  const { connection } = begin(id);
  await connection.setRemoteDescription({ type: 'offer', sdp });
  return described(connection);
}

export async function answered(id: number, sdp: string): Promise<void> {
  const { connection, channel } = line(id);
  await connection.setRemoteDescription({ type: 'answer', sdp });
  if (channel.readyState !== 'open') await next(channel, 'open');
}

/** A button and a field, so that a file is chosen here as in the app. */
export function showPicker(): void {
  const field = document.createElement('input');
  field.type = 'file';
  field.hidden = true;
  field.addEventListener('change', () => {
    kept().file = field.files?.[0] as File;
  });
  const button = document.createElement('button');
  button.textContent = 'Choose files';
  button.addEventListener('click', () => field.click());
  document.body.append(field, button);
}

/** Milliseconds since 1970 when all of it has arrived, for each line. */
export function arrived(): Promise<readonly number[]> {
  return Promise.all([...kept().lines.values()].map(async ({ arrival }) => (await arrival) ?? 0));
}

// Bare channels

/** Counts what arrives on each line from now on, `bytes` on each, and does nothing else. */
export function sink(bytes: number): void {
  for (const each of kept().lines.values()) {
    let received = 0;
    each.arrival = new Promise((resolve) => {
      each.channel.onmessage = ({ data }: MessageEvent<ArrayBuffer>) => {
        received += data.byteLength;
        if (received >= bytes) resolve(Date.now());
      };
    });
  }
}

/** Sends so many bytes over each line at once. Resolves with the start time, in milliseconds since 1970. */
export async function pour(bytes: number): Promise<number> {
  const message = new Uint8Array(MESSAGE_BYTES);
  for (let at = 0; at < MESSAGE_BYTES; at += RANDOM_BYTES)
    crypto.getRandomValues(message.subarray(at, at + RANDOM_BYTES));
  const start = Date.now();
  await Promise.all([...kept().lines.values()].map(({ channel }) => pourInto(channel, message, bytes)));
  return start;
}

async function pourInto(channel: RTCDataChannel, message: Uint8Array<ArrayBuffer>, bytes: number): Promise<void> {
  for (let left = bytes; left > 0; left -= MESSAGE_BYTES) {
    if (channel.bufferedAmount > HIGH_WATER_BYTES) await next(channel, 'bufferedamountlow');
    channel.send(left < MESSAGE_BYTES ? message.subarray(0, left) : message);
  }
}

// Stop and wait

/** Collects chunks in memory, answers partitions, and makes one Blob at the end. */
export function collect(bytes: number): void {
  const only = line();
  const { channel } = only;
  const chunks: ArrayBuffer[] = [];
  let received = 0;
  only.arrival = new Promise((resolve) => {
    channel.onmessage = ({ data }: MessageEvent<ArrayBuffer | string>) => {
      if (typeof data === 'string') {
        channel.send('partition received');
        return;
      }
      chunks.push(data);
      received += data.byteLength;
      if (received < bytes) return;
      Reflect.set(globalThis, 'benchFile', new Blob(chunks)); // kept, like a file that waits to be saved
      resolve(Date.now());
    };
  });
}

export async function stopAndWait(): Promise<number> {
  const { channel } = line();
  const { file } = kept();
  if (file === undefined) throw new Error('no file was chosen');
  const start = Date.now();
  let partition = 0;
  for (let offset = 0; offset < file.size; offset += CHUNK_BYTES) {
    const chunk = await file.slice(offset, offset + CHUNK_BYTES).arrayBuffer();
    channel.send(chunk);
    partition += chunk.byteLength;
    if (partition < PARTITION_BYTES || offset + CHUNK_BYTES >= file.size) continue;
    partition = 0;
    const answered = next(channel, 'message');
    channel.send('partition');
    await answered;
  }
  return start;
}

/** Releases everything, so that the next round begins alike. */
export function end(): void {
  for (const { connection } of kept().lines.values()) connection.close();
  for (const key of [KEY, 'benchFile']) Reflect.deleteProperty(globalThis, key);
}
