import type { BlockingWords, PersonWords } from '../words/person.ts';

export const person: PersonWords = {
  title: '认识和屏蔽的人',
  list: '认识和屏蔽的人',
  known: '认识的人',
  blocked: '已屏蔽',
  nobody: '还没有人',
  nobodyHelp: '您确认过的人，以及您屏蔽的人，会列在这里。',
  knownSince: '{date}确认为本人',
  blockedSince: '{date}屏蔽',
  callsItself: '对方设备自称{name}。',
  stranger: '您还没有确认过这个人',
  strangerHelp: '名字谁都可以随便用。两人在一起时，请确认是本人。',
  isNotHelp: '这是另一台设备。您确认过的{name}自称{called}。只愿意从{name}那里接收的东西，请不要从这台设备接收。',
  unknown: '这个人不在这里，您也不认识。',

  between: '对话',
  nothingYet: '你们还没有互传过东西。',
  earlier: { other: '显示之前的 # 项' },
  saveAllNamed: '全部保存：{name}',
  fromYou: '您发送的',
  fromThem: '对方发送的',

  forgetSent: '删除发送记录',
  forgetSentHelp: '您发送给这个人的文件的名称、大小和时间，这台设备会记住一个月。对方发给您的文件在“收到的”里。',
  forgetSentAsk: '删除这份记录？无法撤销。收到的文件还在。',

  forgetMessages: '删除和{name}的所有消息',
  forgetMessagesAsk:
    '和{name}的消息以及其中的文件，会从这台设备上删除。没有保存的，以及还没有交给路由器的，都会丢失。{name}那边的还在。',
  messagesStay: '没能全部删除：这个浏览器不允许。请关闭这个页面，重新打开后再试一次。',

  more: '更多关于这个人',
  notHere: '{name}现在不在这里。',
  notHereHelp: '对方连接这个 Wi-Fi 并打开这个页面后，就会重新出现在这里。没有完成的传输会自动继续。',

  rename: '改名',
  renameLabel: '您怎么称呼对方',
  renameHint: '这个名字只有您能看到。',
  forget: '移出认识的人',
  forgetAsk:
    '之后，{name}对您来说又是陌生人。和{name}的消息以及其中的文件，会从这台设备上删除。“收到的”里的还在。要重新认识，请再确认一次是本人。',
  block: '屏蔽',
  unblock: '取消屏蔽',
  unblockNamed: '取消屏蔽{name}',
  blockedHelp: '对方发来的东西都到不了您这里，您也不能发给对方。要发送，请先取消屏蔽。',
  no: '返回',

  unasked: '不询问就接受',
  unaskedHelp: { other: '更大的文件，或超过 # 个文件时，仍会询问。一天内这样接收的总量，最多是这个大小的十倍。' },
  unaskedRoom: '这个浏览器不提供剩余空间的信息，所以超过 {size} 的也会询问。',
  never: '从不',
  upTo: '不超过 {size}',
};

export const blocking: BlockingWords = {
  ask: '之后，{name}发来的东西都到不了您这里，你们之间正在进行的传输也会停止。不会通知对方：对方只会觉得您不在这里。您随时可以取消屏蔽。',
  yes: '屏蔽',
  no: '返回',
};

export const notKept = '这个浏览器没能存下其他人的全部信息。关闭或重新加载这个页面后，这些信息就没有了。';
