/** The words of "make sure", in every language: they come with its chunk, and the first screen does not wait. */
import type { WhyNotCompared } from '../../engine/api/comparison-view.ts';
import type { LanguageTag } from '../i18n/language.ts';
import type { Scanned } from './scanned.ts';

/** A heading, and a sentence below it. */
type Said = { readonly title: string; readonly help: string };
type NoPerson = Exclude<Scanned['is'], 'person' | 'other'>;

/** `{name}`: the other person. */
export type MakeSureMessages = {
  readonly button: string;
  readonly ways: Said &
    Readonly<Record<'compare' | 'compareHelp' | 'photo' | 'photoHelp' | 'mine' | 'mineHelp', string>>;
  /** The same, when it shows only from their code who they are. */
  readonly waysAny: Said;

  readonly calling: Said;
  readonly asking: Said;
  readonly asked: Said & { readonly accept: string; readonly notNow: string };
  readonly agreed: Said;
  readonly code: Said &
    Readonly<Record<'pictures' | 'number' | 'same' | 'different' | 'saidHere' | 'saidThere', string>>;
  readonly known: Readonly<Record<'title' | 'help' | 'oneSided' | 'label' | 'labelHint' | 'done', string>>;

  readonly different: Readonly<
    Record<'title' | 'me' | 'peer' | 'broken' | 'unproven' | 'other' | 'nothingSent' | 'what', string>
  > & {
    readonly steps: readonly string[];
  };
  readonly block: string;
  readonly failed: Readonly<Record<Exclude<WhyNotCompared, 'unproven' | 'broken'>, Said>>;

  readonly mine: Said & { readonly picture: string };
  readonly photo: Said & Readonly<Record<'take' | 'looking', string>>;
  readonly noPerson: Readonly<Record<NoPerson, Said>>;

  readonly again: string;
  readonly cancel: string;
  readonly close: string;
};

const en: MakeSureMessages = {
  button: 'Make sure',
  ways: {
    title: 'Make sure that this is {name}',
    help: 'Stand beside each other, so that you can see both screens.',
    compare: 'Compare pictures',
    compareHelp: 'Ten seconds, and both of you are sure.',
    photo: 'Take a photo of their code',
    photoHelp: 'They press “Make sure” and “Show my code”. You are sure then, they are not yet.',
    mine: 'Show my code',
    mineHelp: 'For others to take a photo of.',
  },
  waysAny: {
    title: 'Make sure by a photo',
    help: 'Stand beside each other. To compare pictures, choose the person in the list of devices first.',
  },

  calling: { title: 'Connecting to {name}', help: 'This takes some seconds.' },
  asking: { title: 'Now look at the screen of {name}', help: 'They are asked, and press “Accept”.' },
  asked: {
    title: '{name} wants to make sure that you are you',
    help: 'Stand beside each other. Both screens then show four pictures and a number, and you compare them.',
    accept: 'Accept',
    notNow: 'Not now',
  },
  agreed: { title: 'One moment', help: 'The pictures appear on both screens.' },
  code: {
    title: 'Do both screens show the same?',
    help: 'Look at both screens, or read it aloud to each other: all four pictures, and the number.',
    pictures: 'Pictures',
    number: 'Number: {digits}',
    same: 'They are the same',
    different: 'They are not the same',
    saidHere: 'You said: the same. Waiting for {name}.',
    saidThere: '{name} said: the same. And you?',
  },
  known: {
    title: 'You know {name} now',
    help: 'From now on this device recognises theirs, whatever others call themselves.',
    oneSided: '{name} is not sure of you yet: show them your code, or compare pictures.',
    label: 'What you call them',
    labelHint: 'Only you see this name.',
    done: 'Done',
  },

  different: {
    title: 'Do not send anything to this device',
    me: 'The two screens are not the same. The device that is called {name} here may not be theirs: somebody may sit between you, and read or change what you send to each other.',
    peer: '{name} says that the two screens are not the same. The device that is called {name} here may not be theirs: somebody may sit between you, and read or change what you send to each other.',
    broken:
      'The device that is called {name} here did not answer as an honest one does. It may not be theirs: somebody may sit between you, and read or change what you send to each other.',
    unproven:
      'What answers here is not the device that is called {name}. Somebody may sit between you, and read or change what you send to each other.',
    other:
      'This is the code of another device than the one that is called {name} here. It may not be theirs: somebody may sit between you, and read or change what you send to each other.',
    nothingSent: 'Nothing was sent now.',
    what: 'What to do',
    steps: [
      'Tell {name} right away.',
      'Perhaps one of you looked at something else: try once more, and read it aloud.',
      'If it is not the same again, give files to each other in another way, and tell whoever looks after this Wi-Fi.',
    ],
  },
  block: 'Block this device',
  failed: {
    refused: { title: '{name} did not accept', help: 'Ask them, and try again.' },
    cancelled: { title: '{name} stopped', help: 'You are not sure of each other yet. Talk to them, and try again.' },
    late: {
      title: 'It took too long',
      help: 'You are not sure of each other yet. Try again when you stand beside each other.',
    },
    lost: {
      title: 'The connection broke',
      help: 'You are not sure of each other yet. Keep this page open on both screens, and try again.',
    },
    unreachable: { title: '{name} cannot be reached', help: 'Keep this page open on both screens, and try again.' },
    outdated: { title: 'One of the two pages is old', help: 'Reload the page on both devices, and try again.' },
  },

  mine: {
    title: 'My code',
    help: 'The other person presses “Make sure” and takes a photo of this. Then they are sure of you. To be sure of them, take a photo of theirs.',
    picture: 'Code of this device',
  },
  photo: {
    title: 'Take a photo of their code',
    help: 'On their screen: “Make sure”, then “Show my code”. The code should fill half of your photo.',
    take: 'Take a photo',
    looking: 'Looking at the photo…',
  },
  noPerson: {
    nothing: {
      title: 'No code was found in this photo',
      help: 'Go closer, until the code fills half of the photo. Hold still, keep lamps and the sun off the glass, and make the other screen brighter.',
    },
    unreadable: { title: 'This photo cannot be opened', help: 'Take another one.' },
    missing: {
      title: 'A part of this page did not arrive',
      help: 'Photos cannot be read without it. Stay near the router, and reload this page; or compare pictures.',
    },
    foreign: { title: 'This is another kind of code', help: 'On their screen: “Make sure”, then “Show my code”.' },
    own: { title: 'This is your own code', help: 'Take a photo of the other screen.' },
    absent: {
      title: 'This person is not here',
      help: 'Their code is right, but their device is not in reach. Both of you open this page in the same Wi-Fi.',
    },
    blocked: { title: 'You have blocked this person', help: 'Unblock them first, under “People”.' },
  },

  again: 'Try again',
  cancel: 'Cancel',
  close: 'Close',
};

