/** Japanese: plain です・ます, short sentences. */
import { inbox } from './inbox-ja.ts';
import type { Messages } from './messages.ts';

export const ja: Messages = {
  language: '言語',
  connection: {
    connecting: 'つないでいます',
    online: 'つながっています',
    reconnecting: 'つなぎ直しています',
    offline: 'つながっていません',
    outdated: 'つながっていません',
    replaced: 'つながっていません',
  },
  connectionHelp: {
    connecting: 'この Wi-Fi のルーターを探しています。',
    reconnecting: 'ルーターとの接続が切れたため、つなぎ直しています。送受信はそのまま続きます。',
  },
  noInternet: 'この Wi-Fi はインターネットにつながっていません。ファイルは端末どうしで直接送ります。',

  yourName: 'あなたの名前: {name}',
  nameLabel: 'あなたの名前',
  nameHint: 'ほかの人にはこの名前で表示されます。',
  nameSave: '名前を保存',
  nameBack: '戻る',

  chooseFiles: 'ファイルを選ぶ',
  chooseFolder: 'フォルダーを選ぶ',
  dropHint: 'または、この画面にファイルをドロップ',
  dropHere: 'ここにドロップして送る',
  unreadable: { other: '#件は読めなかったため、入っていません。' },
  nothingThere: 'ファイルが見つかりませんでした。',
  tray: '送るファイル',
  trayLeaving: 'まもなく送信',
  remove: '{name} を外す',
  removeAll: 'すべて外す',
  files: { other: '#個のファイル' },
  more: { other: 'ほか#件' },

  devices: '近くの端末',
  pressToChoose: '送りたい相手を押してください。',
  pressToSend: '送る相手を押してください。',
  pressSeveral: '送る相手をすべて押してから、「送る」を押してください。',
  several: '複数に送る',
  send: '送る',
  selected: { other: '#台を選択中' },
  pressAlso: '別の相手を押すと、その人にも送ります。',
  undo: '取り消す',
  sendNow: '今すぐ送る',
  leavesIn: 'あと{time}で送ります',
  leftNow: '{names} は、いなくなりました。',
  missed: '{names} には送っていません。いなくなりました。',
  hasLeft: 'いなくなりました',
  kind: { phone: 'スマートフォン', tablet: 'タブレット', computer: 'パソコン' },
  away: '一時的に離れています',
  behind: 'ルーター: {router}',
  devicesLater: 'つながると、ここに端末が表示されます。',
  nobody: 'ほかの端末はまだありません',
  nobodyHelp: '相手に同じ Wi-Fi につないでもらい、ブラウザーで次のアドレスを開いてもらってください。',
  cannotTransfer: 'このブラウザーではファイルを送受信できません',
  cannotTransferHelp: 'Safari・Chrome・Firefox のどれかで、次のアドレスを開いてください。',

  outdated: 'この画面は古くなっています',
  outdatedHelp: '受け取ったファイルを保存してから、画面を再読み込みしてください。',
  reload: '再読み込み',
  replaced: '別のタブで開いています',
  replacedHelp: '送受信できるのは一つのタブだけです。',
  useHere: 'ここで使う',

  shell: {
    away: 'ルーターが見つかりません',
    about: '飛脚（Hikyaku）は、近くの Wi-Fi ルーターを通して、インターネットなしで端末から端末へファイルを送ります。',
    wifiOn: 'Wi-Fi をオンにして、ルーターに近づいてください。',
    join: '{router} の Wi-Fi か、ほかの飛脚ルーターの Wi-Fi につないでください。',
    joinAny: '飛脚ルーターの Wi-Fi につないでください。',
    comeBack: 'この画面に戻ってください。自動でつながります。',
    keptHere: '受け取ったファイルと途中の送受信は、この端末に残っています。今も使えます。',
    newVersion: '新しい版があります。',
    install: '飛脚をインストール',
    installHelp: 'アプリにすると、ルーターがなくても開けます。ほかのアプリからファイルを共有することもできます。',
    installByHand: '飛脚をホーム画面に追加する',
    installByHandHelp: 'Safari の共有ボタン（四角に矢印）を押し、「ホーム画面に追加」を選んでください。',
    tellMe: 'ファイルが届いたら知らせる',
    tellMeHelp: 'ほかのアプリを使っている間に通知します。',
    sharedText: '共有したテキスト',
    shareLost: '共有したものを、この端末に残せませんでした。ここでファイルを選んでください。',
  },

  incoming: 'ファイルを受け取りますか？',
  wantsToSend: 'から届いています',
  chooseAll: 'すべて選ぶ',
  chooseNone: 'すべて外す',
  nothingStored: '「受け取る」を押すまで、この端末には何も保存しません。',
  senderSilent: '今、相手の端末から返事がありません。画面が消えているかもしれません。返事があると受け取れます。',
  accept: '受け取る',
  decline: '受け取らない',
  waitingOffers: { other: 'ほかに#件届いています' },

  transfers: '送受信',
  to: '{name} へ',
  from: '{name} から',
  phase: {
    waiting: '待っています',
    sending: '送信中',
    receiving: '受信中',
    paused: '一時停止中',
    sent: '送信完了',
    saved: '受信完了',
    declined: '受け取られませんでした',
    cancelled: '中止しました',
    interrupted: '途中で切れました',
    failed: '失敗しました',
  },
  waitingHelp: {
    connecting: '相手の端末につないでいます。',
    delivered: '相手の端末に届きましたが、まだ画面に出ていません。',
    ringing: '相手の端末の画面に出ています。',
    seen: '相手が画面を見て、受け取るかどうかを選んでいます。',
    unheeded: 'まだ相手の画面に出ていません。画面が消えているようです。相手に声をかけてください。',
    comparing: '相手の端末に前に届いた分があります。比べています。同じものは二度送りません。',
    starting: '受け取ることにしました。相手の端末がまもなく送り始めます。',
  },
  declinedHelp: {
    sending: '相手は今回は受け取りませんでした。何も送っていません。',
    receiving: '受け取りませんでした。何も保存していません。',
  },
  cancelledHelp: {
    me: 'あなたが中止しました。',
    peer: '相手が中止しました。',
    absence: '相手の端末が見つからなくなりました。何も保存していません。相手が戻ると、もう一度お知らせします。',
  },
  savedHelp: 'すべて届きました。端末に保存してください。',
  path: { direct: '直接', relayed: '中継' },
  verified: '確認済み',
  progress: '{name} の進み具合',
  doneOf: '{done} / {total}',
  speed: '{size}/秒',
  timeLeft: '残り {time}',
  cancel: '中止',
  pause: '一時停止',
  resume: '再開',
  chooseAgain: '同じファイルを選び直す',
  otherFiles: '前と違うファイルか、変更されたファイルです。前に送ったものを選んでください。',
  reopen: '続ける',
  reopenDenied:
    'ファイルの読み取りが許可されませんでした。もう一度「続ける」を押すか、同じファイルを選び直してください。',
  reopenGone: 'ファイルが元の場所に見つかりません。同じファイルを選び直してください。',
  stillMissing: { other: 'あと # 個のファイルが見つかっていません: {names}' },
  changedSince: '送り始めた後に変更されています: {names}。元に戻して選び直すか、中止して送り直してください。',
  sendAgain: 'もう一度送る',
  saveToDevice: '端末に保存',
  saveNamed: '端末に保存: {name}',
  saveAll: 'すべて保存',
  saveToFolder: 'フォルダーに保存',
  showFiles: 'ファイルを見る',
  hide: '隠す',
  dismissYes: '消す',
  dismissNo: '残す',
  arrivedAsk: '保存されていましたか？',
  arrivedYes: 'はい、ありました',
  arrivedAgain: 'もう一度保存',
  saveResult: {
    saved: '選んだフォルダーに、すべて保存しました。',
    handed: 'ブラウザーに渡しました。「ダウンロード」または「ファイル」を確認してください。',
    failed: '保存できませんでした。ファイルは残っています。もう一度試してください。',
    'storage-full': '端末の空きがありません。空きを作ってから、もう一度試してください。ファイルは残っています。',
  },
  failure: {
    unreachable: {
      sending: '相手の端末につながりませんでした。相手の画面が開いているか確かめて、もう一度送ってください。',
      receiving: '相手の端末につながりませんでした。この画面を開いたまま、もう一度送ってもらってください。',
    },
    'peer-left': {
      sending: '相手の端末が離れたか、画面が閉じられました。開き直してもらってから、もう一度送ってください。',
      receiving: '相手の端末が離れたか、画面が閉じられました。開き直して、もう一度送ってもらってください。',
    },
    'connection-lost': {
      sending: '接続が切れました。ルーターに近づき、画面をつけたまま、もう一度送ってください。',
      receiving: '接続が切れました。ルーターに近づき、画面をつけたまま、もう一度送ってもらってください。',
    },
    'no-webrtc': {
      sending: '相手のブラウザーでは受け取れません。Safari・Chrome・Firefox で開いてもらってください。',
      receiving: 'このブラウザーでは受け取れません。Safari・Chrome・Firefox で開いてください。',
    },
    busy: {
      sending: '相手の端末に、今たくさんの送信が届いています。少し待ってから、もう一度送ってください。',
      receiving: '一度にたくさんの送信が届きました。もう一度送ってもらってください。',
    },
    'no-more-connections': {
      sending: 'このブラウザーの接続が多すぎます。この画面を再読み込みして、もう一度送ってください。',
      receiving: 'このブラウザーの接続が多すぎます。この画面を再読み込みして、もう一度送ってもらってください。',
    },
    'version-mismatch': {
      sending: '二つの端末の画面の版が違います。両方で再読み込みして、もう一度送ってください。',
      receiving: '二つの端末の画面の版が違います。両方で再読み込みして、もう一度送ってもらってください。',
    },
    'protocol-violation': {
      sending: '相手の端末から正しくない返事が来ました。両方で再読み込みして、もう一度送ってください。',
      receiving:
        '相手の端末から正しくないデータが来たため、保存しませんでした。両方で再読み込みして、もう一度送ってもらってください。',
    },
    'source-changed': {
      sending: '送っている間にファイルが変わりました。ファイルを選び直して、もう一度送ってください。',
      receiving: '送っている間に相手のファイルが変わりました。もう一度送ってもらってください。',
    },
    'source-unreadable': {
      sending: 'ファイルを読めなくなりました。移動したか、消した可能性があります。ファイルを選び直してください。',
      receiving: '相手の端末でファイルを読めなくなりました。ファイルを選び直してもらってください。',
    },
    'storage-full': {
      sending: '相手の端末の空きがありません。空きを作ってもらってから、もう一度送ってください。',
      receiving: 'この端末の空きがありません。空きを作ってから、もう一度送ってもらってください。',
    },
    'storage-failed': {
      sending: '相手の端末で保存できませんでした。再読み込みしてもらってから、もう一度送ってください。',
      receiving:
        'この端末で保存できませんでした。プライベートブラウズをやめて再読み込みし、もう一度送ってもらってください。',
    },
    'digest-mismatch': {
      sending: 'ファイルが壊れて届いたため、破棄しました。もう一度送ってください。',
      receiving: 'ファイルが壊れて届いたため、破棄しました。もう一度送ってもらってください。',
    },
    'hash-failed': {
      sending: 'ファイルを確かめる部品を読み込めませんでした。両方の端末で再読み込みして、もう一度送ってください。',
      receiving:
        'ファイルを確かめる部品を読み込めませんでした。両方の端末で再読み込みして、もう一度送ってもらってください。',
    },
    'page-failed': {
      sending: 'どちらかの画面で問題が起きました。両方の端末で再読み込みして、もう一度送ってください。',
      receiving: 'どちらかの画面で問題が起きました。両方の端末で再読み込みして、もう一度送ってもらってください。',
    },
  },
  interruption: {
    'connection-lost': {
      sending: '接続が切れました。つながると、続きから自動で再開します。',
      receiving: '接続が切れました。つながると、続きから自動で再開します。',
    },
    'peer-left': {
      sending: '相手の端末が離れました。相手がこの画面を開き直すと、続きから自動で再開します。',
      receiving: '相手の端末が離れました。相手がこの画面を開き直すと、続きから自動で再開します。',
    },
    unreachable: {
      sending: '今は相手の端末につながりません。自動でもう一度つなぎます。',
      receiving: '今は相手の端末につながりません。自動でもう一度つなぎます。',
    },
    'no-answer': {
      sending: '相手の端末から返事がありません。画面が消えているかもしれません。返事があると再開します。',
      receiving: '相手の端末から返事がありません。画面が消えているかもしれません。返事があると再開します。',
    },
    'storage-failed': {
      sending: '相手の端末で保存できませんでした。相手が「再開」を押すと、続きから送ります。',
      receiving: 'この端末で保存できませんでした。届いた分は残っています。「再開」を押すか、再読み込みしてください。',
    },
    'storage-full': {
      sending: '相手の端末の空きがありません。相手が空きを作って「再開」を押すと、続きから送ります。',
      receiving: 'この端末の空きがありません。届いた分は残っています。空きを作って「再開」を押してください。',
    },
    'hash-failed': {
      sending:
        'ファイルを確かめる部品を読み込めませんでした。ルーターの近くで両方の端末を再読み込みして、「再開」を押してください。',
      receiving:
        'ファイルを確かめる部品を読み込めませんでした。ルーターの近くで両方の端末を再読み込みして、「再開」を押してください。',
    },
    'page-failed': {
      sending: 'どちらかの画面で問題が起きました。両方の端末で再読み込みして、「再開」を押してください。',
      receiving: 'どちらかの画面で問題が起きました。両方の端末で再読み込みして、「再開」を押してください。',
    },
  },
  reopenHelp:
    '画面が再読み込みされました。「続ける」を押して、ファイルの読み取りを許可してください。届いた分は送り直しません。',
  needsFilesHelp: '画面が再読み込みされました。同じファイルを選び直してください。届いた分は送り直しません。',

  secure: {
    title: '安全なアドレス',
    works:
      'このブラウザーは、このルーターを信頼しています。安全なアドレスで開くと、アプリとしてインストールでき、電波がなくても開け、とても大きなファイルも受け取れます。',
    stays: 'あなたの名前はそのまま使えます。受け取ったファイルはここに残るので、先に保存してください。',
    busy: '終わっていない送受信は引き継げません。先に終わらせるか、中止してください。',
    go: '安全なアドレスへ移る',
    trust: 'Hikyaku をよく使う方へ: インストールのしかた',
    expired: 'このアドレスの証明書の期限が切れました',
    expiredHelp:
      'そのため、ここからはルーターにつながりません。次のアドレスを開いてください。いつでも使えます。受け取ったファイルは、ここに残っています。',
  },
  inbox,

  sayDeparting: '{names} へ、{files}。あと{time}で送ります。Esc キーで取り消せます。',
  sayOffer: '{name} から{files}が届いています。受け取りますか？',
  saySent: '{title} を {name} へ送りました。',
  saySaved: '{name} から {title} が届きました。端末に保存できます。',
  sayDeclined: '{name} は {title} を受け取りませんでした。',
  sayEnded: '{title}: {phase}。{reason}',
};
