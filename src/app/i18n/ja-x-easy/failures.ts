import type { FailureWords } from '../words/failures.ts';

const SEND = 'もう 一度[いちど] 送[おく]って ください。';
const ASK = '「もう 一度[いちど] 送[おく]って」と 頼[たの]んで ください。';
const BY_ITSELF = '自動[じどう]で もう 一度[いちど] つなぎます。';
const GOES_ON = 'つながると、自動[じどう]で 続[つづ]けます。';
const RELOAD_BOTH = 'ふたりとも、この 画面[がめん]を もう 一度[いちど] 開[ひら]いて ください。';
const PRESS_RESUME = '次[つぎ]に「続[つづ]ける」を 押[お]して ください。';
const BLOCKED_HERE =
  'この スマホから ほかの スマホに つながりません。VPN や、Safari や Chrome の 設定[せってい]が 止[と]めています。それを オフに して ください。';
const BLOCKED_THERE =
  '相手[あいて]の スマホの VPN や 設定[せってい]が 止[と]めています。「オフに して ください」と 頼[たの]んで ください。';
const NO_PATH =
  'ふたりの スマホは 見[み]つかりました。でも、ファイルが 届[とど]きません。VPN が あったら、オフに して ください。';
const NEARER = 'Wi-Fi の 機械[きかい]の 近[ちか]くに 行[い]って ください。';
const SAME_ADDRESS =
  '二[ふた]つの Wi-Fi の 機械[きかい]の アドレスが 同[おな]じです。ファイルが 届[とど]きません。Wi-Fi の 担当[たんとう]の 人[ひと]に 言[い]って ください。直[なお]し方[かた]は /status に あります。';
const OTHER_NETWORK =
  '相手[あいて]の Wi-Fi の 機械[きかい]へ 行[い]く 道[みち]が ありません。Wi-Fi の 担当[たんとう]の 人[ひと]に 言[い]って ください。直[なお]し方[かた]は /status に あります。';
const SOMEBODY_BETWEEN =
  '{name}さんでは ない スマホが 答[こた]えました。または、{name}さんとの 間[あいだ]に 別[べつ]の 人[ひと]が います。';
const NOT_SURE = '答[こた]えた スマホが {name}さんの ものか わかりません。';
const NOTHING_SENT = '何[なに]も 送[おく]って いません。';
const NOTHING_TAKEN = '何[なに]も 受[う]け取[と]って いません。';
const ARRIVED_STAYS = '届[とど]いた ものは 残[のこ]って います。';
const MEET =
  '{name}さんに 会[あ]いに 行[い]って ください。または、別[べつ]の Wi-Fi の 機械[きかい]を 使[つか]って ください。';
const NO_CHECK = 'ファイルを 確[たし]かめることが できませんでした。';
const PAGE_FAILED = 'どちらかの 画面[がめん]が うまく 動[うご]きませんでした。';
const NO_ANSWER =
  '相手[あいて]の スマホから 返事[へんじ]が ありません。画面[がめん]が 消[き]えて いるかも しれません。返事[へんじ]が あると、続[つづ]けます。';
const BROKEN = '途中[とちゅう]で ファイルが 壊[こわ]れました。届[とど]いた ものは 消[け]しました。';
const BROKE_OFF = 'つながらなく なりました。';

