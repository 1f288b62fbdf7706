/** The words of the screen about groups, in every language: they come with their chunk, and the first screen does not wait. */
import type { LanguageTag } from '../i18n/language.ts';

export type GroupMessages = {
  readonly title: string;
  /** The way to this screen. */
  readonly list: string;
  /** Beside it, while this device hides. */
  readonly hidden: string;
  readonly none: string;
  readonly noneHelp: string;
  readonly full: string;

  readonly make: string;
  readonly makeHelp: string;
  readonly join: string;
  readonly joinHelp: string;
  readonly name: string;
  readonly nameHint: string;
  /** A first name for a new group. */
  readonly someName: string;
  readonly code: string;
  readonly codeHint: string;
  readonly making: string;
  readonly joining: string;
  /** `{code}`. */
  readonly invited: string;
  readonly invitedHelp: string;
  readonly joinYes: string;
  readonly notNow: string;
  readonly problem: Readonly<Record<'noCode' | 'already' | 'full' | 'missing', string>>;

  /** Everybody in a group sees the same picture and digits. */
  readonly sameMark: string;
  readonly show: string;
  readonly showing: string;
  readonly showHelp: string;
  readonly showWarning: string;
  /** `{code}`. */
  readonly picture: string;
  readonly hide: string;
  readonly rename: string;
  readonly leave: string;
  /** `{name}`. */
  readonly leaveAsk: string;
  readonly leaveHiddenAsk: string;
  readonly no: string;

  readonly visible: string;
  readonly everybody: string;
  readonly onlyGroups: string;
  readonly visibleHelp: string;
};

const en: GroupMessages = {
  title: 'Groups',
  list: 'Groups',
  hidden: 'Only people of your groups see you.',
  none: 'No group yet',
  noneHelp:
    'In a group you find your people among many. They stand first in the list, and you can be there for them alone.',
  full: 'You are in as many groups as there can be. To join another one, leave one first.',

  make: 'Make a group',
  makeHelp: 'Then show its code to those who belong to it.',
  join: 'Join with a code',
  joinHelp: 'Somebody in the group can show it to you.',
  name: 'Name of the group',
  nameHint: 'Only you see this name. Without one, the code stands in its place.',
  someName: 'My group',
  code: 'Code of the group',
  codeHint: 'Twelve letters and digits. Capital or small, with or without hyphens: all is right.',
  making: 'Making the group…',
  joining: 'Joining…',
  invited: 'Join the group with the code {code}?',
  invitedHelp: 'Then people of this group see that you belong to it. Join only if you know who gave you the link.',
  joinYes: 'Join',
  notNow: 'Not now',
  problem: {
    noCode: 'This is no code of a group. It has twelve letters and digits: please look again.',
    already: 'You are in this group already.',
    full: 'You are in as many groups as there can be. Leave one first.',
    missing: 'A part of the app is missing. Stay near the router, and try again.',
  },

  sameMark: 'Everybody in this group sees this picture and number. Another one: the code was typed wrong.',
  show: 'Show the code',
  showing: 'Code of {name}',
  showHelp: 'Others take a photo of this with their phone’s camera, or type the code under “Join with a code”.',
  showWarning: 'Whoever has the code is in the group, for good. Show it only to people who belong to it.',
  picture: 'QR code for the code {code}',
  hide: 'Hide the code',
  rename: 'Rename',
  leave: 'Leave',
  leaveAsk: 'Leave {name}? To come back you need its code.',
  leaveHiddenAsk:
    'Leave {name}? It is your last group: then everybody can see you again. To come back you need its code.',
  no: 'Back',

  visible: 'Who can see me',
  everybody: 'Everybody',
  onlyGroups: 'Only people of my groups',
  visibleHelp:
    'If you choose your groups, all others do not find you in their list, and cannot send you anything. Only those to whom you send something see you from then on. The router itself always knows that you are here.',
};

const ja: GroupMessages = {
  title: 'グループ',
  list: 'グループ',
  hidden: 'あなたは今、グループの人にだけ見えています。',
  none: 'まだグループがありません',
  noneHelp:
    'グループを作ると、大勢の中から仲間を見つけやすくなります。仲間は一覧の上に並び、仲間にだけ見えるようにもできます。',
  full: 'これ以上グループに入れません。別のグループに入るには、どれかを抜けてください。',

  make: 'グループを作る',
  makeHelp: '作ったら、仲間にコードを見せてください。',
  join: 'コードで入る',
  joinHelp: 'コードはグループの人に見せてもらってください。',
  name: 'グループの名前',
  nameHint: 'この名前はあなたにだけ見えます。空のままなら、コードが名前になります。',
  someName: 'わたしのグループ',
  code: 'グループのコード',
  codeHint: '英字と数字の12文字です。大文字でも小文字でも、ハイフンはあってもなくてもかまいません。',
  making: 'グループを作るところです…',
  joining: 'グループに入るところです…',
  invited: 'コードが「{code}」のグループに入りますか？',
  invitedHelp:
    '入ると、あなたが仲間だとこのグループの人に分かります。だれがくれたリンクか分かるときだけ入ってください。',
  joinYes: 'グループに入る',
  notNow: '今はやめる',
  problem: {
    noCode: 'グループのコードではありません。英字と数字の12文字です。もう一度確かめてください。',
    already: 'もうこのグループに入っています。',
    full: 'これ以上グループに入れません。どれかを抜けてください。',
    missing: 'アプリの一部を読み込めませんでした。ルーターの近くで、もう一度試してください。',
  },

  sameMark: 'このグループの人には、みんな同じ絵と数字が見えます。違うときは、コードの打ち間違いです。',
  show: 'コードを見せる',
  showing: '{name}のコード',
  showHelp: '仲間は、スマホのカメラでこれを写すか、「コードで入る」でコードを打ちます。',
  showWarning: 'コードを知った人はだれでも入れ、あとから外せません。仲間にだけ見せてください。',
  picture: 'QRコード（コード {code}）',
  hide: 'コードをしまう',
  rename: '名前を変える',
  leave: '抜ける',
  leaveAsk: '{name}を抜けますか？また入るにはコードが必要です。',
  leaveHiddenAsk:
    '{name}を抜けますか？最後のグループなので、みんなに見えるようになります。また入るにはコードが必要です。',
  no: '戻る',

  visible: 'だれに見えるようにするか',
  everybody: 'みんな',
  onlyGroups: 'グループの人だけ',
  visibleHelp:
    '「グループの人だけ」にすると、ほかの人の一覧にあなたは出ず、ほかの人からは何も送れません。ただし、あなたから送った相手には、そのあと見えます。ルーターには、いつもあなたがいることが分かります。',
};

export const groupWords: Readonly<Record<LanguageTag, GroupMessages>> = { en, ja };
