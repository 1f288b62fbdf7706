import type { CarriedWords, MessageWords } from '../words/messages.ts';

export const messages: MessageWords = {
  title: 'Mga mensahe',
  unread: { one: '# bagong mensahe', other: '# bagong mensahe' },
  sayNew: 'Bagong mensahe mula kay {name}',
  mine: 'Ikaw: {text}',
  write: 'Mensahe',
  send: 'Ipadala ang mensahe',
  attach: 'Mag-attach ng file',
  paste: 'I-paste',
  useChosen: 'Ilagay sa mensahe',
  goesNow: 'Narito si {name}: darating agad ang mensahe.',
  isLeft:
    'Iiwan ang mensahe sa router, selyado: si {name} lang ang makakabasa, pagdating niya sa router na ito o sa iba.',
  isKept:
    'Walang router na tumatanggap ng mensahe ngayon. Mananatili ang sa iyo sa device na ito, na magdadala nito sa susunod na router.',
  isNotKept:
    'Walang itinatabi ang browser na ito para sa page na ito. Kapag isinara mo ito, mawawala ang hindi pa nakukuha ng router, pati ang mga sagot.',
  tooLong: 'Masyadong mahaba ang text: hanggang {size} lang.',
  tooLarge:
    'Masyadong malaki ang {name}: hanggang {size} lang. Maipapadala ang mas malaking file habang narito kayong dalawa.',
  tooMany: { one: 'Hanggang # file lang nang sabay.', other: 'Hanggang # file lang nang sabay.' },
  offered: 'Ang file na higit sa {size} ay ipapadala nang hiwalay sa mensahe, at tatanungin muna ang kausap.',
  notSaid: {
    unreadable: 'May file na hindi mabasa. Alisin ito at piliin ulit.',
    'no-room': 'Wala nang espasyo sa device na ito. Mag-delete muna ng iba.',
    elsewhere: 'Bukas na ang Hikyaku sa ibang lugar. Tingnan doon kung naipadala na ito.',
    'no-key':
      'Hindi pa makapagselyo ang device na ito para sa kanya. Magagawa ito kapag naging narito na kayong dalawa.',
  },
  progress: {
    sending: 'Ipinapadala',
    kept: 'Nasa device na ito hanggang may router na tumanggap',
    left: 'Iniwan na sa router',
    carried: 'Dala ng ibang telepono at router',
    arrived: 'Dumating na',
    undelivered: 'Hindi pa dumarating pagkalipas ng {days}',
    refused: 'Hindi tinanggap ng router',
  },
  days: { one: '# araw', other: '# araw' },
  help: {
    quota: 'Umabot na sa hangganan ang puwedeng iwan ng device na ito rito. Hintayin munang may dumating sa mga ito.',
    full: 'Walang espasyo ang router. Subukan ulit mamaya, o sa ibang router.',
    pace: 'Masyadong marami ang ipinadala sa isang minuto. Subukan ulit maya-maya.',
    large: 'Masyado itong malaki para sa router na ito. Bawasan ang ipapadala.',
    gone: 'Binawi na ito, o tapos na ang oras nito.',
    removed: 'Inalis ito ng namamahala ng router. Dadalhin ito ng device na ito sa susunod na router.',
    other: 'Subukan ulit sa ibang router.',
  },
  again: 'Subukan ulit',
  copy: 'Kopyahin',
  copied: 'Nakopya na',
  notCopied: 'Hindi pinapayagan ng browser na ito ang pagkopya. Pindutin nang matagal ang text.',
  open: 'Buksan ang link',
  removeAsk: 'I-delete ang mensaheng ito sa device na ito? Mananatili ang kay {name}.',
  look: 'Tingnan ang {name}',
  fetching: 'Kinukuha ang file…',
  nowhere: 'Wala sa malapit ang may hawak ng file na ito ngayon. Subukan ulit mamaya.',
  lacking: 'Hindi pa kumpleto ang dating ng mensaheng ito.',
};

export const carried: CarriedWords = {
  title: 'Ang dala mo para sa iba',
  letters: { one: '# selyadong sulat', other: '# selyadong sulat' },
  posts: { one: '# post ng bulletin board', other: '# post ng bulletin board' },
  postsOf: '{posts} ({places})',
  nothing: 'Wala sa ngayon.',
  help: 'Dinadala ng device mo ang mga sulat at post sa susunod na router. Walang makakabasa ng mga sulat sa daan.',
  throwAway: 'Itapon',
  throwAwayAsk:
    'Itapon ang dala mo para sa iba? Kung walang ibang may dala, hindi ito darating. Mananatili ang sarili mong mensahe at post. Dadalhin ulit ang mga bago, at babalik ang bulletin board kapag tiningnan mo.',
  takes: 'Magdala ng sulat ng iba',
  takesHelp: 'Kaunting espasyo lang ang kailangan. Laging dinadala ang mga post ng bulletin board.',
};
