import type { BlockingWords, PersonWords } from '../words/person.ts';

export const person: PersonWords = {
  title: '認識和封鎖的人',
  list: '認識和封鎖的人',
  known: '認識的人',
  blocked: '已封鎖',
  nobody: '還沒有人',
  nobodyHelp: '您確認過的人，以及您封鎖的人，會列在這裡。',
  knownSince: '{date}確認為本人',
  blockedSince: '{date}封鎖',
  callsItself: '對方裝置自稱{name}。',
  stranger: '您還沒有確認過這個人',
  strangerHelp: '名字誰都可以隨便用。兩人在一起時，請確認是本人。',
  isNotHelp: '這是另一台裝置。您確認過的{name}自稱{called}。只願意從{name}那裡接收的東西，請不要從這台裝置接收。',
  unknown: '這個人不在這裡，您也不認識。',

  between: '對話',
  nothingYet: '你們還沒有互傳過東西。',
  earlier: { other: '顯示之前的 # 項' },
  saveAllNamed: '全部儲存：{name}',
  fromYou: '您傳送的',
  fromThem: '對方傳送的',

  forgetSent: '刪除傳送記錄',
  forgetSentHelp: '您傳送給這個人的檔名、大小和時間，這台裝置會記住一個月。對方傳給您的檔案在「收到的」裡。',
  forgetSentAsk: '刪除這份記錄？無法復原。收到的檔案還在。',

  forgetMessages: '刪除和{name}的所有訊息',
  forgetMessagesAsk:
    '和{name}的訊息以及其中的檔案，會從這台裝置上刪除。沒有儲存的，以及還沒有交給路由器的，都會遺失。{name}那邊的還在。',
  messagesStay: '沒能全部刪除：這個瀏覽器不允許。請關閉這個頁面，重新開啟後再試一次。',

  more: '更多關於這個人',
  notHere: '{name}現在不在這裡。',
  notHereHelp: '對方連上這個 Wi-Fi 並開啟這個頁面後，就會重新出現在這裡。沒有完成的傳輸會自動繼續。',

  rename: '改名',
  renameLabel: '您怎麼稱呼對方',
  renameHint: '這個名字只有您能看到。',
  forget: '移出認識的人',
  forgetAsk:
    '之後，{name}對您來說又是陌生人。和{name}的訊息以及其中的檔案，會從這台裝置上刪除。「收到的」裡的還在。要重新認識，請再確認一次是本人。',
  block: '封鎖',
  unblock: '取消封鎖',
  unblockNamed: '取消封鎖{name}',
  blockedHelp: '對方傳來的東西都到不了您這裡，您也不能傳給對方。要傳送，請先取消封鎖。',
  no: '返回',

  unasked: '不詢問就接受',
  unaskedHelp: { other: '更大的檔案，或超過 # 個檔案時，仍會詢問。一天內這樣接收的總量，最多是這個大小的十倍。' },
  unaskedRoom: '這個瀏覽器不提供剩餘空間的資訊，所以超過 {size} 的也會詢問。',
  never: '從不',
  upTo: '不超過 {size}',
};

export const blocking: BlockingWords = {
  ask: '之後，{name}傳來的東西都到不了您這裡，你們之間正在進行的傳輸也會停止。不會通知對方：對方只會覺得您不在這裡。您隨時可以取消封鎖。',
  yes: '封鎖',
  no: '返回',
};

export const notKept = '這個瀏覽器無法存下其他人的全部資訊。關閉或重新載入這個頁面後，這些資訊就沒有了。';
