/** What the session does by code that comes after the first screen: it answers what the engine asks seldom, and has all that is said. */
import type { ReadonlySignal } from '@preact/signals';
import type { SendMessage } from '../../engine/api/api.ts';
import type { SecretKey } from '../../protocol/keys.ts';
import type { TransferKey } from '../../transfer/view.ts';
import { wordsOver, wordsSignals } from '../bag/seam.ts';
import type { Passed, StartedWords, WordsMeans } from '../bag/words.ts';
import type { HeldEngine } from '../engine/held-engine.ts';
import { whenIdle } from '../late/idle.ts';
import type { Connection } from '../model/model.ts';
import type { ClosedHour } from '../people/closed-hour.ts';
import type { People } from '../people/people.ts';
import type { EngineNews } from './engine-news.ts';
import type { AskedLate } from './from-engine.ts';
import type { Neighbourhood } from './neighbourhood.ts';
import type { Warnings } from './warnings.ts';

/** Answers what is `asked`; small pictures are told one by one, as long as somebody `waits` for them. */
export type LateAnswers = (
  asked: AskedLate,
  tell: (made: Extract<SendMessage, { readonly type: 'picture' }>) => void,
  waits: (key: TransferKey) => boolean,
) => Promise<void>;

/** Brings code for which the first load has no room. */
export type Late = () => Promise<{
  readonly answerLate: LateAnswers;
  readonly startWords: (means: WordsMeans) => StartedWords;
}>;

export type LateCode = ReturnType<typeof lateCode>;

type Session = {
  readonly ownName: ReadonlySignal<string>;
  readonly connection: ReadonlySignal<Connection>;
  readonly neighbourhood: Neighbourhood;
  readonly people: People;
  readonly closed: Pick<ClosedHour, 'until'>;
  readonly engine: HeldEngine;
  readonly news: EngineNews;
  readonly warnings: Warnings;
};

/** Until the code is asked for again, in milliseconds: the router was away. */
const AGAIN_MS = 5_000;

export function lateCode(session: Session, secret: SecretKey, late: Late) {
  const { signals, looked } = wordsSignals();
  const { neighbourhood, engine, news, warnings } = session;
  const behind = new Promise<StartedWords>((resolve) => {
    const start = (): void =>
      void late().then(
        ({ startWords }) =>
          resolve(
            startWords({
              ...session,
              router: neighbourhood.router,
              devices: neighbourhood.devices,
              agreed: news.agreed,
              secret,
              signals,
              looked,
              mine: () => engine.get().ready,
              pass: (message) => engine.get().post(message),
              wanted: (peer) => warnings.tries(peer),
            }),
          ),
        () => setTimeout(start, AGAIN_MS),
      );
    whenIdle(start);
  });
  return {
    answer: (asked: AskedLate): void =>
      // If the code does not come, because the router is gone, offers and storage do without.
      void late()
        .then(({ answerLate }) =>
          answerLate(
            asked,
            (made) => engine.get().post(made),
            (key) => news.isWaiting(key),
          ),
        )
        .catch(() => {}),
    words: wordsOver(signals, behind),
    passed: (message: Passed) => void behind.then(({ passed }) => passed(message)),
  };
}
