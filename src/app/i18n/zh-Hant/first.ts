/** Traditional Chinese, as in Taiwan: short and polite, 您 only where a pronoun is needed. */
import type { FirstWords } from '../words/first-screen.ts';
import { pictures } from './pictures.ts';
import { shell } from './shell.ts';

export const first: FirstWords = {
  language: '語言',
  connection: {
    connecting: '正在連線',
    online: '已連線',
    reconnecting: '正在重新連線',
    offline: '未連線',
    outdated: '未連線',
    replaced: '未連線',
  },
  connectionHelp: {
    connecting: '正在尋找這個 Wi-Fi 的路由器。',
    reconnecting: '和路由器的連線斷了一下，正在重新連線。進行中的傳輸會繼續。',
  },
  withoutInternet: '沒有網際網路',
  tabs: '頁面',
  people: '附近的人',
  bringIn: '邀請別人',
  sections: { known: '認識的人', recent: '最近互傳過', here: '在這裡的人', new: '剛來的人' },
  board: '留言板',
  received: '收到的',
  notSavedYet: { other: '# 個還沒有儲存' },

  pictures,
  mark: '{picture} {digits}',
  withMark: '{name}（{mark}）',
  yourMark: '別人看到的您的標記',
  alike: '這裡有相似的名字：請核對圖案和數字。',
  known: '認識',
  ofGroup: '群組「{name}」',
  notThem: '這不是您認識的{name}。',
  aboutPerson: '關於{name}',
  callsItself: '自稱{name}',

  yourName: '您的名字：{name}',

  chooseFiles: '選擇檔案',
  chooseFolder: '選擇資料夾',
  takePhoto: '拍照',
  dropHint: '或把檔案拖到這個頁面上',
  looking: '正在查看檔案…',
  files: { other: '# 個檔案' },
  more: { other: '另外 # 個' },

  devices: '裝置',
  pressToChoose: '點一下名字，就可以傳送。',
  pressToSend: '現在請點一下收件人。',
  several: '傳給多人',
  hasLeft: '現在不在這裡',
  kind: { phone: '手機', tablet: '平板電腦', computer: '電腦', device: '裝置' },
  away: '暫時離開',
  behind: '路由器：{router}',
  devicesLater: '連線後，這裡會顯示裝置。',

  outdated: '這個頁面不是最新版本',
  outdatedHelp: '請先儲存收到的檔案，再重新載入頁面。',
  reload: '重新載入',
  replaced: 'Hikyaku 已在別處開啟',
  replacedHelp: '它在另一個分頁、另一個網址，或複製了本機資料的另一台裝置上開啟了。同一時間只有一處能傳送和接收檔案。',
  useHere: '在這裡使用',

  shell,
};
