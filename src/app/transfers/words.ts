/** Words of the list of transfers that come with its chunk, in every language. */
import type { Forms } from '../i18n/forms.ts';
import type { LanguageTag } from '../i18n/language.ts';

/** The states in which one of several sends can be. */
export type SendPhase = 'sent' | 'sending' | 'waiting' | 'paused' | 'interrupted' | 'declined' | 'cancelled' | 'failed';

type TransferMessages = {
  readonly acceptedUnasked: string;
  /** Announced when it begins. `{name}`, `{title}`. */
  readonly sayUnasked: string;
  /** So many of the people to whom something is sent are at this point. */
  readonly people: Readonly<Record<SendPhase, Forms>>;
  /** Opens the list of those people. */
  readonly who: string;
  /** The button that ends the transfer to one of them. `{name}`. */
  readonly cancelFor: string;
  /** Announced when nothing moves any more. `{title}`; `{counts}`: the texts of `people`. */
  readonly sayBatch: string;
};

export const transferWords: Readonly<Record<LanguageTag, TransferMessages>> = {
  en: {
    acceptedUnasked: 'Accepted without asking, because you know the sender.',
    sayUnasked: 'Receiving {title} from {name} without asking.',
    people: {
      sent: { other: '# sent' },
      sending: { other: '# sending' },
      waiting: { other: '# waiting' },
      paused: { other: '# paused' },
      interrupted: { other: '# interrupted' },
      declined: { other: '# declined' },
      cancelled: { other: '# cancelled' },
      failed: { other: '# failed' },
    },
    who: 'Who',
    cancelFor: 'Cancel: {name}',
    sayBatch: '{title}: {counts}.',
  },
  ja: {
    acceptedUnasked: '知っている人からなので、確認せずに受け取りました。',
    sayUnasked: '{name}から{title}を、確認せずに受け取っています。',
    people: {
      sent: { other: '#人に送信完了' },
      sending: { other: '#人に送信中' },
      waiting: { other: '#人を待っています' },
      paused: { other: '#人は一時停止中' },
      interrupted: { other: '#人は途中で切れました' },
      declined: { other: '#人は受け取りませんでした' },
      cancelled: { other: '#人は中止' },
      failed: { other: '#人は失敗' },
    },
    who: '相手を見る',
    cancelFor: '中止: {name}',
    sayBatch: '{title}: {counts}。',
  },
};
