import type { FailureWords } from '../words/failures.ts';

const BLOCKED_HERE = '這台裝置上有東西擋住連線：VPN、過濾軟體，或瀏覽器的設定。';
const BLOCKED_THERE = '對方裝置上有東西擋住連線：VPN、過濾軟體，或瀏覽器的設定。';
const RELOAD_BOTH = '請在兩台裝置上重新載入這個頁面。';

export const failures: FailureWords = {
  failure: {
    unreachable: {
      sending: '連不上對方裝置。請確認對方開著這個頁面、螢幕亮著，然後再傳送一次。',
      receiving: '連不上對方裝置。請不要關閉這個頁面，並請對方再傳送一次。',
    },
    'blocked-here': {
      sending: `${BLOCKED_HERE}請關掉它，然後再傳送一次。`,
      receiving: `${BLOCKED_HERE}請關掉它，然後請對方再傳送一次。`,
    },
    'blocked-there': {
      sending: `${BLOCKED_THERE}請對方關掉它，您再傳送一次。`,
      receiving: `${BLOCKED_THERE}請對方關掉它，再傳送一次。`,
    },
    'no-path': {
      sending:
        '兩台裝置都在，但中間什麼也傳不過去。如果其中一台開著 VPN 或過濾軟體，請關掉；再靠近路由器，然後再傳送一次。',
      receiving:
        '兩台裝置都在，但中間什麼也傳不過去。如果其中一台開著 VPN 或過濾軟體，請關掉；再靠近路由器，然後請對方再傳送一次。',
    },
    'peer-left': {
      sending: '對方裝置離開了，或是關閉了頁面。請對方重新開啟，您再傳送一次。',
      receiving: '對方裝置離開了，或是關閉了頁面。請對方重新開啟並再傳送一次。',
    },
    'connection-lost': {
      sending: '連線斷了。請靠近路由器，讓螢幕亮著，然後再傳送一次。',
      receiving: '連線斷了。請靠近路由器，讓螢幕亮著，然後請對方再傳送一次。',
    },
    'no-webrtc': {
      sending: '對方的瀏覽器不能接收檔案。請對方使用 Safari、Chrome 或 Firefox。',
      receiving: '這個瀏覽器不能接收檔案。請用 Safari、Chrome 或 Firefox 開啟這個頁面。',
    },
    busy: {
      sending: '對方裝置現在等待回答的請求太多。請稍等一下，然後再傳送一次。',
      receiving: '這裡同時等待回答的請求太多。請對方再傳送一次。',
    },
    'no-more-connections': {
      sending: '這個瀏覽器開啟的連線太多。請重新載入頁面，然後再傳送一次。',
      receiving: '這個瀏覽器開啟的連線太多。請重新載入頁面，然後請對方再傳送一次。',
    },
    unproven: {
      sending: '有別的裝置夾在您和{name}之間，或冒充{name}回應。什麼也沒有傳送。請走到{name}身邊，或換一台路由器。',
      receiving: '有別的裝置夾在您和{name}之間，或冒充{name}回應。沒有接收任何東西。',
    },
    'no-proof': {
      sending: '以{name}的名義回應的裝置沒有證明自己是誰。什麼也沒有傳送。請再試一次。',
      receiving: '以{name}的名義回應的裝置沒有證明自己是誰。沒有接收任何東西。',
    },
    'same-address': {
      sending: '兩台路由器的位址相同，所以什麼也傳不過去。請告訴管理員；路由器的 /status 頁面上寫著解決辦法。',
      receiving: '兩台路由器的位址相同，所以什麼也傳不過去。請告訴管理員；路由器的 /status 頁面上寫著解決辦法。',
    },
    'other-network': {
      sending: '從這台路由器到不了另一台路由器。請告訴管理員；路由器的 /status 頁面上寫著解決辦法。',
      receiving: '從這台路由器到不了另一台路由器。請告訴管理員；路由器的 /status 頁面上寫著解決辦法。',
    },
    'version-mismatch': {
      sending: `兩邊頁面的版本不一致。${RELOAD_BOTH}然後再傳送一次。`,
      receiving: `兩邊頁面的版本不一致。${RELOAD_BOTH}然後請對方再傳送一次。`,
    },
    'protocol-violation': {
      sending: `對方裝置的回應無法理解。${RELOAD_BOTH}然後再傳送一次。`,
      receiving: `對方裝置傳來的內容無法理解，所以什麼也沒有保留。${RELOAD_BOTH}然後請對方再傳送一次。`,
    },
    'source-changed': {
      sending: '傳送途中，您裝置上的一個檔案被更動了。請重新選擇檔案並再傳送一次。',
      receiving: '傳送途中，對方裝置上的一個檔案被更動了。請對方再傳送一次。',
    },
    'source-unreadable': {
      sending: '您裝置上的一個檔案讀不出來了，可能被移動或刪除了。請重新選擇檔案。',
      receiving: '對方裝置上的一個檔案讀不出來了。請對方重新選擇檔案。',
    },
    'storage-full': {
      sending: '對方裝置的空間滿了。請對方騰出空間，您再傳送一次。',
      receiving: '您裝置的空間滿了。請騰出空間，然後請對方再傳送一次。',
    },
    'storage-failed': {
      sending: '對方裝置無法存下檔案。請對方重新載入頁面，您再傳送一次。',
      receiving: '這個瀏覽器無法存下檔案。如果在用無痕模式，請先關閉，重新載入頁面，然後請對方再傳送一次。',
    },
    'storage-refused': {
      sending:
        '對方的瀏覽器不保留這個頁面的資料，而這些檔案放不進它的記憶體。請對方換一個瀏覽器開啟頁面（不要用無痕視窗），您再傳送一次。',
      receiving:
        '這個瀏覽器不保留這個頁面的資料，而這些檔案放不進它的記憶體。請允許這個網站保留資料，或換一個瀏覽器開啟頁面（不要用無痕視窗），然後請對方再傳送一次。',
    },
    'digest-mismatch': {
      sending: '檔案收到時已經損壞，所以被丟掉了。請再傳送一次。',
      receiving: '檔案收到時已經損壞，所以被丟掉了。請對方再傳送一次。',
    },
    'hash-failed': {
      sending: `頁面無法載入檢查檔案的部分。${RELOAD_BOTH}然後再傳送一次。`,
      receiving: `頁面無法載入檢查檔案的部分。${RELOAD_BOTH}然後請對方再傳送一次。`,
    },
    'page-failed': {
      sending: `其中一個頁面出了問題。${RELOAD_BOTH}然後再傳送一次。`,
      receiving: `其中一個頁面出了問題。${RELOAD_BOTH}然後請對方再傳送一次。`,
    },
  },
  interruption: {
    'connection-lost': {
      sending: '連線斷了。兩台裝置重新連上後會自動繼續。',
      receiving: '連線斷了。兩台裝置重新連上後會自動繼續。',
    },
    'peer-left': {
      sending: '對方裝置離開了。對方回來並開啟這個頁面後，會自動繼續。',
      receiving: '對方裝置離開了。對方回來並開啟這個頁面後，會自動繼續。',
    },
    unreachable: {
      sending: '現在連不上對方裝置。會自動再試。',
      receiving: '現在連不上對方裝置。會自動再試。',
    },
    unproven: {
      sending:
        '有別的裝置夾在您和{name}之間，或冒充{name}回應。沒有再傳送任何東西。{name}本人回應後會繼續。請走到{name}身邊，或換一台路由器。',
      receiving:
        '有別的裝置夾在您和{name}之間，或冒充{name}回應。沒有再接收任何東西；已經收到的部分還在。{name}本人回應後會繼續。',
    },
    'no-proof': {
      sending: '以{name}的名義回應的裝置沒有證明自己是誰。沒有再傳送任何東西。會自動再試。',
      receiving: '以{name}的名義回應的裝置沒有證明自己是誰。已經收到的部分還在。會自動再試。',
    },
    'blocked-here': {
      sending: `${BLOCKED_HERE}請關掉它；會自動再試。`,
      receiving: `${BLOCKED_HERE}請關掉它；會自動再試。`,
    },
    'blocked-there': {
      sending: `${BLOCKED_THERE}請對方關掉它；會自動再試。`,
      receiving: `${BLOCKED_THERE}請對方關掉它；會自動再試。`,
    },
    'no-path': {
      sending: '兩台裝置都在，但中間什麼也傳不過去。如果其中一台開著 VPN 或過濾軟體，請關掉。會自動再試。',
      receiving: '兩台裝置都在，但中間什麼也傳不過去。如果其中一台開著 VPN 或過濾軟體，請關掉。會自動再試。',
    },
    'no-answer': {
      sending: '對方裝置沒有回應：可能螢幕關了，或什麼也傳不過去。一有回應就會繼續。',
      receiving: '對方裝置沒有回應：可能螢幕關了，或什麼也傳不過去。一有回應就會繼續。',
    },
    'storage-failed': {
      sending: '對方裝置存不下更多了。對方點一下「繼續」後會接著傳。',
      receiving: '這個瀏覽器存不下更多了。請點一下「繼續」，或先重新載入頁面。',
    },
    'storage-full': {
      sending: '對方裝置的空間滿了。對方騰出空間並點一下「繼續」後會接著傳。',
      receiving: '您裝置的空間滿了。請騰出空間，然後點一下「繼續」。',
    },
    'hash-failed': {
      sending: '頁面無法載入檢查檔案的部分。請在路由器附近，在兩台裝置上重新載入這個頁面，然後點一下「繼續」。',
      receiving: '頁面無法載入檢查檔案的部分。請在路由器附近，在兩台裝置上重新載入這個頁面，然後點一下「繼續」。',
    },
    'source-unreadable': {
      sending:
        '有一個檔案讀不出來了：可能被移動或刪除了，或是記憶卡、隨身碟被拔掉了。請重新選擇它；已經送到的部分不會再傳一次。',
      receiving: '對方裝置上的一個檔案讀不出來了。對方重新選擇後會接著傳。',
    },
    'page-failed': {
      sending: `其中一個頁面出了問題。${RELOAD_BOTH}然後點一下「繼續」。`,
      receiving: `其中一個頁面出了問題。${RELOAD_BOTH}然後點一下「繼續」。`,
    },
  },
};
