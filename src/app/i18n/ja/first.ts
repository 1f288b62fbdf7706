/** Japanese: plain です・ます, short sentences. */
import type { FirstWords } from '../words/first-screen.ts';
import { pictures } from './pictures.ts';
import { shell } from './shell.ts';

export const first: FirstWords = {
  language: '言語',
  connection: {
    connecting: 'つないでいます',
    online: 'つながっています',
    reconnecting: 'つなぎ直しています',
    offline: 'つながっていません',
    outdated: 'つながっていません',
    replaced: 'つながっていません',
  },
  connectionHelp: {
    connecting: 'この Wi-Fi のルーターを探しています。',
    reconnecting: 'ルーターとの接続が切れたため、つなぎ直しています。送受信はそのまま続きます。',
  },
  withoutInternet: 'ネット接続なし',
  tabs: '画面',
  people: 'みんな',
  bringIn: 'ほかの人を呼ぶ',
  sections: { known: '知っている人', recent: '最近やり取りした人', here: 'ここにいる人', new: '今来た人' },
  board: '掲示板',
  received: '届いたもの',
  notSavedYet: { other: '保存していないものが#個' },

  pictures,
  mark: '{picture} {digits}',
  withMark: '{name}（{mark}）',
  yourMark: 'あなたの目印です',
  alike: '似た名前がほかにもあります。絵と数字を確かめてください。',
  known: '知っている人',
  ofGroup: 'グループ「{name}」',
  notThem: 'あなたの知っている{name}さんではありません。',
  aboutPerson: '{name}について',
  callsItself: '端末の名前は{name}',

  yourName: 'あなたの名前: {name}',

  chooseFiles: 'ファイルを選ぶ',
  chooseFolder: 'フォルダーを選ぶ',
  takePhoto: '写真を撮る',
  dropHint: 'または、この画面にファイルをドロップ',
  looking: 'ファイルを確かめています…',
  files: { other: '#個のファイル' },
  more: { other: 'ほか#件' },

  devices: '近くの端末',
  pressToChoose: '送りたい相手を押してください。',
  pressToSend: '送る相手を押してください。',
  several: '何人かに送る',
  hasLeft: '今ここにいません',
  kind: { phone: 'スマートフォン', tablet: 'タブレット', computer: 'パソコン', device: 'その他の端末' },
  away: '一時的に離れています',
  behind: 'ルーター: {router}',
  devicesLater: 'つながると、ここに端末が表示されます。',

  outdated: 'この画面は古くなっています',
  outdatedHelp: '受け取ったファイルを保存してから、画面を再読み込みしてください。',
  reload: '再読み込み',
  replaced: 'ほかの場所で開いています',
  replacedHelp:
    '別のタブ、もう一つのアドレス、またはこの端末のデータをコピーした端末で開いています。送受信できるのは一度に一か所だけです。',
  useHere: 'ここで使う',

  shell,
};
