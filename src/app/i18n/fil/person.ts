import type { BlockingWords, PersonWords } from '../words/person.ts';

export const person: PersonWords = {
  title: 'Mga tao',
  list: 'Mga kilala at na-block',
  known: 'Mga kilala mo',
  blocked: 'Na-block',
  nobody: 'Wala pa',
  nobodyHelp: 'Nakalista rito ang mga taong natiyak mo na at ang mga na-block mo.',
  knownSince: 'Kilala mula noong {date}',
  blockedSince: 'Na-block noong {date}',
  callsItself: 'Pangalang ginagamit ng device: {name}.',
  stranger: 'Hindi mo pa natitiyak ang taong ito',
  strangerHelp: 'Kahit sino ay puwedeng gumamit ng kahit anong pangalan. Kapag magkatabi kayo, tiyakin kung siya nga.',
  isNotHelp:
    'Ibang device ito. Si {name} na natiyak mo ay gumamit ng pangalang {called}. Kung mula lang kay {name} mo tatanggapin ang isang bagay, huwag itong tanggapin mula rito.',
  unknown: 'Wala rito ang taong ito, at hindi mo siya kilala.',

  between: 'Usapan ninyo',
  nothingYet: 'Wala pa kayong ipinadala sa isa’t isa.',
  earlier: { other: 'Ipakita ang # nauna' },
  saveAllNamed: 'I-save lahat: {name}',
  fromYou: 'Ipinadala mo',
  fromThem: 'Ipinadala niya',

  forgetSent: 'I-delete ang listahan ng ipinadala mo',
  forgetSentHelp:
    'Isang buwang tinatandaan ng device na ito ang ipinadala mo sa taong ito: pangalan, laki, at oras. Nasa “Mga natanggap” ang ipinadala niya sa iyo.',
  forgetSentAsk: 'I-delete ang listahang ito? Hindi na ito maibabalik. Mananatili ang mga natanggap mo.',

  forgetMessages: 'I-delete ang lahat ng mensahe ninyo ni {name}',
  forgetMessagesAsk:
    'Mabubura sa device na ito ang mga mensahe ninyo ni {name} at ang mga file na kasama nito. Mawawala ang hindi mo pa na-save at ang hindi pa nakukuha ng router. Mananatili ang kay {name}.',
  messagesStay: 'Hindi nabura ang lahat: ayaw ng browser na ito. Isara ang page na ito, buksan ulit, at subukan muli.',

  more: 'Iba pa tungkol sa taong ito',
  notHere: 'Wala rito si {name} ngayon.',
  notHereHelp:
    'Kapag kumonekta siya sa Wi-Fi na ito at binuksan ang page na ito, lilitaw siya ulit. Kusang tutuloy ang hindi pa tapos.',

  rename: 'Palitan ang pangalan',
  renameLabel: 'Tawag mo sa kanya',
  renameHint: 'Ikaw lang ang nakakakita ng pangalang ito.',
  forget: 'Alisin sa mga kilala',
  forgetAsk:
    'Magiging bago ulit sa iyo si {name}. Mabubura sa device na ito ang mga mensahe ninyo ni {name} at ang mga file na kasama nito. Mananatili ang nasa “Mga natanggap”. Para maging kilala ulit, tiyakin ulit kung siya nga.',
  block: 'I-block',
  unblock: 'I-unblock',
  unblockNamed: 'I-unblock si {name}',
  blockedHelp:
    'Walang makakarating sa iyo mula sa kanya, at wala kang maipapadala sa kanya. Para magpadala, i-unblock muna siya.',
  no: 'Bumalik',

  unasked: 'Awtomatikong tanggapin',
  unaskedHelp: {
    other:
      'Kapag mas malaki rito, o higit sa # file, tatanungin ka gaya ng dati. Sa isang araw, hanggang sampung ulit nito ang tatanggapin sa ganitong paraan.',
  },
  unaskedRoom:
    'Hindi sinasabi ng browser na ito kung gaano pa ang espasyo, kaya tatanungin ka rin sa lahat ng mas malaki sa {size}.',
  never: 'Hindi kailanman',
  upTo: 'Hanggang {size}',
};

export const blocking: BlockingWords = {
  ask: 'Walang makakarating sa iyo mula kay {name}, at titigil ang kasalukuyan ninyong padala. Hindi ito sasabihin sa kanya: parang wala ka lang. Puwede mo itong bawiin anumang oras.',
  yes: 'I-block',
  no: 'Bumalik',
};

export const notKept =
  'Hindi na-save ng browser na ito ang lahat tungkol sa mga tao. Kapag isinara o ni-reload mo ang page na ito, makakalimutan ito.';
