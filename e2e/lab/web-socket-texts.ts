/** The text messages of a WebSocket (RFC 6455) in the bytes of its TCP connection, also compressed ones (RFC 7692). Pure. */
import { constants, inflateRawSync } from 'node:zlib';

const HEAD_END = '\r\n\r\n';
const [CONTINUATION, TEXT] = [0, 1];
/** RFC 7692 section 7.2.2: what the sender has left out at the end of each message. */
const LEFT_OUT = Buffer.from([0, 0, 0xff, 0xff]);
/** How far back deflate looks. */
const WINDOW_BYTES = 32_768;

/**
 * What one side said after its HTTP head. Empty when the head asks for no WebSocket or grants none. An incomplete last
 * message is left out.
 */
export function webSocketTexts(stream: Buffer): readonly string[] {
  const end = stream.indexOf(HEAD_END);
  if (end < 0 || !/^upgrade: websocket\r?$/im.test(stream.toString('latin1', 0, end))) return [];
  const texts: string[] = [];
  let window: Buffer<ArrayBufferLike> = Buffer.alloc(0);
  let message: { readonly isText: boolean; readonly isDeflated: boolean; readonly parts: Buffer[] } | undefined;
  for (const { opcode, isFinal, isDeflated, payload } of framesOf(stream.subarray(end + HEAD_END.length))) {
    if (opcode > TEXT + 1) continue; // control frames come between the parts of a message
    if (opcode !== CONTINUATION) message = { isText: opcode === TEXT, isDeflated, parts: [] };
    message?.parts.push(payload);
    if (!isFinal || message === undefined) continue;
    const packed = Buffer.concat(message.parts);
    const whole = message.isDeflated ? inflated(packed, window) : packed;
    if (message.isDeflated) window = Buffer.concat([window, whole]).subarray(-WINDOW_BYTES);
    if (message.isText) texts.push(whole.toString());
  }
  return texts;
}

function inflated(packed: Buffer, window: Buffer): Buffer {
  const options = { finishFlush: constants.Z_SYNC_FLUSH, ...(window.length > 0 && { dictionary: window }) };
  return inflateRawSync(Buffer.concat([packed, LEFT_OUT]), options);
}

type Frame = {
  readonly opcode: number;
  readonly isFinal: boolean;
  readonly isDeflated: boolean;
  readonly payload: Buffer;
};

/** RFC 6455 section 5.2. */
function* framesOf(bytes: Buffer): Generator<Frame> {
  for (let at = 0; at + 2 <= bytes.length; ) {
    const [first = 0, second = 0] = bytes.subarray(at, at + 2);
    const short = second & 0x7f;
    const more = short === 126 ? 2 : short === 127 ? 8 : 0;
    const maskAt = at + 2 + more;
    const dataAt = maskAt + (second & 0x80 ? 4 : 0);
    if (dataAt > bytes.length) return;
    const length = more === 2 ? bytes.readUInt16BE(at + 2) : more === 8 ? bytes.readUInt32BE(at + 6) : short;
    if (dataAt + length > bytes.length) return;
    const mask = bytes.subarray(maskAt, dataAt);
    const data = bytes.subarray(dataAt, dataAt + length);
    yield {
      opcode: first & 0x0f,
      isFinal: (first & 0x80) !== 0,
      isDeflated: (first & 0x40) !== 0,
      payload: mask.length === 0 ? data : Buffer.from(data.map((byte, index) => byte ^ (mask[index % 4] ?? 0))),
    };
    at = dataAt + length;
  }
}
