/** Japanese: the welcome page. */
import type { PortalWords } from '../../portal/words.ts';

export const portal: PortalWords = {
  title: 'Safari か Chrome で、|このアドレスを|開いてください',
  why: 'この Wi-Fi はインターネットにつながっていません。近くの人と、写真やファイルを送り合えます。',
  notHere: 'この小さな画面では使えません。',
  agree: 'わかりました',
  apple: 'iPhone：右上の「完了」を押す',
  android: 'Android：「インターネットがない」と出たら、「はい」を選ぶ',
  open: 'Safari か Chrome を開き、アドレスを入れる',
  next: 'この画面を閉じて、|Safari か Chrome を|開いてください',
  enter: '開く',
  otherName:
    'このルーターは、いま開いた名前では使えません。上のアドレスを使ってください。（管理する人へ：この名前で使うには、{option} でルーターに名前を伝えてください。）',
  short:
    'Safari か Chrome で、このアドレスを開いてください。インターネットはありませんが、近くの人にファイルを送れます。',
};
