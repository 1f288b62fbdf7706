/** A router for tests: its socket and HTTP in memory, what it says is written and parsed as on a wire. */
import { createHash } from 'node:crypto';
import { permitIn, SHA256_HEADER } from '../../protocol/blob.ts';
import type { HexKey, SignedEvent } from '../../protocol/event.ts';
import { keyFrom } from '../../protocol/event.ts';
import { idOf } from '../../protocol/keys.ts';
import { type ClientWords, type HolderWords, parseClientWords } from '../../protocol/words.ts';
import { authenticatedBy } from '../../protocol/words-auth.ts';
import { Serving } from '../../words/exchange/serving.ts';
import type { Bringer, Outcome } from '../../words/holding.ts';
import { MemoryHolding } from '../../words/testing/memory-holding.ts';
import type { Socket } from '../line/line.ts';

export class FakeRouter {
  readonly id: string;
  readonly base: string;
  readonly holding: MemoryHolding;
  readonly blobs = new Map<string, Uint8Array<ArrayBuffer>>();
  readonly requests: string[] = [];
  /** All that is said on its lines, both ways, in the order of time. */
  readonly frames: { readonly json: string; readonly type: string; readonly isMine: boolean }[] = [];
  /** Whole keys that it tells. */
  readonly keys: HexKey[] = [];
  operator: HexKey | undefined;
  days = 14;
  blobBytes = 1_000_000;
  isOff = false;
  isAway = false;
  /** As if the radio were gone: it hears nothing, says nothing, and nobody is told. */
  isSilent = false;
  refuseBlobs: string | undefined;
  /** Frames that it says instead of the answer, whatever they are. */
  lies: (asked: ClientWords) => readonly unknown[] | undefined = () => undefined;
  /** Everything that it was told. */
  readonly heard: ClientWords[] = [];
  readonly #lines = new Set<() => void>();
  /** Of the line that was opened last. */
  #challenge = '';
  #count = 0;

  constructor(id: string, refuse?: (event: SignedEvent, by: Bringer) => Outcome | undefined) {
    this.id = id;
    this.base = `http://${id}.test/`;
    this.holding = new MemoryHolding(refuse);
  }

  get own() {
    return { id: this.id, name: `at ${this.id}`, base: this.base };
  }

  /** All lines break. */
  cut(): void {
    for (const end of this.#lines) end();
  }

  readonly fetch = async (url: string, init: RequestInit = {}): Promise<Response> => {
    const { method = 'GET', body } = init;
    const path = url.slice(this.base.length);
    this.requests.push(`${method} ${path}`);
    if (this.isAway) throw new TypeError('no route');
    if (this.isSilent)
      await new Promise((_, reject) => init.signal?.addEventListener('abort', () => reject(new Error('aborted'))));
    if (path === 'words') {
      if (this.isOff) return new Response('', { status: 404 });
      const hikyaku = { blob_bytes: this.blobBytes, days: this.days };
      return Response.json({ name: this.id, ...(this.operator && { pubkey: this.operator }), hikyaku });
    }
    const refusal = this.refuseBlobs && new Response(null, { status: 429, headers: { 'x-reason': this.refuseBlobs } });
    if (path === 'upload' && method === 'HEAD') return refusal || new Response(null);
    if (method !== 'PUT') {
      const bytes = this.blobs.get(path);
      const headers = { 'content-length': String(bytes?.length) };
      return bytes ? new Response(method === 'HEAD' ? null : bytes, { headers }) : new Response('', { status: 404 });
    }
    const headers = new Headers(init.headers);
    const sha256 = headers.get(SHA256_HEADER) ?? '';
    if (refusal) return refusal;
    const permit = permitIn(headers.get('authorization') ?? '', this.id, (said) => said === this.#challenge);
    if (!permit?.files.includes(sha256)) return new Response('', { status: 401 });
    const bytes = new Uint8Array(await new Response(body ?? null).arrayBuffer());
    if (createHash('sha256').update(bytes).digest('hex') !== sha256) return new Response('', { status: 400 });
    this.blobs.set(sha256, bytes);
    return Response.json({}, { status: 201 });
  };

  readonly open = (url: string): Socket => {
    if (url !== `ws://${this.id}.test/words`) throw new Error(url);
    let who: Bringer | undefined;
    this.#count += 1;
    const challenge = `challenge ${this.#count} of ${this.id}`;
    this.#challenge = challenge;
    const socket: Socket = {
      bufferedAmount: 0,
      onclose: null,
      onmessage: null,
      close: () => end(),
      send: (text) => void Promise.resolve().then(() => hear(text)),
    };
    let isOpen = true;
    const end = (): void => {
      if (!isOpen) return;
      isOpen = false;
      serving.stop();
      this.#lines.delete(end);
      queueMicrotask(() => socket.onclose?.());
    };
    const tell = (frame: HolderWords): void => {
      if (this.isSilent) return;
      const data = JSON.stringify(frame);
      this.frames.push({ json: data, type: frame[0], isMine: true });
      say(data);
    };
    const say = (data: string): void => {
      queueMicrotask(() => isOpen && socket.onmessage?.({ data }));
    };
    const serving = new Serving({
      holding: this.holding,
      send: tell,
      ready: () => Promise.resolve(),
      bringer: () => who,
      passes: (by) => by !== who,
    });
    const hear = (text: string): void => {
      const parsed = parseClientWords(text);
      if (!parsed.ok) throw new Error(parsed.error);
      const frame = parsed.value;
      this.frames.push({ json: text, type: frame[0], isMine: false });
      if (!isOpen || this.isSilent) return;
      this.heard.push(frame);
      const lies = this.lies(frame);
      if (lies !== undefined) {
        for (const lie of lies) say(typeof lie === 'string' ? lie : JSON.stringify(lie));
        return;
      }
      if (frame[0] === 'AUTH') {
        const key = authenticatedBy(frame[1], this.id, challenge);
        who = key && { is: 'device', key, address: '192.168.42.7' };
        tell(['OK', frame[1].id, key !== undefined, '']);
      } else if (frame[0] === 'KEY')
        tell(['KEY', frame[1], this.keys.find((key) => idOf(keyFrom(key)) === frame[1]) ?? null]);
      else serving.receive(frame);
    };
    this.#lines.add(end);
    tell(['AUTH', challenge]);
    return socket;
  };
}
