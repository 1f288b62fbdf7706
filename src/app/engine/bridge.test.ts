import { afterEach, expect, test, vi } from 'vitest';
import type { LinkId } from '../../engine/api/api.ts';
import { BRIDGE_CLOSE } from '../../engine/api/bridge-messages.ts';
import { CONTROL_LOW_WATER_BYTES, HIGH_WATER_BYTES, LOW_WATER_BYTES, openChannel } from '../../engine/api/channel.ts';
import { Groups } from '../../engine/link/groups.ts';
import { Link } from '../../engine/link/link.ts';
import { CONNECTION, certificateOf } from '../../engine/testing/device.ts';
import { connectionDigest } from '../../protocol/connection-proof.ts';
import { FRAME_HEADER_BYTES, type Frame } from '../../protocol/frame.ts';
import { idOf, newSecret, publicKeyOf, sign } from '../../protocol/keys.ts';
import { TRANSFER_VERSION } from '../../protocol/limits.ts';
import { type ControlMessage, parseControlMessage } from '../../protocol/peer.ts';
import { bridge } from './bridge.ts';

const [HERE, THERE] = [newSecret(), newSecret()];
const FRAME_BYTES = 64 * 1024;
/** Number of frames after which a sender pauses if nothing leaves. */
const FULL = Math.floor(HIGH_WATER_BYTES / FRAME_BYTES) + 1;
/** More than the one or two that a message takes. */
const QUIET_TURNS = 20;

/** A frame of `FRAME_BYTES` with its header, filled with `byte`. */
function frame(byte: number): Frame {
  const payload = new Uint8Array(FRAME_BYTES - FRAME_HEADER_BYTES).fill(byte);
  return { kind: 'chunk', handle: 1, file: 0, offset: 0, payload };
}

/** A data channel whose bytes leave only when the test says so. */
class SlowChannel {
  readyState = 'open';
  bufferedAmount = 0;
  bufferedAmountLowThreshold = 0;
  longestQueue = 0;
  sent: (string | ArrayBuffer)[] = [];
  onopen?: () => void;
  onclose?: () => void;
  onmessage?: (event: { readonly data: string | ArrayBuffer }) => void;
  onbufferedamountlow?: () => void;
  #heard = () => {};

  send(data: string | ArrayBuffer): void {
    this.sent.push(data);
    this.bufferedAmount += typeof data === 'string' ? Buffer.byteLength(data) : data.byteLength;
    this.longestQueue = Math.max(this.longestQueue, this.bufferedAmount);
    this.#heard();
  }

  close(): void {
    this.readyState = 'closed';
  }

  /** Resolves when `count` messages have been handed to it. */
  async until(count: number): Promise<void> {
    while (this.sent.length < count)
      await new Promise<void>((resolve) => {
        this.#heard = resolve;
      });
  }

  /** Resolves when nothing more is handed to it, however many turns messages between page and worker get. */
  async settled(): Promise<void> {
    for (let quiet = 0, before = -1; quiet < QUIET_TURNS; quiet = before === this.sent.length ? quiet + 1 : 0) {
      before = this.sent.length;
      await new Promise((resolve) => setImmediate(resolve));
    }
  }

  leave(): void {
    const wasAbove = this.bufferedAmount > this.bufferedAmountLowThreshold;
    this.bufferedAmount = 0;
    if (wasAbove) this.onbufferedamountlow?.();
  }
}

/** What the other end says when it hears `data` here. */
function answerTo(data: string | ArrayBuffer): ControlMessage {
  const parsed = parseControlMessage(String(data));
  if (!parsed.ok) throw new Error(parsed.error);
  if (parsed.value.type === 'hello') return { type: 'hello', version: TRANSFER_VERSION, key: publicKeyOf(THERE) };
  const [there, here] = [
    { key: publicKeyOf(THERE), fingerprint: certificateOf('there') },
    { key: publicKeyOf(HERE), fingerprint: certificateOf('here') },
  ];
  return { type: 'proof', signature: sign(THERE, connectionDigest(there, here, CONNECTION)) };
}

