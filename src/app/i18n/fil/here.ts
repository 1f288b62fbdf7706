import type { HereWords } from '../words/here.ts';

export const here: HereWords = {
  newVersion: 'May bagong bersyon.',
  title: 'Ang Wi-Fi na ito at ang device na ito',
  device: 'Device na ito',
  noInternet: 'Walang Internet ang Wi-Fi na ito. Diretso ang mga file mula sa isang device papunta sa isa pa.',
  nobody: 'Wala pang ibang narito',
  bringTitle: 'Magsama ng iba',
  wifi: 'Kumonekta sa Wi-Fi',
  wifiCode: 'Code para kumonekta sa Wi-Fi na {name}',
  network: 'Wi-Fi',
  password: 'Password',
  noPassword: 'Walang password',
  open: 'Buksan ang address na ito sa browser',
  openCode: 'Code para buksan ang {address}',
  sameWifi:
    'Kokonekta muna ang kasama mo sa Wi-Fi na gamit mo. Pagkatapos, itatapat ang camera rito, o ita-type ang address.',
  copy: 'Kopyahin ang address',
  copied: 'Nakopya na ang address.',
  notCopied: 'Hindi pinapayagan ng browser na ito ang pagkopya. Pindutin nang matagal ang address.',
  share: 'Ipadala ang address',
  shareText: 'Magpalitan tayo ng file sa Wi-Fi ng {name}:',
  report: 'Ulat ng problema',
  reportHelp: 'Ipinapakita sa namamahala ng router ang ginawa ng app na ito, nang walang pangalan at file.',
  find: {
    label: 'Maghanap ng tao',
    hint: 'Pangalan, larawan, numero, lugar',
    found: 'Nakita: {count}',
    nobody: 'Walang tumutugma rito. Bawasan ang mga letra.',
  },
  chime: {
    loud: 'Tunog at vibration',
    help: 'Dalawang mahinang tunog kapag may dumating. I-off kung may natutulog.',
  },
  takeOver: {
    ask: 'Ituloy rito bilang {name}?',
    help: 'Galing ka sa {address}. Kung naroon ka kanina, ituloy: iisang tao pa rin ang makikita ng iba. Kung hindi, magsimula ulit.',
    yes: 'Ituloy',
    no: 'Magsimula ulit',
  },
  secure: {
    title: 'Secure na address',
    works:
      'Pinagkakatiwalaan ng browser na ito ang router na ito. Sa secure na address, puwedeng i-install ang app, bumubukas ito nang walang network, at tumatanggap ng napakalaking file.',
    stays: 'Kasama mong lilipat ang pangalan mo. Maiiwan dito ang mga natanggap na file: i-save muna.',
    busy: 'Hindi makakasama ang hindi pa tapos. Tapusin o kanselahin muna.',
    go: 'Pumunta sa secure na address',
    trust: 'Madalas ka bang gumamit ng Hikyaku? Ganito ito i-install.',
  },
  extras: {
    install: 'I-install ang Hikyaku',
    installHelp:
      'Bilang app, bumubukas ito kahit walang router na naaabot, at puwedeng mag-share ng file dito ang ibang app.',
    installByHand: 'Ilagay ang Hikyaku sa home screen',
    installByHandHelp:
      'Sa Safari, pindutin ang Share button (parisukat na may arrow), at pagkatapos ang “Add to Home Screen”. Bagong pangalan at walang file ang app doon: i-save muna ang mga natanggap mo rito.',
    tellMe: 'Sabihan ako kapag may dumating na file',
    tellMeHelp: 'Nagpapakita ng notification habang gumagamit ka ng ibang app.',
  },
};
