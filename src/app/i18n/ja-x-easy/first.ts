/** Easy Japanese: one short sentence, one idea; spaces between phrases, and readings. */
import type { FirstWords } from '../words/first-screen.ts';
import { pictures } from './pictures.ts';
import { shell } from './shell.ts';

export { prepare } from '../readings.ts';

export const first: FirstWords = {
  language: 'ことば',
  connection: {
    connecting: 'つないで います',
    online: 'つながって います',
    reconnecting: 'もう 一度[いちど] つないで います',
    offline: 'つながって いません',
    outdated: 'つながって いません',
    replaced: 'つながって いません',
  },
  connectionHelp: {
    connecting: 'Wi-Fi の 機械[きかい]を さがして います。',
    reconnecting: 'Wi-Fi の 機械[きかい]に もう 一度[いちど] つないで います。ファイルは 止[と]まりません。',
  },
  withoutInternet: 'インターネットなし',
  tabs: '画面[がめん]',
  people: 'みんな',
  bringIn: '人[ひと]を 呼[よ]ぶ',
  sections: {
    known: '知[し]っている 人[ひと]',
    recent: '最近[さいきん] やりとりした 人[ひと]',
    here: 'ここに いる 人[ひと]',
    new: 'いま 来[き]た 人[ひと]',
  },
  board: '掲示板[けいじばん]',
  received: '受[う]け取[と]った もの',
  notSavedYet: { other: 'まだ 保存[ほぞん]していない もの：#' },

  pictures,
  mark: '{picture} {digits}',
  withMark: '{name}（{mark}）',
  yourMark: 'あなたの 目印[めじるし]です',
  alike: '似[に]ている 名前[なまえ]が あります。絵[え]と 数字[すうじ]を 見[み]て ください。',
  known: '知[し]っている 人[ひと]',
  ofGroup: 'グループ「{name}」',
  notThem: 'あなたが 知[し]っている {name}さんでは ありません。',
  aboutPerson: '{name} に ついて',
  callsItself: 'スマホの 名前[なまえ]：{name}',

  yourName: 'あなたの 名前[なまえ]：{name}',

  chooseFiles: 'ファイルを 選[えら]ぶ',
  chooseFolder: 'フォルダーを 選[えら]ぶ',
  takePhoto: '写真[しゃしん]を とる',
  dropHint: 'または、この 画面[がめん]に ファイルを 置[お]きます',
  looking: 'ファイルを 見[み]て います…',
  files: { other: 'ファイル #個[こ]' },
  more: { other: 'ほかに #件[けん]' },

  devices: '近[ちか]くの スマホ',
  pressToChoose: '送[おく]りたい 人[ひと]を 押[お]して ください。',
  pressToSend: '次[つぎ]に、送[おく]る 人[ひと]を 押[お]して ください。',
  several: '何人[なんにん]かに 送[おく]る',
  hasLeft: 'いま ここに いません',
  kind: { phone: 'スマホ', tablet: 'タブレット', computer: 'パソコン', device: 'ほかの 機械[きかい]' },
  away: '少[すこ]し 離[はな]れて います',
  behind: '{router} に います',
  devicesLater: 'つながると、ここに スマホが 出[で]ます。',

  outdated: 'この 画面[がめん]は 古[ふる]いです',
  outdatedHelp:
    '受[う]け取[と]った ファイルを 保存[ほぞん]して ください。次[つぎ]に、もう 一度[いちど] 開[ひら]いて ください。',
  reload: 'もう 一度[いちど] 開[ひら]く',
  replaced: 'Hikyaku を ほかの 所[ところ]で 開[ひら]いて います',
  replacedHelp: 'ほかの 画面[がめん]か、アドレスか、スマホです。使[つか]える 所[ところ]は 一[ひと]つだけです。',
  useHere: 'ここで 使[つか]う',

  shell,
};
