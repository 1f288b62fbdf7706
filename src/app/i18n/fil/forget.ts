import type { ForgetWords } from '../words/forget.ts';

export const forget: ForgetWords = {
  button: 'Burahin ang lahat ng data ng Hikyaku sa device na ito',
  buttonHelp: 'Para sa device na ipapahiram, isasauli, o baka mawala mo: puwedeng burahin ang naiwan dito.',

  title: 'Burahin ang lahat ng data ng Hikyaku sa device na ito?',
  where: 'Buburahin nito ang itinatabi ng browser na ito para sa {address}. Hindi na ito maibabalik.',
  lost: 'Ang mawawala',
  unsaved: { other: '# natanggap na file na baka wala pa sa device mo. Kung kailangan mo, i-save muna.' },
  saved: { other: 'Ang kopya sa app na ito ng # natanggap na file. Mananatili ang na-save na sa device mo.' },
  receivedUnknown: 'Lahat ng file na natanggap dito. Hindi masabi ngayon kung ilan.',
  underWay: { other: '# padala na hindi pa tapos. Titigil na ito ngayon, at hindi na maitutuloy.' },
  unsent: 'Ang mga file na naghihintay ritong ipadala.',
  people: { other: 'Mga kilala o na-block mo: # tao. Para sa device na ito, hindi mo na sila kilala.' },
  groups: { other: '# grupo. Kailangan ang code para makasali ulit.' },
  words: 'Ang mga mensahe at post mo, at ang dala mo para sa iba.',
  name: 'Ang pangalan mong {name}. Bagong device ang makikita ng iba.',
  app: 'Ang app mismo, kung nakatabi para mabuksan nang walang router.',
  stays: 'Ang matitira sa ibang lugar',
  staying: [
    'Sa device na ito: mga file na na-save mo, history ng browser, at mga pahintulot nito. Burahin ang mga ito sa mga app at Setting ng device.',
    'Sa device na ito: ang itinatabi ng ibang browser, ng ibang address ng router, o ng app sa home screen. Burahin din doon.',
    'Sa mga router: ang mga post mo hanggang matapos ang oras nila, at mga selyadong sulat hanggang dumating. Mawawala ka agad sa listahan nila.',
    'Sa ibang device: ang mga ipinadala mo, at ang pangalan mo sa tabi nito.',
  ],
  yes: 'Burahin lahat',
  no: 'Huwag burahin',

  removing: 'Binubura ang lahat',
  removingHelp: 'Tatagal ito nang ilang segundo. Hayaang bukas ang page na ito.',
  done: 'Nabura na ang lahat ng data ng Hikyaku sa device na ito',
  doneHelp: 'Wala nang itinatabi rito ang app na ito para sa {address}.',
  notAll: 'May hindi nabura sa device na ito',
  left: {
    databases:
      'Hindi nabura: ang pangalan mo, ang pagkakakilanlan mo sa iba, mga kilala mo, mga grupo mo, at mga listahan ng ipinadala at natanggap mo.',
    worker: 'Hindi nabura: ang bahagi ng app na bumubukas nang walang router, at ang mga notification nito.',
    texts: 'Hindi nabura: ang napiling wika, at kung hanggang kailan mga kilala lang ang tatanggapin.',
    files: 'Hindi nabura: mga natanggap na file.',
    caches: 'Hindi nabura: ang nakatabing kopya ng app. Wala itong sinasabi tungkol sa iyo.',
  },
  leftHelp:
    'Isara ang lahat ng ibang tab ng page na ito at subukan ulit. Kung hindi makatulong, burahin ang site data ng {address} sa mga setting ng browser.',
  afterwards:
    'Puwede mo nang isara ang page na ito. Para magamit ulit ang Hikyaku, dapat nasa Wi-Fi ng router ang device.',
  again: 'Subukan ulit',
  begin: 'Magsimula bilang bagong device',
};
