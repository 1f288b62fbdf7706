import type { BlockingWords, PersonWords } from '../words/person.ts';

export const person: PersonWords = {
  title: '知っている人とブロックした人',
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
    'これは別の端末です。あなたが確かめた{name}さんの端末の名前は「{called}」でした。{name}さんからなら受け取る、というものは受け取らないでください。',
  unknown: 'この人は今ここにいません。まだ知らない人です。',

  between: 'やり取り',
  nothingYet: 'まだ何もやり取りしていません。',
  earlier: { other: '前の#件を表示' },
  saveAllNamed: 'すべて保存: {name}',
  fromYou: 'あなたから',
  fromThem: '相手から',

  forgetSent: '送ったものの一覧を消す',
  forgetSentHelp:
    'この人に送ったものの名前、大きさ、日時を、この端末は1か月覚えています。受け取ったものは「届いたもの」にあります。',
  forgetSentAsk: 'この一覧を消しますか？元に戻せません。受け取ったものは残ります。',

  forgetMessages: '{name}さんとのメッセージをすべて消す',
  forgetMessagesAsk:
    '{name}さんとのメッセージと、その中のファイルを、この端末から消します。保存していないものと、まだルーターに預けていないものは失われます。{name}さんの端末には残ります。',
  messagesStay:
    'すべては消せませんでした。このブラウザーが受け付けません。この画面を閉じ、もう一度開いて、やり直してください。',

  more: 'この人についての設定',
  notHere: '{name}さんは今ここにいません。',
  notHereHelp:
    '相手がこの Wi-Fi につないで、この画面を開くと、また表示されます。途中のものは、そのとき自動で続きます。',

  rename: '呼び名を変える',
  renameLabel: 'あなたが使う呼び名',
  renameHint: 'この呼び名はあなたにだけ見えます。',
  forget: '知っている人から外す',
  forgetAsk:
    '{name}さんは、また知らない人になります。{name}さんとのメッセージと、その中のファイルは、この端末から消えます。「届いたもの」にあるものは残ります。もう一度知っている人にするには、本人だと確かめ直してください。',
  block: 'ブロックする',
  unblock: 'ブロックをやめる',
  unblockNamed: '{name}さんのブロックをやめる',
  blockedHelp: 'この人からは何も届かず、この人へは何も送れません。送るには、まずブロックをやめてください。',
  no: '戻る',

  unasked: '確認せずに受け取る',
  unaskedHelp: {
    other:
      'これより大きいものや、ファイルが#個より多いものは、いつもどおり確認します。1日に受け取るのは、合わせてこの10倍までです。',
  },
  unaskedRoom: 'このブラウザーでは空き容量がわからないため、{size}より大きいものも確認します。',
  never: 'しない',
  upTo: '{size}まで',
};

export const blocking: BlockingWords = {
  ask: '{name}さんからは何も届かなくなり、今のやり取りは止まります。相手には知らせません。相手からは、あなたがいないように見えます。いつでも元に戻せます。',
  yes: 'ブロックする',
  no: '戻る',
};

export const notKept =
  'このブラウザーでは、知っている人やブロックした人を保存しきれませんでした。この画面を閉じるか再読み込みすると、なくなります。';
