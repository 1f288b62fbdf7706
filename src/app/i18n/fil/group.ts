import type { GroupWords } from '../words/group.ts';

export const group: GroupWords = {
  title: 'Mga grupo',
  list: 'Mga grupo',
  hidden: 'Mga kagrupo mo lang ang nakakakita sa iyo.',
  none: 'Wala pang grupo',
  noneHelp:
    'Sa grupo, madali mong makikita ang mga kasama mo sa gitna ng marami. Nasa unahan sila ng listahan, at puwedeng sila lang ang makakita sa iyo.',
  full: 'Naabot mo na ang limit ng dami ng grupo. Para sumali sa iba, umalis muna sa isa.',

  make: 'Gumawa ng grupo',
  makeHelp: 'Pagkatapos, ipakita ang code nito sa mga kasama.',
  join: 'Sumali gamit ang code',
  joinHelp: 'Maipapakita ito sa iyo ng kasali sa grupo.',
  name: 'Pangalan ng grupo',
  nameHint: 'Ikaw lang ang nakakakita ng pangalang ito. Kung wala, ang code ang ipapakita.',
  someName: 'Grupo ko',
  code: 'Code ng grupo',
  codeHint: '12 letra at numero. Malaki o maliit na letra, may gitling o wala: puwede lahat.',
  making: 'Ginagawa ang grupo…',
  joining: 'Sumasali…',
  invited: 'Sumali sa grupong may code na {code}?',
  invitedHelp:
    'Makikita ng mga nasa grupong ito na kasali ka. Sumali lang kung alam mo kung sino ang nagbigay ng link.',
  joinYes: 'Sumali',
  notNow: 'Hindi muna',
  problem: {
    noCode: 'Hindi ito code ng grupo. May 12 letra at numero iyon: tingnan ulit.',
    already: 'Kasali ka na sa grupong ito.',
    full: 'Naabot mo na ang limit ng dami ng grupo. Umalis muna sa isa.',
    missing: 'May kulang na bahagi ng app. Manatiling malapit sa router, at subukan ulit.',
  },

  sameMark: 'Nakikita ng lahat sa grupong ito ang larawan at numerong ito. Kung iba, mali ang na-type na code.',
  show: 'Ipakita ang code',
  showing: 'Code ng {name}',
  showHelp:
    'Kukunan ito ng iba gamit ang camera ng telepono nila, o ita-type nila ang code sa “Sumali gamit ang code”.',
  showWarning: 'Makakasali ang sinumang may code, at hindi na maaalis. Ipakita lang ito sa mga kasama sa grupo.',
  picture: 'QR code para sa code na {code}',
  hide: 'Itago ang code',
  rename: 'Palitan ang pangalan',
  leave: 'Umalis sa grupo',
  leaveAsk: 'Umalis sa {name}? Kailangan ang code para makabalik.',
  leaveHiddenAsk:
    'Umalis sa {name}? Ito ang huli mong grupo: makikita ka na ulit ng lahat. Kailangan ang code para makabalik.',
  no: 'Bumalik',

  visible: 'Sino ang makakakita sa akin',
  everybody: 'Lahat',
  onlyGroups: 'Mga kagrupo ko lang',
  visibleHelp:
    'Kung mga kagrupo lang ang pipiliin mo, hindi ka makikita ng iba sa listahan nila at wala silang maipapadala sa iyo. Ang mga padadalhan mo lang ang makakakita sa iyo mula noon. Laging alam ng router na narito ka.',
};
