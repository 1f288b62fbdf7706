import type { InboxWords } from '../words/inbox.ts';

export const inbox: InboxWords = {
  title: 'Mga natanggap na file',
  sum: '{files} · {size}',
  unfinished: 'Hindi pa tapos',
  deleted: 'Na-delete kamakailan',
  back: 'Bumalik',
  empty: 'Wala pang laman',
  emptyHelp: 'Mananatili rito ang ipinadala sa iyo hanggang i-delete mo.',
  gone: 'Na-delete na ito',
  stays: 'Mananatili ang mga ito sa app na ito hanggang i-delete mo.',
  mayGoSoon:
    'Mananatili ang mga ito sa app na ito hanggang i-delete mo. Pero kapag pitong araw mong ginamit ang Safari nang hindi binubuksan ang page na ito, buburahin ng Safari ang mga ito. I-save sa device mo ang mahalaga.',
  mayGo:
    'Mananatili ang mga ito sa app na ito hanggang i-delete mo. Pero kapag kulang na sa espasyo, baka burahin ng browser ang mga ito. I-save sa device mo ang mahalaga.',
  where: {
    arrived: 'Dumating na',
    saved: 'Na-save na sa device',
    onlyHere: 'Nasa app lang na ito',
  },
  today: 'Ngayong araw',
  yesterday: 'Kahapon',
  chooseSeveral: 'Pumili ng marami',
  endChoosing: 'Tapos na',
  chosen: { other: '# file ang napili' },
  someSaved: '{done} sa {total} ang na-save na sa device',
  savingSome: 'Sine-save: {done} sa {total}',
  arrived: '{done} sa {total} ang dumating na',
  expires: 'Kusang made-delete pagkatapos ng {date} kung hindi itutuloy.',
  askUnfinished: 'Made-delete ang dumating na. Titigil ang padala sa magkabilang panig.',

  storage: 'Espasyo',
  allowed:
    'Mga {size} pa ang puwedeng i-save ng app na ito, ayon sa browser. Baka mas kaunti ang espasyo ng device mo.',
  short: 'Kaunti na lang ang espasyo',
  shortHelp: 'Baka hindi magkasya ang mga bagong file. I-delete dito ang hindi mo na kailangan.',

  remove: 'I-delete',
  removeNamed: 'I-delete ang {name}',
  removeAll: 'I-delete lahat',
  removeSaved: 'I-delete ang mga kopyang ito',
  removeSavedHelp: 'Na-save na sa device: {files}, {size}. Walang magbabago roon kapag na-delete ang mga kopya rito.',
  ask: {
    saved:
      'Made-delete ang mga kopya sa app na ito; mananatili ang nasa device mo. Puwedeng i-undo sa loob ng 24 oras.',
    unsaved: {
      other: '# file ang baka wala pa sa device mo. Puwedeng i-undo sa loob ng 24 oras; pagkatapos, wala na.',
    },
  },
  askPurge: {
    saved: 'Mawawala agad ang mga kopya sa app na ito at hindi na maibabalik. Mananatili ang nasa device mo.',
    unsaved: { other: '# file ang baka wala pa sa device mo. Mawawala agad at hindi na maibabalik.' },
  },
  deletedHelp: 'Habang hindi pa nawawala, kumukuha pa rin ng espasyo ang mga ito.',
  deletedNone: 'Walang naghihintay na ma-delete.',
  goes: 'Tuluyang mawawala sa {date}.',
  undo: 'I-undo',
  undoNamed: 'I-undo: {name}',
  purge: 'I-delete na nang tuluyan',
  purgeHelp: 'Na-delete kamakailan, kumukuha pa ng espasyo: {files}, {size}.',

  share: 'I-share',
  preview: 'Tingnan',
  openPdf: 'Buksan ang PDF',
  pdfHelp: 'Bubukas sa bagong tab, sa viewer ng browser mo.',
  pdfNoViewer: 'Hindi maipakita ng browser na ito ang PDF. I-save ito sa device mo, at buksan doon.',
  cannotShow: 'Hindi maipakita rito ang ganitong file. I-save ito sa device mo, at buksan doon.',
  pictureTooLarge: 'Sobrang laki ng larawang ito para ipakita rito. I-save ito sa device mo, at buksan doon.',
  showPicture: 'Ipakita ang larawan',
  showPictureHelp:
    'Malalaman lang ang laki kapag ipinakita na. Baka tumigil ang page na ito sa napakalaking larawan; ligtas ang mga file mo.',
  unreadable: 'Hindi mabasa ang file na ito ngayon. I-reload ang page at subukan ulit.',
  beginning: 'Simula lang ito: {done} sa {total}.',
  encoding: 'Encoding ng text',
  picture: 'Larawan: {name}',
};
