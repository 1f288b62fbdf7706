import type { TransferWords } from '../words/transfers.ts';

const CHOOSE_SAME = '同[おな]じ ファイルを もう 一度[いちど] 選[えら]んで ください。';
const NOT_TWICE = '届[とど]いた ものは もう 送[おく]りません。';
const STILL_HERE = 'ファイルは まだ ここに あります。';

export const transfers: TransferWords = {
  keepScreenOn:
    '終[お]わるまで、この 画面[がめん]を 閉[し]めないで ください。画面[がめん]が 消[き]えると、止[と]まります。',
  to: '{name} へ',
  from: '{name} から',
  phase: {
    waiting: '待[ま]って います',
    sending: '送[おく]って います',
    receiving: '受[う]け取[と]って います',
    paused: '少[すこ]し 止[と]めて います',
    sent: '送[おく]りました',
    saved: '全部[ぜんぶ] 届[とど]きました',
    declined: '相手[あいて]は 受[う]け取[と]りません',
    cancelled: 'やめました',
    interrupted: '途中[とちゅう]で 止[と]まりました',
    failed: 'できませんでした',
  },
  waitingHelp: {
    connecting: '相手[あいて]の スマホに つないで います。',
    held: 'ここから たくさん 送[おく]りました。順番[じゅんばん]を 待[ま]って います。自動[じどう]で 続[つづ]けます。',
    delivered: '相手[あいて]の スマホに 届[とど]きました。まだ 画面[がめん]に 出[で]て いません。',
    ringing: '相手[あいて]の 画面[がめん]に 出[で]て います。',
    seen: '相手[あいて]が 画面[がめん]を 見[み]て います。受[う]け取[と]るか 選[えら]んで います。',
    unheeded:
      'まだ 相手[あいて]の 画面[がめん]に 出[で]て いません。画面[がめん]が 消[き]えて いるかも しれません。相手[あいて]に 話[はな]して ください。',
    stuck:
      '相手[あいて]の スマホは ありました。でも、お知[し]らせが 届[とど]きません。画面[がめん]が 消[き]えたか、VPN などが 止[と]めて いるかも しれません。',
    comparing:
      '相手[あいて]の スマホに、前[まえ]に 届[とど]いた ものが あります。くらべて います。同[おな]じ ものは 2 回[かい] 送[おく]りません。',
    starting: 'あなたは「受[う]け取[と]る」を 押[お]しました。相手[あいて]の スマホが もう すぐ 送[おく]ります。',
  },
  declinedHelp: {
    sending: '相手[あいて]は いま 受[う]け取[と]りません。何[なに]も 送[おく]って いません。',
    receiving: 'あなたは 受[う]け取[と]りませんでした。何[なに]も 保存[ほぞん]して いません。',
  },
  cancelledHelp: {
    me: 'あなたが やめました。',
    peer: '相手[あいて]が やめました。',
    absence:
      '相手[あいて]は もう いません。何[なに]も 保存[ほぞん]して いません。相手[あいて]が 戻[もど]ると、もう 一度[いちど] 聞[き]きます。',
  },
  savedHelp: '全部[ぜんぶ] 届[とど]きました。スマホに 保存[ほぞん]して ください：',
  fleetingHelp:
    '全部[ぜんぶ] 届[とど]きました。でも、この 画面[がめん]には 残[のこ]りません。閉[し]める 前[まえ]に、スマホに 保存[ほぞん]して ください：',
  arrivedIsKept: '届[とど]いた ものは 残[のこ]って います。',
  stoppedAt: '{name} で 止[と]まりました。',
  path: { direct: '直接[ちょくせつ]', relayed: '中継[ちゅうけい]' },
  complete: '全部[ぜんぶ] あります',
  verified: '確[たし]かめました',
  declinedHere: '受[う]け取[と]りませんでした',
  progress: '{name} は どこまで 進[すす]んだか',
  doneOf: '{done} / {total}',
  speed: '{size}/秒[びょう]',
  timeLeft: 'あと {time}',
  pause: '少[すこ]し 止[と]める',
  resume: '続[つづ]ける',
  chooseAgain: '同[おな]じ ファイルを もう 一度[いちど] 選[えら]ぶ',
  otherFiles: '前[まえ]と 違[ちが]う ファイルです。前[まえ]に 送[おく]った ファイルを 選[えら]んで ください。',
  reopen: '続[つづ]ける',
  reopenDenied: `ファイルを 読[よ]むことが できませんでした。「続[つづ]ける」を もう 一度[いちど] 押[お]して ください。または、${CHOOSE_SAME}`,
  reopenGone: `ファイルが 前[まえ]の 所[ところ]に ありません。${CHOOSE_SAME}`,
  stillMissing: { other: 'まだ ない ファイルが #個[こ] あります：{names}' },
  changedSince:
    '送[おく]る 前[まえ]と 変[か]わりました：{names}。前[まえ]の ものに 戻[もど]して、もう 一度[いちど] 選[えら]んで ください。または、やめて、新[あたら]しく 送[おく]って ください。',
  sendAgain: 'もう 一度[いちど] 送[おく]る',
  saveToDevice: 'スマホに 保存[ほぞん]する',
  saveNamed: 'スマホに 保存[ほぞん]する：{name}',
  saveAll: '全部[ぜんぶ] 保存[ほぞん]する',
  saveZip: '一[ひと]つの zip に する',
  saveToFolder: 'フォルダーに 保存[ほぞん]する',
  showFiles: 'ファイルを 見[み]る',
  hide: '隠[かく]す',
  dismissYes: '消[け]す',
  dismissNo: '残[のこ]す',
  arrivedAsk: 'ありましたか？',
  arrivedYes: 'はい、ありました',
  arrivedAgain: 'もう 一度[いちど] 保存[ほぞん]する',
  severalHint: '「複数[ふくすう]の ダウンロード」と 出[で]たら、「許可[きょか]」を 押[お]して ください。',
  saveResult: {
    saved: '選[えら]んだ フォルダーに 全部[ぜんぶ] あります。',
    handed: '「写真[しゃしん]」か「ダウンロード」か「ファイル」を 見[み]て ください。',
    failed: `できませんでした。${STILL_HERE}もう 一度[いちど] して ください。`,
    'storage-full': `スマホが いっぱいです。${STILL_HERE}いらない ものを 消[け]して、もう 一度[いちど] して ください。`,
  },
  reopenHelp: `この 画面[がめん]を もう 一度[いちど] 開[ひら]きました。「続[つづ]ける」を 押[お]して、「許可[きょか]」を 押[お]して ください。${NOT_TWICE}`,
  needsFilesHelp: `この 画面[がめん]を もう 一度[いちど] 開[ひら]きました。${CHOOSE_SAME}${NOT_TWICE}`,
  saySent: '{name} に {title} を 送[おく]りました。',
  saySaved: '{name} から {title} が 届[とど]きました。スマホに 保存[ほぞん]して ください。',
  sayDeclined: '{name} は {title} を 受[う]け取[と]りませんでした。',
  sayEnded: '{title}：{phase}。{reason}',
  acceptedUnasked: '知[し]っている 人[ひと]だから、聞[き]かないで 受[う]け取[と]りました。',
  sayUnasked: '{name} から {title} を、聞[き]かないで 受[う]け取[と]って います。',
  batch: {
    people: {
      sent: { other: '送[おく]った 人[ひと] #' },
      sending: { other: '送[おく]って いる 人[ひと] #' },
      waiting: { other: '待[ま]って いる 人[ひと] #' },
      paused: { other: '少[すこ]し 止[と]めた 人[ひと] #' },
      interrupted: { other: '途中[とちゅう]で 止[と]まった 人[ひと] #' },
      declined: { other: '受[う]け取[と]らない 人[ひと] #' },
      cancelled: { other: 'やめた 人[ひと] #' },
      failed: { other: 'できなかった 人[ひと] #' },
    },
    who: '人[ひと]を 見[み]る',
    cancelFor: 'やめる：{name}',
    sayBatch: '{title}：{counts}。',
  },
};
