import type { MakeSureWords } from '../words/make-sure.ts';

const BETWEEN = '可能有人夾在你們之間，偷看或更動你們互相傳送的東西。';

export const makeSure: MakeSureWords = {
  button: '確認是本人',
  ways: {
    title: '確認這是{name}本人',
    help: '請兩人站在一起，能同時看到兩個螢幕。',
    compare: '比對圖案',
    compareHelp: '十秒鐘，兩邊都能確認。',
    photo: '拍對方的 QR 碼',
    photoHelp: '請對方點一下「確認是本人」，再點一下「顯示我的 QR 碼」。這樣您能確認對方，對方還沒有確認您。',
    mine: '顯示我的 QR 碼',
    mineHelp: '讓別人來拍。',
  },
  waysAny: {
    title: '用照片確認本人',
    help: '請兩人站在一起。要比對圖案，請先在裝置清單中選擇那個人。',
  },

  calling: { title: '正在連線到{name}', help: '需要幾秒鐘。' },
  asking: { title: '現在請看{name}的螢幕', help: '對方會收到詢問，請對方點一下「接受」。' },
  asked: {
    title: '{name}想確認您是不是本人',
    help: '請兩人站在一起。兩個螢幕會顯示四個圖案和一個數字，請比對。',
    accept: '接受',
    notNow: '稍後再說',
  },
  agreed: { title: '請稍等', help: '圖案會出現在兩個螢幕上。' },
  code: {
    title: '兩個螢幕顯示的一樣嗎？',
    help: '看兩個螢幕，或互相唸出來：四個圖案和數字都要對。',
    pictures: '圖案',
    number: '數字：{digits}',
    same: '一樣',
    different: '不一樣',
    saidHere: '您說一樣。正在等待{name}。',
    saidThere: '{name}說一樣。您看呢？',
  },
  known: {
    title: '已確認是{name}本人',
    help: '從現在起，不管別人叫什麼名字，這台裝置都認得出{name}的裝置。',
    oneSided: '{name}還沒有確認您：請把您的 QR 碼給對方看，或比對圖案。',
    label: '您怎麼稱呼對方',
    labelHint: '這個名字只有您能看到。',
    done: '完成',
  },

  different: {
    title: '不要傳送任何東西給對方的裝置',
    me: `兩個螢幕不一樣。這裡叫做{name}的裝置可能不是對方的：${BETWEEN}`,
    peer: `{name}說兩個螢幕不一樣。這裡叫做{name}的裝置可能不是對方的：${BETWEEN}`,
    broken: `這裡叫做{name}的裝置沒有像正常裝置那樣回應。它可能不是對方的：${BETWEEN}`,
    unproven: `回應的不是叫做{name}的裝置。${BETWEEN}`,
    other: `這個 QR 碼屬於另一台裝置，不是這裡叫做{name}的那台。它可能不是對方的：${BETWEEN}`,
    nothingSent: '剛才沒有傳送任何東西。',
    what: '怎麼辦',
    steps: [
      '馬上告訴{name}。',
      '也許有一方看錯了地方：再試一次，並唸出來。',
      '如果還是不一樣，請用別的方法交換檔案，並告訴管理這個 Wi-Fi 的人。',
    ],
  },
  block: '封鎖對方的裝置',
  failed: {
    refused: { title: '{name}沒有接受', help: '請問一下對方，再試一次。' },
    cancelled: { title: '{name}停止了確認', help: '你們還沒有互相確認。請和對方說一聲，再試一次。' },
    late: { title: '等待時間太長了', help: '你們還沒有互相確認。兩人站在一起時再試一次。' },
    lost: { title: '連線斷了', help: '你們還沒有互相確認。兩邊都不要關閉這個頁面，再試一次。' },
    unreachable: { title: '連不上{name}的裝置', help: '兩邊都不要關閉這個頁面，再試一次。' },
    outdated: { title: '有一邊的頁面是舊的', help: '請在兩台裝置上重新載入頁面，再試一次。' },
  },

  mine: {
    title: '我的 QR 碼',
    help: '請對方點一下「確認是本人」，拍下這個 QR 碼。這樣對方就確認了您。要確認對方，請拍對方的 QR 碼。',
    picture: '這台裝置的 QR 碼',
  },
  photo: {
    title: '拍對方的 QR 碼',
    help: '在對方的螢幕上：點一下「確認是本人」，再點一下「顯示我的 QR 碼」。讓 QR 碼佔照片的一半。',
    take: '拍照',
    looking: '正在查看照片…',
  },
  noPerson: {
    nothing: {
      title: '照片裡沒有找到 QR 碼',
      help: '請靠近一些，讓 QR 碼佔照片的一半。拿穩，避免燈光和陽光反射，並把對方的螢幕調亮。',
    },
    unreadable: { title: '這張照片打不開', help: '請再拍一張。' },
    missing: {
      title: '頁面有一部分沒有載入',
      help: '沒有這部分就讀不出照片裡的 QR 碼。請留在路由器附近，重新載入頁面；或者比對圖案。',
    },
    foreign: {
      title: '這不是 Hikyaku 的個人 QR 碼',
      help: '在對方的螢幕上：點一下「確認是本人」，再點一下「顯示我的 QR 碼」。',
    },
    own: { title: '這是您自己的 QR 碼', help: '請拍對方的螢幕。' },
    absent: {
      title: '這個人不在這裡',
      help: 'QR 碼是對的，但對方的裝置不在附近。請兩人在同一個 Wi-Fi 裡開啟這個頁面。',
    },
    blocked: { title: '您封鎖了這個人', help: '請先在「認識和封鎖的人」裡取消封鎖。' },
  },

  again: '再試一次',
  cancel: '取消',
  close: '關閉',
};
