/** Filipino: the operator's page. Its nouns stay as they are behind a number, so there is one form for all. */
import type { StatusWords } from '../../status/words.ts';

export const status: StatusWords = {
  title: 'Kalagayan ng router na ito',
  verdict: {
    note: { word: 'Maayos ang lahat', sentence: 'Puwedeng magpadala at tumanggap ng file ang mga tao rito.' },
    warn: {
      word: 'Gumagana, pero may kulang',
      sentence: 'Puwedeng magpadala at tumanggap ng file ang mga tao rito. Ang gagawin:',
    },
    stop: { word: 'May kailangang gawin', sentence: 'Hindi magagamit ang router na ito sa ngayon. Ang gagawin:' },
  },
  findings: {
    'app-missing': { what: 'Wala pa ang page na bubuksan ng mga tao.', todo: 'Sa folder ng Hikyaku, i-type ito:' },
    unreachable: {
      what: 'Ang makinang ito lang ang makakabukas ng page: wala ito sa anumang network, o hindi ito tumatanggap mula sa network.',
      todo: 'Ikonekta ang Wi-Fi o ang network cable. Kung nakakonekta na, simulan ang router nang walang --host.',
    },
    full: {
      what: '{clients} na device ang nakakonekta, hanggang {most} lang: baka tanggihan ang susunod.',
      todo: 'Hilinging gumamit ng ibang router ang mga tao, o maglagay ng isa pa.',
    },
    'memory-low': {
      what: 'Kaunti na lang ang memory ng makinang ito: {free}.',
      todo: 'Isara ang ibang program. Kung hindi makatulong, i-restart ang makina kapag kaunti ang gumagamit.',
    },
    'certificate-ends': {
      what: {
        other:
          'Mag-e-expire ang certificate ng HTTPS sa loob ng # araw. Pagkatapos noon, hindi na makakakonekta sa router na ito ang mga naka-install na app.',
      },
      todo: 'Palitan ng mas bago ang mga file ng --tls-cert at --tls-key. Gagamitin ito sa loob ng ilang segundo, walang restart.',
    },
    'certificate-ended': {
      what: 'Expired na ang certificate ng HTTPS: hindi na makakakonekta sa router na ito ang mga naka-install na app. Gumagana ang karaniwang address.',
      todo: 'Palitan ng mas bago ang mga file ng --tls-cert at --tls-key. Gagamitin ito sa loob ng ilang segundo, walang restart.',
    },
    'certificate-problem': {
      what: 'Hindi magamit ang bagong certificate ng HTTPS, kaya ginagamit pa rin ang luma.',
      todo: 'Tingnan ang mga file ng --tls-cert at --tls-key. Ito ang mali:',
    },
    'secure-failed': {
      what: 'Hindi tumatakbo ang secure na address (HTTPS). Gumagana ang karaniwang address.',
      todo: 'Baka may ibang program na gumagamit ng port nito: isara iyon, o pumili ng ibang port gamit ang --https-port. Sabi ng makina:',
    },
    'disk-low': {
      what: 'Halos puno na ang disk ng makinang ito: {free} na lang.',
      todo: 'I-delete ang mga lumang file sa makinang ito.',
    },
    'held-failed': {
      what: 'Walang itinatabing mensahe at post: hindi magamit ang disk ng makinang ito.',
      todo: 'Tingnan ang disk, at kung may ibang programang gumagamit ng parehong --data-dir; pagkatapos, i-start muli ang programang ito. Sabi ng makina:',
    },
    'held-stuck': {
      what: 'Hindi naiimbak ang iniiwan ng mga tao: hindi ito tinatanggap ng disk ng makinang ito.',
      todo: 'Magbakante sa disk, o ayusin ito. Kusa itong sinusubukan muli. Sabi ng makina:',
    },
    'held-damaged': {
      what: { other: 'Nasira sa disk ang # mensahe, post o file, at wala na rito.' },
      todo: 'Baka nasisira na ang disk: kopyahin ang folder ng --data-dir sa iba.',
    },
    'access-point-off': {
      what: 'Hindi nagbo-broadcast ang Wi-Fi ng router na ito: hindi ito makita ng mga telepono.',
      todo: 'Kusa itong sinisimulan muli. Kung hindi pa rin bumalik, sasabihin nito kung bakit:',
    },
    'radio-blocked': { what: 'Naka-off ang radyo: {names}.', todo: 'Hanapin ang switch sa makina, o i-type ito:' },
    'radar-wait': {
      what: 'Tinitingnan muna ng radyo kung may radar bago ito mag-broadcast: {names}. Isang minuto o higit pa ito.',
      todo: 'Maghintay. Sa channel 1 hanggang 11, hindi na kailangang maghintay.',
    },
    'country-unset': {
      what: 'Walang bansang nakatakda sa radyo, kaya kaunti lang ang magagamit na channel, at mahina.',
      todo: 'Itakda ang bansa, halimbawa:',
    },
    'radio-unknown': {
      what: 'Walang alam tungkol sa radyo ngayon: hindi nag-uulat ang nagbabantay rito.',
      todo: 'Sasabihin nito kung bakit:',
    },
    'mesh-point-off': {
      what: 'Hindi nagbo-broadcast ang radyo papunta sa ibang mga router.',
      todo: 'Kusa itong sinisimulan muli. Kung hindi pa rin bumalik, sasabihin nito kung bakit:',
    },
    'batman-missing': {
      what: 'Walang batman-adv ang kernel ng makinang ito, na nagdudugtong ng mga router sa radyo at cable.',
      todo: 'Gumamit ng kernel na mayroon nito, gaya ng sa Debian, at i-type ito:',
    },
    'mesh-point-alone': {
      what: 'Walang marinig na ibang router ang radyo papunta sa kanila.',
      todo: 'Naka-on ba ang pinakamalapit na router, at malapit ba ito? Dapat iisa ang channel at mesh key ng dalawa.',
    },
    'stations-many': {
      what: '{stations} na device ang nasa Wi-Fi, at mga {most} lang ang kaya ng radyo nito: baka hindi makapasok ang susunod.',
      todo: 'Hilinging gumamit ng ibang router ang mga tao, o maglagay ng isa pa.',
    },
    'stations-weak': {
      what: {
        other: 'Mahina ang signal ng lahat ng # device sa Wi-Fi: matagal ang mga file, at napuputol ang koneksyon.',
      },
      todo: 'Ilagay ang router sa mas mataas at bukas na lugar, o mas malapit sa mga tao.',
    },
    'air-busy': {
      what: 'Masikip ang channel {channel}: gamit ito nang {share} ng oras, kaya matagal ang mga file.',
      todo: 'Piliin ang pinakatahimik sa 1, 6 at 11. Dapat iisa ang channel ng mga router na konektado sa radyo.',
    },
    'relay-missing': {
      what: 'Hindi naka-install ang relay. Kapag hindi direktang makakonekta ang dalawang network, hindi nakakarating ang mga file.',
      todo: 'Kapag may Internet ang makina, i-type ito, at simulan muli ang router:',
    },
    'relay-failed': {
      what: 'Hindi tumatakbo ang relay. Kapag hindi direktang makakonekta ang dalawang network, hindi nakakarating ang mga file.',
      todo: 'Kusa itong sinusubukan muli. Sabi ng makina:',
    },
    'relay-off': { what: 'Naka-off ang relay, ayon sa --turn.' },
    'backhaul-down': {
      what: 'Putol ang koneksyon sa ibang mga router: walang address ang cable o radyo nito.',
      todo: 'Tingnan ang cable o radyo sa pagitan ng mga router, sa magkabilang dulo.',
    },
    'same-address': {
      what: {
        other:
          'Pareho ang address sa backhaul ng router na ito at ng {names}: nakikita ang mga device ng isa’t isa, pero hindi makadaan ang file.',
      },
      todo: 'Bigyan ang bawat router ng sariling address sa backhaul, sa iisang network. Halimbawa, dito:',
    },
    'shared-address': {
      what: 'Pareho ang address sa backhaul ng {names}: hindi nakakarating ang file sa mga device doon.',
      todo: 'Bigyan ang bawat isa ng sariling address sa backhaul, sa iisang network.',
    },
    'other-network': {
      what: 'Walang daan papunta sa {names}: sa ibang network ang address nito sa backhaul. Nakikita ang mga device ng isa’t isa, pero hindi makadaan ang file.',
      todo: 'Bigyan ang lahat ng router ng magkakaibang address ng iisang network sa backhaul, o maglagay ng ruta sa pagitan ng mga network.',
    },
    gone: {
      what: { other: 'Narito dati ang {names} at ngayon ay wala na ({time} na ang nakalipas).' },
      todo: 'Tingnan ang kuryente roon, pagkatapos ang cable o radyo. Nasa listahan sa ibaba ang iba pang titingnan.',
    },
    alone: {
      what: 'Walang ibang router na naaabot. Nagagamit pa rin ng mga device ng router na ito ang isa’t isa.',
      todo: 'Kung dapat ay mayroon, tingnan ang listahan sa ibaba.',
    },
    'own-clock': {
      what: 'Mali ang orasan ng router na ito. Ang sabi nito ay {time}.',
      todo: 'Nakakarating pa rin ang mga file, pero baka hindi bumukas ang mga secure na address (https). Itama ito, halimbawa:',
    },
    clocks: {
      what: 'Magkaiba ang mga orasan: {names}, {time} ang pagitan.',
      todo: 'Nakakarating pa rin ang mga file. Ihambing ang dalawang orasan sa relo, at itama ang mali.',
    },
    open: {
      what: 'Walang mesh key: puwedeng sumali ang anumang router sa backhaul, at pinaniniwalaan ito.',
      todo: 'Para ang sa inyo lang ang makapasok, simulan ang lahat gamit ang iisang --mesh-key.',
    },
    'mesh-off': { what: 'Hindi hinahanap ang ibang mga router, ayon sa --mesh.' },
    'no-backhaul': {
      what: 'Mag-isang gumagana ang router na ito.',
      todo: 'Para isama ito sa iba, ikonekta sila sa cable o radyo, at simulan ang bawat isa gamit ang pangalan ng interface nito:',
    },
  },
  strangers: {
    'other-key': {
      what: '{addresses}: router na may ibang mesh key. Hindi ito pinapasok.',
      todo: 'Kung sa inyo ito, simulan ito gamit ang --mesh-key na eksaktong kapareho ng dito.',
    },
    'no-key': {
      what: '{addresses}: router na walang mesh key. Hindi ito pinapasok.',
      todo: 'Kung sa inyo ito, simulan ito gamit ang --mesh-key na kapareho ng dito.',
    },
    'has-key': {
      what: '{addresses}: router na may mesh key, at wala nito rito. Hindi sila nagsasama.',
      todo: 'Kung sa inyo ang dalawa, simulan ang router na ito gamit ang parehong --mesh-key.',
    },
    'other-version': {
      what: '{addresses}: router na may ibang bersyon ng Hikyaku. Hindi sila nagsasama.',
      todo: 'Ilagay ang parehong bersyon sa dalawa.',
    },
    forged: {
      what: '{addresses}: nagpapadala ng sira o pekeng signal. Hindi ito pinapansin.',
      todo: 'Kung sa inyo ito, tingnan ang cable. Kung hindi, alamin kung ano ito.',
    },
    'too-many': {
      what: '{addresses}: sobra ang ipinapadala nito, o sobra ang dami ng router. Hindi pinapansin ang labis.',
      todo: 'Alamin kung ano ang nasa address na ito. Hanggang 128 na ibang router ang masasamahan ng isang router.',
    },
    misbehaves: {
      what: '{addresses}: nagsasabi ng hindi sinasabi ng router, kaya hindi muna ito pinapansin.',
      todo: 'Kung sa inyo ito, simulan itong muli gamit ang bersyong kapareho ng dito.',
    },
  },
  numbers: { router: 'device dito', all: 'device sa lahat ng router', routers: 'router na naaabot' },

  open: 'Ipakita sa mga tao ang address na ito',
  openHelp:
    'Kumonekta muna sa Wi-Fi na ito, pagkatapos ay itapat ang camera sa parisukat, o i-type ang address sa browser.',
  openOthers: 'Iba pang address ng router na ito',
  poster: 'Poster na ipi-print',
  qrCode: 'QR code ng {url}',

  reach: 'Mga router na naaabot',
  picture: { other: 'Larawan ng router na ito at ng # iba pa' },
  pictureHelp:
    'Nasa bilog kung ilang device ang nakakonekta roon. Ang linya ay koneksyon sa router na ito. Hindi alam dito kung may ibang radyong dinadaanan.',
  legend: { self: 'router na ito', direct: 'nakakonekta', lost: 'kapuputol lang', missing: 'wala na' },
  onlyThis: 'Walang ibang router na naaabot ngayon.',
  table: {
    caption: 'Listahan',
    name: 'Pangalan',
    address: 'Address',
    devices: 'Mga device',
    heard: 'Huling kontak',
    way: 'Daan',
    key: 'Key',
    clock: 'Orasan',
  },
  self: 'router na ito',
  direct: 'nakakonekta',
  lost: 'kapuputol lang',
  gone: 'nawala, {ago}',
  keyed: 'parehong mesh key',
  openMesh: 'walang key',
  sameClock: 'pareho',
  ahead: 'nauuna ng {time}',
  behind: 'nahuhuli ng {time}',
  unknown: 'hindi alam',

  checklist: {
    title: 'May kulang na router? Tingnan ayon sa pagkakasunod',
    steps: [
      'May kuryente ba ito? Nabubuksan ba ng taong malapit dito ang sarili nitong page (ang address nito na may /status)?',
      'Nakasaksak ba ang cable sa magkabilang dulo, o naka-on ba ang radyo? Dapat nasa iisang backhaul ang lahat ng router: isang switch, o isang mesh radio (batman-adv, 802.11s). Hindi nakikita ang router na nasa ibang backhaul, sa likod ng ikatlo.',
      'Sinimulan ba ang dalawa gamit ang --backhaul at ang interface ng cable o radyong iyon?',
      'Nasa iisang saklaw ba ang mga address nila roon, gaya ng 192.168.1.1 at 192.168.1.2 (parehong /24)? Hindi puwedeng gamitin nang dalawang beses ang isang address.',
      'Eksaktong pareho ba ang --mesh-key ng dalawa, o wala ba nito ang dalawa?',
      'Pareho ba ang bersyon ng Hikyaku sa dalawa?',
      'May ibang network ba sa pagitan? Hindi nakakadaan doon ang signal: ilagay ang address ng isa gamit ang --mesh-peers, sa dalawa.',
      'May sarili ba kayong firewall sa pagitan? Dapat makadaan sa pagitan ng mga router ang port 8642 ng UDP at TCP, at ang multicast.',
    ],
  },

  facts: {
    title: 'Router na ito',
    devices: 'Nakakonektang device',
    devicesOf: '{here}, hanggang {most}',
    refused: 'Tinanggihan mula nang magsimula',
    refusedFor: {
      'foreign-host': {
        other:
          '# beses: binuksan sa pangalang hindi sa router na ito. Gamitin ang address sa itaas, o sabihin ang pangalan gamit ang --hostname',
      },
      'foreign-page': {
        other:
          '# beses: may page mula sa ibang lugar na gustong kumonekta. Kung may proxy, dapat nitong ipasa ang Host header',
      },
      connections: { other: '# beses: sobrang daming koneksyon mula sa isang address' },
      sockets: {
        other:
          '# beses: sobrang daming device sa likod ng isang address. Kung may proxy o ibang router, marami ang gumagamit ng iisa',
      },
      full: { other: '# beses: puno ang router na ito' },
    },
    relay: 'Relay (TURN)',
    relayState: { running: 'tumatakbo', off: 'naka-off', failed: 'hindi tumatakbo' },
    relayCause: {
      'not-installed': 'hindi naka-install ang coturn',
      'switched-off': 'ayon sa --turn',
      'no-network': 'walang network na mapaglilingkuran',
      starting: 'nagsisimula',
    },
    relayed: { other: '# koneksyon ang dumadaan dito ngayon' },
    secure: 'Secure na address (HTTPS)',
    secureState: { off: 'naka-off, ayon sa --https-port', failed: 'hindi tumatakbo' },
    secureCertificate: { own: 'sariling certificate ng router na ito', operator: 'certificate ng namamahala' },
    secureUntil: { other: 'hanggang {date}, # araw pa' },
    secureEnded: 'nag-expire noong {date}',
    secureClock: 'Mali ang orasan ng router na ito, kaya walang hangganan ang certificate na ito.',
    secureTrust: 'Paano ito pagkakatiwalaan ng mga telepono',
    mesh: 'Ibang mga router (mesh)',
    meshState: { off: 'hindi hinahanap', alone: 'walang naaabot', joined: 'nakakonekta' },
    trust: { key: 'may parehong mesh key lang', open: 'bukas sa anumang router' },
    radio: {
      title: 'Radyo',
      channel: 'channel {channel}',
      inUse: '{share} ang gamit',
      stations: { other: '# device' },
      peers: { other: '# katabing router' },
      through: { other: '# router na naaabot sa pamamagitan ng iba' },
    },
    memory: 'Memory',
    memoryOf: '{own} ng program na ito, {free} ang libre',
    disk: 'Disk',
    diskOf: '{free} ang libre sa {whole}',
    held: {
      title: 'Mga mensahe at post na itinatabi',
      posts: { other: '# post' },
      letters: { other: '# selyadong sulat' },
      files: { other: '# file' },
      room: '{used} sa hindi hihigit sa {most}',
      days: { other: 'hindi hihigit sa # araw' },
      off: 'naka-off, ayon sa --hold',
      opening: 'binubuksan pa: sandali lang',
      failed: 'walang itinatabi: hindi magamit ang disk ng makinang ito',
    },
    uptime: 'Tumatakbo nang',
    time: 'Orasan',
    version: 'Bersyon',
    id: 'ID',
    digests: 'Mga panghambing na code',
    digestsHelp: 'pareho sa mga router na nakakakita ng parehong mga router at parehong mga device',
  },

  refreshes: { other: 'Kusang nag-a-update ang page na ito bawat # segundo.' },
  stopRefreshing: 'Itigil',
  startRefreshing: 'Hayaang kusang mag-update ang page na ito',
  privacy: 'Walang file, pangalan ng file, o pangalan ng tao ang ipinapakita rito.',
  asJson: 'Pareho, para sa mga program',

  units: {
    y: { other: '# taon' },
    d: { other: '# araw' },
    h: { other: '# oras' },
    min: { other: '# min' },
    s: { other: '# seg' },
  },
  ago: '{time} ang nakalipas',
  more: { other: '# iba pa' },
};
