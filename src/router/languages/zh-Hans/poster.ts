/** Simplified Chinese: the poster. */
import type { PosterWords } from '../../poster/words.ts';

export const poster: PosterWords = {
  title: '可以给这里的人发送照片和文件',
  steps: ['连接这个 Wi-Fi', '用 Safari 或 Chrome 打开这个页面', '选择文件，再点按收件人的名字', '对方点按“接受”'],
  notes: ['这里没有互联网。不用装应用，不用注册，不收费。', '如果出现小窗口，请点按“知道了”，然后关闭。'],
  labels: { network: 'Wi-Fi 名称', password: '密码', noPassword: '无密码', address: '网址' },
  printing: {
    wall: '张贴用',
    handOut: '分发用',
    print: '请用浏览器的“打印”功能打印。',
    beside: '与日语并列的语言（最多三种）',
  },
};
