/**
 * The page in the middle, for which the evil router keeps every call: two connections where two people believe in one. Runs
 * in a page that is not the app.
 */
import { FRAME_HEADER_BYTES, kindNumber } from '../../../src/protocol/frame.ts';
import { newSecret, publicKeyOf } from '../../../src/protocol/keys.ts';
import type { ConnectionId, DeviceId } from '../../../src/protocol/signaling.ts';
import { type FromMiddle, type How, MIDDLE_PATH, type Person, type Tally, type ToMiddle } from '../orders.ts';
import { type Between, Leg } from './leg.ts';

const KEY = 'middle';
/** It pretends to have this for everybody whom it calls. */
const INVENTED = [
  { type: 'offer', transfer: 'AAAAAAAAAAAAAAAA', handle: 1, files: 1, bytes: 1_000 },
  { type: 'manifest', transfer: 'AAAAAAAAAAAAAAAA', first: 0, entries: [['invented.bin', 1_000, 0]] },
];

type Call = { readonly from: DeviceId; readonly to: DeviceId; readonly connection: ConnectionId };
/** What somebody said in an earlier connection, and which that was. */
type Earlier = { readonly connection: ConnectionId; readonly hello?: string; readonly proof?: string };

class Middle {
  readonly #how: How;
  readonly #secret = newSecret();
  readonly #certificate: RTCCertificate;
  readonly #socket = new WebSocket(`ws://${location.host}${MIDDLE_PATH}`);
  readonly #legs: Leg[] = [];
  readonly #callers = new Set<Leg>();
  readonly #earlier = new Map<DeviceId, Earlier>();
  /** True when `#earlier` is complete. */
  #repeats = false;
  #people: readonly Person[] = [];
  /** Of the connections since the last call of `forget`. */
  tally = { connections: 0, hellos: 0, proofs: 0, words: [] as string[], frames: 0, bytes: 0 };

  constructor(how: How, certificate: RTCCertificate) {
    this.#how = how;
    this.#certificate = certificate;
    this.#socket.addEventListener('message', ({ data }) => this.#hear(JSON.parse(String(data)) as ToMiddle));
  }

  get isReady(): boolean {
    return this.#people.length > 0;
  }

