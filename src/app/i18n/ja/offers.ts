import type { OfferWords } from '../words/offers.ts';

export const offers: OfferWords = {
  incoming: 'ファイルを受け取りますか？',
  wantsToSend: 'から届いています',
  chooseAll: 'すべて選ぶ',
  chooseNone: 'すべて外す',
  nothingStored: '「受け取る」を押すまで、この端末には何も保存しません。',
  senderSilent: '今、相手の端末から返事がありません。画面が消えているかもしれません。返事があると受け取れます。',
  fleeting: 'このブラウザーは、この画面のデータを残しません。受け取ったら、画面を閉じる前に保存してください。',
  accept: '受け取る',
  decline: '受け取らない',
  waitingOffers: { other: 'ほかに#件届いています' },
  strangers: {
    ask: { other: '#人から届いています' },
    help: 'まだやりとりのない相手か、これまで受け取らなかった相手です。答えを急ぐ必要はありません。',
    look: '見る',
    lookAt: '{name} から届いたものを見る',
    declineAll: 'どれも受け取らない',
    later: 'あとにする',
    say: '届いているものがあります。画面のいちばん下で確かめられます。',
  },
  sayOffer: '{name} から{files}が届いています。受け取りますか？',
  declineAllOf: { other: 'この相手からの#件をどれも受け取らない' },
  aboutSender: 'この人について',
};
