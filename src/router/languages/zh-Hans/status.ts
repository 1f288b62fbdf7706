/** Simplified Chinese: the operator's page. */
import type { StatusWords } from '../../status/words.ts';

export const status: StatusWords = {
  title: '这个路由器的状态',
  verdict: {
    note: { word: '一切正常', sentence: '大家可以在这里互相发送文件。' },
    warn: { word: '可以使用，但缺少一些东西', sentence: '大家可以在这里互相发送文件。请处理以下事项：' },
    stop: { word: '需要处理', sentence: '现在这个路由器不能使用。请处理以下事项：' },
  },
  findings: {
    'app-missing': { what: '大家要打开的页面还没有生成。', todo: '请在 Hikyaku 的文件夹中输入：' },
    unreachable: {
      what: '只有这台机器自己能打开页面：它没有连接网络，或没有监听任何网络。',
      todo: '请连接 Wi-Fi 或网线。如果已经连接，请去掉 --host 后重新启动路由器。',
    },
    full: {
      what: '最多 {most} 台设备，现在已连接 {clients} 台。后来的人可能连不上。',
      todo: '请让大家连接别的路由器，或再增加一个路由器。',
    },
    'memory-low': {
      what: '这台机器的内存快用完了，只剩 {free}。',
      todo: '请结束其他程序。如果还不行，请在使用的人少的时候重新启动机器。',
    },
    'certificate-ends': {
      what: { other: 'HTTPS 证书还有 # 天到期。到期后，已安装的应用将连不上这个路由器。' },
      todo: '请把 --tls-cert 和 --tls-key 的文件换成新的。几秒内就会生效，不用重新启动。',
    },
    'certificate-ended': {
      what: 'HTTPS 证书已到期，已安装的应用连不上这个路由器。普通网址可以使用。',
      todo: '请把 --tls-cert 和 --tls-key 的文件换成新的。几秒内就会生效，不用重新启动。',
    },
    'certificate-problem': {
      what: '新的 HTTPS 证书不能使用，仍在使用旧证书。',
      todo: '请检查 --tls-cert 和 --tls-key 的文件。问题如下：',
    },
    'secure-failed': {
      what: '安全网址（HTTPS）没有运行。普通网址可以使用。',
      todo: '可能有别的程序占用了端口。请结束那个程序，或用 --https-port 选择别的端口。机器的提示：',
    },
    'disk-low': {
      what: '这台机器的磁盘快满了，只剩 {free}。',
      todo: '请删除这台机器上的旧文件。',
    },
    'held-failed': {
      what: '无法寄放消息和帖子：这台机器的磁盘不能用。',
      todo: '请检查磁盘，并确认没有其他程序使用同一个 --data-dir，然后重新启动本程序。机器的提示：',
    },
    'held-stuck': {
      what: '大家寄放的东西没有存下来：这台机器的磁盘不接受。',
      todo: '请腾出磁盘空间，或修复磁盘。正在自动重试。机器的提示：',
    },
    'held-damaged': {
      what: { other: '有 # 条消息、帖子或文件在磁盘上损坏，这里已经没有了。' },
      todo: '磁盘可能快要坏了：请把 --data-dir 的文件夹复制到另一个磁盘。',
    },
    'access-point-off': {
      what: '这个路由器的 Wi-Fi 没有信号，手机看不到它。',
      todo: '它会自动重新启动。如果一直没有恢复，输入以下内容可以查看原因：',
    },
    'radio-blocked': { what: '无线已关闭：{names}。', todo: '请查看机器上的开关，或输入：' },
    'radar-wait': {
      what: '无线在发射之前要先检测雷达：{names}。需要一分钟以上。',
      todo: '请稍等。信道 1 至 11 不需要等待。',
    },
    'country-unset': { what: '无线没有设置国家，能用的信道少，信号也弱。', todo: '请设置所在的国家，例如：' },
    'radio-unknown': { what: '现在不了解无线的状况：监视程序没有报告。', todo: '输入以下内容可以查看原因：' },
    'mesh-point-off': {
      what: '连接其他路由器的无线没有信号。',
      todo: '它会自动重新启动。如果一直没有恢复，输入以下内容可以查看原因：',
    },
    'batman-missing': {
      what: '这台机器的内核没有 batman-adv，它用无线和网线把路由器连在一起。',
      todo: '请使用带有它的内核，例如 Debian 自带的，然后输入：',
    },
    'mesh-point-alone': {
      what: '连接其他路由器的无线没有找到任何路由器。',
      todo: '旁边的路由器开着吗，够近吗？两边的信道和网状网络密钥必须相同。',
    },
    'stations-many': {
      what: 'Wi-Fi 上已有 {stations} 台设备，这个无线大约能容纳 {most} 台。后来的人可能连不上。',
      todo: '请让大家连接别的路由器，或再增加一个路由器。',
    },
    'stations-weak': {
      what: { other: 'Wi-Fi 上的 # 台设备信号都很弱：传输慢，还会断开。' },
      todo: '请把路由器放到高处、开阔的地方，或离人近一些。',
    },
    'air-busy': {
      what: '信道 {channel} 很拥挤：{share} 的时间被占用，传输很慢。',
      todo: '请在 1、6、11 中选最空闲的一个。用无线相连的路由器必须使用同一个信道。',
    },
    'relay-missing': {
      what: '没有安装中转程序。两个网络之间不能直接连接时，文件传不过去。',
      todo: '能上互联网时请输入以下内容，然后重新启动路由器：',
    },
    'relay-failed': {
      what: '中转没有运行。两个网络之间不能直接连接时，文件传不过去。',
      todo: '正在自动重试。机器的提示：',
    },
    'relay-off': { what: '中转已按 --turn 的设置关闭。' },
    'backhaul-down': {
      what: '与其他路由器的连接断开了：网线或无线没有地址。',
      todo: '请检查路由器之间的网线或无线，两端都要检查。',
    },
    'same-address': {
      what: { other: '{names} 的回程地址和这个路由器相同：双方能看到对方的设备，但文件传不过去。' },
      todo: '请在回程的同一个网络中，给每个路由器设置不同的地址。例如在这里输入：',
    },
    'shared-address': {
      what: '{names} 的回程地址相同：文件传不到那边的设备。',
      todo: '请在回程的同一个网络中，给每个路由器设置不同的地址。',
    },
    'other-network': {
      what: '没有通往 {names} 的路：那边的回程地址和这里不属于同一个网络。双方能看到对方的设备，但文件传不过去。',
      todo: '请给所有路由器设置回程同一个网络中的不同地址，或在网络之间设置路由。',
    },
    gone: {
      what: { other: '和路由器 {names} 的连接断开了（{time}前）。' },
      todo: '请先检查电源，再检查网线或无线。其他检查方法见下面的列表。',
    },
    alone: {
      what: '没有找到其他路由器。这个路由器的设备之间可以使用。',
      todo: '如果应该还有别的路由器，请按下面的列表检查。',
    },
    'own-clock': {
      what: '这个路由器的时钟不准，现在显示 {time}。',
      todo: '文件仍能传送，但安全网址（https）可能打不开。请设置时钟，例如：',
    },
    clocks: {
      what: '时钟不一致：{names}，相差 {time}。',
      todo: '文件仍能传送。请用手表核对两个时钟，把不准的那个改正。',
    },
    open: {
      what: '没有设置网状网络密钥：回程上的任何路由器都能加入，并会被信任。',
      todo: '如果只让自己的路由器加入，请用相同的 --mesh-key 启动所有路由器。',
    },
    'mesh-off': { what: '已按 --mesh 的设置，不寻找其他路由器。' },
    'no-backhaul': {
      what: '这个路由器单独运行。',
      todo: '要和其他路由器连在一起，请用网线或无线连接，并在启动每个路由器时写上该接口的名称：',
    },
  },
  strangers: {
    'other-key': {
      what: '{addresses}：密钥不同的路由器，没有让它加入。',
      todo: '如果是自己的路由器，请用和这里完全相同的 --mesh-key 启动它。',
    },
    'no-key': {
      what: '{addresses}：没有密钥的路由器，没有让它加入。',
      todo: '如果是自己的路由器，请用和这里相同的 --mesh-key 启动它。',
    },
    'has-key': {
      what: '{addresses}：有密钥的路由器，而这里没有密钥，所以连不到一起。',
      todo: '如果都是自己的路由器，请用相同的 --mesh-key 启动这个路由器。',
    },
    'other-version': {
      what: '{addresses}：Hikyaku 版本不同的路由器，连不到一起。',
      todo: '请在两边安装相同的版本。',
    },
    forged: {
      what: '{addresses}：发来损坏或伪造的信号，已忽略。',
      todo: '如果是自己的路由器，请检查网线；如果不是，请查明那是什么机器。',
    },
    'too-many': {
      what: '{addresses}：发来的信号太多，或路由器数量超过上限，多出的部分已忽略。',
      todo: '请查明这个地址是什么机器。一个路由器最多连接 128 个路由器。',
    },
    misbehaves: {
      what: '{addresses}：发来路由器不会发的内容，暂时不理它。',
      todo: '如果是自己的路由器，请用和这里相同的版本重新启动它。',
    },
  },
  numbers: { router: '这里的设备', all: '所有路由器的设备', routers: '能看到的路由器' },

  open: '请告诉大家这个网址',
  openHelp: '先连接这个 Wi-Fi，再用相机对准方形图案，或在浏览器中输入网址。',
  openOthers: '这个路由器的其他网址',
  poster: '可打印的海报',
  qrCode: '{url} 的二维码',

  reach: '能看到的路由器',
  picture: { other: '这个路由器和另外 # 个路由器的示意图' },
  pictureHelp: '圆圈中是那里连接的设备数量。线表示与这个路由器相连。中间是否有别的无线转发，这里无法知道。',
  legend: { self: '这个路由器', direct: '已连接', lost: '刚刚断开', missing: '已断开' },
  onlyThis: '现在看不到其他路由器。',
  table: {
    caption: '列表',
    name: '名称',
    address: '地址',
    devices: '设备',
    heard: '最近联系',
    way: '路径',
    key: '密钥',
    clock: '时钟',
  },
  self: '这个路由器',
  direct: '已连接',
  lost: '刚刚断开',
  gone: '{ago}断开',
  keyed: '密钥相同',
  openMesh: '无密钥',
  sameClock: '一致',
  ahead: '快 {time}',
  behind: '慢 {time}',
  unknown: '不明',

  checklist: {
    title: '少了路由器？请按顺序检查',
    steps: [
      '它通电了吗？附近的人能打开它自己的页面（它的地址加上 /status）吗？',
      '网线两端都插好了吗，或无线打开了吗？所有路由器必须在同一条回程上：同一个交换机，或同一个无线网状网络（batman-adv、802.11s）。在第三个路由器后面、另一条回程上的路由器，看不到。',
      '两边启动时都写了 --backhaul 和那条网线或无线的接口名称吗？',
      '两边在那里的地址属于同一个范围吗？例如 192.168.1.1 和 192.168.1.2（都是 /24）。同一个地址不能用两次。',
      '两边的 --mesh-key 一字不差吗？或者两边都没有写？',
      '两边的 Hikyaku 版本相同吗？',
      '中间有别的网络吗？信号过不去。请在两边用 --mesh-peers 写上对方的地址。',
      '中间有自己的防火墙吗？路由器之间必须允许 UDP 和 TCP 的 8642 端口，以及组播。',
    ],
  },

  facts: {
    title: '这个路由器',
    devices: '已连接的设备',
    devicesOf: '{here} 台（最多 {most} 台）',
    refused: '启动以来拒绝的连接',
    refusedFor: {
      'foreign-host': {
        other: '# 次：用了不属于这个路由器的名称打开。请使用上面的网址，或用 --hostname 把名称告诉路由器',
      },
      'foreign-page': { other: '# 次：别处的页面想要连接。如果有代理服务器，它必须原样传递 Host 标头' },
      connections: { other: '# 次：同一个地址的连接太多' },
      sockets: { other: '# 次：同一个地址后面的设备太多。如果有代理服务器或另一个路由器，许多设备会共用一个地址' },
      full: { other: '# 次：这个路由器已满' },
    },
    relay: '中转（TURN）',
    relayState: { running: '运行中', off: '关闭', failed: '没有运行' },
    relayCause: {
      'not-installed': '没有安装 coturn',
      'switched-off': '按 --turn 的设置',
      'no-network': '没有可用的网络',
      starting: '正在启动',
    },
    relayed: { other: '现在中转 # 个连接' },
    secure: '安全网址（HTTPS）',
    secureState: { off: '关闭（按 --https-port 的设置）', failed: '没有运行' },
    secureCertificate: { own: '这个路由器自己的证书', operator: '管理员的证书' },
    secureUntil: { other: '有效期至 {date}，还有 # 天' },
    secureEnded: '已于 {date} 到期',
    secureClock: '这个路由器的时钟不准，所以使用不限时间的证书。',
    secureTrust: '如何让手机信任它',
    mesh: '其他路由器（网状网络）',
    meshState: { off: '不寻找', alone: '没有找到', joined: '已连接' },
    trust: { key: '只限密钥相同的路由器', open: '任何路由器都可以' },
    radio: {
      title: '无线',
      channel: '信道 {channel}',
      inUse: '占用 {share}',
      stations: { other: '设备 # 台' },
      peers: { other: '相邻路由器 # 个' },
      through: { other: '经过别的路由器到达的 # 个' },
    },
    memory: '内存',
    memoryOf: '本程序 {own}，剩余 {free}',
    disk: '磁盘',
    diskOf: '共 {whole}，剩余 {free}',
    held: {
      title: '寄放的消息和帖子',
      posts: { other: '帖子 # 条' },
      letters: { other: '封好的信 # 封' },
      files: { other: '# 个文件' },
      room: '{used}，最多 {most}',
      days: { other: '最长 # 天' },
      off: '关闭（--hold 的设置）',
      opening: '正在打开，请稍候',
      failed: '无法寄放：这台机器的磁盘不能用',
    },
    uptime: '已运行',
    time: '时钟',
    version: '版本',
    id: 'ID',
    digests: '对照值',
    digestsHelp: '看到相同路由器和相同设备的路由器，对照值相同',
  },

  refreshes: { other: '本页面每 # 秒自动更新。' },
  stopRefreshing: '停止更新',
  startRefreshing: '自动更新本页面',
  privacy: '这里不显示任何文件、文件名或人名。',
  asJson: '供程序读取的相同内容',

  units: {
    y: { other: '# 年' },
    d: { other: '# 天' },
    h: { other: '# 小时' },
    min: { other: '# 分钟' },
    s: { other: '# 秒' },
  },
  ago: '{time}前',
  more: { other: '另外 # 个' },
};
