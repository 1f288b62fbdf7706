/**
 * A sender and a receiver of one transfer, the links between them, and everything that can happen to them: pure,
 * synchronous, and the same for the same script. The rules are checked here at every moment.
 */
import { toRanges } from '../ranges.ts';
import type { Receiving } from '../receiving.ts';
import { Disk } from './content.ts';
import { type Side, SimulatedLink } from './network.ts';
import { type Known, type ReceiverWatcher, SimulatedReceiver, type Disk as Storage } from './receiver.ts';
import { Broken, demand, Rules } from './rules.ts';
import type { Scenario, Step } from './script.ts';
import { SimulatedSender, transfer } from './sender.ts';

const SIDES = ['sender', 'receiver'] as const;

type Named = { readonly type: string };
type Phased = { readonly phase: string };

/** One step of a machine, for somebody who has to find out how a rule was broken. */
function story(side: Side, before: Phased, event: Named, after: Phased, effects: readonly Named[]): string {
  return `  ${side}, ${before.phase}: ${event.type} -> ${[after.phase, ...effects.map(({ type }) => type)].join(' ')}`;
}

export class World {
  readonly disk: Disk;
  readonly storage: Storage = { pack: new Map(), ledger: [], state: 'good' };
  sender: SimulatedSender | undefined;
  receiver: SimulatedReceiver | undefined;
  readonly rules: Rules;
  readonly #known: Known;
  readonly #trace: string[] | undefined;
  #links: SimulatedLink[] = [];
  /** The transfer, earlier or present, that a handle on a link names to the receiver. */
  readonly #byHandle = new Map<SimulatedLink, Map<number, SimulatedReceiver>>();
  readonly #frozen = new Set<Side>();
  #lastLink = 0;

  constructor({ sizes, known }: Scenario, trace?: string[]) {
    this.#trace = trace;
    this.disk = new Disk(sizes);
    this.rules = new Rules(this.disk, this.storage.pack);
    this.#known = new Map(known.map((file) => [file, this.disk.blocks(file, 0)]));
    this.sender = new SimulatedSender(this.disk, {
      saw: (before, event, after, effects) => {
        this.#trace?.push(story('sender', before, event, after, effects));
        this.rules.sawSender(before, event, after, effects);
      },
      linkAtHand: () => this.#readyLink('sender'),
    });
    this.connect();
  }

  // What happens

  step(step: Step): void {
    this.#trace?.push(`> ${step.join(' ')}`);
    switch (step[0]) {
      case 'run':
        this.#run(step[1], step[2]);
        return;
      case 'connect':
        this.connect();
        return;
      case 'break':
        this.#links.at(-1)?.break();
        return;
      case 'close':
        this.#close(this[step[1]]?.link ?? this.#links.at(-1), step[1]);
        return;
      case 'no-link':
        if (this.sender?.state.phase === 'waiting' && this.sender.state.step === 'connecting')
          this.rules.excuses.add('unreachable');
        if (this.sender?.waitsForPeer) this.sender.dispatch({ type: 'link-lost', cause: 'unreachable' });
        return;
      case 'freeze':
        this.#frozen.add(step[1]);
        return;
      case 'thaw':
        this.#frozen.delete(step[1]);
        return;
      case 'reload':
        this.#reload(step[1]);
        return;
      case 'kill':
        this.#kill(step[1], step[2]);
        return;
      case 'choose':
        this.sender?.choose();
        this.tryNow('sender');
        return;
      case 'accept':
        this.accept(step[1]);
        return;
      case 'decline':
        if (this.receiver?.state.phase === 'offered') this.rules.excuses.add('declined');
        this.receiver?.dispatch({ type: 'decline-pressed' });
        return;
      case 'cancel':
        if (this[step[1]]) this.rules.excuses.add('cancelled');
        this[step[1]]?.dispatch({ type: 'cancel-pressed' });
        return;
      case 'pause':
      case 'resume':
        this[step[1]]?.dispatch({ type: `${step[0]}-pressed` });
        return;
      case 'storage':
        this.storage.state = step[1];
        if (step[1] === 'failing') this.rules.excuses.add('storage failed');
        return;
      case 'change':
        this.rules.excuses.add('changed');
        this.disk.change(step[1] % this.disk.entries.length, step[2]);
        return;
      case 'silence':
        this.silence(step[1]);
        return;
      case 'try':
        this.tryNow(step[1]);
        return;
    }
  }

