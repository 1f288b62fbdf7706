/**
 * Runs in an empty page (`drive/page/inject.ts` brings it there): one data channel without any app, and the two loops
 * that the app is compared with. Each call gets a fresh copy of this module, so lasting state is kept on `globalThis`.
 */

/** 64 KiB messages and the app's own watermarks: the queue must not make the difference. */
const MESSAGE_BYTES = 64 * 1024;
const HIGH_WATER_BYTES = 4 * 1024 * 1024;
const LOW_WATER_BYTES = 1024 * 1024;

/** PairDrop's figures: chunks are read and sent one by one, and the receiver must answer after each partition. */
const CHUNK_BYTES = 64_000;
const PARTITION_BYTES = 1_000_000;

type Kept = {
  connection: RTCPeerConnection;
  channel: RTCDataChannel;
  /** Milliseconds since 1970 when everything had arrived. */
  arrival?: Promise<number>;
  file?: File;
};

const KEY = 'benchWire';
const kept = () => Reflect.get(globalThis, KEY) as Kept;

const next = (target: EventTarget, type: string) =>
  new Promise<void>((resolve) => target.addEventListener(type, () => resolve(), { once: true }));

function begin(): Kept {
  const connection = new RTCPeerConnection();
  const channel = connection.createDataChannel('wire', { negotiated: true, id: 100 });
  channel.binaryType = 'arraybuffer';
  channel.bufferedAmountLowThreshold = LOW_WATER_BYTES;
  const begun: Kept = { connection, channel };
  Reflect.set(globalThis, KEY, begun);
  return begun;
}

/** The session description with all its candidates. */
async function described(connection: RTCPeerConnection): Promise<string> {
  await connection.setLocalDescription();
  while (connection.iceGatheringState !== 'complete') await next(connection, 'icegatheringstatechange');
  return connection.localDescription?.sdp ?? '';
}

export function call(): Promise<string> {
  return described(begin().connection);
}

export async function answer(sdp: string): Promise<string> {
  const { connection } = begin();
  await connection.setRemoteDescription({ type: 'offer', sdp });
  return described(connection);
}

export async function answered(sdp: string): Promise<void> {
  const { connection, channel } = kept();
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

/** Milliseconds since 1970 when all of it has arrived. */
export async function arrived(): Promise<number> {
  return (await kept().arrival) ?? 0;
}

// A bare channel

/** Counts what arrives from now on, and does nothing else. */
export function sink(bytes: number): void {
  const { channel } = kept();
  let received = 0;
  kept().arrival = new Promise((resolve) => {
    channel.onmessage = ({ data }: MessageEvent<ArrayBuffer>) => {
      received += data.byteLength;
      if (received >= bytes) resolve(Date.now());
    };
  });
}

/** Resolves with the start time, in milliseconds since 1970. */
export async function pour(bytes: number): Promise<number> {
  const { channel } = kept();
  const message = crypto.getRandomValues(new Uint8Array(MESSAGE_BYTES));
  const start = Date.now();
  for (let left = bytes; left > 0; left -= MESSAGE_BYTES) {
    if (channel.bufferedAmount > HIGH_WATER_BYTES) await next(channel, 'bufferedamountlow');
    channel.send(left < MESSAGE_BYTES ? message.subarray(0, left) : message);
  }
  return start;
}

// Stop and wait

/** Collects chunks in memory, answers partitions, and makes one Blob at the end. */
export function collect(bytes: number): void {
  const { channel } = kept();
  const chunks: ArrayBuffer[] = [];
  let received = 0;
  kept().arrival = new Promise((resolve) => {
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
  const { channel, file } = kept();
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
  kept().connection.close();
  Reflect.deleteProperty(globalThis, 'benchFile');
}
