import type { MakeSureWords } from '../words/make-sure.ts';

const BETWEEN = '可能有人夹在你们之间，偷看或改动你们互相发送的东西。';

export const makeSure: MakeSureWords = {
  button: '确认是本人',
  ways: {
    title: '确认这是{name}本人',
    help: '请两人站在一起，能同时看到两个屏幕。',
    compare: '对比图案',
    compareHelp: '十秒钟，两边都能确认。',
    photo: '拍对方的二维码',
    photoHelp: '请对方点按“确认是本人”，再点按“显示我的二维码”。这样您能确认对方，对方还没有确认您。',
    mine: '显示我的二维码',
    mineHelp: '让别人来拍。',
  },
  waysAny: {
    title: '用照片确认本人',
    help: '请两人站在一起。要对比图案，请先在设备列表中选择那个人。',
  },

  calling: { title: '正在连接{name}', help: '需要几秒钟。' },
  asking: { title: '现在请看{name}的屏幕', help: '对方会收到询问，请对方点按“接受”。' },
  asked: {
    title: '{name}想确认您是不是本人',
    help: '请两人站在一起。两个屏幕会显示四个图案和一个数字，请对比。',
    accept: '接受',
    notNow: '稍后再说',
  },
  agreed: { title: '请稍等', help: '图案会出现在两个屏幕上。' },
  code: {
    title: '两个屏幕显示的一样吗？',
    help: '看两个屏幕，或互相念出来：四个图案和数字都要对。',
    pictures: '图案',
    number: '数字：{digits}',
    same: '一样',
    different: '不一样',
    saidHere: '您说一样。正在等待{name}。',
    saidThere: '{name}说一样。您看呢？',
  },
  known: {
    title: '已确认是{name}本人',
    help: '从现在起，不管别人叫什么名字，这台设备都认得出{name}的设备。',
    oneSided: '{name}还没有确认您：请把您的二维码给对方看，或对比图案。',
    label: '您怎么称呼对方',
    labelHint: '这个名字只有您能看到。',
    done: '完成',
  },

  different: {
    title: '不要给对方的设备发送任何东西',
    me: `两个屏幕不一样。这里叫做{name}的设备可能不是对方的：${BETWEEN}`,
    peer: `{name}说两个屏幕不一样。这里叫做{name}的设备可能不是对方的：${BETWEEN}`,
    broken: `这里叫做{name}的设备没有像正常设备那样回应。它可能不是对方的：${BETWEEN}`,
    unproven: `回应的不是叫做{name}的设备。${BETWEEN}`,
    other: `这个二维码属于另一台设备，不是这里叫做{name}的那台。它可能不是对方的：${BETWEEN}`,
    nothingSent: '刚才没有发送任何东西。',
    what: '怎么办',
    steps: [
      '马上告诉{name}。',
      '也许有一方看错了地方：再试一次，并念出来。',
      '如果还是不一样，请用别的方法交换文件，并告诉管理这个 Wi-Fi 的人。',
    ],
  },
  block: '屏蔽对方的设备',
  failed: {
    refused: { title: '{name}没有接受', help: '请问一下对方，再试一次。' },
    cancelled: { title: '{name}停止了确认', help: '你们还没有互相确认。请和对方说一声，再试一次。' },
    late: { title: '等待时间太长了', help: '你们还没有互相确认。两人站在一起时再试一次。' },
    lost: { title: '连接断了', help: '你们还没有互相确认。两边都不要关闭这个页面，再试一次。' },
    unreachable: { title: '连接不上{name}的设备', help: '两边都不要关闭这个页面，再试一次。' },
    outdated: { title: '有一边的页面是旧的', help: '请在两台设备上重新加载页面，再试一次。' },
  },

  mine: {
    title: '我的二维码',
    help: '请对方点按“确认是本人”，拍下这个二维码。这样对方就确认了您。要确认对方，请拍对方的二维码。',
    picture: '这台设备的二维码',
  },
  photo: {
    title: '拍对方的二维码',
    help: '在对方的屏幕上：点按“确认是本人”，再点按“显示我的二维码”。让二维码占照片的一半。',
    take: '拍照',
    looking: '正在查看照片…',
  },
  noPerson: {
    nothing: {
      title: '照片里没有找到二维码',
      help: '请靠近一些，让二维码占照片的一半。拿稳，避免灯光和阳光反射，并把对方的屏幕调亮。',
    },
    unreadable: { title: '这张照片打不开', help: '请再拍一张。' },
    missing: {
      title: '页面有一部分没有加载',
      help: '没有这部分就读不出照片里的二维码。请留在路由器附近，重新加载页面；或者对比图案。',
    },
    foreign: {
      title: '这不是 Hikyaku 的个人二维码',
      help: '在对方的屏幕上：点按“确认是本人”，再点按“显示我的二维码”。',
    },
    own: { title: '这是您自己的二维码', help: '请拍对方的屏幕。' },
    absent: {
      title: '这个人不在这里',
      help: '二维码是对的，但对方的设备不在附近。请两人在同一个 Wi-Fi 里打开这个页面。',
    },
    blocked: { title: '您屏蔽了这个人', help: '请先在“认识和屏蔽的人”里取消屏蔽。' },
  },

  again: '再试一次',
  cancel: '取消',
  close: '关闭',
};
