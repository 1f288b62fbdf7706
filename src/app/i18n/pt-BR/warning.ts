import type { WarningWords } from '../words/warning.ts';

export const warning: WarningWords = {
  title: {
    unproven: 'Não era {name}',
    'no-proof': 'Não sabemos se era {name}',
  },
  more: { one: 'O mesmo aconteceu com mais # dispositivo.', other: 'O mesmo aconteceu com mais # dispositivos.' },
  what: {
    unproven: 'Outro dispositivo se fez passar por essa pessoa, ou se colocou entre vocês.',
    'no-proof': 'O que respondeu não mostrou quem é. Talvez a tela só tenha apagado.',
  },
  nothing: 'Este dispositivo parou a tempo: nada mais foi enviado, e nada do que veio dali aparece aqui.',
  todo: {
    unproven: [
      'Fiquem lado a lado, olhem as duas telas e tentem de novo.',
      'Se acontecer outra vez, conectem-se a outro roteador e tentem lá.',
      'Avisem a pessoa responsável por este Wi-Fi.',
    ],
    'no-proof': ['Deixem esta página aberta nas duas telas e tentem de novo.'],
  },
  read: 'Entendi',
};
