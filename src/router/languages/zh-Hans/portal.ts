/** Simplified Chinese: the welcome page. */
import type { PortalWords } from '../../portal/words.ts';

export const portal: PortalWords = {
  title: '请用 Safari 或 Chrome 打开这个网址',
  why: '这个 Wi-Fi 没有连接互联网。您可以和附近的人互相发送照片和文件。',
  notHere: '在这个小窗口里不能使用。',
  agree: '知道了',
  apple: 'iPhone：点按右上角的“完成”',
  android: 'Android：出现“无法访问互联网”的提示时，选择“是”',
  open: '打开 Safari 或 Chrome，输入网址',
  next: '请关闭这个窗口，打开 Safari 或 Chrome',
  enter: '打开',
  otherName:
    '刚才打开的名称不能用于这个路由器，请使用上面的网址。（致管理员：要使用这个名称，请用 {option} 告诉路由器。）',
  short: '请用 Safari 或 Chrome 打开这个网址。这里没有互联网，但可以给附近的人发送文件。',
};