/** A link whose channels stay on the page; both sides have proved who they are. */
async function bridgedLink() {
  const [control, bulk] = [new SlowChannel(), new SlowChannel()];
  const end = (channel: SlowChannel, lowWater: number) =>
    openChannel(bridge(channel as unknown as RTCDataChannel, lowWater), lowWater); // only the part that is used
  const channels = { control: end(control, CONTROL_LOW_WATER_BYTES), bulk: end(bulk, LOW_WATER_BYTES) };
  const peer = idOf(publicKeyOf(THERE));
  const identity = {
    id: 1 as LinkId,
    peer,
    peerName: '',
    connection: CONNECTION,
    knownKey: undefined,
    secret: HERE,
    groups: new Groups((count) => new Uint8Array(count)),
  };
  const link = await new Promise<Link>((ready) => {
    const ignore = {
      control: () => true,
      frame: () => true,
      isStranger: () => false,
      busy() {},
      laneSignal() {},
      compare() {},
      lost() {},
    };
    const made = new Link(identity, channels, { ...ignore, ready }, () => performance.now());
    made.connected(256 * 1024, { own: certificateOf('here'), other: certificateOf('there') });
    control.onopen?.();
    bulk.onopen?.();
    const answer = async () => {
      for (const words of [1, 2]) {
        await control.until(words);
        control.onmessage?.({ data: JSON.stringify(answerTo(control.sent[words - 1] ?? '')) });
      }
    };
    void answer();
  });
  return { link, control, bulk };
}

test('sends no faster than bytes leave the channel, in order', async () => {
  const { link, bulk } = await bridgedLink();
  const frames = Array.from({ length: 300 }, (_, n) => frame(n % 256));
  let done = false;
  const sending = link.sendFrames(frames).then((all) => {
    done = true;
    return all;
  });
  for (let full = FULL; !done; full += FULL) {
    await bulk.until(Math.min(full, frames.length));
    await bulk.settled();
    expect(bulk.bufferedAmount).toBeLessThanOrEqual(HIGH_WATER_BYTES + FRAME_BYTES);
    bulk.leave();
    if (full > frames.length) break;
  }
  expect(await sending).toBe(true);
  await bulk.until(frames.length);
  expect(bulk.longestQueue).toBeLessThanOrEqual(HIGH_WATER_BYTES + FRAME_BYTES);
  expect(bulk.longestQueue).toBeGreaterThan(LOW_WATER_BYTES);
  expect(bulk.sent.map((data) => new Uint8Array(data as ArrayBuffer).at(-1))).toEqual(frames.map((_, n) => n % 256));
});

test('reports what has left even while nothing is sent and the queue is long, as on a slow path', async () => {
  const { link, bulk } = await bridgedLink();
  const frames = Array.from({ length: 16 }, () => frame(0));
  expect(await link.sendFrames(frames)).toBe(true);
  await bulk.until(frames.length);
  for (const left of [10_000, 20_000]) {
    bulk.bufferedAmount -= 10_000;
    await vi.waitFor(() => expect(link.leftBytes).toBe(left), 20_000);
  }
});

afterEach(() => vi.unstubAllGlobals());

/** Both ports of a message channel in one turn: an exception in a listener comes back to the sender. */
function stubMessageChannel(): void {
  class Port {
    other: Port | undefined;
    onmessage: ((event: { readonly data: unknown }) => void) | undefined;
    postMessage(data: unknown): void {
      this.other?.onmessage?.({ data });
    }
    close(): void {}
  }
  vi.stubGlobal('MessagePort', Port);
  vi.stubGlobal(
    'MessageChannel',
    class {
      port1 = new Port();
      port2 = new Port();
      constructor() {
        this.port1.other = this.port2;
        this.port2.other = this.port1;
      }
    },
  );
}

test('only the engine’s close order closes the channel', () => {
  stubMessageChannel();
  const channel = new SlowChannel();
  const engine = bridge(channel as unknown as RTCDataChannel, LOW_WATER_BYTES);
  for (const foreign of [{ bridge: 'open' }, { bridge: 'close', at: 1 }, {}, [], 1, null, undefined]) {
    expect(() => engine.postMessage(foreign)).toThrow('no message for a bridged channel');
    expect(channel.readyState).toBe('open');
  }
  engine.postMessage(BRIDGE_CLOSE);
  expect(channel.readyState).toBe('closed');
});

test('the engine’s end rejects reports that the page does not make', () => {
  stubMessageChannel();
  const { port1: page, port2: engine } = new MessageChannel();
  const heard: string[] = [];
  const channel = openChannel(engine, LOW_WATER_BYTES);
  channel.listen({
    opened: () => heard.push('opened'),
    closed: () => heard.push('closed'),
    drained: () => heard.push('drained'),
    text: (data) => heard.push(data),
    binary: () => heard.push('binary'),
  });
  channel.send('word');
  for (const foreign of [{ bridge: 'gone' }, { bridge: 'left' }, { bridge: 'left', left: '4' }, { left: 4 }, 7, null])
    expect(() => page.postMessage(foreign)).toThrow('no report of a bridged channel');
  expect(channel.bufferedAmount).toBe(4);
  page.postMessage({ bridge: 'opened' });
  page.postMessage({ bridge: 'left', left: 4 });
  expect(channel.bufferedAmount).toBe(0);
  page.postMessage('hello');
  page.postMessage({ bridge: 'closed' });
  expect(heard).toEqual(['opened', 'hello', 'closed']);
});
