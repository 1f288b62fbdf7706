import type { WarningWords } from '../words/warning.ts';

export const warning: WarningWords = {
  title: {
    unproven: '刚才回应的不是{name}',
    'no-proof': '无法确定对方是不是{name}',
  },
  more: { other: '另外还有 # 台设备也是这样。' },
  what: {
    unproven: '另一台设备冒充对方回应，或者夹在你们两人之间。',
    'no-proof': '以对方名义回应的设备没有表明自己是谁。也许它只是休眠了。',
  },
  nothing: '您的设备及时阻止了：没有再发送任何东西，那边发来的东西也不会显示。',
  todo: {
    unproven: [
      '走到对方身边，两人一起看着屏幕再试一次。',
      '如果再次发生，两人都换到另一个路由器再试。',
      '告诉管理这个 Wi-Fi 的人。',
    ],
    'no-proof': ['两边都不要关闭这个页面，然后再试一次。'],
  },
  read: '我看过了',
};
