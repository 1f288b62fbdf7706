import type { FailureWords } from '../words/failures.ts';

const BLOCKED_HERE = '这台设备上有东西阻止连接：VPN、过滤软件，或浏览器的设置。';
const BLOCKED_THERE = '对方设备上有东西阻止连接：VPN、过滤软件，或浏览器的设置。';
const RELOAD_BOTH = '请在两台设备上重新加载这个页面。';

export const failures: FailureWords = {
  failure: {
    unreachable: {
      sending: '连接不上对方设备。请确认对方开着这个页面、屏幕亮着，然后再发送一次。',
      receiving: '连接不上对方设备。请不要关闭这个页面，并请对方再发送一次。',
    },
    'blocked-here': {
      sending: `${BLOCKED_HERE}请关掉它，然后再发送一次。`,
      receiving: `${BLOCKED_HERE}请关掉它，然后请对方再发送一次。`,
    },
    'blocked-there': {
      sending: `${BLOCKED_THERE}请对方关掉它，您再发送一次。`,
      receiving: `${BLOCKED_THERE}请对方关掉它，再发送一次。`,
    },
    'no-path': {
      sending:
        '两台设备都在，但中间什么也传不过去。如果其中一台开着 VPN 或过滤软件，请关掉；再靠近路由器，然后再发送一次。',
      receiving:
        '两台设备都在，但中间什么也传不过去。如果其中一台开着 VPN 或过滤软件，请关掉；再靠近路由器，然后请对方再发送一次。',
    },
    'peer-left': {
      sending: '对方设备离开了，或者关闭了页面。请对方重新打开，您再发送一次。',
      receiving: '对方设备离开了，或者关闭了页面。请对方重新打开并再发送一次。',
    },
    'connection-lost': {
      sending: '连接断了。请靠近路由器，保持屏幕亮着，然后再发送一次。',
      receiving: '连接断了。请靠近路由器，保持屏幕亮着，然后请对方再发送一次。',
    },
    'no-webrtc': {
      sending: '对方的浏览器不能接收文件。请对方使用 Safari、Chrome 或 Firefox。',
      receiving: '这个浏览器不能接收文件。请用 Safari、Chrome 或 Firefox 打开这个页面。',
    },
    busy: {
      sending: '对方设备现在等待回答的请求太多。请稍等一下，然后再发送一次。',
      receiving: '这里同时等待回答的请求太多。请对方再发送一次。',
    },
    'no-more-connections': {
      sending: '这个浏览器打开的连接太多。请重新加载页面，然后再发送一次。',
      receiving: '这个浏览器打开的连接太多。请重新加载页面，然后请对方再发送一次。',
    },
    unproven: {
      sending: '有别的设备夹在您和{name}之间，或冒充{name}回应。什么也没有发送。请走到{name}身边，或换一个路由器。',
      receiving: '有别的设备夹在您和{name}之间，或冒充{name}回应。没有接收任何东西。',
    },
    'no-proof': {
      sending: '以{name}的名义回应的设备没有证明自己是谁。什么也没有发送。请再试一次。',
      receiving: '以{name}的名义回应的设备没有证明自己是谁。没有接收任何东西。',
    },
    'same-address': {
      sending: '两个路由器的地址相同，所以什么也传不过去。请告诉管理员；路由器的 /status 页面上写着解决办法。',
      receiving: '两个路由器的地址相同，所以什么也传不过去。请告诉管理员；路由器的 /status 页面上写着解决办法。',
    },
    'other-network': {
      sending: '从这个路由器到不了另一个路由器。请告诉管理员；路由器的 /status 页面上写着解决办法。',
      receiving: '从这个路由器到不了另一个路由器。请告诉管理员；路由器的 /status 页面上写着解决办法。',
    },
    'version-mismatch': {
      sending: `两边页面的版本不一致。${RELOAD_BOTH}然后再发送一次。`,
      receiving: `两边页面的版本不一致。${RELOAD_BOTH}然后请对方再发送一次。`,
    },
    'protocol-violation': {
      sending: `对方设备的回应无法理解。${RELOAD_BOTH}然后再发送一次。`,
      receiving: `对方设备发来的内容无法理解，所以什么也没有保留。${RELOAD_BOTH}然后请对方再发送一次。`,
    },
    'source-changed': {
      sending: '发送途中，您设备上的一个文件被改动了。请重新选择文件并再发送一次。',
      receiving: '发送途中，对方设备上的一个文件被改动了。请对方再发送一次。',
    },
    'source-unreadable': {
      sending: '您设备上的一个文件读不出来了，可能被移动或删除了。请重新选择文件。',
      receiving: '对方设备上的一个文件读不出来了。请对方重新选择文件。',
    },
    'storage-full': {
      sending: '对方设备的空间满了。请对方腾出空间，您再发送一次。',
      receiving: '您设备的空间满了。请腾出空间，然后请对方再发送一次。',
    },
    'storage-failed': {
      sending: '对方设备没能存下文件。请对方重新加载页面，您再发送一次。',
      receiving: '这个浏览器没能存下文件。如果在用无痕模式，请退出，重新加载页面，然后请对方再发送一次。',
    },
    'storage-refused': {
      sending:
        '对方的浏览器不保留这个页面的数据，而这些文件放不进它的内存。请对方换一个浏览器打开页面（不要用无痕窗口），您再发送一次。',
      receiving:
        '这个浏览器不保留这个页面的数据，而这些文件放不进它的内存。请允许这个网站保留数据，或换一个浏览器打开页面（不要用无痕窗口），然后请对方再发送一次。',
    },
    'digest-mismatch': {
      sending: '文件收到时已经损坏，所以被丢弃了。请再发送一次。',
      receiving: '文件收到时已经损坏，所以被丢弃了。请对方再发送一次。',
    },
    'hash-failed': {
      sending: `页面没能加载检查文件的部分。${RELOAD_BOTH}然后再发送一次。`,
      receiving: `页面没能加载检查文件的部分。${RELOAD_BOTH}然后请对方再发送一次。`,
    },
    'page-failed': {
      sending: `其中一个页面出了问题。${RELOAD_BOTH}然后再发送一次。`,
      receiving: `其中一个页面出了问题。${RELOAD_BOTH}然后请对方再发送一次。`,
    },
  },
  interruption: {
    'connection-lost': {
      sending: '连接断了。两台设备重新连上后会自动继续。',
      receiving: '连接断了。两台设备重新连上后会自动继续。',
    },
    'peer-left': {
      sending: '对方设备离开了。对方回来并打开这个页面后，会自动继续。',
      receiving: '对方设备离开了。对方回来并打开这个页面后，会自动继续。',
    },
    unreachable: {
      sending: '现在连接不上对方设备。会自动再试。',
      receiving: '现在连接不上对方设备。会自动再试。',
    },
    unproven: {
      sending:
        '有别的设备夹在您和{name}之间，或冒充{name}回应。没有再发送任何东西。{name}本人回应后会继续。请走到{name}身边，或换一个路由器。',
      receiving:
        '有别的设备夹在您和{name}之间，或冒充{name}回应。没有再接收任何东西；已经收到的部分还在。{name}本人回应后会继续。',
    },
    'no-proof': {
      sending: '以{name}的名义回应的设备没有证明自己是谁。没有再发送任何东西。会自动再试。',
      receiving: '以{name}的名义回应的设备没有证明自己是谁。已经收到的部分还在。会自动再试。',
    },
    'blocked-here': {
      sending: `${BLOCKED_HERE}请关掉它；会自动再试。`,
      receiving: `${BLOCKED_HERE}请关掉它；会自动再试。`,
    },
    'blocked-there': {
      sending: `${BLOCKED_THERE}请对方关掉它；会自动再试。`,
      receiving: `${BLOCKED_THERE}请对方关掉它；会自动再试。`,
    },
    'no-path': {
      sending: '两台设备都在，但中间什么也传不过去。如果其中一台开着 VPN 或过滤软件，请关掉。会自动再试。',
      receiving: '两台设备都在，但中间什么也传不过去。如果其中一台开着 VPN 或过滤软件，请关掉。会自动再试。',
    },
    'no-answer': {
      sending: '对方设备没有回应：可能屏幕关了，或什么也传不过去。一有回应就会继续。',
      receiving: '对方设备没有回应：可能屏幕关了，或什么也传不过去。一有回应就会继续。',
    },
    'storage-failed': {
      sending: '对方设备存不下更多了。对方点按“继续”后会接着传。',
      receiving: '这个浏览器存不下更多了。请点按“继续”，或先重新加载页面。',
    },
    'storage-full': {
      sending: '对方设备的空间满了。对方腾出空间并点按“继续”后会接着传。',
      receiving: '您设备的空间满了。请腾出空间，然后点按“继续”。',
    },
    'hash-failed': {
      sending: '页面没能加载检查文件的部分。请在路由器附近，在两台设备上重新加载这个页面，然后点按“继续”。',
      receiving: '页面没能加载检查文件的部分。请在路由器附近，在两台设备上重新加载这个页面，然后点按“继续”。',
    },
    'source-unreadable': {
      sending:
        '有一个文件读不出来了：可能被移动或删除了，或存储卡、U 盘被拔掉了。请重新选择它；已经送到的部分不会再发一遍。',
      receiving: '对方设备上的一个文件读不出来了。对方重新选择后会接着传。',
    },
    'page-failed': {
      sending: `其中一个页面出了问题。${RELOAD_BOTH}然后点按“继续”。`,
      receiving: `其中一个页面出了问题。${RELOAD_BOTH}然后点按“继续”。`,
    },
  },
};
