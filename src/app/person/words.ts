/** The words of the screens about people, in every language: they come with their chunk, and the first screen does not wait. */
import type { Forms } from '../i18n/forms.ts';
import type { LanguageTag } from '../i18n/language.ts';

export type PeopleMessages = {
  readonly title: string;
  /** The way to that list. */
  readonly list: string;
  readonly known: string;
  readonly blocked: string;
  readonly nobody: string;
  readonly nobodyHelp: string;
  /** `{date}`. */
  readonly knownSince: string;
  readonly blockedSince: string;
  /** `{name}`: what a known person calls themselves. */
  readonly callsItself: string;
  readonly stranger: string;
  readonly strangerHelp: string;
  /** `{name}`: the label of the known person; `{called}`: what they called themselves. */
  readonly isNotHelp: string;
  /** Nothing is known of this person: the address is old. */
  readonly unknown: string;

  readonly rename: string;
  readonly renameLabel: string;
  readonly renameHint: string;
  readonly forget: string;
  /** `{name}`. */
  readonly forgetAsk: string;
  readonly block: string;
  readonly unblock: string;
  readonly unblockNamed: string;
  readonly blockedHelp: string;
  readonly no: string;

  readonly unasked: string;
  /** `#`: a number of files. */
  readonly unaskedHelp: Forms;
  /** The browser does not tell how much room is left. `{size}`. */
  readonly unaskedRoom: string;
  readonly never: string;
  /** `{size}`. */
  readonly upTo: string;
};

const en: PeopleMessages = {
  title: 'People',
  list: 'Known and blocked people',
  known: 'People you know',
  blocked: 'Blocked',
  nobody: 'Nobody yet',
  nobodyHelp: 'People whom you make sure of, and those whom you block, are listed here.',
  knownSince: 'Known since {date}',
  blockedSince: 'Blocked since {date}',
  callsItself: 'The device calls itself {name}.',
  stranger: 'You have not made sure of this person',
  strangerHelp: 'Anybody can use any name. When you stand beside each other, make sure that it is them.',
  isNotHelp:
    'It is another device. {name}, whom you made sure of, called themselves {called}. Take nothing from this one that you would take only from them.',
  unknown: 'This person is not here, and you do not know them.',

  rename: 'Rename',
  renameLabel: 'What you call them',
  renameHint: 'Only you see this name.',
  forget: 'Forget',
  forgetAsk: 'Then {name} is new to you again. What they sent you stays. To know them again, make sure once more.',
  block: 'Block',
  unblock: 'Unblock',
  unblockNamed: 'Unblock {name}',
  blockedHelp: 'Nothing of them reaches you, and nothing can be sent to them. To send something, unblock them first.',
  no: 'Back',

  unasked: 'Accept without asking',
  unaskedHelp: {
    other:
      'What is larger, or more than # files, is asked about as always. In one day at most ten times as much is taken this way.',
  },
  unaskedRoom:
    'This browser does not say how much room is left, so you are also asked about everything larger than {size}.',
  never: 'Never',
  upTo: 'Up to {size}',
};

const ja: PeopleMessages = {
  title: '人',
  list: '知っている人とブロックした人',
  known: '知っている人',
  blocked: 'ブロックした人',
  nobody: 'まだだれもいません',
  nobodyHelp: '本人だと確かめた人と、ブロックした人がここに並びます。',
  knownSince: '{date}に確かめました',
  blockedSince: '{date}にブロックしました',
  callsItself: '相手の端末の名前は「{name}」です。',
  stranger: 'まだ本人だと確かめていません',
  strangerHelp: '名前はだれでも自由に付けられます。そばにいるときに、本人かどうか確かめてください。',
  isNotHelp:
    'これは別の端末です。あなたが確かめた{name}さんの端末の名前は「{called}」でした。{name}さんからしか受け取らないものは、受け取らないでください。',
  unknown: 'この人は今ここにいません。まだ知らない人です。',

  rename: '呼び名を変える',
  renameLabel: 'あなたが使う呼び名',
  renameHint: 'この呼び名はあなたにだけ見えます。',
  forget: '知っている人から外す',
  forgetAsk:
    '{name}さんは、また知らない人になります。受け取ったものは残ります。もう一度知っている人にするには、本人だと確かめ直してください。',
  block: 'ブロックする',
  unblock: 'ブロックをやめる',
  unblockNamed: '{name}のブロックをやめる',
  blockedHelp: 'この人からは何も届かず、この人へは何も送れません。送るには、まずブロックをやめてください。',
  no: '戻る',

  unasked: '確認せずに受け取る',
  unaskedHelp: {
    other:
      'これより大きいものや、ファイルが#個より多いものは、いつもどおり確認します。1日に受け取るのは、合わせてこの10倍までです。',
  },
  unaskedRoom: 'このブラウザでは空き容量がわからないため、{size}より大きいものも確認します。',
  never: 'しない',
  upTo: '{size}まで',
};

export const peopleWords: Readonly<Record<LanguageTag, PeopleMessages>> = { en, ja };
