import type { TroubleWords } from '../words/trouble.ts';

export const trouble: TroubleWords = {
  expired: '这个网址的证书已到期',
  expiredHelp: '所以从这里连不上任何路由器。请改用普通网址，它一直可以使用。收到的文件还留在这里。',
  away: '附近没有路由器',
  about: 'Hikyaku 通过附近的 Wi-Fi 路由器在手机之间发送文件，不需要互联网。',
  wifiOn: '请打开 Wi-Fi，并靠近路由器。',
  join: '请连接 {router} 的 Wi-Fi，或其他 Hikyaku 路由器的 Wi-Fi。',
  joinAny: '请连接 Hikyaku 路由器的 Wi-Fi。',
  comeBack: '然后回到这里，页面会自动连接。',
  keptHere: '收到的文件和没有完成的传输都留在这个应用里，现在也能使用。',
  turnedAway: {
    title: '路由器有回应，但不让这个页面连接',
    'no-socket':
      '您的 Wi-Fi 没有问题。页面和路由器之间有东西阻止了连接，例如代理服务器或别的网址。请打开海报上的网址，或告诉管理员。页面会继续尝试。',
    crowded: '您的 Wi-Fi 没有问题。这个路由器上打开的页面太多了。请关闭没人用的页面，或告诉管理员。页面会继续尝试。',
  },
  siteData: {
    refused: '这个浏览器不保留这个页面的数据',
    refusedHelp: '您可以发送文件。如果要接收，请在浏览器设置中允许这个网址使用 Cookie 和网站数据，然后重新加载页面。',
    silent: '浏览器的存储空间没有回应',
    silentHelp: '以前收到的文件现在无法显示，别人会看到您用的是新名字。请关闭浏览器，重新打开后回到这里。',
  },
  cannotTransfer: '这个浏览器不能收发文件',
  cannotTransferHelp: {
    firefox: '这个 Firefox 关闭了 WebRTC（在设置里，或由附加组件关闭）。请打开 WebRTC，或用别的浏览器打开这个网址：',
    safari:
      '如果这台设备开着锁定模式，请只对这个网站关闭：点按网址旁边的按钮，再点按“网站设置”。或者用别的浏览器打开这个网址：',
    other: '请用 Safari、Chrome 或 Firefox 打开这个网址：',
  },
};
