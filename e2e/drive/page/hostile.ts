/**
 * A device that obeys the signaling protocol but not the transfer protocol: it connects as the app does, then sends
 * what its script says, byte by byte. Runs in a page of the router that is not the app.
 */
import { connectionDigest } from '../../../src/protocol/connection-proof.ts';
import { type Fingerprint, fingerprintOf } from '../../../src/protocol/fingerprint.ts';
import { encodeFrame, type FrameKind, parseFrame, stampSequence } from '../../../src/protocol/frame.ts';
import { newSecret, type PublicKey, publicKeyOf, type SecretKey, sign } from '../../../src/protocol/keys.ts';
import { TRANSFER_VERSION } from '../../../src/protocol/limits.ts';
import type { ControlMessage } from '../../../src/protocol/peer.ts';
import { type Connected, connect, next, Router } from './hostile-link.ts';

/** One thing to do, in turn. */
export type Step =
  /** Says hello as the device that it is, and waits for the other hello. */
  | { readonly hello: true }
  /** Proves that it is the device, or only pretends to. Comes after `hello`. */
  | { readonly prove: 'truly' | 'falsely' }
  /** Sends a text on the control channel as it is; only `{transfer}` becomes the id in the last offer that arrived. */
  | { readonly control: string }
  /** Sends `times` texts of `length` characters, as fast as they leave, until the channel closes. */
  | { readonly flood: { readonly text: string; readonly times: number } }
  /**
   * Sends manifest pieces of one entry each, with paths of `pathLength` characters, as fast as they leave, until
   * `times` are sent or the channel closes.
   */
  | { readonly pieces: { readonly transfer: string; readonly pathLength: number; readonly times: number } }
  /** Sends binary data on the control channel. */
  | { readonly binary: number }
  /** Sends a frame with `bytes` bytes of payload (all the same), or with a hexadecimal payload. */
  | {
      readonly frame: {
        readonly kind: FrameKind;
        readonly handle: number;
        readonly file: number;
        readonly offset: number;
        readonly payload: number | string;
      };
    }
  /** Waits for a control message of this type, or of one of these types. */
  | { readonly until: string | readonly string[] }
  /** Waits for a frame of this kind. */
  | { readonly untilFrame: FrameKind }
  /** Waits until the other side has closed the channel. */
  | { readonly untilClosed: true };

export type Attack = {
  readonly name: string;
  /** Name of the attacked device. */
  readonly victim: string;
  /** The secret of the device, for one that comes back; a new one when left out. */
  readonly secret?: SecretKey;
  /** True when this device calls; otherwise it waits to be called. */
  readonly calls: boolean;
  /**
   * True when it calls again after a refusal, because strangers get only so many calls at once. Otherwise it keeps
   * waiting.
   */
  readonly insists?: boolean;
  readonly steps: readonly Step[];
};

/** What the victim sent on the control channel, and how far the script got. */
export type Outcome = { readonly heard: readonly string[]; readonly stepsDone: number; readonly closed: boolean };

/** Time between two calls of a device that insists. */
const INSISTS_AGAIN_MS = 500;

type Heard = { readonly type: string; readonly transfer?: string; readonly key?: PublicKey };

const fingerprintIn = (description: RTCSessionDescription | null) =>
  fingerprintOf(description?.sdp ?? '') ?? ('' as Fingerprint);

/** `connection-proof.ts`, by the app's own rules: `theirs` is the key in the hello of the other side. */
function proofOf(
  { peer, connection }: Connected,
  secret: SecretKey,
  theirs: PublicKey,
  isTrue: boolean,
): ControlMessage {
  const here = { key: publicKeyOf(secret), fingerprint: fingerprintIn(peer.localDescription) };
  const there = { key: theirs, fingerprint: fingerprintIn(peer.remoteDescription) };
  return { type: 'proof', signature: sign(isTrue ? secret : newSecret(), connectionDigest(here, there, connection)) };
}

