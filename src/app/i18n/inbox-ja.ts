import type { InboxMessages } from './inbox-messages.ts';

export const inbox: InboxMessages = {
  title: '受け取ったファイル',
  back: '戻る',
  sum: '{files}・{size}',
  empty: 'まだ何もありません',
  emptyHelp: '受け取ったファイルは、消すまでここに残ります。',
  gone: 'これはもう消されています',
  stays: '消すまで、このアプリの中に残ります。',
  mayGo:
    '消すまでこのアプリの中に残りますが、空きが少なくなるとブラウザーが消すことがあります。大切なものは端末に保存してください。',
  onDevice: '端末に保存ずみ',
  onlyHere: 'このアプリの中だけ',
  someOnDevice: '{total}個中{done}個を端末に保存ずみ',

  unfinished: '受信の途中',
  arrived: '{total}のうち{done}が届いています',
  expires: '再開しないと、{date} に自動で消えます。',
  askUnfinished: 'ここまでに届いた分を消します。相手側でも中止になります。',

  storage: '保存場所',
  allowed: 'ブラウザーの上限まで、あと約{size}です。端末の空きはそれより少ないことがあります。',
  short: '空きが少なくなっています',
  shortHelp: '新しいファイルが入らないことがあります。いらないものをここで消してください。',

  remove: '消す',
  removeNamed: '{name} を消す',
  removeAll: 'すべて消す',
  removeSaved: '端末に保存ずみのものを消す',
  removeSavedHelp: '保存ずみの{files}（{size}）。端末に保存したものは残ります。',
  askSaved: 'このアプリの中のコピーを消します。端末に保存したものは残ります。',
  askUnsaved: { other: 'まだ端末に保存していないファイルが#個あります。ここで消すと、なくなります。' },

  share: '共有',
  preview: 'プレビュー',
  openPdf: 'PDF を開く',
  pdfHelp: '新しいタブで、ブラウザーの画面に表示します。',
  pdfNoViewer: 'このブラウザーでは PDF を表示できません。端末に保存してから開いてください。',
  cannotShow: 'この種類のファイルはここでは表示できません。端末に保存してから開いてください。',
  pictureTooLarge: '画像が大きすぎて、ここでは表示できません。端末に保存してから開いてください。',
  unreadable: '今は読み込めません。画面を再読み込みして、もう一度試してください。',
  beginning: 'はじめの部分だけを表示しています（{total}のうち{done}）。',
  encoding: '文字コード',
  picture: '画像: {name}',
};
