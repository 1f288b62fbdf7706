import type { BoardWords } from '../words/board.ts';

export const board: BoardWords = {
  posts: '投稿',
  newPost: '投稿する',
  post: '投稿の内容',
  publish: '掲示板に出す',
  everyone: 'ここにいる人も、運ばれた先にいる人も、だれでも読めます。',
  reply: '返信',
  sendReply: '返信を送る',
  replies: { other: '返信#件' },

  topic: '種類',
  allTopics: 'すべての種類',
  topics: { notice: 'お知らせ', need: '必要なもの', offer: '提供できるもの', lost: '落とし物', safety: '安否・安全' },
  find: '掲示板で探す',
  noneFits: '当てはまる投稿がありません。文字を減らすか、種類を変えてみてください。',

  pinned: '固定',
  own: 'あなた',
  somebody: '名前なし',
  until: '{date}まで',
  lasts: '出しておく日数',

  personal: '名簿ではありませんか？',
  personalHelp:
    '掲示板に出した名前、番号、生年月日は、だれでも読め、遠くまで運ばれます。あとから完全に消せるとは限りません。みんなに知られて困ることは書かないでください。',
  anyway: 'それでも掲示板に出す',
  change: '書き直す',

  takeBack: '投稿を消す',
  takeBackAsk: 'この投稿を消しますか？ルーターやほかの端末からも、知らせが届きしだい消えます。',

  empty: '掲示板にはまだ何もありません',
  emptyHelp: 'みんなに知らせたいことを出してください。給水の時間、必要なもの、見つけた物など。',
  off: 'このルーターには掲示板がありません。この端末が持ってきたものを表示しています。',
  away: 'ルーターの応答がありません。この端末にあるものを表示しています。',
  waiting: '投稿を探しています…',
  notWhole: 'ほかの投稿がまだ届いています。',
  gone: 'この投稿は、もう掲示板にありません。',
};
