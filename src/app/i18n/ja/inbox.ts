import type { InboxWords } from '../words/inbox.ts';

export const inbox: InboxWords = {
  title: '受け取ったファイル',
  sum: '{files}・{size}',
  unfinished: '受信の途中',
  deleted: '最近消したもの',
  back: '戻る',
  empty: 'まだ何もありません',
  emptyHelp: '受け取ったファイルは、消すまでここに残ります。',
  gone: 'これはもう消されています',
  stays: '消すまで、このアプリの中に残ります。',
  mayGoSoon:
    '消すまでこのアプリの中に残りますが、この画面を開かないまま Safari を 7 日使うと、Safari が消します。大切なものは端末に保存してください。',
  mayGo:
    '消すまでこのアプリの中に残りますが、空きが少なくなるとブラウザーが消すことがあります。大切なものは端末に保存してください。',
  where: {
    arrived: '届きました',
    saved: '端末に保存しました',
    onlyHere: 'このアプリの中だけ',
  },
  today: '今日',
  yesterday: '昨日',
  chooseSeveral: 'いくつか選ぶ',
  endChoosing: '選ぶのをやめる',
  chosen: { other: 'ファイル#個を選びました' },
  someSaved: '{total}個中{done}個を端末に保存しました',
  savingSome: '保存しています（{total}個中{done}個）',
  arrived: '{total}のうち{done}が届いています',
  expires: '再開しないまま {date} を過ぎると、自動で消えます。',
  askUnfinished: 'ここまでに届いた分を消します。相手側でも中止になります。',

  storage: '空き容量',
  allowed: 'ブラウザーの上限まで、あと約{size}です。端末の空きはそれより少ないことがあります。',
  short: '空きが少なくなっています',
  shortHelp: '新しいファイルが入らないことがあります。いらないものをここで消してください。',

  remove: '消す',
  removeNamed: '{name}を消す',
  removeAll: 'すべて消す',
  removeSaved: 'ここのコピーを消す',
  removeSavedHelp: '端末に保存したもの: {files}（{size}）。ここのコピーを消しても、端末のものは残ります。',
  ask: {
    saved: 'このアプリの中のコピーを消します。端末にあるものは残ります。24時間は元に戻せます。',
    unsaved: {
      other:
        'まだ端末に保存していないかもしれないファイルが#個あります。24時間は元に戻せます。その後は完全に消えます。',
    },
  },
  askPurge: {
    saved: 'このアプリの中のコピーがすぐに完全に消え、元に戻せません。端末にあるものは残ります。',
    unsaved: {
      other: '端末に保存していないかもしれないファイルが#個あります。すぐに完全に消え、元に戻せません。',
    },
  },
  deletedHelp: '完全に消えるまで、空き容量は増えません。',
  deletedNone: '最近消したものはありません。',
  goes: '{date} に完全に消えます。',
  undo: '元に戻す',
  undoNamed: '元に戻す: {name}',
  purge: '今すぐ完全に消す',
  purgeHelp: '最近消した{files}（{size}）が、まだ容量を使っています。',

  share: '共有',
  preview: 'プレビュー',
  openPdf: 'PDF を開く',
  pdfHelp: '新しいタブで、ブラウザーの画面に表示します。',
  pdfNoViewer: 'このブラウザーでは PDF を表示できません。端末に保存してから開いてください。',
  cannotShow: 'この種類のファイルはここでは表示できません。端末に保存してから開いてください。',
  pictureTooLarge: '画像が大きすぎて、ここでは表示できません。端末に保存してから開いてください。',
  showPicture: '画像を表示',
  showPictureHelp:
    '大きさは表示するまでわかりません。とても大きい画像では、この画面が止まることがあります。ファイルは残ります。',
  unreadable: '今は読み込めません。画面を再読み込みして、もう一度試してください。',
  beginning: 'はじめの部分だけを表示しています（{total}のうち{done}）。',
  encoding: '文字コード',
  picture: '画像: {name}',
};
