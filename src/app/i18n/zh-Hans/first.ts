/** Simplified Chinese: short and polite, 您 only where a pronoun is needed. */
import type { FirstWords } from '../words/first-screen.ts';
import { pictures } from './pictures.ts';
import { shell } from './shell.ts';

export const first: FirstWords = {
  language: '语言',
  connection: {
    connecting: '正在连接',
    online: '已连接',
    reconnecting: '正在重新连接',
    offline: '未连接',
    outdated: '未连接',
    replaced: '未连接',
  },
  connectionHelp: {
    connecting: '正在寻找这个 Wi-Fi 的路由器。',
    reconnecting: '和路由器的连接断了一下，正在重新连接。进行中的传输会继续。',
  },
  withoutInternet: '没有互联网',
  tabs: '页面',
  people: '附近的人',
  bringIn: '邀请别人',
  sections: { known: '认识的人', recent: '最近互传过', here: '在这里的人', new: '刚来的人' },
  board: '留言板',
  received: '收到的',
  notSavedYet: { other: '# 个还没有保存' },

  pictures,
  mark: '{picture} {digits}',
  withMark: '{name}（{mark}）',
  yourMark: '别人看到的您的标记',
  alike: '这里有相似的名字：请核对图案和数字。',
  known: '认识',
  ofGroup: '群组“{name}”',
  notThem: '这不是您认识的{name}。',
  aboutPerson: '关于{name}',
  callsItself: '自称{name}',

  yourName: '您的名字：{name}',

  chooseFiles: '选择文件',
  chooseFolder: '选择文件夹',
  takePhoto: '拍照',
  dropHint: '或把文件拖到这个页面',
  looking: '正在查看文件…',
  files: { other: '# 个文件' },
  more: { other: '另外 # 个' },

  devices: '设备',
  pressToChoose: '点按名字，就可以发送。',
  pressToSend: '现在请点按收件人。',
  several: '发给多人',
  hasLeft: '现在不在这里',
  kind: { phone: '手机', tablet: '平板电脑', computer: '电脑', device: '设备' },
  away: '暂时离开',
  behind: '路由器：{router}',
  devicesLater: '连接后，这里会显示设备。',

  outdated: '这个页面不是最新版本',
  outdatedHelp: '请先保存收到的文件，再重新加载页面。',
  reload: '重新加载',
  replaced: 'Hikyaku 已在别处打开',
  replacedHelp: '它在另一个标签页、另一个网址，或复制了本机数据的另一台设备上打开了。同一时间只有一处能收发文件。',
  useHere: '在这里使用',

  shell,
};
