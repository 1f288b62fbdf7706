/** Joins the bag, the engine and the page: what the screens see of words, and what becomes of what they ask for. */
import { batch, computed, effect, type ReadonlySignal } from '@preact/signals';
import type { FileToSay, FromBag, SituationMessage, ToBag } from '../../bag/api/api.ts';
import type { EngineMessage, MeetMessage, PassMessage } from '../../engine/api/api.ts';
import type { PublicKey, SecretKey } from '../../protocol/keys.ts';
import type { DeviceId, RouterIdentity } from '../../protocol/signaling.ts';
import { keepStorage } from '../device/storage.ts';
import type { ChosenFile } from '../model/chosen-file.ts';
import type { Connection } from '../model/model.ts';
import type { Listed } from '../model/presence.ts';
import type { NotSaid } from '../model/words.ts';
import type { ClosedHour } from '../people/closed-hour.ts';
import type { People } from '../people/people.ts';
import { BagClient } from './bag-client.ts';
import { withMessages, withPosts } from './gathered.ts';
import type { WordsCalls, WordsSignals } from './seam.ts';
import { whereabouts } from './whereabouts.ts';

export type Passed = Extract<EngineMessage, { readonly type: 'met' | 'word' | 'heard' | 'unpassed' }>;

export type WordsMeans = {
  readonly secret: SecretKey;
  readonly signals: WordsSignals;
  /** True while the board is on the screen. */
  readonly looked: ReadonlySignal<boolean>;
  readonly ownName: ReadonlySignal<string>;
  readonly connection: ReadonlySignal<Connection>;
  readonly router: ReadonlySignal<RouterIdentity | undefined>;
  readonly devices: ReadonlySignal<readonly Listed[]>;
  readonly people: People;
  readonly closed: Pick<ClosedHour, 'until'>;
  /** Those with whom something was exchanged. */
  readonly agreed: ReadonlySignal<ReadonlySet<DeviceId>>;
  /** Resolves when this page has the engine of this device, and so may have its bag. */
  readonly mine: () => Promise<void>;
  readonly pass: (message: PassMessage | MeetMessage) => void;
  /** The person here wants to reach somebody. */
  readonly wanted: (peer: DeviceId) => void;
};

/** A small picture of a file, as JPEG; `undefined` of what has none. */
export type SmallPicture = (file: File) => Promise<Uint8Array<ArrayBuffer> | undefined>;

type Answer = Extract<FromBag, { readonly request: number }>;
type Question = Extract<ToBag, { readonly request: number }>;
type Unnumbered<Message> = Message extends Question ? Omit<Message, 'request'> : never;

export type StartedWords = WordsCalls & {
  /** The engine passes something from a link. */
  passed(message: Passed): void;
};

export function startWords(means: WordsMeans, smallPicture: SmallPicture): StartedWords {
  const words = new BagWords(means, smallPicture);
  words.begin();
  return {
    say: (to, text, files) => words.say(to, text, files),
    read: (from) => words.post({ type: 'read', from }),
    again: (id) => words.post({ type: 'again', id }),
    forget: (id) => words.post({ type: 'forget', id }),
    forgetAll: async (other) => isForgotten(await words.ask({ type: 'forget-all', with: other })),
    post: async ({ files, ...post }) =>
      said(await words.ask({ type: 'post', ...post, files: await words.along(files) })),
    takeBack: (id) => words.post({ type: 'take-back', id }),
    attachment: async (of, file) => blobIn(await words.ask({ type: 'attachment', of, file })),
    thumb: async (of, file) => blobIn(await words.ask({ type: 'thumb', of, file })),
    throwAway: () => words.post({ type: 'throw-away' }),
    takeLetters: (isOn) => words.post({ type: 'take-letters', isOn }),
    passed: (message) => words.passed(message),
  };
}

/** Without an answer the bag has gone to another tab. */
const said = (answer: Answer | undefined): NotSaid | undefined => (answer?.type === 'said' ? answer.not : 'elsewhere');
const isForgotten = (answer: Answer | undefined) => answer?.type === 'forgotten' && answer.isWhole;
const blobIn = (answer: Answer | undefined) => (answer?.type === 'bytes' ? answer.blob : undefined);

class BagWords {
  readonly #means: WordsMeans;
  readonly #smallPicture: SmallPicture;
  readonly #open = new Map<
    number,
    { readonly asked: Question; readonly answer: (answer: Answer | undefined) => void }
  >();
  #bag: BagClient | undefined;
  #requests = 0;
  #isWanted = false;

  constructor(means: WordsMeans, smallPicture: SmallPicture) {
    this.#means = means;
    this.#smallPicture = smallPicture;
  }

