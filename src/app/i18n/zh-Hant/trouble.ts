import type { TroubleWords } from '../words/trouble.ts';

export const trouble: TroubleWords = {
  expired: '這個網址的憑證已到期',
  expiredHelp: '所以從這裡連不上任何路由器。請改用一般網址，它一直可以使用。收到的檔案還留在這裡。',
  away: '附近沒有路由器',
  about: 'Hikyaku 透過附近的 Wi-Fi 路由器在手機之間傳送檔案，不需要網際網路。',
  wifiOn: '請開啟 Wi-Fi，並靠近路由器。',
  join: '請連上 {router} 的 Wi-Fi，或其他 Hikyaku 路由器的 Wi-Fi。',
  joinAny: '請連上 Hikyaku 路由器的 Wi-Fi。',
  comeBack: '然後回到這裡，頁面會自動連線。',
  keptHere: '收到的檔案和沒有完成的傳輸都留在這個 App 裡，現在也能使用。',
  turnedAway: {
    title: '路由器有回應，但不讓這個頁面連線',
    'no-socket':
      '您的 Wi-Fi 沒有問題。頁面和路由器之間有東西阻止了連線，例如代理伺服器或別的網址。請開啟海報上的網址，或告訴管理員。頁面會繼續嘗試。',
    crowded: '您的 Wi-Fi 沒有問題。這台路由器上開啟的頁面太多了。請關閉沒人用的頁面，或告訴管理員。頁面會繼續嘗試。',
  },
  siteData: {
    refused: '這個瀏覽器不保留這個頁面的資料',
    refusedHelp: '您可以傳送檔案。如果要接收，請在瀏覽器設定中允許這個網址使用 Cookie 和網站資料，然後重新載入頁面。',
    silent: '瀏覽器的儲存空間沒有回應',
    silentHelp: '以前收到的檔案現在無法顯示，別人會看到您用的是新名字。請關閉瀏覽器，重新開啟後回到這裡。',
  },
  cannotTransfer: '這個瀏覽器無法傳送和接收檔案',
  cannotTransferHelp: {
    firefox: '這個 Firefox 關閉了 WebRTC（在設定裡，或由附加元件關閉）。請開啟 WebRTC，或用別的瀏覽器開啟這個網址：',
    safari:
      '如果這台裝置開著封閉模式，請只對這個網站關閉：點一下網址旁邊的按鈕，再點一下「網站設定」。或者用別的瀏覽器開啟這個網址：',
    other: '請用 Safari、Chrome 或 Firefox 開啟這個網址：',
  },
};
