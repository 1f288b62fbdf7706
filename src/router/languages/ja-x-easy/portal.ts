/** Easy Japanese: the welcome page. */
import type { PortalWords } from '../../portal/words.ts';

export const portal: PortalWords = {
  title: 'Safari か Chrome を 開[ひら]いて、下[した]の アドレスを 入[い]れて ください。',
  why: 'ここでは インターネットは 使[つか]えません。近[ちか]くの 人[ひと]に、写真[しゃしん]や ファイルを 送[おく]ることが できます。',
  notHere: 'この 小[ちい]さい 画面[がめん]では 送[おく]ることが できません。',
  agree: 'わかりました',
  apple: 'iPhone：右[みぎ]の 上[うえ]の「完了[かんりょう]」を 押[お]します',
  android: 'Android：「インターネットがない」と 出[で]たら、「はい」を 押[お]します',
  open: 'Safari か Chrome を 開[ひら]きます。アドレスを 入[い]れます',
  next: 'この 画面[がめん]を 閉[と]じて ください。Safari か Chrome を 開[ひら]いて ください。',
  enter: '開[ひら]く',
  otherName:
    'いまの 名前[なまえ]では 開[ひら]けません。上[うえ]の アドレスを 使[つか]って ください。（担当[たんとう]の 人[ひと]へ：この 名前[なまえ]を 使[つか]うときは、{option} で Wi-Fi の 機械[きかい]に 教[おし]えて ください。）',
  short:
    'Safari か Chrome で、この アドレスを 開[ひら]いて ください。インターネットは ありません。近[ちか]くの 人[ひと]に ファイルを 送[おく]ることが できます。',
};
