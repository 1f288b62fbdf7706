import type { ChoiceWords } from '../words/choice.ts';

export const choice: ChoiceWords = {
  unreadable: {
    other: '#個のファイルは読めないため、入っていません（なくなったか、読み取りが許可されていません）: {names}',
  },
  nameTooLong: { other: '#個のファイルは名前が長すぎて相手の端末で扱えないため、入っていません: {names}' },
  emptyFolders: { other: '#個の空のフォルダーは送れないため、入っていません: {names}' },
  withoutContent: { other: '#個のファイルは中身が空です（0バイト）: {names}' },
  tooMuch: '{count}は一度に送れません。一度に送れるのは{most}までです。何回かに分けて選んでください。',
  letters: { other: '名前の文字数#' },
  nothingThere: 'ファイルが見つかりませんでした。',
  count: {
    photos: { other: '写真#枚' },
    videos: { other: '動画#本' },
    media: { other: '写真と動画#件' },
  },
  dated: '{files}（{days}）',
  span: '{from}～{to}',
  firstAndMore: { other: '{name} ほか#件' },
  onlyFiles: '空のフォルダーと、フォルダーの中のリンクは送りません。',
  tray: '送るファイル',
  trayLeaving: 'まもなく送信',
  remove: '{name} を外す',
  removeAll: 'すべて外す',
  lookAtFiles: 'ファイルを見る',
  trayDone: '閉じる',
  undo: '取り消す',
  sendNow: '今すぐ送る',
  leavesIn: 'あと{time}で送ります',
  leftNow: '{names} は、いなくなりました。',

  sayDeparting: '{names} へ、{files}。あと{time}で送ります。Esc キーで取り消せます。',
  madeOfText: 'テキストをファイル {name} にしました。',
  namesAndMore: { other: '{names} ほか#人' },
  toPeople: { other: '#人へ: {names}' },
};