export const failures: FailureWords = {
  failure: {
    unreachable: {
      sending: `相手[あいて]の スマホに つながりませんでした。相手[あいて]の 画面[がめん]を 見[み]て ください。${SEND}`,
      receiving: `相手[あいて]の スマホに つながりませんでした。この 画面[がめん]を 閉[と]じないで ください。${ASK}`,
    },
    'blocked-here': { sending: BLOCKED_HERE + SEND, receiving: BLOCKED_HERE + ASK },
    'blocked-there': { sending: `${BLOCKED_THERE}次[つぎ]に、${SEND}`, receiving: BLOCKED_THERE + ASK },
    'no-path': { sending: NO_PATH + NEARER + SEND, receiving: NO_PATH + NEARER + ASK },
    'peer-left': {
      sending: `相手[あいて]の スマホが 見[み]えなく なりました。「画面[がめん]を 開[ひら]いて」と 頼[たの]んで ください。次[つぎ]に、${SEND}`,
      receiving: `相手[あいて]の スマホが 見[み]えなく なりました。「画面[がめん]を 開[ひら]いて」と 頼[たの]んで ください。${ASK}`,
    },
    'connection-lost': {
      sending: `${BROKE_OFF}${NEARER}画面[がめん]を 消[け]さないで ください。${SEND}`,
      receiving: `${BROKE_OFF}${NEARER}画面[がめん]を 消[け]さないで ください。${ASK}`,
    },
    'no-webrtc': {
      sending:
        '相手[あいて]は いまの 画面[がめん]では 受[う]け取[と]ることが できません。「Safari か Chrome か Firefox で 開[ひら]いて」と 頼[たの]んで ください。',
      receiving: 'ここでは 受[う]け取[と]ることが できません。Safari か Chrome か Firefox で 開[ひら]いて ください。',
    },
    busy: {
      sending: `いま、相手[あいて]に たくさん 来[き]ています。少[すこ]し 待[ま]って ください。${SEND}`,
      receiving: `一度[いちど]に たくさん 来[き]ました。${ASK}`,
    },
    'no-more-connections': {
      sending: `つながりが 多[おお]すぎます。この 画面[がめん]を もう 一度[いちど] 開[ひら]いて ください。次[つぎ]に、${SEND}`,
      receiving: `つながりが 多[おお]すぎます。この 画面[がめん]を もう 一度[いちど] 開[ひら]いて ください。${ASK}`,
    },
    unproven: { sending: SOMEBODY_BETWEEN + NOTHING_SENT + MEET, receiving: SOMEBODY_BETWEEN + NOTHING_TAKEN },
    'no-proof': { sending: NOT_SURE + NOTHING_SENT + SEND, receiving: NOT_SURE + NOTHING_TAKEN },
    'same-address': { sending: SAME_ADDRESS, receiving: SAME_ADDRESS },
    'other-network': { sending: OTHER_NETWORK, receiving: OTHER_NETWORK },
    'version-mismatch': {
      sending: `どちらかの 画面[がめん]が 古[ふる]いです。${RELOAD_BOTH}次[つぎ]に、${SEND}`,
      receiving: `どちらかの 画面[がめん]が 古[ふる]いです。${RELOAD_BOTH}${ASK}`,
    },
    'protocol-violation': {
      sending: `相手[あいて]の スマホの 返事[へんじ]が おかしいです。${RELOAD_BOTH}次[つぎ]に、${SEND}`,
      receiving: `相手[あいて]の スマホから おかしい ものが 来[き]ました。何[なに]も 残[のこ]して いません。${RELOAD_BOTH}${ASK}`,
    },
    'source-changed': {
      sending: `送[おく]っている 間[あいだ]に、ファイルが 変[か]わりました。ファイルを もう 一度[いちど] 選[えら]んで ください。次[つぎ]に、${SEND}`,
      receiving: `送[おく]っている 間[あいだ]に、相手[あいて]の ファイルが 変[か]わりました。${ASK}`,
    },
    'source-unreadable': {
      sending:
        'ファイルが もう 読[よ]めません。別[べつ]の 所[ところ]に 動[うご]かしたか、消[け]したかも しれません。もう 一度[いちど] 選[えら]んで ください。',
      receiving:
        '相手[あいて]の スマホで ファイルが もう 読[よ]めません。「もう 一度[いちど] 選[えら]んで」と 頼[たの]んで ください。',
    },
    'storage-full': {
      sending: `相手[あいて]の スマホが いっぱいです。「いらない ものを 消[け]して」と 頼[たの]んで ください。次[つぎ]に、${SEND}`,
      receiving: `この スマホが いっぱいです。いらない ものを 消[け]して ください。${ASK}`,
    },
    'storage-failed': {
      sending: `相手[あいて]の スマホに 保存[ほぞん]できませんでした。「画面[がめん]を もう 一度[いちど] 開[ひら]いて」と 頼[たの]んで ください。次[つぎ]に、${SEND}`,
      receiving: `この スマホに 保存[ほぞん]できませんでした。プライベートの 画面[がめん]なら、ふつうの 画面[がめん]で 開[ひら]いて ください。${ASK}`,
    },
    'storage-refused': {
      sending: `ファイルが 大[おお]きいです。相手[あいて]の 画面[がめん]には 入[はい]りません。「Safari か Chrome の、ふつうの 画面[がめん]で 開[ひら]いて」と 頼[たの]んで ください。次[つぎ]に、${SEND}`,
      receiving: `ファイルが 大[おお]きいです。この 画面[がめん]には 入[はい]りません。プライベートでは ない、ふつうの 画面[がめん]で 開[ひら]いて ください。または、この サイトの データを 許可[きょか]して ください。${ASK}`,
    },
    'digest-mismatch': { sending: BROKEN + SEND, receiving: BROKEN + ASK },
    'hash-failed': {
      sending: `${NO_CHECK}${RELOAD_BOTH}次[つぎ]に、${SEND}`,
      receiving: `${NO_CHECK}${RELOAD_BOTH}${ASK}`,
    },
    'page-failed': {
      sending: `${PAGE_FAILED}${RELOAD_BOTH}次[つぎ]に、${SEND}`,
      receiving: `${PAGE_FAILED}${RELOAD_BOTH}${ASK}`,
    },
  },
  interruption: {
    'connection-lost': { sending: BROKE_OFF + GOES_ON, receiving: BROKE_OFF + GOES_ON },
    'peer-left': {
      sending:
        '相手[あいて]の スマホが 見[み]えなく なりました。相手[あいて]が この 画面[がめん]を 開[ひら]くと、自動[じどう]で 続[つづ]けます。',
      receiving:
        '相手[あいて]の スマホが 見[み]えなく なりました。相手[あいて]が この 画面[がめん]を 開[ひら]くと、自動[じどう]で 続[つづ]けます。',
    },
    unreachable: {
      sending: `いま、相手[あいて]の スマホに つながりません。${BY_ITSELF}`,
      receiving: `いま、相手[あいて]の スマホに つながりません。${BY_ITSELF}`,
    },
    unproven: {
      sending: `${SOMEBODY_BETWEEN}続[つづ]きは 送[おく]って いません。{name}さんが 答[こた]えると、続[つづ]けます。${MEET}`,
      receiving: `${SOMEBODY_BETWEEN}そこからは 何[なに]も 受[う]け取[と]って いません。前[まえ]に ${ARRIVED_STAYS}{name}さんが 答[こた]えると、続[つづ]けます。`,
    },
    'no-proof': {
      sending: `${NOT_SURE}続[つづ]きは 送[おく]って いません。${BY_ITSELF}`,
      receiving: NOT_SURE + ARRIVED_STAYS + BY_ITSELF,
    },
    'blocked-here': { sending: BLOCKED_HERE + BY_ITSELF, receiving: BLOCKED_HERE + BY_ITSELF },
    'blocked-there': { sending: BLOCKED_THERE + BY_ITSELF, receiving: BLOCKED_THERE + BY_ITSELF },
    'no-path': { sending: NO_PATH + BY_ITSELF, receiving: NO_PATH + BY_ITSELF },
    'no-answer': { sending: NO_ANSWER, receiving: NO_ANSWER },
    'storage-failed': {
      sending:
        '相手[あいて]の スマホに 保存[ほぞん]できませんでした。相手[あいて]が「続[つづ]ける」を 押[お]すと、続[つづ]きを 送[おく]ります。',
      receiving:
        'この スマホに 保存[ほぞん]できませんでした。「続[つづ]ける」を 押[お]して ください。または、画面[がめん]を もう 一度[いちど] 開[ひら]いて ください。',
    },
    'storage-full': {
      sending:
        '相手[あいて]の スマホが いっぱいです。相手[あいて]が いらない ものを 消[け]して「続[つづ]ける」を 押[お]すと、続[つづ]きを 送[おく]ります。',
      receiving: `この スマホが いっぱいです。いらない ものを 消[け]して ください。${PRESS_RESUME}`,
    },
    'hash-failed': {
      sending: NO_CHECK + NEARER + RELOAD_BOTH + PRESS_RESUME,
      receiving: NO_CHECK + NEARER + RELOAD_BOTH + PRESS_RESUME,
    },
    'source-unreadable': {
      sending:
        'ファイルが もう 読[よ]めません。消[け]したか、USB メモリーが ないかも しれません。もう 一度[いちど] 選[えら]んで ください。届[とど]いた ものは もう 送[おく]りません。',
      receiving:
        '相手[あいて]の スマホで ファイルが もう 読[よ]めません。相手[あいて]が もう 一度[いちど] 選[えら]ぶと、続[つづ]けます。',
    },
    'page-failed': {
      sending: PAGE_FAILED + RELOAD_BOTH + PRESS_RESUME,
      receiving: PAGE_FAILED + RELOAD_BOTH + PRESS_RESUME,
    },
  },
};
