import type { StrangerReason } from '../mesh/bus.ts';
import type { Advice, Words } from './words.ts';

/** A sentence names no more than that; the table has all. */
const MAX_LISTED = 4;

function list(items: readonly string[]): string {
  const more = items.length - MAX_LISTED;
  return items.slice(0, MAX_LISTED).join('、') + (more > 0 ? `、ほか ${more} 台` : '');
}
const UNITS = { y: '年', d: '日', h: '時間', min: '分', s: '秒' } as const;
const duration: Words['duration'] = (parts) => parts.map(([count, unit]) => `${count} ${UNITS[unit]}`).join(' ');
const megabytes = (bytes: number): string => `${Math.round(bytes / 1e6)} MB`;

export const ja: Words = {
  language: '日本語',
  title: 'このルーターの状態',
  verdict: {
    note: { word: '正常です', sentence: 'ここでファイルをやり取りできます。' },
    warn: {
      word: '動いていますが、足りないものがあります',
      sentence: 'ここでファイルをやり取りできます。次のことをしてください。',
    },
    stop: { word: '対応が必要です', sentence: 'このままでは使えません。次のことをしてください。' },
  },
  findings: {
    'app-missing': () => ({
      what: 'みなさんが開くページが、まだ作られていません。',
      todo: 'Hikyaku のフォルダーで、次のとおり入力してください。',
      command: 'npm run build',
    }),
    unreachable: () => ({
      what: 'この機械でしかページを開けません。ネットワークにつながっていないか、待ち受けていません。',
      todo: 'Wi-Fi またはネットワークのケーブルをつないでください。つながっているときは、--host を付けずに起動し直してください。',
    }),
    full: ({ clients, most }) => ({
      what: `最大 ${most} 台のうち ${clients} 台がつながっています。次の人は断られるかもしれません。`,
      todo: '別のルーターにつないでもらうか、ルーターを増やしてください。',
    }),
    'memory-low': ({ freeBytes }) => ({
      what: `この機械のメモリの残りが少なくなっています（${megabytes(freeBytes)}）。`,
      todo: 'ほかのプログラムを終了してください。だめなときは、使う人の少ない時間に再起動してください。',
    }),
    'certificate-ends': ({ daysLeft }) => ({
      what:
        daysLeft < 0
          ? 'HTTPS の証明書の期限が切れました。インストールしたアプリは、このルーターにつながりません。ふつうのアドレスは使えます。'
          : `HTTPS の証明書の期限まで、あと ${daysLeft} 日です。切れると、インストールしたアプリがつながらなくなります。`,
      todo: '--tls-cert と --tls-key のファイルを新しいものに置き換えてください。起動し直さなくても、数秒で切り替わります。',
    }),
    'certificate-problem': ({ reason }) => ({
      what: 'HTTPS の証明書に問題があります。ふつうのアドレスは使えます。',
      command: reason,
    }),
    'secure-failed': ({ reason }) => ({
      what: '安全なアドレス（HTTPS）が動いていません。ふつうのアドレスは使えます。',
      command: reason,
    }),
    'disk-low': ({ freeBytes }) => ({
      what: `この機械のディスクの空きが少なくなっています（${megabytes(freeBytes)}）。みなさんのファイルはここにはありません。`,
      todo: 'この機械の古いファイルを消してください。',
    }),
    'relay-missing': () => ({
      what: '中継プログラムが入っていません。直接つながらない端末どうしでは、ファイルが届きません。',
      todo: 'インターネットにつながるときに次のとおり入力し、ルーターを起動し直してください。',
      command: 'apt-get install coturn',
    }),
    'relay-failed': ({ reason }) => ({
      what: '中継が動いていません。直接つながらない端末どうしでは、ファイルが届きません。',
      todo: '自動でもう一度試しています。止まった理由：',
      command: reason,
    }),
    'relay-off': () => ({ what: '中継は、--turn の設定で切ってあります。' }),
    'backhaul-down': () => ({
      what: 'ほかのルーターとの接続が切れています。ケーブルまたは無線にアドレスがありません。',
      todo: 'ルーターの間のケーブルまたは無線を、両方の端で確かめてください。',
    }),
    'same-address': ({ names }) => ({
      what: `${list(names)}のバックホールのアドレスが、このルーターと同じです。端末はお互いに見えますが、ファイルは届きません。`,
      todo: 'バックホールでは、同じネットワークの中で、ルーターごとに違うアドレスを付けてください。例えばここで次のように入力します:',
      command: 'ip addr replace 10.107.0.2/16 dev bh0',
    }),
    'other-network': ({ names }) => ({
      what: `${list(names)}まで通り道がありません。バックホールのアドレスが、このルーターとは別のネットワークのものです。端末はお互いに見えますが、ファイルは届きません。`,
      todo: 'すべてのルーターに、バックホールの一つのネットワークの中で、それぞれ違うアドレスを付けてください。またはネットワークの間に経路を設定してください。',
    }),
    strangers: ({ reason, addresses }) => ({
      ...STRANGERS[reason],
      what: `${list(addresses)}：${STRANGERS[reason].what}`,
    }),
    gone: ({ names, goneMs }) => ({
      what: `${list(names)} が見えなくなりました（${span(goneMs)}前）。`,
      todo: 'まず電源を、次にケーブルまたは無線を確かめてください。そのほかの確かめ方は下にあります。',
    }),
    alone: () => ({
      what: 'ほかのルーターが見つかりません。このルーターの端末どうしは使えます。',
      todo: 'ほかにもあるはずのときは、下の一覧を順に確かめてください。',
    }),
    'own-clock': ({ time }) => ({
      what: `このルーターの時計が合っていません（${time.slice(0, 16).replace('T', ' ')} になっています）。`,
      todo: 'ファイルは届きますが、安全なアドレス（https）が開けないことがあります。たとえば次のように合わせてください。',
      command: 'date -s "2026-11-26 19:41"',
    }),
    clocks: ({ names, apartMs }) => ({
      what: `時計がずれています：${list(names)}（${span(apartMs)}）。`,
      todo: 'ファイルは届きます。腕時計などと見比べて、間違っているほうを合わせてください。',
    }),
    open: () => ({
      what: 'メッシュの鍵がありません。同じ回線のどのルーターでも加わることができ、信用されます。',
      todo: '自分たちのルーターだけにするには、すべてを同じ --mesh-key で起動してください。',
    }),
    'mesh-off': () => ({ what: 'ほかのルーターは、--mesh の設定で探していません。' }),
    'no-backhaul': () => ({
      what: 'このルーターは単独で動いています。',
      todo: 'ほかのルーターとつなぐには、ケーブルまたは無線で結び、その差し込み口の名前を付けて、それぞれ起動してください。',
      command: 'npm start -- --backhaul eth1',
    }),
  },
  numbers: { router: 'ここの端末', all: 'すべてのルーターの端末', routers: '見えているルーター' },

  open: 'このアドレスを案内してください',
  openHelp: 'まずこの Wi-Fi につなぎ、カメラで四角い模様を読み取るか、ブラウザーにアドレスを入力してもらいます。',
  openOthers: 'このルーターのほかのアドレス',
  poster: '印刷して貼るポスター',
  qrCode: (url) => `${url} の QR コード`,

  reach: '見えているルーター',
  picture: (routers) => `このルーターと、ほかの ${routers} 台の図`,
  pictureHelp: '丸の中は、つながっている端末の数です。どのルーターとも、間にほかのルーターをはさまず直接つながります。',
  legend: { self: 'このルーター', direct: '接続中', lost: 'いま切れたところ', missing: '見えなくなった' },
  onlyThis: 'いま、ほかのルーターは見えていません。',
  table: {
    caption: '一覧',
    name: '名前',
    address: 'アドレス',
    devices: '端末',
    heard: '最後の通信',
    way: '経路',
    key: '鍵',
    clock: '時計',
  },
  self: 'このルーター',
  direct: '直接',
  lost: 'いま切れたところ',
  gone: (ago) => `${ago}から見えない`,
  keyed: '同じ鍵',
  openMesh: '鍵なし',
  sameClock: '同じ',
  ahead: (time) => `${time} 進み`,
  behind: (time) => `${time} 遅れ`,
  unknown: '不明',

  checklist: {
    title: '見えないルーターがあるとき：この順に確かめてください',
    steps: [
      'そのルーターに電源が入っていますか。近くの人が、そのアドレスに /status を付けて開けますか。',
      'ケーブルは両方の端で差さっていますか。無線は入っていますか。すべてのルーターが一つの回線（一つのスイッチ、または一つのメッシュ無線 batman-adv、802.11s）につながっている必要があります。別のルーターを通さないと届かないルーターは見えません。',
      '両方とも、--backhaul とその差し込み口の名前を付けて起動しましたか。',
      'その回線のアドレスは同じ範囲ですか（例：192.168.1.1 と 192.168.1.2、どちらも /24）。同じアドレスを二つで使ってはいけません。',
      '--mesh-key は、一字一句同じものを両方に付けましたか。または、両方とも付けていませんか。',
      'Hikyaku のバージョンは同じですか。',
      '間に別のネットワークのルーターがありますか。その先へは呼びかけが届かないので、両方に --mesh-peers と相手のアドレスを付けてください。',
      '間にファイアウォールがありますか。ルーターの間で、UDP と TCP のポート 8642 とマルチキャストを通してください。',
    ],
  },

  facts: {
    title: 'このルーター',
    devices: 'つながっている端末',
    devicesOf: (here, most) => `${here} 台（最大 ${most} 台）`,
    refused: '起動してから断った接続',
    refusedFor: {
      'foreign-host': (count) =>
        `${count} 回：このルーターのものではない名前で開かれました。上のアドレスを使うか、--hostname で名前を伝えてください`,
      'foreign-page': (count) =>
        `${count} 回：よそのページが接続しようとしました。プロキシがあるなら、Host ヘッダーをそのまま渡してください`,
      connections: (count) => `${count} 回：ひとつのアドレスからの接続が多すぎました`,
      sockets: (count) =>
        `${count} 回：ひとつのアドレスの後ろの端末が多すぎました。プロキシや別のルーターがあると、多くの端末がひとつのアドレスになります`,
      full: (count) => `${count} 回：このルーターは満員でした`,
    },
    relay: '中継（TURN）',
    relayState: { running: '動作中', off: '切', failed: '動いていません' },
    relayed: (count) => `いま ${count} 件を中継`,
    secure: '安全なアドレス（HTTPS）',
    secureState: { off: '切', failed: '動いていません' },
    secureCertificate: { own: 'このルーターの証明書', operator: '管理者の証明書' },
    secureUntil: (date, days) => (days < 0 ? `${date} に期限切れ` : `${date} まで（残り ${days} 日）`),
    secureTrust: 'スマートフォンで信頼するには',
    mesh: 'ほかのルーター（メッシュ）',
    meshState: { off: '探していません', alone: '見つかりません', joined: 'つながっています' },
    trust: { key: '同じ鍵のルーターだけ', open: 'どのルーターでも可' },
    memory: 'メモリ',
    memoryOf: (own, free) => (free === undefined ? own : `このプログラム ${own}、空き ${free}`),
    disk: 'ディスク',
    diskOf: (free, whole) => `${whole} のうち空き ${free}`,
    uptime: '稼働時間',
    time: '時計',
    version: 'バージョン',
    id: 'ID',
    digests: '照合値',
    digestsHelp: '同じルーター、同じ端末が見えているルーターでは同じ値になります',
  },

  refreshes: (seconds) => `このページは ${seconds} 秒ごとに自動で新しくなります。`,
  stopRefreshing: '止める',
  startRefreshing: '自動で新しくする',
  privacy: 'ファイルも、ファイル名も、人の名前も、ここには表示も保存もしません。',
  asJson: 'プログラム用の同じ内容',

  duration,
  seconds: (seconds) => `${seconds} 秒`,
  ago: (time) => `${time}前`,
  list,
};

