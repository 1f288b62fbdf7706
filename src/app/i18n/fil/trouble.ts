import type { TroubleWords } from '../words/trouble.ts';

export const trouble: TroubleWords = {
  expired: 'Expired na ang certificate ng address na ito',
  expiredHelp:
    'Kaya walang router na maaabot mula rito. Buksan ang karaniwang address; lagi itong gumagana. Narito pa rin ang mga natanggap mo.',
  away: 'Walang router na naaabot',
  about:
    'Sa Hikyaku, naipapadala ang mga file sa ibang telepono gamit ang malapit na Wi-Fi router, nang walang Internet.',
  wifiOn: 'I-on ang Wi-Fi at lumapit sa router.',
  join: 'Kumonekta sa Wi-Fi ng {router}, o ng ibang Hikyaku router.',
  joinAny: 'Kumonekta sa Wi-Fi ng isang Hikyaku router.',
  comeBack: 'Bumalik dito. Kusang kokonekta ang page na ito.',
  keptHere: 'Narito pa sa device na ito ang mga natanggap mo at ang hindi pa tapos, at magagamit na ngayon.',
  turnedAway: {
    title: 'Sumasagot ang router, pero hindi pinapapasok ang page na ito',
    'no-socket':
      'Maayos ang Wi-Fi mo. May humaharang sa pagitan ng page na ito at ng router, gaya ng proxy o ibang address. Buksan ang address na nasa poster, o sabihin sa namamahala ng router. Patuloy itong sumusubok.',
    crowded:
      'Maayos ang Wi-Fi mo. Sobrang daming page ang bukas sa router na ito. Isara ang hindi ginagamit, o sabihin sa namamahala ng router. Patuloy itong sumusubok.',
  },
  siteData: {
    refused: 'Walang itinatabi ang browser na ito para sa page na ito',
    refusedHelp:
      'Makakapagpadala ka ng file. Para makatanggap, payagan ang cookies at site data para sa address na ito sa mga setting ng browser, at i-reload ang page na ito.',
    silent: 'Hindi sumasagot ang storage ng browser na ito',
    silentHelp:
      'Hindi maipakita ngayon ang mga natanggap mo noon, at bagong pangalan ang nakikita ng iba. Isara ang browser, buksan ulit, at bumalik dito.',
  },
  cannotTransfer: 'Hindi makakapagpalitan ng file ang browser na ito',
  cannotTransferHelp: {
    firefox:
      'Naka-off ang WebRTC sa Firefox na ito, sa mga setting o dahil sa add-on. I-on ito, o buksan ang address na ito sa ibang browser:',
    safari:
      'Kung naka-Lockdown Mode ang device na ito, i-off ito para sa site na ito: pindutin ang button sa tabi ng address, at ang “Website Settings”. O buksan ang address na ito sa ibang browser:',
    other: 'Buksan ang address na ito sa Safari, Chrome, o Firefox:',
  },
};