function payloadOf(payload: number | string): Uint8Array {
  if (typeof payload === 'number') return new Uint8Array(payload).fill(7);
  return Uint8Array.from(payload.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
}

async function flood(channel: RTCDataChannel, text: (count: number) => string, times: number): Promise<void> {
  channel.bufferedAmountLowThreshold = 1024 * 1024;
  const closed = next(channel, 'close', () => true);
  for (let count = 0; count < times && channel.readyState === 'open'; count++) {
    channel.send(text(count));
    if (channel.bufferedAmount > 4 * 1024 * 1024)
      await Promise.race([next(channel, 'bufferedamountlow', () => true), closed]);
  }
}

/** Pieces of a manifest that never ends. */
function pieceOf({ transfer, pathLength }: { transfer: string; pathLength: number }): (count: number) => string {
  const path = 'a'.repeat(pathLength - 8);
  return (count) =>
    JSON.stringify({
      type: 'manifest',
      transfer,
      first: count,
      entries: [[`${path}${count}`.slice(-pathLength), 1, 0]],
    });
}

/**
 * Connects to the victim, or waits for its call, and plays the script. `told` is called with the number of messages
 * from the victim. `givenUp` leaves a victim that does not answer.
 */
export async function attack(
  plan: Attack,
  told = (_count: number): void => {},
  givenUp?: AbortSignal,
): Promise<Outcome> {
  const secret = plan.secret ?? newSecret();
  let router = new Router();
  let connected = await connect(router, { ...plan, secret }, givenUp);
  while (connected === undefined) {
    await new Promise((resolve) => setTimeout(resolve, INSISTS_AGAIN_MS));
    router = new Router();
    connected = await connect(router, { ...plan, secret }, givenUp);
  }
  const { control, heard, bulk, peer } = connected;
  const tell = (message: ControlMessage) => control.send(JSON.stringify(message));
  const frames: FrameKind[] = [];
  /** Fires on anything that happens on the connection, so that one wait serves all. */
  const changes = new EventTarget();
  const changed = () => changes.dispatchEvent(new Event('change'));
  if (heard.length > 0) told(heard.length);
  control.addEventListener('message', () => {
    told(heard.length);
    changed();
  });
  bulk.addEventListener('message', ({ data }) => {
    const frame = parseFrame(data as ArrayBuffer);
    if (frame.ok) frames.push(frame.value.kind);
    changed();
  });
  let ended = false;
  for (const channel of [control, bulk]) {
    channel.addEventListener('close', () => {
      ended = true;
      changed();
    });
  }
  const parsed = () => heard.map((text) => JSON.parse(text) as Heard);
  const until = async (condition: () => boolean) => {
    while (!condition() && !ended) await next(changes, 'change', () => true);
  };

  let sent = 0;
  let stepsDone = 0;
  for (const step of plan.steps) {
    if ('hello' in step) {
      tell({ type: 'hello', version: TRANSFER_VERSION, key: publicKeyOf(secret) });
      await until(() => parsed().some(({ type }) => type === 'hello'));
    } else if ('until' in step) await until(() => parsed().some(({ type }) => [step.until].flat().includes(type)));
    else if ('untilFrame' in step) await until(() => frames.includes(step.untilFrame));
    else if ('untilClosed' in step) await until(() => ended);
    if (ended) break;
    if ('prove' in step) {
      const theirs = parsed().find(({ type }) => type === 'hello')?.key ?? ('' as PublicKey);
      tell(proofOf(connected, secret, theirs, step.prove === 'truly'));
    } else if ('control' in step) {
      const transfer =
        parsed()
          .filter(({ type }) => type === 'offer')
          .at(-1)?.transfer ?? '';
      control.send(step.control.replace('{transfer}', transfer));
    } else if ('binary' in step) control.send(new Uint8Array(step.binary));
    else if ('flood' in step) await flood(control, () => step.flood.text, step.flood.times);
    else if ('pieces' in step) await flood(control, pieceOf(step.pieces), step.pieces.times);
    else if ('frame' in step) {
      const { payload, ...header } = step.frame;
      const frame = encodeFrame({ ...header, payload: payloadOf(payload) });
      stampSequence(frame, sent++);
      bulk.send(frame);
    }
    stepsDone++;
  }
  router.leave();
  peer.close();
  return { heard, stepsDone, closed: ended };
}