  /** From now on there is a bag whenever this page may have one, and it is told what it must know. */
  begin(): void {
    const { connection, looked } = this.#means;
    const isOurs = computed(() => connection.value !== 'replaced');
    effect(() => {
      this.#isWanted = isOurs.value;
      if (!isOurs.value) this.#stop();
      else void this.#means.mine().then(() => this.#isWanted && this.#start());
    });
    for (const message of this.#situation()) effect(() => this.post(message.value));
    effect(() => this.post({ type: 'look', isOn: looked.value }));
    const moved = (): void => this.post({ type: 'moved' });
    addEventListener('online', moved);
    addEventListener('pageshow', ({ persisted }) => persisted && moved());
    document.addEventListener('visibilitychange', () => {
      const isAway = this.#means.signals.holder.peek() === 'away';
      if (document.visibilityState === 'visible' && isAway) moved();
    });
  }

  async say(to: DeviceId, text: string, files: readonly ChosenFile[]) {
    const { people, devices, wanted } = this.#means;
    wanted(to);
    const device = devices.peek().find(({ id }) => id === to);
    const key: PublicKey | undefined = people.known(to)?.key ?? device?.member?.key;
    const along = await this.along(files);
    return said(
      await this.ask({
        type: 'say',
        to,
        ...(key && { key }),
        ...(device && { name: device.name }),
        text,
        files: along,
      }),
    );
  }

  passed(message: Passed): void {
    if (message.type === 'met') this.post({ type: 'met', key: message.key });
    else if (message.type === 'word') this.post({ type: 'word', key: message.key, event: message.event });
    else if (message.type === 'heard') this.post({ type: 'heard', peer: message.peer, id: message.id });
    else this.post({ type: 'unpassed', ids: message.ids });
  }

  post(message: ToBag): void {
    this.#bag?.post(message);
  }

  ask(question: Unnumbered<Question>): Promise<Answer | undefined> {
    this.#requests += 1;
    const request = this.#requests;
    return new Promise((answer) => {
      if (this.#bag === undefined && !this.#isWanted) return answer(undefined);
      const asked = { ...question, request } as Question;
      this.#open.set(request, { asked, answer });
      this.post(asked); // and else it is asked when there is a bag
    });
  }

  /** What goes along of chosen files: no folders, and a small picture where there can be one. */
  along(files: readonly ChosenFile[]): Promise<readonly FileToSay[]> {
    return Promise.all(
      files.map(async ({ file, path }) => {
        const picture = await this.#smallPicture(file).catch(() => undefined);
        const name = path.slice(path.lastIndexOf('/') + 1);
        return { blob: file, name, type: file.type, ...(picture && { picture }) };
      }),
    );
  }

  /** What the bag must know, in the order in which it must. */
  #situation(): readonly ReadonlySignal<SituationMessage>[] {
    const { ownName, connection, router, devices, people, closed, agreed } = this.#means;
    const atRouter = whereabouts(new URL('.', location.href).href);
    const said = (make: () => SituationMessage) => {
      let last: SituationMessage | undefined;
      return computed(() => {
        const next = make();
        if (JSON.stringify(next) !== JSON.stringify(last)) last = next;
        return last ?? next;
      });
    };
    return [
      said(() => ({ type: 'name', name: ownName.value })),
      said(() => {
        const all = [...people.all.value.values()];
        const known = all.flatMap((person) => (person.is === 'known' ? [person.key] : []));
        const blocked = all.flatMap(({ is, id }) => (is === 'blocked' ? [id] : []));
        if (closed.until.value === undefined) return { type: 'regard', known, blocked };
        const members = devices.value.flatMap(({ id, member }) => (member ? [id] : []));
        return { type: 'regard', known, blocked, closedTo: { allBut: [...agreed.value, ...members] } };
      }),
      said(() => ({
        type: 'present',
        peers: devices.value.flatMap(({ id, away, hasLeft }) => (away || hasLeft ? [] : [id])),
      })),
      said(() => atRouter(connection.value, router.value)),
    ];
  }

  #start(): void {
    if (this.#bag) return;
    const { secret, ownName, looked } = this.#means;
    this.#bag = new BagClient((message) => this.#hear(message));
    this.post({ type: 'own', secret, name: ownName.peek() });
    for (const message of this.#situation()) this.post(message.peek());
    this.post({ type: 'look', isOn: looked.peek() });
    for (const { asked } of this.#open.values()) this.post(asked);
  }

  #stop(): void {
    this.#bag?.stop();
    this.#bag = undefined;
    for (const { answer } of this.#open.values()) answer(undefined);
    this.#open.clear();
    const { signals } = this.#means;
    batch(() => {
      signals.holder.value = 'waiting';
      signals.messages.value = new Map();
      signals.board.value = { posts: [], isWhole: false };
    });
  }

  #hear(message: FromBag): void {
    const { signals, pass } = this.#means;
    switch (message.type) {
      case 'ready': // BagClient has heard these
      case 'fault':
        return;
      case 'holder':
        batch(() => {
          signals.holder.value = message.state;
          signals.facts.value = message.facts;
        });
        return;
      case 'messages':
        if (message.put.some(({ isNew }) => isNew)) void keepStorage();
        signals.messages.value = withMessages(signals.messages.peek(), message);
        return;
      case 'board':
        signals.board.value = withPosts(signals.board.peek(), message);
        return;
      case 'carried':
        signals.carried.value = message.carried;
        return;
      case 'said':
      case 'bytes':
      case 'forgotten':
        this.#open.get(message.request)?.answer(message);
        this.#open.delete(message.request);
        return;
      case 'meet':
        pass({ type: 'meet', peer: message.peer });
        return;
      case 'pass':
        pass({ type: 'pass', peer: message.to, message: { type: 'word', event: message.event } });
        return;
      case 'tell-heard':
        pass({ type: 'pass', peer: message.to, message: { type: 'heard', id: message.id } });
        return;
    }
  }
}
