/** The words of "nobody I do not know for an hour", in every language: they come late, with the parts that show them. */
import type { LanguageTag } from '../i18n/language.ts';

export type ClosedMessages = {
  readonly close: string;
  readonly help: string;
  /** At the switch, while it is on. `{time}`: until it ends. */
  readonly on: string;
  readonly title: string;
  /** What becomes of the others meanwhile. */
  readonly others: string;
  readonly end: string;
};

export const closedWords: Readonly<Record<LanguageTag, ClosedMessages>> = {
  en: {
    close: 'Nobody I do not know, for an hour',
    help: 'For when strangers keep asking. They get no answer, as if this device were off. People you know, people of your groups, and those with whom you have already exchanged something, still get through.',
    on: 'For {time} more. It ends by itself.',
    title: 'Only people you know can reach you',
    others: 'For {time} more. Whoever else calls gets no answer, as if this device were off.',
    end: 'End now',
  },
  ja: {
    close: '知らない人からは1時間受け付けない',
    help: '知らない人から何度も届いて困るときに。電源が切れているときと同じで、返事をしません。知っている人、グループの人、これまでにやりとりした人は、今までどおり送れます。',
    on: 'あと {time}です。時間がたつと元に戻ります。',
    title: 'あなたに送れるのは知っている人だけです',
    others: 'あと {time}です。ほかの人には、電源が切れているときと同じで、返事をしません。',
    end: '今すぐ元に戻す',
  },
};
