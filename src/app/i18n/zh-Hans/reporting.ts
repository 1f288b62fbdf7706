import type { ReportingWords } from '../words/reporting.ts';

export const reporting: ReportingWords = {
  title: '问题报告',
  help: '这份报告能帮助维护 Hikyaku 的人了解哪里出了问题。里面没有任何人、设备或文件的名字。您不发给别人，它就只留在这台设备上。',
  copy: '复制报告',
  copied: '已复制。例如，可以粘贴到消息里。',
  selected: '这个浏览器不允许页面复制。报告已经选中，请用弹出的菜单复制。',
  close: '关闭',
};
