import type { WarningWords } from '../words/warning.ts';

export const warning: WarningWords = {
  title: {
    unproven: 'Hindi iyon si {name}',
    'no-proof': 'Hindi matiyak kung si {name} iyon',
  },
  more: { other: 'Ganito rin ang nangyari sa # pang device.' },
  what: {
    unproven: 'May ibang device na nagpanggap na sa kanya, o pumagitna sa inyong dalawa.',
    'no-proof': 'Hindi napatunayan ng sumagot kung kanino ito. Baka namatay lang ang screen.',
  },
  nothing: 'Napigilan ito agad ng device na ito: wala nang iba pang naipadala, at hindi ipinapakita ang galing doon.',
  todo: {
    unproven: [
      'Puntahan ninyo ang isa’t isa, tingnan ang dalawang screen, at subukan ulit.',
      'Kung maulit, kumonekta kayong dalawa sa ibang router, at doon subukan.',
      'Sabihin sa mga namamahala ng Wi-Fi na ito.',
    ],
    'no-proof': ['Hayaang bukas ang page na ito sa dalawang screen, at subukan ulit.'],
  },
  read: 'Nabasa ko na',
};
