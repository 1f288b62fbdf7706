/** English: the operator's page. */
import type { StatusWords } from '../../status/words.ts';

export const status: StatusWords = {
  title: 'Status of this router',
  verdict: {
    note: { word: 'All is well', sentence: 'People can exchange files here.' },
    warn: { word: 'It works, but something is missing', sentence: 'People can exchange files here. What to do:' },
    stop: { word: 'Something has to be done', sentence: 'People cannot use this router as it is. What to do:' },
  },
  findings: {
    'app-missing': { what: 'The page that people open is not there.', todo: 'In the folder of Hikyaku, type:' },
    unreachable: {
      what: 'Only this machine itself can open the page: it is on no network, or listens on none.',
      todo: 'Connect the Wi-Fi or the network cable. If it is connected, start the router without --host.',
    },
    full: {
      what: '{clients} of at most {most} devices are connected: whoever comes next may be turned away.',
      todo: 'Ask people to join another router, or set up one more.',
    },
    'memory-low': {
      what: 'Little memory is left on this machine: {free}.',
      todo: 'End other programs on it. If that does not help, start the machine again at a quiet moment.',
    },
    'certificate-ends': {
      what: {
        one: 'The certificate for HTTPS ends in # day. After that, installed apps no longer reach this router.',
        other: 'The certificate for HTTPS ends in # days. After that, installed apps no longer reach this router.',
      },
      todo: 'Put a newer one in place of the files of --tls-cert and --tls-key. It is taken within seconds, without a restart.',
    },
    'certificate-ended': {
      what: 'The certificate for HTTPS has ended: installed apps no longer reach this router. The plain address works.',
      todo: 'Put a newer one in place of the files of --tls-cert and --tls-key. It is taken within seconds, without a restart.',
    },
    'certificate-problem': {
      what: 'The new certificate for HTTPS cannot be used, so the old one stays in use.',
      todo: 'Check the files of --tls-cert and --tls-key. This is wrong with them:',
    },
    'secure-failed': {
      what: 'The secure address (HTTPS) does not run. The plain address works.',
      todo: 'Perhaps another program uses its port: end that one, or choose another port with --https-port. The machine says:',
    },
    'disk-low': {
      what: 'The disk of this machine is nearly full: {free} left.',
      todo: 'Delete old files on this machine.',
    },
    'held-failed': {
      what: 'Messages and posts are not held: the disk of this machine cannot be used.',
      todo: 'Check the disk, and that no other program uses the same --data-dir; then start the router again. The machine says:',
    },
    'held-stuck': {
      what: 'What people leave is not stored: the disk of this machine does not take it.',
      todo: 'Make room on the disk, or repair it. It is tried again by itself. The machine says:',
    },
    'held-damaged': {
      what: {
        one: '# message, post or file was damaged on the disk, and is gone from here.',
        other: '# messages, posts or files were damaged on the disk, and are gone from here.',
      },
      todo: 'The disk may be failing: copy the folder of --data-dir to another one.',
    },
    'access-point-off': {
      what: 'The Wi-Fi of this router is not on the air: phones do not see it.',
      todo: 'It is started again by itself. If it stays away, this says why:',
    },
    'radio-blocked': { what: 'A radio is switched off: {names}.', todo: 'Look for a switch on the machine, or type:' },
    'radar-wait': {
      what: 'A radio listens for radar before it may send: {names}. That takes a minute or more.',
      todo: 'Wait. On the channels 1 to 11 nobody has to.',
    },
    'country-unset': {
      what: 'The radio does not know its country, so that it may use few channels, and weakly.',
      todo: 'Say in which country it stands, for example:',
    },
    'radio-unknown': {
      what: 'Nothing is known about the radio now: what watches it does not report.',
      todo: 'This says why:',
    },
    'mesh-point-off': {
      what: 'The radio to other routers is not on the air.',
      todo: 'It is started again by itself. If it stays away, this says why:',
    },
    'batman-missing': {
      what: 'The kernel of this machine lacks batman-adv, which joins routers by radio and cable.',
      todo: 'Use a kernel that has it, such as Debian’s own, and type:',
    },
    'mesh-point-alone': {
      what: 'The radio to other routers hears none.',
      todo: 'Is the next router on, and near enough? Both need the same channel and the same mesh key.',
    },
    'stations-many': {
      what: '{stations} devices are on the Wi-Fi, and its radio holds about {most}: whoever comes next may not get in.',
      todo: 'Ask people to join another router, or set up one more.',
    },
    'stations-weak': {
      what: {
        one: 'None of the # devices on the Wi-Fi is heard well: files take long, and connections break.',
        other: 'None of the # devices on the Wi-Fi is heard well: files take long, and connections break.',
      },
      todo: 'Put the router higher and in the open, or closer to the people.',
    },
    'air-busy': {
      what: 'Channel {channel} is crowded: it is in use for {share} of the time, and files take long.',
      todo: 'Choose another one: of 1, 6 and 11 the quietest. Routers that are joined by radio need the same one there.',
    },
    'relay-missing': {
      what: 'The relay is not installed. Where two networks allow no direct way, files do not get through.',
      todo: 'When the machine has Internet, type this, and start the router again:',
    },
    'relay-failed': {
      what: 'The relay does not run. Where two networks allow no direct way, files do not get through.',
      todo: 'It is tried again by itself. The machine says:',
    },
    'relay-off': { what: 'The relay is switched off, as --turn says.' },
    'backhaul-down': {
      what: 'The connection to other routers is down: its cable or radio has no address.',
      todo: 'Check the cable or the radio between the routers, at both ends.',
    },
    'same-address': {
      what: {
        one: '{names} has the same backhaul address as this router: they see each other’s devices, but no file passes between them.',
        other:
          '{names} have the same backhaul address as this router: they see each other’s devices, but no file passes between them.',
      },
      todo: 'Give each router an address of its own on the backhaul, in the same network. For example, here:',
    },
    'shared-address': {
      what: '{names} have the same backhaul address: no file reaches the devices there.',
      todo: 'Give each of them an address of its own on the backhaul, in the same network.',
    },
    'other-network': {
      what: 'No way leads to {names}: the backhaul address there is of another network than the one here. Devices see each other, but no file passes.',
      todo: 'Give all routers addresses of one network on the backhaul, each another one, or set routes between the networks.',
    },
    gone: {
      what: {
        one: '{names} was here and is gone ({time} ago).',
        other: '{names} were here and are gone (the last one {time} ago).',
      },
      todo: 'Check the power there, then the cable or the radio to it. What else to check is listed below.',
    },
    alone: {
      what: 'No other router is in reach. The devices of this router reach each other.',
      todo: 'If there should be one, check the list below.',
    },
    'own-clock': {
      what: 'The clock of this router is wrong. It says {time}.',
      todo: 'Files get through all the same, but secure addresses (https) may not open. Set it, for example:',
    },
    clocks: {
      what: 'The clocks differ: {names} by {time}.',
      todo: 'Files get through all the same. Compare both clocks with a watch, and set the wrong one.',
    },
    open: {
      what: 'No mesh key is set: any router on the backhaul may join, and is believed.',
      todo: 'To let in only your own, start all of them with the same --mesh-key.',
    },
    'mesh-off': { what: 'Other routers are not looked for, as --mesh says.' },
    'no-backhaul': {
      what: 'This router works by itself.',
      todo: 'To join it with others, connect them by cable or radio, and start each with the interface of it:',
    },
  },
  strangers: {
    'other-key': {
      what: '{addresses}: a router with another mesh key. It is kept out.',
      todo: 'If it is one of yours, start it with the same --mesh-key as this one, letter for letter.',
    },
    'no-key': {
      what: '{addresses}: a router without a mesh key. It is kept out.',
      todo: 'If it is one of yours, start it with the same --mesh-key as this one.',
    },
    'has-key': {
      what: '{addresses}: a router that has a mesh key, and this one has none. They do not join.',
      todo: 'If both are yours, start this one with the same --mesh-key.',
    },
    'other-version': {
      what: '{addresses}: a router with another version of Hikyaku. They do not join.',
      todo: 'Put the same version on both.',
    },
    forged: {
      what: '{addresses}: it sends beacons that are damaged or forged. They are ignored.',
      todo: 'If it is one of yours, check its cable. If not, find out what it is.',
    },
    'too-many': {
      what: '{addresses}: it sends too much, or there are more routers than one mesh holds. The rest is ignored.',
      todo: 'Find out what is at this address. A router joins at most 128 others.',
    },
    misbehaves: {
      what: '{addresses}: it says what no router says, and is left alone for a while.',
      todo: 'If it is one of yours, start it again with the same version as this one.',
    },
  },
  numbers: { router: 'devices here', all: 'devices behind all routers', routers: 'routers in reach' },

  open: 'Show people this address',
  openHelp: 'First join this Wi-Fi, then point the camera at the square, or type the address into the browser.',
  openOthers: 'Other addresses of this router',
  poster: 'A poster to print',
  qrCode: 'QR code of {url}',

  reach: 'Routers in reach',
  picture: {
    one: 'This router and # other, as a picture',
    other: 'This router and # others, as a picture',
  },
  pictureHelp:
    'In the circle: how many devices are connected there. A line is a link to this router. Whether another radio passes it on in between is not known here.',
  legend: { self: 'this router', direct: 'linked', lost: 'link broken just now', missing: 'gone' },
  onlyThis: 'No other router is in reach now.',
  table: {
    caption: 'The same as a list',
    name: 'Name',
    address: 'Address',
    devices: 'Devices',
    heard: 'Last contact',
    way: 'Way',
    key: 'Key',
    clock: 'Its clock',
  },
  self: 'this router',
  direct: 'linked',
  lost: 'broken just now',
  gone: 'gone, {ago}',
  keyed: 'same mesh key',
  openMesh: 'open, no key',
  sameClock: 'same',
  ahead: '{time} fast',
  behind: '{time} slow',
  unknown: 'not known',

  checklist: {
    title: 'A router is missing? Check in this order',
    steps: [
      'Does it have power, and does its own page (its address with /status) open for somebody near it?',
      'Is the cable in at both ends, or the radio on? All routers must be on one backhaul: one switch, or one mesh radio (batman-adv, 802.11s). A router on another backhaul, behind a third one, is not seen.',
      'Were both started with --backhaul and the interface of that cable or radio?',
      'Do their addresses there belong to the same range, such as 192.168.1.1 and 192.168.1.2 (both /24)? No address may be used twice.',
      'Was the same --mesh-key given to both, letter for letter, or to neither?',
      'Is the same version of Hikyaku on both?',
      'Is there a routed network in between? It carries no beacons: name the other one with --mesh-peers and its address, on both.',
      'Is a firewall of your own in between? UDP and TCP port 8642 must pass between routers, and multicast.',
    ],
  },

  facts: {
    title: 'This router',
    devices: 'Devices connected',
    devicesOf: '{here} of at most {most}',
    refused: 'Turned away since the start',
    refusedFor: {
      'foreign-host': {
        one: 'once: opened under a name that is not this router’s. Use an address above, or tell the router its name with --hostname',
        other:
          '# times: opened under a name that is not this router’s. Use an address above, or tell the router its name with --hostname',
      },
      'foreign-page': {
        one: 'once: a page from somewhere else wanted to connect. If there is a proxy, it has to pass the Host header on',
        other:
          '# times: a page from somewhere else wanted to connect. If there is a proxy, it has to pass the Host header on',
      },
      connections: {
        one: 'once: too many connections from one address',
        other: '# times: too many connections from one address',
      },
      sockets: {
        one: 'once: too many devices behind one address. If there is a proxy or another router, many share one',
        other: '# times: too many devices behind one address. If there is a proxy or another router, many share one',
      },
      full: { one: 'once: this router was full', other: '# times: this router was full' },
    },
    relay: 'Relay (TURN)',
    relayState: { running: 'running', off: 'off', failed: 'not running' },
    relayCause: {
      'not-installed': 'coturn is not installed',
      'switched-off': 'as --turn says',
      'no-network': 'no network to serve',
      starting: 'starting',
    },
    relayed: { one: '# connection through it now', other: '# connections through it now' },
    secure: 'Secure address (HTTPS)',
    secureState: { off: 'off, as --https-port says', failed: 'not running' },
    secureCertificate: { own: 'this router’s own certificate', operator: 'certificate of the operator' },
    secureUntil: { one: 'until {date}, # day left', other: 'until {date}, # days left' },
    secureEnded: 'ended on {date}',
    secureClock: 'The clock of this router is wrong, so this certificate is for any time.',
    secureTrust: 'How phones trust it',
    mesh: 'Other routers (mesh)',
    meshState: { off: 'not looked for', alone: 'none in reach', joined: 'joined' },
    trust: { key: 'only with the mesh key', open: 'open to any router' },
    radio: {
      title: 'Radio',
      channel: 'channel {channel}',
      inUse: '{share} in use',
      stations: { one: '# device', other: '# devices' },
      peers: { one: '# neighbour', other: '# neighbours' },
      through: { one: '# machine reached through another one', other: '# machines reached through others' },
    },
    memory: 'Memory',
    memoryOf: '{own} by this program, {free} free',
    disk: 'Disk',
    diskOf: '{free} of {whole} free',
    held: {
      title: 'Messages and posts held',
      posts: { one: '# post', other: '# posts' },
      letters: { one: '# sealed letter', other: '# sealed letters' },
      files: { one: '# file', other: '# files' },
      room: '{used} of at most {most}',
      days: { one: 'for # day at most', other: 'for # days at most' },
      off: 'off, as --hold says',
      opening: 'being opened: a moment',
      failed: 'not held: the disk of this machine cannot be used',
    },
    uptime: 'Running for',
    time: 'Its clock',
    version: 'Version',
    id: 'Id',
    digests: 'Digests',
    digestsHelp: 'equal on routers that see the same routers, and the same devices',
  },

  refreshes: {
    one: 'This page renews itself every second.',
    other: 'This page renews itself every # seconds.',
  },
  stopRefreshing: 'Stop that',
  startRefreshing: 'Let this page renew itself',
  privacy: 'No files, no names of files and no names of people are shown here.',
  asJson: 'The same for programs',

  units: {
    y: { one: '# year', other: '# years' },
    d: { one: '# d', other: '# d' },
    h: { one: '# h', other: '# h' },
    min: { one: '# min', other: '# min' },
    s: { one: '# s', other: '# s' },
  },
  ago: '{time} ago',
  more: { one: '# more', other: '# more' },
};
