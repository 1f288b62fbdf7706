import type { ChoiceWords } from '../words/choice.ts';

export const choice: ChoiceWords = {
  unreadable: {
    other: '# file ang hindi mabasa at hindi isasama (wala na, o hindi pinapayagang basahin): {names}',
  },
  nameTooLong: { other: '# file ang hindi isasama dahil masyadong mahaba ang pangalan: {names}' },
  emptyFolders: { other: '# walang lamang folder ang hindi maipapadala, kaya hindi isasama: {names}' },
  withoutContent: { other: 'Walang laman ang # file (0 byte): {names}' },
  tooMuch: 'Sobra ang {count} para sa isang padala: hanggang {most} lang. Pumili muna ng bahagi, at isunod ang iba.',
  namesTooMuch:
    'Masyadong mahaba ang mga pangalan ng mga file na ito kapag pinagsama. Pumili muna ng bahagi, at isunod ang iba.',
  nothingThere: 'Walang nakitang file doon.',
  count: {
    photos: { other: '# larawan' },
    videos: { other: '# video' },
    media: { other: '# larawan at video' },
  },
  dated: '{files} ({days})',
  span: '{from} – {to}',
  firstAndMore: { other: '{name} at # pa' },
  onlyFiles: 'Hindi ipinapadala ang mga walang lamang folder at ang mga link sa loob ng folder.',
  tray: 'Handa nang ipadala',
  trayLeaving: 'Ipapadala na',
  remove: 'Alisin ang {name}',
  removeAll: 'Alisin lahat',
  lookAtFiles: 'Tingnan ang mga file',
  trayDone: 'Tapos na',
  everybody: 'Lahat',
  allOf: 'Lahat sa {place}',
  selected: { other: '# device ang napili' },
  send: 'Ipadala',
  undo: 'I-undo',
  sendNow: 'Ipadala na',
  leavesIn: 'ipapadala sa loob ng {time}',
  leftNow: 'Wala na rito: {names}.',

  sayDeparting: '{files} para sa: {names}. Ipapadala sa loob ng {time}. Pindutin ang Esc para i-undo.',
  madeOfText: 'Ginawa nang file ang text mo: {name}.',
  namesAndMore: { other: '{names} at # pa' },
  toPeople: { other: 'para sa # tao: {names}' },
  addNote: 'Magdagdag ng mensahe',
  note: 'Mensaheng kasama ng padala',

  nameLabel: 'Pangalan mo',
  nameHint: 'Sa pangalang ito ka makikita ng iba.',
  nameSave: 'I-save ang pangalan',
  nameBack: 'Bumalik',

  missed: 'Walang naipadala dahil wala na rito: {names}.',
  moreDevices: { other: 'May # device pa na hindi ipinapakita: puno na ang listahan.' },
  shareLost: 'Hindi na-save sa device na ito ang na-share mo. Dito na lang pumili ng file.',
};