const ja: MakeSureMessages = {
  button: '本人か確かめる',
  ways: {
    title: '{name}さん本人か確かめる',
    help: '2人で並んで、両方の画面が見えるようにしてください。',
    compare: '絵を見くらべる',
    compareHelp: '10秒ほどで、お互いに確かめられます。',
    photo: '相手のコードを写真に撮る',
    photoHelp: '相手の画面で「本人か確かめる」→「自分のコードを見せる」。確かめられるのは、撮った人だけです。',
    mine: '自分のコードを見せる',
    mineHelp: '相手に写真を撮ってもらいます。',
  },
  waysAny: {
    title: '写真で確かめる',
    help: '2人で並んでください。絵を見くらべるには、先に端末の一覧で相手を選んでください。',
  },

  calling: { title: '{name}さんにつないでいます', help: '数秒かかります。' },
  asking: {
    title: '{name}さんの画面を見てください',
    help: '相手の画面に確認が出ています。「はい」を押してもらってください。',
  },
  asked: {
    title: '{name}さんが、あなた本人か確かめたいそうです',
    help: '2人で並んでください。両方の画面に4つの絵と数字が出るので、見くらべます。',
    accept: 'はい',
    notNow: '今はしない',
  },
  agreed: { title: 'お待ちください', help: '両方の画面に絵が出ます。' },
  code: {
    title: '両方の画面は同じですか？',
    help: '両方の画面を見くらべるか、声に出して読み合ってください。4つの絵と数字を、すべて確かめます。',
    pictures: '絵',
    number: '数字：{digits}',
    same: '同じです',
    different: '違います',
    saidHere: 'あなたは「同じ」と答えました。{name}さんの答えを待っています。',
    saidThere: '{name}さんは「同じ」と答えました。あなたは？',
  },
  known: {
    title: '{name}さんだと確かめました',
    help: 'これからは、ほかの人がどんな名前を使っても、この端末が{name}さんの端末を見分けます。',
    oneSided: '{name}さんは、まだあなたを確かめていません。自分のコードを見せるか、絵を見くらべてください。',
    label: 'あなたが使う呼び名',
    labelHint: 'この呼び名はあなたにだけ見えます。',
    done: '完了',
  },

  different: {
    title: 'この端末には何も送らないでください',
    me: '2つの画面が同じではありません。ここに「{name}」と出ている端末は、本人のものではないかもしれません。だれかが間に入って、やり取りをのぞいたり書き換えたりするおそれがあります。',
    peer: '{name}さんの答えは「違います」でした。ここに「{name}」と出ている端末は、本人のものではないかもしれません。だれかが間に入って、やり取りをのぞいたり書き換えたりするおそれがあります。',
    broken:
      'ここに「{name}」と出ている端末から、正しくない答えが返ってきました。本人のものではないかもしれません。だれかが間に入って、やり取りをのぞいたり書き換えたりするおそれがあります。',
    unproven:
      '答えているのは「{name}」の端末ではありません。だれかが間に入って、やり取りをのぞいたり書き換えたりするおそれがあります。',
    other:
      'このコードは、ここに「{name}」と出ている端末のものではありません。その端末は本人のものではないかもしれません。だれかが間に入って、やり取りをのぞいたり書き換えたりするおそれがあります。',
    nothingSent: '今の確認では、何も送っていません。',
    what: 'どうすればよいか',
    steps: [
      'すぐに{name}さんに伝えてください。',
      '見間違いかもしれません。声に出して読みながら、もう一度試してください。',
      'それでも違うときは、ファイルは別の方法で渡し、このWi-Fiを世話している人に知らせてください。',
    ],
  },
  block: 'この端末をブロックする',
  failed: {
    refused: { title: '{name}さんは「はい」を押しませんでした', help: '声をかけて、もう一度試してください。' },
    cancelled: {
      title: '{name}さんがやめました',
      help: 'まだ確かめられていません。声をかけて、もう一度試してください。',
    },
    late: { title: '時間がかかりすぎました', help: 'まだ確かめられていません。2人で並んで、もう一度試してください。' },
    lost: {
      title: '接続が切れました',
      help: 'まだ確かめられていません。両方の画面でこのページを開いたまま、もう一度試してください。',
    },
    unreachable: {
      title: '{name}さんにつながりません',
      help: '両方の画面でこのページを開いたまま、もう一度試してください。',
    },
    outdated: {
      title: 'どちらかのページが古いままです',
      help: '両方の端末でページを再読み込みして、もう一度試してください。',
    },
  },

  mine: {
    title: '自分のコード',
    help: '相手に「本人か確かめる」を押して、このコードを写真に撮ってもらいます。すると、相手はあなただと確かめられます。あなたも、相手のコードを写真に撮ってください。',
    picture: 'この端末のコード',
  },
  photo: {
    title: '相手のコードを写真に撮る',
    help: '相手の画面で「本人か確かめる」→「自分のコードを見せる」。コードが写真の半分くらいになるように撮ってください。',
    take: '写真を撮る',
    looking: '写真を調べています…',
  },
  noPerson: {
    nothing: {
      title: '写真にコードが見つかりません',
      help: 'コードが写真の半分くらいになるまで近づいてください。動かさず、光の映り込みを避け、相手の画面を明るくしてもらってください。',
    },
    unreadable: { title: 'この写真は開けません', help: 'もう一度撮ってください。' },
    missing: {
      title: 'ページの一部が届いていません',
      help: 'このままでは写真を読み取れません。ルーターの近くでページを再読み込みするか、絵を見くらべてください。',
    },
    foreign: {
      title: '別の種類のコードです',
      help: '相手の画面で「本人か確かめる」→「自分のコードを見せる」を押してもらってください。',
    },
    own: { title: 'あなた自身のコードです', help: '相手の画面を写真に撮ってください。' },
    absent: {
      title: 'この人はここにいません',
      help: 'コードは正しいのですが、相手の端末が見つかりません。2人とも同じWi-Fiでこのページを開いてください。',
    },
    blocked: { title: 'ブロックした人です', help: '先に「人」の画面でブロックをやめてください。' },
  },

  again: 'もう一度試す',
  cancel: 'やめる',
  close: '閉じる',
};

export const makeSureWords: Readonly<Record<LanguageTag, MakeSureMessages>> = { en, ja };
