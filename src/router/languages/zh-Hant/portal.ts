/** Traditional Chinese, as in Taiwan: the welcome page. */
import type { PortalWords } from '../../portal/words.ts';

export const portal: PortalWords = {
  title: '請用 Safari 或 Chrome 開啟這個網址',
  why: '這個 Wi-Fi 沒有連上網際網路。您可以和附近的人互相傳送照片和檔案。',
  notHere: '在這個小視窗裡無法使用。',
  agree: '知道了',
  apple: 'iPhone：點一下右上角的「完成」',
  android: 'Android：出現「沒有網際網路」的提示時，選擇「是」',
  open: '開啟 Safari 或 Chrome，輸入網址',
  next: '請關閉這個視窗，開啟 Safari 或 Chrome',
  enter: '開啟',
  otherName:
    '剛才開啟的名稱不能用於這台路由器，請使用上面的網址。（給管理員：要使用這個名稱，請用 {option} 告訴路由器。）',
  short: '請用 Safari 或 Chrome 開啟這個網址。這裡沒有網際網路，但可以傳送檔案給附近的人。',
};