  connect(): void {
    this.#lastLink += 1;
    this.#links.push(new SimulatedLink(this.#lastLink));
  }

  accept(everyNth: number): void {
    if (this.receiver?.state.phase !== 'offered') return;
    this.rules.hasConsent = true;
    const files = this.disk.entries.map((_, file) => file).filter((file) => file % everyNth === 0);
    this.receiver.dispatch({ type: 'accept-pressed', files: toRanges(files) });
  }

  silence(side: Side): boolean {
    if (side === 'sender' && !this.sender?.expectsAnswer) return false;
    if (side === 'receiver' && !this.receiver?.shouldBeSent) return false;
    const link = this[side]?.link;
    this[side]?.dispatch({ type: 'fell-silent' });
    return (
      side === 'sender' && link !== undefined && this.sender?.state.phase === 'sending' && this.sender.state.isSilent
    );
  }

  /** The engine's timer: continues with what waits, if there is a link. True when there is one, or none is wanted. */
  tryNow(side: Side): boolean {
    const wants = side === 'sender' ? this.sender?.waitsForPeer : this.receiver?.asksToResume;
    if (!wants) return true;
    const link = this.#readyLink(side);
    if (link) this[side]?.met(link);
    return link !== undefined;
  }

  thaw(): void {
    this.#frozen.clear();
    this.storage.state = 'good';
  }

  /** True when something is going to happen. */
  get isBusy(): boolean {
    return this.#enabled().length > 0;
  }

  /** Lets everything happen that is pending. */
  settle(): void {
    for (let steps = 0; steps < 2_000; steps += 1) {
      const [next] = this.#enabled();
      if (!next) return;
      next();
    }
    throw new Broken('it never comes to rest');
  }

