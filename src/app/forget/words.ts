/** The words of "forget everything", in every language: they come with its chunk, and the first screen does not wait for them. */

import type { Forms } from '../i18n/forms.ts';
import type { LanguageTag } from '../i18n/language.ts';
import type { KeepingPlace } from './plan.ts';

export type ForgetMessages = {
  readonly button: string;
  readonly buttonHelp: string;

  readonly title: string;
  readonly where: string;
  readonly lost: string;
  /** Received files that may be nowhere else, and those that are elsewhere. */
  readonly unsaved: Forms;
  readonly saved: Forms;
  /** The page does not know what is kept: another one does. */
  readonly receivedUnknown: string;
  readonly underWay: Forms;
  readonly unsent: string;
  /** Everybody of whom something is kept: known and blocked. */
  readonly people: Forms;
  readonly groups: Forms;
  /** The name stands in the gap. */
  readonly name: string;
  readonly app: string;
  readonly stays: string;
  readonly staying: readonly string[];
  readonly yes: string;
  readonly no: string;

  readonly removing: string;
  readonly removingHelp: string;
  readonly done: string;
  readonly doneHelp: string;
  readonly notAll: string;
  readonly left: Readonly<Record<KeepingPlace, string>>;
  readonly leftHelp: string;
  readonly afterwards: string;
  readonly again: string;
  readonly begin: string;
};

export const forgetWords: Readonly<Record<LanguageTag, ForgetMessages>> = {
  en: {
    button: 'Forget everything on this device',
    buttonHelp: 'For a device that you lend, give back or may lose: what stays here can be removed.',

    title: 'Forget everything on this device?',
    where: 'This removes what this browser keeps for {address}. It cannot be undone.',
    lost: 'What is lost',
    unsaved: {
      one: '# received file that may not be on your device yet. Save it first if you need it.',
      other: '# received files that may not be on your device yet. Save them first if you need them.',
    },
    saved: {
      one: 'The copy here of # received file. The one on your device stays.',
      other: 'The copies here of # received files. Those on your device stay.',
    },
    receivedUnknown: 'All files received here. How many there are cannot be said just now.',
    underWay: {
      one: '# transfer that is not finished. It ends now, and cannot go on later.',
      other: '# transfers that are not finished. They end now, and cannot go on later.',
    },
    unsent: 'The files that wait here to be sent.',
    people: {
      one: 'Whom you know or have blocked: # person. To this device it is a stranger then.',
      other: 'Whom you know or have blocked: # people. To this device they are strangers then.',
    },
    groups: {
      one: '# group. To be in it again you need its code.',
      other: '# groups. To be in them again you need their codes.',
    },
    name: 'Your name, {name}. Others will see a new device.',
    app: 'The app itself, where it is kept to open without a router.',
    stays: 'What stays elsewhere',
    staying: [
      'On this device: files that you have saved, the history of the browser, and its permissions. Remove these in the device’s own apps and settings.',
      'On this device: what another browser, another address of the router, or an app on the home screen keeps. Forget it there, too.',
      'On routers: no names and no files. You disappear from their lists at once.',
      'On other devices: what you sent them, and your name beside it.',
    ],
    yes: 'Forget everything',
    no: 'Keep',

    removing: 'Forgetting everything',
    removingHelp: 'This takes a few seconds. Keep this page open.',
    done: 'This device has forgotten everything',
    doneHelp: 'Nothing of this app is kept here for {address} any more.',
    notAll: 'This device could not forget everything',
    left: {
      databases:
        'Not removed: your name, who you are to others, whom you know, your groups, and the lists of what you sent and received.',
      worker: 'Not removed: the part of the app that opens without a router, and its notices.',
      texts: 'Not removed: the language that was chosen, and until when only known people are let in.',
      files: 'Not removed: received files.',
      caches: 'Not removed: the kept copy of the app. It tells nothing about you.',
    },
    leftHelp:
      'Close all other tabs of this page and try again. If that does not help, remove the site data of {address} in the settings of the browser.',
    afterwards: 'You can close this page now. To use Hikyaku again, the device has to be in the Wi-Fi of a router.',
    again: 'Try again',
    begin: 'Start as a new device',
  },
  ja: {
    button: 'この端末の記録をすべて消す',
    buttonHelp: '端末を貸す、返す、なくすかもしれないときに。ここに残っているものを消せます。',

    title: 'この端末の記録をすべて消しますか？',
    where: 'このブラウザーが {address} のために残しているものを消します。元に戻せません。',
    lost: 'なくなるもの',
    unsaved: {
      other: 'まだ端末に保存していないかもしれない、受け取ったファイル#個。必要なら先に保存してください。',
    },
    saved: { other: '受け取ったファイル#個の、ここにあるコピー。端末に保存したものは残ります。' },
    receivedUnknown: 'ここで受け取ったすべてのファイル。今は数がわかりません。',
    underWay: { other: '終わっていない送受信#件。ここで中止になり、あとから続けられません。' },
    unsent: '送る前のファイル。',
    people: { other: '知っている人とブロックした人#人。この端末にとっては、また知らない人になります。' },
    groups: { other: '入っているグループ#件。また入るにはコードが必要です。' },
    name: 'あなたの名前「{name}」。ほかの人には新しい端末として表示されます。',
    app: 'ルーターなしで開くために残してあるアプリ。',
    stays: 'ほかに残るもの',
    staying: [
      'この端末: 保存したファイル、ブラウザーの履歴と許可の設定。端末のアプリや設定で消してください。',
      'この端末: ほかのブラウザー、ルーターの別のアドレス、ホーム画面のアプリが残しているもの。それぞれで消してください。',
      'ルーター: 名前もファイルも残りません。一覧からはすぐに消えます。',
      'ほかの端末: あなたが送ったものと、それに付いた名前。',
    ],
    yes: 'すべて消す',
    no: 'やめる',

    removing: 'すべて消しています',
    removingHelp: '数秒かかります。この画面を開いたままにしてください。',
    done: 'この端末の記録をすべて消しました',
    doneHelp: '{address} のためにこのアプリが残したものは、もうここにはありません。',
    notAll: '消せなかったものがあります',
    left: {
      databases:
        '残っているもの: 名前、ほかの端末があなたを見分ける情報、知っている人の一覧、グループ、送ったものと受け取ったものの一覧。',
      worker: '残っているもの: ルーターなしで開くための部分と、その通知。',
      texts: '残っているもの: 選んだ言語と、知らない人から受け付けない時間。',
      files: '残っているもの: 受け取ったファイル。',
      caches: '残っているもの: 保存してあるアプリ。あなたのことは何も含みません。',
    },
    leftHelp:
      'この画面を開いているほかのタブをすべて閉じて、もう一度試してください。それでも消えないときは、ブラウザーの設定で {address} のサイトデータを消してください。',
    afterwards: 'この画面はもう閉じてかまいません。また使うときは、ルーターの Wi-Fi につないでください。',
    again: 'もう一度試す',
    begin: '新しい端末として始める',
  },
};
