/** What the page is shown: messages, the board while somebody looks, what is carried; as it changes, and in portions. */
import type { EventId, SignedEvent } from '../protocol/event.ts';
import { WRAP } from '../words/kinds.ts';
import type { FromBag } from './api/api.ts';
import type { MessageView } from './api/views.ts';
import type { Board } from './board/board.ts';
import { carriedView } from './carried-view.ts';
import { type MessageRecord, messageView } from './letters/record.ts';
import type { Hands, Storage } from './parts.ts';
import type { Situation } from './situation.ts';
import { Telling } from './telling.ts';

export type ShownPorts = {
  readonly situation: Situation;
  readonly storage: Storage;
  readonly hands: Hands;
  readonly board: Board;
  readonly schedule: (task: () => void, ms: number) => () => void;
  readonly post: (message: FromBag) => void;
};

export class Shown {
  readonly #ports: ShownPorts;
  readonly #telling: Telling;
  readonly #changed = new Set<EventId>();
  /** How far those that were sent had come when the page was told last. */
  readonly #told = new Map<EventId, string>();
  #isLookedAt = false;
  #shift: number;

  constructor(ports: ShownPorts) {
    this.#ports = ports;
    this.#telling = new Telling(ports.schedule);
    this.#shift = ports.storage.life.shift;
  }

  /** What earlier visits left. */
  begin(): void {
    const { board, storage } = this.#ports;
    board.note([...storage.carried.all].map(({ event }) => event));
    this.messages([...storage.messages.all].map(({ rumor }) => rumor.id));
    this.carried();
  }

  events(events: readonly Pick<SignedEvent, 'id' | 'kind' | 'tags'>[]): void {
    const { board, storage } = this.#ports;
    board.note(events);
    const letters = new Set(events.filter(({ kind }) => kind === WRAP).map(({ id }) => id));
    if (letters.size > 0)
      for (const { wrap, rumor } of storage.messages.all) if (wrap && letters.has(wrap)) this.messages([rumor.id]);
    this.board();
    this.carried();
  }

  messages(ids: readonly EventId[]): void {
    for (const id of ids) this.#changed.add(id);
    if (ids.length > 0) this.#telling.soon('messages', () => this.#tellMessages());
  }

  /** How far those that have not arrived have come may be another thing: the page is told of those of which it is. */
  allSent(): void {
    const sent = [...this.#ports.storage.messages.all].filter((one) => one.direction === 'sent' && !one.hasArrived);
    const changed = sent.filter((one) => this.#told.get(one.rumor.id) !== inWords(this.#progressOf(one)));
    this.messages(changed.map(({ rumor }) => rumor.id));
  }

  look(isOn: boolean): void {
    this.#isLookedAt = isOn;
    if (isOn) this.#tellBoard();
  }

  /** All that the router has for everybody is here, or perhaps not. */
  isWhole(is: boolean): void {
    this.#ports.board.isWhole = is;
    this.board();
  }

  board(): void {
    if (!this.#isLookedAt) return;
    if (this.#ports.board.isAwaited) this.#telling.soon('board', () => this.#tellBoard());
    else this.#telling.seldom('board', () => this.#tellBoard());
  }

  holder(): void {
    const { state, holder } = this.#ports.situation;
    const { blobBytes, days } = holder;
    this.#ports.post({ type: 'holder', state, facts: { blobBytes, days } });
  }

  carried(): void {
    const { storage, situation, post } = this.#ports;
    this.#telling.seldom('carried', () => {
      const { count, bytes } = storage.blobs;
      post({ type: 'carried', carried: carriedView(storage.carried.all, { count, bytes }, situation) });
    });
  }

  /** The operator whose word counts is another one. */
  operator(): void {
    this.#ports.board.touchAll();
    this.board();
  }

  /** In portions, between which others have their turn: the worker, and the page. */
  #tellBoard(): void {
    const { board, post } = this.#ports;
    this.#lookAtClock();
    if (!this.#isLookedAt) return;
    post(board.news());
    if (board.hasNews) this.#telling.soon('board', () => this.#tellBoard());
  }

  /** The device's clock was set: everything stands at other times now, in the same order. */
  #lookAtClock(): void {
    const { storage, board } = this.#ports;
    if (storage.life.shift === this.#shift) return;
    this.#shift = storage.life.shift;
    board.touchAll();
    for (const { rumor } of storage.messages.all) this.#changed.add(rumor.id);
  }

  #tellMessages(): void {
    this.#lookAtClock();
    const records = [...this.#changed].map((id) => [id, this.#ports.storage.messages.get(id)] as const);
    this.#changed.clear();
    for (const [id, record] of records) {
      if (record?.direction === 'sent') this.#told.set(id, inWords(this.#progressOf(record)));
      else this.#told.delete(id);
    }
    this.#ports.post({
      type: 'messages',
      put: records.flatMap(([, record]) => (record ? [this.#viewOf(record)] : [])),
      gone: records.flatMap(([id, record]) => (record ? [] : [id])),
    });
  }

  #viewOf(record: MessageRecord): MessageView {
    const { situation, storage } = this.#ports;
    const view = { ...messageView(record, situation.self), at: storage.life.wallAt(record.lived) };
    return record.direction === 'received' ? view : { ...view, ...this.#progressOf(record) };
  }

  #progressOf(record: MessageRecord): Pick<MessageView, 'progress' | 'why'> {
    const { situation, hands } = this.#ports;
    const letter = record.wrap && hands.giving.stateOf(record.wrap);
    const progress = hands.leaving.progressOf(record, letter, situation.holder.days);
    return { progress, ...(progress === 'refused' && letter?.refused && { why: letter.refused }) };
  }
}

const inWords = ({ progress, why }: Pick<MessageView, 'progress' | 'why'>): string => `${progress} ${why}`;