  #run(steps: number, order: number): void {
    let random = order;
    for (let step = 0; step < steps; step += 1) {
      const enabled = this.#enabled();
      // Numerical Recipes' generator: only the script may decide what happens.
      random = (Math.imul(random, 1_664_525) + 1_013_904_223) >>> 0;
      const next = enabled[(random >>> 8) % Math.max(1, enabled.length)];
      if (next) next();
      else if (!this.meet()) return;
    }
  }

  /** Sides that want to go on do so over the current link, or get one. True when one of them wanted to. */
  meet(): boolean {
    const wants = SIDES.filter((side) => !this.#frozen.has(side) && !this.tryNow(side));
    if (wants.length > 0) this.connect();
    return wants.length > 0;
  }

  /** All things that can happen next by themselves. */
  #enabled(): (() => void)[] {
    const enabled: (() => void)[] = [];
    for (const side of SIDES) {
      if (this.#frozen.has(side)) continue;
      const own = this[side];
      if (own && own.line.length > 0) enabled.push(() => own.line.shift()?.());
      for (const link of this.#links) {
        if (!link.isOpen(side)) continue;
        const { control, bulk } = link.inbox[side];
        if (control.length > 0) enabled.push(() => this.#arrived(side, link, control.shift()));
        // Frames wait for the hello, like those of a channel that is not open yet.
        if (bulk.length > 0 && link.isReady[side]) enabled.push(() => this.#frame(side, link, bulk.shift()));
      }
    }
    return enabled;
  }

  #arrived(
    side: Side,
    link: SimulatedLink,
    message: SimulatedLink['inbox'][Side]['control'][number] | undefined,
  ): void {
    if (message === undefined) return;
    if (message === 'closed') {
      this.#close(link, side);
      return;
    }
    this.#trace?.push(`  ${side} hears on link ${link.number}: ${JSON.stringify(message)}`);
    if (message.type === 'hello') {
      link.isReady[side] = true;
      this[side]?.met(link);
    } else if (message.type === 'offer') this.#offered(link, message);
    else if (side === 'receiver') this.receiver?.heard(link, message);
    else if (this.sender) this.sender.heard(link, message);
    else if (message.type === 'resume') link.tell('sender', { type: 'cancel', transfer }); // the transfer is gone for good
  }

  #frame(side: Side, link: SimulatedLink, frame: SimulatedLink['inbox'][Side]['bulk'][number] | undefined): void {
    if (frame === undefined) return;
    if (frame === 'closed') {
      this.#close(link, side);
      return;
    }
    const named = this.#byHandle.get(link)?.get(frame.handle);
    demand(named !== undefined, 'every frame belongs to a transfer that was offered on its link');
    if (named === this.receiver) named.frame(link, frame);
  }

  #offered(link: SimulatedLink, offer: { handle: number; files: number; bytes: number; again?: boolean }): void {
    const handles = this.#byHandle.get(link) ?? new Map<number, SimulatedReceiver>();
    this.#byHandle.set(link, handles);
    const before = this.receiver;
    const run = { link, handle: offer.handle };
    if (offer.again && (!before || before.isForgettable)) {
      this.receiver = undefined;
      link.tell('receiver', { type: 'unknown', transfer });
      return;
    }
    if (offer.again && before) {
      handles.set(offer.handle, before);
      before.offeredAgain(run);
      return;
    }
    if (before && !before.isForgettable) {
      demand(before.link !== link, 'an offer is made anew only where it is not known');
      return; // overtaken by a later one, on another link
    }
    this.rules.hasConsent = false;
    this.rules.hasLost = true;
    this.receiver = SimulatedReceiver.announced(run, offer, this.storage, this.#known, this.#receiverWatcher);
    handles.set(offer.handle, this.receiver);
  }

  #close(link: SimulatedLink | undefined, side: Side): void {
    if (!link?.isOpen(side)) return;
    this.#trace?.push(`  ${side} has lost link ${link.number}`);
    link.close(side);
    this[side]?.lost(link);
    this.#links = this.#links.filter((other) => SIDES.some((either) => other.isOpen(either)));
  }

  #readyLink(side: Side): SimulatedLink | undefined {
    return this.#links.find((link) => link.isReady[side]);
  }

  #reload(side: Side): void {
    this.#frozen.delete(side);
    for (const link of this.#links) link.close(side);
    if (side === 'sender') this.sender = this.sender?.reloaded();
    else this.receiver = SimulatedReceiver.restored(this.storage, this.#known, this.#receiverWatcher);
  }

  #kill(lost: number, damaged: number): void {
    const { ledger, pack } = this.storage;
    if (!this.storage.record || this.storage.record.savedAs === undefined) {
      this.storage.ledger = ledger.slice(0, Math.max(0, ledger.length - lost));
      if (damaged >= 0 && pack.has(damaged)) pack.set(damaged, 'damaged');
      this.rules.hasLost = true;
    }
    this.#reload('receiver');
  }

  readonly #receiverWatcher: ReceiverWatcher = {
    saw: (before, event, after, effects) => {
      this.#trace?.push(story('receiver', before, event, after, effects));
      this.rules.sawReceiver(before, after, effects);
      if (event.type === 'block') this.#checkPause(before);
    },
    wrote: (number, counted, token, agreement) => this.rules.wrote(number, counted, token, agreement),
    linkAtHand: () => this.#readyLink('receiver'),
  };

  /** A receiver that shows a pause while bytes arrive must at least be about to learn that it is over. */
  #checkPause(state: Receiving): void {
    const link = this.receiver?.link;
    const mine = this.sender?.state;
    if (state.phase !== 'receiving' || !state.isPaused || mine?.phase !== 'sending' || this.sender?.link !== link)
      return;
    const hearsOfIt = link?.inbox.receiver.control.some((one) => one !== 'closed' && one.type === 'resumed');
    demand(mine.isPaused || hearsOfIt === true, 'paused is not shown while the sender goes on');
  }
}