  /** Calls `victim` in the name of `as`, both by name. */
  call(victim: string, as: string): void {
    const [to, from] = [victim, as].map((name) => this.#people.find((person) => person.name === name));
    if (!to || !from) throw new Error(`the router knows no ${victim} or no ${as}`);
    const connection = btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(12)))) as ConnectionId;
    const between = { victim: to.id, as: from.id, connection: connection.replace(/[+/]/g, '_') as ConnectionId };
    const leg = this.#leg(between, () => undefined);
    this.#callers.add(leg);
    void leg.call();
  }

  /** Gives the connections up, and keeps what was said in them. */
  forget(): void {
    for (const leg of this.#legs.splice(0)) leg.close();
    this.#repeats = true;
    this.tally = { connections: 0, hellos: 0, proofs: 0, words: [], frames: 0, bytes: 0 };
  }

  #hear(message: ToMiddle): void {
    if (message.type === 'people') {
      this.#people = message.people;
      return;
    }
    const { from, connection, signal } = message;
    const leg = this.#legs.find(({ between }) => between.victim === from && between.connection === connection);
    if (leg !== undefined) void leg.hear(signal);
    else if (signal.type === 'offer') void this.#called(message).hear(signal);
  }

  /** The leg to the caller; a second one leads to whom it calls. */
  #called({ from, to, connection }: Call): Leg {
    let onward: Leg | undefined;
    const back = this.#leg({ victim: from, as: to, connection }, () => onward);
    if (this.#how !== 'invents') {
      const earlier = this.#repeats && this.#how === 'repeats' ? this.#earlier.get(from)?.connection : undefined;
      onward = this.#leg({ victim: to, as: from, connection: earlier ?? connection }, () => back);
      void onward.call();
    }
    return back;
  }

  #leg(between: Between, other: () => Leg | undefined): Leg {
    const { victim, as, connection } = between;
    const leg = new Leg(between, this.#certificate, {
      tell: (signal) => this.#tell({ type: 'signal', from: as, to: victim, connection, signal }),
      opened: () => {
        this.tally.connections += 1;
      },
      word: (text) => this.#word(leg, other(), text),
      frame: (bytes) => {
        this.tally.frames += 1;
        if (new DataView(bytes).getUint8(0) === kindNumber('chunk'))
          this.tally.bytes += bytes.byteLength - FRAME_HEADER_BYTES;
        other()?.send(bytes);
      },
    });
    this.#legs.push(leg);
    return leg;
  }

  #tell(message: FromMiddle): void {
    this.#socket.send(JSON.stringify(message));
  }

  #word(leg: Leg, other: Leg | undefined, text: string): void {
    const { type } = JSON.parse(text) as { readonly type: string };
    if (type === 'hello' || type === 'proof') {
      if (type === 'hello') this.tally.hellos += 1;
      else this.tally.proofs += 1;
      this.#introduced(leg, other, type, text);
      return;
    }
    this.tally.words.push(type);
    if (this.#how === 'drops') other?.say(text);
    else other?.sayAfterProof(text);
  }

  /** The victim of `leg` has said its hello, or given its proof. */
  #introduced(leg: Leg, other: Leg | undefined, type: 'hello' | 'proof', text: string): void {
    switch (this.#how) {
      case 'exchanges':
        introduce(other, type, text);
        return;
      case 'drops':
        if (type === 'hello') other?.say(text);
        return;
      case 'reflects':
        introduce(type === 'hello' ? other : leg, type, text);
        return;
      case 'repeats':
        this.#repeat(leg, other, type, text);
        return;
      case 'own-keys':
      case 'others-keys':
      case 'invents':
        if (type === 'hello') this.#pretend(leg);
    }
  }

  /** The first time all is passed on, and kept. A proof is due when the other end has given its own. */
  #repeat(leg: Leg, other: Leg | undefined, type: 'hello' | 'proof', text: string): void {
    const { victim, as, connection } = leg.between;
    if (!this.#repeats) {
      this.#earlier.set(victim, { ...this.#earlier.get(victim), connection, [type]: text });
      introduce(other, type, text);
    } else if (type === 'hello') other?.say(this.#earlier.get(victim)?.hello ?? '');
    else leg.prove(this.#earlier.get(as)?.proof ?? '');
  }

  #pretend(leg: Leg): void {
    const [victim, as] = [leg.between.victim, leg.between.as].map(
      (id) => this.#people.find((one) => one.id === id)?.key,
    );
    if (victim === undefined || as === undefined) throw new Error('the router knows nobody of that id');
    leg.introduce(this.#how === 'own-keys' ? publicKeyOf(this.#secret) : as, this.#secret, victim);
    if (this.#callers.has(leg)) for (const word of INVENTED) leg.say(JSON.stringify(word));
  }
}

function introduce(to: Leg | undefined, type: 'hello' | 'proof', text: string): void {
  if (type === 'hello') to?.say(text);
  else to?.prove(text);
}

const middle = (): Middle => Reflect.get(globalThis, KEY) as Middle;

/** Resolves when the router has told who is there. */
export async function stand(how: How): Promise<void> {
  const certificate = await RTCPeerConnection.generateCertificate({
    name: 'ECDSA',
    namedCurve: 'P-256',
  } as EcKeyGenParams);
  const made = new Middle(how, certificate);
  Reflect.set(globalThis, KEY, made);
  while (!made.isReady) await new Promise((resolve) => setTimeout(resolve, 50));
}

export const call = (victim: string, as: string): void => middle().call(victim, as);
export const forget = (): void => middle().forget();
export const tally = (): Tally => middle().tally;
