/** What the welcome page says. Readings of kanji stand in brackets behind them (see `withReadings`). */
import { type Html, html } from '../pages/html.ts';

/**
 * For the languages that are shown in full. Titles may break at a bar, because not every browser can find Japanese
 * phrases.
 */
export type WelcomeWords = {
  readonly title: string;
  readonly why: string;
  /** Why the app does not open in a captive window. */
  readonly notHere: string;
  /** The first step, which is also the text of the link. */
  readonly agree: string;
  /** iPhone, iPad, Mac: how their window closes. */
  readonly apple: string;
  readonly android: string;
  readonly open: string;
  /** The title after the link was pressed. */
  readonly next: string;
  /** The link to the app, where the page is in a real browser. */
  readonly enter: string;
  /** For clients that asked under a foreign name. */
  readonly otherName: Html;
};

export const JAPANESE: WelcomeWords = {
  title: 'Safari か Chrome で、|このアドレスを|開いてください',
  why: 'この Wi-Fi はインターネットにつながっていません。近くの人と、写真やファイルを送り合えます。',
  notHere: 'この小さな画面では使えません。',
  agree: 'わかりました',
  apple: 'iPhone：右上の「完了」を押す',
  android: 'Android：「インターネットがない」と出たら、「はい」を選ぶ',
  open: 'Safari か Chrome を開き、アドレスを入れる',
  next: 'この画面を閉じて、|Safari か Chrome を|開いてください',
  enter: '開く',
  otherName: html`このルーターは、いま開いた名前では使えません。上のアドレスを使ってください。（管理者へ：この名前で使うには、<code>--hostname</code> でルーターに名前を伝えてください。）`,
};

export const EASY_JAPANESE: Pick<WelcomeWords, 'title' | 'why' | 'next'> = {
  title: 'Safari か Chrome を 開[ひら]いて、下[した]の アドレスを 入[い]れて ください。',
  why: 'ここでは インターネットは 使[つか]えません。近[ちか]くの 人[ひと]に、写真[しゃしん]を 送[おく]ることが できます。',
  next: 'この 画面[がめん]を 閉[し]めて ください。Safari か Chrome を 開[ひら]いて ください。',
};

export const ENGLISH: WelcomeWords = {
  title: 'Open this address in Safari or Chrome',
  why: 'This Wi-Fi has no Internet. With it you send photos and files to people nearby.',
  notHere: 'This small window cannot do that.',
  agree: 'OK',
  apple: 'iPhone: press “Done” at the top right',
  android: 'Android: asked about “no Internet”, choose “Yes”',
  open: 'Open Safari or Chrome and type the address',
  next: 'Close this window and open Safari or Chrome',
  enter: 'Open',
  otherName: html`This router does not answer to the name you opened. Use the address above. (For the operator: to use this name, tell it to the router with <code>--hostname</code>.)`,
};

/** One sentence or two for everybody else, by language tag. */
export const OTHERS: Readonly<Record<string, string>> = {
  'zh-Hans': '请用 Safari 或 Chrome 打开这个地址。这里没有互联网，但可以给附近的人发送文件。',
  'zh-Hant': '請用 Safari 或 Chrome 開啟這個網址。這裡沒有網際網路，但可以傳送檔案給附近的人。',
  ko: 'Safari나 Chrome에서 이 주소를 여세요. 인터넷은 없지만 가까운 사람에게 파일을 보낼 수 있습니다.',
  vi: 'Hãy mở địa chỉ này bằng Safari hoặc Chrome. Ở đây không có Internet, nhưng bạn có thể gửi tệp cho người ở gần.',
  pt: 'Abra este endereço no Safari ou no Chrome. Aqui não há Internet, mas você pode enviar arquivos a pessoas próximas.',
  fil: 'Buksan ang address na ito sa Safari o Chrome. Walang Internet dito, pero makapagpapadala ka ng file sa mga taong malapit.',
  ne: 'यो ठेगाना Safari वा Chrome मा खोल्नुहोस्। यहाँ इन्टरनेट छैन, तर नजिकका मानिसलाई फाइल पठाउन सकिन्छ।',
  id: 'Buka alamat ini di Safari atau Chrome. Di sini tidak ada Internet, tetapi Anda bisa mengirim file ke orang di dekat Anda.',
  es: 'Abra esta dirección en Safari o Chrome. Aquí no hay Internet, pero puede enviar archivos a personas cercanas.',
  th: 'เปิดที่อยู่นี้ใน Safari หรือ Chrome ที่นี่ไม่มีอินเทอร์เน็ต แต่ส่งไฟล์ให้คนใกล้ ๆ ได้',
  my: 'ဒီလိပ်စာကို Safari သို့မဟုတ် Chrome မှာ ဖွင့်ပါ။ ဒီမှာ အင်တာနက် မရှိပေမယ့် အနီးက လူတွေကို ဖိုင်ပို့နိုင်ပါတယ်။',
};