/** Rounded, so that the words do not change with every renewal of the page. */
function span(ms: number): string {
  const minutes = Math.round(ms / 60_000);
  if (minutes >= 1_051_200) return `${Math.round(minutes / 525_600)} 年`;
  if (minutes >= 2_880) return `${Math.round(minutes / 1_440)} 日`;
  if (minutes >= 120) return `${Math.round(minutes / 60)} 時間`;
  return `${Math.max(1, minutes)} 分`;
}

const STRANGERS: Readonly<Record<StrangerReason, Advice>> = {
  'other-key': {
    what: '鍵の違うルーターです。つないでいません。',
    todo: '自分たちのものなら、このルーターと一字一句同じ --mesh-key で起動してください。',
  },
  'no-key': {
    what: '鍵のないルーターです。つないでいません。',
    todo: '自分たちのものなら、このルーターと同じ --mesh-key で起動してください。',
  },
  'has-key': {
    what: '鍵のあるルーターです。このルーターには鍵がないので、つながりません。',
    todo: 'どちらも自分たちのものなら、このルーターも同じ --mesh-key で起動してください。',
  },
  'other-version': {
    what: 'Hikyaku のバージョンが違うルーターです。つながりません。',
    todo: '両方に同じバージョンを入れてください。',
  },
  forged: {
    what: '壊れた、または偽の呼びかけが届いています。無視しています。',
    todo: '自分たちのものなら、ケーブルを確かめてください。そうでなければ、何の機械か調べてください。',
  },
  'too-many': {
    what: '届く量が多すぎるか、ルーターの数が多すぎます。超えた分は無視しています。',
    todo: 'このアドレスの機械が何か調べてください。一台のルーターがつながる相手は 128 台までです。',
  },
  misbehaves: {
    what: 'ルーターでは考えられない内容が届きました。しばらく相手にしません。',
    todo: '自分たちのものなら、同じバージョンで起動し直してください。',
  },
};
