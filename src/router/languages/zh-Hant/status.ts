/** Traditional Chinese, as in Taiwan: the operator's page. */
import type { StatusWords } from '../../status/words.ts';

export const status: StatusWords = {
  title: '這台路由器的狀態',
  verdict: {
    note: { word: '一切正常', sentence: '大家可以在這裡互相傳送檔案。' },
    warn: { word: '可以使用，但缺少一些東西', sentence: '大家可以在這裡互相傳送檔案。請處理以下事項：' },
    stop: { word: '需要處理', sentence: '目前無法使用這台路由器。請處理以下事項：' },
  },
  findings: {
    'app-missing': { what: '大家要開啟的頁面還沒有產生。', todo: '請在 Hikyaku 的資料夾中輸入：' },
    unreachable: {
      what: '只有這台機器自己能開啟頁面：它沒有連上網路，或沒有接聽任何網路。',
      todo: '請連上 Wi-Fi 或接上網路線。如果已經連上，請拿掉 --host 後重新啟動路由器。',
    },
    full: {
      what: '最多 {most} 台裝置，目前已連線 {clients} 台。後來的人可能連不上。',
      todo: '請大家改連別的路由器，或再增加一台路由器。',
    },
    'memory-low': {
      what: '這台機器的記憶體快用完了，只剩 {free}。',
      todo: '請結束其他程式。如果還是不行，請在使用的人少的時候重新啟動機器。',
    },
    'certificate-ends': {
      what: { other: 'HTTPS 憑證再 # 天就到期。到期後，已安裝的 App 會連不上這台路由器。' },
      todo: '請把 --tls-cert 和 --tls-key 的檔案換成新的。幾秒內就會生效，不必重新啟動。',
    },
    'certificate-ended': {
      what: 'HTTPS 憑證已到期，已安裝的 App 連不上這台路由器。一般網址可以使用。',
      todo: '請把 --tls-cert 和 --tls-key 的檔案換成新的。幾秒內就會生效，不必重新啟動。',
    },
    'certificate-problem': {
      what: '新的 HTTPS 憑證無法使用，仍在使用舊憑證。',
      todo: '請檢查 --tls-cert 和 --tls-key 的檔案。問題如下：',
    },
    'secure-failed': {
      what: '安全網址（HTTPS）沒有運作。一般網址可以使用。',
      todo: '可能有別的程式佔用了連接埠。請結束那個程式，或用 --https-port 選擇別的連接埠。機器的訊息：',
    },
    'disk-low': {
      what: '這台機器的磁碟快滿了，只剩 {free}。',
      todo: '請刪除這台機器上的舊檔案。',
    },
    'held-failed': {
      what: '無法寄放訊息和貼文：這台機器的磁碟不能用。',
      todo: '請檢查磁碟，並確認沒有其他程式使用同一個 --data-dir，然後重新啟動本程式。機器的訊息：',
    },
    'held-stuck': {
      what: '大家寄放的東西沒有存下來：這台機器的磁碟不接受。',
      todo: '請騰出磁碟空間，或修復磁碟。正在自動重試。機器的訊息：',
    },
    'held-damaged': {
      what: { other: '有 # 則訊息、貼文或檔案在磁碟上損毀，這裡已經沒有了。' },
      todo: '磁碟可能快壞了：請把 --data-dir 的資料夾複製到另一個磁碟。',
    },
    'access-point-off': {
      what: '這台路由器的 Wi-Fi 沒有訊號，手機看不到它。',
      todo: '它會自動重新啟動。如果一直沒有恢復，輸入以下內容可以查看原因：',
    },
    'radio-blocked': { what: '無線已關閉：{names}。', todo: '請查看機器上的開關，或輸入：' },
    'radar-wait': {
      what: '無線在發射之前要先偵測雷達：{names}。需要一分鐘以上。',
      todo: '請稍候。頻道 1 至 11 不需要等待。',
    },
    'country-unset': { what: '無線沒有設定國家，能用的頻道少，訊號也弱。', todo: '請設定所在的國家，例如：' },
    'radio-unknown': { what: '目前不清楚無線的狀況：監看程式沒有回報。', todo: '輸入以下內容可以查看原因：' },
    'mesh-point-off': {
      what: '連接其他路由器的無線沒有訊號。',
      todo: '它會自動重新啟動。如果一直沒有恢復，輸入以下內容可以查看原因：',
    },
    'batman-missing': {
      what: '這台機器的核心沒有 batman-adv，它用無線和網路線把路由器連在一起。',
      todo: '請使用有它的核心，例如 Debian 內建的，然後輸入：',
    },
    'mesh-point-alone': {
      what: '連接其他路由器的無線沒有找到任何路由器。',
      todo: '旁邊的路由器開著嗎，夠近嗎？兩邊的頻道和網狀網路金鑰必須相同。',
    },
    'stations-many': {
      what: 'Wi-Fi 上已有 {stations} 台裝置，這個無線大約能容納 {most} 台。後來的人可能連不上。',
      todo: '請大家改連別的路由器，或再增加一台路由器。',
    },
    'stations-weak': {
      what: { other: 'Wi-Fi 上的 # 台裝置訊號都很弱：傳輸慢，還會中斷。' },
      todo: '請把路由器放到高處、開闊的地方，或離人近一些。',
    },
    'air-busy': {
      what: '頻道 {channel} 很擁擠：{share} 的時間被占用，傳輸很慢。',
      todo: '請在 1、6、11 中選最空閒的一個。用無線相連的路由器必須使用同一個頻道。',
    },
    'relay-missing': {
      what: '沒有安裝中繼程式。兩個網路之間無法直接連線時，檔案傳不過去。',
      todo: '能連上網際網路時請輸入以下內容，然後重新啟動路由器：',
    },
    'relay-failed': {
      what: '中繼沒有運作。兩個網路之間無法直接連線時，檔案傳不過去。',
      todo: '正在自動重試。機器的訊息：',
    },
    'relay-off': { what: '中繼已依 --turn 的設定關閉。' },
    'backhaul-down': {
      what: '與其他路由器的連線中斷了：網路線或無線沒有位址。',
      todo: '請檢查路由器之間的網路線或無線，兩端都要檢查。',
    },
    'same-address': {
      what: { other: '{names} 的回程位址和這台路由器相同：雙方看得到對方的裝置，但檔案傳不過去。' },
      todo: '請在回程的同一個網路中，為每台路由器設定不同的位址。例如在這裡輸入：',
    },
    'shared-address': {
      what: '{names} 的回程位址相同：檔案傳不到那邊的裝置。',
      todo: '請在回程的同一個網路中，為每台路由器設定不同的位址。',
    },
    'other-network': {
      what: '沒有通往 {names} 的路：那邊的回程位址和這裡不屬於同一個網路。雙方看得到對方的裝置，但檔案傳不過去。',
      todo: '請為所有路由器設定回程同一個網路中的不同位址，或在網路之間設定路由。',
    },
    gone: {
      what: { other: '和路由器 {names} 的連線中斷了（{time}前）。' },
      todo: '請先檢查電源，再檢查網路線或無線。其他檢查方法請看下面的清單。',
    },
    alone: {
      what: '沒有找到其他路由器。這台路由器的裝置之間可以使用。',
      todo: '如果應該還有別的路由器，請依下面的清單檢查。',
    },
    'own-clock': {
      what: '這台路由器的時鐘不準，現在顯示 {time}。',
      todo: '檔案仍能傳送，但安全網址（https）可能打不開。請設定時鐘，例如：',
    },
    clocks: {
      what: '時鐘不一致：{names}，相差 {time}。',
      todo: '檔案仍能傳送。請用手錶核對兩個時鐘，把不準的那個改正。',
    },
    open: {
      what: '沒有設定網狀網路金鑰：回程上的任何路由器都能加入，並會被信任。',
      todo: '如果只讓自己的路由器加入，請用相同的 --mesh-key 啟動所有路由器。',
    },
    'mesh-off': { what: '依 --mesh 的設定，不尋找其他路由器。' },
    'no-backhaul': {
      what: '這台路由器單獨運作。',
      todo: '要和其他路由器連在一起，請用網路線或無線連接，並在啟動每台路由器時寫上該介面的名稱：',
    },
  },
  strangers: {
    'other-key': {
      what: '{addresses}：金鑰不同的路由器，沒有讓它加入。',
      todo: '如果是自己的路由器，請用和這裡完全相同的 --mesh-key 啟動它。',
    },
    'no-key': {
      what: '{addresses}：沒有金鑰的路由器，沒有讓它加入。',
      todo: '如果是自己的路由器，請用和這裡相同的 --mesh-key 啟動它。',
    },
    'has-key': {
      what: '{addresses}：有金鑰的路由器，但這裡沒有金鑰，所以連不在一起。',
      todo: '如果都是自己的路由器，請用相同的 --mesh-key 啟動這台路由器。',
    },
    'other-version': {
      what: '{addresses}：Hikyaku 版本不同的路由器，連不在一起。',
      todo: '請在兩邊安裝相同的版本。',
    },
    forged: {
      what: '{addresses}：傳來損壞或偽造的訊號，已忽略。',
      todo: '如果是自己的路由器，請檢查網路線；如果不是，請查明那是什麼機器。',
    },
    'too-many': {
      what: '{addresses}：傳來的訊號太多，或路由器數量超過上限，超出的部分已忽略。',
      todo: '請查明這個位址是什麼機器。一台路由器最多連接 128 台路由器。',
    },
    misbehaves: {
      what: '{addresses}：傳來路由器不會傳的內容，暫時不理它。',
      todo: '如果是自己的路由器，請用和這裡相同的版本重新啟動它。',
    },
  },
  numbers: { router: '這裡的裝置', all: '所有路由器的裝置', routers: '看得到的路由器' },

  open: '請告訴大家這個網址',
  openHelp: '先連上這個 Wi-Fi，再用相機對準方形圖案，或在瀏覽器中輸入網址。',
  openOthers: '這台路由器的其他網址',
  poster: '可列印的海報',
  qrCode: '{url} 的 QR 碼',

  reach: '看得到的路由器',
  picture: { other: '這台路由器和另外 # 台路由器的示意圖' },
  pictureHelp: '圓圈中是那裡連線的裝置數量。線表示與這台路由器相連。中間是否有別的無線轉送，這裡無法得知。',
  legend: { self: '這台路由器', direct: '已連線', lost: '剛剛中斷', missing: '已中斷' },
  onlyThis: '目前看不到其他路由器。',
  table: {
    caption: '清單',
    name: '名稱',
    address: '位址',
    devices: '裝置',
    heard: '最近聯絡',
    way: '路徑',
    key: '金鑰',
    clock: '時鐘',
  },
  self: '這台路由器',
  direct: '已連線',
  lost: '剛剛中斷',
  gone: '{ago}中斷',
  keyed: '金鑰相同',
  openMesh: '沒有金鑰',
  sameClock: '一致',
  ahead: '快 {time}',
  behind: '慢 {time}',
  unknown: '不明',

  checklist: {
    title: '少了路由器？請依序檢查',
    steps: [
      '它有通電嗎？附近的人能開啟它自己的頁面（它的位址加上 /status）嗎？',
      '網路線兩端都插好了嗎，或無線開啟了嗎？所有路由器必須在同一條回程上：同一台交換器，或同一個無線網狀網路（batman-adv、802.11s）。在第三台路由器後面、另一條回程上的路由器，看不到。',
      '兩邊啟動時都寫了 --backhaul 和那條網路線或無線的介面名稱嗎？',
      '兩邊在那裡的位址屬於同一個範圍嗎？例如 192.168.1.1 和 192.168.1.2（都是 /24）。同一個位址不能用兩次。',
      '兩邊的 --mesh-key 一字不差嗎？或者兩邊都沒有寫？',
      '兩邊的 Hikyaku 版本相同嗎？',
      '中間有別的網路嗎？訊號過不去。請在兩邊用 --mesh-peers 寫上對方的位址。',
      '中間有自己的防火牆嗎？路由器之間必須允許 UDP 和 TCP 的 8642 連接埠，以及群播。',
    ],
  },

  facts: {
    title: '這台路由器',
    devices: '已連線的裝置',
    devicesOf: '{here} 台（最多 {most} 台）',
    refused: '啟動以來拒絕的連線',
    refusedFor: {
      'foreign-host': {
        other: '# 次：用了不屬於這台路由器的名稱開啟。請使用上面的網址，或用 --hostname 把名稱告訴路由器',
      },
      'foreign-page': { other: '# 次：別處的頁面想要連線。如果有代理伺服器，它必須原樣傳遞 Host 標頭' },
      connections: { other: '# 次：同一個位址的連線太多' },
      sockets: { other: '# 次：同一個位址後面的裝置太多。如果有代理伺服器或另一台路由器，許多裝置會共用一個位址' },
      full: { other: '# 次：這台路由器已滿' },
    },
    relay: '中繼（TURN）',
    relayState: { running: '運作中', off: '關閉', failed: '沒有運作' },
    relayCause: {
      'not-installed': '沒有安裝 coturn',
      'switched-off': '依 --turn 的設定',
      'no-network': '沒有可用的網路',
      starting: '正在啟動',
    },
    relayed: { other: '目前中繼 # 個連線' },
    secure: '安全網址（HTTPS）',
    secureState: { off: '關閉（依 --https-port 的設定）', failed: '沒有運作' },
    secureCertificate: { own: '這台路由器自己的憑證', operator: '管理員的憑證' },
    secureUntil: { other: '有效期至 {date}，還有 # 天' },
    secureEnded: '已於 {date} 到期',
    secureClock: '這台路由器的時鐘不準，所以使用不限時間的憑證。',
    secureTrust: '如何讓手機信任它',
    mesh: '其他路由器（網狀網路）',
    meshState: { off: '不尋找', alone: '沒有找到', joined: '已連線' },
    trust: { key: '只限金鑰相同的路由器', open: '任何路由器都可以' },
    radio: {
      title: '無線',
      channel: '頻道 {channel}',
      inUse: '占用 {share}',
      stations: { other: '裝置 # 台' },
      peers: { other: '相鄰路由器 # 台' },
      through: { other: '經過別的路由器到達的 # 台' },
    },
    memory: '記憶體',
    memoryOf: '本程式 {own}，剩餘 {free}',
    disk: '磁碟',
    diskOf: '共 {whole}，剩餘 {free}',
    held: {
      title: '寄放的訊息和貼文',
      posts: { other: '貼文 # 則' },
      letters: { other: '封好的信 # 封' },
      files: { other: '# 個檔案' },
      room: '{used}，最多 {most}',
      days: { other: '最長 # 天' },
      off: '關閉（--hold 的設定）',
      opening: '正在開啟，請稍候',
      failed: '無法寄放：這台機器的磁碟不能用',
    },
    uptime: '已運作',
    time: '時鐘',
    version: '版本',
    id: 'ID',
    digests: '對照值',
    digestsHelp: '看到相同路由器和相同裝置的路由器，對照值相同',
  },

  refreshes: { other: '本頁面每 # 秒自動更新。' },
  stopRefreshing: '停止更新',
  startRefreshing: '自動更新本頁面',
  privacy: '這裡不顯示任何檔案、檔名或人名。',
  asJson: '供程式讀取的相同內容',

  units: {
    y: { other: '# 年' },
    d: { other: '# 天' },
    h: { other: '# 小時' },
    min: { other: '# 分鐘' },
    s: { other: '# 秒' },
  },
  ago: '{time}前',
  more: { other: '另外 # 台' },
};
